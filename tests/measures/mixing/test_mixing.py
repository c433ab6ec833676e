import networkx as nx
import numpy as np
import pandas as pd
import pytest

from socluster import Cluster, InputError, ei_index, mixing_table


@pytest.fixture
def star():
    """A public actor tied to two public ones and a civic one."""
    actors = pd.DataFrame({"actor": list("vabc"), "sector": ["public", "public", "public", "civic"]})
    return Cluster.from_tables(actors, pd.DataFrame({"source": ["v", "v", "c"], "target": ["a", "b", "v"]}))


def test_ei_index_of_knoke(knoke):
    index = ei_index(knoke, group="sector", layer="information")
    assert index == 0.5625 == (25 - 7) / 32
    assert isinstance(index, float)
    assert ei_index(knoke.symmetrise(), group="sector", layer="information") == index


def test_ei_index_at_its_ends(star):
    assert ei_index(star, group="sector") == pytest.approx(-1 / 3)
    everybody = pd.Series("same", index=star.labels)
    assert ei_index(star, group=everybody) == -1
    assert ei_index(star, group=pd.Series(star.labels, index=star.labels)) == 1


def test_ei_index_without_ties(cluster_of):
    cluster = cluster_of([], actors="AB")
    assert np.isnan(ei_index(cluster, group=pd.Series(["x", "y"], index=["A", "B"])))


def test_mixing_of_knoke(knoke):
    table = mixing_table(knoke, group="code", layer="information")
    assert table.to_numpy().tolist() == [[7, 6, 8], [3, 2, 2], [12, 6, 3]]
    assert table.index.tolist() == table.columns.tolist() == ["GOV", "PVT", "VOL"]
    assert table.index.name == table.columns.name == "code"
    assert set(table.dtypes) == {np.dtype("int64")}
    assert table.to_numpy().sum() == 49


def test_mixing_of_undirected_ties_counts_each_once(star):
    table = mixing_table(star, group="sector")
    assert table.loc["public", "public"] == 2
    assert table.loc["public", "civic"] == table.loc["civic", "public"] == 1
    assert table.loc["civic", "civic"] == 0
    assert np.triu(table).sum() == star.n_ties
    assert table.loc["public"].sum() == 3


def test_mixing_equals_networkx(florentine):
    wealthy = (florentine.actors["wealth"].fillna(0) > 40).rename("wealthy")
    table = mixing_table(florentine, group=wealthy, layer="marriage")
    graph = nx.from_scipy_sparse_array(florentine.matrix("marriage"))
    nx.set_node_attributes(graph, dict(enumerate(wealthy.tolist())), "wealthy")
    expected = nx.attribute_mixing_matrix(graph, "wealthy", mapping={False: 0, True: 1}, normalized=False)
    np.fill_diagonal(expected, expected.diagonal() / 2)
    assert table.to_numpy().tolist() == expected.tolist()
    assert table.index.name == "wealthy"


def test_an_ordered_grouping_keeps_its_order_and_its_empty_groups(star):
    sizes = pd.Categorical(["small", "large", "large", "small"], categories=["small", "middle", "large"])
    table = mixing_table(star, group=pd.Series(sizes, index=star.labels))
    assert table.index.tolist() == ["small", "middle", "large"]
    assert table.index.name == "group"
    assert table.loc["middle"].tolist() == [0, 0, 0]


def test_mixing_of_nobody(cluster_of):
    assert mixing_table(cluster_of([], actors=""), group="sector").shape == (0, 0)


@pytest.mark.parametrize("function", [ei_index, mixing_table])
def test_a_wrong_group_is_refused(function, star):
    with pytest.raises(InputError, match=r"is not a column of the actors .*did you mean 'sector'"):
        function(star, group="sektor")


def test_a_series_of_groups_names_every_actor_once():
    twice = pd.Series(["x", "y", "x"], index=["a", "b", "b"])
    cluster = Cluster.from_tables(pd.DataFrame({"actor": list("ab")}), pd.DataFrame({"source": ["a"], "target": ["b"]}))
    with pytest.raises(InputError, match="more than once"):
        ei_index(cluster, group=twice)


def test_ei_index_by_arcs_counts_a_mutual_pair_twice(cluster_of):
    cluster = cluster_of("AB BA AC", directed=True)
    group = pd.Series({"A": "x", "B": "x", "C": "y"})
    assert ei_index(cluster, group=group) == 0
    assert ei_index(cluster, group=group, variant="arcs") == pytest.approx(-1 / 3)
    assert ei_index(cluster.symmetrise(), group=group, variant="arcs") == 0


def test_an_unknown_way_to_count_is_refused(star):
    with pytest.raises(InputError, match="'pairs', 'arcs'"):
        ei_index(star, group="sector", variant="ties")
