import igraph
import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings

from socluster import InputError, constraint, effective_size
from socluster.measures.brokerage.holes import burt_efficiency, burt_hierarchy, dyadic_constraint
from tests.examples import examples
from tests.measures.brokerage.brokerage_samples import small_clusters

NAN = float("nan")
# COUN COMM EDUC INDU MAYR WRO NEWS UWAY WELF WEST, information; recomputed from Burt's formulas by hand-written R
KNOKE_EFFICIENCY = [0.3730, 0.5250, 0.5500, 0.3426, 0.5469, 0.7917, 0.5000, 0.2917, 0.4583, 0.3571]
KNOKE_HIERARCHY = [0.1033, 0.0517, 0.0437, 0.0824, 0.0321, 0.1394, 0.0972, 0.0791, 0.1011, 0.0720]
BORGATTI = "AB AF AG AE EG FG BG BD DG GC"
BORGATTI_WEIGHTS = [2, 3, 5, 2, 8, 3, 4, 1, 3, 10]
# COUN COMM EDUC INDU MAYR WRO NEWS UWAY WELF WEST
KNOKE_EFFECTIVE_SIZE = [2.6111, 4.2, 3.3, 2.0556, 4.375, 2.375, 4.5, 1.75, 2.75, 1.7857]
KNOKE_CONSTRAINT = [0.4806, 0.4014, 0.3860, 0.4786, 0.3874, 0.4543, 0.4242, 0.5138, 0.4356, 0.4858]
OF_ACTORS = [burt_efficiency, burt_hierarchy]

some = settings(max_examples=examples(30, 180), deadline=None)


def shares(strength):
    two_way = strength + strength.T
    with np.errstate(invalid="ignore"):
        return two_way / two_way.sum(axis=1, keepdims=True)


def literal_dyadic(strength):
    """c_ij for every ordered pair of partners, straight from the formula."""
    n, p = len(strength), shares(strength)
    tied = (strength + strength.T) > 0
    return {
        (i, j): (p[i, j] + sum(p[i, q] * p[q, j] for q in range(n) if tied[i, q] and q != j)) ** 2
        for i in range(n)
        for j in range(n)
        if tied[i, j]
    }


def literal_hierarchy(strength):
    dyadic, values = literal_dyadic(strength), []
    for i in range(len(strength)):
        own = np.array([value for (ego, _), value in dyadic.items() if ego == i])
        if len(own) < 2:
            values.append(NAN)
            continue
        ratio = own / own.mean()
        values.append(float((ratio * np.log(ratio)).sum() / (len(own) * np.log(len(own)))))
    return values


@pytest.mark.parametrize("function", OF_ACTORS)
def test_a_measure_is_a_float_series_by_actor(function, knoke):
    series = function(knoke)
    assert series.name == function.__name__
    assert series.dtype == float
    assert series.index.equals(knoke.actors.index)


def test_burt_of_knoke(knoke):
    assert burt_efficiency(knoke, layer="information").tolist() == pytest.approx(KNOKE_EFFICIENCY, abs=5e-5)
    assert burt_hierarchy(knoke, layer="information").tolist() == pytest.approx(KNOKE_HIERARCHY, abs=5e-5)


def test_hierarchy_of_the_kite(kite):
    assert burt_hierarchy(kite)["0"] == pytest.approx(0.0336, abs=5e-5)
    assert np.isnan(burt_hierarchy(kite)["9"])


def test_isolates_and_single_partners(cluster_of):
    cluster = cluster_of("AB AC", actors="ABCD")
    assert burt_efficiency(cluster).tolist() == pytest.approx([1, 1, 1, NAN], nan_ok=True)
    assert burt_hierarchy(cluster).tolist() == pytest.approx([0, NAN, NAN, NAN], nan_ok=True, abs=1e-12)


def test_weights_can_be_left_out(cluster_of):
    weighted = cluster_of([("A", "B", 9), ("A", "C", 1), ("B", "C", 2), ("A", "D", 1)])
    plain = cluster_of("AB AC BC AD")
    for function in (burt_efficiency, burt_hierarchy, dyadic_constraint):
        assert function(weighted, weighted=False).equals(function(plain))
        assert not function(weighted).equals(function(plain))


@some
@given(small_clusters())
def test_efficiency_is_effective_size_by_partners(cluster):
    ties = cluster.matrix().toarray()
    partners = ((ties + ties.T) > 0).sum(axis=1)
    expected = [np.nan if not k else size / k for size, k in zip(effective_size(cluster), partners, strict=True)]
    assert burt_efficiency(cluster).tolist() == pytest.approx(expected, nan_ok=True)
    assert burt_efficiency(cluster).dropna().between(0, 1 + 1e-9).all()


@some
@given(small_clusters())
def test_hierarchy_equals_the_formula(cluster):
    expected = literal_hierarchy(cluster.matrix().toarray())
    assert burt_hierarchy(cluster).tolist() == pytest.approx(expected, nan_ok=True, abs=1e-9)
    assert burt_hierarchy(cluster).dropna().between(-1e-9, 1).all()


@some
@given(small_clusters())
def test_dyadic_constraint_equals_the_formula_and_adds_up(cluster):
    found = dyadic_constraint(cluster)
    labels = cluster.labels
    expected = {(labels[i], labels[j]): c for (i, j), c in literal_dyadic(cluster.matrix().toarray()).items()}
    assert list(found.index) == list(expected)
    assert found.tolist() == pytest.approx(list(expected.values()))
    assert found.index.names == ["actor", "partner"]
    total = found.groupby(level="actor", sort=False).sum().reindex(cluster.index)
    assert total.tolist() == pytest.approx(constraint(cluster).tolist(), nan_ok=True)


def test_dyadic_constraint_equals_networkx(cluster_of):
    graph = nx.gnp_random_graph(15, 0.25, seed=3)
    cluster = cluster_of([(str(a), str(b)) for a, b in graph.edges], actors=[str(node) for node in graph])
    found = dyadic_constraint(cluster)
    for (actor, partner), value in found.items():
        assert value == pytest.approx(nx.local_constraint(graph, int(actor), int(partner)))
    assert len(found) == 2 * graph.number_of_edges()


@pytest.mark.parametrize("function", [*OF_ACTORS, dyadic_constraint])
def test_a_wrong_layer_is_refused(function, knoke):
    with pytest.raises(InputError, match="did you mean 'money'"):
        function(knoke, layer="mony")


def test_dyadic_constraint_without_ties(cluster_of):
    empty = dyadic_constraint(cluster_of([], actors="AB"))
    assert empty.empty
    assert isinstance(empty.index, pd.MultiIndex)
    assert empty.dtype == float


# -- constraint and effective size ------------------------------------------------------------------------------------


@pytest.fixture
def borgatti(cluster_of):
    return cluster_of(BORGATTI)


@pytest.fixture
def weighted_borgatti(cluster_of):
    pairs = zip(BORGATTI.split(), BORGATTI_WEIGHTS, strict=True)
    return cluster_of([(pair[0], pair[1], weight) for pair, weight in pairs])


@pytest.mark.parametrize("function", [constraint, effective_size])
def test_constraint_and_effective_size_are_float_series_by_actor(function, knoke):
    series = function(knoke)
    assert series.name == function.__name__
    assert series.dtype == float
    assert series.index.equals(knoke.actors.index)


def test_constraint_of_borgattis_graph(borgatti, weighted_borgatti):
    expected = {"A": 0.5955, "B": 0.6427, "C": 1, "D": 0.7847, "E": 0.7309, "F": 0.7309, "G": 0.4003}
    assert constraint(borgatti).to_dict() == pytest.approx(expected, abs=5e-5)
    weighted = constraint(weighted_borgatti)
    assert weighted["G"] == pytest.approx(0.299, abs=5e-4)
    assert weighted["A"] == pytest.approx(0.795, abs=5e-4)
    assert constraint(weighted_borgatti, weighted=False).to_dict() == pytest.approx(constraint(borgatti).to_dict())


def test_effective_size_of_borgattis_graph(borgatti, weighted_borgatti):
    sizes = effective_size(borgatti)
    assert sizes["G"] == pytest.approx(4.67, abs=5e-3)
    assert sizes["A"] == pytest.approx(2.5)
    assert sizes["C"] == 1
    weighted = effective_size(weighted_borgatti)
    assert weighted["G"] == pytest.approx(5.47, abs=5e-3)
    assert weighted["A"] == pytest.approx(2.47, abs=5e-3)
    assert effective_size(weighted_borgatti, weighted=False).to_dict() == pytest.approx(sizes.to_dict())


def test_the_largest_tie_of_a_partner_may_be_with_a_stranger(cluster_of):
    cluster = cluster_of([("1", "2", 3), ("1", "3", 1), ("2", "3", 2), ("1", "4", 5)])
    assert effective_size(cluster)["1"] == pytest.approx(2.5926, abs=5e-5)


def test_burt_of_a_directed_graph(cluster_of):
    cluster = cluster_of([("0", "1"), ("0", "2"), ("1", "0"), ("2", "1")], directed=True)
    assert constraint(cluster).tolist() == pytest.approx([1.003, 1.003, 1.389], abs=5e-4)
    assert effective_size(cluster).tolist() == pytest.approx([1.167, 1.167, 1], abs=5e-4)


def test_constraint_and_effective_size_of_knoke(knoke):
    assert constraint(knoke, layer="information").tolist() == pytest.approx(KNOKE_CONSTRAINT, abs=5e-5)
    assert effective_size(knoke, layer="information").tolist() == pytest.approx(KNOKE_EFFECTIVE_SIZE, abs=5e-5)


def test_constraint_of_the_smallest_networks(cluster_of):
    assert constraint(cluster_of("AB")).tolist() == [1, 1]
    assert constraint(cluster_of("AB BC CA")).tolist() == pytest.approx([9 / 8] * 3)
    assert effective_size(cluster_of("AB BC CA")).tolist() == pytest.approx([1, 1, 1])
    assert effective_size(cluster_of("AB AC AD"))["A"] == 3


@pytest.mark.parametrize("function", [constraint, effective_size])
def test_an_isolate_has_no_value(function, cluster_of):
    values = function(cluster_of("AB", actors="ABC"))
    assert values.tolist() == pytest.approx([1, 1, NAN], nan_ok=True)


@pytest.mark.parametrize("seed", [1, 2])
def test_burt_equals_igraph_and_networkx(cluster_of, seed):
    graph = nx.gnp_random_graph(30, 0.15, seed=seed)
    ties = [(str(a), str(b)) for a, b in graph.edges]
    cluster = cluster_of(ties, actors=[str(node) for node in graph])
    expected = igraph.Graph(n=30, edges=list(graph.edges)).constraint()
    assert constraint(cluster).tolist() == pytest.approx(expected, nan_ok=True)
    expected = list(nx.constraint(graph).values())
    assert constraint(cluster).tolist() == pytest.approx(expected, nan_ok=True)
    expected = list(nx.effective_size(graph).values())
    assert effective_size(cluster).tolist() == pytest.approx(expected, nan_ok=True)


HOLES = [constraint, burt_hierarchy, effective_size, burt_efficiency]


@pytest.mark.parametrize("weighted", [True, False])
@pytest.mark.parametrize("function", HOLES)
@some
@given(cluster=small_clusters())
def test_the_ego_network_model_is_the_measure_of_each_ego_network(function, weighted, cluster):
    found = function(cluster, variant="ego", weighted=weighted)
    around = [function(cluster.ego(actor), weighted=weighted)[actor] for actor in cluster.labels]
    assert found.tolist() == pytest.approx(around, nan_ok=True, abs=1e-12)


@some
@given(small_clusters())
def test_dyadic_constraint_in_the_ego_network_model(cluster):
    found = dyadic_constraint(cluster, variant="ego")
    assert found.index.equals(dyadic_constraint(cluster).index)
    around = [dyadic_constraint(cluster.ego(actor))[actor] for actor in cluster.labels if cluster.ego(actor).n_ties]
    assert found.tolist() == pytest.approx([value for values in around for value in values])


def test_ties_beyond_the_ego_network_take_constraint_away(cluster_of):
    """B gives half of its ties to D, whom A does not see: of its constraint on A, that is left out or not."""
    cluster = cluster_of("AB AC BC BD")
    assert constraint(cluster)["A"] == pytest.approx((1 / 2 + 1 / 4) ** 2 + (1 / 2 + 1 / 2 * 1 / 3) ** 2)
    assert constraint(cluster, variant="ego")["A"] == pytest.approx(1.125)


@pytest.mark.parametrize("function", [*HOLES, dyadic_constraint])
def test_another_model_is_refused(function, kite):
    with pytest.raises(InputError, match="variant must be one of"):
        function(kite, variant="all")
