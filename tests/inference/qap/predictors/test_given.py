"""Layers and matrices: labels by name, unknown dyads, wrong shapes."""

import numpy as np
import pandas as pd
import pytest
from scipy import sparse

import socluster as sc
from socluster.core.errors import InputError
from socluster.inference.qap.dyad_space import DyadSpace
from socluster.inference.qap.predictors.given import as_predictor

KNOKE = sc.load_dataset("knoke")
SPACE = DyadSpace(KNOKE, directed=True)
DAVIS = sc.load_dataset("davis")
INFORMATION = KNOKE.matrix("information").toarray()


def values(given, space=SPACE):
    return as_predictor(given).columns([space])[0].values[0]


def test_a_layer_is_its_matrix():
    np.testing.assert_array_equal(values("information"), INFORMATION)
    np.testing.assert_array_equal(values("attends", DyadSpace(DAVIS, True, True)), DAVIS.affiliation_matrix().toarray())


def test_strengths_count_unless_not_wanted():
    ties = pd.DataFrame({"source": ["a", "b"], "target": ["b", "c"], "weight": [2.0, 5.0]})
    cluster = sc.Cluster.from_tables(pd.DataFrame({"actor": list("abc")}), ties)
    space = DyadSpace(cluster, directed=False)
    assert values("tie", space)[0, 1] == 2
    assert values(sc.predictors.layer("tie", weighted=False), space)[1, 2] == 1


def test_unknown_dyads_are_unknown():
    ties = pd.DataFrame({"source": ["a"], "target": ["b"]})
    unknown = pd.DataFrame({"source": ["a"], "target": ["c"], "layer": ["tie"]})
    cluster = sc.Cluster.from_tables(pd.DataFrame({"actor": list("abc")}), ties, unknown=unknown)
    found = values("tie", DyadSpace(cluster, directed=False))
    assert np.isnan(found[0, 2])
    assert np.isnan(found[2, 0])
    assert found[1, 2] == 0


def test_a_table_is_matched_by_its_labels():
    table = pd.DataFrame(INFORMATION, KNOKE.labels, KNOKE.labels)
    shuffled = table.sample(frac=1, random_state=1).sample(frac=1, axis=1, random_state=2)
    np.testing.assert_array_equal(values(shuffled), INFORMATION)


def test_other_matrices_have_the_order_of_the_actors():
    np.testing.assert_array_equal(values(INFORMATION), INFORMATION)
    np.testing.assert_array_equal(values(sparse.csr_array(INFORMATION)), INFORMATION)


def test_labels_are_checked():
    table = pd.DataFrame(INFORMATION, KNOKE.labels, KNOKE.labels)
    with pytest.raises(InputError, match="did you mean 'MAYR'") as raised:
        values(table.rename(index={"MAYR": "MAYOR"}))
    assert "leave out MAYR" in str(raised.value)
    with pytest.raises(InputError, match="more than once"):
        values(table.rename(index={"MAYR": "COMM"}))


def test_labels_that_are_numbers_of_rows_are_no_names():
    with pytest.raises(InputError, match=r"numbers of rows.*\.to_numpy\(\)"):
        values(pd.DataFrame(INFORMATION))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (np.zeros((3, 3)), "must be 10 x 10"),
        (np.zeros(10), "a matrix of numbers"),
        (np.full((10, 10), np.inf), "finite"),
        (pd.DataFrame([["x"]]), "a matrix of numbers"),
        (7, "name of a layer"),
        ("informatoin", "did you mean 'information'"),
    ],
)
def test_it_says_what_is_no_matrix(given, said):
    with pytest.raises(InputError, match=said):
        values(given)


def test_kinds():
    assert as_predictor("information").kind(KNOKE).directed
    assert as_predictor(INFORMATION).kind(KNOKE).directed
    assert as_predictor(INFORMATION + INFORMATION.T).kind(KNOKE).directed is False
    assert as_predictor("attends").kind(DAVIS).two_mode
    assert as_predictor(np.ones((18, 14))).kind(DAVIS).two_mode
    with pytest.raises(InputError, match="holds affiliations"):
        values("attends", DyadSpace(DAVIS, directed=False))


def test_several_networks_need_a_matrix_each():
    spaces = [DyadSpace(KNOKE, True, name="one"), DyadSpace(KNOKE, True, name="two")]
    both = sc.predictors.matrix({"one": INFORMATION, "two": 2 * INFORMATION}, name="told")
    (column,) = both.columns(spaces)
    assert (str(column.name), column.values[1].max()) == ("told", 2)
    with pytest.raises(InputError, match="a mapping from the name of each"):
        sc.predictors.matrix({"one": INFORMATION}).columns(spaces)
    with pytest.raises(InputError, match="a mapping from the name of each"):
        sc.predictors.matrix(INFORMATION).columns(spaces)
