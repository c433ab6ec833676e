"""Regressions laid out, and those that have no answer."""

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.inference.qap.design import design_of, refuse_unusable, spaces_of
from socluster.inference.qap.predictors.given import as_predictor

KNOKE, FLORENTINE = sc.load_dataset("knoke"), sc.load_dataset("florentine")


def laid_out(cluster, y, predictors):
    clusters = cluster if isinstance(cluster, dict) else {"": cluster}
    outcome = as_predictor(y)
    return design_of(spaces_of(clusters, outcome), outcome, predictors)


def test_a_row_for_every_dyad():
    design = laid_out(KNOKE, "money", ["information", sc.predictors.sender("sector")])
    assert design.x.shape == (90, 4)
    off = ~np.eye(10, dtype=bool)
    np.testing.assert_array_equal(design.y, KNOKE.matrix("money").toarray()[off])
    np.testing.assert_array_equal(design.x[:, 1], KNOKE.matrix("information").toarray()[off])
    assert (design.x[:, 0] == 1).all()
    assert [str(each) for each in design.names] == [
        "intercept",
        "information",
        "sender: sector = private",
        "sender: sector = public",
    ]


def test_values_come_back_to_their_cells_on_both_sides_where_there_is_no_direction():
    for cluster, layer, both in ((KNOKE, "money", False), (FLORENTINE, "marriage", True)):
        design = laid_out(cluster, layer, [sc.predictors.same("sector" if both is False else "kind")])
        chosen = np.arange(len(design.y)) % 3 > 0
        tables, known = design.laid_out(design.y[chosen][:, None], chosen)
        n = cluster.n_actors
        assert known.sum() == chosen.sum() * (1 + both)
        matrix = cluster.matrix(layer).toarray()
        np.testing.assert_array_equal(tables[:, 0].reshape(n, n)[known.reshape(n, n)], matrix[known.reshape(n, n)])


def test_several_networks_have_a_level_each():
    design = laid_out({"a": KNOKE, "b": KNOKE}, "money", ["information"])
    assert [str(each) for each in design.names] == ["network: a", "network: b", "information"]
    assert design.x[:, :2].sum(axis=0).tolist() == [90, 90]
    tables, known = design.laid_out(design.y[:, None], design.is_complete)
    assert len(tables) == 200
    assert known.sum() == 180


def test_a_mapping_names_its_predictors():
    named = {"told": "information", "whose": sc.predictors.sender("sector")}
    design = laid_out(KNOKE, "money", named)
    assert [str(each) for each in design.names[1:]] == ["told", "whose = private", "whose = public"]


def test_one_predictor_needs_no_list():
    assert len(laid_out(KNOKE, "money", "information").names) == 2


def test_attributes_that_are_lacking_make_dyads_unknown():
    staff = pd.Series([1.0, np.nan, *range(8)], KNOKE.labels, name="staff")
    design = laid_out(KNOKE, "money", [sc.predictors.sender(staff)])
    assert design.is_complete.sum() == 81


@pytest.mark.parametrize(
    ("cluster", "y", "predictors", "said"),
    [
        (KNOKE, "money", [], "at least one"),
        (KNOKE, "money", ["information", 7], "entry '2', argument 'predictors': must be the name of a layer"),
        (KNOKE, "money", {"odd": 7}, "entry 'odd', argument 'predictors'"),
        (KNOKE, "money", ["information", "information"], "is the name of several predictors"),
        (FLORENTINE, "marriage", [np.triu(np.ones((16, 16)))], r"sc.predictors.matrix\(M \+ M.T\)"),
        (FLORENTINE, "marriage", [sc.predictors.sender("wealth")], "both ends together"),
        ({"a": KNOKE, "b": FLORENTINE}, np.ones((10, 10)), ["money"], "networks|direction|layer"),
    ],
)
def test_it_says_what_cannot_be_laid_out(cluster, y, predictors, said):
    with pytest.raises(InputError, match=said):
        laid_out(cluster, y, predictors)


def test_networks_with_and_without_direction_do_not_go_together():
    undirected = sc.as_cluster([("a", "b"), ("b", "c")])
    directed = sc.as_cluster([("a", "b"), ("b", "c")], directed=True)
    with pytest.raises(InputError, match="a direction in some of the networks"):
        laid_out({"a": undirected, "b": directed}, "tie", [sc.predictors.matrix({})])


TWICE = 2 * KNOKE.matrix("information").toarray() + 3


@pytest.mark.parametrize(
    ("y", "predictors", "said"),
    [
        (np.ones((10, 10)), [sc.predictors.same("sector")], "nothing to explain"),
        ("money", [np.ones((10, 10))], "the same for all dyads.*leave it out.*'matrix'"),
        ("money", ["information", sc.predictors.matrix(TWICE, name="twice")], r"'twice'|\(intercept; information\)"),
        (
            "money",
            [sc.predictors.sender("rating"), sc.predictors.receiver("rating"), sc.predictors.ends("rating")],
            "sender: rating; receiver: rating",
        ),
        (np.full((10, 10), np.nan), [sc.predictors.same("sector")], "is not known for any pair.*'matrix'"),
        (
            np.where(np.eye(10)[::-1] * np.tri(10) > 0, np.arange(10.0), np.nan),
            [sc.predictors.same("sector"), sc.predictors.difference("rating"), "money", "information"],
            "dyads are known in all of them, too few for 5 coefficients|both directions|two directions",
        ),
    ],
)
def test_it_refuses_what_has_no_answer(y, predictors, said):
    with pytest.raises(InputError, match=said):
        refuse_unusable(laid_out(KNOKE, y, predictors))


def test_large_numbers_beside_small_ones_are_no_reason():
    money = sc.predictors.matrix(1e9 + np.arange(100.0).reshape(10, 10), name="large")
    refuse_unusable(laid_out(KNOKE, "money", ["information", money]))
