import itertools
import math

import numpy as np
import pytest
from scipy.linalg import expm
from scipy.sparse import csr_array

from socluster import InputError, degree
from socluster.measures.centrality.spectral import eigenvector
from socluster.measures.centrality.walks import (
    _closed_rounds,
    bonacich_power,
    katz,
    laplacian_centrality,
    subgraph_centrality,
)
from tests.measures.centrality.centrality_samples import sample
from tests.measures.ucinet_samples import PRINTED_ISO, iso


def largest_eigenvalue(matrix):
    return abs(np.linalg.eigvals(matrix)).max()


# -- katz -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("direction", ["in", "out", "all"])
def test_katz_by_default_stays_below_the_limit(direction):
    each = sample(71, directed=True, weighted=True)
    matrix = {"in": each.matrix.T, "out": each.matrix, "all": each.matrix + each.matrix.T}[direction]
    alpha = 0.85 / largest_eigenvalue(matrix)
    expected = np.linalg.solve(np.eye(12) - alpha * matrix, np.ones(12))
    raw = katz(each.cluster, direction=direction, normalized=False)
    assert raw.tolist() == pytest.approx(expected)
    assert katz(each.cluster, direction=direction).tolist() == pytest.approx(expected / expected.max())


def test_katz_in_a_hierarchy(cluster_of):
    # No walk comes back, so that there is no limit: A has 1, B 1 + 0.85, C 1 + 0.85 (1 + 0.85).
    chain = cluster_of("AB BC", directed=True)
    assert katz(chain, normalized=False).tolist() == pytest.approx([1, 1.85, 1 + 0.85 * 1.85])
    assert katz(chain, alpha=3, normalized=False).tolist() == pytest.approx([1, 4, 13])
    assert katz(chain, alpha=0).tolist() == [1, 1, 1]


def test_katz_near_the_limit_is_eigenvector(kite):
    limit = 1 / largest_eigenvalue(kite.matrix().toarray())
    assert katz(kite, alpha=limit * (1 - 1e-9)).tolist() == pytest.approx(eigenvector(kite).tolist(), abs=1e-6)


def test_katz_without_ties(cluster_of):
    assert katz(cluster_of([], actors="ABC")).tolist() == [1, 1, 1]
    assert katz(cluster_of([], actors="A"), normalized=False).tolist() == [1]
    assert katz(cluster_of([], actors="")).empty


@pytest.mark.parametrize("alpha", [0.6, 0.5, -0.1, "some", True, math.nan, math.inf])
def test_alpha_has_limits(cluster_of, alpha):
    clique = cluster_of("AB BC CA")  # its largest eigenvalue is 2
    with pytest.raises(InputError, match=r"alpha must be a number of at least 0 and below 0.5 here"):
        katz(clique, alpha=alpha)


# -- bonacich ---------------------------------------------------------------------------------------------------------

# Networks c and d of Bonacich (1987), as the manual of R igraph's power_centrality has them; numbers printed by it.
PATH = "DB BA AC CE"
TREE = "AB AC AD BE CF DG"


@pytest.mark.parametrize(
    ("ties", "actors", "beta", "expected"),
    [
        (PATH, "ABD", -0.5, [0.00, 1.58, 0.00]),
        (PATH, "ABD", -0.4, [0.73, 1.45, 0.36]),
        (PATH, "ABD", 0.4, [1.27, 1.13, 0.64]),
        (PATH, "ABD", 0.5, [1.28, 1.12, 0.64]),
        (TREE, "ABE", -0.4, [1.62, 1.08, 0.54]),
        (TREE, "ABE", 0.4, [1.62, 1.08, 0.54]),
    ],
)
def test_bonacich_power_of_the_networks_in_the_paper(cluster_of, ties, actors, beta, expected):
    values = bonacich_power(cluster_of(ties), beta=beta)
    assert values[list(actors)].tolist() == pytest.approx(expected, abs=0.006)
    assert (values**2).sum() == pytest.approx(len(values))


def test_bonacich_power_with_beta_zero_is_degree(knoke):
    raw = bonacich_power(knoke, layer="information", beta=0, variant="raw")
    assert raw.tolist() == degree(knoke, layer="information", direction="out", normalized=False).tolist()


@pytest.mark.parametrize("direction", ["in", "out", "all"])
def test_bonacich_power_equals_the_formula(direction):
    each = sample(72, directed=True, weighted=True)
    matrix = {"in": each.matrix.T, "out": each.matrix, "all": each.matrix + each.matrix.T}[direction]
    beta = 0.5 / largest_eigenvalue(matrix)
    expected = np.linalg.inv(np.eye(12) - beta * matrix) @ matrix @ np.ones(12)
    raw = bonacich_power(each.cluster, direction=direction, variant="raw")
    assert raw.tolist() == pytest.approx(expected)
    by_sum = bonacich_power(each.cluster, direction=direction, variant="sum")
    assert by_sum.tolist() == pytest.approx(expected / expected.sum())
    by_length = bonacich_power(each.cluster, direction=direction)
    assert by_length.tolist() == pytest.approx(expected * np.sqrt(12 / (expected**2).sum()))


def test_bonacich_power_without_ties(cluster_of):
    nobody_tied = cluster_of([], actors="ABC")
    assert bonacich_power(nobody_tied, variant="raw").tolist() == [0, 0, 0]
    assert bonacich_power(nobody_tied).isna().all()
    assert bonacich_power(nobody_tied, variant="sum").isna().all()
    assert bonacich_power(cluster_of([], actors="")).empty
    assert bonacich_power(cluster_of("AB", actors="ABC"))["C"] == 0


@pytest.mark.parametrize("beta", [0.5, -0.5, 3, "some", True, math.nan])
def test_beta_has_limits(cluster_of, beta):
    clique = cluster_of("AB BC CA")
    with pytest.raises(InputError, match=r"beta must be a number above −0.5 and below 0.5 here"):
        bonacich_power(clique, beta=beta)


def test_an_unknown_variant_is_refused(kite):
    with pytest.raises(InputError, match="variant must be one of 'length', 'sum', 'raw'"):
        bonacich_power(kite, variant="size")


# -- subgraphs --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("directed", [True, False])
def test_subgraph_centrality_equals_the_series(directed):
    each = sample(73, directed=directed, weighted=True, part=0.4)
    series, power = np.eye(12), np.eye(12)
    for length in range(1, 60):
        power = power @ each.binary / length
        series = series + power
    raw = subgraph_centrality(each.cluster, normalized=False)
    assert raw.tolist() == pytest.approx(np.diag(series))
    assert subgraph_centrality(each.cluster).tolist() == pytest.approx(np.diag(series) / np.diag(series).max())


def test_subgraph_centrality_of_a_clique(cluster_of):
    # Closed form: (e^(n-1) + (n-1) / e) / n.
    clique = cluster_of(itertools.combinations("ABCDE", 2))
    raw = subgraph_centrality(clique, normalized=False)
    assert raw.tolist() == pytest.approx([(math.e**4 + 4 / math.e) / 5] * 5)


def test_subgraph_centrality_counts_rounds_that_follow_direction(cluster_of):
    assert subgraph_centrality(cluster_of("AB BC AC", directed=True), normalized=False).tolist() == [1, 1, 1]
    circle = cluster_of("AB BC CA", directed=True)
    expected = expm(circle.matrix().toarray())[0, 0]
    assert subgraph_centrality(circle, normalized=False).tolist() == pytest.approx([expected] * 3)


def test_subgraph_centrality_does_not_overflow_when_normalized():
    clique = np.ones((750, 750)) - np.eye(750)  # its exponential is beyond the largest number
    values, logarithm = _closed_rounds(csr_array(clique), directed=False)
    assert logarithm == pytest.approx(749)
    assert values == pytest.approx([1 / 750] * 750)


def test_subgraph_centrality_without_ties(cluster_of):
    assert subgraph_centrality(cluster_of([], actors="ABC")).tolist() == [1, 1, 1]
    assert subgraph_centrality(cluster_of([], actors="")).empty


# -- laplacian --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("weighted", [True, False])
def test_laplacian_centrality_equals_what_is_lost(weighted):
    each = sample(74, directed=False, weighted=True)
    matrix = each.matrix if weighted else each.binary

    def energy(ties):
        return (np.linalg.eigvalsh(np.diag(ties.sum(axis=1)) - ties) ** 2).sum()

    without = [energy(np.delete(np.delete(matrix, place, 0), place, 1)) for place in range(12)]
    lost = energy(matrix) - np.array(without)
    assert laplacian_centrality(each.cluster, weighted=weighted, normalized=False).tolist() == pytest.approx(lost)
    shares = laplacian_centrality(each.cluster, weighted=weighted)
    assert shares.tolist() == pytest.approx(lost / energy(matrix))


def test_laplacian_centrality_without_ties_or_with_direction(cluster_of):
    assert laplacian_centrality(cluster_of([], actors="AB")).isna().all()
    assert laplacian_centrality(cluster_of([], actors="AB"), normalized=False).tolist() == [0, 0]
    assert laplacian_centrality(cluster_of("AB", actors="ABC"))["C"] == 0
    with pytest.raises(InputError, match="without direction, but these ties have a direction"):
        laplacian_centrality(cluster_of("AB", directed=True))


def test_bonacich_power_is_the_beta_centrality_that_ucinet_prints():
    expected = PRINTED_ISO["Beta centrality, beta 0.1"]
    assert bonacich_power(iso(), beta=0.1).tolist() == pytest.approx(expected, rel=3e-6)
