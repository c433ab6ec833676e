"""What simulated clients say: who was served, who gave up, who waits, and what one change makes of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from socluster.core.called import called
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError
from socluster.core.result import Result
from socluster.development.chains.queues.assumed import used_assumptions
from socluster.development.chains.units import Unit, axis_of_time, per, span
from socluster.draws.spread import INTERVAL, spread
from socluster.words import Language, Phrase, count, listed, number, percent, say

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["Assumed", "ClientSimulation"]


@dataclass(frozen=True, eq=False)
class Assumed:
    """What a simulation of clients rests on.

    Parameters
    ----------
    service_rate, patience : array of float
        Of every station.
    cv2, never_leave : float
        How service times vary, and the share of clients who wait as long as it takes.
    routing : str
        How clients are shared out.
    is_empty, has_season, has_holidays, is_choice : bool
        Whether the list is empty in the beginning, arrivals and servers follow a calendar, and anybody may go to more
        than one actor.
    """

    service_rate: Array
    patience: Array
    cv2: float
    never_leave: float
    routing: str
    is_empty: bool
    has_season: bool
    has_holidays: bool
    is_choice: bool


@dataclass(frozen=True, eq=False, repr=False)
class ClientSimulation(Result):
    """What `simulate_clients` found. Its text says who waits at the horizon, who gave up, and what is assumed.

    Parameters
    ----------
    cluster : Cluster
        Where the clients went.
    steps : tuple of str
        Kinds of actors, in order.
    horizon : float
        How far it looked, in units of `unit`.
    values : DataFrame
        A row per draw; columns arrived (with those who were there in the beginning), served (by the last step), lost,
        waiting, in_service, mean_wait (time waited by then, over all lists, for each who came), lost_share,
        without_path (of those lost, who found nobody to go to).
    stations : Index
        The actors after the first step.
    counts : array of float of shape (draws, stations, 5)
        Arrived, served, lost, waiting and in service.
    sums : array of float of shape (draws, stations, 3)
        Times waited, and the integrals of those waiting and of those in service over time.
    lists : array of float of shape (draws, times, stations)
        Those waiting at each time.
    times : array of float
        The times.
    servers : array of int of shape (stations, phases)
        Servers in every phase.
    ends : array of float of shape (phases,)
        When every phase ends.
    season : tuple of (float, float)
        Length of every phase, and by what arrivals were multiplied in it.
    assumed : Assumed
        What it rests on.
    interval : float
        Share of the draws between low and high.
    unit : str
        The unit of time.
    seed : int, optional
        Seed of the draws, if it is known.
    data_notes : tuple of Phrase
        What to keep in mind of the data.
    """

    cluster: Cluster
    steps: tuple[str, ...]
    horizon: float
    values: pd.DataFrame = field(compare=False)
    stations: pd.Index[Any] = field(compare=False)
    counts: Array = field(compare=False)
    sums: Array = field(compare=False)
    lists: Array = field(compare=False)
    times: Array = field(compare=False)
    servers: Array = field(compare=False)
    ends: Array = field(compare=False)
    season: tuple[tuple[float, float], ...]
    assumed: Assumed = field(compare=False)
    interval: float = INTERVAL
    unit: Unit = "year"
    seed: int | None = None
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)

    @property
    def draws(self) -> int:
        """Number of draws."""
        return len(self.values)

    @property
    def arrived(self) -> pd.Series[Any]:
        """By draw, clients who came by the horizon, with those who were there in the beginning."""
        return self.values["arrived"].copy()

    @property
    def served(self) -> pd.Series[Any]:
        """By draw, clients whom the last step has served."""
        return self.values["served"].copy()

    @property
    def lost(self) -> pd.Series[Any]:
        """By draw, clients who gave up, or found nobody to go to."""
        return self.values["lost"].copy()

    @property
    def waiting(self) -> pd.Series[Any]:
        """By draw, clients on any list at the horizon."""
        return self.values["waiting"].copy()

    @property
    def in_service(self) -> pd.Series[Any]:
        """By draw, clients in service at the horizon."""
        return self.values["in_service"].copy()

    @property
    def mean_wait(self) -> float:
        """Time waited by the horizon, over all lists, for each client who came: the mean over all draws."""
        came = float(self.values["arrived"].sum())
        return float(self.sums[:, :, 0].sum()) / came if came else float("nan")

    @property
    def lost_share(self) -> float:
        """What share of the clients who came was lost by the horizon, over all draws."""
        came = float(self.values["arrived"].sum())
        return float(self.values["lost"].sum()) / came if came else float("nan")

    @property
    def utilisation(self) -> pd.Series[Any]:
        """By station, share of the time of its servers in which they were busy (or paused), over all draws."""
        lengths = np.diff(self.ends, prepend=0.0)
        could = (self.servers * lengths).sum(axis=1) * max(self.draws, 1)
        busy = self.sums[:, :, 2].sum(axis=0)
        with np.errstate(invalid="ignore", divide="ignore"):
            return pd.Series(busy / could, index=self.stations, name="utilisation")

    def to_frame(self) -> pd.DataFrame:
        """Return one row per quantity.

        Returns
        -------
        DataFrame
            Index `quantity`: the columns of `values`; columns median, mean, low, high, error, error_of_mean, defined.
        """
        return spread(self.values, self.interval).rename_axis("quantity")

    def by_station(self) -> pd.DataFrame:
        """Return one row per actor after the first step.

        Returns
        -------
        DataFrame
            Index `actor`; columns step, arrived, served, lost, waiting (medians over the draws), waiting_low,
            waiting_high, mean_wait (of those who came to it, over all draws), utilisation.
        """
        kind = self.cluster.actors["kind"]
        middle = np.median(self.counts, axis=0) if self.draws else np.full(self.counts.shape[1:], np.nan)
        waits = spread(self.counts[:, :, 3], self.interval)
        came = self.counts[:, :, 0].sum(axis=0)
        with np.errstate(invalid="ignore", divide="ignore"):
            mean = self.sums[:, :, 0].sum(axis=0) / came
        return pd.DataFrame(
            {
                "step": kind.reindex(self.stations).to_numpy(),
                "arrived": middle[:, 0],
                "served": middle[:, 1],
                "lost": middle[:, 2],
                "waiting": middle[:, 3],
                "waiting_low": waits["low"].to_numpy(),
                "waiting_high": waits["high"].to_numpy(),
                "mean_wait": mean,
                "utilisation": self.utilisation.to_numpy(),
            },
            index=self.stations,
        )

    def over_time(self) -> pd.DataFrame:
        """Return how many wait on any list over time.

        Returns
        -------
        DataFrame
            Index `time`, in units; columns median, mean, low, high, arrivals (by what they were multiplied until then).
        """
        table = spread(self.lists.sum(axis=2), self.interval)[["median", "mean", "low", "high"]]
        ends = np.cumsum([length for length, _ in self.season])
        phase = np.minimum(np.searchsorted(ends, self.times - 1e-9 * self.horizon), len(ends) - 1)
        table["arrivals"] = [self.season[each][1] for each in phase.tolist()]
        return table.set_axis(pd.Index(self.times, name="time"), axis="index")

    def minus(self, before: ClientSimulation) -> pd.DataFrame:
        """Return what changes against another simulation, draw by draw.

        With the same seed, rates and horizon the same clients come in both (common random numbers), so that the
        difference is due to what was changed.

        Parameters
        ----------
        before : ClientSimulation
            The other one, with the same draws.

        Returns
        -------
        DataFrame
            Index `quantity`; columns median, mean, low, high, error, error_of_mean, defined: of the differences.

        Raises
        ------
        InputError
            If the other one has other draws, another horizon or another unit.
        """
        mine, other = ((each.seed, each.draws, each.horizon, each.unit) for each in (self, before))
        if mine != other or self.seed is None:
            raise InputError(
                "only simulations with one seed (an integer), the same number of draws, horizon and unit can be "
                "compared draw by draw"
            )
        return spread(self.values - before.values, self.interval).rename_axis("quantity")

    @property
    def assumptions(self) -> pd.DataFrame:
        """What the answer assumes, with the range in which it may lie (`queues.assumptions`).

        Returns
        -------
        DataFrame
            Index `quantity`; columns value (the mean over the stations), default, low, high, unit, mark, source.
        """
        told = {"service_rate": float(np.mean(self.assumed.service_rate)) if len(self.stations) else float("nan")}
        patience = self.assumed.patience
        told["patience"] = float(np.mean(patience)) if len(patience) else float("inf")
        return used_assumptions({**told, "cv2": self.assumed.cv2}, self.unit)

    def plot(self, *, title: str | None = None, language: Language = "en") -> go.Figure:
        """Draw the list over time with its interval; grey bands are the times in which fewer clients come.

        Parameters
        ----------
        title : str, optional
            Default: none.
        language : {"en", "lt"}, default "en"
            Of our own words and of the numbers.

        Returns
        -------
        plotly.graph_objects.Figure
        """
        from socluster.plot.tables.waiting_list import waiting_list  # loads plotly, which is heavy

        shown = self.over_time().reset_index()[["time", "median", "low", "high", "arrivals"]]
        label = axis_of_time(self.unit, language)
        return waiting_list(shown, label=label, title=title, language=language)

    def sentences(self, language: Language = "en") -> list[str]:
        """Return who waits at the horizon, who gave up, where the longest list is, and what is assumed.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        said = [self._headline(language), *self._longest(language)]
        return [*said, *self._assumed(language), *self.about_data(language)]

    def _headline(self, language: Language) -> str:
        table = self.to_frame()
        told = {
            "time": span(self.horizon, self.unit, language),
            "waiting": self._with_interval(table.loc["waiting"], language),
            "arrived": number(table.loc["arrived", "median"], language),
            "served": number(table.loc["served", "median"], language),
            "lost": self._with_interval(table.loc["lost"], language),
            "simulated": count("{n} simulated history", "{n} simulated histories", self.draws, language),
        }
        return say(
            "After {time}, {waiting} clients wait; of {arrived} who came, {served} were served and {lost} gave up or "
            "found nobody (medians of {simulated}).",
            language,
            **told,
        )

    def _with_interval(self, row: pd.Series[Any], language: Language) -> str:
        middle = number(row["median"], language)
        if self.draws < 2 or row["low"] == row["high"]:
            return middle
        return f"{middle} [{number(row['low'], language)}; {number(row['high'], language)}]"

    def _longest(self, language: Language) -> list[str]:
        table = self.by_station()
        if table.empty or not table["waiting"].max() > 0:
            return []
        name = table["waiting"].idxmax()
        row = table.loc[name]
        return [
            say(
                "The longest list is at {name}: {n} clients; who comes there waits {wait} on average, and its servers "
                "are busy {share} of their time.",
                language,
                name=called(self.cluster, [name], language)[0],
                n=number(row["waiting"], language),
                wait=span(float(row["mean_wait"]), self.unit, language),
                share=percent(float(row["utilisation"]), language),
            )
        ]

    def _assumed(self, language: Language) -> list[str]:
        """Return all that the answer rests on and nobody has observed."""
        assumed = self.assumed
        rates = self._range(assumed.service_rate, language)
        said = [
            say(
                "Assumed: clients come independently of each other at the stated rates; a server serves {rate} {per}, "
                "and service times vary by {cv2} (squared coefficient of variation; 0.5 to 2 are usual assumptions).",
                language,
                rate=rates,
                per=per(self.unit, language),
                cv2=number(assumed.cv2, language),
            ),
            self._patience(language),
        ]
        if 0 < np.isfinite(assumed.patience).sum() < len(assumed.patience):
            patient = called(self.cluster, self.stations[np.isinf(assumed.patience)], language)
            said.append(
                say("Assumed: nobody leaves the list at {names}.", language, names=listed(patient, language, most=6))
            )
        if assumed.is_empty:
            said.append(say("Assumed: the list is empty at the beginning.", language))
        if assumed.is_choice and assumed.routing == "capacity":
            said.append(say("Assumed: clients are shared out by what the next actors can serve.", language))
        if assumed.is_choice and assumed.routing == "weight":
            said.append(say("Assumed: clients are shared out by the strength of the ties.", language))
        if assumed.has_season:
            said.append(say("Assumed: arrivals follow the stated year.", language))
        if assumed.has_holidays:
            said.append(say("Assumed: servers are away as stated.", language))
        return said

    def _patience(self, language: Language) -> str:
        known = self.assumed.patience[np.isfinite(self.assumed.patience)]
        if not len(known) or self.assumed.never_leave == 1:
            return say("Assumed: nobody leaves the list, however long it is.", language)
        low, high = (span(each, self.unit, language) for each in (known.min(), known.max()))
        told = {"patience": low if low == high else f"{low} – {high}"}
        if self.assumed.never_leave:
            return say(
                "Assumed: clients are ready to wait {patience} on average (3.5 to 24 months are usual assumptions), "
                "and {share} of them as long as it takes.",
                language,
                share=percent(self.assumed.never_leave, language),
                **told,
            )
        return say(
            "Assumed: clients are ready to wait {patience} on average (3.5 to 24 months are usual assumptions).",
            language,
            **told,
        )

    @staticmethod
    def _range(values: Array, language: Language) -> str:
        if not len(values):
            return number(float("nan"), language)
        low, high = (number(float(each), language) for each in (values.min(), values.max()))
        return low if low == high else f"{low} – {high}"
