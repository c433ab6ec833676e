"""Which partner, which together under a budget, whose loss."""

import json

import pytest

import socluster as sc
from socluster.app.answers.asked import scenarios_in
from socluster.app.answers.choosing import GOALS, plan, rank
from socluster.app.answers.measures import COMPARED
from socluster.core.errors import InputError


def candidate(name, **ties):
    scenario = sc.Scenario(name).with_actor(name).with_ties(name, sc.ties.Stated(ties))
    return {"name": name, "steps": json.loads(scenario.to_json())["steps"]}


HUBS = [candidate("one", MAYR=0.5, EDUC=0.9), candidate("two", WELF=0.9), candidate("three", COUN=0.2, UWAY=0.7)]
ASKED = {"scenarios": HUBS, "goal": "density", "better": "higher", "draws": 40, "seed": 2}


@pytest.fixture(scope="module")
def town():
    return sc.load_dataset("knoke").layer("information")


def test_a_ranking_is_that_of_rank_partners_beside_a_random_partner(town):
    found = rank(town, {"kind": "rank", **ASKED})
    scenarios = scenarios_in({"scenarios": HUBS})
    table = sc.rank_partners(town, scenarios, goal=sc.density, better="higher", draws=40, rng=2).to_frame()
    assert [row["candidate"] for row in found["rows"]] == table.index.tolist()
    assert [row["p_best"] for row in found["rows"]] == table["p_best"].tolist()
    assert all(isinstance(row["null"], float) for row in found["rows"])


@pytest.mark.parametrize(("second", "is_clear"), [({"MAYR": 0.5, "EDUC": 0.9}, False), ({"WELF": 0.01}, True)])
def test_the_page_calls_first_clear_by_the_rule_of_the_ranking(town, second, is_clear):
    hubs = [candidate("one", MAYR=0.5, EDUC=0.9), candidate("two", **second)]
    found = rank(town, {"kind": "rank", **ASKED, "scenarios": hubs})
    said = "\n".join(found["sentences"]["en"])
    assert found["isClear"] is is_clear
    assert ("Too close to call" in said or "cannot be told apart" in said) is not is_clear


def test_a_gain_downwards_is_the_same_change_with_the_other_sign(town):
    up, down = (rank(town, {"kind": "rank", **ASKED, "better": better})["rows"] for better in ("higher", "lower"))
    gains = {row["candidate"]: row["mean_gain"] for row in up}
    nulls = {row["candidate"]: row["null"] for row in up}
    for row in down:
        assert row["mean_gain"] == pytest.approx(-gains[row["candidate"]])
        assert row["null"] == pytest.approx(-nulls[row["candidate"]])


def test_a_plan_keeps_to_its_budget(town):
    found = plan(town, {"kind": "plan", **ASKED, "cost": {"one": 3, "two": 2, "three": 2}, "budget": 4})
    assert found["isExact"]
    assert all(each["cost"] <= 4 for each in found["sets"])
    gains = [each["gain"] for each in found["sets"]]
    assert gains == sorted(gains, reverse=True)


@pytest.mark.parametrize("wrong", [{"goal": "constraint"}, {"better": "best"}, {"scenarios": HUBS[:1]}, {"rows": 3}])
def test_a_wrong_question_is_told(town, wrong):
    with pytest.raises(InputError):
        rank(town, {"kind": "rank", **ASKED, **wrong})


def test_every_goal_is_a_measure_that_is_compared():
    assert set(GOALS) <= set(COMPARED)
