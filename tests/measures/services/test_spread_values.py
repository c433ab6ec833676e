"""Values and weights by place, however they are handed in."""

import pandas as pd
import pytest

import socluster as sc
from socluster.measures.services.spread_values import aligned_labels, aligned_numbers, weighted_values

INDEX = pd.Index(["K", "V"])


@pytest.mark.parametrize(
    "given", [[3, 4], pd.Series([3, 4]), {"V": 4, "K": 3, "other": 9}, pd.Series({"V": 4, "K": 3})]
)
def test_they_are_put_in_the_order_of_the_values(given):
    assert aligned_numbers("weights", given, INDEX).tolist() == [3, 4]


def test_without_weights_each_counts_alike():
    values, weights = weighted_values({"K": 1, "V": 2}, None)
    assert values.to_dict() == {"K": 1, "V": 2}
    assert weights.tolist() == [1, 1]


def test_labels():
    assert aligned_labels("groups", {"V": "b", "K": "a"}, INDEX).tolist() == ["a", "b"]
    with pytest.raises(sc.InputError, match="entry 'V', argument 'groups': has no value here"):
        aligned_labels("groups", {"K": "a"}, INDEX)


def test_a_place_twice():
    with pytest.raises(sc.InputError, match="is there twice"):
        weighted_values(pd.Series([1, 2], index=["K", "K"]), None)
