"""Two-mode centralities against published values, networkx.bipartite, and their formulas."""

import itertools

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from networkx.algorithms import bipartite

from socluster._kernels.groups.twomode import largest_betweenness
from socluster.measures.twomode.centrality import (
    twomode_betweenness,
    twomode_closeness,
    twomode_degree,
    twomode_density,
    twomode_eigenvector,
)
from tests.measures.twomode.twomode_samples import few, graph_of, incidences, two_mode


def test_davis_density_is_89_of_252(davis):
    assert twomode_density(davis) == 89 / 252


def test_davis_equals_networkx(davis):
    graph, top = graph_of(davis)
    expected = {
        twomode_degree: bipartite.degree_centrality(graph, top),
        twomode_closeness: bipartite.closeness_centrality(graph, top),
        twomode_betweenness: bipartite.betweenness_centrality(graph, top),
    }
    for mode in ("actors", "groups"):
        for measure, theirs in expected.items():
            ours = measure(davis, mode=mode)
            assert ours.to_dict() == pytest.approx({label: theirs[mode, label] for label in ours.index})
            assert ours.name == measure.__name__
            assert ours.index.name == mode[:-1]
        eigenvector = nx.eigenvector_centrality_numpy(graph)
        ours = twomode_eigenvector(davis, mode=mode, normalized=False)
        assert ours.to_dict() == pytest.approx({label: abs(eigenvector[mode, label]) for label in ours.index})


@pytest.mark.parametrize(("n", "m"), [(1, 1), (1, 3), (2, 1), (2, 3), (3, 2), (4, 2), (2, 4), (3, 3)])
def test_the_largest_betweenness_is_the_largest(n, m):
    """Over every network of n actors and m groups."""
    largest = 0.0
    for cells in itertools.product((0, 1), repeat=n * m):
        incidence = np.array(cells).reshape(n, m)
        if incidence[0].all():  # the actor that belongs to all groups has it
            largest = max(largest, twomode_betweenness(two_mode(incidence), normalized=False).iloc[0])
    assert largest_betweenness(n, m) == pytest.approx(largest)


@few
@given(incidences())
def test_centralities_of_any_network_equal_networkx(incidence):
    cluster = two_mode(incidence)
    graph, top = graph_of(cluster)
    raw = nx.betweenness_centrality(graph, normalized=False)
    for mode in ("actors", "groups"):
        ours = twomode_betweenness(cluster, mode=mode, normalized=False)
        assert ours.tolist() == pytest.approx([raw[mode, label] for label in ours.index])
        assert twomode_degree(cluster, mode=mode, normalized=False).tolist() == [
            graph.degree((mode, label)) for label in ours.index
        ]
    if nx.is_connected(graph):
        theirs = bipartite.closeness_centrality(graph, top)
        for variant in ("wasserman-faust", "component", "freeman"):
            ours = twomode_closeness(cluster, variant=variant)
            assert ours.tolist() == pytest.approx([theirs[node] for node in top])


@few
@given(incidences())
def test_closeness_equals_its_formulas(incidence):
    cluster = two_mode(incidence)
    graph, top = graph_of(cluster)
    n, m = incidence.shape
    for variant in ("wasserman-faust", "component", "freeman", "harmonic"):
        ours = twomode_closeness(cluster, variant=variant)
        raw = twomode_closeness(cluster, variant=variant, normalized=False)
        assert ours.between(0, 1 + 1e-12).all()
        for node, value, plain in zip(top, ours, raw, strict=True):
            distance = {other: d for other, d in nx.single_source_shortest_path_length(graph, node).items() if d}
            own = sum(mode == "actors" for mode, _ in distance)
            other, total = len(distance) - own, sum(distance.values())
            share = len(distance) / (n + m - 1)
            if variant == "harmonic":
                inverse = sum(1 / d for d in distance.values())
                expected, bare = inverse / (m + (n - 1) / 2), inverse
            elif not total or (variant == "freeman" and share < 1):
                expected, bare = 0, 0
            else:
                factor = share if variant == "wasserman-faust" else 1
                expected, bare = factor * (other + 2 * own) / total, factor / total
            assert value == pytest.approx(expected)
            assert plain == pytest.approx(bare)


@few
@given(incidences())
def test_the_eigenvector_is_a_singular_vector(incidence):
    cluster = two_mode(incidence)
    actors, groups = (twomode_eigenvector(cluster, mode=mode).to_numpy() for mode in ("actors", "groups"))
    values = np.linalg.svd(incidence, compute_uv=False)
    if not incidence.any() or (len(values) > 1 and values[1] > values[0] * (1 - 1e-9)):
        assert np.isnan(actors).all()
        assert np.isnan(groups).all()
        return
    assert np.linalg.norm(actors) == pytest.approx(1)
    assert (actors >= 0).all()
    assert incidence @ groups == pytest.approx(values[0] * actors, abs=1e-6)


def test_a_large_component_is_iterated_to_the_same_vector():
    incidence = (np.random.default_rng(3).random((420, 30)) < 0.2).astype(int)
    ours = twomode_eigenvector(two_mode(incidence)).to_numpy()
    assert ours == pytest.approx(np.abs(np.linalg.svd(incidence)[0][:, 0]), abs=1e-8)


def test_betweenness_is_undefined_where_nobody_can_stand_between():
    assert twomode_betweenness(two_mode([[1]])).isna().all()
    assert twomode_betweenness(two_mode([[1]]), normalized=False).tolist() == [0]
