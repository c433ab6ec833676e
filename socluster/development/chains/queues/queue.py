"""What a queue at one place says: how many wait, how long, and how many are lost, in the long run."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from socluster._kernels.waiting.erlang import wait_tail
from socluster.core.arguments import choice, is_number
from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem
from socluster.core.result import Result
from socluster.development.chains.queues.assumed import (
    assumed_of_patience,
    assumed_of_service,
    setting_name,
    used_assumptions,
)
from socluster.development.chains.queues.queue_sweep import swept, usual_ranges
from socluster.development.chains.queues.tails import tail_of_endless, tail_of_limited, tail_table
from socluster.development.chains.queues.told import (
    approximated,
    clients,
    come,
    given_up,
    on_list,
    room,
    settles_slowly,
    turned_away,
)
from socluster.development.chains.units import Unit, axis_of_time, nobody_comes, per, scale_of_time, span
from socluster.words import Language, Phrase, count, number, percent, say
from socluster.words.headings import as_title

__all__ = ["Queue"]

_QUANTITIES = (
    "wait_probability", "mean_wait", "queue", "number", "utilisation", "mean_stay", "lost_share", "blocked"
)  # fmt: skip


@dataclass(frozen=True, eq=False, repr=False)
class Queue(Result):
    """A queue in the long run. Its text says how long clients wait, and what is assumed.

    All times are in units of `unit`, all rates per unit.

    Parameters
    ----------
    arrival_rate, service_rate : float
        Clients who come, and clients whom one server serves, in one unit of time.
    servers : int
        Number of servers.
    wait_probability : float
        Probability that a client has to wait (of those who are let in, if the list is closed).
    mean_wait : float
        Mean wait over all of them, those who need not wait or give up included; infinite if the list grows for ever.
    queue : float
        Clients waiting, on average.
    utilisation : float
        Share of their time in which servers are busy; above 1, by how much more would be needed than there is.
    mean_stay : float
        Mean time from coming to going.
    lost_share : float
        Share of the clients who come and are not served: they give up, or are not let in.
    blocked : float
        Share of the clients who are not let in.
    patience_rate : float or None
        1 / the mean time that a client is ready to wait; None if nobody leaves.
    limit : int or None
        Most clients in the system, those in service included; None if there is no limit.
    cv2 : float
        Squared coefficient of variation of service times.
    unit : str
        The unit of time.
    again : callable, optional
        Computes the same with other rates, for `sweep`.
    data_notes : tuple of Phrase
        None: it is computed from rates, not from a cluster.
    """

    arrival_rate: float
    service_rate: float
    servers: int
    wait_probability: float
    mean_wait: float
    queue: float
    utilisation: float
    mean_stay: float
    lost_share: float = 0.0
    blocked: float = 0.0
    patience_rate: float | None = None
    limit: int | None = None
    cv2: float = 1.0
    unit: Unit = "year"
    again: Callable[..., Queue] | None = field(default=None, compare=False)
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)

    @property
    def load(self) -> float:
        """Arrival rate / service rate: how many servers would be busy if all were served at once."""
        return self.arrival_rate / self.service_rate

    @property
    def number(self) -> float:
        """Clients in the system, on average: waiting or in service."""
        return self.queue + self.arrival_rate * (1 - self.lost_share) / self.service_rate

    @property
    def growth(self) -> float:
        """By how many clients the list grows in one unit of time, if nobody leaves; 0 if it has a steady length."""
        grows = self.patience_rate is None and self.limit is None
        return max(0.0, self.arrival_rate - self.servers * self.service_rate) if grows else 0.0

    @property
    def lost(self) -> float:
        """Clients who come and are not served, in one unit of time."""
        return self.arrival_rate * self.lost_share

    @checked
    def exceeds(self, time: float) -> float:
        """Return the probability that a client waits longer than a time (and has not given up by then).

        Parameters
        ----------
        time : float
            In units of `unit`.

        Returns
        -------
        float
            If service times do not vary as exponential ones do (`cv2`), an approximation on the scale of the mean wait.
        """
        if not (is_number(time) and 0 <= time < np.inf):
            raise InputError(Problem("must be a number from 0", column="time", is_argument=True, value=time))
        return float(self._tail(np.array([float(time)]))[0])

    def distribution(self) -> pd.DataFrame:
        """Return the probability of longer waits than each of 61 times, to where it is below 1 in 200.

        Returns
        -------
        DataFrame
            Index `time` in units of `unit`; column longer. Empty if there is no steady state or nobody comes.
        """
        if self.growth or not np.isfinite(self.mean_wait) or self.arrival_rate == 0:
            return pd.DataFrame({"longer": []}, index=pd.Index([], name="time", dtype=float), dtype=float)
        return tail_table(self._tail, max(self.mean_wait, 1e-9 / self.service_rate))

    def _tail(self, times: Array) -> Array:
        if self.growth or not np.isfinite(self.mean_wait):
            return np.ones(len(times))
        if self.arrival_rate == 0:
            return np.zeros(len(times))
        if self.patience_rate is not None:
            return wait_tail(self.arrival_rate, self.service_rate, self.servers, self.patience_rate, times)
        if self.limit is not None:
            return tail_of_limited(self.arrival_rate, self.service_rate, self.servers, self.limit, times)
        return tail_of_endless(
            self.arrival_rate, self.service_rate, self.servers, self.wait_probability, self.cv2, times
        )

    def to_frame(self) -> pd.DataFrame:
        """Return one row per quantity.

        Returns
        -------
        DataFrame
            Index `quantity`, column value: wait_probability, mean_wait, queue, number, utilisation, mean_stay,
            lost_share, blocked, growth.
        """
        names = [*_QUANTITIES, "growth"]
        return pd.DataFrame({"value": [getattr(self, each) for each in names]}, index=pd.Index(names, name="quantity"))

    def sweep(
        self, *, what: str = "mean_wait", ranges: Mapping[str, tuple[float, float]] | None = None
    ) -> pd.DataFrame:
        """Return what the answer would be at the ends of the ranges in which the assumptions lie.

        Parameters
        ----------
        what : str, default "mean_wait"
            Which answer: a row of `to_frame`, or "lost".
        ranges : mapping, optional
            From arrival_rate, service_rate, servers, patience_rate or cv2 to its lowest and highest value. Without it
            the ranges of `assumptions`: a service rate from 75 to 113 % of that stated, a mean patience from 3.5 to 24
            months, service times that vary by 0.5 to 2, each if the answer rests on it.

        Returns
        -------
        DataFrame
            Index `assumption`; columns low, base, high (the answers), from, to (the settings), named after the
            answer. Infinite = no steady state.

        Raises
        ------
        InputError
            If there is no such answer, a range is none, or the answer does not rest on it.
        """
        choice("what", what, (*_QUANTITIES, "lost"))
        if ranges is None:
            ranges = usual_ranges(self.assumptions, self.service_rate, self.patience_rate, self.limit)
        return swept(
            what, getattr(self, what), ranges, self._settings(), lambda name, end: getattr(self._with(name, end), what)
        )

    def _settings(self) -> dict[str, Any]:
        """Return the arguments with which the answer was computed."""
        told: dict[str, Any] = {
            "arrival_rate": self.arrival_rate,
            "service_rate": self.service_rate,
            "servers": self.servers,
        }
        if self.limit is not None:
            return {**told, "limit": self.limit}
        return told | ({"cv2": self.cv2} if self.patience_rate is None else {"patience_rate": self.patience_rate})

    def _with(self, name: str, value: Any) -> Queue:
        if self.again is None:
            raise InputError("a queue that was put together by hand cannot be swept; ask queues.delay for it")
        return self.again(**{**self._settings(), name: value}, unit=self.unit)

    @property
    def assumptions(self) -> pd.DataFrame:
        """What the answer assumes, with the range in which it may lie (`queues.assumptions`).

        Returns
        -------
        DataFrame
            Index `quantity`; columns value (here), default, low, high, unit, mark, source.
        """
        used = {"service_rate": self.service_rate}
        if self.limit is None:
            used["patience"] = float("inf") if self.patience_rate is None else 1 / self.patience_rate
        return used_assumptions(used | ({"cv2": self.cv2} if self.patience_rate is None else {}), self.unit)

    def plot(self, *, title: str | None = None, language: Language = "en") -> Any:
        """Draw the mean wait at the ends of the ranges in which the assumptions lie (`sweep`), where it has an end.

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
        from socluster.plot.tables.tornado import tornado  # loads plotly, which is heavy
        from socluster.plot.text import glued

        swept = self.sweep()[["low", "base", "high"]]
        ends = swept.to_numpy()
        known = ends[np.isfinite(ends)]
        usual = self.mean_wait if np.isfinite(self.mean_wait) or not known.size else float(known.max())
        unit, factor = scale_of_time(usual, self.unit)
        shown = factor * swept if self.arrival_rate > 0 else swept * np.nan
        question = say("Which assumption moves the wait most?", language)
        if np.isinf(self.mean_wait):
            question = say("The list grows: clients wait ever longer", language)
        heading = question if self.arrival_rate > 0 else nobody_comes(language)
        names = {name: setting_name(str(name), language) for name in shown.index}
        return tornado(
            shown.rename(index=names),
            label=axis_of_time(unit, language),
            title=as_title(heading) if title is None else title,
            subtitle=glued(
                [
                    say("arrival rate {rate}", language, rate=number(self.arrival_rate, language)),
                    count("{n} server", "{n} servers", self.servers, language),
                ]
            ),
            caption=say("Computed by a formula from stated and assumed rates, not observed.", language),
            language=language,
        )

    def plot_distribution(self, *, title: str | None = None, language: Language = "en") -> Any:
        """Draw what share of the clients waits longer than each time.

        Parameters
        ----------
        title : str, optional
            Default: how long clients wait on average.
        language : {"en", "lt"}, default "en"
            Of our own words and of the numbers.

        Returns
        -------
        plotly.graph_objects.Figure
        """
        from socluster.plot.tables.waits import waits  # loads plotly, which is heavy

        shown = self.distribution().reset_index()
        unit, factor = scale_of_time(self.mean_wait, self.unit)
        shown["time"] *= factor
        finding = say("The list grows: clients wait ever longer", language)
        if not self.arrival_rate > 0:
            finding = nobody_comes(language)
        if np.isfinite(self.mean_wait) and self.arrival_rate > 0:
            wait = span(self.mean_wait, self.unit, language)
            finding = say("Clients wait {wait} on average", language, wait=wait)
            if self.limit is not None:
                finding = say("Those who are let in wait {wait} on average", language, wait=wait)
        return waits(
            shown,
            label=axis_of_time(unit, language),
            title=as_title(finding) if title is None else title,
            caption=say("Computed by a formula from stated and assumed rates, not observed.", language),
            language=language,
        )

    def sentences(self, language: Language = "en") -> list[str]:
        """Return how long clients wait, how many are lost, and what is assumed.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        if self.arrival_rate == 0:
            return [nobody_comes(language), *self._assumed(language)[:1], *self.about_data(language)]
        said = [
            *(self._lost(language) if self.limit is not None else []),  # who is turned away waits for nothing
            self._headline(language),
            *self._settles(language),
            *(self._lost(language) if self.limit is None else []),
            *approximated(self.cv2, self.mean_wait, language),
        ]
        return [*said, *self._assumed(language), *self.about_data(language)]

    def _headline(self, language: Language) -> str:
        told = {
            "use": percent(self.utilisation, language),
            "clients": clients(self.arrival_rate, language),
            "places": room(self.servers * self.service_rate, language),
            "per": per(self.unit, language),
        }
        if not np.isfinite(self.mean_wait) and not self.growth:
            return say(
                "At 100% of capacity ({clients} for {places} {per}) the list has no steady length; "
                "there is no steady waiting time.",
                language,
                **told,
            )
        if self.growth:
            return say(
                "At {use} of capacity ({clients} for {places} {per}) the list grows by about {growth} "
                "{per}; there is no steady waiting time.",
                language,
                growth=number(self.growth, language),
                **told,
            )
        told["come"] = come(self.arrival_rate, language)
        told["queue"] = on_list(self.queue, language)
        told["wait"] = span(self.mean_wait, self.unit, language)
        told["share"] = percent(self.wait_probability, language)
        if self.limit == self.servers:
            return say("{come} for {places} {per}; those who are let in need not wait.", language, **told)
        if self.limit is not None:
            return say(
                "Those who are let in wait {wait} on average: {come} for {places} {per}; {share} of those let in have "
                "to wait at all, and {queue}.",
                language,
                **told,
            )
        return say(
            "Clients wait {wait} on average: {come} for {places} {per}; {share} of them have to wait at all, and "
            "{queue}.",
            language,
            **told,
        )

    def _settles(self, language: Language) -> list[str]:
        if self.patience_rate is not None or self.limit is not None:  # these shorten a list, not spare capacity alone
            return []
        return settles_slowly(self.utilisation, self.servers * self.service_rate, self.unit, language)

    def _lost(self, language: Language) -> list[str]:
        if self.limit is not None:
            return [turned_away(self.lost, self.blocked, self.unit, language)]
        return [] if self.patience_rate is None else [given_up(self.lost, self.lost_share, self.unit, language)]

    def _assumed(self, language: Language) -> list[str]:
        said = assumed_of_service(self.service_rate, self.cv2, self.unit, language)
        return (
            [said] if self.limit is not None else [said, assumed_of_patience(self.patience_rate, self.unit, language)]
        )
