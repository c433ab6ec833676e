import igraph
import networkx as nx
import numpy as np
import pytest

from socluster import InputError, closeness
from tests.measures.ucinet_samples import PRINTED_DISC, disc

KITE_CLOSENESS = [0.5294, 0.5294, 0.5, 0.6, 0.5, 0.6429, 0.6429, 0.6, 0.4286, 0.3103]


def as_igraph(cluster):
    positions = {label: place for place, label in enumerate(cluster.labels)}
    ends = [(positions[a], positions[b]) for a, b in zip(cluster.ties["source"], cluster.ties["target"], strict=True)]
    graph = igraph.Graph(n=cluster.n_actors, edges=ends, directed=cluster.is_directed())
    graph.es["length"] = (1 / cluster.ties["weight"]).tolist()
    return graph


@pytest.mark.parametrize(
    ("variant", "normalized", "raw"),
    [
        ("wasserman-faust", [1 / 3, 1 / 2, 1 / 3, 1 / 4, 1 / 4], [1 / 6, 1 / 4, 1 / 6, 1 / 4, 1 / 4]),
        ("component", [2 / 3, 1, 2 / 3, 1, 1], [1 / 3, 1 / 2, 1 / 3, 1, 1]),
        ("freeman", [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]),
        ("harmonic", [0.375, 0.5, 0.375, 0.25, 0.25], [1.5, 2, 1.5, 1, 1]),
    ],
)
def test_closeness_of_a_path_and_a_pair(path_and_pair, variant, normalized, raw):
    assert closeness(path_and_pair, variant=variant).tolist() == pytest.approx(normalized)
    assert closeness(path_and_pair, variant=variant, normalized=False).tolist() == pytest.approx(raw)


@pytest.mark.parametrize("variant", ["wasserman-faust", "component", "freeman"])
def test_closeness_of_the_kite_is_the_same_in_all_variants(kite, variant):
    values = closeness(kite, variant=variant)
    assert values.tolist() == pytest.approx(KITE_CLOSENESS, abs=5e-5)
    assert closeness(kite, variant=variant, normalized=False).tolist() == pytest.approx((values / 9).tolist())


def test_closeness_outwards_by_default(cluster_of):
    arc = cluster_of("AB", directed=True)
    assert closeness(arc).to_dict() == {"A": 1, "B": 0}
    assert closeness(arc, direction="in").to_dict() == {"A": 0, "B": 1}
    assert closeness(arc, direction="all").to_dict() == {"A": 1, "B": 1}


def test_closeness_in_all_directions_takes_the_shorter_of_two_lengths(cluster_of):
    pair = cluster_of([("A", "B", 1), ("B", "A", 4)], directed=True)
    assert closeness(pair, direction="all", cost="inverse").tolist() == [4, 4]


@pytest.mark.parametrize("cost", [None, "inverse"])
def test_closeness_equals_networkx(graph_and_cluster, cost):
    graph, cluster = graph_and_cluster
    expected = nx.closeness_centrality(graph, distance="length" if cost else None)
    assert closeness(cluster, direction="in", cost=cost).to_dict() == pytest.approx(expected)
    expected = nx.harmonic_centrality(graph, distance="length" if cost else None)
    found = closeness(cluster, direction="in", cost=cost, variant="harmonic", normalized=False)
    assert found.to_dict() == pytest.approx(expected)


@pytest.mark.parametrize("direction", ["in", "out", "all"])
@pytest.mark.parametrize("normalized", [True, False])
@pytest.mark.parametrize("cost", [None, "inverse"])
def test_closeness_equals_igraph(graph_and_cluster, direction, normalized, cost):
    _, cluster = graph_and_cluster
    peer, weights = as_igraph(cluster), "length" if cost else None
    options = {"direction": direction, "cost": cost, "normalized": normalized}
    expected = np.nan_to_num(peer.closeness(mode=direction, weights=weights, normalized=normalized))
    assert closeness(cluster, variant="component", **options).tolist() == pytest.approx(expected.tolist())
    expected = peer.harmonic_centrality(mode=direction, weights=weights, normalized=True)
    found = closeness(cluster, variant="harmonic", **{**options, "normalized": True})
    assert found.tolist() == pytest.approx(expected)


@pytest.mark.parametrize("variant", ["wasserman-faust", "component", "freeman", "harmonic"])
def test_closeness_of_isolates(cluster_of, variant):
    assert closeness(cluster_of([], actors="ABC"), variant=variant).tolist() == [0, 0, 0]
    alone = cluster_of([], actors="A")
    assert np.isnan(closeness(alone, variant=variant)["A"])
    assert closeness(alone, variant=variant, normalized=False)["A"] == 0


def test_a_wrong_variant_is_refused(kite):
    with pytest.raises(InputError, match="did you mean 'harmonic'"):
        closeness(kite, variant="harmonious")


def test_the_three_columns_that_ucinet_prints():
    """Closeness measures of UCINET 6.849, all defaults; three decimals."""
    cluster = disc()
    free = closeness(cluster, variant="freeman", missing="longest+1")
    assert free.tolist() == pytest.approx(PRINTED_DISC["FreeClo"], abs=5.1e-4)
    assert closeness(cluster, variant="valente-foreman").tolist() == pytest.approx(PRINTED_DISC["ValClo"], abs=5.1e-4)
    assert closeness(cluster, variant="harmonic").tolist() == pytest.approx(PRINTED_DISC["RecipClo"], abs=5.1e-4)


def test_valente_and_foreman_reverse_distances(cluster_of):
    """D = 2 from A over B to C: A has (2 + 1 - 1) + (2 + 1 - 2) = 3 over 2 others, B 2, C nobody."""
    chain = cluster_of("AB BC", directed=True)
    assert closeness(chain, variant="valente-foreman", normalized=False).tolist() == [1.5, 1, 0]
    assert closeness(chain, variant="valente-foreman").tolist() == [0.75, 0.5, 0]
    assert closeness(chain, variant="valente-foreman", direction="in").tolist() == [0, 0.5, 0.75]
    assert closeness(cluster_of([], actors="AB"), variant="valente-foreman").tolist() == [0, 0]
    assert np.isnan(closeness(cluster_of([], actors="A"), variant="valente-foreman")["A"])


def test_a_missing_distance_by_rule_at_the_ends(cluster_of):
    isolate = cluster_of("AB", actors="ABC")
    assert closeness(isolate, variant="freeman", missing="n").tolist() == pytest.approx([2 / 4, 2 / 4, 2 / 6])
    zero = closeness(isolate, variant="freeman", missing="zero", normalized=False)
    assert zero.tolist() == pytest.approx([1, 1, np.nan], nan_ok=True)


@pytest.mark.parametrize("variant", ["wasserman-faust", "component", "harmonic", "valente-foreman"])
def test_other_variants_have_a_rule_of_their_own(variant, kite):
    with pytest.raises(InputError, match="take variant='freeman'"):
        closeness(kite, variant=variant, missing="n")


def test_steps_and_lengths_do_not_mix(kite):
    with pytest.raises(InputError, match="leave out cost="):
        closeness(kite, variant="valente-foreman", cost="inverse")
    with pytest.raises(InputError, match="leave out cost="):
        closeness(kite, variant="freeman", missing="n", cost="inverse")
