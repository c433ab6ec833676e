"""Changes of the compiled loops, in networks of more than one word."""

import networkx as nx
import numpy as np
import pytest

from socluster._kernels.sampling.toggles import Frame, Statistic, changes, packed, statistics

N = 130


def graph(seed=4):
    return nx.gnm_random_graph(N, 600, seed=seed)


def matrix(found):
    return nx.to_numpy_array(found, nodelist=range(N)).astype(np.uint8)


def exactly(k):
    values = (np.arange(N + 1) == k).astype(float)
    return np.concatenate([values, np.diff(values, append=0.0)])


def test_triangles_stars_and_shared_partners_of_a_network_of_three_words():
    found = graph()
    shared = [len(list(nx.common_neighbors(found, i, j))) for i, j in found.edges]
    choose = np.arange(N + 1) * (np.arange(N + 1) - 1) / 2
    wanted = packed(
        [
            Statistic("triangles"),
            Statistic("degree", 1, 1, np.diff(choose)),
            Statistic("partners", 0, 0, exactly(1)),
            Statistic("partners", 0, 0, exactly(2)),
        ]
    )
    stars = sum(d * (d - 1) / 2 for _, d in found.degree)
    expected = [sum(nx.triangles(found).values()) / 3, stars, shared.count(1), shared.count(2)]
    assert statistics(Frame(N, N), wanted, matrix(found)).tolist() == expected


def test_directed_triples_are_those_of_the_triad_census():
    found = nx.gnm_random_graph(N, 1500, seed=2, directed=True)
    census = nx.triadic_census(found)
    transitive = {"030T": 1, "120D": 2, "120U": 2, "120C": 1, "210": 3, "300": 6}
    cyclic = {"030C": 1, "120C": 1, "210": 1, "300": 2}
    wanted = packed([Statistic("triangles", 1), Statistic("triangles", 2)])
    frame = Frame(N, N, directed=True)
    assert statistics(frame, wanted, matrix(found)).tolist() == [
        sum(census[name] * times for name, times in which.items()) for which in (transitive, cyclic)
    ]


def test_a_change_is_the_difference_that_the_tie_makes():
    found, frame = graph(), Frame(N, N)
    wanted = packed([Statistic("four-cycles"), Statistic("three-trails"), Statistic("partners", 0, 2, exactly(1))])
    dyads = np.array([[0, 1], [5, 128], [63, 64], [64, 129], *sorted(found.edges)[:3]])
    change = changes(frame, wanted, matrix(found), dyads)
    for row, (i, j) in enumerate(dyads.tolist()):
        values = []
        for there in (1, 0):
            Y = matrix(found)
            Y[i, j] = Y[j, i] = there
            values.append(statistics(frame, wanted, Y))
        assert change[row] == pytest.approx(values[0] - values[1], abs=1e-9)
