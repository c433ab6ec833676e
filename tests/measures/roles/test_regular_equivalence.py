import numpy as np
import pandas as pd
import pytest

from socluster import Cluster, InputError
from socluster.measures.roles.regular_equivalence import rege

# White's REGE (REGE.for of R's blockmodeling 1.1.4, 3 rounds) on the money ties of Knoke; above the diagonal
MONEY = [
    [0.621494, 0.502051, 0.983159, 0.878940, 0, 0.836089, 0.522756, 0.613961, 0],
    [0.967388, 0.633757, 0.946477, 0, 0.948933, 0.881448, 0.890179, 0.760625],
    [0.510440, 0.902486, 0, 0.896188, 0.908174, 0.904767, 0.842200],
    [0.895765, 0, 0.864924, 0.501649, 0.623994, 0],
    [0, 0.992093, 0.837432, 0.894249, 0.360723],
    [0, 0, 0, 0],
    [0.812842, 0.871194, 0.496239],
    [0.972889, 0.761369],
    [0.734375],
]
# the same on both relations together: the first row
BOTH = [1, 0.845535, 0.664465, 0.969002, 0.901323, 0.663177, 0.928035, 0.689750, 0.765545, 0.671979]

# the same on a matrix of strengths with an isolate
STRENGTHS = [
    [0, 0, 0, 2, 4, 0, 0],
    [1, 0, 0, 1, 0, 0, 0],
    [1, 0, 0, 0, 0, 0, 0],
    [1, 0, 0, 0, 0, 1, 0],
    [0, 1, 0, 3, 0, 0, 0],
    [1, 0, 3, 0, 4, 0, 0],
    [0, 0, 0, 0, 0, 0, 0],
]
VALUED = [
    [0.402068, 0.306833, 0.389881, 0.445414, 0.764951, 0],
    [0.497558, 0.512149, 0.303053, 0.414002, 0],
    [0.599071, 0.616803, 0.276649, 0],
    [0.458695, 0.312374, 0],
    [0.384982, 0],
    [0],
]


def upper(table):
    values = np.asarray(table)
    return values[np.triu_indices(len(values), 1)]


def test_money_of_knoke_equals_blockmodeling(knoke):
    table = rege(knoke, layer="money")
    assert upper(table) == pytest.approx(np.concatenate(MONEY), abs=1e-6)
    assert table.index.equals(knoke.index)
    assert table.columns.equals(knoke.index)
    assert np.diag(table).tolist() == [1] * 10
    assert table.equals(table.T)


def test_two_relations_must_match_at_once(knoke):
    assert rege(knoke).loc["COUN"].tolist() == pytest.approx(BOTH, abs=1e-6)


def test_strengths_and_an_isolate_equal_blockmodeling(cluster_of):
    matrix = np.array(STRENGTHS, dtype=float)
    ties = [("ABCDEFG"[i], "ABCDEFG"[j], matrix[i, j]) for i, j in np.argwhere(matrix).tolist()]
    cluster = cluster_of(ties, directed=True, actors="ABCDEFG")
    assert upper(rege(cluster)) == pytest.approx(np.concatenate(VALUED), abs=1e-6)
    unweighted = rege(cluster, weighted=False)
    plain = cluster_of([tie[:2] for tie in ties], directed=True, actors="ABCDEFG")
    assert unweighted.equals(rege(plain))


def literal_rege(matrices, iterations):
    """The formula, one actor and one tie after the other."""
    n = len(matrices[0])
    total = sum(m + m.T for m in matrices)
    degree = total.sum(axis=1)
    alike = np.array([[float((degree[i] > 0) == (degree[j] > 0)) for j in range(n)] for i in range(n)])

    def best(i, j):
        return sum(
            max(
                alike[k, m] * sum(min(x[i, k], x[j, m]) + min(x[k, i], x[m, j]) for x in matrices)
                for m in range(n)
                if total[j, m]
            )
            for k in range(n)
            if total[i, k]
        )

    for _ in range(iterations):
        later = alike.copy()
        for i in range(n):
            for j in range(n):
                if i != j and degree[i] and degree[j]:
                    later[i, j] = (best(i, j) + best(j, i)) / (degree[i] + degree[j])
        alike = later
    return alike


@pytest.mark.parametrize("iterations", [1, 4])
def test_it_equals_the_formula(iterations):
    rng = np.random.default_rng(9)
    labels = list("ABCDEFGH")
    rows = [
        (a, b, layer, float(rng.integers(1, 4)))
        for layer in "xy"
        for a in labels[:7]
        for b in labels[:7]
        if a != b and rng.random() < 0.3
    ]
    ties = pd.DataFrame(rows, columns=["source", "target", "layer", "weight"])
    cluster = Cluster.from_tables(
        pd.DataFrame({"actor": labels}), ties, layers={"x": {"directed": True}, "y": {"directed": True}}
    )
    expected = literal_rege([cluster.matrix(layer).toarray() for layer in "xy"], iterations)
    assert rege(cluster, iterations=iterations).to_numpy() == pytest.approx(expected)


def test_levels_of_a_tree_are_regularly_equivalent(cluster_of):
    cluster = cluster_of("CH CK HA HB KD KE", directed=True)
    table = rege(cluster)
    for level in ("HK", "ABDE"):
        assert (table.loc[list(level), list(level)] == 1).all(axis=None)
    assert table.loc["C", "A"] == 0
    assert table.loc["H", "A"] < 1


def test_undirected_ties_tell_nothing_unless_as_distances(cluster_of):
    path = cluster_of("AB BC CD DE")
    assert (rege(path) == 1).all(axis=None)
    table = rege(path, geodesics=True)
    assert table.loc["A", "E"] == pytest.approx(1)
    assert table.loc["A", "C"] < 1
    steps = np.array([[abs(i - j) for j in range(5)] for i in range(5)], dtype=float)
    assert table.to_numpy() == pytest.approx(literal_rege([steps], 3))


def test_unreachable_is_as_far_as_there_are_actors(cluster_of):
    table = rege(cluster_of("AB", directed=True, actors="ABC"), geodesics=True)
    steps = np.array([[0, 1, 3], [3, 0, 3], [3, 3, 0]], dtype=float)
    assert table.to_numpy() == pytest.approx(literal_rege([steps], 3))


def test_actors_without_ties_and_nobody(cluster_of):
    table = rege(cluster_of("AB", actors="ABYZ"))
    assert table.loc["A", ["B", "Y"]].tolist() == [1, 0]
    assert table.loc["Y", "Z"] == 1
    assert rege(cluster_of([], actors="")).shape == (0, 0)
    assert rege(cluster_of([], actors=""), geodesics=True).shape == (0, 0)
    assert (rege(cluster_of([], actors="AB")) == 1).all(axis=None)
    with pytest.raises(InputError, match="iterations must be a whole number"):
        rege(cluster_of("AB"), iterations=0)
