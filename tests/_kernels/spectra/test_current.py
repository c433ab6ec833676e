"""Electrical current between actors, against networkx."""

import networkx as nx
import numpy as np
import pytest

from socluster._kernels.spectra import current
from socluster._kernels.spectra.current import passing_current, resistances
from tests._kernels.networks import path, random_network, star


@pytest.fixture
def strength():
    """Twenty-five actors, some of them in small components."""
    return random_network(25, 40, directed=False, isolates=2)


def components(strength):
    graph = nx.from_scipy_sparse_array(strength)
    return [graph.subgraph(members).copy() for members in nx.connected_components(graph)]


def test_resistances_add_up(strength):
    others, total = resistances(strength)
    for part in components(strength):
        for actor in part:
            assert others[actor] == len(part) - 1
            each = [nx.resistance_distance(part, actor, other, weight="weight", invert_weight=False) for other in part]
            assert total[actor] == pytest.approx(sum(each), abs=1e-9)


def test_current_passes_as_networkx_says(strength):
    passing = passing_current(strength)
    for part in components(strength):
        expected = dict.fromkeys(part, 0.0)
        if len(part) > 2:
            expected = nx.current_flow_betweenness_centrality(part, normalized=False, weight="weight")
        assert [passing[actor] for actor in part] == pytest.approx([expected[actor] for actor in part], abs=1e-8)


def test_on_a_path_resistances_are_distances_and_all_current_passes_the_middle():
    assert resistances(path(4))[1] == pytest.approx([6, 4, 4, 6])
    assert passing_current(path(4)) == pytest.approx([0, 2, 2, 0])
    assert passing_current(star(5)) == pytest.approx([10, 0, 0, 0, 0, 0])


@pytest.mark.parametrize("unit", [1e-100, 1e100])
def test_the_unit_of_strength_does_not_matter(strength, unit):
    assert passing_current(strength * unit) == pytest.approx(passing_current(strength))
    assert resistances(strength * unit)[1] * unit == pytest.approx(resistances(strength)[1])


def test_blocks_of_ties_do_not_matter(monkeypatch, strength):
    expected = passing_current(strength)
    monkeypatch.setattr(current, "CELLS", 50)
    assert passing_current(strength) == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize("n", [0, 1, 3])
def test_without_ties_nothing_runs(n):
    empty = random_network(n, 0, directed=False)
    assert passing_current(empty).tolist() == [0] * n
    assert [each.tolist() for each in resistances(empty)] == [[0] * n] * 2
    assert np.isfinite(passing_current(empty)).all()
