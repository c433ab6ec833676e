import numpy as np
import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.core.errors import InputError
from socluster.draws.settings import Draws
from socluster.measures.centrality.degree import degree
from socluster.measures.cohesion.density import density, global_efficiency
from socluster.whatif.choice.coverage import Coverage
from socluster.whatif.choice.goals import Goal
from socluster.whatif.choice.rank import rank_partners
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.ties import Stated


def ties_in(cluster):
    return cluster.n_ties


def joins(name, **probabilities):
    return Scenario(name).with_actor(name).with_ties(name, Stated(probabilities))


@pytest.fixture
def chain():
    return Cluster.from_tables(
        pd.DataFrame({"actor": list("abcd")}), pd.DataFrame({"source": list("abc"), "target": list("bcd")})
    )


def test_what_is_certain_is_won_always(chain):
    ranking = rank_partners(chain, [joins("one", a=1.0), joins("two", a=1.0, b=1.0)], goal=ties_in, draws=5, rng=1)
    frame = ranking.to_frame()
    assert frame.index.tolist() == ["two", "one"]
    assert frame.index.name == "candidate"
    assert frame["gain"].tolist() == [2, 1]
    assert frame["p_best"].tolist() == [1, 0]
    assert frame["regret"].tolist() == [0, 1]
    assert frame["mean_rank"].tolist() == [1, 2]
    assert ranking.best == "two"


def test_shares_and_regret_of_two_coins(chain):
    """Gains are 0 or 1 with p = .6 and .3, independent: wins, shared wins and regret follow by hand."""
    ranking = rank_partners(chain, [joins("x", a=0.6), joins("y", a=0.3)], goal=ties_in, draws=4000, rng=3)
    frame = ranking.to_frame()
    only_x, only_y = 0.6 * 0.7, 0.4 * 0.3
    assert frame.loc["x", "p_best"] == pytest.approx(only_x + (1 - only_x - only_y) / 2, abs=0.03)
    assert frame.loc["x", "regret"] == pytest.approx(only_y, abs=0.03)
    assert frame.loc["y", "regret"] == pytest.approx(only_x, abs=0.03)
    assert frame["p_best"].sum() == pytest.approx(1)


def test_lower_may_be_better(chain):
    ranking = rank_partners(
        chain, [Scenario("cut").without_ties("a", "b"), joins("e", a=1.0)], goal=ties_in, draws=2, rng=1, better="lower"
    )
    assert ranking.best == "cut"
    assert ranking.to_frame().loc["cut", "gain"] == 1


def test_order_of_candidates_does_not_matter(chain):
    candidates = [joins("x", a=0.6, d=0.4), joins("y", b=0.5), joins("z", c=0.9)]
    frames = [
        rank_partners(chain, order, goal=global_efficiency, draws=60, rng=5).to_frame()
        for order in (candidates, candidates[::-1])
    ]
    pd.testing.assert_frame_equal(frames[0].sort_index(), frames[1].sort_index())


def test_undefined_gains_are_lost_and_counted(chain):
    def sometimes(cluster):
        return float("nan") if cluster.n_ties == 4 else 1.0 * cluster.n_ties

    frame = rank_partners(
        chain, [joins("x", a=1.0), joins("y", a=1.0, b=1.0)], goal=sometimes, draws=3, rng=1
    ).to_frame()
    assert frame.loc["x", "defined"] == 0
    assert frame.loc["x", "p_best"] == 0
    assert np.isnan(frame.loc["x", "regret"])


def test_sentences_and_picture(chain):
    ranking = rank_partners(chain, [joins("x", a=1.0), joins("y", a=0.5)], goal=density, draws=20, rng=1)
    assert repr(ranking).startswith("x comes first for density in")
    assert "Structure is not effectiveness" in repr(ranking)
    assert ranking.sentences("lt")[0].startswith("x pirmauja pagal rodiklį „tankis“")
    assert "x" in ranking.plot().layout.meta["alt"]


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


def test_costs_are_shown_and_divide_the_gain(chain):
    candidates = [joins("x", a=1.0), joins("y", a=1.0, b=1.0), joins("z", b=0.5)]
    cost, capacity = {"x": 2, "y": 8, "z": 0}, {"x": 5, "y": 6, "z": 7}
    ranking = rank_partners(chain, candidates, goal=ties_in, draws=20, rng=1, cost=cost, capacity=capacity)
    frame = ranking.to_frame()
    assert frame.loc["y", ["cost", "gain_per_cost", "capacity"]].tolist() == [8, 0.25, 6]
    assert np.isnan(frame.loc["z", "gain_per_cost"])
    assert "affordable" not in frame
    said = ranking.sentences()[0]
    assert said.endswith("a gain of 2 (2 to 2), at a cost of 8 (0.25 per unit of cost), with a capacity of 6.")
    assert ranking.sentences("lt")[0].endswith(", kaina 8 (kainos vienetui tenka 0,25), pajėgumas 6.")


def test_who_is_not_affordable_wins_nothing_and_takes_no_place(chain):
    candidates = [joins("x", a=1.0), joins("y", a=1.0, b=1.0), joins("z", b=0.5)]
    cost = {"x": 2, "y": 8, "z": 1}
    ranking = rank_partners(chain, candidates, goal=ties_in, draws=400, rng=1, cost=cost, budget=5)
    frame = ranking.to_frame()
    assert frame.index.tolist() == ["x", "z", "y"]
    assert frame["affordable"].tolist() == [True, True, False]
    assert ranking.best == "x"
    assert frame.loc["x", "regret"] == 0
    assert frame.loc["y", "p_best"] == 0
    assert frame.loc["y", ["regret", "mean_rank"]].isna().all()
    assert frame.loc["y", "gain"] == 2
    assert "y is not affordable (cost 8, budget 5); its gain would be 2 (2 to 2)." in ranking.sentences()
    assert "y: biudžeto nepakanka (kaina 8, biudžetas 5); nauda būtų 2 (nuo 2 iki 2)." in ranking.sentences("lt")


def test_the_interval_of_a_place_follows_from_the_draws(chain):
    """Each wins alone with p = .25 and they tie else: places 1, 1.5 and 2."""
    draws = Draws(400, interval=0.3)
    ranking = rank_partners(chain, [joins("x", a=0.5), joins("y", a=0.5)], goal=ties_in, draws=draws, rng=1)
    frame = ranking.to_frame()
    assert frame.loc["x", ["rank_low", "rank_high"]].tolist() == [1.5, 1.5]
    wide = rank_partners(chain, [joins("x", a=0.5), joins("y", a=0.5)], goal=ties_in, draws=400, rng=1).to_frame()
    assert wide[["rank_low", "rank_high"]].to_numpy().tolist() == [[1, 2], [1, 2]]


def test_a_weighted_goal_ranks_by_its_score(chain):
    goal = Goal({ties_in: 1, density: 1}, better={density: "lower"}, per="unit")
    ranking = rank_partners(chain, [joins("x", a=1.0), joins("y", a=1.0, b=1.0)], goal=goal, draws=2, rng=1)
    before, one, two = 3 / 6, 4 / 10, 5 / 10
    assert ranking.gains.iloc[0].tolist() == pytest.approx([1 - (one - before), 2 - (two - before)])
    assert "1 × ties in + 1 × density (lower is better)" in ranking.sentences()[0]
    assert any("each in its own unit" in sentence for sentence in ranking.sentences())
    assert "y" in ranking.plot(language="lt").layout.meta["alt"]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"cost": {"x": 1, "y": 2, "yy": 3}}, "did you mean 'y'"),
        ({"cost": {"x": 1}}, "has no amount"),
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


def test_of_two_who_win_as_often_the_one_with_less_regret_comes_first(chain):
    """A sure tie of strength 1 against one of strength 10 in every second draw: winning is the same, losing is not."""

    def strength(cluster):
        return float(cluster.ties["weight"].sum())

    risky = Scenario("risky").with_actor("risky").with_ties("risky", Stated({"a": 0.5}), weight=10)
    ranked = (
        rank_partners(chain, [joins("sure", a=1.0), risky], goal=strength, draws=2, rng=seed) for seed in range(100)
    )
    table = next(each for each in ranked if each.gains["risky"].tolist() in ([0, 10], [10, 0])).to_frame()
    assert table["p_best"].tolist() == [0.5, 0.5]
    assert table["regret"].to_dict() == {"risky": 0.5, "sure": 4.5}
    assert table.index.tolist() == ["risky", "sure"]


def test_everything_told_of_a_candidate_follows_from_the_gains_in_the_draws(chain):
    """Strengths and probabilities are such that gains take many values."""

    def spread(cluster):
        return float((cluster.ties["weight"] ** 2).sum())

    def joined(name, *weights):
        scenario = Scenario(name).with_actor(name)
        for place, weight in enumerate(weights):
            scenario = scenario.with_ties(name, Stated({"abcd"[place]: 0.5}), weight=weight)
        return scenario

    candidates = [joined("x", 1, 2.5, 3.5, 5), joined("y", 4, 4.2, 1.1), joined("z", 6.1, 0.3)]
    ranking = rank_partners(chain, candidates, goal=spread, draws=Draws(300, interval=0.8), rng=4)
    table, gains = ranking.to_frame(), ranking.gains
    assert gains.nunique().min() >= 4
    wins = gains.eq(gains.max(axis=1), axis=0)
    places = gains.rank(axis=1, ascending=False)
    expected = {
        "gain": gains.median(),
        "low": gains.quantile(0.1),
        "high": gains.quantile(0.9),
        "p_best": wins.div(wins.sum(axis=1), axis=0).mean(),
        "p_gain": (gains > 0).mean(),
        "regret": gains.rsub(gains.max(axis=1), axis=0).mean(),
        "mean_rank": places.mean(),
        "rank_low": places.quantile(0.1),
        "rank_high": places.quantile(0.9),
    }
    for column, values in expected.items():
        assert table[column].to_dict() == pytest.approx(values.to_dict()), column
