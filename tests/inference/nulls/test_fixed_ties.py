"""A fixed number of ties."""

from math import comb

import numpy as np
import pytest

import socluster as sc
from socluster._kernels.ego.brokerage_draws import fixed_dyads, fixed_ties
from socluster._kernels.sampling.cells import TieCells
from socluster.inference.nulls.dyad_census import FixedPairs
from socluster.inference.nulls.fixed_ties import FixedNumber


def test_the_number_of_ties_stays_in_every_layer():
    knoke = sc.load_dataset("knoke")
    for seed in range(10):
        drawn = sc.nulls.FixedTies().draw(knoke, rng=seed)
        assert drawn.ties["layer"].value_counts().to_dict() == {"information": 49, "money": 22}


def test_few_networks_are_listed_and_many_are_not():
    sampler = FixedNumber(TieCells(5, directed=False), 3)
    assert len(sampler.everything(comb(10, 3))) == comb(10, 3)
    assert sampler.everything(comb(10, 3) - 1) is None
    assert len(sampler.one(np.random.default_rng(1))[0]) == 3


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_brokerage_is_tested_against_the_same_draws(seed):
    """`brokerage_test` and the null models draw the same networks from the same random numbers."""
    pairs = [
        (fixed_ties(7, 12), FixedNumber(TieCells(7, directed=True), 12)),
        (fixed_dyads(7, 3, 5), FixedPairs(TieCells(7, directed=False), 3, 5)),
    ]
    for drawer, sampler in pairs:
        of_test, of_null = drawer(np.random.default_rng(seed)), sampler.one(np.random.default_rng(seed))
        assert [each.tolist() for each in of_test] == [each.tolist() for each in of_null]


def test_brokerage_by_either_way_agrees():
    knoke = sc.load_dataset("knoke")
    test = sc.brokerage_test(knoke, group="sector", layer="information", null="fixed", draws=300, rng=1).to_frame()

    def brokered(cluster):
        return float(sc.brokerage_roles(cluster, group="sector")["total"].sum())

    found = sc.compare_to_null(
        knoke, {"total": brokered}, null=sc.nulls.FixedTies(), layer="information", draws=300, rng=2
    )
    row = found.to_frame().iloc[0]
    assert row["observed"] == test.loc["total", "raw"]
    assert row["mean"] == pytest.approx(test.loc["total", "expected"], abs=5 * row["sd"] * np.sqrt(2 / 300))
    assert row["sd"] == pytest.approx(test.loc["total", "sd"], rel=0.25)
