"""The order of sets: rounding decides nothing, cost does."""

import numpy as np

from socluster.whatif.choice.plan_limits import Limits
from socluster.whatif.choice.plan_order import best_first, levels


def test_gains_that_differ_by_rounding_share_a_level():
    assert levels(np.array([0.3, 0.1 + 0.2, 0.3 + 1e-6, -1.0])).tolist() == [1, 1, 0, 2]
    assert levels(np.zeros(3)).tolist() == [0, 0, 0]
    assert levels(np.zeros(0)).tolist() == []


def test_of_equal_gains_cost_then_size_then_name():
    limits = Limits(("a", "b", "c"), 2, {"a": 2, "b": 1, "c": 1}, 9)
    plans = [("a", "c"), ("a",), ("b", "c"), ("c",), ("b",)]
    gains = np.array([0.3, 0.3, 0.1 + 0.2, 0.3, 0.3])
    assert [plans[place] for place in best_first(plans, gains, limits)] == [
        ("b",),
        ("c",),
        ("a",),
        ("b", "c"),
        ("a", "c"),
    ]
