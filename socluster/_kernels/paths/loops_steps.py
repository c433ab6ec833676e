"""A compiled loop over shortest paths where every tie is one step, which tells what each tie carries.

Brandes' two passes from one actor after the other: out in the order of distance, and back. On the way back every actor
looks along its own ties to those one step farther, so that the number of a tie's cell is at hand.

References
----------
Brandes, U. (2008). On variants of shortest-path betweenness centrality and their generic computation. Social Networks,
30, 136-145. doi:10.1016/j.socnet.2007.11.001
"""

from __future__ import annotations

import numpy as np

from socluster._kernels.compiling.compiled import compiled
from socluster._kernels.products import Vector

__all__ = ["carried"]


@compiled("Tuple((float64[::1], float64[::1]))(int64[::1], uint32[::1], int64, int64)")
def carried(starts: Vector, columns: Vector, first: int, last: int) -> tuple[Vector, Vector]:
    """Return what actors and ties carry of the paths from actors first..last-1, a pair sharing 1 among its paths."""
    n = starts.size - 1
    by_row, by_cell = np.zeros(n), np.zeros(columns.size)
    paths, owed = np.zeros(n), np.zeros(n)
    distance, order = np.full(n, -1, np.int32), np.empty(n, np.uint32)
    for start in range(first, last):
        distance[start], paths[start], order[0] = 0, 1.0, start
        reached, place = 1, 0
        while place < reached:
            actor = order[place]
            place += 1
            farther = distance[actor] + 1
            for cell in range(starts[actor], starts[actor + 1]):
                other = columns[cell]
                if distance[other] < 0:
                    distance[other] = farther
                    order[reached] = other
                    reached += 1
                if distance[other] == farther:
                    paths[other] += paths[actor]
        for place in range(reached - 1, -1, -1):
            actor = order[place]
            farther, total = distance[actor] + 1, 0.0
            for cell in range(starts[actor], starts[actor + 1]):
                other = columns[cell]
                if distance[other] == farther:
                    share = paths[actor] * owed[other]
                    by_cell[cell] += share
                    total += share
            if place:
                by_row[actor] += total
            owed[actor] = (1.0 + total) / paths[actor]
        for place in range(reached):
            distance[order[place]] = -1
            paths[order[place]] = 0.0
    return by_row, by_cell
