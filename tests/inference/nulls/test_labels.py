"""Attributes dealt out anew."""

from functools import partial

import pytest

import socluster as sc
from socluster.core.errors import InputError
from tests.inference.nulls.uniformity import listed, small


def test_ties_stay_and_attributes_of_an_actor_stay_together():
    knoke = sc.load_dataset("knoke")
    drawn = sc.nulls.LabelPermutation().draw(knoke, rng=1)
    assert drawn.ties.equals(knoke.ties)
    for column in ("sector", "rating"):
        assert sorted(drawn.actors[column].astype(str)) == sorted(knoke.actors[column].astype(str))
        assert not drawn.actors[column].equals(knoke.actors[column])
    pairs = {tuple(row) for row in knoke.actors[["sector", "code"]].astype(str).to_numpy()}
    assert {tuple(row) for row in drawn.actors[["sector", "code"]].astype(str).to_numpy()} == pairs


def test_some_columns_are_dealt_out_and_others_stay():
    knoke = sc.load_dataset("knoke")
    drawn = sc.nulls.LabelPermutation("sector").draw(knoke, rng=1)
    assert not drawn.actors["sector"].equals(knoke.actors["sector"])
    assert drawn.actors["rating"].equals(knoke.actors["rating"])
    with pytest.raises(InputError, match="did you mean 'sector'"):
        sc.nulls.LabelPermutation(["sektor"]).draw(knoke, rng=1)
    with pytest.raises(InputError, match="attributes must be the names"):
        sc.nulls.LabelPermutation(5)


def test_every_way_to_deal_out_is_as_likely():
    everything = listed(sc.nulls.LabelPermutation(), small(directed=False, ties=["ab"]))
    assert len(everything) == 6
    assert set(everything.values()) == {1 / 6}


def test_a_measure_without_attributes_has_no_p_and_one_with_them_agrees_with_ei_test():
    knoke = sc.load_dataset("knoke")
    ei = partial(sc.ei_index, group="sector")
    found = sc.compare_to_null(
        knoke,
        {"E-I": ei, "density": sc.density},
        null=sc.nulls.LabelPermutation(),
        layer="information",
        draws=500,
        rng=1,
    ).to_frame()
    test = sc.ei_test(knoke, group="sector", layer="information", draws=2000, rng=1)
    assert found["p"].isna().tolist() == [False, True]
    assert found.loc["E-I", "mean"] == pytest.approx(test.expected, abs=0.015)
    assert found.loc["E-I", "p_higher"] == pytest.approx(test.p_higher, abs=0.05)
