"""Classes of clients of whom some go first, without anybody being sent away from a service that has begun."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from socluster._kernels.waiting.erlang import erlang_c
from socluster.core.checked import checked
from socluster.core.errors import InputError, Problem
from socluster.core.result import Result
from socluster.development.chains.queues.checks import rate, whole_servers
from socluster.development.chains.units import Unit, axis_of_time, nobody_comes, per, scale_of_time, span
from socluster.words import Language, Phrase, listed, marked, number, say
from socluster.words.headings import as_title

__all__ = ["PriorityQueue", "priorities"]


@dataclass(frozen=True, eq=False, repr=False)
class PriorityQueue(Result):
    """A queue in which some go first. Its text says how long each class waits.

    Parameters
    ----------
    arrival_rates : Series of float
        By class, in the order of priority, clients who come in one unit of time.
    service_rate : float
        Clients whom one server serves in one unit of time.
    servers : int
        Number of servers.
    mean_wait : Series of float
        By class, the mean wait; infinite where the list of the class grows for ever.
    queue : Series of float
        By class, clients who wait, on average.
    utilisation : float
        Share of their time in which servers would be busy, over all classes.
    without : float
        The mean wait if nobody went first; the mean over all clients is the same with priorities.
    unit : str
        The unit of time.
    data_notes : tuple of Phrase
        None: it is computed from rates, not from a cluster.
    """

    arrival_rates: pd.Series[Any] = field(compare=False)
    service_rate: float
    servers: int
    mean_wait: pd.Series[Any] = field(compare=False)
    queue: pd.Series[Any] = field(compare=False)
    utilisation: float
    without: float
    unit: Unit
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)

    def to_frame(self) -> pd.DataFrame:
        """Return one row per class.

        Returns
        -------
        DataFrame
            Index `class`, in the order of priority; columns arrival_rate, mean_wait, queue.
        """
        return pd.DataFrame(
            {"arrival_rate": self.arrival_rates, "mean_wait": self.mean_wait, "queue": self.queue},
            index=self.arrival_rates.index,
        )

    def plot(self, *, title: str | None = None, language: Language = "en") -> Any:
        """Draw the mean wait of every class, in the order of priority.

        Parameters
        ----------
        title : str, optional
            Default: how long they would wait if nobody went first.
        language : {"en", "lt"}, default "en"
            Language of the words around the names.

        Returns
        -------
        plotly.graph_objects.Figure
        """
        from socluster.plot import bars  # plotly is heavy; load it when somebody wants to see

        came = bool(self.arrival_rates.sum() > 0)
        usual = self.without if np.isfinite(self.without) and self.without > 0 else 1.0
        waits = self.mean_wait[self.arrival_rates > 0]
        told = [span(float(wait), self.unit, language, beside=usual) for wait in waits]
        unit, factor = scale_of_time(usual, self.unit)
        frame = pd.DataFrame({"value": factor * waits.to_numpy(dtype=float), "told": told}, index=waits.index)
        finding = nobody_comes(language)
        if came:
            wait = span(self.without, self.unit, language)
            finding = say("If nobody went first, all would wait: {wait} on average", language, wait=wait)
        return bars(
            frame,
            label=say("mean wait, {unit}", language, unit=axis_of_time(unit, language)),
            title=as_title(finding) if title is None else title,
            caption=say("Computed by a formula from stated and assumed rates, not observed.", language),
            language=language,
        )

    def sentences(self, language: Language = "en") -> list[str]:
        """Return how long each class waits, what it costs the others, and what is assumed.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        if not self.arrival_rates.sum() > 0:
            return [nobody_comes(language), *self.about_data(language)]
        mean_wait = self.mean_wait[self.arrival_rates > 0]
        finite = mean_wait[np.isfinite(mean_wait)]
        usual = self.without if np.isfinite(self.without) else float(finite.min()) if len(finite) else 1.0
        waits = [
            say("priority {name}: {wait}", language, name=name, wait=span(wait, self.unit, language, beside=usual))
            for name, wait in mean_wait.items()
        ]
        said = [say("Mean waits: {waits}.", language, waits="; ".join(waits))]
        empty = [str(name) for name, each in self.arrival_rates.items() if not each > 0]
        if empty:
            names = listed(empty, language, most=6)
            said.append(say("No client of these classes comes, so that nobody waits: {names}.", language, names=names))
        endless = [str(name) for name, wait in mean_wait.items() if not np.isfinite(wait)]
        if endless:
            said.append(
                say(
                    "With those who go before them there is no capacity left for {names}: their list grows as long as "
                    "this lasts.",
                    language,
                    names=listed(endless, language, most=6),
                )
            )
        elif len(mean_wait) > 1:
            said.append(
                say(
                    "Priorities shorten no wait on average: it is {wait}, as if nobody went first.",
                    language,
                    wait=span(self.without, self.unit, language),
                )
            )
        assumed = say(
            "Assumed: clients come independently of each other and of the season, service times are exponential and "
            "alike in all classes ({rate} {per} and server), and nobody leaves.",
            language,
            rate=number(self.service_rate, language),
            per=per(self.unit, language),
        )
        return [*said, assumed, *self.about_data(language)]


@checked
def priorities(arrival_rates: Any, service_rate: float, servers: int, *, unit: Unit = "year") -> PriorityQueue:
    r"""How long does each class of clients wait, if some go first?

    Who comes first in a class of higher priority is served first; nobody's service is broken off. With equal service
    rates (Cobham),

    .. math:: W_k = \frac{C / (c\mu)}{(1 - \sigma_{k-1})(1 - \sigma_k)}, \quad
              \sigma_k = \sum_{i \le k} \frac{\lambda_i}{c\mu}

    Parameters
    ----------
    arrival_rates : mapping, Series or sequence
        Clients of each class who come in one unit of time; the class that goes first stands first.
    service_rate : float
        Clients whom one server serves in one unit of time.
    servers : int
        How many servers.
    unit : {"year", "month", "week", "day"}, default "year"
        The unit of time of all rates.

    Returns
    -------
    PriorityQueue
        `mean_wait` and `queue` by class; `.to_frame()`.

    Raises
    ------
    InputError
        If a rate is not a number above 0, or servers are none or not whole.

    Notes
    -----
    The mean over all clients is the wait without priorities: what some gain others lose.

    References
    ----------
    Cobham, A. (1954). Priority assignment in waiting line problems. Journal of the Operations Research Society of
    America, 2, 70-76. doi:10.1287/opre.2.1.70

    Examples
    --------
    >>> import socluster as sc
    >>> sc.queues.priorities({"urgent": 10, "soon": 20, "other": 10}, 10, 5).mean_wait.round(6).tolist()
    [0.013853, 0.034632, 0.138528]
    """
    named = _classes(arrival_rates)
    rates = np.array([rate("arrival_rates", each, may_be_zero=True) for each in named.values()])
    service, servers = rate("service_rate", service_rate), whole_servers("servers", servers)
    upto = np.cumsum(rates) / (servers * service)
    before = np.concatenate([[0.0], upto[:-1]])
    waits = erlang_c(float(rates.sum()) / service, servers) / (servers * service)
    room = np.maximum(1 - before, 0.0) * np.maximum(1 - upto, 0.0)
    mean_wait = np.array([waits / each if each > 1e-12 else np.inf for each in room.tolist()])
    index = pd.Index(list(named), name="class")
    total = float(rates.sum())
    spare = servers * service - total
    queue = np.array([each * wait if each else 0.0 for each, wait in zip(rates.tolist(), mean_wait, strict=True)])
    return PriorityQueue(
        arrival_rates=pd.Series(rates, index=index, name="arrival_rate"),
        service_rate=service,
        servers=servers,
        mean_wait=pd.Series(mean_wait, index=index, name="mean_wait"),
        queue=pd.Series(queue, index=index, name="queue"),
        utilisation=total / (servers * service),
        without=waits * servers * service / spare if spare > 0 else float("inf"),
        unit=unit,
    )


def _classes(given: Any) -> dict[str, Any]:
    if isinstance(given, pd.Series):
        given = given.to_dict()
    if isinstance(given, Iterable) and not isinstance(given, str | Mapping | pd.DataFrame):
        given = dict(enumerate(given, start=1))
    if not isinstance(given, Mapping) or not given or len({str(name) for name in given}) < len(given):
        message = marked("give a rate for each class, first who goes first, as in {'urgent': 10, 'other': 30}")
        raise InputError(Problem(message, column="arrival_rates", is_argument=True, value=given))
    return {str(name): value for name, value in given.items()}
