"""What happens in a scenario, as a report and a page tell it."""

import pytest

import socluster as sc
from socluster.report.scenarios_told import offered_said, steps_told


@pytest.fixture(scope="module")
def town():
    kite = sc.load_dataset("kite").with_group("A", kind="service", service="day care", place="Kelmė", unit="places")
    return kite.with_affiliation("0", "A", layer="provides", weight=8)


def joining(group, **amount):
    return sc.Scenario("x").with_actor("x").with_affiliation("x", group, layer="provides", **amount)


def test_services_are_told_by_what_they_are_and_where_with_their_unit(town):
    assert steps_told(joining("A", weight=5), town, "en") == ["x joins", "x offers day care, Kelmė: 5 places"]
    assert steps_told(joining("A", weight=2.5), town, "lt")[1] == "x siūlo: day care, Kelmė, 2,5 (vietų)"


def test_an_amount_that_nobody_stated_is_said_to_count_as_one(town):
    assert "so that 1 is counted" in steps_told(joining("A"), town, "en")[1]


def test_a_service_that_is_set_up_is_told_once(town):
    help_there = {"kind": "service", "service": "help", "place": "Kelmė"}
    scenario = sc.Scenario("x").with_actor("x").with_group("x: help", **help_there).with_group("forum", kind="event")
    scenario = scenario.with_affiliation("x", "x: help", layer="provides", weight=5)
    told = steps_told(scenario, town, "en")
    assert told[-1] == "x offers help, Kelmė: 5"
    assert len(told) == 3
    assert "forum" in told[1]


def test_a_group_of_which_nothing_is_known_is_told_by_its_name(town):
    step = joining("odd", weight=1).steps[-1]
    assert offered_said(step, sc.Scenario("x"), town, "en") == "x offers odd: 1"
