"""One meaning of median, mean, low, high and their errors, against numpy on each quantity alone."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from socluster.draws.spread import (
    COLUMNS,
    INTERVAL,
    end_errors,
    is_settled,
    low_high,
    medians,
    spread,
    tails,
    weighted_low_high,
)

TABLES = st.tuples(st.integers(1, 30), st.integers(1, 4)).flatmap(
    lambda shape: arrays(float, shape, elements=st.one_of(st.floats(-1e6, 1e6), st.just(np.nan)))
)


@given(TABLES, st.sampled_from([0.5, 0.8, 0.9, 0.95]))
def test_every_quantity_is_what_numpy_says_of_its_defined_draws(values, interval):
    found = spread(values, interval)
    assert tuple(found.columns) == COLUMNS
    for quantity, row in zip(values.T, found.to_dict("records"), strict=True):
        known = quantity[~np.isnan(quantity)]
        assert row["defined"] == len(known) / len(quantity)
        if not len(known):
            assert np.isnan([row[each] for each in COLUMNS[:-1]]).all()
            continue
        tail = round((1 - interval) / 2, 12)
        low, high = np.quantile(known, [tail, 1 - tail])
        assert (row["median"], row["mean"], row["low"], row["high"]) == (np.median(known), known.mean(), low, high)
        if len(known) < 2:
            assert np.isnan([row["error"], row["error_of_mean"]]).all()
            continue
        half = 0.5 / np.sqrt(len(known))
        below, above = np.quantile(known, [max(0.0, 0.5 - half), min(1.0, 0.5 + half)])
        assert row["error"] == (above - below) / 2
        assert row["error_of_mean"] == known.std(ddof=1) / np.sqrt(len(known))


def test_the_ends_of_ninety_percent_by_hand():
    values = np.random.default_rng(1).permutation(np.arange(101.0))
    row = spread(values).iloc[0]
    assert (INTERVAL, row["low"], row["median"], row["high"]) == (0.9, 5, 50, 95)
    assert spread(values, 0.5).iloc[0][["low", "high"]].tolist() == [25, 75]
    assert tails(0.9) == [0.05, 0.95]


def test_the_errors_shrink_with_the_root_of_the_number_of_draws():
    """Of a normal distribution the mean has the error 1/sqrt(n), the median sqrt(pi/2) times that."""
    n = 40_000
    row = spread(np.random.default_rng(3).normal(size=n)).iloc[0]
    assert row["error_of_mean"] == pytest.approx(1 / np.sqrt(n), rel=0.02)
    assert row["error"] == pytest.approx(np.sqrt(np.pi / 2) / np.sqrt(n), rel=0.1)


def test_the_errors_of_the_ends_are_the_spread_of_ends():
    rng = np.random.default_rng(5)
    samples = rng.exponential(size=(400, 2000))  # 2,000 times 400 draws
    for told, ends in zip(end_errors(samples), low_high(samples), strict=True):
        assert told.mean() == pytest.approx(ends.std(), rel=0.08)


def test_of_too_few_draws_nothing_is_known_of_the_ends():
    few, enough = np.arange(39.0)[:, None], np.arange(40.0)[:, None]
    assert np.isnan(end_errors(few)).all()
    assert np.isfinite(end_errors(enough)).all()
    assert np.isnan(end_errors(np.where(enough < 5, np.nan, enough))).all()


def test_the_error_of_the_median_is_the_spread_of_medians():
    rng = np.random.default_rng(5)
    samples = rng.exponential(size=(401, 2000))  # 2,000 times 401 draws
    told = spread(samples)["error"].mean()
    assert told == pytest.approx(np.median(samples, axis=0).std(), rel=0.06)


def test_a_table_keeps_the_names_of_its_quantities():
    frame = pd.DataFrame({"a": [1.0, 2.0], "b": [3.0, np.nan]})
    assert spread(frame).index.tolist() == ["a", "b"]
    assert spread(frame)["defined"].tolist() == [1, 0.5]
    assert spread(frame["a"]).index.tolist() == [0]


def test_quantities_without_draws_and_draws_without_quantities():
    assert spread(np.empty((0, 2))).isna().drop(columns="defined").all(axis=None)
    assert spread(np.empty((0, 2)))["defined"].tolist() == [0, 0]
    assert spread(np.empty((3, 0))).shape == (0, len(COLUMNS))


def test_the_ends_of_many_quantities_at_once_are_those_of_each():
    values = np.random.default_rng(2).random((40, 3, 2))
    low, high = low_high(values, 0.8)
    expected = spread(values, 0.8)
    np.testing.assert_array_equal(low.ravel(), expected["low"])
    np.testing.assert_array_equal(high.ravel(), expected["high"])
    values[3, 1, 1] = np.nan
    low, _ = low_high(values, 0.8)
    assert low.shape == (3, 2)
    assert low[1, 1] == spread(values[:, 1, 1], 0.8)["low"].item()


def test_weighted_ends_are_those_of_as_many_copies():
    values, copies = np.array([3.0, 1.0, 2.0, np.nan]), np.array([6, 3, 91, 50])
    assert weighted_low_high(values, copies / copies.sum()) == (2, 3)  # 1 has 3 %, 3 has 6 %
    assert weighted_low_high(values, copies / copies.sum(), 0.95) == (1, 3)
    assert weighted_low_high(values, copies / copies.sum(), 0.8) == (2, 2)
    assert np.isnan(weighted_low_high(np.array([np.nan]), np.ones(1))).all()
    assert np.isnan(weighted_low_high(np.array([1.0]), np.zeros(1))).all()


def test_infinite_draws_have_ends_and_no_raw_warning():
    endless = np.array([[1.0, -np.inf, 1.0], [2.0, 0.0, -np.inf], [np.inf, np.inf, np.inf], [np.inf, np.inf, np.inf]])
    found = spread(endless)
    assert found["low"].tolist() == [1.15, -np.inf, -np.inf]
    assert found["high"].tolist() == [np.inf, np.inf, np.inf]
    assert found["median"].tolist() == [np.inf, np.inf, np.inf]
    assert found["defined"].tolist() == [1, 1, 1]
    assert found["mean"].tolist()[0] == np.inf
    np.testing.assert_array_equal(medians(endless), found["median"])
    for ours, theirs in zip(low_high(endless), found[["low", "high"]].to_numpy().T, strict=True):
        np.testing.assert_array_equal(ours, theirs)
    assert np.isnan(spread(np.array([-np.inf, np.inf]))["median"][0])  # half-way between the two


def test_one_infinite_value_of_many_does_not_move_the_interval():
    draws = np.arange(101.0)
    with_end = np.append(draws, np.inf)
    found = spread(with_end).loc[0]
    assert [found["low"], found["median"]] == pytest.approx([5.05, 50.5])
    assert found["high"] == pytest.approx(95.95)


def test_ten_draws_must_differ_before_an_error_is_believed():
    rare, common = np.zeros(100), np.zeros(100)
    rare[:9], common[:10] = 1, np.arange(1, 11)
    undefined = np.full(100, np.nan)
    assert is_settled(np.column_stack([rare, common, undefined])).tolist() == [False, True, False]
    assert is_settled(np.zeros((1599, 1))).tolist() == [False]
    assert is_settled(np.zeros((1600, 1))).tolist() == [True]
