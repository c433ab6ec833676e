"""The plain values of tie models: frozen, hashable, checked."""

import pickle
from functools import partial

import numpy as np
import pytest

from socluster.core.errors import InputError
from socluster.whatif.ties import Stated
from socluster.whatif.ties.values import (
    FrozenMapping,
    frozen,
    given,
    known_columns,
    not_choice,
    not_count,
    not_positive,
    not_probability,
    not_text,
    stated_value,
)
from tests.whatif.ties.tie_samples import town


def test_mappings_are_equal_in_any_order():
    one, other = Stated({"a": 0.1, "b": 0.2}), Stated({"b": 0.2, "a": 0.1})
    assert one == other
    assert hash(one) == hash(other)


def test_a_mapping_is_a_value_of_its_own_that_never_changes():
    told = {"a": [1, 2], 3: {"deep": [4]}}
    mapping = FrozenMapping(told)
    told["a"].append(9)
    told["b"] = 1
    assert dict(mapping) == {"a": (1, 2), "3": FrozenMapping({"deep": (4,)})}
    assert list(mapping) == ["a", "3"]
    assert len(mapping) == 2
    with pytest.raises(TypeError):
        mapping["a"] = 1
    assert pickle.loads(pickle.dumps(mapping)) == mapping
    assert eval(repr(mapping)) == mapping
    with pytest.raises(KeyError):
        mapping["z"]


def test_values_are_frozen_all_the_way_down():
    value = frozen([1, [np.float32(0.5), {"a": {3, 1, 2}}]])
    assert value == (1, (0.5, FrozenMapping({"a": (1, 2, 3)})))
    assert type(value[1][0]) is float
    assert frozen(value[1][1]) is value[1][1]
    assert isinstance(hash(value), int)


def test_what_is_given_is_what_is_not_none():
    assert given(a=None, b=0, c="", d=False) == {"b": 0, "c": "", "d": False}


@pytest.mark.parametrize(
    ("check", "right", "wrong"),
    [
        (not_probability, [0, 1, 0.5, np.float64(0.1)], [-0.1, 1.1, float("nan"), "0.5", None, True]),
        (not_positive, [1e-9, 3, np.int64(2)], [0, -1, float("inf"), float("nan"), "1", None, True]),
        (not_text, ["a", " "], ["", None, 3, ["a"]]),
        (not_count, [1, 7, np.int64(2)], [0, -1, 1.5, "1", None, True]),
        (partial(not_choice, ("in", "out")), ["in", "out"], ["ins", "", None, 3]),
    ],
    ids=["probability", "positive", "text", "count", "choice"],
)
def test_every_wrong_value_is_one_problem_that_shows_it(check, right, wrong):
    assert check(**{f"option{place}": value for place, value in enumerate(right)}) == []
    problems = check(**{f"option{place}": value for place, value in enumerate([right[0], *wrong])})
    assert len(problems) == len(wrong)
    for place, (problem, value) in enumerate(zip(problems, wrong, strict=True), start=1):
        assert problem.value is value
        assert f"option{place} must be" in str(problem)


def test_all_columns_that_are_not_there_are_named():
    cluster = town()
    known_columns(cluster, ["sector", "staff"], "by")
    with pytest.raises(InputError) as caught:
        known_columns(cluster, ["secter", "place", "stuff"], "by")
    places = [(problem.column, problem.value, problem.nearest) for problem in caught.value.problems]
    assert places == [("by", "secter", "sector"), ("by", "stuff", "staff")]


def test_a_value_is_the_text_of_a_column_or_missing_with_its_place():
    message = "needs a value of '{column}'"
    assert stated_value(town(), "Clinic", "staff", message) == "90.0"
    assert stated_value(town(), "School", "needs", message) == "psychologist; lawyer"
    with pytest.raises(InputError, match="needs a value of 'needs'") as caught:
        stated_value(town(), "Clinic", "needs", message)
    assert [(problem.row, problem.column) for problem in caught.value.problems] == [("Clinic", "needs")]
