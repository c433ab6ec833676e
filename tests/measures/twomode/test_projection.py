"""Both modes of a two-mode network: turned round, and both of its projections measured."""

import warnings
from functools import partial

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import SingleEventWarning
from socluster.measures.twomode.clustering import twomode_clustering
from socluster.measures.twomode.projection import dual_projection, swap_modes
from tests.measures.twomode.twomode_samples import two_mode


def matrix_of(cluster):
    return (cluster.affiliation_matrix().toarray() > 0).astype(int)


def test_swapping_twice_gives_the_affiliations_back(davis):
    again = swap_modes(swap_modes(davis))
    assert again.labels == davis.labels
    assert again.affiliation_matrix().toarray().tolist() == davis.affiliation_matrix().toarray().tolist()
    siauliai = sc.load_dataset("siauliai")
    events = swap_modes(siauliai)
    assert events.actors["kind"].equals(siauliai.groups["kind"].rename_axis("actor"))
    assert events.groups["sector"].tolist() == siauliai.actors["sector"].tolist()
    assert events.tie_layers == ()
    assert set(events.layers) == set(siauliai.affiliations["layer"])


def test_layers_of_ties_are_left_behind():
    actors = pd.DataFrame({"actor": ["a", "b"]})
    ties = pd.DataFrame({"source": ["a"], "target": ["b"], "layer": ["help"]})
    attends = pd.DataFrame({"actor": ["a", "b"], "group": ["x", "x"], "layer": "attends"})
    cluster = sc.Cluster.from_tables(actors, ties, groups=pd.DataFrame({"group": ["x"]}), affiliations=attends)
    assert set(cluster.layers) == {"help", "attends"}
    assert set(swap_modes(cluster).layers) == {"attends"}


def test_swapping_drops_what_cannot_be_kept():
    cluster = sc.Cluster.from_tables(
        pd.DataFrame({"actor": ["a"], "responded": [False], "group": ["mine"]}),
        groups=pd.DataFrame({"group": ["x"], "actor": ["theirs"], "responded": ["perhaps"], "beds": [3]}),
        affiliations=pd.DataFrame({"actor": ["a"], "group": ["x"]}),
    )
    swapped = swap_modes(cluster)
    assert swapped.labels == ("x",)
    assert swapped.actors["beds"].tolist() == [3]
    assert not swapped.may_hold_unknown
    assert swapped.groups.index.tolist() == ["a"]


def test_both_projections_are_measured(davis):
    dual = dual_projection(davis, [partial(sc.degree, normalized=False), sc.constraint])
    assert dual.actors["constraint"].equals(sc.constraint(davis.project()).rename("constraint"))
    assert dual.groups.index.name == "group"
    frame = dual.to_frame()
    assert frame.index.names == ["mode", "member"]
    assert len(frame) == 18 + 14
    by_hand = matrix_of(davis).T @ matrix_of(davis)
    np.fill_diagonal(by_hand, 0)
    assert frame.loc["groups", "degree(normalized=False)"].tolist() == (by_hand > 0).sum(axis=1).tolist()
    assert "constraint: of actors tied by shared groups" in repr(dual)


def test_a_single_measure_and_whole_numbers(davis):
    frame = dual_projection(davis, sc.density, weights="jaccard").to_frame()
    assert frame.columns.tolist() == ["actors", "groups"]
    assert frame.loc["density"].tolist() == pytest.approx([139 / 153, 66 / 91])


def test_one_event_is_said_to_make_a_clique():
    with pytest.warns(SingleEventWarning):
        dual_projection(two_mode([[1, 0], [1, 0], [1, 1]]), sc.density)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        twomode_clustering(two_mode([[1, 0], [1, 0], [1, 1]]))  # nothing is projected


@pytest.mark.parametrize("seed", range(10))
def test_both_projections_equal_products_of_the_matrix_with_itself(seed):
    """Actors are tied where the incidence matrix times its transpose has a cell, groups where the reverse has one."""
    incidence = np.random.default_rng(seed).random((7, 5)) < 0.4
    cluster = sc.as_cluster(incidence.astype(float), two_mode=True)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SingleEventWarning)
        found = dual_projection(cluster, [sc.density]).to_frame().loc["density"]
    for mode, matrix in (("actors", incidence), ("groups", incidence.T)):
        shared = matrix.astype(int) @ matrix.T.astype(int) > 0
        n = len(shared)
        assert found[mode] == pytest.approx((shared.sum() - np.trace(shared)) / (n * (n - 1)))
    turned = swap_modes(cluster).affiliation_matrix().toarray()
    np.testing.assert_array_equal(turned, incidence.T)
