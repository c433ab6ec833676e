"""Concentration against computed values and invariants."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import socluster as sc

RATES, PEOPLE = [10, 20, 30, 60], [100, 300, 200, 400]


@pytest.mark.parametrize(
    ("rank", "expected"), [([1, 2, 3, 4], 0.283784), ([4, 3, 2, 1], -0.283784), ([2, 1, 4, 3], 0.137838)]
)
def test_values(rank, expected):
    assert sc.concentration(RATES, rank=rank, weights=PEOPLE).index == pytest.approx(expected, abs=5e-7)


VALUES = st.lists(st.tuples(st.integers(0, 9), st.integers(1, 50), st.integers(-3, 3)), min_size=1, max_size=7)


@given(VALUES)
def test_it_is_the_gini_of_its_own_order_and_turns_with_the_order(rows):
    values, people, rank = (list(each) for each in zip(*rows, strict=True))
    if not sum(values):
        assert np.isnan(sc.concentration(values, rank=rank).index)
        return
    own = sc.concentration(values, rank=values, weights=people).index
    assert own == pytest.approx(sc.inequality(values, weights=people).gini, abs=1e-12)
    found = sc.concentration(values, rank=rank, weights=people).index
    turned = sc.concentration(values, rank=[-each for each in rank], weights=people).index
    assert found == pytest.approx(-turned, abs=1e-12)
    assert abs(found) <= own + 1e-12


def test_only_the_order_counts():
    ranks = [-5.0, 0.5, 2.0, 100.0]
    expected = sc.concentration(RATES, rank=[1, 2, 3, 4], weights=PEOPLE).index
    for rank in (ranks, np.array(ranks), dict(enumerate(ranks)), pd.Series(ranks)):
        assert sc.concentration(RATES, rank=rank, weights=PEOPLE).index == pytest.approx(expected)


def test_bounded_values():
    shares, people = [0.2, 0.4, 0.9], [1, 1, 2]
    found = sc.concentration(shares, rank=[1, 2, 3], weights=people, bounded=True)
    mean = (0.2 + 0.4 + 2 * 0.9) / 4
    assert found.wagstaff == pytest.approx(found.index / (1 - mean))
    assert found.erreygers == pytest.approx(4 * mean * found.index)
    assert sc.concentration(shares, rank=[1, 2, 3]).wagstaff is None
    # the value of those of highest rank is 1 and that of all others 0: the upper end of both
    top = sc.concentration([0, 0, 1, 1], rank=[1, 2, 3, 4], bounded=True)
    assert top.wagstaff == pytest.approx(1)
    assert top.erreygers == pytest.approx(1)
    with pytest.raises(sc.InputError, match="bounded values lie between 0 and 1"):
        sc.concentration(RATES, rank=[1, 2, 3, 4], bounded=True)


def test_it_says_who_gets_more():
    assert "those of lower rank get more" in repr(sc.concentration(RATES, rank=[4, 3, 2, 1]))
    assert "neither end" in repr(sc.concentration([1, 1], rank=[1, 2]))
    assert "all values are 0" in repr(sc.concentration([0, 0], rank=[1, 2]))
    assert "Erreygers" in repr(sc.concentration([0.5, 1], rank=[1, 2], bounded=True))


def test_bad_input():
    with pytest.raises(sc.InputError, match="argument 'rank'"):
        sc.concentration(RATES, rank=[1, 2])
    with pytest.raises(sc.InputError, match="is not a number"):
        sc.concentration([1, 2], rank=["low", "high"])
    with pytest.raises(sc.InputError, match="all weights are 0"):
        sc.concentration([1, 2], rank=[1, 2], weights=[0, 0])


def test_the_index_is_one_minus_twice_the_area_under_its_curve():
    for rank in ([1, 2, 3, 4], [2, 1, 4, 3], [1, 1, 2, 2], [4, 3, 2, 1]):
        found = sc.concentration([10, 20, 30, 60], rank=rank, weights=[100, 300, 200, 400])
        people, amount = (np.append(0, found.curve[column]) for column in ("people", "amount"))
        area = (np.diff(people) * (amount[1:] + amount[:-1]) / 2).sum()
        assert found.index == pytest.approx(1 - 2 * area, abs=1e-12)
    assert sc.concentration({"a": 1, "b": 2}, rank={"a": 5, "b": 5}).curve.index.tolist() == ["a, b"]


def test_where_nothing_is_to_be_spread_there_is_no_curve_and_no_claim():
    found = sc.concentration([0, 0], rank=[1, 2])
    assert found.curve.empty
    for language, nothing in (("en", "There is nothing to show."), ("lt", "Nėra ką rodyti.")):
        assert found.plot(language=language).layout.meta["alt"] == nothing


def test_an_index_that_is_not_defined_is_left_out():
    found = sc.concentration([1, 1], rank=[1, 2], bounded=True)
    assert np.isnan(found.wagstaff)
    assert found.sentences()[1] == "For values between 0 and 1: Erreygers' index 0.000."
    assert "Wagstaff" not in " ".join(found.sentences("lt"))


def test_the_table_has_the_indices_of_bounded_values_only_where_they_are_bounded():
    shares = [0.1, 0.2, 0.3, 0.6]
    found = sc.concentration(shares, rank=[1, 2, 3, 4], bounded=True)
    values = found.to_frame()["value"].to_dict()
    assert values == {"concentration": found.index, "wagstaff": found.wagstaff, "erreygers": found.erreygers}
    assert list(sc.concentration(shares, rank=[1, 2, 3, 4]).to_frame().index) == ["concentration"]


def test_of_bounded_values_only_those_above_1_are_wrong():
    with pytest.raises(sc.InputError) as caught:
        sc.concentration([0.5, 1.5, 1.0, 2.0], rank=[1, 2, 3, 4], bounded=True)
    assert [problem.value for problem in caught.value.problems] == [1.5, 2.0]
