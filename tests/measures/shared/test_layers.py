"""All layers of a cluster as matrices, and what is known of two of them."""

import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import ProjectionWarning, UncertainTiesWarning, UnknownTiesWarning
from socluster.measures.shared.layers import no_ties, relations_of
from tests.measures.multiplex.multiplex_samples import make

TIES = [("A", "B", "x", 2.0), ("A", "C", "x", 5.0), ("A", "B", "y", 1.0), ("C", "B", "y", 3.0)]
BOTH = {"x": False, "y": True}


def test_every_layer_has_its_matrix():
    found = relations_of(make(TIES, BOTH, "ABC"))
    assert found.names == ("x", "y")
    assert [each.toarray().tolist() for each in found.strength] == [
        [[0, 2, 5], [2, 0, 0], [5, 0, 0]],
        [[0, 1, 0], [0, 0, 0], [0, 3, 0]],
    ]
    assert found.pairs == 6
    assert found.columns.tolist() == ["x", "y"]
    assert found.columns.name == "layer"


def test_a_cell_unknown_in_one_layer_is_left_out_of_both():
    """In x A and C are tied, in y nobody knows whether A gives to C; of six cells, five are known in both."""
    unknown = pd.DataFrame({"source": ["A"], "target": ["C"], "layer": ["y"]})
    found = relations_of(make(TIES, BOTH, "ABC", unknown=unknown))
    first, second, pairs = found.known(0, 1)
    assert first.toarray().tolist() == [[0, 2, 0], [2, 0, 0], [5, 0, 0]]
    assert second.toarray().tolist() == [[0, 1, 0], [0, 0, 0], [0, 3, 0]]
    assert pairs == 5
    alone, _, of_one = found.known(0, 0)
    assert alone.toarray().tolist() == [[0, 2, 5], [2, 0, 0], [5, 0, 0]]
    assert of_one == 6


def test_a_cell_unknown_in_both_layers_is_left_out_once():
    rows = [("A", "C", "x"), ("A", "C", "y"), ("B", "A", "y")]
    unknown = pd.DataFrame(rows, columns=["source", "target", "layer"])
    found = relations_of(make([("A", "B", "x", 1.0)], {"x": True, "y": True}, "ABC", unknown=unknown))
    assert found.known(0, 1)[2] == 6 - 2
    with pytest.warns(UnknownTiesWarning, match="as if 3 unknown cells of the layers held no tie"):
        found.warn_of_unknown()


def test_nothing_is_said_where_all_is_known(recwarn):
    relations_of(make(TIES, BOTH, "ABC")).warn_of_unknown()
    assert not recwarn.list


def test_what_is_uncertain_or_projected_is_said():
    ties = pd.DataFrame({"source": ["A"], "target": ["B"], "confidence": [0.5]})
    with pytest.warns(UncertainTiesWarning, match="1 uncertain tie "):
        relations_of(sc.Cluster.from_tables(pd.DataFrame({"actor": ["A", "B"]}), ties))
    davis = sc.load_dataset("davis")
    with pytest.warns(ProjectionWarning):
        found = relations_of(davis)
    assert found.strength[0].toarray().tolist() == davis.project().matrix().toarray().tolist()


def test_no_ties_add_nothing():
    cluster = make(TIES, BOTH, "ABC")
    assert (no_ties(cluster) + cluster.matrix("y")).toarray().tolist() == cluster.matrix("y").toarray().tolist()
    assert no_ties(cluster).nnz == 0
