import igraph
import networkx as nx
import numpy as np
import pandas as pd
import pytest

from socluster import InputError, as_cluster, degree, ei_index, load_dataset
from socluster.measures.mixing.segregation import (
    assortativity,
    coleman_homophily,
    freeman_segregation,
    numeric_assortativity,
)


@pytest.fixture(scope="module")
def karate():
    return load_dataset("karate")


@pytest.fixture
def two_triangles(cluster_of):
    """Two triangles and a tie between them: the example with which R's xucinet checks itself against netseg."""
    cluster = cluster_of("AB BC CA CD DE EF FD")
    return cluster, pd.Series(list("xxxyyy"), index=cluster.labels)


def random_digraph(seed, n=25, part=0.15):
    """A random directed graph with groups and numbers on its nodes."""
    rng = np.random.default_rng(seed)
    graph = nx.gnp_random_graph(n, part, seed=seed, directed=True)
    graph = nx.relabel_nodes(graph, {node: f"a{node:02}" for node in graph})
    for node in graph:
        graph.nodes[node]["kind"] = "xyz"[rng.integers(3)]
        graph.nodes[node]["staff"] = int(rng.integers(1, 9))
    return graph


def test_values_of_netseg(two_triangles):
    # netseg 1.0: assort 0.7142857, freeman 0.7619048
    cluster, sides = two_triangles
    assert assortativity(cluster, group=sides) == pytest.approx(0.7142857, abs=1e-7)
    assert freeman_segregation(cluster, group=sides) == pytest.approx(0.7619048, abs=1e-7)
    assert freeman_segregation(cluster, group=sides, variant="signed") == pytest.approx(0.7619048, abs=1e-7)


def test_assortativity_of_the_two_clubs_of_karate(karate):
    expected = nx.attribute_assortativity_coefficient(nx.karate_club_graph(), "club")
    assert assortativity(karate, group="faction") == pytest.approx(expected)
    assert expected == pytest.approx(0.7175, abs=5e-5)


@pytest.mark.parametrize("directed", [True, False])
@pytest.mark.parametrize("seed", [1, 2])
def test_assortativity_equals_networkx_and_igraph(seed, directed):
    graph = random_digraph(seed)
    graph = graph if directed else graph.to_undirected()
    cluster = as_cluster(graph)
    found = assortativity(cluster, group="kind")
    assert found == pytest.approx(nx.attribute_assortativity_coefficient(graph, "kind"))
    other = igraph.Graph.from_networkx(graph)
    codes = pd.factorize(np.array(other.vs["kind"]))[0].tolist()
    assert found == pytest.approx(other.assortativity_nominal(codes, directed=directed))
    staff = numeric_assortativity(cluster, values="staff")
    assert staff == pytest.approx(nx.numeric_assortativity_coefficient(graph, "staff"))
    assert staff == pytest.approx(other.assortativity(other.vs["staff"], directed=directed))


def test_degree_assortativity(karate):
    partners = degree(karate, normalized=False)
    # Newman's r of the karate club, as networkx and igraph give it
    assert numeric_assortativity(karate, values=partners) == pytest.approx(-0.4756131, abs=1e-6)


def test_assortativity_without_ties_or_without_difference(cluster_of, two_triangles):
    untied = cluster_of([], actors="AB")
    assert np.isnan(assortativity(untied, group=pd.Series(["x", "y"], index=["A", "B"])))
    assert np.isnan(numeric_assortativity(untied, values=pd.Series([1, 2], index=["A", "B"])))
    cluster, _ = two_triangles
    assert np.isnan(assortativity(cluster, group=pd.Series("x", index=cluster.labels)))
    assert np.isnan(numeric_assortativity(cluster, values=pd.Series(0.1, index=cluster.labels)))


def test_values_must_be_numbers(knoke):
    with pytest.raises(InputError, match="must hold numbers"):
        numeric_assortativity(knoke, values="sector", layer="money")
    with pytest.raises(InputError, match="must be finite"):
        numeric_assortativity(knoke, values=pd.Series(np.inf, index=knoke.labels))
    with pytest.raises(InputError, match="has no value; every actor needs one"):
        numeric_assortativity(knoke, values=pd.Series([1.0], index=["COUN"]))


def literal_coleman(ties, groups):
    """Coleman's index of every group, as the formula stands."""
    n = len(groups)
    values = {}
    for group in sorted(set(groups)):
        members = [i for i in range(n) if groups[i] == group]
        sent = sum(ties[i, j] for i in members for j in range(n))
        own = sum(ties[i, j] for i in members for j in members)
        by_chance = sent * (len(members) - 1) / (n - 1)
        if own >= by_chance:
            values[group] = (own - by_chance) / (sent - by_chance) if sent > by_chance and by_chance > 0 else np.nan
        else:
            values[group] = (own - by_chance) / by_chance
    return values


@pytest.mark.parametrize("seed", [3, 4])
def test_coleman_equals_the_formula(seed):
    graph = random_digraph(seed)
    cluster = as_cluster(graph)
    table = coleman_homophily(cluster, group="kind")
    groups = cluster.actors["kind"].tolist()
    expected = literal_coleman((cluster.matrix() > 0).toarray(), groups)
    assert table["homophily"].to_dict() == pytest.approx(expected)
    assert table["sent"].sum() == graph.number_of_edges()
    assert table["homophily"].abs().max() <= 1


def test_coleman_at_its_ends(cluster_of):
    cluster = cluster_of("AB BC CA DE ED FA", directed=True, actors="ABCDEFG")
    kinds = pd.Series(list("xxxyyzw"), index=cluster.labels, name="kind")
    table = coleman_homophily(cluster, group=kinds)
    assert table.loc[["x", "y"], "homophily"].tolist() == [1, 1]
    assert table.loc["z"].tolist()[:4] == [1, 1, 0, 0]
    assert np.isnan(table.loc[["z", "w"], "homophily"]).all()
    crossing = coleman_homophily(cluster_of("AC BD", directed=True), group=pd.Series(list("xxyy"), index=list("ACBD")))
    assert crossing.index.tolist() == ["x", "y"]
    both = coleman_homophily(cluster_of("AB CD"), group=pd.Series(list("xyxy"), index=list("ABCD")))
    assert both["homophily"].tolist() == [-1, -1]


def test_freeman_cuts_off_what_is_less_than_none(cluster_of):
    cluster = cluster_of("AC AD BC BD")
    sides = pd.Series({"A": "x", "B": "x", "C": "y", "D": "y"})
    assert freeman_segregation(cluster, group=sides) == 0
    assert freeman_segregation(cluster, group=sides, variant="signed") == pytest.approx(1 - 1 / (4 / 6))
    assert np.isnan(freeman_segregation(cluster, group=pd.Series("x", index=cluster.labels)))
    assert np.isnan(freeman_segregation(cluster_of([], actors="AB"), group=pd.Series(["x", "y"], index=["A", "B"])))
    with pytest.raises(InputError, match="did you mean 'signed'"):
        freeman_segregation(cluster, group=sides, variant="sign")


def test_freeman_and_ei_say_the_same_of_one_cluster(knoke):
    index = ei_index(knoke, group="sector", layer="information")
    external_share = (1 + index) / 2
    signed = freeman_segregation(knoke, group="sector", layer="information", variant="signed")
    assert signed == pytest.approx(1 - external_share / (32 / 45))
