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
    _, stated, sets = planned(plan, "en")
    told = [[cell.text for cell in row] for row in stated.rows]
    assert ["cost", "church: 4; clinic: 3; club: 0.5"] in told
    assert ["Computed", "20 draws, seed 3"] in told
    assert len(sets.in_full.rows) == len(plan.pareto)
    values = dict(zip(plan.pareto.index, plan.pareto["global_efficiency"], strict=True))
    assert {row[0].text: row[2].value for row in sets.in_full.rows} == pytest.approx(values)


def test_where_no_cost_is_stated_none_is_told(asked):
    _, ask = asked
    _, stated, sets = planned(ask(at_most=2), "en")
    assert "cost" not in [row[0].text for row in stated.rows]
    assert "cost" not in [head.text for head in sets.heads]


def test_a_plan_of_several_goals_is_told_in_its_own_sentences(asked):
    knoke, ask = asked
    goals = {"reach": sc.global_efficiency, "density": sc.density}
    plan = ask(goal=None, goals=goals, better=dict.fromkeys(goals, "higher"), k=1)
    assert planned(plan, "en")[0].items == plan.sentences("en")
    part = change(Facts(knoke, (), (), "en", plans=[plan]))
    assert part.finding == plan.sentences("en")[0]
    assert part.short == ("–", part.finding)


def test_a_plan_alone_tells_what_it_rests_on_and_how_it_is_made_again(asked):
    knoke, ask = asked
    facts = Facts(knoke, (), (), "en", plans=[ask(k=1)])
    aside = [block for block in change(facts).blocks if block.kind == "note"]
    assert any(line.startswith("Assumption: ") for line in aside[0].items)
    tables = [block for block in method(facts).blocks if block.kind == "table"]
    assert any("plan: global efficiency, exactly 1 candidate" in row[0].text for row in tables[-1].rows)
    assert any("church joins" in row[1].text for row in tables[1].rows)
