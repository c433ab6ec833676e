"""What holds for all measures of several layers: empty clusters, what is said and what is refused."""

import numpy as np
import pandas as pd
import pytest

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
from tests.measures.multiplex.multiplex_samples import make

OF_ACTORS = [multiplex_degree, layer_relevance, layer_exclusivity, layer_participation, multiplex_neighbourhood]
OF_LAYERS = [layer_overlap, layer_correlation, multiplexity]


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
            assert found.dtype == (int if measure.__name__ == "multiplex_neighbourhood" else float)
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
