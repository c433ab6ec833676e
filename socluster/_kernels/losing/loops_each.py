"""Compiled loops over the loss of each actor, or of each tie: from every source only what is lost is searched anew.

From a source, a loss makes those farther away whom all shortest paths reach over what is lost. They are what lies
behind it in the tree of dominators of the shortest paths, and a run of places if actors are numbered in the order of
that tree. How far they are then follows from their partners outside of the run, whose distances stay as they are. So
everybody's loss costs about as much as one search from everybody, where few have to pass the same actor.

Lengths are added up along paths from the source on, as any search does, and a path is a shortest one if its length is
the same number: so the distances are those that a search without the actor or the tie finds, to the last digit.

References
----------
Cooper, K. D., Harvey, T. J. & Kennedy, K. (2001). A simple, fast dominance algorithm. Software Practice and Experience,
4, 1-10.
Ramalingam, G. & Reps, T. (1996). An incremental algorithm for a generalization of the shortest-path problem. Journal of
Algorithms, 21, 267-305. doi:10.1006/jagm.1996.0046
"""

from __future__ import annotations

import numpy as np

from socluster._kernels.compiling.compiled import compiled
from socluster._kernels.paths.equal_lengths import SAME_LENGTH
from socluster._kernels.products import Vector

__all__ = ["without_each"]


@compiled("void(float64, int64, int64, float64[::1], int64[::1])", lean=True)
def _push(far: float, actor: int, here: int, keys: Vector, queue: Vector) -> None:
    """Put an actor into the queue at its end, and move it up to where nobody above is farther."""
    while here > 0:
        above = (here - 1) >> 1
        if keys[above] <= far:
            break
        keys[here], queue[here] = keys[above], queue[above]
        here = above
    keys[here], queue[here] = far, actor


@compiled("void(int64, float64[::1], int64[::1])", lean=True)
def _drop(size: int, keys: Vector, queue: Vector) -> None:
    """Take the nearest out of a queue of that size."""
    far, actor = keys[size - 1], queue[size - 1]
    here = 0
    while 2 * here + 1 < size - 1:
        below = 2 * here + 1
        if below + 1 < size - 1 and keys[below + 1] < keys[below]:
            below += 1
        if far <= keys[below]:
            break
        keys[here], queue[here] = keys[below], queue[below]
        here = below
    keys[here], queue[here] = far, actor


@compiled(
    "int64(int64, boolean, int64[::1], int64[::1], float64[::1], float64[:,::1], int64[:,::1], float64[::1], "
    "int64[::1])",
    lean=True,
)
def _search(
    start: int,
    uniform: bool,
    starts: Vector,
    columns: Vector,
    lengths: Vector,
    distance: Vector,
    tree: Vector,
    keys: Vector,
    queue: Vector,
) -> int:
    """Fill in how far everybody is, the order and everybody's place in it (-1: not reached); return how many are."""
    far, order, place = distance[0], tree[0], tree[1]
    for actor in range(place.size):
        far[actor], place[actor] = np.inf, -1
    far[start] = 0.0
    reached = 0
    if uniform:
        order[0], place[start], size = start, 0, 1
        while reached < size:
            actor = order[reached]
            reached += 1
            for cell in range(starts[actor], starts[actor + 1]):
                other = columns[cell]
                if place[other] < 0:
                    far[other] = far[actor] + lengths[cell]
                    order[size], place[other] = other, size
                    size += 1
        return reached
    keys[0], queue[0], size = 0.0, start, 1
    while size:
        actor = queue[0]
        _drop(size, keys, queue)
        size -= 1
        if place[actor] >= 0:
            continue
        order[reached], place[actor] = actor, reached
        reached += 1
        for cell in range(starts[actor], starts[actor + 1]):
            other = columns[cell]
            if far[actor] + lengths[cell] < far[other]:
                far[other] = far[actor] + lengths[cell]
                _push(far[other], other, size, keys, queue)
                size += 1
    return reached


@compiled("void(int64, int64[::1], int64[::1], float64[::1], float64[:,::1], int64[:,::1])", lean=True)
def _number(reached: int, in_starts: Vector, rows: Vector, in_lengths: Vector, distance: Vector, tree: Vector) -> None:
    """Make the tree of dominators, and number everybody so that those behind an actor follow it.

    Fills in, by actor: over (whom all shortest paths pass last), depth, only (the cell of the one tie by which shortest
    paths come, -1 if there are several), number, behind (how many follow, the actor itself included); and by number,
    who it is.
    """
    far, order, place, over, depth, only = distance[0], tree[0], tree[1], tree[2], tree[3], tree[4]
    number, behind, who, free = tree[5], tree[6], tree[7], tree[8]
    start = order[0]
    over[start], depth[start], only[start], behind[start] = start, 0, -1, 1
    for here in range(1, reached):
        actor = order[here]
        common, only[actor], behind[actor] = -1, -1, 1
        for cell in range(in_starts[actor], in_starts[actor + 1]):
            other = rows[cell]
            if place[other] < 0 or place[other] >= here or far[other] + in_lengths[cell] != far[actor]:
                continue
            if common < 0:
                common, only[actor] = other, cell
                continue
            only[actor] = -1
            while common != other:
                if depth[common] >= depth[other]:
                    common = over[common]
                else:
                    other = over[other]
        over[actor], depth[actor] = common, depth[common] + 1
    for here in range(reached - 1, 0, -1):
        behind[over[order[here]]] += behind[order[here]]
    number[start], who[0], free[start] = 0, start, 1
    for here in range(1, reached):
        actor = order[here]
        number[actor] = free[over[actor]]
        free[over[actor]] += behind[actor]
        who[number[actor]] = actor
        free[actor] = number[actor] + 1


@compiled(
    "float64(int64, int64, int64, int64, int64[::1], int64[::1], float64[::1], int64[::1], int64[::1], float64[::1], "
    "float64[:,::1], int64[:,::1], float64[::1], int64[::1], int64[::1])",
    lean=True,
)
def _lost(
    first: int,
    last: int,
    actor_gone: int,
    cell_gone: int,
    starts: Vector,
    columns: Vector,
    lengths: Vector,
    in_starts: Vector,
    rows: Vector,
    in_lengths: Vector,
    distance: Vector,
    tree: Vector,
    keys: Vector,
    queue: Vector,
    pairs: Vector,
) -> float:
    """Search those with the numbers first..last-1 anew; return by how much the sum of 1 / distance changes.

    Adds to `pairs` how many are no longer reached, and how many are by a longer way.
    """
    far, near, place, number, who = distance[0], distance[1], tree[1], tree[5], tree[7]
    size = 0
    for here in range(first, last):
        actor = who[here]
        best = np.inf
        for cell in range(in_starts[actor], in_starts[actor + 1]):
            other = rows[cell]
            if place[other] < 0 or first <= number[other] < last or other == actor_gone or cell == cell_gone:
                continue
            best = min(best, far[other] + in_lengths[cell])
        near[actor] = best
        if best < np.inf:
            _push(best, actor, size, keys, queue)
            size += 1
    while size:
        best, actor = keys[0], queue[0]
        _drop(size, keys, queue)
        size -= 1
        if best > near[actor]:
            continue
        for cell in range(starts[actor], starts[actor + 1]):
            other = columns[cell]
            if place[other] >= 0 and first <= number[other] < last and best + lengths[cell] < near[other]:
                near[other] = best + lengths[cell]
                _push(near[other], other, size, keys, queue)
                size += 1
    change = 0.0
    for here in range(first, last):
        actor = who[here]
        if near[actor] == np.inf:
            pairs[0] += 1
        else:
            change += 1.0 / near[actor]
            pairs[1] += near[actor] > far[actor] * (1.0 + SAME_LENGTH)
        change -= 1.0 / far[actor]
    return change


@compiled(
    "void(boolean, boolean, int64[::1], int64[::1], float64[::1], int64[::1], int64[::1], float64[::1], int64, int64, "
    "float64[:,::1], int64[:,::1], float64[::1], int64[::1], float64[::1], int64[:,::1])",
    lean=True,
)
def without_each(
    by_tie: bool,
    uniform: bool,
    starts: Vector,
    columns: Vector,
    lengths: Vector,
    in_starts: Vector,
    rows: Vector,
    in_lengths: Vector,
    start: int,
    stop: int,
    distance: Vector,
    tree: Vector,
    keys: Vector,
    queue: Vector,
    change: Vector,
    pairs: Vector,
) -> None:
    """Add up what each loss does to the pairs of others from sources start..stop-1.

    Parameters
    ----------
    by_tie : bool
        Whether ties are lost, in the order by column; if not, actors.
    uniform : bool
        Whether all ties are equally long.
    starts, columns, lengths : int64 (n + 1,), int64 (ties,), float64 (ties,)
        The ties by row.
    in_starts, rows, in_lengths : int64 (n + 1,), int64 (ties,), float64 (ties,)
        The ties by column.
    start, stop : int
        The sources.
    distance, tree, keys, queue : float64 (2, n), int64 (9, n), float64 and int64 (n + ties + 1,)
        Room to work in.
    change : float64 (losses,)
        Change of the sum of 1 / distance.
    pairs : int64 (losses, 2)
        How many pairs no longer have a path, and how many have a longer one.
    """
    for source in range(start, stop):
        reached = _search(source, uniform, starts, columns, lengths, distance, tree, keys, queue)
        _number(reached, in_starts, rows, in_lengths, distance, tree)
        for here in range(1, reached):
            gone = tree[7, here]
            first, last, loss, cell = here + 1, here + tree[6, gone], gone, -1
            if by_tie:  # the actor itself comes to be farther away, if this tie alone leads there
                first, gone, cell = here, -1, tree[4, gone]
                loss = cell
            if loss >= 0 and first < last:
                change[loss] += _lost(
                    first, last, gone, cell, starts, columns, lengths, in_starts, rows, in_lengths, distance, tree,
                    keys, queue, pairs[loss],
                )  # fmt: skip
