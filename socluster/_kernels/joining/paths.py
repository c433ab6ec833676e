"""What one newcomer with undirected ties does to all shortest paths, for many sets of partners at once.

A network is measured once (`path_state`), and every candidate, a newcomer with its partners, costs only what it
changes: about a hundredth or a thousandth of measuring the joined network. Every tie is one step long. Candidates do
not know of each other, threads share them, and no answer depends on how many threads there are. Beside the state and
the result, a thread holds some 100 bytes per actor.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

import numpy as np
from scipy.sparse import csgraph

from socluster._kernels.compiling.compiled import in_chunks, load
from socluster._kernels.compiling.ordered import Ordered, in_old_order, ordered
from socluster._kernels.joining.candidates import with_newcomer
from socluster._kernels.paths.distances import DistanceSums
from socluster._kernels.products import Matrix, Vector

__all__ = [
    "MOST_ACTORS",
    "JoinedCloseness",
    "JoinedDistances",
    "PathState",
    "joined_betweenness",
    "joined_closeness",
    "joined_distances",
    "path_state",
    "state_bytes",
]

MOST_ACTORS = 2**16 - 2  # whose distances, also from a newcomer, fit into 16 bits, with a number left for no path

_COLUMNS = 64  # compared at a time; rows of the table of distances are filled up to a multiple of it
_STEPS = 2**14  # candidates times actors that one thread takes at a time


@dataclass(frozen=True, eq=False)
class PathState:
    """A network with undirected ties, and what there is to know about its shortest paths.

    Actors of a part (a component) are side by side, the best-connected first; all arrays but `place` and `sums` are
    in this order. `place` and `order` lead there and back.

    Parameters
    ----------
    order : array of int64 of shape (n,)
        The actor at every place.
    place : array of int64 of shape (n,)
        The place of every actor.
    part : array of int64 of shape (n,)
        The part that every place is in.
    part_starts : array of int64 of shape (parts + 1,)
        The place at which every part begins.
    tie_starts : array of int64 of shape (n + 1,)
        Where the partners of every place begin in `tie_columns`.
    tie_columns : array of uint32
        The places of partners.
    distances : array of uint16 of shape (n, n or somewhat more)
        Steps from row to column; 0 if there is no path.
    farthest : array of int64 of shape (n,)
        Largest distance in every row.
    sums : DistanceSums
        What the distances add up to, by actor (not place).
    paths : array of float64 of shape (n, n), or None
        Number of shortest paths between row and column.
    carried : array of float64 of shape (n,), or None
        What every place carries of the shortest paths between all others (`betweenness.carried_paths`).
    """

    order: Vector
    place: Vector
    part: Vector
    part_starts: Vector
    tie_starts: Vector
    tie_columns: Vector
    distances: Vector
    farthest: Vector
    sums: DistanceSums
    paths: Vector | None
    carried: Vector | None


class JoinedDistances(NamedTuple):
    """How far all are from each other once the newcomer has come, a row per candidate.

    Parameters
    ----------
    by_distance : array of int64 of shape (candidates, largest distance + 1)
        Number of ordered pairs of the n + 1 actors at every distance; column 0 is 0. The largest distance is that of
        all candidates together.
    """

    by_distance: Vector

    @property
    def reached(self) -> Vector:
        """Number of ordered pairs with a path, by candidate."""
        return np.asarray(self.by_distance.sum(axis=1))


class JoinedCloseness(NamedTuple):
    """How far everybody is from the others once the newcomer has come: a row per candidate, the newcomer's column last.

    Parameters
    ----------
    reached : array of int64 of shape (candidates, n + 1)
        Number of others that are reached.
    total : array of int64 of shape (candidates, n + 1)
        Sum of the distances to these.
    inverse : array of float64 of shape (candidates, n + 1)
        Sum of 1 / distance.
    """

    reached: Vector
    total: Vector
    inverse: Vector


def state_bytes(n: int, counts: bool) -> int:
    """Return how much memory `path_state` takes for n actors, ties aside: about 2 n^2 bytes, with counts 10 n^2."""
    width = -(-n // _COLUMNS) * _COLUMNS
    return n * (2 * width + 8 * n * counts + 8 * 12) + 64


def path_state(ties: Matrix, *, counts: bool) -> PathState:
    """Measure all distances of a network, and on request count all shortest paths.

    Parameters
    ----------
    ties : sparse matrix of shape (n, n)
        A cell for every tie, whatever it holds, in both directions; nothing on the diagonal.
    counts : bool
        Whether to count the shortest paths, which `joined_betweenness` needs; it takes longer than the distances by
        far, and five times the memory. The other functions answer from either state.

    Returns
    -------
    PathState

    Raises
    ------
    ValueError
        If there are more than MOST_ACTORS actors. Before that, memory runs out: see `state_bytes`.
    """
    n = ties.shape[0]
    if n > MOST_ACTORS:
        raise ValueError(f"distances of {n} actors do not fit into 16 bits: at most {MOST_ACTORS} can be measured")
    order, part, part_starts = _side_by_side(ties)
    rows = ordered(ties, order)
    distances = np.zeros((n, -(-n // _COLUMNS) * _COLUMNS), dtype=np.uint16)
    sums = _measure(rows, distances)
    reached, total, inverse, farthest = (in_old_order(values, order) for values in sums[:4])
    paths = carried = None
    if counts:
        paths = np.empty((n, n))
        carried = _count(rows, distances, sums.by_distance.size - 1, paths)
    return PathState(
        order=order,
        place=in_old_order(np.arange(n), order),
        part=part,
        part_starts=part_starts,
        tie_starts=rows.starts,
        tie_columns=rows.columns,
        distances=distances,
        farthest=sums.farthest,
        sums=DistanceSums(reached, total, inverse, farthest, sums.by_distance),
        paths=paths,
        carried=carried,
    )


def joined_distances(state: PathState, starts: Vector, partners: Vector) -> JoinedDistances:
    """Count, for every candidate, the pairs of all n + 1 actors at every distance.

    Parameters
    ----------
    state : PathState
        The network that the candidates join, each on its own.
    starts : array of int64 of shape (candidates + 1,)
        Where the partners of every candidate begin.
    partners : array of int64
        The actors that the newcomer is tied to, in both directions; distinct for a candidate, or none at all.

    Returns
    -------
    JoinedDistances
    """
    longest = state.sums.by_distance.size - 1
    by_distance = np.zeros((len(starts) - 1, 2 * longest + 3), dtype=np.int64)
    by_distance[:, : longest + 1] = state.sums.by_distance
    loop = partial(load("joining.loops_paths").joined_distances, *_tables(state))
    _for_each(state, loop, starts, partners, by_distance)
    return JoinedDistances(by_distance[:, : int(np.flatnonzero(by_distance.any(axis=0)).max(initial=0)) + 1])


def joined_closeness(state: PathState, starts: Vector, partners: Vector) -> JoinedCloseness:
    """Sum up, for every candidate, how far everybody is from the others.

    Parameters
    ----------
    state : PathState
    starts, partners : arrays of int64
        As in `joined_distances`.

    Returns
    -------
    JoinedCloseness
    """
    loop = partial(load("joining.loops_paths").joined_closeness, *_tables(state))
    before = (state.sums.reached, state.sums.total, state.sums.inverse)
    sums = JoinedCloseness(*(with_newcomer(each, np.zeros(len(starts) - 1, each.dtype)) for each in before))
    _for_each(state, loop, starts, partners, *sums)
    return sums


def joined_betweenness(state: PathState, starts: Vector, partners: Vector) -> Vector:
    """Return what everybody carries of the shortest paths between all others once the newcomer has come.

    Parameters
    ----------
    state : PathState
        The network that the candidates join, with counts.
    starts, partners : arrays of int64
        As in `joined_distances`.

    Returns
    -------
    array of float64 of shape (candidates, n + 1)
        What `betweenness.carried_paths` gives for the joined network, up to rounding; the newcomer's column is last.
    """
    if state.paths is None:
        raise ValueError("the state holds no numbers of paths; make it with counts=True")
    ties = (state.tie_starts, state.tie_columns)
    distances, *places = _tables(state)
    loop = load("joining.loops_betweenness").joined_betweenness
    result = np.empty((len(starts) - 1, len(state.order) + 1))
    _for_each(state, partial(loop, *ties, distances, state.paths, *places, state.carried), starts, partners, result)
    return result


def _tables(state: PathState) -> tuple[Vector, Vector, Vector, Vector]:
    return state.distances, state.farthest, state.part, state.part_starts


def _for_each(state: PathState, loop: Callable[..., None], starts: Vector, partners: Vector, *results: Vector) -> None:
    """Fill the rows of the results, one per candidate, by several threads."""
    starts = np.ascontiguousarray(starts, dtype=np.int64)
    places = state.place[np.asarray(partners, dtype=np.int64)]

    def run(first: int, last: int) -> None:
        loop(starts[first : last + 1], places, state.order, *(each[first:last] for each in results))

    for _ in in_chunks(run, len(starts) - 1, max(1, _STEPS // max(len(state.order), 1))):
        pass


def _side_by_side(ties: Matrix) -> tuple[Vector, Vector, Vector]:
    """Return the rows part by part, the best-connected first; the part of each of these; and where parts begin."""
    if not ties.shape[0]:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64), np.zeros(1, dtype=np.int64)
    # With ties that go both ways, strong components are the components; they are found several times as fast.
    parts, part = csgraph.connected_components(ties, directed=True, connection="strong")
    order = np.lexsort((-np.diff(ties.indptr), part))
    part = part[order].astype(np.int64)
    return order, part, np.searchsorted(part, np.arange(parts + 1))


def _measure(rows: Ordered, distances: Vector) -> DistanceSums:
    """Fill the table of distances, which holds 0, and return what they add up to."""
    n = len(distances)
    loops = load("joining.loops_path_state")
    blocks = in_chunks(partial(loops.measure_distances, rows.starts, rows.columns, distances), n, loops.BITS)
    nothing = np.zeros(n, dtype=np.int64)
    reached, total, inverse, farthest, by_distance = zip(
        (nothing, nothing, np.zeros(n), nothing, np.zeros(n + 1, dtype=np.int64)), *blocks, strict=True
    )
    longest = int(np.max(farthest, initial=0))
    return DistanceSums(
        sum(reached), sum(total), sum(inverse), np.max(farthest, axis=0), sum(by_distance)[: longest + 1]
    )


def _count(rows: Ordered, distances: Vector, longest: int, paths: Vector) -> Vector:
    """Fill the table of numbers of shortest paths, and return what every row carries of them."""
    loops = load("joining.loops_path_state")
    count = partial(loops.count_paths, rows.starts, rows.columns, distances, longest)
    carried = np.zeros(len(paths))
    for part in in_chunks(lambda first, last: count(first, last, paths), len(paths), 16 * loops.LANES):
        carried += part
    return carried
