"""What simulated clients say: who was served, who gave up, who waits, and what one change makes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
import pandas as pd

from socluster.core.arguments import choice
from socluster.core.called import called
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError
from socluster.core.result import Result
from socluster.development.chains.queues.assumed import setting_name, used_assumptions
from socluster.development.chains.simulation_assumed import Assumed
from socluster.development.chains.simulation_tables import busy_share, factors_at, station_table
from socluster.development.chains.simulation_text import Circumstances, headline, longest_list
from socluster.development.chains.units import Unit, axis_of_time, nobody_comes, scale_of_time, span
from socluster.draws.spread import INTERVAL, spread
from socluster.words import Language, Phrase, measure_name, percent, say
from socluster.words.headings import as_title
from socluster.words.intervals import with_interval

__all__ = ["ClientSimulation"]


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
        Times waited, and the integrals over time of those waiting and of the servers who are there and busy.
    lists : array of float of shape (draws, times, steps)
        Those waiting at each step, the second and those after it, at each time.
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
    again : callable, optional
        Simulates the same with other assumptions, for `sweep`.
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
    again: Callable[..., ClientSimulation] | None = field(default=None, compare=False)

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
        """By station, share of the time of its servers in which they were busy, over all draws.

        Only the time when they are there counts: not that of services which pause, or run on, while servers are away.
        """
        return pd.Series(busy_share(self.servers, self.ends, self.sums), index=self.stations, name="utilisation")

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
            waiting_high, mean_wait (of those who came to it, over all draws), unit (of time, of mean_wait),
            utilisation.
        """
        kind = self.cluster.actors["kind"].reindex(self.stations)
        found = station_table(self.counts, self.sums, self.interval).set_axis(self.stations, axis="index")
        found.insert(0, "step", kind.to_numpy())
        return found.assign(unit=self.unit, utilisation=self.utilisation.to_numpy())

    def over_time(self, *, step: str | None = None) -> pd.DataFrame:
        """Return how many wait over time.

        Parameters
        ----------
        step : str, optional
            At which step: a kind of actors; without it on any list.

        Returns
        -------
        DataFrame
            Index `time`, in units; columns median, mean, low, high, arrivals (by what they were multiplied until then).
        """
        kinds = self.steps[1:]
        if step is not None:
            choice("step", step, kinds)
        lists = self.lists.sum(axis=2) if step is None else self.lists[:, :, kinds.index(step)]
        table = spread(lists, self.interval)[["median", "mean", "low", "high"]]
        table["arrivals"] = factors_at(self.times, self.season, 1e-9 * self.horizon)
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

    def sweep(self, *, what: Literal["lost", "waiting", "served", "mean_wait", "lost_share"] = "lost") -> pd.DataFrame:
        """Return what the answer would be at the ends of the ranges in which the assumptions lie.

        The same clients come in all of these simulations. Service rates are taken from 75 to 113 % of those stated, the
        mean patience of those who may leave from 3.5 to 24 months, and the variation of service times from 0.5 to 2
        (`queues.assumptions`).

        Parameters
        ----------
        what : {"lost", "waiting", "served", "mean_wait", "lost_share"}, default "lost"
            Which answer: its mean over the draws.

        Returns
        -------
        DataFrame
            Index `assumption`: service_rate, patience (if anybody may leave), cv2; columns low, base, high (the
            answers), from, to (the settings; of service rates as shares of those stated), named after the answer.
        """
        if self.again is None:
            raise InputError("a simulation that was put together by hand cannot be swept; ask simulate_clients for it")
        table = self.assumptions
        usual, least, most = table.loc["service_rate", ["default", "low", "high"]].tolist()
        ranges = {"service": (least / usual, most / usual)}
        if np.isfinite(self.assumed.patience).any():
            ranges["patience"] = tuple(table.loc["patience", ["low", "high"]].tolist())
        ranges["cv2"] = tuple(table.loc["cv2", ["low", "high"]].tolist())
        base = float(self.values[what].mean())
        rows = {}
        for name, ends in ranges.items():
            low, high = (float(self.again(**{name: end}).values[what].mean()) for end in ends)
            rows["service_rate" if name == "service" else name] = [low, base, high, *ends]
        found = pd.DataFrame.from_dict(rows, orient="index", columns=["low", "base", "high", "from", "to"])
        return found.rename_axis("assumption").rename_axis(what, axis="columns")

    def plot_sweep(
        self,
        *,
        what: Literal["lost", "waiting", "served", "mean_wait", "lost_share"] = "lost",
        title: str | None = None,
        language: Language = "en",
    ) -> Any:
        """Draw the answer at the ends of the ranges in which the assumptions lie (`sweep`).

        Parameters
        ----------
        what : {"lost", "waiting", "served", "mean_wait", "lost_share"}, default "lost"
            Which answer: its mean over the draws.
        title : str, optional
            Default: the question.
        language : {"en", "lt"}, default "en"
            Of our own words and of the numbers.

        Returns
        -------
        plotly.graph_objects.Figure
        """
        from socluster.plot.caption import about, source_of  # loads plotly, which is heavy
        from socluster.plot.tables.tornado import tornado

        shown = self.sweep(what=what)[["low", "base", "high"]]
        names = {name: setting_name(str(name), language) for name in shown.index}
        called_so = {"mean_wait": "mean_wait", "lost_share": "share_lost"}.get(what, f"clients_{what}")
        simulated = say("Simulated under stated assumptions, not observed.", language)
        return tornado(
            shown.rename(index=names),
            label=measure_name(called_so, language),
            title=say("Which assumption moves the answer most?", language) if title is None else title,
            subtitle=about(language, cluster=self.cluster.name, draws=self.draws),
            caption=f"{simulated} {source_of(self.cluster, language)}",
            language=language,
        )

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

    def plot(self, *, title: str | None = None, language: Language = "en") -> Any:
        """Draw the list over time with its interval; grey bands are the times in which fewer clients come.

        Parameters
        ----------
        title : str, optional
            Default: how many wait at the end.
        language : {"en", "lt"}, default "en"
            Of our own words and of the numbers.

        Returns
        -------
        plotly.graph_objects.Figure
        """
        from socluster.plot.caption import about, source_of  # loads plotly, which is heavy
        from socluster.plot.tables.waiting_list import waiting_list

        shown = self.over_time().reset_index()[["time", "median", "low", "high", "arrivals"]]
        unit, factor = scale_of_time(self.horizon, self.unit)
        shown["time"] *= factor
        label = axis_of_time(unit, language)
        finding = self._finding(language)
        simulated = say("Simulated under stated assumptions, not observed.", language)
        source = source_of(self.cluster, language)
        return waiting_list(
            shown,
            label=label,
            title=as_title(finding) if title is None else title,
            subtitle=about(language, cluster=self.cluster.name, level=self.interval, draws=self.draws),
            caption=f"{simulated} {source}",
            language=language,
        )

    def _finding(self, language: Language) -> str:
        """Say how many wait; if nobody comes, or all who come find nobody to go to, say that."""
        if not self.values["arrived"].sum() > 0:
            return nobody_comes(language)
        if not self.values["served"].sum() > 0 and self._stranded == 1:
            return say("No client is served: all find nobody to go to", language)
        return say(
            "After {time}, {waiting} clients wait",
            language,
            time=span(self.horizon, self.unit, language),
            waiting=self._with_interval(self.to_frame().loc["waiting"], language),
        )

    @property
    def _circumstances(self) -> Circumstances:
        return Circumstances(self.horizon, self.unit, self.assumed.start, self.draws, self.interval)

    @property
    def _stranded(self) -> float:
        """What share of those who came found nobody to go to, over all draws; 0 if nobody came."""
        came = float(self.values["arrived"].sum())
        return float(self.values["without_path"].sum()) / came if came else 0.0

    def _without_path(self, language: Language) -> list[str]:
        if not self._stranded > 0:
            return []
        share = percent(self._stranded, language)
        return [say("{share} of those who came found nobody to go to: no tie leads on.", language, share=share)]

    def sentences(self, language: Language = "en") -> list[str]:
        """Return who waits at the horizon, who gave up, where the longest list is, and what is assumed.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        if not self.values["arrived"].sum() > 0:
            said = [nobody_comes(language)]
        else:
            said = [
                headline(self.to_frame(), self._circumstances, language),
                *self._without_path(language),
                *self._longest(language),
            ]
        return [*said, *self._assumptions_said(language), *self.about_data(language)]

    def _with_interval(self, row: pd.Series[Any], language: Language) -> str:
        return with_interval(row["median"], row["low"], row["high"], self.interval, language)

    def _longest(self, language: Language) -> list[str]:
        table = self.by_station()
        if table.empty or not table["waiting"].max() > 0:
            return []
        name = table["waiting"].idxmax()
        return [longest_list(called(self.cluster, [name], language)[0], table.loc[name], self.unit, language)]

    def _assumptions_said(self, language: Language) -> list[str]:
        patient = self.stations[np.isinf(self.assumed.patience)]
        return self.assumed.sentences(called(self.cluster, patient, language), self.unit, language)
