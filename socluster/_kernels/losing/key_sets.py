"""Search for the best set of k actors: all sets where there are few, else greedy steps and exchanges, with a bound."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from typing import NamedTuple, Protocol

import numpy as np
from scipy.sparse import csgraph

from socluster._kernels.compiling.compiled import COMPILED_FROM
from socluster._kernels.losing.each import lost_with_each_actor
from socluster._kernels.losing.removals import distances_without_actors, work
from socluster._kernels.paths.distances import distance_sums
from socluster._kernels.products import Matrix, Vector, ones_like, row_sums

__all__ = ["Fragmentation", "ReachOfSets", "Search", "SetGoal", "best_by_search", "best_of_all", "valued_with_each"]

EQUAL = 1e-12  # values that differ by less are the same
CELLS = 2**22  # of a table of distances taken at a time
FAR = np.iinfo(np.uint16).max  # not reached


class SetGoal(Protocol):
    """What makes one set of actors better than another; more is better."""

    n: int

    def values(self, sets: Vector) -> Vector:
        """Return the value of every row of actors."""

    def with_each(self, members: Vector) -> Vector:
        """Return the value of these actors together with each other one; whatever for the members themselves."""

    def bound(self, k: int, path: list[Vector]) -> float:
        """Return a value that no set of k exceeds; `path` holds sets that grew into each other."""

    def cost(self, sets: int, k: int) -> float:
        """Return about how many elementary steps it takes to value so many sets."""


class Search(NamedTuple):
    """Sets of actors of one value, and a value that none exceeds."""

    sets: Vector  # shape (sets, k), each row ascending
    value: float
    bound: float
    tried: int


class Fragmentation:
    """How much of the reach among the others is lost without the set (1 - what is left / what is possible).

    Parameters
    ----------
    ties : sparse matrix of shape (n, n)
        A cell for every tie from row to column.
    by_distance : bool
        Whether a pair at distance d counts as 1 / d; if not, every pair with a path counts as 1.
    remaining : bool
        Whether the possible pairs are those of the others; if not, those of all n.
    """

    def __init__(self, ties: Matrix, *, by_distance: bool, remaining: bool) -> None:
        self.ties, self.by_distance, self.remaining = ties, by_distance, remaining
        self.n = ties.shape[0]

    def values(self, sets: Vector) -> Vector:
        """Return the value of every row of actors."""
        pairs = distances_without_actors(self.ties, sets)
        distance = np.arange(1, pairs.shape[1] + 1)
        left = pairs @ (1.0 / distance if self.by_distance else np.ones(len(distance)))
        return np.asarray(1 - left / self._possible(sets.shape[1]))

    def with_each(self, members: Vector) -> Vector:
        """Return the value of these actors together with each other one."""
        others = np.setdiff1d(np.arange(self.n), members)
        if len(others) < COMPILED_FROM:
            return valued_with_each(self, members)
        without = ones_like(self.ties[others][:, others].tocsr())
        lost = lost_with_each_actor(without.astype(np.float64))
        out, into = (distance_sums(each, directed=True) for each in (without, without.T.tocsr()))
        if self.by_distance:
            left = out.inverse.sum() - out.inverse - into.inverse + lost.inverse
        else:
            left = out.reached.sum() - out.reached - into.reached - lost.broken
        values = np.full(self.n, -np.inf)
        values[others] = 1 - left / self._possible(len(members) + 1)
        return values

    def bound(self, k: int, path: list[Vector]) -> float:
        """Return a value that no set of k exceeds.

        Who is tied stays tied, and a pair with more than k middlemen keeps one. So much reach is sure; taking out k
        actors costs at most that of the k who have most of it.
        """
        tied = ones_like(self.ties)
        sure = tied.astype(np.float64)
        middlemen = (tied @ tied).tocoo()
        keep = (middlemen.data > k) & (middlemen.row != middlemen.col)
        far = type(tied)((np.ones(keep.sum()), (middlemen.row[keep], middlemen.col[keep])), shape=tied.shape)
        sure = sure + (far - far.multiply(tied)) * (0.5 if self.by_distance else 1.0)
        of_actor = np.sort(row_sums(sure) + row_sums(sure.T.tocsr()))[::-1]
        left = max(0.0, float(sure.sum() - of_actor[:k].sum()))
        return 1 - left / self._possible(k)

    def cost(self, sets: int, k: int) -> float:
        """Return about how many words are touched in one step of all sets."""
        return work(self.ties, sets)

    def _possible(self, k: int) -> float:
        others = self.n - k if self.remaining else self.n
        return float(others * (others - 1))


class ReachOfSets:
    """How near the set is to the others: the mean of `worth` of the distance from its nearest member.

    Parameters
    ----------
    ties : sparse matrix of shape (n, n)
        A cell for every tie from row to column.
    worth : callable
        Turns an array of distances from 1 into what reaching somebody so far away is worth, from 0 to 1, falling.
    remaining : bool
        Whether the mean is over the others; if not, over all n, members counting as 1.
    """

    def __init__(self, ties: Matrix, *, worth: Callable[[Vector], Vector], remaining: bool) -> None:
        self.n, self.remaining = ties.shape[0], remaining
        self.distance = _distances(ties)
        self.worth = np.zeros(FAR + 1)
        self.worth[1:FAR] = worth(np.arange(1, FAR))
        self.worth[0] = 1.0  # a member

    def values(self, sets: Vector) -> Vector:
        """Return the value of every row of actors."""
        return self._mean(self._totals(sets), sets.shape[1])

    def with_each(self, members: Vector) -> Vector:
        """Return the value of these actors together with each other one."""
        return self._mean(self._totals_with_each(members), len(members) + 1)

    def bound(self, k: int, path: list[Vector]) -> float:
        """Return a value that no set of k exceeds.

        What an actor adds only shrinks as the set grows (the total is submodular). So no set of k is worth more than
        any set plus the k largest additions to it.
        """
        bounds = []
        for grown in [np.zeros((1, 0), dtype=np.int64), *path]:
            total = float(self._totals(grown)[0])
            gains = np.sort(self._totals_with_each(grown[0]) - total)[::-1]
            bounds.append(total + float(gains[:k].sum()))
        return float(self._mean(np.minimum(min(bounds), float(self.n)), k))

    def cost(self, sets: int, k: int) -> float:
        """Return about how many distances are looked up; they are cheaper than the words of `Fragmentation`."""
        return float(sets * k * self.n) / 10

    def _totals(self, sets: Vector) -> Vector:
        totals = np.zeros(len(sets))
        if not sets.shape[1]:
            return totals
        step = max(1, CELLS // max(self.n * sets.shape[1], 1))
        for start in range(0, len(sets), step):
            nearest = self.distance[sets[start : start + step]].min(axis=1)
            totals[start : start + step] = self.worth[nearest].sum(axis=1)
        return totals

    def _totals_with_each(self, members: Vector) -> Vector:
        nearest = self.distance[members].min(axis=0, initial=FAR)
        totals = np.empty(self.n)
        step = max(1, CELLS // max(self.n, 1))
        for start in range(0, self.n, step):
            rows = slice(start, start + step)
            totals[rows] = self.worth[np.minimum(self.distance[rows], nearest)].sum(axis=1)
        return totals

    def _mean(self, totals: Vector, k: int) -> Vector:
        return np.asarray((totals - k) / (self.n - k) if self.remaining else totals / self.n)


def best_of_all(goal: SetGoal, k: int) -> Search:
    """Value every set of k and return all that are best."""
    sets = np.array(list(combinations(range(goal.n), k)), dtype=np.int64)
    values = goal.values(sets)
    best = float(values.max())
    return Search(sets[values >= best - EQUAL], best, best, len(sets))


def best_by_search(goal: SetGoal, k: int) -> Search:
    """Grow a set step by step, and another of the best single actors; exchange members while that helps."""
    values = _Values(goal)
    path = _grown(values, k)
    starts = [path[-1][0], np.argsort(-np.round(values.with_each(path[0][0, :0]), 12), kind="stable")[:k]]
    tried = goal.n * k
    found: list[tuple[float, Vector]] = []
    for start in starts:
        value, members, exchanges = _exchanged(values, start)
        found.append((value, members))
        tried += exchanges
    value, members = max(found, key=lambda each: each[0])
    bound = max(value, goal.bound(k, path))
    return Search(np.sort(members)[None, :], value, bound, tried)


def valued_with_each(goal: SetGoal, members: Vector) -> Vector:
    """Return the value of these actors together with each other one, every set by itself; -inf for the members."""
    others = np.setdiff1d(np.arange(goal.n), members)
    values = np.full(goal.n, -np.inf)
    values[others] = goal.values(np.column_stack([np.tile(members, (len(others), 1)), others]))
    return values


class _Values:
    """The values of sets with each other actor; what is asked twice is remembered."""

    def __init__(self, goal: SetGoal) -> None:
        self.goal = goal
        self.known: dict[frozenset[int], Vector] = {}

    def with_each(self, members: Vector) -> Vector:
        """Return the value of these actors together with each other one; -inf for the members."""
        key = frozenset(members.tolist())
        if key not in self.known:
            values = self.goal.with_each(members).copy()
            values[members] = -np.inf
            self.known[key] = values
        return self.known[key]


def _grown(values: _Values, k: int) -> list[Vector]:
    """Add the actor that helps most, k times; return the set after every step, shape (1, size)."""
    members = np.zeros(0, dtype=np.int64)
    path = []
    while len(members) < k:
        members = np.append(members, _first_best(values.with_each(members)))
        path.append(members[None, :])
    return path


def _exchanged(values: _Values, members: Vector) -> tuple[float, Vector, int]:
    """Make the best exchange of a member for an outsider until none helps; also return how many sets were tried."""
    value, tried = float(values.goal.values(members[None, :])[0]), 1
    outsiders = values.goal.n - len(members)
    while True:
        each = np.stack([values.with_each(np.delete(members, place)) for place in range(len(members))])
        each[:, members] = -np.inf
        tried += outsiders * len(members)
        place, other = np.unravel_index(_first_best(each.ravel()), each.shape)
        if each[place, other] <= value + EQUAL:
            return value, members, tried
        value, members = float(each[place, other]), members.copy()
        members[place] = other


def _first_best(values: Vector) -> int:
    """Return the place of the first among those that are best, whatever the last digits say."""
    return int(np.argmax(values >= values.max() - EQUAL))


def _distances(ties: Matrix) -> Vector:
    """Return the number of steps from row to column, `FAR` where there is no path."""
    n = ties.shape[0]
    distance = np.full((n, n), FAR, dtype=np.uint16)
    step = max(1, CELLS // max(n, 1))
    for start in range(0, n, step):
        rows = np.arange(start, min(start + step, n))
        steps = csgraph.dijkstra(ties, directed=True, indices=rows, unweighted=True)
        distance[rows] = np.where(np.isfinite(steps), steps, FAR)
    return distance
