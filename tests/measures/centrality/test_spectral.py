import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given

from socluster import InputError
from socluster.measures.centrality.spectral import eigenvector, hits, pagerank
from tests.measures.centrality.centrality_samples import sample
from tests.measures.small_graphs import cluster_from, graphs
from tests.measures.ucinet_samples import PRINTED_DISC, disc

# networkx.eigenvector_centrality(florentine_families_graph()), to three digits as textbooks print it.
FLORENTINE = {"Medici": 0.430, "Strozzi": 0.356, "Ridolfi": 0.342, "Guadagni": 0.289, "Pazzi": 0.045, "Pucci": 0}


def test_eigenvector_of_the_florentine_marriages(florentine):
    raw = eigenvector(florentine, layer="marriage", normalized=False)
    assert raw[list(FLORENTINE)].to_dict() == pytest.approx(FLORENTINE, abs=5e-4)
    assert (raw**2).sum() == pytest.approx(1)
    assert eigenvector(florentine, layer="marriage").tolist() == pytest.approx((raw / raw.max()).tolist())


def test_eigenvector_of_a_star(cluster_of):
    star = cluster_of("AB AC AD AE")
    assert eigenvector(star).tolist() == pytest.approx([1, 0.5, 0.5, 0.5, 0.5])


def test_the_strongest_piece_has_it_all(path_and_pair):
    root = 0.5**0.5
    assert eigenvector(path_and_pair).tolist() == pytest.approx([root, 1, root, 0, 0])


def test_equally_strong_pieces_share(cluster_of):
    two_pairs = cluster_of("AB CD", actors="ABCDE")
    assert eigenvector(two_pairs).tolist() == pytest.approx([1, 1, 1, 1, 0])
    two_stars = cluster_of("AB AC DE DF")
    half = 0.5**0.5
    assert eigenvector(two_stars).tolist() == pytest.approx([1, half, half, 1, half, half])


def test_eigenvector_follows_direction(cluster_of):
    # A and B turn to each other, B to C, and C to D; D is turned to, but nobody hears of E.
    cluster = cluster_of("AB BA BC CD EA", directed=True)
    assert eigenvector(cluster).to_dict() == pytest.approx({"A": 1, "B": 1, "C": 1, "D": 1, "E": 0})
    assert eigenvector(cluster, direction="out").to_dict() == pytest.approx({"A": 1, "B": 1, "C": 0, "D": 0, "E": 1})


def test_in_a_hierarchy_nothing_stays_the_same(cluster_of):
    for direction in ("in", "out"):
        assert eigenvector(cluster_of("AB BC AC", directed=True), direction=direction).isna().all()
    assert eigenvector(cluster_of("AB BC AC", directed=True), direction="all").tolist() == pytest.approx([1, 1, 1])


@pytest.mark.parametrize("normalized", [True, False])
def test_without_ties_there_is_no_eigenvector(cluster_of, normalized):
    for actors in ("", "A", "ABC"):
        cluster = cluster_of([], actors=actors)
        assert eigenvector(cluster, normalized=normalized).isna().tolist() == [True] * len(actors)
        table = hits(cluster, normalized=normalized)
        assert table.isna().all(axis=None)
        assert table.shape == (len(actors), 2)


@pytest.mark.parametrize("directed", [True, False])
def test_eigenvector_solves_its_equation(directed):
    each = sample(61, directed=directed, weighted=True, connected=True, part=0.1, n=30)
    values = eigenvector(each.cluster).to_numpy()
    passed_on = each.matrix.T @ values
    assert passed_on == pytest.approx(passed_on.max() * values)


# -- hubs and authorities ---------------------------------------------------------------------------------------------


def test_hits_of_referrals(cluster_of):
    # Two schools refer to the same two services; a third school refers to one of them.
    cluster = cluster_of("AX AY BX BY CX", directed=True)
    table = hits(cluster)
    assert list(table.columns) == ["hub", "authority"]
    assert table.loc[["X", "Y"], "hub"].tolist() == [0, 0]
    assert table.loc[["A", "B", "C"], "authority"].tolist() == [0, 0, 0]
    left, _, right = np.linalg.svd(np.array([[1, 1], [1, 1], [1, 0]]))
    assert table.loc[["A", "B", "C"], "hub"].tolist() == pytest.approx(left[:, 0] / left[0, 0])
    assert table.loc[["X", "Y"], "authority"].tolist() == pytest.approx(right[0] / right[0, 0])


def test_hits_without_direction_is_eigenvector(florentine):
    table = hits(florentine, layer="business", normalized=False)
    expected = eigenvector(florentine, layer="business", normalized=False)
    for column in ("hub", "authority"):
        pd.testing.assert_series_equal(table[column], expected, check_names=False)


def test_equally_strong_pieces_of_referrals_share(cluster_of):
    table = hits(cluster_of("AB CD", actors="ABCDE", directed=True))
    assert table["hub"].tolist() == pytest.approx([1, 0, 1, 0, 0])
    assert table["authority"].tolist() == pytest.approx([0, 1, 0, 1, 0])


# -- pagerank ---------------------------------------------------------------------------------------------------------


def test_pagerank_equals_the_formula():
    each = sample(62, directed=True, weighted=True, part=0.1)
    n, damping = len(each.matrix), 0.7
    given = each.matrix.sum(axis=1)
    steps = np.where(given[:, None] > 0, each.matrix / np.where(given == 0, 1, given)[:, None], 1 / n)
    expected = np.linalg.solve(np.eye(n) - damping * steps.T, np.full(n, (1 - damping) / n))
    found = pagerank(each.cluster, damping=damping)
    assert found.tolist() == pytest.approx(expected)
    assert found.sum() == pytest.approx(1)
    assert pagerank(each.cluster, damping=damping, normalized=False).mean() == pytest.approx(1)


def test_pagerank_without_ties_is_the_same_for_all(cluster_of):
    assert pagerank(cluster_of([], actors="ABCD")).tolist() == pytest.approx([0.25] * 4)
    assert pagerank(cluster_of([], actors="A"), normalized=False).tolist() == pytest.approx([1])
    assert pagerank(cluster_of([], actors="")).empty


def test_pagerank_looks_at_direction(cluster_of):
    arc = cluster_of("AB", directed=True)
    assert pagerank(arc)["B"] > pagerank(arc)["A"]
    assert pagerank(arc, direction="out").to_dict() == pytest.approx({"A": pagerank(arc)["B"], "B": pagerank(arc)["A"]})
    assert pagerank(arc, direction="all").tolist() == pytest.approx([0.5, 0.5])


@pytest.mark.parametrize("damping", [1, 1.5, -0.1, "much", None, True, float("nan")])
def test_damping_must_be_a_share(kite, damping):
    with pytest.raises(InputError, match="damping must be a number of at least 0 and below 1"):
        pagerank(kite, damping=damping)


@pytest.mark.parametrize("function", [eigenvector, pagerank])
def test_a_wrong_direction_is_refused(kite, function):
    with pytest.raises(InputError, match="direction must be one of"):
        function(kite, direction="both")


def test_the_kite_as_in_networkx(kite):
    graph = nx.krackhardt_kite_graph()
    assert eigenvector(kite, normalized=False).tolist() == pytest.approx(
        list(nx.eigenvector_centrality_numpy(graph).values())
    )


def test_every_piece_has_its_own_values_as_ucinet_prints_them():
    """Eigenvector centrality of UCINET 6.849 in several components, by default lambda-squared; all twelve values."""
    raw = eigenvector(disc(), variant="lambda-squared", normalized=False)
    assert raw.tolist() == pytest.approx(PRINTED_DISC["Eigenvector"], rel=1e-7)
    assert eigenvector(disc(), variant="lambda-squared").tolist() == pytest.approx((raw / 6).tolist())


@given(graphs(directed=False))
def test_lambda_squared_is_the_part_of_the_two_step_walks_along_the_leading_vector(graph):
    cluster = cluster_from(graph, weight="weight")
    expected = np.zeros(len(graph))
    for piece in map(sorted, nx.connected_components(graph)):
        values, vectors = np.linalg.eigh(nx.to_numpy_array(graph.subgraph(piece), nodelist=piece))
        leading = vectors[:, -1]
        walks = nx.to_numpy_array(graph.subgraph(piece), nodelist=piece).sum(axis=1)
        expected[piece] = values[-1] * leading * (leading @ walks)
    found = eigenvector(cluster, variant="lambda-squared", normalized=False)
    if graph.number_of_edges():
        assert found.tolist() == pytest.approx(expected.tolist(), abs=1e-9)
    else:
        assert found.isna().all()
    if nx.is_connected(graph) and len(graph) > 1:
        alike = eigenvector(cluster, variant="lambda-squared")
        assert alike.tolist() == pytest.approx(eigenvector(cluster).tolist())


def test_lambda_squared_has_no_direction(cluster_of):
    cluster = cluster_of("AB BC CA DE", directed=True)
    with pytest.raises(InputError, match="take direction='all'"):
        eigenvector(cluster, variant="lambda-squared")
    found = eigenvector(cluster, variant="lambda-squared", direction="all", normalized=False)
    assert found.tolist() == pytest.approx([4, 4, 4, 1, 1])
