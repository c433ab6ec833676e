"""What runs over shortest paths, against listing them all."""

import itertools

import networkx as nx
import numpy as np
import pytest

from socluster._kernels.paths.shortest_paths import carried, loads, passing_paths
from tests._kernels.networks import path, random_network, star


@pytest.fixture(params=[(False, 1.0), (True, 1.0), (True, None)], ids=["undirected", "directed", "lengths"])
def lengths(request):
    """Twenty-five actors, ties of one step or of one to three."""
    directed, length = request.param
    ties = random_network(25, 55, directed=directed, isolates=2)
    ties.data = np.ceil(ties.data * 3 / 5) if length is None else np.full_like(ties.data, length)
    return ties


def all_shortest_paths(lengths):
    graph = nx.from_scipy_sparse_array(lengths, create_using=nx.DiGraph)
    for start, end in itertools.permutations(graph, 2):
        if nx.has_path(graph, start, end):
            yield list(nx.all_shortest_paths(graph, start, end, weight="weight"))


def test_paths_that_pass_begin_and_end(lengths):
    n = lengths.shape[0]
    passing, ending, total = np.zeros(n), np.zeros(n), 0
    for found in all_shortest_paths(lengths):
        for each in found:
            total += 1
            passing[each[1:-1]] += 1
            ending[[each[0], each[-1]]] += 1
    counted, number, ends = passing_paths(lengths)
    assert counted.tolist() == passing.tolist()
    assert ends.tolist() == ending.tolist()
    assert number == total > 50


def test_parcels_are_halved_where_the_way_parts(lengths):
    """A parcel takes each next partner with the same chance, not each path."""
    load = np.zeros(lengths.shape[0])
    for found in all_shortest_paths(lengths):
        for each in found:
            chance = 1.0
            for place, actor in enumerate(each[:-1]):
                onwards = {other[place + 1] for other in found if other[: place + 1] == each[: place + 1]}
                alike = sum(other[: place + 1] == each[: place + 1] for other in found)
                if place:
                    load[actor] += chance / alike  # each of the paths that agree up to here adds its part
                chance /= len(onwards)
    assert loads(lengths) == pytest.approx(load)
    assert load.max() > 10


def test_by_hand():
    passing, total, ending = passing_paths(path(4))
    assert passing.tolist() == [0, 4, 4, 0]
    assert (total, ending.tolist()) == (12, [6, 6, 6, 6])
    assert loads(path(4)).tolist() == [0, 4, 4, 0]
    assert loads(star(5)).tolist() == [20, 0, 0, 0, 0, 0]


@pytest.mark.parametrize("n", [60, 230])
def test_what_paths_from_some_carry_and_those_from_the_others_make_all(n):
    ties = random_network(n, 3 * n, directed=True)
    turned = ties[::-1][:, ::-1].tocsr()
    turned.sort_indices()
    by_row, by_cell = carried(ties)
    some, others = carried(ties, n // 3), carried(turned, n - n // 3)
    assert some[0] + others[0][::-1] == pytest.approx(by_row)
    assert some[1] + others[1][::-1] == pytest.approx(by_cell)
