"""Clients who come, wait, are served and passed on: the events of one draw, in the order of time (compiled)."""

from __future__ import annotations

import numpy as np

from socluster._kernels.compiling.compiled import compiled
from socluster._kernels.products import Vector

__all__ = ["run"]

SERVED, GAVE_UP = 0, 1  # kinds of events that stand in the heap
ARRIVED, DONE, LOST = 0, 1, 2  # columns of counts; then come those waiting and in service at the end
WAITED, AREA, BUSY = 0, 1, 2  # columns of sums


@compiled("void(float64[::1], int64[::1], int64, float64, int64)")
def push(times: Vector, codes: Vector, size: int, time: float, code: int) -> None:
    """Put an event into a heap of so many."""
    place = size
    while place > 0:
        above = (place - 1) // 2
        if times[above] < time or (times[above] == time and codes[above] <= code):
            break
        times[place], codes[place] = times[above], codes[above]
        place = above
    times[place], codes[place] = time, code


@compiled("void(float64[::1], int64[::1], int64)")
def pop(times: Vector, codes: Vector, size: int) -> None:
    """Take the first event out of a heap of so many."""
    time, code = times[size - 1], codes[size - 1]
    place, below = 0, 1
    while below < size - 1:
        other = below + 1
        if other < size - 1 and (
            times[other] < times[below] or (times[other] == times[below] and codes[other] < codes[below])
        ):
            below = other
        if time < times[below] or (time == times[below] and code <= codes[below]):
            break
        times[place], codes[place] = times[below], codes[below]
        place, below = below, 2 * below + 1
    times[place], codes[place] = time, code


@compiled("float64(float64, float64, int64, float64[::1], int64[:])")
def finished(start: float, need: float, phase: int, ends: Vector, crew: Vector) -> float:
    """Return when a service ends that pauses while nobody of its station works; infinite if after all phases."""
    time = start
    while phase < len(ends):
        if crew[phase] > 0:
            if time + need <= ends[phase]:
                return time + need
            need -= ends[phase] - time
        time = ends[phase]
        phase += 1
    return np.inf


@compiled("int64(int64, float64, int64[::1], int64[::1], float64[::1])")
def chosen(node: int, number: float, first: Vector, target: Vector, upto: Vector) -> int:
    """Return to which station a client goes from a node; -1 if nobody is there to go to."""
    if first[node] == first[node + 1]:
        return -1
    for place in range(first[node], first[node + 1] - 1):
        if number < upto[place]:
            return int(target[place])
    return int(target[first[node + 1] - 1])


@compiled("void(int64, int64, int64, int64[:,::1], int64[:,::1], int64[::1], int64[::1])", lean=True)
def append(client: int, s: int, r: int, head: Vector, tail: Vector, before: Vector, after: Vector) -> None:
    """Put a client at the end of the list of its rank at a station."""
    before[client], after[client] = tail[s, r], -1
    if tail[s, r] >= 0:
        after[tail[s, r]] = client
    else:
        head[s, r] = client
    tail[s, r] = client


@compiled("void(int64, int64, int64, int64[:,::1], int64[:,::1], int64[::1], int64[::1])", lean=True)
def unlink(client: int, s: int, r: int, head: Vector, tail: Vector, before: Vector, after: Vector) -> None:
    """Take a client out of its list, wherever in it."""
    one, two = before[client], after[client]
    if one >= 0:
        after[one] = two
    else:
        head[s, r] = two
    if two >= 0:
        before[two] = one
    else:
        tail[s, r] = one


@compiled("void(int64, int64, float64, int64[::1], float64[::1], float64[:,::1])", lean=True)
def recount(s: int, more: int, time: float, waiting: Vector, changed: Vector, sums: Vector) -> None:
    """Change the number of those waiting at a station, after its integral over time has been brought up to date."""
    sums[s, AREA] += waiting[s] * (time - changed[s])
    changed[s] = time
    waiting[s] += more


@compiled("void(int64, int64, int64, float64, int64[::1], float64[::1], float64[:,::1])", lean=True)
def reassign(s: int, more: int, crew: int, time: float, busy: Vector, changed: Vector, sums: Vector) -> None:
    """Change the number of clients in service at a station, after the integral of its servers' work."""
    sums[s, BUSY] += min(busy[s], crew) * (time - changed[s])
    changed[s] = time
    busy[s] += more


@compiled("int64(int64, int64[:,::1])", lean=True)
def foremost(s: int, head: Vector) -> int:
    """Return the first rank of a station that has somebody waiting; there is one."""
    r = 0
    while head[s, r] < 0:
        r += 1
    return r


@compiled(
    "int64(float64[::1], int64[::1], int64[::1], float64[:,::1], float64[:,::1], float64[:,::1], int64[::1],"
    "int64[::1], float64[::1], int64[::1], float64[::1], float64[::1], int64[:,::1], float64[::1], int64, float64[::1],"
    "float64[:,::1], float64[:,::1], float64[:,::1])"
)
def run(
    arrive: Vector,
    origin: Vector,
    rank: Vector,
    service: Vector,
    patience: Vector,
    route: Vector,
    first: Vector,
    target: Vector,
    upto: Vector,
    step: Vector,
    pace: Vector,
    bears: Vector,
    crew: Vector,
    ends: Vector,
    ranks: int,
    grid: Vector,
    counts: Vector,
    sums: Vector,
    on_grid: Vector,
) -> int:
    """Go through one draw and fill counts, sums and the lists on the grid; return how many found no way on.

    It is one loop over events in the order of time, and every turn has four parts. Which event is next: the first of
    the heap, else somebody from outside, else the end of a phase, where several come at once. The grid: those waiting
    are written down for all times before it. The event itself: a phase ends (servers come or go), a client comes, one
    is served (and is passed on), or one gives up. And what follows from it: a client who goes on stands at the end of a
    list; then, wherever servers became free, the foremost of the list is served. The end of that service goes into the
    heap, and so does the end of the patience of who has just joined a list and still waits.

    Parameters
    ----------
    arrive : array of float of shape (clients,)
        When each client comes, sorted.
    origin : array of int of shape (clients,)
        The node from which a client is passed on: stations come first, then entries; -1 - station for those who are at
        a station from the beginning.
    rank : array of int of shape (clients,)
        Who goes first: 0 before 1 and so on.
    service, patience, route : array of float of shape (clients, steps)
        By step: how long the service takes and how long the client is ready to wait, in means of the station, and a
        number in [0, 1) that says where it goes to get there.
    first, target, upto : arrays
        Of every node, the stations to which it passes on, and up to which number each of them.
    step : array of int of shape (stations,)
        Step of every station, from 0.
    pace, bears : array of float of shape (stations,)
        Mean time of a service, and that for which clients are ready to wait; infinite if nobody leaves.
    crew : array of int of shape (stations, phases)
        Servers of every station in every phase.
    ends : array of float of shape (phases,)
        When every phase ends, the last at the horizon.
    ranks : int
        Number of ranks.
    grid : array of float
        Times at which those waiting are counted, sorted, up to the horizon.
    counts : array of float of shape (stations, 5)
        To be filled: arrived, served, lost, waiting and in service at the end.
    sums : array of float of shape (stations, 3)
        To be filled: times waited, the integrals of those waiting and of the servers who are there and busy.
    on_grid : array of float of shape (times, stations)
        To be filled: those waiting at each time.
    """
    n, stations, horizon = len(arrive), len(step), ends[-1]
    steps = service.shape[1]
    times, codes = np.empty(2 * n * steps + 1), np.empty(2 * n * steps + 1, dtype=np.int64)
    size = 0
    head = np.full((stations, ranks), -1, dtype=np.int64)
    tail = np.full((stations, ranks), -1, dtype=np.int64)
    after, before = np.full(n, -1, dtype=np.int64), np.full(n, -1, dtype=np.int64)
    at = np.full(n, -1, dtype=np.int64)  # the station where a client waits
    since = np.zeros(n)
    waiting, busy = np.zeros(stations, dtype=np.int64), np.zeros(stations, dtype=np.int64)
    changed, changed_busy = np.zeros(stations), np.zeros(stations)
    phase, coming, mark, nowhere = 0, 0, 0, 0
    while True:
        time, kind = ends[phase], 2
        if coming < n and arrive[coming] <= time:
            time, kind = arrive[coming], 3
        if size > 0 and times[0] <= time:
            time, kind = times[0], codes[0] % 2
        while mark < len(grid) and (grid[mark] < time or (kind == 2 and phase == len(ends) - 1)):
            for s in range(stations):
                on_grid[mark, s] = waiting[s]
            mark += 1
        mover, place, lo, hi = -1, -1, 0, 0
        if kind == 2:  # a phase ends
            for s in range(stations):
                reassign(s, 0, crew[s, phase], time, busy, changed_busy, sums)
            phase += 1
            if phase == len(ends):
                break
            hi = stations
        elif kind == 3:
            mover = coming
            coming += 1
            node = origin[mover]
            place = -1 - node if node < 0 else chosen(node, route[mover, 0], first, target, upto)
            if place < 0:
                nowhere += 1
        else:
            code = codes[0] // 2
            pop(times, codes, size)
            size -= 1
            client, k = code // steps, code % steps
            if kind == SERVED:
                s = at[client]
                reassign(s, -1, crew[s, phase], time, busy, changed_busy, sums)
                counts[s, DONE] += 1
                at[client] = -1
                lo, hi = s, s + 1
                if k < steps - 1:
                    place = chosen(s, route[client, k + 1], first, target, upto)
                    if place < 0:
                        nowhere += 1
                    else:
                        mover = client
            else:
                s = at[client]
                if s >= 0 and step[s] == k and since[client] >= 0:  # it still waits there
                    unlink(client, s, rank[client], head, tail, before, after)
                    recount(s, -1, time, waiting, changed, sums)
                    sums[s, WAITED] += time - since[client]
                    counts[s, LOST] += 1
                    at[client] = -1
        if mover >= 0 and place >= 0:  # it stands at the end of the list, from which it may go on at once
            append(mover, place, rank[mover], head, tail, before, after)
            recount(place, 1, time, waiting, changed, sums)
            at[mover], since[mover] = place, time
            counts[place, ARRIVED] += 1
        for turn in range(2):
            if turn == 1:
                if place < 0 or mover < 0:
                    break
                lo, hi = place, place + 1
            for s in range(lo, hi):
                while waiting[s] > 0 and busy[s] < crew[s, phase]:
                    r = foremost(s, head)
                    client = head[s, r]
                    unlink(client, s, r, head, tail, before, after)
                    recount(s, -1, time, waiting, changed, sums)
                    reassign(s, 1, crew[s, phase], time, busy, changed_busy, sums)
                    sums[s, WAITED] += time - since[client]
                    since[client] = -1.0
                    end = finished(time, service[client, step[s]] * pace[s], phase, ends, crew[s])
                    if end <= horizon:
                        push(times, codes, size, end, (client * steps + step[s]) * 2 + SERVED)
                        size += 1
        if mover >= 0 and place >= 0 and since[mover] >= 0:
            gives_up = time + patience[mover, step[place]] * bears[place]
            if gives_up <= horizon:
                push(times, codes, size, gives_up, (mover * steps + step[place]) * 2 + GAVE_UP)
                size += 1
    for i in range(n):
        if at[i] >= 0 and since[i] >= 0:
            sums[at[i], WAITED] += horizon - since[i]
    for s in range(stations):
        sums[s, AREA] += waiting[s] * (horizon - changed[s])
        counts[s, 3], counts[s, 4] = waiting[s], busy[s]
    return nowhere
