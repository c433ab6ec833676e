import random

import igraph
import networkx as nx
import numpy as np
import pandas as pd
import pytest

from socluster import Cluster, InputError, as_cluster, load_dataset
from socluster.measures.groups.communities import communities, modularity

VARIANTS = ["leiden", "louvain", "walktrap", "infomap"]


@pytest.fixture(scope="module")
def karate():
    return load_dataset("karate")


@pytest.fixture
def two_cliques(cluster_of):
    """Two groups of four and of three who all know each other, one tie between them, and an isolate."""
    return cluster_of("AB AC AD BC BD CD DE EF EG FG", actors="HABCDEFG")


def parts(series):
    return {frozenset(members.index) for _, members in series.groupby(series, observed=True)}


@pytest.mark.parametrize("variant", VARIANTS)
def test_what_everybody_sees_is_found(two_cliques, variant):
    found = communities(two_cliques, variant=variant, rng=1)
    assert found.to_dict() == {"H": 3, "A": 1, "B": 1, "C": 1, "D": 1, "E": 2, "F": 2, "G": 2}
    assert found.name == "communities"
    assert found.index.equals(two_cliques.index)
    assert found.cat.categories.tolist() == [1, 2, 3]


@pytest.mark.parametrize(("variant", "quality"), [("leiden", 0.4198), ("louvain", 0.4151), ("walktrap", 0.3532)])
def test_modularity_that_is_reached_on_karate(karate, variant, quality):
    # .4198 is the largest that is known; .3532 is that of igraph's walktrap; louvain depends on chance and reaches at
    # least .415
    found = communities(karate, variant=variant, weighted=False, rng=3)
    value = modularity(karate, group=found, weighted=False)
    assert value == pytest.approx(quality, abs=5e-5) if variant != "louvain" else value >= quality


@pytest.mark.parametrize("weighted", [True, False])
def test_walktrap_equals_igraph(karate, weighted):
    graph = igraph.Graph.Weighted_Adjacency(karate.matrix().toarray().tolist(), mode="undirected")
    expected = graph.community_walktrap(weights="weight" if weighted else None).as_clustering()
    found = communities(karate, variant="walktrap", weighted=weighted)
    assert parts(found) == {frozenset(karate.labels[place] for place in part) for part in expected}


@pytest.mark.parametrize("variant", ["leiden", "louvain", "infomap"])
def test_the_same_seed_gives_the_same_answer_and_nobody_elses_chance_is_touched(karate, variant):
    random.seed(12)
    state = random.getstate()
    first = communities(karate, variant=variant, rng=5)
    random.random()
    assert communities(karate, variant=variant, rng=5).equals(first)
    assert communities(karate, variant=variant, rng=np.random.default_rng(5)).equals(first)
    random.seed(12)
    assert random.getstate() == state


def test_igraph_takes_chance_from_python_again_afterwards(karate):
    def draw():
        random.seed(4)
        return igraph.Graph.Erdos_Renyi(n=30, p=0.2).get_edgelist()

    before = draw()
    communities(karate, rng=1)
    assert draw() == before


def test_resolution_sets_how_fine_the_parts_are(karate):
    counts = [communities(karate, resolution=gamma, rng=2).nunique() for gamma in (0.1, 1, 4)]
    assert counts[0] < counts[1] < counts[2]
    with pytest.raises(InputError, match="resolution has no effect with variant='infomap'"):
        communities(karate, variant="infomap", resolution=1.0, rng=1)
    with pytest.raises(InputError, match="resolution must be a positive number"):
        communities(karate, resolution=0, rng=1)


def test_chance_needs_a_seed(karate):
    with pytest.raises(InputError, match="rng must be a seed"):
        communities(karate)
    with pytest.raises(InputError, match="did you mean 'leiden'"):
        communities(karate, variant="lieden", rng=1)


def test_strengths_and_both_directions_count(cluster_of):
    """A ring of six: strengths say which neighbours belong together, and a strength may come from either side."""
    strong, weak = 10.0, 1.0
    ring = [
        ("A", "B", strong),
        ("C", "B", weak),
        ("C", "D", strong),
        ("E", "D", weak),
        ("F", "E", strong),
        ("F", "A", weak),
    ]
    for directed in (False, True):
        cluster = cluster_of(ring, directed=directed, actors="ABCDEF")
        for variant in ("leiden", "louvain", "walktrap"):
            assert parts(communities(cluster, variant=variant, rng=1)) == {
                frozenset(pair) for pair in ("AB", "CD", "EF")
            }


def test_infomap_follows_directions(cluster_of):
    """Two one-way rings that share an actor's way in: without directions the flow would mix."""
    cluster = cluster_of("AB BC CA CD DE EF FD", directed=True)
    assert parts(communities(cluster, variant="infomap", rng=1)) == {frozenset("ABC"), frozenset("DEF")}


@pytest.mark.parametrize("directed", [True, False])
@pytest.mark.parametrize("weighted", [True, False])
def test_modularity_equals_networkx_and_igraph(directed, weighted):
    rng = np.random.default_rng(8)
    graph = nx.gnp_random_graph(20, 0.2, seed=6, directed=directed)
    graph = nx.relabel_nodes(graph, {node: f"a{node:02}" for node in graph})
    for edge in graph.edges:
        graph.edges[edge]["weight"] = float(rng.integers(1, 5))
    groups = pd.Series(rng.integers(0, 4, 20), index=list(graph))
    sets = [set(members.index) for _, members in groups.groupby(groups)]
    weight = "weight" if weighted else None
    cluster = as_cluster(graph)
    for gamma in (1.0, 0.5):
        found = modularity(cluster, group=groups, resolution=gamma, weighted=weighted)
        assert found == pytest.approx(nx.community.modularity(graph, sets, weight=weight, resolution=gamma))
        other = igraph.Graph.from_networkx(graph)
        expected = other.modularity(groups.tolist(), weights=weight, resolution=gamma, directed=directed)
        assert found == pytest.approx(expected)


def test_modularity_at_its_ends(cluster_of):
    cluster = cluster_of("AB CD")
    assert modularity(cluster, group=pd.Series("x", index=cluster.labels)) == 0
    assert modularity(cluster, group=pd.Series(list("xxyy"), index=cluster.labels)) == 0.5
    assert modularity(cluster, group=pd.Series(list("xyxy"), index=cluster.labels)) == -0.5
    assert np.isnan(modularity(cluster_of([], actors="AB"), group=pd.Series(["x", "y"], index=["A", "B"])))
    with pytest.raises(InputError, match="resolution must be a positive number"):
        modularity(cluster, group=pd.Series("x", index=cluster.labels), resolution=float("nan"))


@pytest.mark.parametrize("variant", VARIANTS)
def test_layers_add_up(variant):
    actors = pd.DataFrame({"actor": list("ABCD")})
    ties = pd.DataFrame(
        [("A", "B", "x"), ("C", "D", "x"), ("B", "A", "y"), ("C", "D", "y"), ("B", "C", "y")],
        columns=["source", "target", "layer"],
    )
    cluster = Cluster.from_tables(actors, ties, layers={"x": {"directed": False}, "y": {"directed": True}})
    assert parts(communities(cluster, variant=variant, rng=1)) == {frozenset("AB"), frozenset("CD")}


def all_partitions(n):
    """Every partition of n things, as a list of group numbers in which a new number is the next one."""
    found = [[0]]
    for _ in range(n - 1):
        found = [[*codes, new] for codes in found for new in range(max(codes) + 2)]
    return found


def connected_network(seed, n=6):
    graph = nx.gnm_random_graph(n, 8, seed=seed)
    graph.add_edges_from((place, place + 1) for place in range(n - 1))
    return nx.to_numpy_array(graph)


def map_equation(ties, codes):
    """Bits per step of a random walk that is described by two levels (Rosvall, Axelsson & Bergstrom 2009)."""

    def plogp(value):
        return value * np.log2(value) if value > 0 else 0.0

    visits = ties.sum(axis=1) / ties.sum()
    member = np.equal.outer(range(max(codes) + 1), codes)
    leaves = [ties[np.ix_(inside, ~inside)].sum() / ties.sum() for inside in member]
    stays = [plogp(leave + visits[inside].sum()) for leave, inside in zip(leaves, member, strict=True)]
    return plogp(sum(leaves)) - 2 * sum(map(plogp, leaves)) - sum(map(plogp, visits)) + sum(stays)


@pytest.mark.parametrize("seed", range(6))
def test_infomap_is_the_shortest_description_of_all(seed):
    ties = connected_network(seed)
    found = communities(as_cluster(ties), variant="infomap", rng=1).cat.codes.tolist()
    shortest = min(map_equation(ties, codes) for codes in all_partitions(len(ties)))
    assert map_equation(ties, found) == pytest.approx(shortest)


@pytest.mark.parametrize("variant", ["leiden", "louvain"])
@pytest.mark.parametrize("seed", range(6))
def test_nobody_would_raise_modularity_by_moving(seed, variant):
    ties = connected_network(seed, n=8)
    found = communities(as_cluster(ties), variant=variant, rng=1).cat.codes.to_numpy()
    pairs = ties.sum(axis=1)[:, None] * ties.sum(axis=1) / ties.sum()

    def quality(codes):
        return ((ties - pairs) * np.equal.outer(codes, codes)).sum() / ties.sum()

    for actor in range(len(ties)):
        for code in range(found.max() + 2):
            moved = found.copy()
            moved[actor] = code
            assert quality(moved) <= quality(found) + 1e-12


@pytest.mark.parametrize("value", ["1", True, 0, float("inf"), float("nan")])
def test_a_resolution_is_a_positive_number(two_cliques, value):
    with pytest.raises(InputError, match="resolution must be a positive number"):
        communities(two_cliques, resolution=value)
