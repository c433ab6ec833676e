"""How much layers overlap, against published values, R's sna, numpy and literal definitions."""

import itertools
import shutil
import subprocess

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import socluster as sc
from socluster.measures.multiplex.overlap import layer_correlation, layer_overlap, multiplexity
from tests.measures.multiplex.multiplex_samples import few, make, multiplex_clusters, tables_of


def test_published_correlations(knoke, florentine):
    assert layer_correlation(knoke).loc["information", "money"] == pytest.approx(-0.0508, abs=5e-5)
    assert layer_correlation(florentine).loc["marriage", "business"] == pytest.approx(0.3718679, abs=5e-8)


def test_florentine_overlap(florentine):
    """20 marriages, 15 businesses, 8 pairs with both."""
    overlap = layer_overlap(florentine)
    assert overlap.to_numpy() == pytest.approx(np.array([[1, 8 / 27], [8 / 27, 1]]))
    assert overlap.index.tolist() == overlap.columns.tolist() == ["marriage", "business"]
    assert overlap.index.name == overlap.columns.name == "layer"
    share = layer_overlap(florentine, variant="share")
    assert share.loc["marriage", "business"] == pytest.approx(8 / 20)
    assert share.loc["business", "marriage"] == pytest.approx(8 / 15)


def test_florentine_multiplexity(florentine):
    frame = multiplexity(florentine)
    assert frame["pairs"].tolist() == [27, 8]
    assert frame["density"].tolist() == pytest.approx([27 / 120, 8 / 120])
    assert frame["share"].tolist() == pytest.approx([1, 8 / 27])
    assert frame["density"].loc[1] == pytest.approx(sc.density(florentine))
    assert frame.index.name == "layers"


def test_correlation_equals_sna(knoke):
    if shutil.which("Rscript") is None:
        pytest.skip("Rscript is not installed")
    rng = np.random.default_rng(2)
    n = 9
    first, second = (np.where(rng.random((n, n)) < 0.4, rng.integers(1, 6, (n, n)), 0) for _ in range(2))
    for matrix in (first, second):
        np.fill_diagonal(matrix, 0)
    script = (
        "suppressMessages(library(sna)); x <- scan('stdin', quiet = TRUE); n <- 9;"
        "a <- matrix(x[1:81], n, n, byrow = TRUE); b <- matrix(x[82:162], n, n, byrow = TRUE);"
        "cat(format(gcor(a, b), digits = 12))"
    )
    numbers = " ".join(map(str, [*first.ravel(), *second.ravel()]))
    done = subprocess.run(["Rscript", "-e", script], input=numbers, capture_output=True, text=True)
    if "no package called" in done.stderr:
        pytest.skip("R has no package sna")
    ties = [
        (f"a{i}", f"a{j}", name, float(matrix[i, j]))
        for name, matrix in (("x", first), ("y", second))
        for i, j in np.argwhere(matrix)
    ]
    cluster = make(ties, {"x": True, "y": True}, [f"a{i}" for i in range(n)])
    assert layer_correlation(cluster).loc["x", "y"] == pytest.approx(float(done.stdout), abs=1e-10)


@few
@given(multiplex_clusters(), st.booleans())
def test_correlation_equals_numpy(cluster, weighted):
    found = layer_correlation(cluster, weighted=weighted)
    away = ~np.eye(cluster.n_actors, dtype=bool)
    cells = {name: (table if weighted else table > 0)[away] for name, table in tables_of(cluster).items()}
    for one, other in itertools.product(cells, repeat=2):
        varies = all(len(each) and np.ptp(each.astype(float)) > 0 for each in (cells[one], cells[other]))
        expected = np.corrcoef(cells[one], cells[other])[0, 1] if varies else np.nan
        assert found.loc[one, other] == pytest.approx(expected, nan_ok=True)


def test_correlation_keeps_small_and_large_differences():
    ties = [("A", "B", "x", 1e-9), ("A", "C", "x", 2e-9), ("B", "C", "x", 3e-9)]
    same = [(source, target, "y", weight * 1e15) for source, target, _, weight in ties]
    close = [("A", "B", "z", 1.0), ("A", "C", "z", 1.0 + 1e-9), ("B", "C", "z", 1.0 + 2e-9)]
    cluster = make([*ties, *same, *close], {"x": False, "y": False, "z": False}, "ABC")
    assert layer_correlation(cluster).to_numpy() == pytest.approx(np.ones((3, 3)), abs=1e-6)


@few
@given(multiplex_clusters())
def test_overlap_and_multiplexity_equal_their_definitions(cluster):
    arcs = {name: set(map(tuple, np.argwhere(table))) for name, table in tables_of(cluster).items()}
    jaccard, share = layer_overlap(cluster), layer_overlap(cluster, variant="share")
    for one, other in itertools.product(arcs, repeat=2):
        both, either = arcs[one] & arcs[other], arcs[one] | arcs[other]
        assert jaccard.loc[one, other] == pytest.approx(len(both) / len(either) if either else np.nan, nan_ok=True)
        expected = len(both) / len(arcs[one]) if arcs[one] else np.nan
        assert share.loc[one, other] == pytest.approx(expected, nan_ok=True)
    times = pd.Series([arc for each in arcs.values() for arc in each], dtype=object).value_counts()
    cells = 1 if cluster.is_directed() else 2
    frame = multiplexity(cluster)
    assert frame.index.tolist() == list(range(1, len(arcs) + 1))
    assert frame["pairs"].tolist() == [int((times >= k).sum()) / cells for k in frame.index]


def test_correlation_over_the_cells_known_in_both_layers_equals_numpy():
    rng = np.random.default_rng(8)
    n, names = 7, list("ABCDEFG")
    tables = {layer: rng.random((n, n)) < 0.4 for layer in "xy"}
    dark = {layer: rng.random((n, n)) < 0.15 for layer in "xy"}
    cells = [(a, b) for a in range(n) for b in range(n) if a != b]
    ties = [(names[a], names[b], each, 1.0) for each in "xy" for a, b in cells if tables[each][a, b]]
    rows = [
        (names[a], names[b], each) for each in "xy" for a, b in cells if dark[each][a, b] and not tables[each][a, b]
    ]
    unknown = pd.DataFrame(rows, columns=["source", "target", "layer"])
    cluster = make(ties, {"x": True, "y": True}, names, unknown=unknown)
    hidden = {(names.index(source), names.index(target)) for source, target, _ in rows}
    x, y = ([float(tables[each][cell]) for cell in cells if cell not in hidden] for each in "xy")
    assert any(tables[each][cell] for each in "xy" for cell in hidden)
    assert layer_correlation(cluster).loc["x", "y"] == pytest.approx(np.corrcoef(x, y)[0, 1])


def test_a_variant_that_there_is_not_is_refused(florentine):
    with pytest.raises(sc.InputError, match=r"jacard.*did you mean 'jaccard'"):
        layer_overlap(florentine, variant="jacard")
