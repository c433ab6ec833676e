"""Orders of goals in all the ways in which people write them."""

import numpy as np
import pandas as pd
import pytest

from socluster.core.errors import InputError
from socluster.development.steps.rankings import rankings_of

WAYS = {
    "texts": ["A > B > C", "B > C > A"],
    "letters": ["ABC", "BCA"],
    "commas": ["A, B, C", "B, C, A"],
    "lists": [["A", "B", "C"], ("B", "C", "A")],
    "a mapping": {"NGO": ["A", "B", "C"], "School": "BCA"},
    "ranks": pd.DataFrame({"A": [1, 3], "B": [2, 1], "C": [3, 2]}, index=["NGO", "School"]),
}


@pytest.mark.parametrize("way", WAYS)
def test_all_ways_are_the_same(way):
    read = rankings_of(WAYS[way], None)
    assert read.goals == ("A", "B", "C")
    assert read.places.tolist() == [[0, 1, 2], [2, 0, 1]]
    assert read.preferences().tolist() == [[0, 1, 1], [1, 0, 2], [1, 0, 0]]


@pytest.mark.parametrize(
    "weights", [[2, 3], np.array([2.0, 3.0]), {"School": 3, "NGO": 2}, pd.Series([2, 3], ["NGO", "School"])]
)
def test_weights(weights):
    assert rankings_of(WAYS["a mapping"], weights).weights.tolist() == [2, 3]


@pytest.mark.parametrize(
    ("given", "weights", "said"),
    [
        (["ABC", "AB"], None, "leaves out C; ask this voter"),
        (["AAB", "AB"], None, "names a goal twice"),
        (pd.DataFrame({"A": [1, 1], "B": [2, None]}), None, "needs the ranks 1 to 2, each once"),
        (pd.DataFrame({"A": [1, 2], "A ": [2, 1]}), None, "names must differ by more than blanks"),
        (pd.DataFrame({"A": [1]}).iloc[:0], None, "must be a list of orders"),
        ([], None, "must be a list of orders"),
        ("ABC", None, "must be a list of orders"),
        ([3], None, "must be a list of orders"),
        (["AB"], [0], "must be a positive number"),
        (["AB"], [1, 2], "2 weights for 1 orders"),
        (["AB"], "x", "must be a weight per voter"),
        ({"NGO": "AB"}, {"NG": 1}, "did you mean"),
    ],
)
def test_what_is_wrong_is_said(given, weights, said):
    with pytest.raises(InputError, match=said):
        rankings_of(given, weights)
