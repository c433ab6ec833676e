"""All networks of a null, counted by hand or by formula, and by going through all networks there are."""

import itertools
from math import comb

import numpy as np
import pytest

from socluster._kernels.sampling import everything
from socluster._kernels.sampling.cells import TieCells


def ends(arcs):
    return frozenset(zip(arcs[0].tolist(), arcs[1].tolist(), strict=True))


def all_networks(n, directed):
    dyads = TieCells(n, directed)
    return [dyads.ends(chosen) for chosen in everything.subsets(dyads)]


def degrees(arcs, n, directed):
    out, into = np.bincount(arcs[0], minlength=n), np.bincount(arcs[1], minlength=n)
    return tuple([*out, *into] if directed else out + into)


@pytest.mark.parametrize(("n", "directed", "number"), [(0, True, 1), (3, False, 8), (3, True, 64), (4, False, 64)])
def test_all_networks(n, directed, number):
    assert len({ends(each) for each in all_networks(n, directed)}) == number


def test_choices_in_blocks():
    blocks = [np.array([0, 1, 2]), np.array([3, 4])]
    found = {tuple(sorted(each.tolist())) for each in everything.choices(blocks, [2, 1])}
    assert len(found) == everything.n_choices(blocks, [2, 1]) == 6


@pytest.mark.parametrize(("mutual", "one_way"), [(0, 0), (1, 1), (2, 1), (0, 3), (3, 0)])
def test_networks_with_a_dyad_census(mutual, one_way):
    found = [ends(each) for each in everything.pairings(TieCells(3, directed=False), mutual, one_way)]
    assert len(set(found)) == len(found) == comb(3, mutual + one_way) * comb(mutual + one_way, mutual) * 2**one_way
    for each in found:
        both = sum((j, i) in each for i, j in each)
        assert (both, len(each) - both) == (2 * mutual, one_way)


@pytest.mark.parametrize("sizes", [[2, 2], [1, 1, 1], [3], [0, 2], []])
def test_arrangements(sizes):
    found = {tuple(each.tolist()) for each in everything.arrangements(sizes)}
    row = [kind for kind, size in enumerate(sizes) for _ in range(size)]
    assert found == set(itertools.permutations(row))
    assert len(found) == everything.n_arrangements(sizes)


@pytest.mark.parametrize(("n", "directed"), [(4, False), (3, True), (5, False)])
def test_switches_and_turns_reach_every_network_with_the_same_degrees(n, directed):
    by_degrees = {}
    for each in all_networks(n, directed):
        by_degrees.setdefault(degrees(each, n, directed), set()).add(ends(each))
    for alike in by_degrees.values():
        first = min(alike, key=sorted)
        arcs = tuple(np.array([pair[side] for pair in sorted(first)], dtype=int) for side in (0, 1))
        found = everything.with_degrees(arcs, n, 10**6, directed=directed)
        assert {ends(each) for each in found} == alike
        if len(alike) > 1:
            assert everything.with_degrees(arcs, n, len(alike) - 1, directed=directed) is None


def test_two_mode_networks_with_the_same_degrees():
    tables = [np.array(cells, dtype=bool).reshape(3, 3) for cells in itertools.product((0, 1), repeat=9)]
    by_degrees = {}
    for each in tables:
        by_degrees.setdefault((*each.sum(axis=0), *each.sum(axis=1)), set()).add(each.tobytes())
    for each in tables[::7]:
        alike = by_degrees[(*each.sum(axis=0), *each.sum(axis=1))]
        assert {found.tobytes() for found in everything.with_two_mode_degrees(each, 1000)} == alike
    assert everything.with_two_mode_degrees(np.eye(3, dtype=bool), 5) is None
