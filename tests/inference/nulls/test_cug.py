"""Conditional uniform graph tests: the nulls behind them, and values of R's sna."""

import numpy as np
import pytest

import socluster as sc
from socluster.core.errors import InputError


@pytest.mark.parametrize(
    ("condition", "null"),
    [("size", sc.nulls.Bernoulli(0.5)), ("edges", sc.nulls.FixedTies()), ("dyad census", sc.nulls.DyadCensus())],
)
def test_a_condition_stands_for_a_null(condition, null):
    knoke = sc.load_dataset("knoke")
    options = {"layer": "money", "draws": 50, "rng": 3}
    test = sc.cug_test(knoke, [sc.reciprocity, sc.transitivity], condition=condition, **options)
    other = sc.compare_to_null(knoke, [sc.reciprocity, sc.transitivity], null=null, **options)
    assert test.to_frame().equals(other.to_frame())
    assert test.null == null


def test_the_mean_of_reciprocity_is_that_of_theory():
    """Given 49 arcs of 90, each of the other 48 returns it with probability 48/89 on average."""
    knoke = sc.load_dataset("knoke")
    row = sc.cug_test(knoke, sc.reciprocity, layer="information", draws=1000, rng=3).to_frame().iloc[0]
    assert row["mean"] == pytest.approx(48 / 89, abs=4 * row["sd"] / np.sqrt(1000))


def test_other_conditions_are_refused():
    with pytest.raises(InputError, match="condition must be one of"):
        sc.cug_test(sc.load_dataset("kite"), sc.density, condition="ties", rng=1)
