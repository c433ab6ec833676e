"""All networks of a null, where they are few: so that nothing needs to be drawn, and samplers have an oracle."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from math import comb, factorial, prod

import numpy as np

from socluster._kernels.products import Vector
from socluster._kernels.sampling.cells import Arcs, TieCells

__all__ = [
    "arrangements",
    "choices",
    "n_arrangements",
    "n_choices",
    "pairings",
    "subsets",
    "with_degrees",
    "with_two_mode_degrees",
]


def subsets(dyads: TieCells) -> Iterator[Vector]:
    """Yield the numbers of the tied dyads of every network there is."""
    for size in range(len(dyads) + 1):
        for chosen in itertools.combinations(range(len(dyads)), size):
            yield np.array(chosen, dtype=np.int64)


def choices(members: list[Vector], ties: list[int]) -> Iterator[Vector]:
    """Yield every way to choose a number of dyads in each block: numbers of the tied dyads."""
    ways = [itertools.combinations(block.tolist(), number) for block, number in zip(members, ties, strict=True)]
    for chosen in itertools.product(*ways):
        yield np.array([each for block in chosen for each in block], dtype=np.int64)


def pairings(pairs: TieCells, mutual: int, one_way: int) -> Iterator[Arcs]:
    """Yield every network with so many mutual and one-way pairs."""
    everybody = range(len(pairs))
    for tied in itertools.combinations(everybody, mutual + one_way):
        for both in itertools.combinations(tied, mutual):
            single = [each for each in tied if each not in both]
            row, column = pairs.ends(np.array([*both, *both, *single], dtype=np.int64))
            for turns in itertools.product((False, True), repeat=one_way):
                turned = np.array([False] * mutual + [True] * mutual + list(turns), dtype=bool)
                yield np.where(turned, column, row), np.where(turned, row, column)


def n_arrangements(sizes: list[int]) -> int:
    """Return in how many ways things of so many kinds can be laid in a row."""
    return factorial(sum(sizes)) // prod(factorial(size) for size in sizes)


def arrangements(sizes: list[int]) -> Iterator[Vector]:
    """Yield every way to lay things of several kinds in a row: the kind at each place."""

    def laid(left: list[int]) -> Iterator[list[int]]:
        if not any(left):
            yield []
            return
        for kind, number in enumerate(left):
            if number:
                for rest in laid([*left[:kind], number - 1, *left[kind + 1 :]]):
                    yield [kind, *rest]

    for row in laid(list(sizes)):
        yield np.array(row, dtype=np.int64)


def with_degrees(arcs: Arcs, n: int, most: int, *, directed: bool) -> list[Arcs] | None:
    """Return all networks with the degrees of one, or None if there are more than `most`.

    From the one on, every switch of two ties and every turn of a ring of three is tried on every network found; these
    connect all of them.
    """
    start = frozenset(zip(arcs[0].tolist(), arcs[1].tolist(), strict=True))
    found, waiting = {start}, [start]
    while waiting:
        for new in _next_to(waiting.pop(), n, directed=directed):
            if new not in found:
                found.add(new)
                waiting.append(new)
                if len(found) > most:
                    return None
    return [_as_arcs(network) for network in sorted(sorted(each) for each in found)]


def with_two_mode_degrees(held: Vector, most: int) -> list[Vector] | None:
    """Return all two-mode networks with the degrees of one (array of bool), or None if there are more than `most`.

    Row after row is filled in every way that leaves the columns what the rows below can still fill.
    """
    rows, columns = held.sum(axis=1).tolist(), held.sum(axis=0).tolist()
    limit = most + 1
    found = list(itertools.islice(_filled(rows, columns), limit))
    return None if len(found) > most else [np.array(each, dtype=bool).reshape(held.shape) for each in found]


def _filled(rows: list[int], left: list[int]) -> Iterator[list[list[bool]]]:
    if not rows:
        if not any(left):
            yield []
        return
    must = [column for column, need in enumerate(left) if need == len(rows)]
    may = [column for column, need in enumerate(left) if 0 < need < len(rows)]
    if any(need > len(rows) for need in left) or not 0 <= rows[0] - len(must) <= len(may):
        return
    for chosen in itertools.combinations(may, rows[0] - len(must)):
        row = [column in (*must, *chosen) for column in range(len(left))]
        rest = [need - is_in for need, is_in in zip(left, row, strict=True)]
        for below in _filled(rows[1:], rest):
            yield [row, *below]


def _next_to(network: frozenset[tuple[int, int]], n: int, *, directed: bool) -> Iterator[frozenset[tuple[int, int]]]:
    """Yield the networks that one switch, or one turn, makes of a network."""
    for (a, b), (c, d) in itertools.combinations(sorted(network), 2):
        for near, far in [(c, d)] if directed else [(c, d), (d, c)]:
            new = {(a, far), (near, b)} if directed else {_ordered(a, far), _ordered(near, b)}
            if a != far and near != b and len(new) == 2 and not new & network:
                yield network - {(a, b), (c, d)} | new
    if directed:
        for a, b, c in itertools.combinations(range(n), 3):
            for ring in ({(a, b), (b, c), (c, a)}, {(b, a), (c, b), (a, c)}):
                back = {(far, near) for near, far in ring}
                if ring <= network and not back & network:
                    yield network - ring | back


def _ordered(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


def _as_arcs(network: list[tuple[int, int]]) -> Arcs:
    ends = np.array(network, dtype=np.int64).reshape(-1, 2)
    return ends[:, 0], ends[:, 1]


def n_choices(members: list[Vector], ties: list[int]) -> int:
    """Return how many ways there are to choose a number of dyads in each block."""
    return prod(comb(len(block), number) for block, number in zip(members, ties, strict=True))
