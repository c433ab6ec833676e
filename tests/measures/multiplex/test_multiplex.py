"""Measures of several layers against published values, R's sna and literal definitions."""

import itertools
import shutil
import subprocess

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import socluster as sc
from socluster.core.errors import InputError, ProjectionWarning, UncertainTiesWarning, UnknownTiesWarning
from socluster.measures.multiplex.actors import (
    layer_exclusivity,
    layer_participation,
    layer_relevance,
    multiplex_degree,
    multiplex_neighbourhood,
)
from socluster.measures.multiplex.overlap import layer_correlation, layer_overlap, multiplexity
from tests.examples import examples

few = settings(max_examples=examples(12, 75), deadline=None)
LABELS = "ABCDE"
OF_ACTORS = [multiplex_degree, layer_relevance, layer_exclusivity, layer_participation, multiplex_neighbourhood]
OF_LAYERS = [layer_overlap, layer_correlation, multiplexity]


def make(ties, layers, actors=LABELS, **tables):
    rows = pd.DataFrame(ties, columns=["source", "target", "layer", "weight"][: len(ties[0]) if ties else 4])
    return sc.Cluster.from_tables(
        pd.DataFrame({"actor": list(actors)}, dtype=object),
        rows.astype(dict.fromkeys(["source", "target", "layer"], object)),
        layers={name: {"directed": directed} for name, directed in layers.items()},
        **tables,
    )


@st.composite
def multiplex_clusters(draw):
    n = draw(st.integers(0, len(LABELS)))
    layers = draw(st.dictionaries(st.sampled_from("xyz"), st.booleans(), max_size=3))
    ties = []
    for name, directed in layers.items():
        pairs = [pair for pair in itertools.permutations(LABELS[:n], 2) if directed or pair[0] < pair[1]]
        chosen = draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
        ties += [(*pair, name, draw(st.sampled_from([1.0, 2.0, 5.0]))) for pair in chosen]
    return make(ties, layers, LABELS[:n])


def tables_of(cluster):
    return {name: cluster.matrix(name).toarray() for name in cluster.tie_layers}


# -- layers -----------------------------------------------------------------------------------------------------------


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


# -- actors -----------------------------------------------------------------------------------------------------------


@few
@given(multiplex_clusters(), st.sampled_from(["out", "in", "all"]))
def test_measures_of_actors_equal_their_definitions(cluster, direction):
    partners = {}
    for name, table in tables_of(cluster).items():
        ties = {"out": table, "in": table.T, "all": table + table.T}[direction]
        partners[name] = [set(np.flatnonzero(row)) for row in ties]
    degree = multiplex_degree(cluster, direction=direction, normalized=False)
    relevance = layer_relevance(cluster, direction=direction)
    exclusivity = layer_exclusivity(cluster, direction=direction)
    participation = layer_participation(cluster, direction=direction)
    whole = multiplex_neighbourhood(cluster, direction=direction)
    for place, actor in enumerate(cluster.labels):
        everybody = set().union(*(each[place] for each in partners.values()))
        assert whole[actor] == len(everybody)
        degrees = [len(each[place]) for each in partners.values()]
        assert degree.loc[actor].tolist() == degrees
        if sum(degrees) and len(degrees) > 1:
            m = len(degrees)
            expected = m / (m - 1) * (1 - sum((k / sum(degrees)) ** 2 for k in degrees))
            assert participation[actor] == pytest.approx(expected)
        else:
            assert np.isnan(participation[actor])
        for name, each in partners.items():
            others = set().union(*(rest[place] for other, rest in partners.items() if other != name))
            alone = each[place] - others
            assert multiplex_neighbourhood(cluster, layers=name, direction=direction)[actor] == len(each[place])
            found = multiplex_neighbourhood(cluster, layers=[name], direction=direction, exclusive=True)
            assert found[actor] == len(alone)
            size = len(everybody)
            assert relevance.loc[actor, name] == pytest.approx(len(each[place]) / size if size else np.nan, nan_ok=True)
            assert exclusivity.loc[actor, name] == pytest.approx(len(alone) / size if size else np.nan, nan_ok=True)


@few
@given(multiplex_clusters(), st.sampled_from(["out", "in", "all"]))
def test_they_agree_with_degree(cluster, direction):
    whole = multiplex_neighbourhood(cluster, direction=direction)
    assert whole.tolist() == sc.degree(cluster, direction=direction, normalized=False).tolist()
    normalized = multiplex_degree(cluster, direction=direction)
    for name in cluster.tie_layers:
        expected = sc.degree(cluster, layer=name, direction=direction)
        assert normalized[name].tolist() == pytest.approx(expected.tolist(), nan_ok=True)


def test_the_medici_by_hand(florentine):
    """Six marriages, five businesses, three families with both."""
    assert multiplex_neighbourhood(florentine)["Medici"] == 8
    assert multiplex_neighbourhood(florentine, layers="marriage", exclusive=True)["Medici"] == 3
    assert layer_relevance(florentine).loc["Medici"].tolist() == [6 / 8, 5 / 8]
    assert layer_exclusivity(florentine).loc["Medici"].tolist() == [3 / 8, 2 / 8]
    assert layer_participation(florentine)["Medici"] == pytest.approx(2 * (1 - (36 + 25) / 121))
    assert layer_relevance(florentine).loc["Pucci"].isna().all()  # an isolate


@pytest.mark.parametrize("actors", ["", "A", "ABC"])
@pytest.mark.parametrize("layers", [{}, {"x": True}, {"x": False, "y": True}])
def test_empty_clusters(actors, layers):
    cluster = make([], layers, actors)
    for measure in OF_ACTORS:
        found = measure(cluster)
        assert found.index.equals(cluster.index)
        if isinstance(found, pd.DataFrame):
            assert found.columns.tolist() == list(layers)
            assert found.columns.name == "layer"
            assert set(found.dtypes) <= {np.dtype(float)}
        else:
            assert found.dtype == float
            assert found.name == measure.__name__
    for measure in (layer_overlap, layer_correlation):
        assert measure(cluster).shape == (len(layers),) * 2
        assert measure(cluster).isna().all(axis=None)
    assert multiplexity(cluster)["pairs"].tolist() == [0] * len(layers)


def test_unknown_pairs_are_left_out_of_comparisons_and_counted_as_none_elsewhere():
    ties = [("A", "B", "x", 1.0), ("A", "C", "x", 1.0), ("A", "B", "y", 1.0)]
    unknown = pd.DataFrame({"source": ["A"], "target": ["C"], "layer": ["y"]})
    cluster = make(ties, {"x": False, "y": False}, "ABC", unknown=unknown)
    assert layer_overlap(cluster).loc["x", "y"] == 1  # of A-B and B-C, which are known in both
    assert layer_correlation(cluster).loc["x", "y"] == pytest.approx(1)
    for measure in [*OF_ACTORS, multiplexity]:
        with pytest.warns(UnknownTiesWarning, match="as if 2 unknown cells of the layers held no tie") as caught:
            measure(cluster)
        assert [warning.filename for warning in caught] == [__file__]


def test_uncertain_ties_and_projections_are_said():
    ties = pd.DataFrame({"source": ["A"], "target": ["B"], "confidence": [0.5]})
    cluster = sc.Cluster.from_tables(pd.DataFrame({"actor": ["A", "B"]}), ties)
    for measure in [*OF_ACTORS, *OF_LAYERS]:
        with pytest.warns(UncertainTiesWarning) as caught:
            measure(cluster)
        assert [warning.filename for warning in caught] == [__file__]
        with pytest.warns(ProjectionWarning) as caught:
            measure(sc.load_dataset("davis"))
        assert [warning.filename for warning in caught] == [__file__]


def test_unknown_names_are_refused(knoke):
    with pytest.raises(InputError, match="did you mean 'money'"):
        multiplex_neighbourhood(knoke, layers=["mony", "information"])
    with pytest.raises(InputError, match="variant must be one of"):
        layer_overlap(knoke, variant="dice")
    for measure in OF_ACTORS:
        with pytest.raises(InputError, match="direction must be one of"):
            measure(knoke, direction="both")


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
