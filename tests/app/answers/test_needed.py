"""What is met of what is needed, as a measure: the same as `coverage`, one for each unit, from question to answer."""

import json
import pickle

import pandas as pd
import pytest

import socluster as sc
from socluster.app.answers import needed
from socluster.app.answers.answer import answer
from socluster.app.answers.needed import called, met_measures
from socluster.app.answers.overview import overview
from socluster.core.errors import InputError

PLACES = pd.DataFrame([("Kelmė", "day care", 20, "places")], columns=["place", "service", "amount", "unit"])
BOTH = pd.concat([PLACES, PLACES.assign(service="psychologist", amount=5, unit="hours")], ignore_index=True)


@pytest.fixture(scope="module")
def town():
    kite = sc.load_dataset("kite").with_group("A", kind="service", service="day care", place="Kelmė", unit="places")
    return kite.with_affiliation("0", "A", layer="provides", weight=8)


def joining(name, weight=None, group="A"):
    said = {"layer": "provides", **({} if weight is None else {"weight": weight})}
    scenario = sc.Scenario(name).with_actor(name).with_affiliation(name, group, **said)
    return plain(scenario.with_ties(name, {"1": 0.5}))


def plain(scenario):
    return {"name": scenario.name, "steps": json.loads(scenario.to_json())["steps"]}


def test_a_newcomer_adds_what_it_offers_up_to_what_is_needed(town):
    asked = {"kind": "change", "scenarios": [joining("small", 5), joining("large", 500)], "measures": ["coverage"]}
    found = answer(town, {**asked, "draws": 20}, needs=PLACES)["changes"]
    assert [found[each]["coverage"]["before"] for each in ("small", "large")] == [8, 8]
    assert [found[each]["coverage"]["delta"] for each in ("small", "large")] == [5, 12]
    assert "null" not in found["small"]["coverage"]  # a random partner would offer the same


def test_an_amount_that_nobody_stated_is_said_to_count_as_one(town):
    asked = {"kind": "change", "scenarios": [joining("new"), joining("said", 3)], "measures": ["coverage"], "draws": 5}
    told = answer(town, asked, needs=PLACES)
    assert told["changes"]["new"]["coverage"]["delta"] == 1
    assert (
        "Assumption: new offers day care, Kelmė; how much was not said, so that 1 is counted."
        in told["assumptions"]["en"]
    )
    assert "Assumption: said offers day care, Kelmė: 3 places." in told["assumptions"]["en"]
    assert not set(told["assumptions"]["en"]) & set(told["assumptions"]["lt"])


def test_a_service_that_is_needed_and_nobody_offers_can_be_set_up(town):
    psychologist = {"kind": "service", "service": "psychologist", "place": "Kelmė", "unit": "hours"}
    scenario = sc.Scenario("new").with_actor("new").with_group("new: psychologist", **psychologist)
    scenario = scenario.with_affiliation("new", "new: psychologist", layer="provides", weight=4)
    asked = {"kind": "change", "scenarios": [plain(scenario)], "measures": ["coverage:hours", "coverage:places"]}
    told = answer(town, asked, needs=BOTH)
    assert "Assumption: new offers psychologist, Kelmė: 4 hours." in told["assumptions"]["en"]
    found = told["changes"]["new"]
    assert (found["coverage:hours"]["delta"], found["coverage:places"]["delta"]) == (4, 0)


@pytest.mark.parametrize(("better", "first"), [("higher", "large"), ("lower", "small")])
def test_it_is_a_goal_in_the_direction_that_is_asked_for(town, better, first):
    asked = {"scenarios": [joining("small", 5), joining("large", 9)], "goal": "coverage", "better": better, "draws": 10}
    ranking = answer(town, {"kind": "rank", **asked}, needs=PLACES)
    assert [ranking["rows"][0][key] for key in ("candidate", "null")] == [first, None]
    plan = answer(town, {"kind": "plan", **asked, "at_most": 1}, needs=PLACES)
    sign = 1 if better == "higher" else -1
    gains = sorted([5 * sign, 9 * sign], reverse=True)
    assert [each["gain"] for each in plan["sets"] if each["size"]] == pytest.approx(gains)


def test_where_needs_are_not_known_it_cannot_be_asked_for(town):
    asked = {"kind": "change", "scenarios": [joining("small", 5)], "measures": ["coverage"]}
    with pytest.raises(InputError):
        answer(town, asked)
    assert not [each for each in overview(town)["measures"] if each["id"].startswith("coverage")]
    assert met_measures(PLACES.assign(amount=0)) == {}


def test_units_that_do_not_add_up_are_measures_of_their_own(town):
    shown = overview(town, BOTH)
    ids = [each["id"] for each in shown["measures"] if each.get("isMet")]
    assert ids == ["coverage:places", "coverage:hours"]
    assert shown["usual"][-2:] == ids
    names = [each["name"] for each in shown["measures"] if each.get("isMet")]
    assert [each["en"] for each in names] == [
        "Needs that are met, of 20 places (coverage)",
        "Needs that are met, of 5 hours (coverage)",
    ]
    assert all(each["lt"] != each["en"] for each in names)
    assert [called(each, "en") for each in met_measures(BOTH).values()] == ["coverage (places)", "coverage (hours)"]


def test_what_is_met_is_computed_once_for_all_draws(town, monkeypatch):
    (met,) = met_measures(PLACES).values()
    scenario = sc.Scenario("x").with_actor("x").with_ties("x", {"1": 0.5})
    asked = []
    monkeypatch.setattr(needed, "coverage", lambda *args, **more: asked.append(1) or sc.coverage(*args, **more))
    outcome = sc.compare(town, [scenario], measures={"met": met}, draws=50, rng=1)
    assert outcome.to_frame().loc[("x", "met"), "before"] == 8
    assert len(asked) <= 4
    assert pickle.loads(pickle.dumps(met))(town) == met(town) == sc.coverage(town, needs=PLACES).met


def test_what_a_newcomer_may_offer_is_what_is_offered_or_needed(town):
    rows = overview(town, BOTH)["services"]["open"]
    assert [(row["service"], row["group"], row["unit"]) for row in rows] == [
        ("day care", "A", "places"),
        ("psychologist", None, "hours"),
    ]
    assert rows[1]["name"]["en"] == "psychologist, Kelmė (nobody offers it yet)"


def test_beside_a_measure_of_ones_own_of_the_same_name_stands_a_random_partner(town):
    from socluster.app.answers.change import of_outcome

    scenario = sc.Scenario("x").with_actor("x").with_ties("x", {"1": 0.5})
    outcome = sc.compare(town, [scenario], measures={"coverage": sc.density}, draws=5, rng=1, null=True)
    assert "null" in of_outcome(outcome, {"coverage": sc.density})["changes"]["x"]["coverage"]


@pytest.mark.parametrize("kind", ["rank", "plan"])
def test_a_goal_on_which_nothing_is_random_says_so_and_another_does_not(town, kind):
    asked = {"kind": kind, "scenarios": [joining("small", 5), joining("large", 9)], "better": "higher", "draws": 10}
    limits = {"at_most": 1} if kind == "plan" else {}
    assert answer(town, {**asked, **limits, "goal": "coverage"}, needs=PLACES)["isDrawn"] is False
    assert answer(town, {**asked, **limits, "goal": "density"}, needs=PLACES)["isDrawn"] is True


def test_the_unit_stands_apart_so_that_no_genitive_is_needed(town):
    shown = [each for each in overview(town, BOTH)["measures"] if each.get("isMet")]
    assert [each["unitName"]["en"] for each in shown] == ["places", "hours"]
    assert all(f"({each['unitName']['lt']};" in each["name"]["lt"] for each in shown)
    (plain_one,) = (each for each in overview(town, {("Kelmė", "day care"): 12})["measures"] if each.get("isMet"))
    assert plain_one["unitName"] == {"en": "", "lt": ""}
