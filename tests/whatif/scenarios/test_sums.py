"""Scenarios that contradict each other, and what sums are called."""

import pytest

from socluster.core.errors import InputError
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.scenarios.sums import name_of_sum, refuse_contradictions


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (lambda s: s.with_actor("Hub", sector="public"), lambda s: s.with_actor("Hub", sector="civic")),
        (lambda s: s.with_event("Forum", ["A"]), lambda s: s.with_group("Forum")),
        (lambda s: s.with_strength("A", "B", by=2), lambda s: s.with_strength("A", "B", by=3)),
        (lambda s: s.with_capacity("A", "G", 2), lambda s: s.with_capacity("A", "G", 3)),
        (lambda s: s.with_attributes("A", places=2, x=1), lambda s: s.with_attributes("A", places=3, y=1)),
        (lambda s: s.with_merger(["A", "B"], "Hub"), lambda s: s.with_actor("Hub")),
        (lambda s: s.with_split("A", {"Hub": [], "C": []}, rest="C"), lambda s: s.with_actor("Hub")),
    ],
)
def test_contradictions_show_both_sides(one, other):
    first, second = one(Scenario("first")), other(Scenario("second"))
    with pytest.raises(InputError, match="contradict each other") as caught:
        first + second
    message = str(caught.value)
    assert str(first.steps[0]) in message
    assert str(second.steps[0]) in message


def test_what_agrees_or_is_of_others_is_no_contradiction():
    first = Scenario("first").with_actor("Hub", sector="public").with_strength("A", "B", by=2)
    second = Scenario("second").with_actor("Hub", sector="public").with_strength("A", "C", by=3)
    refuse_contradictions(first.name, first.steps, second.name, second.steps)


def test_every_contradiction_is_listed():
    first = Scenario("first").with_actor("Hub", sector="public").with_strength("A", "B", by=2)
    second = Scenario("second").with_actor("Hub", sector="civic").with_strength("A", "B", by=3)
    with pytest.raises(InputError) as caught:
        refuse_contradictions(first.name, first.steps, second.name, second.steps)
    assert len(caught.value.problems) == 2


def test_up_to_four_are_named_one_by_one():
    assert name_of_sum("abcd") == "a + b + c + d"
    assert name_of_sum("abcde") == "a + ... + e (5)"


def test_long_sums_have_short_names():
    several = [Scenario(f"NGO {number}").with_actor(f"n{number}") for number in range(20)]
    total = sum(several)
    assert total.name == "NGO 0 + ... + NGO 19 (20)"
    assert len(total.steps) == 20
    assert sum(several[:3]).name == "NGO 0 + NGO 1 + NGO 2"
    assert (sum(several[:3]).named("three") + several[3]).name == "three + NGO 3"
