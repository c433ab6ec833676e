"""Two observed waves as the calibration needs them: dyads known in both, and the events at which both ends were."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from socluster._kernels.meeting.dyads import Shared
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem
from socluster.development.incubation.dyads import ends, places
from socluster.development.incubation.events import Event, events_of
from socluster.development.incubation.parameters import Incubation
from socluster.words import later, marked, number

__all__ = ["Waves", "waves_of"]


@dataclass(frozen=True, eq=False)
class Waves:
    """What two waves say of the dyads of those who are in both.

    Parameters
    ----------
    cluster : Cluster
        The first wave, only with those who are in both.
    shared : Shared
        Events that both attended, and ties in the first wave.
    tied : array of bool of shape (dyads,)
        Ties in the second wave.
    after : Cluster
        The second wave, only with those who are in both; its actors may stand in another order.
    known : array of bool of shape (dyads,)
        Dyads whose state is known in both waves.
    events : int
        Number of events.
    """

    cluster: Cluster
    shared: Shared
    tied: Array
    after: Cluster
    known: Array
    events: int

    def in_second(self, values: Array) -> Array:
        """Return values of the dyads of the second wave in the order of those of the first."""
        place = {each: spot for spot, each in enumerate(self.after.ids)}
        order = np.array([place[each] for each in self.cluster.ids], dtype=np.int64)
        one, other = ends(len(order))
        return np.asarray(values[places(order[one], order[other], len(order))])

    @property
    def joint(self) -> Array:
        """At how many events both were."""
        return np.diff(self.shared.first)

    @property
    def idle(self) -> Array:
        """Tied dyads that may have spent a period without a meeting."""
        met_for_sure = np.zeros((len(self.tied), self.shared.periods), dtype=bool)
        dyad = np.repeat(np.arange(len(self.tied)), self.joint)
        sure = self.shared.meet >= 1
        met_for_sure[dyad[sure], self.shared.period[sure]] = True
        return np.asarray(self.shared.tied & self.known & ~met_for_sure.all(axis=1))

    @property
    def exposed(self) -> Array:
        """Dyads that were not tied and had a chance to meet."""
        chance = np.zeros(len(self.tied))
        np.add.at(chance, np.repeat(np.arange(len(self.tied)), self.joint), self.shared.meet)
        return np.asarray(~self.shared.tied & self.known & (chance > 0))


def waves_of(
    before: Cluster, after: Cluster, events: Any, parameters: Incubation, periods: int, layer: str | None
) -> Waves:
    """Return what two waves say.

    Raises
    ------
    InputError
        If nobody is in both, ties of the second wave have an end that is not in the first, or an event does not say who
        was there.
    """
    _refuse_derived(before, after, layer)
    _refuse_newcomers(before, after, layer)
    stay = [each for each in before.ids if each in set(after.ids)]
    if len(stay) < 2:
        raise InputError("fewer than two actors are in both waves, so that no tie of theirs can be compared")
    named = before
    if isinstance(events, str) and events not in set(before.affiliations["layer"]):
        named = after  # attendances often stand with the second wave
    held = events_of(named, events, parameters, periods)
    _refuse_drawn(held)
    first, second = before.select(actors=stay), after.select(actors=stay)
    ids = list(first.ids)
    tied, later = _tied(first, ids, layer), _tied(second, ids, layer)
    known = ~(_unknown(first, ids, layer) | _unknown(second, ids, layer))
    shared = _shared(held, list(named.ids), ids, tied, periods)
    return Waves(first, shared, later, second, known, len(held))


def _refuse_derived(before: Cluster, after: Cluster, layer: str | None) -> None:
    """Refuse ties that follow from shared events: that they follow from events is how they were made."""
    for name, wave in (("before", before), ("after", after)):
        ties = wave.ties if layer is None else wave.ties[wave.ties["layer"] == layer]
        derived = int((ties["evidence"] == "derived").sum())
        if derived:
            message = marked("holds {n} ties that follow from shared events; what events do cannot be learnt from them")
            values = {"n": later(number, derived)}
            raise InputError(Problem(message, column=name, is_argument=True, values=values))


def _refuse_newcomers(before: Cluster, after: Cluster, layer: str | None) -> None:
    known = set(before.ids)
    new = [each for each in after.ids if each not in known]
    if not new:
        return
    ties = after.ties if layer is None else after.ties[after.ties["layer"] == layer]
    label = dict(zip(after.ids, after.labels, strict=True))
    tied = set(ties["source"]) | set(ties["target"])
    wrong = [each for each in new if label[each] in tied]
    if wrong:
        message = marked(
            "has ties in the second wave and is not in the first; leave it out, or say it was there before"
        )
        raise InputError([Problem(message, column="after", is_argument=True, value=each) for each in wrong])


def _refuse_drawn(events: Sequence[Event]) -> None:
    drawn = [event for event in events if not event.is_stated]
    if drawn:
        message = marked("does not say who was there (actors): a calibration needs attendances, no numbers")
        raise InputError([Problem(message, column="events", is_argument=True, value=event.name) for event in drawn])


def _tied(cluster: Cluster, ids: list[str], layer: str | None) -> Array:
    table = cluster.matrix(layer).toarray() > 0
    return _of_pairs(table | table.T, cluster, ids)


def _unknown(cluster: Cluster, ids: list[str], layer: str | None) -> Array:
    if not cluster.may_hold_unknown:
        return np.zeros(len(ids) * (len(ids) - 1) // 2, dtype=bool)
    table = cluster.unknown_matrix(layer).toarray() > 0
    return _of_pairs(table | table.T, cluster, ids)


def _of_pairs(table: Array, cluster: Cluster, ids: list[str]) -> Array:
    place = {each: spot for spot, each in enumerate(cluster.ids)}
    order = [place[each] for each in ids]
    one, other = ends(len(ids))
    return np.asarray(table[np.ix_(order, order)][one, other])


def _shared(events: Sequence[Event], named: list[str], ids: list[str], tied: Array, periods: int) -> Shared:
    """Return for each dyad the events at which both were."""
    place = {each: spot for spot, each in enumerate(ids)}
    rows: list[tuple[Array, ...]] = [(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64), np.zeros(0))]
    for order, event in enumerate(events):
        there = np.array(sorted(place[named[who]] for who in event.who.tolist() if named[who] in place), dtype=np.int64)
        one, other = ends(len(there))
        dyads = places(there[one], there[other], len(ids))
        rows.append((dyads, np.full(len(dyads), order), np.full(len(dyads), event.meet)))
    dyads, when, meet = (np.concatenate(column) for column in zip(*rows, strict=True))
    sort = np.lexsort((when, dyads))
    period = np.array([event.period for event in events], dtype=np.int64)
    counts = np.bincount(dyads, minlength=len(tied))
    return Shared(
        first=np.concatenate([[0], np.cumsum(counts)]).astype(np.int64),
        meet=meet[sort],
        period=period[when[sort]],
        tied=tied,
        periods=periods,
    )
