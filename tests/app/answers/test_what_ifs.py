"""All that was asked of scenarios: the same numbers as by asking the library one by one."""

import pytest

import socluster as sc
from socluster.app.answers.what_ifs import what_ifs
from socluster.core.errors import InputError
from socluster.draws.settings import Draws
from socluster.whatif.choice.plan_result import Plan
from socluster.whatif.choice.ranking import Ranking
from socluster.whatif.scenarios.questions import questions_in

COST = {"church": 1, "clinic": 2}


@pytest.fixture(scope="module")
def asked():
    knoke = sc.load_dataset("knoke").layer("information")
    clinic = sc.Scenario("clinic").with_actor("clinic").with_ties("clinic", ["MAYR", "EDUC"])
    church = sc.Scenario("church").with_actor("church").with_ties("church", {"WELF": 0.5, "MAYR": 0.9})

    def ask(wanted, **more):
        questions, problems = questions_in({"goals": wanted})
        assert not problems
        return what_ifs(knoke, [clinic, church], questions, draws=Draws(20), rng=3, **more)

    return knoke, [clinic, church], ask


def test_the_numbers_are_those_of_the_library(asked):
    knoke, scenarios, ask = asked
    plan = {"budget": 2, "cost": COST}
    compared, ranking, planned = ask([{"goal": "density", "better": "lower", "plan": plan}])
    told = {"better": "lower", "draws": 20, "rng": 3}
    assert ranking.to_frame().equals(sc.rank_partners(knoke, scenarios, goal=sc.density, **told).to_frame())
    expected = sc.plan_partners(knoke, scenarios, goal=sc.density, budget=2, cost=COST, **told)
    assert planned.pareto.equals(expected.pareto)
    assert [each.name for each in compared.scenarios] == ["clinic", "church"]


def test_at_most_so_many_is_not_exactly_so_many(asked):
    _, _, ask = asked
    (plan,) = (each for each in ask([{"goal": "density", "better": "higher", "plan": {"at_most": 9}}])[2:])
    assert sorted(plan.pareto.index) == ["church", "church + clinic", "clinic"]
    assert plan.limits.costs is None  # no cost is made up


def test_two_plans_for_one_goal_share_its_ranking(asked):
    _, _, ask = asked
    plans = [{"at_most": 1}, {"budget": 1, "cost": COST}]
    found = ask([{"goal": "density", "better": "higher", "plan": each} for each in plans])
    assert [type(each) for each in found[1:]] == [Ranking, Plan, Plan]


def test_what_is_no_goal_is_refused_with_the_nearest(asked):
    _, _, ask = asked
    with pytest.raises(InputError, match="did you mean 'density'"):
        ask([{"goal": "densty", "better": "higher"}])
    with pytest.raises(InputError, match="is no goal that can be asked"):
        ask([{"goal": "modularity", "better": "higher"}], goals=["density"])


@pytest.mark.parametrize("goal", ["coverage", "coverage:places"])
def test_a_goal_of_needs_without_needs_has_a_way_out(asked, goal):
    _, _, ask = asked
    with pytest.raises(InputError, match="--needs FILE") as caught:
        ask([{"goal": goal, "better": "higher"}])
    assert "--needs" in str(caught.value.in_language("lt"))
