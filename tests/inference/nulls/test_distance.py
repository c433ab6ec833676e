"""Ties that depend on distance: what is kept, and what is refused."""

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.inference.nulls.base import streams_of


@pytest.fixture(scope="module")
def line():
    """Twenty actors on a line, tied to those nearby more often."""
    rng = np.random.default_rng(1)
    place = np.sort(rng.random(20)) * 100
    apart = np.abs(place[:, None] - place)
    names = [f"a{each}" for each in range(20)]
    tied = np.triu(rng.random((20, 20)) < 0.8 * np.exp(-apart / 20), 1)
    ties = pd.DataFrame([(names[i], names[j]) for i, j in np.argwhere(tied)], columns=["source", "target"])
    return sc.Cluster.from_tables(pd.DataFrame({"actor": names}), ties), pd.DataFrame(apart, names, names)


def test_number_and_mean_distance_of_ties_are_kept_on_average(line):
    cluster, apart = line
    null = sc.nulls.Distance(apart)
    drawn = null.fitted(cluster).clusters(streams_of(1, 0, 1500))
    number = [each.n_ties for each in drawn]
    total = [float((each.matrix().toarray() * apart.to_numpy()).sum() / 2) for each in drawn]
    assert np.mean(number) == pytest.approx(cluster.n_ties, abs=4 * np.std(number) / np.sqrt(1500))
    observed = (cluster.matrix().toarray() * apart.to_numpy()).sum() / 2
    assert np.mean(total) == pytest.approx(observed, abs=4 * np.std(total) / np.sqrt(1500))


def test_clustering_by_distance_is_expected_under_it_but_not_by_density(line):
    cluster, apart = line
    by_distance = sc.compare_to_null(cluster, sc.transitivity, null=sc.nulls.Distance(apart), draws=200, rng=1)
    by_density = sc.compare_to_null(cluster, sc.transitivity, null=sc.nulls.Bernoulli(), draws=200, rng=1)
    assert by_distance.to_frame()["mean"].iloc[0] > by_density.to_frame()["mean"].iloc[0] + 0.05


def test_distances_may_be_between_values_of_a_column():
    knoke = sc.load_dataset("knoke").layer("information")
    apart = {"civic": {"private": 1, "public": 2}, "private": {"public": 1}}
    by_sector = sc.nulls.Distance(apart, by="sector")
    assert by_sector.kept() != sc.nulls.Distance(pd.DataFrame(0.0, knoke.index, knoke.index)).kept()
    sectors = knoke.actors["sector"]
    whole = {**apart, "public": {}}
    square = pd.DataFrame(
        [[0.0 if x == y else whole[x].get(y, whole[y].get(x)) for y in sectors] for x in sectors],
        knoke.index,
        knoke.index,
    )
    assert sc.nulls.Distance(square).draw(knoke, rng=3) == by_sector.draw(knoke, rng=3)


@pytest.mark.parametrize(
    ("distances", "by", "told"),
    [
        (pd.DataFrame({"x": ["far"]}), None, "must hold numbers"),
        ({"a": 1}, None, "must be a table"),
        (5, None, "must be a table"),
        (pd.DataFrame(), None, "must be a table"),
        (pd.DataFrame([[1.0]]), 5, "by must be a column"),
    ],
)
def test_what_is_no_table_of_distances_is_refused(distances, by, told):
    with pytest.raises(InputError, match=told):
        sc.nulls.Distance(distances, by=by)


def test_what_does_not_fit_the_cluster_is_refused(line):
    cluster, apart = line
    with pytest.raises(InputError, match="a3"):
        sc.nulls.Distance(apart.drop("a3").drop(columns="a3")).draw(cluster, rng=1)
    lopsided = apart.copy()
    lopsided.iloc[0, 1] += 1
    with pytest.raises(InputError, match="differ in the two directions"):
        sc.nulls.Distance(lopsided).draw(cluster, rng=1)
    with pytest.raises(InputError, match="is not a column of the actors"):
        sc.nulls.Distance(apart, by="where").draw(cluster, rng=1)
    near = apart * 0 + 1 - 0.5 * (cluster.matrix().toarray() > 0)
    with pytest.raises(InputError, match="leave nothing to chance"):
        sc.nulls.Distance(near).draw(cluster, rng=1)


def test_a_negative_distance_is_none(line):
    cluster, apart = line
    with pytest.raises(InputError, match="must not be negative"):
        sc.nulls.Distance(-apart).fitted(cluster)
