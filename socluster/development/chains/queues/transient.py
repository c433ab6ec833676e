"""A waiting list over time: from a starting list to a horizon, with rates that may change with the school year."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from socluster._kernels.waiting.over_time import after
from socluster.core.arguments import is_number
from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem
from socluster.core.result import Result
from socluster.development.chains.queues.assumed import assumed_of_patience, used_assumptions
from socluster.development.chains.queues.calendar import Phase, cycle, phases
from socluster.development.chains.queues.checks import rate, whole_servers
from socluster.development.chains.units import Unit, axis_of_time, nobody_comes, per, scale_of_time, span
from socluster.words import Language, Phrase, marked, number, percent, say
from socluster.words.headings import as_title

__all__ = ["QueueOverTime", "transient"]

_REST = 1e-12  # probability beyond which states are left out
_MOST_STATES = 100_000
_POINTS = 24  # in a unit of time, at which the list is looked at beside the ends of phases
_MOST_POINTS = 600
_MOST_STEPS = 2_000_000  # of the chain, each a change or none: some tens of seconds


@dataclass(frozen=True, eq=False, repr=False)
class QueueOverTime(Result):
    """A waiting list over time. Its text says how long it is at the horizon, and what is assumed.

    Parameters
    ----------
    horizon : float
        How far it looks, in units of `unit`.
    waiting : float
        Clients waiting at the horizon, on average.
    number : float
        Clients in the system at the horizon, waiting or in service.
    arrived, served, lost : float
        Clients who came, were served and gave up by then, on average.
    start : int
        Clients in the system at the beginning.
    service_rate : float
        Clients whom one server serves in one unit of time.
    patience_rate : float or None
        1 / the mean time that a client is ready to wait; None if nobody leaves.
    utilisation : float
        Clients who come by the horizon / those whom the servers could serve by then.
    truncated_at : int
        The number in the system beyond which states are left out: they have a probability below 10^-12.
    values : DataFrame
        Index `time`; columns waiting, number, arrival_rate, servers (until then).
    unit : str
        The unit of time.
    data_notes : tuple of Phrase
        None: it is computed from rates, not from a cluster.
    """

    horizon: float
    waiting: float
    number: float
    arrived: float
    served: float
    lost: float
    start: int
    service_rate: float
    patience_rate: float | None
    utilisation: float
    truncated_at: int
    values: pd.DataFrame = field(compare=False)
    unit: Unit
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)

    def to_frame(self) -> pd.DataFrame:
        """Return the list over time.

        Returns
        -------
        DataFrame
            Index `time`, in units; columns waiting and number (on average), arrival_rate and servers (until then).
        """
        return self.values.copy()

    def at(self, time: float) -> float:
        """Return how many wait at a time, on average: between the times of `to_frame`, on the line between them.

        Parameters
        ----------
        time : float
            In units of `unit`, from 0 to the horizon.
        """
        if not (is_number(time) and 0 <= time <= self.horizon):
            raise InputError(Problem("must lie between 0 and the horizon", column="time", is_argument=True, value=time))
        return float(np.interp(time, self.values.index.to_numpy(dtype=float), self.values["waiting"].to_numpy()))

    @property
    def assumptions(self) -> pd.DataFrame:
        """What the answer assumes, with the range in which it may lie (`queues.assumptions`).

        Returns
        -------
        DataFrame
            Index `quantity`; columns value (here), default, low, high, unit, mark, source.
        """
        patience = float("inf") if self.patience_rate is None else 1 / self.patience_rate
        return used_assumptions({"service_rate": self.service_rate, "patience": patience}, self.unit)

    def plot(self, *, title: str | None = None, language: Language = "en") -> Any:
        """Draw the list over time; grey bands are the times in which fewer clients come.

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
        from socluster.plot.tables.waiting_list import waiting_list  # loads plotly, which is heavy

        shown = self.values.rename(columns={"waiting": "median", "arrival_rate": "arrivals"}).reset_index()
        unit, factor = scale_of_time(self.horizon, self.unit)
        shown["time"] *= factor
        label = axis_of_time(unit, language)
        finding = nobody_comes(language)
        if self._has_clients:
            finding = say(
                "After {time}, {waiting} clients wait",
                language,
                time=span(self.horizon, self.unit, language),
                waiting=number(self.waiting, language),
            )
        return waiting_list(
            shown[["time", "median", "arrivals"]],
            label=label,
            title=as_title(finding) if title is None else title,
            caption=say("Computed by a formula from stated and assumed rates, not observed.", language),
            language=language,
        )

    @property
    def _has_clients(self) -> bool:
        """Whether anybody comes or is there in the beginning."""
        return self.arrived > 0 or self.start > 0

    def sentences(self, language: Language = "en") -> list[str]:
        """Return how long the list is at the horizon, whether load exceeds capacity, and what is assumed.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        if not self._has_clients:
            return [nobody_comes(language), *self._assumed(language), *self.about_data(language)]
        said = say(
            "After {time}, {waiting} clients wait on average, beginning with {start} in the system.",
            language,
            time=span(self.horizon, self.unit, language),
            waiting=number(self.waiting, language),
            start=number(self.start, language),
        )
        cut = say(
            "Numbers in the system above {n} are left out: they have a probability below 10⁻¹².",
            language,
            n=number(self.truncated_at, language),
        )
        return [said, self._load(language), cut, *self._assumed(language), *self.about_data(language)]

    def _load(self, language: Language) -> str:
        told = {
            "use": percent(self.utilisation, language),
            "arrived": number(self.arrived, language),
            "served": number(self.served, language),
        }
        if self.patience_rate is not None:
            return say(
                "{arrived} come, {served} are served and {lost} give up by then.",
                language,
                lost=number(self.lost, language),
                **told,
            )
        if np.isinf(self.utilisation):
            return say("{arrived} come, and nobody is there to serve them.", language, **told)
        if np.isclose(self.utilisation, 1):
            return say(
                "{arrived} come, as many as the servers could serve by then: the list has no steady length.",
                language,
                **told,
            )
        if self.utilisation > 1:
            return say(
                "{arrived} come, {use} of those whom the servers could serve by then: the list grows as long as this "
                "lasts, by about {growth} {per} in the long run, and there is no steady waiting time.",
                language,
                growth=number(self.arrived * (1 - 1 / self.utilisation) / self.horizon, language),
                per=per(self.unit, language),
                **told,
            )
        return say("{arrived} come, {use} of those whom the servers could serve by then.", language, **told)

    def _assumed(self, language: Language) -> list[str]:
        said = []
        if not self.start:
            said.append(say("Assumed: the list is empty at the beginning.", language))
        said.append(
            say(
                "Assumed: clients come independently of each other, at the stated rates, and one server serves {rate} "
                "{per}, with exponential service times.",
                language,
                rate=number(self.service_rate, language),
                per=per(self.unit, language),
            )
        )
        return [*said, assumed_of_patience(self.patience_rate, self.unit, language)]


@checked
def transient(
    arrival_rate: Any,
    service_rate: float,
    servers: Any,
    *,
    horizon: float,
    start: int | None = None,
    patience_rate: float | None = None,
    unit: Unit = "year",
) -> QueueOverTime:
    r"""How long is the list after some time, from what it is now, over a school year?

    A waiting list is rarely in its steady state. The distribution p of the number in the system follows

    .. math:: p'(t) = p(t) Q(t)

    with rates that are constant in each phase of a year; it is computed exactly by uniformisation.

    Parameters
    ----------
    arrival_rate : float or sequence of (length, rate)
        Clients who come in one unit of time; or phases of a cycle that repeats (`school_year`).
    service_rate : float
        Clients whom one server serves in one unit of time.
    servers : int or sequence of (length, servers)
        How many servers; or phases of a cycle. If staff is away, those in service wait until it is back.
    horizon : float
        How far to look, in units of time.
    start : int
        How many clients are in the system now: on the list or in service. An empty list (0) is an assumption, so it has
        to be stated.
    patience_rate : float, optional
        1 / the mean time that a client is ready to wait; without it nobody leaves.
    unit : {"year", "month", "week", "day"}, default "year"
        The unit of time.

    Returns
    -------
    QueueOverTime
        `waiting` and `number` at the horizon; `.to_frame()`: over time; `.at(time)`; `.plot()`.

    Raises
    ------
    InputError
        If the start is not stated, a rate or a phase is none, or the list grows beyond 100,000 clients,
        or more than 2 million changes of the list would have to be followed.

    References
    ----------
    Jensen, A. (1953). Markoff chains as an aid in the study of Markoff processes. Skandinavisk Aktuarietidskrift, 36,
    87-91. doi:10.1080/03461238.1953.10419459

    Examples
    --------
    >>> import socluster as sc
    >>> grows = sc.queues.transient(100, 40, 2, horizon=1, start=0)
    >>> round(grows.waiting, 6), grows.truncated_at < 200
    (22.198851, True)
    >>> year = sc.queues.transient(sc.queues.school_year(120), 50, 2, horizon=2, start=0)
    >>> [round(year.at(time), 2) for time in (10 / 12, 1, 1 + 10 / 12, 2)]
    [19.61, 6.36, 24.77, 10.56]
    """
    comes, works = cycle("arrival_rate", arrival_rate, unit), cycle("servers", servers, unit)
    for _, value in works:
        if value:
            whole_servers("servers", value)
    service, ahead = rate("service_rate", service_rate), rate("horizon", horizon)
    patience = None if patience_rate is None else rate("patience_rate", patience_rate)
    there = _start(start)
    found = phases([comes, works], ahead)
    most = sum(phase.length * phase.values[0] for phase in found)
    size = there + int(most + 8 * np.sqrt(most) + 40)
    if size > _MOST_STATES:
        raise InputError("the list may grow beyond {n} clients; look at a shorter horizon", {"n": float(_MOST_STATES)})
    _refuse_endless(found, service, patience, size)
    return _followed(found, service, patience, there, size, ahead, unit)


def _refuse_endless(found: list[Phase], service: float, patience: float | None, size: int) -> None:
    """Refuse rates so high that the list changes more often than can be followed."""
    steps = 0.0
    for phase in found:
        arrivals, crew = phase.values
        leave = min(size, crew) * service + max(size - crew, 0) * (patience or 0.0)
        steps += phase.length * (arrivals + leave)
    if steps > _MOST_STEPS:
        raise InputError(
            "at these rates up to {n} clients come, are served or leave until then, too many to follow; look at a "
            "shorter horizon",
            {"n": steps},
        )


def _start(start: Any) -> int:
    if isinstance(start, int | np.integer) and not isinstance(start, bool) and 0 <= start <= _MOST_STATES:
        return int(start)
    message = marked(
        "say how many clients are in the system now, on the list or in service: a whole number from 0; that it is "
        "empty would be an assumption"
    )
    raise InputError(Problem(message, column="start", is_argument=True, value=start))


def _followed(
    found: list[Phase],
    service: float,
    patience: float | None,
    start: int,
    size: int,
    horizon: float,
    unit: Unit,
) -> QueueOverTime:
    """Follow the distribution over all phases, with as many states as any of them may reach."""
    states = np.arange(size + 1)
    shares = np.zeros(size + 1)
    shares[start] = 1.0
    reached, served, lost, time = start, 0.0, 0.0, 0.0
    rows = [_row(0.0, shares, found[0], states)]
    for phase in found:
        arrivals, crew = phase.values
        births = np.full(size, arrivals)
        deaths = np.minimum(states[1:], crew) * service + np.maximum(states[1:] - crew, 0) * (patience or 0.0)
        parts = max(1, min(int(np.ceil(phase.length * _POINTS)), _MOST_POINTS // len(found)))
        for _ in range(parts):
            used = min(size, _states_needed(shares, arrivals * phase.length / parts))
            ended, inside = after(shares[: used + 1], births[:used], deaths[:used], phase.length / parts)
            shares = np.concatenate([ended, np.zeros(size - used)])
            served += service * float(np.minimum(states[: used + 1], crew) @ inside)
            lost += (patience or 0.0) * float(np.maximum(states[: used + 1] - crew, 0) @ inside)
            time += phase.length / parts
            rows.append(_row(time, shares, phase, states))
        reached = max(reached, int(np.flatnonzero(shares > _REST).max(initial=0)))
    table = pd.DataFrame(rows, columns=["time", "waiting", "number", "arrival_rate", "servers"]).set_index("time")
    arrived = sum(phase.length * phase.values[0] for phase in found)
    could = service * sum(phase.length * phase.values[1] for phase in found)
    return QueueOverTime(
        horizon=horizon,
        waiting=float(table["waiting"].iloc[-1]),
        number=float(table["number"].iloc[-1]),
        arrived=arrived,
        served=served,
        lost=lost,
        start=start,
        service_rate=service,
        patience_rate=patience,
        utilisation=arrived / could if could else float("inf") if arrived else 0.0,
        truncated_at=reached + 1,
        values=table,
        unit=unit,
    )


def _states_needed(shares: Array, arriving: float) -> int:
    """Return the last state that may be reached with more than a negligible probability."""
    there = int(np.flatnonzero(shares > _REST**1.25).max(initial=0))
    return there + int(arriving + 9 * np.sqrt(arriving) + 30)


def _row(time: float, shares: Array, phase: Phase, states: Array) -> tuple[float, ...]:
    arrivals, crew = phase.values
    return time, float(np.maximum(states - crew, 0) @ shares), float(states @ shares), arrivals, crew
