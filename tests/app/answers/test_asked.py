"""Questions are read without trust."""

import pytest

from socluster.app.answers.asked import (
    amount_in,
    choice_in,
    costs_in,
    flag_in,
    refuse_strangers,
    scenarios_in,
    whole_in,
)
from socluster.core.errors import InputError


@pytest.mark.parametrize("value", [True, 0, 11, 1.0, "3", None, [3]])
def test_a_whole_number_is_one_within_its_bounds(value):
    with pytest.raises(InputError):
        whole_in({"draws": value}, "draws", 5, least=1, most=10)
    assert whole_in({}, "draws", 5, least=1, most=10) == 5


@pytest.mark.parametrize("value", [-1, float("nan"), float("inf"), "3", True, [1]])
def test_an_amount_is_a_finite_number_of_0_or_more(value):
    with pytest.raises(InputError):
        amount_in({"budget": value}, "budget")
    with pytest.raises(InputError):
        costs_in({"cost": {"hub": value}})


def test_what_is_not_stated_is_none():
    assert amount_in({}, "budget") is None
    assert costs_in({}) is None
    assert costs_in({"cost": {}}) is None
    assert costs_in({"cost": {"hub": 2}}) == {"hub": 2.0}
    with pytest.raises(InputError):
        costs_in({"cost": [1]})


@pytest.mark.parametrize("given", [None, {}, "x", [], [{"name": "a", "steps": []}] * 301])
def test_scenarios_are_a_list_that_is_not_endless(given):
    with pytest.raises(InputError):
        scenarios_in({"scenarios": given})


def test_how_many_scenarios_there_are_is_told_and_a_number_that_can_be_one_only():
    with pytest.raises(InputError, match="301"):
        scenarios_in({"scenarios": [{"name": "a", "steps": []}] * 301})
    with pytest.raises(InputError, match="must be 1 "):
        whole_in({"k": 3}, "k", 1, least=1, most=1)


def test_a_bad_step_is_told_with_its_place_in_both_languages():
    with pytest.raises(InputError) as told:
        scenarios_in({"scenarios": [{"name": "a", "steps": [{"verb": "with_actr", "actor": "X"}]}]})
    (problem,) = told.value.problems
    assert "scenarios[0].steps[0].verb" in str(problem)
    assert str(problem.in_language("lt")) != str(problem)


def test_a_flag_a_choice_and_a_key_are_what_they_can_be():
    with pytest.raises(InputError):
        flag_in({"null": 1}, "null", True)
    with pytest.raises(InputError) as told:
        choice_in({"goal": "densty"}, "goal", ["density"])
    assert told.value.problems[0].nearest == "density"
    with pytest.raises(InputError):
        refuse_strangers({"kind": "change", "drws": 3}, ("kind", "draws"))
