"""Several queues one after the other: an open network of Jackson, and its approximation where clients give up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem, nearest
from socluster.core.result import Result
from socluster.development.chains.queues.abandonment import abandonment
from socluster.development.chains.queues.checks import rate, whole_servers
from socluster.development.chains.queues.delay import delay
from socluster.development.chains.queues.queue import Queue
from socluster.development.chains.units import Unit, axis_of_time, nobody_comes, per, scale_of_time, span
from socluster.words import Language, Phrase, listed, marked, number, percent, say
from socluster.words.headings import as_title

__all__ = ["QueueNetwork", "network"]

_ROUNDS = 10_000  # of passing on thinned flows, which settle within some dozens


@dataclass(frozen=True, eq=False, repr=False)
class QueueNetwork(Result):
    """Several queues in the long run. Its text says how long clients are in the system, and where they wait.

    Parameters
    ----------
    arrivals : Series of float
        By station, clients who come in one unit of time, from outside and from other stations.
    mean_wait : Series of float
        By station, the mean wait; infinite where the list grows for ever.
    number : float
        Clients in the system, on average.
    mean_stay : float
        Mean time in the system, over all stations that a client passes.
    lost_share : float
        Share of the clients from outside who give up somewhere; 0 if nobody leaves.
    stations : mapping from str to Queue
        Each queue as if it stood alone.
    unit : str
        The unit of time.
    data_notes : tuple of Phrase
        None: it is computed from rates, not from a cluster.
    """

    arrivals: pd.Series[Any] = field(compare=False)
    mean_wait: pd.Series[Any] = field(compare=False)
    number: float
    mean_stay: float
    lost_share: float
    stations: Mapping[str, Queue] = field(compare=False)
    unit: Unit
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)

    def to_frame(self) -> pd.DataFrame:
        """Return one row per station.

        Returns
        -------
        DataFrame
            Index `station`; columns arrivals, utilisation, wait_probability, mean_wait, queue, number, lost_share.
        """
        names = ["utilisation", "wait_probability", "mean_wait", "queue", "number", "lost_share"]
        rows = [[getattr(station, each) for each in names] for station in self.stations.values()]
        table = pd.DataFrame(rows, columns=names, index=self.arrivals.index)
        table.insert(0, "arrivals", self.arrivals)
        return table

    def plot(self, *, title: str | None = None, language: Language = "en") -> Any:
        """Draw the mean wait at every station.

        Parameters
        ----------
        title : str, optional
            Default: where clients wait longest.
        language : {"en", "lt"}, default "en"
            Language of the words around the names.

        Returns
        -------
        plotly.graph_objects.Figure
        """
        from socluster.plot import bars  # plotly is heavy; load it when somebody wants to see

        usual = float(self.mean_wait[np.isfinite(self.mean_wait)].max()) if np.isfinite(self.mean_wait).any() else 1.0
        told = [span(float(wait), self.unit, language, beside=usual) for wait in self.mean_wait]
        unit, factor = scale_of_time(usual, self.unit)
        waits = factor * self.mean_wait.to_numpy(dtype=float)
        frame = pd.DataFrame({"value": waits, "told": told}, index=self.arrivals.index)
        came = bool(self.arrivals.sum() > 0)
        return bars(
            frame if came else frame.iloc[:0],
            label=say("mean wait, {unit}", language, unit=axis_of_time(unit, language)),
            title=as_title(self._finding(language)) if title is None else title,
            caption=say("Computed by a formula from stated and assumed rates, not observed.", language),
            language=language,
        )

    def _finding(self, language: Language) -> str:
        if not self.arrivals.sum() > 0:
            return nobody_comes(language)
        if not np.isfinite(self.mean_wait).all() or not self.mean_wait.max() > self.mean_wait.min():
            return self._headline(language)
        return say(
            "Clients wait longest at {name}: {wait} on average",
            language,
            name=str(self.mean_wait.idxmax()),
            wait=span(float(self.mean_wait.max()), self.unit, language),
        )

    def sentences(self, language: Language = "en") -> list[str]:
        """Return how long clients are in the system, where they wait most, and what is assumed.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        if not self.arrivals.sum() > 0:
            return [nobody_comes(language), self._assumed(language), *self.about_data(language)]
        return [self._headline(language), *self._lost(language), self._assumed(language), *self.about_data(language)]

    def _headline(self, language: Language) -> str:
        growing = [name for name, station in self.stations.items() if not np.isfinite(station.mean_wait)]
        if growing:
            return say(
                "There is no steady time in the system: the list grows without end at {names}.",
                language,
                names=listed(growing, language, most=6),
            )
        longest = str(self.mean_wait.idxmax())
        return say(
            "Clients are in the system for {stay} on average, {number} of them at a time; they wait longest at {name}: "
            "{wait} on average.",
            language,
            stay=span(self.mean_stay, self.unit, language),
            number=number(self.number, language),
            name=longest,
            wait=span(float(self.mean_wait.max()), self.unit, language),
        )

    def _lost(self, language: Language) -> list[str]:
        if all(station.patience_rate is None for station in self.stations.values()):
            return []
        return [
            say(
                "{share} of the clients give up somewhere. That is an approximation: who is passed on comes as if at "
                "random.",
                language,
                share=percent(self.lost_share, language, decimals=1),
            )
        ]

    def _assumed(self, language: Language) -> str:
        return say(
            "Assumed: clients come independently of each other and of the season, service times are exponential, and "
            "who is passed on to whom does not depend on the client; rates count {per}.",
            language,
            per=per(self.unit, language),
        )


@checked
def network(
    arrival_rate: Any,
    routing: Any,
    service_rate: Any,
    servers: Any,
    *,
    patience_rate: Any = None,
    unit: Unit = "year",
) -> QueueNetwork:
    r"""How long do clients wait in several queues, of which each passes them on to others?

    Without abandonment it is an open network of Jackson: every station is a queue M/M/c by itself, with the arrivals

    .. math:: \lambda = \gamma + P^\top \lambda

    Parameters
    ----------
    arrival_rate : mapping, Series or sequence
        By station, clients who come from outside in one unit of time.
    routing : DataFrame, mapping of mappings, or array
        From station (row) to station (column): what share of those who are served is passed on. Rows add up to at most
        1; the rest leaves the system.
    service_rate, servers : mapping, Series, sequence or number
        By station: clients whom one server serves, and servers; a number holds for all.
    patience_rate : mapping, Series, sequence or number, optional
        By station, 1 / the mean time that a client is ready to wait. Then only those who are served are passed on; an
        approximation, since they do not come at random.
    unit : {"year", "month", "week", "day"}, default "year"
        The unit of time of all rates.

    Returns
    -------
    QueueNetwork
        `arrivals` and `mean_wait` by station, `number` and `mean_stay` in the system; `.to_frame()`.

    Raises
    ------
    InputError
        If the shares of a row add up to more than 1, clients never leave, or a rate is none.

    Notes
    -----
    Exact for exponential service times, one routing for all clients, and nobody who gives up (Jackson's theorem).

    References
    ----------
    Jackson, J. R. (1957). Networks of waiting lines. Operations Research, 5, 518-521. doi:10.1287/opre.5.4.518

    Examples
    --------
    >>> import socluster as sc
    >>> shares = {"manager": {"psychologist": 0.6}, "psychologist": {}}
    >>> system = sc.queues.network({"manager": 40, "psychologist": 0}, shares, {"manager": 30, "psychologist": 20}, 2)
    >>> system.arrivals.tolist()
    [40.0, 24.0]
    """
    names = _stations(arrival_rate)
    from_outside = _by_station("arrival_rate", arrival_rate, names, may_be_zero=True)
    shares = _shares(routing, names)
    service = _by_station("service_rate", service_rate, names)
    crew = [whole_servers("servers", each) for each in _values("servers", servers, names)]
    patience = None if patience_rate is None else _by_station("patience_rate", patience_rate, names)
    arrivals = _settled(from_outside, shares, service, crew, patience)
    stations = {
        name: _station(arrivals[k], service[k], crew[k], None if patience is None else patience[k], unit)
        for k, name in enumerate(names)
    }
    index = pd.Index(names, name="station")
    number_in = float(sum(station.number for station in stations.values()))
    total = float(from_outside.sum())
    return QueueNetwork(
        arrivals=pd.Series(arrivals, index=index, name="arrivals"),
        mean_wait=pd.Series([each.mean_wait for each in stations.values()], index=index, name="mean_wait"),
        number=number_in,
        mean_stay=number_in / total if total else float("nan"),
        lost_share=sum(each.lost for each in stations.values()) / total if total else float("nan"),
        stations=stations,
        unit=unit,
    )


def _station(arrivals: float, service: float, servers: int, patience: float | None, unit: Unit) -> Queue:
    if patience is None:
        return delay(arrivals, service, servers, unit=unit)
    return abandonment(arrivals, service, servers, patience, unit=unit)


def _settled(outside: Array, shares: Array, service: Array, crew: list[int], patience: Array | None) -> Array:
    """Return the arrivals at every station; with patience, where those who give up are not passed on any more."""
    if patience is None:
        arrivals: Array = np.linalg.solve(np.eye(len(outside)) - shares.T, outside)
        return arrivals
    arrivals = outside.copy()
    for _ in range(_ROUNDS):
        served = [
            each * (1 - _station(each, service[k], crew[k], patience[k], "year").lost_share)
            for k, each in enumerate(arrivals.tolist())
        ]
        following = outside + shares.T @ np.array(served)
        if np.abs(following - arrivals).max(initial=0.0) < 1e-12 * max(1.0, float(outside.sum())):
            break
        arrivals = following
    return arrivals


def _stations(arrivals: Any) -> list[str]:
    """Return the names of the stations, as the arrivals name them."""
    if isinstance(arrivals, Mapping):
        names = list(arrivals)
    elif isinstance(arrivals, pd.Series):
        names = arrivals.index.tolist()
    elif isinstance(arrivals, Iterable) and not isinstance(arrivals, str | pd.DataFrame):
        names = list(range(1, len(list(arrivals)) + 1))
    else:
        names = []
    if not names or len({str(each) for each in names}) < len(names):
        message = marked("give a rate for each station, as in {'case manager': 40, 'psychologist': 0}")
        raise InputError(Problem(message, column="arrival_rate", is_argument=True, value=arrivals))
    return [str(each) for each in names]


def _values(argument: str, given: Any, names: list[str]) -> list[Any]:
    """Return one value per station."""
    if isinstance(given, pd.Series):
        given = given.to_dict()
    if isinstance(given, Mapping):
        told = {str(name): value for name, value in given.items()}
        problems = [
            Problem("is no station", column=argument, is_argument=True, value=each, nearest=nearest(each, names))
            for each in told
            if each not in names
        ]
        message = marked("has no value")
        problems += [
            Problem(message, row=each, column=argument, is_argument=True) for each in names if each not in told
        ]
        if problems:
            raise InputError(problems)
        return [told[name] for name in names]
    if isinstance(given, Iterable) and not isinstance(given, str | pd.DataFrame):
        listed_ = list(given)
        if len(listed_) == len(names):
            return listed_
        message = marked("has another length than there are stations ({n})")
        raise InputError(
            Problem(message, column=argument, is_argument=True, value=len(listed_), values={"n": len(names)})
        )
    return [given] * len(names)


def _by_station(argument: str, given: Any, names: list[str], *, may_be_zero: bool = False) -> Array:
    return np.array([rate(argument, each, may_be_zero=may_be_zero) for each in _values(argument, given, names)])


def _shares(routing: Any, names: list[str]) -> Array:
    """Return the shares that are passed on, from row to column.

    Raises
    ------
    InputError
        If they are none, a row adds up to more than 1, or clients never leave.
    """
    table = _table(routing, names)
    if not (np.isfinite(table).all() and (table >= 0).all()):
        message = marked("must hold shares from 0 to 1")
        raise InputError(Problem(message, column="routing", is_argument=True))
    message = marked("adds up to more than 1: no more can be passed on than were served")
    problems = [
        Problem(message, row=names[row], column="routing", is_argument=True, value=round(float(total), 6))
        for row, total in enumerate(table.sum(axis=1).tolist())
        if total > 1 + 1e-9
    ]
    if problems:
        raise InputError(problems)
    if len(table) and np.abs(np.linalg.eigvals(table)).max() > 1 - 1e-12:
        raise InputError(
            "clients never leave: among some stations everybody is passed on for ever; let a row of routing add up to "
            "less than 1"
        )
    return table


def _table(routing: Any, names: list[str]) -> Array:
    if isinstance(routing, pd.DataFrame):
        routing = {row: dict(zip(routing.columns, routing.loc[row].tolist(), strict=True)) for row in routing.index}
    message = marked("must be a table of shares from station to station, as in {'manager': {'psychologist': 0.6}}")
    if isinstance(routing, Mapping):
        table = np.zeros((len(names), len(names)))
        for row, shares in routing.items():
            if not isinstance(shares, Mapping):
                raise InputError(Problem(message, column="routing", is_argument=True, value=shares))
            for column, share in shares.items():
                for each in (row, column):
                    if str(each) not in names:
                        near = nearest(each, names)
                        raise InputError(
                            Problem("is no station", column="routing", is_argument=True, value=each, nearest=near)
                        )
                table[names.index(str(row)), names.index(str(column))] = rate("routing", share, may_be_zero=True)
        return table
    try:
        found = np.array(routing, dtype=float)
    except (TypeError, ValueError, OverflowError):
        raise InputError(Problem(message, column="routing", is_argument=True, value=routing)) from None
    if found.shape != (len(names), len(names)):
        raise InputError(Problem(message, column="routing", is_argument=True, value=str(found.shape)))
    return found
