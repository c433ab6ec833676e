import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from socluster._kernels.groups.homophily import fourfold_indices

cells = st.integers(0, 6)


def one(*table):
    return {name: float(values[0]) for name, values in fourfold_indices(*(np.array([cell]) for cell in table)).items()}


def test_a_table_by_hand():
    """3 of 4 ties stay inside, 4 of 10 others are in the own group."""
    found = one(3, 1, 1, 5)
    assert found["share_own"] == 0.75
    assert found["excess"] == pytest.approx(0.35)
    assert found["coleman"] == pytest.approx(0.35 / 0.6)
    assert found["ei_index"] == -0.5
    assert found["jaccard"] == 0.6
    assert found["yules_q"] == pytest.approx((15 - 1) / (15 + 1))
    assert found["point_biserial"] == pytest.approx(14 / np.sqrt(4 * 6 * 4 * 6))
    assert found["odds_ratio"] == 15


@given(cells, cells, cells, cells)
def test_the_other_group_has_the_opposite_sign(a, b, c, d):
    """Whoever swaps own and other swaps the sign of what compares the two."""
    here, there = one(a, b, c, d), one(b, a, d, c)
    for name in ("excess", "ei_index", "yules_q", "point_biserial"):
        assert here[name] == pytest.approx(-there[name], nan_ok=True)


@given(cells, cells, cells, cells)
def test_indices_stay_in_their_ranges(a, b, c, d):
    found = one(a, b, c, d)
    for name in ("coleman", "ei_index", "yules_q", "point_biserial"):
        assert np.isnan(found[name]) or abs(found[name]) <= 1 + 1e-12
    assert np.isnan(found["ei_index"]) == (a + b == 0)


def test_nothing_tied_and_nobody_to_choose():
    assert all(np.isnan(value) for value in one(0, 0, 2, 3).values())
    alone = one(0, 2, 0, 3)
    assert np.isnan(alone["coleman"])
    assert alone["ei_index"] == 1
