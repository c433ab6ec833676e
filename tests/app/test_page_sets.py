"""Every set of candidates, computed beforehand."""

import json
import re

import pytest

import socluster as sc
from socluster.app.page_sets import PageSets, key_of
from socluster.app.single_page import whatif_page
from socluster.core.errors import InputError

TIES = {"one": {"MAYR": 0.5, "EDUC": 0.9}, "two": {"WELF": 0.9}, "three": {"COUN": 0.2}}


def hub(name, **columns):
    return sc.Scenario(name).with_actor(name, **columns).with_ties(name, sc.ties.Stated(TIES.get(name, {"MAYR": 0.5})))


@pytest.fixture(scope="module")
def town():
    return sc.load_dataset("knoke").layer("information")


def sets_of(town, *candidates):
    return PageSets(town, candidates, {"density": sc.density, "constraint": sc.constraint}, 30, 4)


@pytest.fixture(scope="module")
def held(town):
    return sets_of(town, hub("one"), hub("two"), hub("three")).held()


def test_there_is_an_answer_to_every_set(held):
    assert list(held["answers"]) == ["0", "1", "2", "0+1", "0+2", "1+2", "0+1+2"]
    assert json.loads(json.dumps(held, allow_nan=False))["answers"] == held["answers"]


@pytest.mark.parametrize("places", [(0,), (1, 2), (0, 1, 2)])
def test_each_answer_is_that_of_compare_with_the_same_seed(held, town, places):
    scenario = sum(hub(list(TIES)[place]) for place in places)
    measures = [sc.density, sc.constraint]
    table = sc.compare(town, [scenario], measures=measures, draws=30, rng=4, null=True).to_frame()
    for name, row in held["answers"][key_of(places)]["changes"].items():
        shown = {column: value for column, value in row.items() if column != "null_mean"}
        assert shown == {column: table.loc[(scenario.name, name), column] for column in shown}


def test_what_is_met_is_watched_and_a_goal_where_needs_are_known():
    town = sc.load_dataset("kite").with_group("A", kind="service", service="care", place="Kelmė", unit="places")
    town = town.with_affiliation("0", "A", layer="provides", weight=8)
    needs = {("Kelmė", "care"): 20}
    offering = [
        hub(name).with_affiliation(name, "A", layer="provides", weight=weight)
        for name, weight in {"x": 3, "y": 30}.items()
    ]
    offering = [
        sc.Scenario(each.name, steps=[step for step in each.steps if step.verb != "with_ties"]) for each in offering
    ]
    page = whatif_page(town, offering, draws=5, rng=1, needs=needs)
    held = json.loads(re.search(r'id="held"[^>]*>(.*?)</script>', page.html, re.DOTALL)[1])
    assert held["measures"][-1] == "coverage"
    assert [held["answers"][key]["changes"]["coverage"]["delta"] for key in ("0", "1", "0+1")] == [3, 12, 12]
    assert held["rankings"]["coverage:higher"]["rows"][0]["candidate"] == "y"


@pytest.mark.parametrize(("confidence", "is_said"), [(0.5, True), (1.0, False)])
def test_where_known_ties_are_uncertain_it_is_said_why_now_can_be_two_numbers(confidence, is_said):
    town = sc.load_dataset("kite").with_ties("0", "8", confidence=confidence)
    held = PageSets(town, [sc.Scenario("gone").without_actor("9")], {"density": sc.density}, 5, 1).held()
    assert held["overview"]["isUncertain"] is is_said
    assert bool(held["nowIs"]["en"]) is bool(held["nowIs"]["lt"]) is is_said


def test_rankings_are_of_goals_in_both_directions(held):
    assert set(held["rankings"]) == {"density:higher", "density:lower"}
    up, down = (held["rankings"][f"density:{better}"]["rows"] for better in ("higher", "lower"))
    assert {row["candidate"]: row["null"] for row in up} == {row["candidate"]: -row["null"] for row in down}


def test_candidates_that_contradict_each_other_have_no_answer_together(town):
    other = hub("one", sector="civic").named("one, but civic")
    found = sets_of(town, hub("one", sector="public"), other).held()
    assert found["answers"]["0+1"] is None
    assert found["answers"]["0"]["changes"]


def test_a_candidate_that_does_not_fit_is_an_error(town):
    wrong = sc.Scenario("wrong").without_actor("nobody")
    with pytest.raises(InputError):
        sets_of(town, wrong).held()


def test_who_leaves_stands_beside_no_random_partner(town):
    found = sets_of(town, sc.Scenario("no mayor").without_actor("MAYR"), hub("two")).held()
    assert "null" not in found["answers"]["0"]["changes"]["density"]
    assert "null" in found["answers"]["0+1"]["changes"]["density"]
    assert found["answers"]["0"]["isCertain"]
    assert not found["answers"]["1"]["isCertain"]


def test_pages_of_other_candidates_are_told_apart(town):
    one, same, other = (sets_of(town, *names) for names in ([hub("one")], [hub("one")], [hub("two")]))
    assert one.identity == same.identity != other.identity


def test_a_candidate_says_its_ties_and_how_sure_they_are_however_they_were_said(town):
    named = sc.Scenario("named").with_actor("named").with_ties("named", {"WELF": 0.5})
    ticked = sc.Scenario("ticked").with_actor("ticked").with_ties("ticked", sc.ties.Stated({"MAYR": 0.9}))
    first, second = sets_of(town, named, ticked).held()["candidates"]
    for language, sure in (("en", "MAYR 0.9"), ("lt", "MAYR 0,9")):
        assert sure in second["said"][language]
        assert any(source == "ticked" and sure in line for source, line in second["models"][language])
        told = [*first["models"][language], *(("", line) for line in first["assumptions"][language])]
        assert any("named" in (source or line) and "WELF" in line for source, line in told)
