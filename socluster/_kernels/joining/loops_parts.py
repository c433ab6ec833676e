"""Compiled loops over the tree of blocks: parts of a network that no single actor holds together.

A search in depth first order reaches everybody but the first of a component over a block: that which it shares with the
actor it was reached from. The block lies below the one of its actors who was reached first, its `top`, and holds
together without any one actor. So the blocks and the actors of a component form a tree, and an actor is a cutpoint if
it has at least two blocks around it: those that it tops, and that above it.

References
----------
Hopcroft, J. & Tarjan, R. (1973). Algorithm 447: efficient algorithms for graph manipulation. Communications of the ACM,
16, 372-378. doi:10.1145/362248.362272
"""

from __future__ import annotations

import numpy as np

from socluster._kernels.compiling.compiled import compiled
from socluster._kernels.products import Vector

__all__ = ["block_tree", "cutpoints", "ranges"]

_NUMBERS = "int64[::1], int64[::1], int64[::1], int64[::1], int64[::1]"


@compiled(f"Tuple(({_NUMBERS}))(int64[::1], uint32[::1])")
def block_tree(starts: Vector, columns: Vector) -> tuple[Vector, Vector, Vector, Vector, Vector]:
    """Return the tree of blocks of a network of undirected ties.

    Returns
    -------
    visited : array of int64 of shape (n,)
        The actors in the order of the search.
    component : array of int64 of shape (n,)
        The first actor of the component.
    above : array of int64 of shape (n,)
        The block over which an actor was reached; -1 for the first of a component.
    top : array of int64 of shape (n,)
        The actor below which a block lies; there are fewer blocks than actors.
    blocks : array of int64 of shape (n,)
        Number of blocks around an actor.
    """
    n = starts.size - 1
    visited, component, blocks = np.empty(n, np.int64), np.full(n, -1, np.int64), np.zeros(n, np.int64)
    above, top = np.full(n, -1, np.int64), np.full(n, -1, np.int64)
    place, highest = np.empty(n, np.int64), np.empty(n, np.int64)  # own, and first that anybody below is tied to
    path, waiting, cell = np.empty(n, np.int64), np.empty(n, np.int64), starts[:n].copy()
    n_visited = n_blocks = depth = n_waiting = 0
    for root in range(n):
        arriving = root if component[root] < 0 else -1
        while arriving >= 0 or depth > 0:
            if arriving >= 0:
                v = arriving
                visited[n_visited], path[depth], waiting[n_waiting] = v, v, v
                place[v] = highest[v] = n_visited
                component[v] = root
                n_visited, depth, n_waiting = n_visited + 1, depth + 1, n_waiting + 1
            v, arriving = path[depth - 1], -1
            while arriving < 0 and cell[v] < starts[v + 1]:
                w = columns[cell[v]]
                cell[v] += 1
                if component[w] < 0:
                    arriving = w
                else:
                    highest[v] = min(highest[v], place[w])
            if arriving >= 0:
                continue
            depth -= 1
            if depth == 0:
                n_waiting = 0
                continue
            u = path[depth - 1]
            highest[u] = min(highest[u], highest[v])
            if highest[v] == place[u]:  # nobody from v on is tied to anybody before u
                top[n_blocks] = u
                blocks[u] += 1
                while above[v] < 0:
                    n_waiting -= 1
                    above[waiting[n_waiting]] = n_blocks
                    blocks[waiting[n_waiting]] += 1
                n_blocks += 1
    return visited, component, above, top, blocks


@compiled("Tuple((int64[::1], int64[::1]))(int64[::1], int64[::1], int64[::1])")
def ranges(visited: Vector, above: Vector, top: Vector) -> tuple[Vector, Vector]:
    """Number the actors so that v and all in blocks below it have the numbers lowest[v], ..., highest[v].

    The order of the search is no such order: between v and those below it, it may visit others of the block above v.
    """
    n = visited.size
    size, lowest, free = np.ones(n, np.int64), np.empty(n, np.int64), np.empty(n, np.int64)
    for v in visited[::-1]:
        if above[v] >= 0:
            size[top[above[v]]] += size[v]
    next_component = 0
    for v in visited:
        if above[v] >= 0:
            u = top[above[v]]
            lowest[v] = free[u]
            free[u] += size[v]
        else:
            lowest[v] = next_component
            next_component += size[v]
        free[v] = lowest[v] + 1
    return lowest, lowest + size - 1


@compiled(f"void({_NUMBERS}, int64[::1], int64[::1], int64[::1], boolean[:, ::1])")
def cutpoints(
    component: Vector,
    above: Vector,
    top: Vector,
    blocks: Vector,
    lowest: Vector,
    highest: Vector,
    starts: Vector,
    partners: Vector,
    result: Vector,
) -> None:
    """Fill result[c] with who is a cutpoint when an actor x joins, x last.

    When v leaves, its component falls into as many pieces as there are blocks around v. Those in which x has partners
    are connected through x. So v is a cutpoint if there is a piece without any. Who changes is found on the way from
    the partners up the tree; for everybody else all partners are in one piece, so that a cutpoint stays one.
    """
    n = component.size
    pieces = np.zeros(n, np.int64)  # blocks below an actor with partners in or under them
    is_reached = np.zeros(n, np.bool_)  # by block
    path = np.empty(2 * n, np.int64)
    first, last = np.full(n, n, np.int64), np.full(n, -1, np.int64)  # numbers of the partners in a component
    for c in range(starts.size - 1):
        row, mine = result[c], partners[starts[c] : starts[c + 1]]
        for v in range(n):
            row[v] = blocks[v] > 1
        row[n] = False
        count = 0
        for q in mine:
            row[n] |= component[q] != component[mine[0]]
            first[component[q]] = min(first[component[q]], lowest[q])
            last[component[q]] = max(last[component[q]], lowest[q])
            path[count] = q
            count += 1
            block = above[q]
            while block >= 0 and not is_reached[block]:
                is_reached[block] = True
                pieces[top[block]] += 1
                path[count] = top[block]
                count += 1
                block = above[top[block]]
        for v in path[:count]:
            is_all_below = lowest[v] <= first[component[v]] and last[component[v]] <= highest[v]
            row[v] = pieces[v] + (not is_all_below) < blocks[v]
        for v in path[:count]:
            pieces[v] = 0
            first[component[v]], last[component[v]] = n, -1
            if above[v] >= 0:
                is_reached[above[v]] = False
