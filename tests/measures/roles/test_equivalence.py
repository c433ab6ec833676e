import shutil
import subprocess

import numpy as np
import pandas as pd
import pytest

from socluster import Cluster, InputError, load_dataset
from socluster.measures.roles.equivalence import concor, equivalence_distances, equivalence_groups

SCRIPT = """
suppressMessages(library(sna))
numbers <- scan("stdin", quiet = TRUE)
n <- numbers[1]
ties <- array(numbers[-1], c(2, n, n))
show <- function(name, values) cat(name, values, "\\n")
for (method in c("euclidean", "correlation", "hamming")) {
  show(method, sedist(ties[1, , ], method = method))
  show(paste0("joint-", method), sedist(ties, method = method, joint.analysis = TRUE))
}
for (linkage in c("average", "complete", "single")) {
  tree <- equiv.clust(ties[1, , ], method = "euclidean", cluster.method = linkage)
  for (k in 2:5) show(paste(linkage, k, sep = "-"), cutree(tree$cluster, k))
}
"""


def parts(series):
    return {frozenset(members.index) for _, members in series.groupby(series, observed=True)}


@pytest.fixture(scope="module")
def two_layers():
    """Two directed relations of strengths that hardly repeat, so that no two distances are equal."""
    rng = np.random.default_rng(21)
    n = 12
    labels = [f"a{place:02}" for place in range(n)]
    rows = [
        (labels[i], labels[j], layer, float(rng.uniform(0.5, 4)))
        for layer in "xy"
        for i in range(n)
        for j in range(n)
        if i != j and rng.random() < 0.35
    ]
    ties = pd.DataFrame(rows, columns=["source", "target", "layer", "weight"])
    layers = {"x": {"directed": True}, "y": {"directed": True}}
    return Cluster.from_tables(pd.DataFrame({"actor": labels}), ties, layers=layers)


@pytest.fixture(scope="module")
def sna(two_layers):
    """Everything that the script shows, by name."""
    if shutil.which("Rscript") is None:
        pytest.skip("Rscript is not installed")
    x, y = (two_layers.matrix(layer).toarray() for layer in "xy")
    numbers = np.array([x, y]).transpose(2, 1, 0).ravel()  # R fills the first index first
    given = " ".join(map(repr, [len(x), *numbers.tolist()]))
    done = subprocess.run(["Rscript", "-e", SCRIPT], input=given, capture_output=True, text=True)
    if "no package called" in done.stderr:
        pytest.skip("R has no package sna")
    assert done.returncode == 0, done.stderr
    lines = [line.split() for line in done.stdout.splitlines()]
    return {name: np.array([float(number) for number in numbers]) for name, *numbers in lines}


def test_distances_equal_sna(two_layers, sna):
    n = two_layers.n_actors
    for layer, name in (("x", ""), (None, "joint-")):
        euclidean = equivalence_distances(two_layers, layer=layer)
        assert euclidean.to_numpy().ravel() == pytest.approx(sna[f"{name}euclidean"], abs=1e-4)
        correlation = equivalence_distances(two_layers, layer=layer, variant="correlation")
        assert 1 - correlation.to_numpy().ravel() == pytest.approx(sna[f"{name}correlation"], abs=1e-5)
    assert euclidean.to_numpy().shape == (n, n)


def test_matches_equal_the_hamming_distance_of_sna(knoke):
    if shutil.which("Rscript") is None:
        pytest.skip("Rscript is not installed")
    ties = knoke.matrix("information").toarray().astype(int)
    script = (
        "suppressMessages(library(sna)); m <- matrix(scan('stdin', quiet = TRUE), 10, 10, byrow = TRUE); "
        "cat(sedist(m, method = 'hamming'))"
    )
    given = " ".join(map(str, ties.ravel()))
    done = subprocess.run(["Rscript", "-e", script], input=given, capture_output=True, text=True)
    if "no package called" in done.stderr:
        pytest.skip("R has no package sna")
    hamming = np.array(done.stdout.split(), dtype=float)
    matches = equivalence_distances(knoke, layer="information", variant="matches")
    assert matches.to_numpy().ravel() * (2 * 8) == pytest.approx(hamming)


@pytest.mark.parametrize("linkage", ["average", "complete", "single"])
def test_groups_equal_hclust_and_cutree(two_layers, sna, linkage):
    for k in (2, 3, 4, 5):
        found = equivalence_groups(two_layers, k=k, layer="x", linkage=linkage)
        expected = pd.Series(sna[f"{linkage}-{k}"], index=two_layers.labels)
        assert parts(found) == parts(expected)
        assert found.nunique() == k


def literal_profile(matrices, directed, i, j):
    """What i and j have with everybody else, number by number."""
    n = len(matrices[0])
    others = [k for k in range(n) if k not in (i, j)]
    views = [
        view
        for m, has_direction in zip(matrices, directed, strict=True)
        for view in ([m, m.T] if has_direction else [m])
    ]
    return tuple(np.array([view[actor, k] for view in views for k in others]) for actor in (i, j))


@pytest.mark.parametrize("weighted", [True, False])
@pytest.mark.parametrize("layer", ["x", "y", None])
def test_distances_equal_the_formulas_in_mixed_layers(layer, weighted):
    rng = np.random.default_rng(5)
    labels = list("ABCDEFG")
    rows = [
        (labels[i], labels[j], layer_, float(rng.integers(1, 4)))
        for layer_, pairs in (
            ("x", [(i, j) for i in range(7) for j in range(7) if i != j]),
            ("y", [(i, j) for i in range(7) for j in range(i)]),
        )
        for i, j in pairs
        if rng.random() < 0.5
    ]
    ties = pd.DataFrame(rows, columns=["source", "target", "layer", "weight"])
    directions = {"x": True, "y": False}
    cluster = Cluster.from_tables(
        pd.DataFrame({"actor": labels}), ties, layers={name: {"directed": way} for name, way in directions.items()}
    )
    names = [layer] if layer else ["x", "y"]
    matrices = [cluster.matrix(name, "strength" if weighted else "binary").toarray() for name in names]
    directed = [directions[name] for name in names]
    found = {
        v: equivalence_distances(cluster, layer=layer, variant=v, weighted=weighted).to_numpy()
        for v in ("euclidean", "correlation", "matches")
    }
    for i in range(7):
        for j in range(7):
            if i == j:
                assert all(table[i, j] == 0 for table in found.values())
                continue
            one, other = literal_profile(matrices, directed, i, j)
            assert found["euclidean"][i, j] == pytest.approx(np.linalg.norm(one - other))
            assert found["matches"][i, j] == pytest.approx((one != other).mean())
            if np.ptp(one) and np.ptp(other):
                assert found["correlation"][i, j] == pytest.approx(1 - np.corrcoef(one, other)[0, 1])
            else:
                assert np.isnan(found["correlation"][i, j])


def test_equivalent_actors_are_at_no_distance(cluster_of):
    cluster = cluster_of("AX AY BX BY AB CX", actors="ABCXYZ")
    for variant in ("euclidean", "correlation", "matches"):
        distances = equivalence_distances(cluster, variant=variant)
        assert distances.loc["A", "B"] == pytest.approx(0, abs=1e-9)
        assert distances.index.equals(cluster.index)
        assert distances.columns.equals(cluster.index)
        assert distances.loc["A", "C"] > 0


def test_few_actors(cluster_of):
    assert equivalence_distances(cluster_of([], actors="")).shape == (0, 0)
    assert equivalence_distances(cluster_of([], actors="A")).to_numpy().tolist() == [[0]]
    pair = cluster_of("AB")
    assert equivalence_distances(pair).to_numpy().tolist() == [[0, 0], [0, 0]]
    for variant in ("correlation", "matches"):
        assert np.isnan(equivalence_distances(pair, variant=variant).loc["A", "B"])
    assert equivalence_groups(pair, k=1).tolist() == [1, 1]
    assert equivalence_groups(cluster_of([], actors=""), k=2).empty
    with pytest.raises(InputError, match="fewer than 3 actors"):
        equivalence_groups(pair, k=1, variant="matches")


def test_groups_that_cannot_be_made_are_refused(knoke, cluster_of):
    with pytest.raises(InputError, match="k must be at most 10"):
        equivalence_groups(knoke, k=11)
    with pytest.raises(InputError, match="k must be a whole number"):
        equivalence_groups(knoke, k=0)
    with pytest.raises(InputError, match="linkage must be one of"):
        equivalence_groups(knoke, k=2, linkage="ward")
    isolate = cluster_of("AB BC CD DE", actors="ABCDEZ")
    with pytest.raises(InputError, match=r"row Z.*the same tie to everybody.*use variant='euclidean'"):
        equivalence_groups(isolate, k=2, variant="correlation")
    with pytest.raises(InputError, match="did you mean 'matches'"):
        equivalence_distances(knoke, variant="match")


def test_roles_of_a_tree(cluster_of):
    """A chief with two heads who have two clerks each: regular equivalence sees the levels."""
    cluster = cluster_of("CH CK HA HB KD KE", directed=True)
    found = equivalence_groups(cluster, k=3, variant="rege")
    assert parts(found) == {frozenset("C"), frozenset("HK"), frozenset("ABDE")}
    assert found.name == "equivalence_groups"
    assert found.to_dict() == {"C": 3, "H": 2, "K": 2, "A": 1, "B": 1, "D": 1, "E": 1}


# -- CONCOR -----------------------------------------------------------------------------------------------------------


def test_concor_of_the_example_of_concorr(cluster_of):
    # the README of R's concorR 0.2.1: concor(list(a)) gives the blocks b c d and a e
    columns = [[0, 0, 0, 0, 1], [1, 0, 1, 0, 1], [1, 1, 0, 1, 1], [1, 0, 1, 0, 1], [1, 0, 0, 0, 0]]
    matrix = np.array(columns).T
    ties = [("abcde"[i], "abcde"[j]) for i, j in np.argwhere(matrix).tolist()]
    found = concor(cluster_of(ties, directed=True, actors="abcde"), splits=1)
    assert parts(found) == {frozenset("bcd"), frozenset("ae")}
    assert found.name == "concor"


def literal_concor(matrices, splits, converged=1 - 1e-9):
    """Stack the matrices and their transposes without diagonals, correlate columns of columns, and split by sign."""
    stack = np.concatenate([part for m in matrices for part in (m, m.T)])
    n = stack.shape[1]
    stack[np.arange(len(stack)), np.arange(len(stack)) % n] = np.nan
    first = pd.DataFrame(stack).corr().to_numpy()  # pandas leaves out what is missing in one of the two
    blocks = [list(range(n))]
    for _ in range(splits):
        halves = []
        for block in blocks:
            table = first[np.ix_(block, block)]
            while len(block) > 2 and abs(table).min() < converged:
                table = np.corrcoef(table)
            sides = table[0] > 0 if len(block) > 2 else [True] * len(block)
            halves += [
                [actor for actor, side in zip(block, sides, strict=True) if side == want] for want in (True, False)
            ]
        blocks = [block for block in halves if block]
    return {frozenset(block) for block in blocks}


@pytest.mark.parametrize("splits", [1, 2, 3])
def test_concor_equals_a_literal_one(two_layers, splits):
    matrices = [two_layers.matrix(layer).toarray() for layer in "xy"]
    place = {label: position for position, label in enumerate(two_layers.labels)}
    for layer, used in (("x", matrices[:1]), (None, matrices)):
        found = parts(concor(two_layers, layer=layer, splits=splits))
        assert {frozenset(place[label] for label in part) for part in found} == literal_concor(used, splits)


def test_concor_iterates_until_all_correlations_are_one_or_minus_one():
    """After one correlation the sides are others than those to which the iteration converges."""
    hasty = 0
    for seed in range(40):
        matrix = np.random.default_rng(seed).random((9, 9)).round(3)
        np.fill_diagonal(matrix, 0)
        rows = [(f"a{i}", f"a{j}", matrix[i, j]) for i, j in np.argwhere(matrix)]
        ties = pd.DataFrame(rows, columns=["source", "target", "weight"])
        actors = pd.DataFrame({"actor": [f"a{i}" for i in range(9)]})
        cluster = Cluster.from_tables(actors, ties, layers={"tie": {"directed": True}})
        found = concor(cluster, splits=1)
        expected = literal_concor([matrix], 1)
        assert {frozenset(int(name[1:]) for name in part) for part in parts(found)} == expected
        hasty += expected != literal_concor([matrix], 1, converged=-1)
    assert hasty > 5


def test_concor_leaves_what_it_cannot_split(cluster_of):
    twins = concor(cluster_of("AX AY BX BY CX CY", actors="ABCXYZ"), splits=3)
    assert parts(twins) == {frozenset("ABC"), frozenset("XY"), frozenset("Z")}
    alike = concor(cluster_of("AB BC CA", actors="ABC"))
    assert alike.tolist() == [1, 1, 1]
    assert concor(cluster_of([], actors="AB")).tolist() == [1, 1]
    assert concor(cluster_of([], actors="")).empty
    assert concor(cluster_of("AB", actors="ABC"), splits=2).tolist() == [1, 1, 2]
    with pytest.raises(InputError, match="splits must be a whole number"):
        concor(cluster_of("AB"), splits=0)


def test_concor_does_not_hang_on_the_order_of_actors(two_layers):
    tables = two_layers.to_tables()
    turned = Cluster.from_tables(tables.actors.iloc[::-1], tables.ties, layers=tables.layers)
    assert parts(concor(turned)) == parts(concor(two_layers))
    assert parts(equivalence_groups(turned, k=4)) == parts(equivalence_groups(two_layers, k=4))


def test_concor_of_davis_finds_the_two_groups():
    # the two groups of women that most analyses find (Freeman 2003): the first eight or nine, and the others
    women = load_dataset("davis").project()
    found = concor(women, splits=1)
    first = set(women.labels[:7])
    assert any(first <= part for part in parts(found))
