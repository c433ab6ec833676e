"""Who serves a goal best: certain ties, the order of candidates, and what is refused."""

import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.measures.centrality.degree import degree
from socluster.measures.cohesion.density import density, global_efficiency
from socluster.whatif.choice.coverage import Coverage
from socluster.whatif.choice.goals import Goal
from socluster.whatif.choice.plan import plan_partners
from socluster.whatif.choice.rank import rank_partners
from socluster.whatif.scenarios.scenario import Scenario
from tests.whatif.choice.choice_samples import joins, ties_in


def test_what_is_certain_is_won_always(chain):
    ranking = rank_partners(chain, [joins("one", a=1.0), joins("two", a=1.0, b=1.0)], goal=ties_in, draws=5, rng=1)
    frame = ranking.to_frame()
    assert frame.index.tolist() == ["two", "one"]
    assert frame.index.name == "candidate"
    assert frame["mean_gain"].tolist() == [2, 1]
    assert frame["p_best"].tolist() == [1, 0]
    assert frame["regret"].tolist() == [0, 1]
    assert frame["mean_rank"].tolist() == [1, 2]
    assert ranking.best == "two"


def test_lower_may_be_better(chain):
    ranking = rank_partners(
        chain, [Scenario("cut").without_ties("a", "b"), joins("e", a=1.0)], goal=ties_in, draws=2, rng=1, better="lower"
    )
    assert ranking.best == "cut"
    assert ranking.to_frame().loc["cut", "mean_gain"] == 1


def test_order_of_candidates_does_not_matter(chain):
    candidates = [joins("x", a=0.6, d=0.4), joins("y", b=0.5), joins("z", c=0.9)]
    frames = [
        rank_partners(chain, order, goal=global_efficiency, draws=60, rng=5).to_frame()
        for order in (candidates, candidates[::-1])
    ]
    pd.testing.assert_frame_equal(frames[0].sort_index(), frames[1].sort_index())


@pytest.mark.parametrize(
    ("candidates", "more", "said"),
    [
        ([joins("x", a=1.0)], {}, "at least two"),
        ([joins("x", a=1.0), joins("x", b=1.0)], {}, "two scenarios"),
        ([joins("x", a=1.0), joins("a", b=1.0)], {}, "member of the cluster already"),
        ([joins("x", a=1.0), joins("y", nobody=1.0)], {}, "is not an actor"),
        ([joins("x", a=1.0), joins("y", b=1.0)], {"goal": degree}, "one number for the whole cluster"),
        ([joins("x", a=1.0), joins("y", b=1.0)], {"goal": lambda c: "good"}, "must return a number"),
        ([joins("x", a=1.0), joins("y", b=1.0)], {"better": "more"}, "must be one of"),
    ],
)
def test_bad_input_is_named(chain, candidates, more, said):
    with pytest.raises(InputError, match=said):
        rank_partners(chain, candidates, **{"goal": density, "draws": 2, "rng": 1, **more})


def test_a_weighted_goal_ranks_by_its_score(chain):
    goal = Goal({ties_in: 1, density: 1}, better={density: "lower"}, per="unit")
    ranking = rank_partners(chain, [joins("x", a=1.0), joins("y", a=1.0, b=1.0)], goal=goal, draws=2, rng=1)
    before, one, two = 3 / 6, 4 / 10, 5 / 10
    assert ranking.gains.iloc[0].tolist() == pytest.approx([1 - (one - before), 2 - (two - before)])
    assert "1 × ties in (higher is better) + 1 × density (lower is better)" in ranking.sentences()[0]
    assert any("each in its own unit" in sentence for sentence in ranking.sentences())
    assert "y" in ranking.plot(language="lt").layout.meta["alt"]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"cost": {"x": 1, "y": 2, "yy": 3}}, "did you mean 'y'"),
        ({"cost": {"x": 1}}, "gives no amount for"),
        ({"cost": {"x": 1, "y": -2}}, "must be a number from 0"),
        ({"capacity": {"x": 1, "y": "many"}}, "must be a number from 0"),
        ({"budget": 3}, "needs costs"),
        ({"budget": 3, "cost": {"x": 4, "y": 5}}, "is too small for any candidate"),
        ({"goal": Coverage({"n": 1}, {"x": ["n"]})}, "plan_partners"),
        ({"goal": Goal({density: 1}), "better": "lower"}, "states in itself"),
        ({"goal": Goal({degree: 1})}, "one number for the whole cluster"),
    ],
)
def test_bad_costs_and_goals_are_named(chain, more, said):
    with pytest.raises(InputError, match=said):
        rank_partners(chain, [joins("x", a=1.0), joins("y", b=1.0)], **{"goal": density, "draws": 2, "rng": 1, **more})


def test_a_member_cannot_join_and_is_named(chain):
    with pytest.raises(InputError, match=r"row newcomer: is a member of the cluster already.*'a'"):
        rank_partners(chain, [Scenario("newcomer").with_actor("a"), joins("y", b=1.0)], goal=density, draws=2, rng=1)


def test_who_costs_as_much_as_there_is_is_affordable(chain):
    candidates, cost = [joins("x", a=1.0), joins("y", a=1.0, b=1.0)], {"x": 2, "y": 5}
    exactly = rank_partners(chain, candidates, goal=ties_in, draws=2, rng=1, cost=cost, budget=5)
    assert exactly.to_frame()["affordable"].tolist() == [True, True]
    assert exactly.best == "y"
    short = rank_partners(chain, candidates, goal=ties_in, draws=2, rng=1, cost=cost, budget=4.99)
    assert short.best == "x"


def test_the_goal_may_be_said_in_the_ways_of_a_plan(chain):
    candidates = [joins("near", a=0.9), joins("far", b=0.2, a=0.9)]
    said = [{"goal": density}, {"goals": density}, {"goal": {"dense": density}}, {"goals": {"dense": density}}]
    tables = [rank_partners(chain, candidates, **each, draws=20, rng=1).to_frame() for each in said]
    for table in tables[1:]:
        pd.testing.assert_frame_equal(table, tables[0])
    plans = [plan_partners(chain, candidates, **each, k=1, draws=20, rng=1).chosen for each in said]
    assert len(set(plans)) == 1
    for wrong in ({}, {"goal": density, "goals": density}):
        for question in (rank_partners, plan_partners):
            with pytest.raises(InputError, match="say what is to be gained, once"):
                question(chain, candidates, **wrong, draws=20, rng=1)
    with pytest.raises(InputError, match="a ranking has one goal"):
        rank_partners(chain, candidates, goals={"a": density, "b": global_efficiency}, draws=20, rng=1)


def test_a_ranking_says_that_a_mean_falls_by_one_more_and_what_tie_models_do_not_reproduce():
    network = sc.load_dataset("siauliai").project()
    small = sc.Scenario("small NGO").with_actor("small NGO").with_ties("small NGO", ["Kelmė DM"])
    hub = sc.Scenario("hub").with_actor("hub", sector="public").with_ties("hub", sc.ties.Rates(activity=False))
    ranking = sc.rank_partners(network, [small, hub], goal=sc.global_efficiency, draws=20, rng=7)
    text = "\n".join(ranking.sentences())
    assert "also falls because there is one more" in text
    compared = sc.compare(network, hub, measures=sc.global_efficiency, draws=20, rng=7)
    unlike = [line for check in compared.checks for line in check.warnings("en")]
    assert unlike
    assert all(line in text for line in unlike)
    found = sc.threshold(network, hub, measure=sc.global_efficiency, over=[1], draws=20, rng=7)
    assert all(line in found.sentences() for line in unlike)
