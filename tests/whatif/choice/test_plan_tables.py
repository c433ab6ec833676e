"""Tables of a plan, by hand, for gains that are given by a formula."""

import numpy as np
import pytest

from socluster.whatif.choice.plan_limits import Limits
from socluster.whatif.choice.plan_tables import mean_gains, plan_name, sets_table, steps_table
from tests.whatif.choice.plan_samples import GainsByFormula

DRAWS = {"x": [0.0, 2.0, 4.0, 6.0, 8.0], "y": [1.0] * 5, "z": [3.0, 3.0, 0.0, 3.0, 3.0]}
COSTS = {"x": 5.0, "y": 1.0, "z": 2.0}


def gains(chosen):
    total = np.sum([DRAWS[name] for name in chosen], axis=0) if chosen else np.zeros(5)
    return np.array([total, np.full(5, -len(chosen))])


@pytest.fixture
def values():
    return GainsByFormula(gains, "xyz", ("more", "fewer"))


def test_a_set_is_named_in_the_order_of_names():
    assert plan_name(("z", "x")) == "x + z"


def test_mean_gains_have_a_row_per_set_and_a_column_per_goal(values):
    assert mean_gains(values, [("x",), ("y", "z")]).tolist() == [[4, -1], [pytest.approx(3.4), -2]]
    assert mean_gains(values, []).shape == (0, 2)


def test_sets_side_by_side_the_front_first(values):
    """The set x + y is best in the first goal, x the best single one; y and z are beaten by x."""
    table = sets_table(values, [("y",), ("x",), ("x", "y"), ("z",)], Limits(tuple("xyz"), 2, COSTS), 0.5)
    assert table.index.tolist() == ["x + y", "x", "z", "y"]
    assert table.index.name == "plan"
    assert table["on_front"].tolist() == [True, True, False, False]
    assert table["more"].tolist() == pytest.approx([5, 4, 2.4, 1])
    assert table.loc["x", ["more_low", "more_high"]].tolist() == [2, 6]  # the quartiles of 0, 2, 4, 6, 8
    assert table.loc["x + y", ["fewer", "fewer_low", "fewer_high"]].tolist() == [-2, -2, -2]
    assert table["cost"].tolist() == [6, 5, 2, 1]
    assert table["defined"].tolist() == [1, 1, 0.5, 1]
    assert table["p_front"].isna().tolist() == [False, False, True, True]
    # in the first draw y gains as much as x + y and more than x, in the second z does; then nobody beats either
    assert table["p_front"].tolist()[:2] == [0.6, 0.6]
    assert "cost" not in sets_table(values, [("x",)], Limits(tuple("xyz"), 1), 0.5)


def test_steps_say_what_each_adds_to_those_before(values):
    table = steps_table(values, {"best": ("x", "z"), "knee": ("y",)}, Limits(tuple("xyz"), 2, COSTS), 0.5)
    assert table.index.names == ["plan", "goal", "candidate"]
    assert table.index.tolist() == [
        ("best", "more", "x"),
        ("best", "more", "z"),
        ("best", "fewer", "x"),
        ("best", "fewer", "z"),
        ("knee", "more", "y"),
        ("knee", "fewer", "y"),
    ]
    second = table.loc[("best", "more", "z")]
    assert second[["mean_gain", "low", "high"]].tolist() == pytest.approx([2.4, 3, 3])
    assert second[["mean_total", "total_low", "total_high"]].tolist() == pytest.approx([6.4, 4, 9])
    assert second[["cost", "total_cost"]].tolist() == [2, 7]
    assert table.loc[("best", "more", "x"), "total_cost"] == 5
