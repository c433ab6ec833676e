import warnings

import networkx as nx
import numpy as np
import pandas as pd
import pytest

from socluster import Cluster, InputError, components, density, global_efficiency


def test_density_of_the_classics(knoke, florentine, kite):
    assert density(knoke, layer="information") == 49 / 90
    assert density(knoke, layer="money") == 22 / 90
    assert density(florentine, layer="marriage") == pytest.approx(0.167, abs=5e-4)
    assert density(florentine, layer="business") == pytest.approx(0.125)
    assert density(kite) == 18 / 45
    assert isinstance(density(kite), float)


def test_density_over_layers_counts_a_pair_once(florentine):
    marriage, business = (florentine.matrix(layer).astype(bool) for layer in ("marriage", "business"))
    assert density(florentine) == (marriage + business).nnz / (16 * 15)


def with_unknown(layers, unknown, responded=None):
    actors = pd.DataFrame({"actor": list("ABCD")})
    if responded is not None:
        actors["responded"] = responded
    ties = pd.DataFrame({"source": ["A", "B"], "target": ["B", "C"], "layer": "tie"})
    frame = pd.DataFrame(unknown, columns=["source", "target"]).assign(layer="tie")
    return Cluster.from_tables(actors, ties, unknown=frame, layers={"tie": layers})


def test_density_leaves_unknown_dyads_out_and_does_not_warn():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert density(with_unknown({"directed": False}, [("A", "C"), ("A", "D")])) == 2 / 4
        assert density(with_unknown({"directed": True}, [("A", "C"), ("A", "D")])) == 2 / 10
        silent = with_unknown({"directed": True}, [], responded=[True, True, True, False])
        assert density(silent) == 2 / 9


def test_density_is_undefined_where_nothing_can_be_known(cluster_of):
    assert np.isnan(density(cluster_of([], actors="")))
    assert np.isnan(density(cluster_of([], actors="A")))
    actors = pd.DataFrame({"actor": ["A", "B"]})
    unknown = pd.DataFrame({"source": ["A"], "target": ["B"]})
    assert np.isnan(density(Cluster.from_tables(actors, unknown=unknown)))
    assert density(cluster_of([], actors="AB")) == 0


def test_components_by_size_then_by_order_of_actors(cluster_of):
    cluster = cluster_of("DE BC FG GH", actors="ABCDEFGH")
    found = components(cluster)
    assert found.to_dict() == {"A": 4, "B": 2, "C": 2, "D": 3, "E": 3, "F": 1, "G": 1, "H": 1}
    assert found.name == "components"
    assert found.index.equals(cluster.actors.index)
    assert isinstance(found.dtype, pd.CategoricalDtype)
    assert found.cat.categories.tolist() == [1, 2, 3, 4]


def test_strong_components_need_a_way_back(cluster_of):
    cluster = cluster_of("AB BC CB CD", directed=True)
    assert components(cluster).tolist() == [1, 1, 1, 1]
    assert components(cluster, variant="strong").tolist() == [2, 1, 1, 3]


@pytest.mark.parametrize("variant", ["weak", "strong"])
def test_components_equal_networkx(cluster_of, variant):
    graph = nx.gnp_random_graph(40, 0.035, seed=3, directed=True)
    graph = nx.relabel_nodes(graph, {node: f"a{node:02}" for node in graph})
    found = components(cluster_of(list(graph.edges), actors=list(graph), directed=True), variant=variant)
    parts = nx.weakly_connected_components if variant == "weak" else nx.strongly_connected_components
    ours = {frozenset(members.index) for _, members in found.groupby(found, observed=True)}
    assert ours == {frozenset(part) for part in parts(graph)}
    assert found.value_counts().sort_index().is_monotonic_decreasing


def test_components_of_nobody_and_of_a_wrong_kind(cluster_of, kite):
    assert components(cluster_of([], actors="")).empty
    assert components(cluster_of([], actors="BA")).to_dict() == {"B": 1, "A": 2}
    with pytest.raises(InputError, match="did you mean 'weak'"):
        components(kite, variant="weakly")


def test_global_efficiency_of_the_classics(knoke, florentine):
    assert global_efficiency(knoke, layer="information") == pytest.approx(0.7593, abs=5e-5)
    assert global_efficiency(florentine, layer="marriage") == pytest.approx(0.438, abs=5e-4)
    assert global_efficiency(florentine, layer="business") == pytest.approx(0.252, abs=5e-4)


def test_global_efficiency_equals_networkx(kite, path_and_pair):
    assert global_efficiency(kite) == pytest.approx(nx.global_efficiency(nx.krackhardt_kite_graph()))
    graph = nx.Graph([("A", "B"), ("B", "C"), ("D", "E")])
    assert global_efficiency(path_and_pair) == pytest.approx(nx.global_efficiency(graph))


def test_global_efficiency_with_costs_and_directions(cluster_of):
    assert global_efficiency(cluster_of([("A", "B", 4), ("B", "C", 4)]), cost="inverse") == pytest.approx(20 / 6)
    assert global_efficiency(cluster_of("AB BC", directed=True)) == pytest.approx(2.5 / 6)


def test_global_efficiency_of_too_few(cluster_of):
    assert np.isnan(global_efficiency(cluster_of([], actors="")))
    assert np.isnan(global_efficiency(cluster_of([], actors="A")))
    assert global_efficiency(cluster_of([], actors="AB")) == 0
