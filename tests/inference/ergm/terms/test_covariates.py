"""Terms of what is known about dyads: tables, and other layers."""

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.inference.ergm.model import model_of
from socluster.inference.ergm.terms import covariates
from tests.inference.ergm.exact import agrees, of_family

KNOKE = sc.load_dataset("knoke")


def information(term):
    return model_of(KNOKE, [term], layer="information")


def matrix(layer):
    return (KNOKE.matrix(layer).toarray() != 0).astype(int)


@pytest.mark.parametrize(("graph", "name"), of_family(covariates.__all__))
def test_values_are_exact(graph, name):
    assert agrees(graph, name)


def test_ties_of_another_layer():
    info, money = matrix("information"), matrix("money")
    assert information(covariates.entrainment("money")).statistics() == (info * money).sum()
    assert information(covariates.cross_reciprocity("money")).statistics() == (info * money.T).sum()
    paths = money @ money
    np.fill_diagonal(paths, 0)
    assert information(covariates.cross_twopath("money")).statistics() == (info * paths).sum()
    assert information(covariates.edgecov("money")).names == ("edgecov.money",)


def test_another_layer_is_another_one():
    with pytest.raises(InputError, match="layer of the model itself"):
        information(covariates.entrainment("information"))
    with pytest.raises(InputError, match="did you mean 'money'"):
        information(covariates.entrainment("mony"))


def test_directions_need_directions():
    florentine = sc.load_dataset("florentine")
    with pytest.raises(InputError, match="use entrainment"):
        model_of(florentine, [covariates.cross_reciprocity("business")], layer="marriage")


def test_a_table_goes_by_its_labels():
    rng = np.random.default_rng(1)
    table = pd.DataFrame(rng.random((10, 10)), KNOKE.index, KNOKE.index)
    shuffled = table.sample(frac=1, random_state=1).sample(frac=1, axis=1, random_state=2)
    expected = (matrix("information") * table.to_numpy()).sum()
    assert information(covariates.edgecov(shuffled)).statistics() == pytest.approx(expected)
    assert information(covariates.edgecov(table.to_numpy(), name="distance")).names == ("edgecov.distance",)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (np.zeros((3, 3)), "10 × 10"),
        (np.full((10, 10), np.nan), "no finite number"),
        (np.full((10, 10), "x"), "must be a table of numbers"),
        (pd.DataFrame(np.zeros((10, 10)), list("abcdefghij"), list("abcdefghij")), "must name everybody"),
        (7, "must be a layer of ties"),
    ],
)
def test_a_table_has_a_number_for_everybody(wrong, said):
    with pytest.raises(InputError, match=said):
        information(covariates.edgecov(wrong))


def test_an_undirected_network_takes_a_symmetric_table():
    with pytest.raises(InputError, match="the network is undirected"):
        model_of(
            sc.load_dataset("florentine"), [covariates.edgecov(np.arange(256.0).reshape(16, 16))], layer="marriage"
        )
