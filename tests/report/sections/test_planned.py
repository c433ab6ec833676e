"""The plan as a report tells it: its limits, its costs, what it gains."""

import pytest

import socluster as sc
from socluster.report.facts import Facts
from socluster.report.sections.change import change
from socluster.report.sections.method import method
from socluster.report.sections.planned import limits_said, plan_finding, planned


@pytest.fixture(scope="module")
def asked():
    knoke = sc.load_dataset("knoke").layer("information")
    names = {"clinic": {"MAYR": 0.4, "EDUC": 0.9}, "church": {"WELF": 0.5, "MAYR": 0.9}, "club": {"WELF": 0.5}}
    scenarios = [sc.Scenario(name).with_actor(name).with_ties(name, ties) for name, ties in names.items()]

    def ask(**more):
        told = {"goal": sc.global_efficiency, "better": "higher", **more}
        return sc.plan_partners(knoke, scenarios, draws=20, rng=3, **told)

    return knoke, ask


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        ({"k": 2}, "exactly 2 candidates"),
        ({"at_most": 2}, "at most 2 candidates"),
        ({"at_most": 9}, "at most 3 candidates"),
        ({"budget": 7.5, "cost": {"clinic": 3, "church": 4, "club": 0}}, "within a budget of 7.5"),
        (
            {"budget": 7, "at_most": 1, "cost": {"clinic": 3, "church": 4, "club": 0}},
            "within a budget of 7 and at most 1 candidate",
        ),
    ],
)
def test_the_limits_are_told_as_they_were_stated(asked, limits, said):
    _, ask = asked
    plan = ask(**limits)
    assert limits_said(plan.limits, "en") == said
    assert said in plan_finding(plan, "en")
    assert limits_said(plan.limits, "lt") != said


def test_costs_draws_and_seed_stand_in_the_table_and_every_set_in_the_workbook(asked):
    _, ask = asked
    plan = ask(budget=7, cost={"clinic": 3, "church": 4, "club": 0.5})
    _, stated, sets = planned(plan, "en", "")
    told = [[cell.text for cell in row] for row in stated.rows]
    assert ["cost", "church: 4; clinic: 3; club: 0.5"] in told
    assert ["Computed", "20 draws, seed 3"] in told
    assert len(sets.in_full.rows) == len(plan.pareto)
    values = dict(zip(plan.pareto.index, plan.pareto["global_efficiency"], strict=True))
    assert {row[0].text: row[2].value for row in sets.in_full.rows} == pytest.approx(values)


def test_where_no_cost_is_stated_none_is_told(asked):
    _, ask = asked
    _, stated, sets = planned(ask(at_most=2), "en", "")
    assert "cost" not in [row[0].text for row in stated.rows]
    assert "cost" not in [head.text for head in sets.heads]


def test_a_plan_of_several_goals_is_told_in_its_own_sentences(asked):
    knoke, ask = asked
    goals = {"reach": sc.global_efficiency, "density": sc.density}
    plan = ask(goal=None, goals=goals, better=dict.fromkeys(goals, "higher"), k=1)
    assert planned(plan, "en", "beside")[0].items == [*plan.sentences("en"), "beside"]
    part = change(Facts(knoke, (), (), "en", plans=[plan]))
    beside = "No random partner was drawn beside it, so that it does not say whether it matters who joins."
    assert part.finding == plan.sentences("en")[0]
    assert part.blocks[0].text == beside
    assert part.short == ("–", f"{part.finding} {beside}")


def test_a_plan_alone_tells_what_it_rests_on_and_how_it_is_made_again(asked):
    knoke, ask = asked
    facts = Facts(knoke, (), (), "en", plans=[ask(k=1)])
    aside = [block for block in change(facts).blocks if block.kind == "note"]
    assert any(line.startswith("Assumption: ") for line in aside[0].items)
    tables = [block for block in method(facts).blocks if block.kind == "table"]
    assert any("plan: global efficiency, exactly 1 candidate" in row[0].text for row in tables[-1].rows)
    assert any("church joins" in row[1].text for row in tables[1].rows)


@pytest.mark.parametrize(("goals", "limits"), [(["global_efficiency"], {"at_most": 2}), (["density"], {"k": 1})])
def test_every_plan_says_what_stands_beside_its_gain(asked, goals, limits):
    knoke, ask = asked
    plan = ask(goal=getattr(sc, goals[0]), **limits)
    alone = change(Facts(knoke, (), (), "en", plans=[plan]))
    assert "No random partner was drawn beside it" in alone.short[1]
    assert any("No random partner was drawn beside it" in each for each in alone.blocks[1].items)
    beside = sc.compare(knoke, plan.candidates, measures=[sc.density], draws=20, rng=3, null=True)
    told = " ".join(change(Facts(knoke, [beside], (), "en", plans=[plan])).more)
    assert ("No random partner" in told) is (limits != {"k": 1})  # a plan of one that was compared has one beside it


def test_a_plan_that_loses_says_so_and_that_a_mean_falls_by_one_more(asked):
    knoke, ask = asked
    plan = ask(goal=sc.density, k=2)
    assert plan.to_frame()["total_high"].iloc[-1] < 0
    items = change(Facts(knoke, (), (), "en", plans=[plan])).blocks[1].items
    assert "On average the plan does harm to this goal: choosing nobody would be better." in items
    assert any("also falls because there is one more" in each for each in items)
    assert set(plan.caveats()) <= set(plan.sentences())
