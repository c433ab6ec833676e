"""Two reports of a dyad: all combinations."""

import itertools

import numpy as np
import pytest

from socluster.io.survey.confirmation import settled

SAID = (2.0, 0.0, np.nan)
EXPECTED = {"any": [2, 2, 2, 2, 0, np.nan, 2, np.nan, np.nan], "both": [2, 0, np.nan, 0, 0, 0, np.nan, 0, np.nan]}


@pytest.mark.parametrize("confirm", ["any", "both"])
def test_all_combinations(confirm):
    one, other = (np.array(each) for each in zip(*itertools.product(SAID, SAID), strict=True))
    found = settled(one, other, confirm, "mean")
    np.testing.assert_array_equal(found.strength, EXPECTED[confirm])
    assert found.is_confirmed.tolist() == [True, *[False] * 8]


def test_strengths():
    one, other = np.array([1.0, 3.0]), np.array([4.0, np.nan])
    assert [settled(one, other, "any", each).strength.tolist() for each in ("min", "mean", "max")] == [
        [1, 3],
        [2.5, 3],
        [4, 3],
    ]
