"""Blocks keep how groups mix."""

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.inference.nulls.base import streams_of


@pytest.mark.parametrize("dataset", ["karate", "knoke"])
def test_counts_stay(dataset):
    cluster = sc.load_dataset(dataset).layer("interaction" if dataset == "karate" else "information")
    by = "faction" if dataset == "karate" else "sector"
    drawn = sc.nulls.Blocks(by).draw(cluster, rng=4)
    for each in (drawn, cluster):
        assert sc.mixing_table(each, group=by).equals(sc.mixing_table(cluster, group=by))
    assert drawn.ties["source"].tolist() != cluster.ties["source"].tolist()


def test_probabilities_stay_on_average():
    knoke = sc.load_dataset("knoke").layer("information")
    null = sc.nulls.Blocks("sector", keep="probabilities")
    drawn = null.fitted(knoke).clusters(streams_of(1, 0, 200))
    tables = [sc.mixing_table(each, group="sector").to_numpy(dtype=float) for each in drawn]
    expected = sc.mixing_table(knoke, group="sector").to_numpy(dtype=float)
    np.testing.assert_allclose(np.mean(tables, axis=0), expected, atol=0.6)
    assert np.std(tables, axis=0).max() > 0.5


def test_groups_may_be_several_columns_or_a_series():
    knoke = sc.load_dataset("knoke").layer("information")
    both = sc.nulls.Blocks(["sector", "code"])
    assert "sector × code" in both.kept()
    half = pd.Series(["x", "y"] * 5, index=knoke.index, name="half")
    drawn = sc.nulls.Blocks(half).draw(knoke, rng=1)
    assert sc.mixing_table(drawn, group=half).equals(sc.mixing_table(knoke, group=half))


def test_actors_without_a_group_are_named_or_make_one():
    knoke = sc.load_dataset("knoke").layer("information").with_attributes("MAYR", sector=None)
    with pytest.raises(InputError, match="MAYR"):
        sc.nulls.Blocks("sector").draw(knoke, rng=1)
    assert sc.nulls.Blocks("sector", missing="category").draw(knoke, rng=1).n_ties == knoke.n_ties
    with pytest.raises(InputError, match="keep must be one of"):
        sc.nulls.Blocks("sector", keep="all")
