"""A compiled loop over maximum flows: what of the flow from one to another is lost with each actor in between.

A flow is found by shortest ways on which more can flow, looked for from both ends at once, until no more can leave its
source or come to its target, or no way is left. Without an actor whom it passes, what flowed in there is lost but for
what finds another way from those before it to those behind it: more need not be found anew. (Sending some back to the
source, and drawing less from there, is a loss like any other: cuts that separate source from target bound both.)

References
----------
Edmonds, J. & Karp, R. M. (1972). Theoretical improvements in algorithmic efficiency for network flow problems. Journal
of the ACM, 19, 248-264. doi:10.1145/321694.321699
"""

from __future__ import annotations

from socluster._kernels.compiling.compiled import compiled
from socluster._kernels.products import Vector

__all__ = ["lost_flows"]

_ALL = 1e-13  # as a part of a flow: what is missing is rounding
_ROUNDING = 1e-12  # as a part of a flow: what is lost by rounding only


@compiled(
    "int64(int64, int64, int64, int64[::1], int64[::1], int64[::1], float64[::1], int64[::1], int64[::1], "
    "int64[::1], int64[::1])",
    lean=True,
)
def _widened(
    begin: int,
    end: int,
    side: int,
    starts: Vector,
    columns: Vector,
    twins: Vector,
    room: Vector,
    queue: Vector,
    seen: Vector,
    cell_of: Vector,
    size: Vector,
) -> int:
    """Go one step on from queue[begin..end-1], forwards (side 1) or backwards (2); return where both sides meet, or -1.

    Marks who is seen from which side; 3 is closed to both. size[0] is where the queue ends.
    """
    tail = end
    for place in range(begin, end):
        actor = queue[place]
        for cell in range(starts[actor], starts[actor + 1]):
            other = columns[cell]
            if seen[other] == side or seen[other] == 3:
                continue
            passing = cell if side == 1 else twins[cell]
            if room[passing] <= 0.0:
                continue
            if seen[other] == 3 - side:
                size[0] = tail
                size[1] = passing
                return int(actor)
            seen[other] = side
            cell_of[other] = passing
            queue[tail] = other
            tail += 1
    size[0] = tail
    return -1


@compiled(
    "float64(int64, int64[::1], float64[::1], float64[::1], float64[::1])",
    lean=True,
)
def _room(cell: int, twins: Vector, capacity: Vector, flows: Vector, least: Vector) -> float:
    """Return how much more a tie takes: what is left of it, unless that is rounding, and what flows back there."""
    left = float(capacity[cell] - flows[cell])
    return (left if left > least[cell] else 0.0) + float(flows[twins[cell]])


@compiled(
    "void(int64, float64, int64[::1], float64[::1], float64[::1], float64[::1], float64[::1], int64[::1], "
    "int64[::1], float64[::1], int64[::1])",
    lean=True,
)
def _pushed(
    cell: int,
    amount: float,
    twins: Vector,
    capacity: Vector,
    flows: Vector,
    room: Vector,
    least: Vector,
    stamp: Vector,
    log: Vector,
    before: Vector,
    size: Vector,
) -> None:
    """Let more flow along a tie, which leaves more room for what flows back; write down what was there at first."""
    for each in (cell, twins[cell]):
        if stamp[each] != size[5]:
            stamp[each] = size[5]
            log[size[2]], before[size[2]] = each, flows[each]
            size[2] += 1
    twin = twins[cell]
    back = min(amount, flows[twin])
    flows[twin] -= back
    flows[cell] += amount - back
    room[cell] = _room(cell, twins, capacity, flows, least)
    room[twin] = _room(twin, twins, capacity, flows, least)


@compiled(
    "float64(int64, float64, int64[::1], int64[::1], int64[::1], float64[::1], float64[::1], float64[::1], "
    "float64[::1], float64[:,::1], int64[:,::1], int64[::1], int64[::1], float64[::1], int64[::1])",
    lean=True,
)
def _sent(
    closed: int,
    wanted: float,
    starts: Vector,
    columns: Vector,
    twins: Vector,
    capacity: Vector,
    flows: Vector,
    room: Vector,
    least: Vector,
    ends: Vector,
    work: Vector,
    stamp: Vector,
    log: Vector,
    before: Vector,
    size: Vector,
) -> float:
    """Send as much as is wanted from those with something in ends[0] to those with something in ends[1], if it can be.

    work[3] and work[4] list both (their numbers are size[3] and size[4]); nothing passes the actor `closed`. What is
    changed in `flows` is written down in `log` and `before`, from size[2] on, each tie once.
    """
    size[5] += 1
    ahead, back, seen, sources, targets, cell_of = work[0], work[1], work[2], work[3], work[4], work[5]
    sent = 0.0
    while wanted - sent > _ALL * wanted:
        for actor in range(seen.size):
            seen[actor] = 0
        if closed >= 0:
            seen[closed] = 3
        begin, end, back_begin, back_end = 0, 0, 0, 0
        for place in range(size[3]):
            actor = sources[place]
            if ends[0, actor] > 0.0:
                ahead[end], seen[actor], cell_of[actor] = actor, 1, -1
                end += 1
        for place in range(size[4]):
            actor = targets[place]
            if ends[1, actor] > 0.0 and seen[actor] == 0:
                back[back_end], seen[actor], cell_of[actor] = actor, 2, -1
                back_end += 1
        met = -1
        forwards = True
        while met < 0 and begin < end and back_begin < back_end:
            forwards = end - begin <= back_end - back_begin
            if forwards:
                met = _widened(begin, end, 1, starts, columns, twins, room, ahead, seen, cell_of, size)
                begin, end = end, size[0]
            else:
                met = _widened(back_begin, back_end, 2, starts, columns, twins, room, back, seen, cell_of, size)
                back_begin, back_end = back_end, size[0]
        if met < 0:
            break
        cell = size[1]  # the tie between both sides
        amount = min(wanted - sent, room[cell])
        source, target = columns[twins[cell]], columns[cell]
        while cell_of[source] >= 0:
            amount = min(amount, room[cell_of[source]])
            source = columns[twins[cell_of[source]]]
        while cell_of[target] >= 0:
            amount = min(amount, room[cell_of[target]])
            target = columns[cell_of[target]]
        amount = min(amount, ends[0, source], ends[1, target])
        ends[0, source] -= amount
        ends[1, target] -= amount
        sent += amount
        _pushed(cell, amount, twins, capacity, flows, room, least, stamp, log, before, size)
        actor = columns[twins[cell]]
        while cell_of[actor] >= 0:
            _pushed(cell_of[actor], amount, twins, capacity, flows, room, least, stamp, log, before, size)
            actor = columns[twins[cell_of[actor]]]
        actor = columns[cell]
        while cell_of[actor] >= 0:
            _pushed(cell_of[actor], amount, twins, capacity, flows, room, least, stamp, log, before, size)
            actor = columns[cell_of[actor]]
    return sent


@compiled(
    "void(int64, int64[::1], float64[::1], int64[::1], float64[::1], float64[::1], float64[::1], float64[::1], "
    "int64[::1])",
    lean=True,
)
def _undone(
    first: int,
    log: Vector,
    before: Vector,
    twins: Vector,
    capacity: Vector,
    flows: Vector,
    room: Vector,
    least: Vector,
    size: Vector,
) -> None:
    """Put back what was there before."""
    for here in range(size[2] - 1, first - 1, -1):
        flows[log[here]] = before[here]
    for here in range(first, size[2]):
        room[log[here]] = _room(log[here], twins, capacity, flows, least)
    size[2] = first


@compiled("float64(int64, int64, int64[::1], int64[::1], int64[::1], float64[::1], int64)", lean=True)
def _beside(
    actor: int, other: int, starts: Vector, columns: Vector, twins: Vector, capacity: Vector, side: int
) -> float:
    """Return what can leave an actor (side 1) or come to it (2) but for one other, added up."""
    total = 0.0
    for cell in range(starts[actor], starts[actor + 1]):
        if columns[cell] != other:
            total += capacity[cell] if side == 1 else capacity[twins[cell]]
    return total


@compiled(
    "void(boolean, boolean, int64, int64, int64[::1], int64[::1], int64[::1], float64[::1], float64[::1], "
    "float64[::1], float64[::1], float64[:,::1], float64[:,::1], int64[:,::1], int64[::1], int64[::1], "
    "float64[::1], int64[::1], float64[:,::1])",
    lean=True,
)
def lost_flows(
    symmetric: bool,
    in_parts: bool,
    first: int,
    last: int,
    starts: Vector,
    columns: Vector,
    twins: Vector,
    capacity: Vector,
    flows: Vector,
    room: Vector,
    least: Vector,
    most: Vector,
    ends: Vector,
    work: Vector,
    stamp: Vector,
    log: Vector,
    before: Vector,
    size: Vector,
    result: Vector,
) -> None:
    """Add up what is lost with everybody of the flows from first..last-1 to others.

    Parameters
    ----------
    symmetric : bool
        Whether a pair is the same both ways; then only pairs in ascending order are looked at.
    in_parts : bool
        Whether what is lost is counted as a part of the flow.
    starts, columns, twins : int64 (n + 1,), int64 (ties,), int64 (ties,)
        Who may exchange anything, both ways, and the place of the tie back.
    capacity, flows, room, least : float64 (ties,)
        What a tie can take; zeros, to work in; what it can take, to work in; what of it is no more than rounding.
        What flows is kept apart, as it cannot be told from the room that a wide tie has left.
    most : float64 (2, n)
        What can leave everybody, and what can come.
    ends, work, stamp, log, before, size
        Room to work in: float64 (2, n) of zeros, int64 (7, n) of zeros, int64 (ties,) of zeros, int64 and float64
        (2 * ties,), int64 (6,) of zeros.
    result : float64 (2, n)
        By actor what is lost of the flows of others; and its own flows.
    """
    n = starts.size - 1
    sources, targets, looked_at = work[3], work[4], work[6]
    pair = 0
    for s in range(first, last):
        for t in range(s + 1 if symmetric else 0, n):
            bound = min(most[0, s], most[1, t])
            if t == s or bound <= 0.0:
                continue
            ends[0, s], ends[1, t], sources[0], targets[0], size[3], size[4] = bound, bound, s, t, 1, 1
            flow = _sent(
                -1, bound, starts, columns, twins, capacity, flows, room, least, ends, work, stamp, log, before, size
            )
            ends[0, s], ends[1, t] = 0.0, 0.0
            result[1, s] += flow
            result[1, t] += flow
            pair += 1
            changed = size[2]
            for here in range(changed):
                v = columns[log[here]]
                if v in (s, t) or looked_at[v] == pair:
                    continue
                looked_at[v] = pair
                passing, can_leave, can_come = 0.0, most[0, s], most[1, t]
                size[3], size[4] = 0, 0
                for cell in range(starts[v], starts[v + 1]):
                    other = columns[cell]
                    if other == s:
                        can_leave = _beside(s, v, starts, columns, twins, capacity, 1)
                    if other == t:
                        can_come = _beside(t, v, starts, columns, twins, capacity, 2)
                    coming = flows[twins[cell]] - flows[cell]
                    if coming > _ALL * flow:
                        sources[size[3]], ends[0, other] = other, coming
                        size[3] += 1
                        passing += coming
                    elif coming < -_ALL * flow:
                        targets[size[4]], ends[1, other] = other, -coming
                        size[4] += 1
                wanted = min(passing, passing - flow + min(can_leave, can_come))
                found = 0.0
                if wanted > _ROUNDING * flow:
                    found = _sent(
                        v,
                        wanted,
                        starts,
                        columns,
                        twins,
                        capacity,
                        flows,
                        room,
                        least,
                        ends,
                        work,
                        stamp,
                        log,
                        before,
                        size,
                    )
                    _undone(changed, log, before, twins, capacity, flows, room, least, size)
                for cell in range(starts[v], starts[v + 1]):
                    ends[0, columns[cell]] = 0.0
                    ends[1, columns[cell]] = 0.0
                loss = passing - found
                if loss > _ROUNDING * flow:
                    result[0, v] += loss / flow if in_parts else loss
            _undone(0, log, before, twins, capacity, flows, room, least, size)
