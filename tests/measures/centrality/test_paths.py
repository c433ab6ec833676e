import itertools
from collections import defaultdict
from fractions import Fraction

import networkx as nx
import numpy as np
import pandas as pd
import pytest

from socluster import Cluster, InputError, as_cluster, betweenness
from socluster.core.progress import listening
from socluster.measures.centrality.paths import edge_betweenness, k_path_centrality, load, stress
from tests.measures.centrality.centrality_samples import sample

both = pytest.mark.parametrize("directed", [False, True], ids=["undirected", "directed"])
costs = pytest.mark.parametrize("cost", [None, "inverse"])


def all_shortest_paths(each, cost):
    """Every shortest path by ordered pair, with lengths as exact fractions."""
    for _, _, data in each.graph.edges(data=True):
        data["length"] = Fraction(1, int(data["weight"]))
    found = {}
    for source, target in itertools.permutations(each.cluster.labels, 2):
        if nx.has_path(each.graph, source, target):
            weight = "length" if cost else None
            found[source, target] = list(nx.all_shortest_paths(each.graph, source, target, weight=weight))
    return found


# -- stress and load --------------------------------------------------------------------------------------------------


@both
@costs
@pytest.mark.parametrize("seed", [41, 42, 43])
def test_stress_equals_the_definition(directed, cost, seed):
    each = sample(seed, directed=directed, weighted=True, part=0.3)
    paths = list(itertools.chain.from_iterable(all_shortest_paths(each, cost).values()))
    per_path = 1 if directed else 0.5  # every path is listed from both ends
    passing = {label: sum(per_path * (label in path[1:-1]) for path in paths) for label in each.cluster.labels}
    others = {label: sum(per_path * (label not in (path[0], path[-1])) for path in paths) for label in passing}
    assert stress(each.cluster, cost=cost, normalized=False).to_dict() == pytest.approx(passing)
    shares = {label: passing[label] / others[label] for label in passing}
    assert stress(each.cluster, cost=cost).to_dict() == pytest.approx(shares)


@both
@costs
@pytest.mark.parametrize("seed", [44, 45, 46])
def test_load_equals_the_definition(directed, cost, seed):
    """Parcels are handed on in equal parts to everybody who is next on a shortest path to the goal."""
    each = sample(seed, directed=directed, weighted=True, part=0.3)
    paths = all_shortest_paths(each, cost)
    passing = dict.fromkeys(each.cluster.labels, 0.0)
    for source, target in paths:
        held = defaultdict(float, {source: 1.0})
        while set(held) != {target}:
            now = next(label for label in held if label != target)
            following = {path[1] for path in paths[now, target]}
            part = held.pop(now)
            for label in following:
                held[label] += part / len(following)
                if label != target:
                    passing[label] += part / len(following)
    assert load(each.cluster, cost=cost, normalized=False).to_dict() == pytest.approx(passing)
    assert load(each.cluster, cost=cost).tolist() == pytest.approx(np.array(list(passing.values())) / (11 * 10))


def test_stress_and_load_of_a_square(cluster_of):
    # A and C have two shortest paths, over B and over D, and so have B and D over A and C.
    square = cluster_of("AB BC CD DA")
    assert stress(square, normalized=False).tolist() == [1, 1, 1, 1]
    assert stress(square).tolist() == pytest.approx([1 / 4] * 4)  # three others: two ties and one pair with two paths
    assert load(square, normalized=False).tolist() == [1, 1, 1, 1]


def test_where_every_pair_has_one_path_all_three_agree(cluster_of):
    tree = cluster_of("AB BC BD DE DF")
    expected = betweenness(tree, normalized=False)
    assert stress(tree, normalized=False).tolist() == expected.tolist()
    assert (load(tree, normalized=False) / 2).tolist() == pytest.approx(expected.tolist())
    assert stress(tree).tolist() == pytest.approx(betweenness(tree).tolist())
    assert load(tree).tolist() == pytest.approx(betweenness(tree).tolist())


def test_equally_long_paths_are_seen_to_be_so_despite_rounding(cluster_of):
    # 0.1 + 0.2 and 0.3 differ in the last digit.
    cluster = cluster_of([("A", "B", 0.1), ("B", "C", 0.2), ("A", "D", 0.15), ("D", "C", 0.15)])
    # From A to C over B and over D; from B to D over A.
    assert stress(cluster, cost=lambda w: w, normalized=False).tolist() == [1, 1, 0, 1]


@pytest.mark.parametrize("scale", [1.0, 2.0**-60, 2.0**900])
def test_branches_behind_a_long_tie_are_told_apart(cluster_of, scale):
    rows = [("A", "B", 400e6), ("B", "C", 410e6), ("A", "C", 205e6), ("C", "D", 1)]
    cluster = cluster_of([(one, two, each * scale) for one, two, each in rows])
    assert stress(cluster, cost="inverse", normalized=False).tolist() == [0, 0, 2, 0]
    assert load(cluster, cost="inverse", normalized=False).tolist() == [0, 0, 4, 0]


def test_ties_without_length_to_speak_of_do_not_make_circles(cluster_of):
    cluster = cluster_of([("A", "B", 1), ("B", "C", 1e-14), ("A", "C", 1), ("C", "D", 1)])
    assert np.isfinite(stress(cluster, cost=lambda w: w, normalized=False)).all()
    assert np.isfinite(load(cluster, cost=lambda w: w, normalized=False)).all()


@pytest.mark.parametrize("function", [stress, load])
def test_few_actors_and_isolates(cluster_of, function):
    for actors in ("", "A", "AB"):
        cluster = cluster_of("AB" if len(actors) == 2 else [], actors=actors)
        assert function(cluster).isna().tolist() == [True] * len(actors)
        assert function(cluster, normalized=False).tolist() == [0] * len(actors)
    assert function(cluster_of([], actors="ABC")).tolist() == [0, 0, 0]
    assert function(cluster_of("AB", actors="ABC")).tolist() == [0, 0, 0]


# -- edge betweenness -------------------------------------------------------------------------------------------------


def test_edge_betweenness_of_a_path(cluster_of):
    path = cluster_of("AB BC CD")
    found = edge_betweenness(path, normalized=False)
    assert found.to_dict() == {("tie", "A", "B"): 3, ("tie", "B", "C"): 4, ("tie", "C", "D"): 3}
    assert edge_betweenness(path).tolist() == pytest.approx([3 / 6, 4 / 6, 3 / 6])
    arcs = cluster_of("AB BC CD", directed=True)
    assert edge_betweenness(arcs).tolist() == pytest.approx([3 / 12, 4 / 12, 3 / 12])


def test_edge_betweenness_sums_up_to_the_distances(knoke):
    # Each ordered pair has its distance in ties; Knoke's mean distance is 1.5333 (definitions of Hanneman & Riddle).
    found = edge_betweenness(knoke, layer="information", normalized=False)
    assert found.sum() == pytest.approx(1.5333 * 90, abs=0.01)
    assert len(found) == 49


def mixed():
    actors = pd.DataFrame({"actor": list("ABC")})
    rows = [("B", "A", "x"), ("A", "B", "y"), ("B", "C", "y"), ("C", "B", "x")]
    ties = pd.DataFrame(rows, columns=["source", "target", "layer"])
    return Cluster.from_tables(actors, ties, layers={"x": {"directed": True}, "y": {"directed": False}})


def test_edge_betweenness_over_layers():
    cluster = mixed()
    found = edge_betweenness(cluster, normalized=False)
    assert list(found.index) == list(cluster.ties[["layer", "source", "target"]].itertuples(index=False, name=None))
    # Over both layers it is the path A - B - C, walked both ways: 2 pairs each way on each tie.
    assert found.to_dict() == {
        ("x", "B", "A"): 2.0,
        ("x", "C", "B"): 2.0,
        ("y", "A", "B"): 4.0,
        ("y", "B", "C"): 4.0,
    }
    assert edge_betweenness(cluster, layer="x", normalized=False).tolist() == [2, 2]
    assert edge_betweenness(cluster, layer="y", normalized=False).tolist() == [2, 2]


def test_edge_betweenness_without_ties(cluster_of):
    for actors in ("", "A", "AB"):
        empty = edge_betweenness(cluster_of([], actors=actors))
        assert empty.empty
        assert empty.dtype == float
        assert empty.index.names == ["layer", "source", "target"]


# -- k-path centrality ------------------------------------------------------------------------------------------------


@both
@pytest.mark.parametrize("steps", [1, 2, 3, 4, 20])
def test_k_path_centrality_equals_the_definition(directed, steps):
    each = sample(47, directed=directed, n=7, part=0.5)
    ties, n = each.binary, len(each.matrix)
    literal = np.zeros(n)
    for length in range(1, min(steps, n - 1) + 1):
        for path in itertools.permutations(range(n), length + 1):
            literal[path[0]] += all(ties[a, b] for a, b in itertools.pairwise(path))
    assert k_path_centrality(each.cluster, steps=steps, normalized=False).tolist() == literal.tolist()
    inward = k_path_centrality(each.cluster, steps=steps, direction="in", normalized=False)
    assert inward.sum() == literal.sum()


def test_k_path_centrality_of_a_clique_is_one(cluster_of):
    clique = cluster_of([(a, b) for a, b in itertools.combinations("ABCDE", 2)])
    for steps in (1, 2, 3, 4, 50):
        assert k_path_centrality(clique, steps=steps).tolist() == pytest.approx([1] * 5)
    assert k_path_centrality(clique, steps=2, normalized=False).tolist() == [4 + 4 * 3] * 5


def test_k_path_centrality_in_all_directions(cluster_of):
    arcs = cluster_of("AB CB", directed=True)
    assert k_path_centrality(arcs, steps=2, normalized=False).tolist() == [1, 0, 1]
    assert k_path_centrality(arcs, steps=2, direction="all", normalized=False).tolist() == [2, 2, 2]


def test_too_many_paths_are_refused(cluster_of):
    labels = [f"a{place}" for place in range(40)]
    clique = cluster_of(list(itertools.combinations(labels, 2)))
    with pytest.raises(InputError, match=r"more than ten million paths; choose fewer steps \(here: 12\)"):
        k_path_centrality(clique, steps=12)
    assert k_path_centrality(clique, steps=3).tolist() == pytest.approx([1] * 40)


def test_a_long_chain_is_no_problem(cluster_of):
    labels = [f"a{place:04}" for place in range(1100)]
    chain = cluster_of(list(itertools.pairwise(labels)), actors=labels, directed=True)
    assert k_path_centrality(chain, steps=2000, normalized=False).tolist() == list(range(1099, -1, -1))
    assert (k_path_centrality(chain, steps=2000) == 0).all()


def test_k_path_centrality_of_few(cluster_of):
    assert k_path_centrality(cluster_of([], actors="")).empty
    assert np.isnan(k_path_centrality(cluster_of([], actors="A"))["A"])
    assert k_path_centrality(cluster_of([], actors="A"), normalized=False)["A"] == 0
    assert k_path_centrality(cluster_of([], actors="AB")).tolist() == [0, 0]


@pytest.mark.parametrize("function", [edge_betweenness, stress, load])
def test_costs_must_be_positive(kite, function):
    with pytest.raises(InputError, match="positive and finite"):
        function(kite, cost=lambda w: -w)


def test_stress_of_many_tells_how_far_it_is():
    told = []
    with listening(lambda done, total: told.append((done, total))):
        stress(as_cluster(nx.path_graph(300)))
    assert told[-1][0] == told[-1][1] > 1
