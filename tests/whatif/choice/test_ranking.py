"""What a ranking says of a candidate: wins, regret, places, costs, by hand."""

import numpy as np
import pytest

from socluster.draws.settings import Draws
from socluster.measures.cohesion.density import density
from socluster.whatif.choice.rank import rank_partners
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.ties import Stated
from tests.whatif.choice.choice_samples import joins, ties_in


def test_shares_and_regret_of_two_coins(chain):
    """Gains are 0 or 1 with p = .6 and .3, independent: wins, shared wins and regret follow by hand."""
    ranking = rank_partners(chain, [joins("x", a=0.6), joins("y", a=0.3)], goal=ties_in, draws=4000, rng=3)
    frame = ranking.to_frame()
    only_x, only_y = 0.6 * 0.7, 0.4 * 0.3
    assert frame.loc["x", "p_best"] == pytest.approx(only_x + (1 - only_x - only_y) / 2, abs=0.03)
    assert frame.loc["x", "regret"] == pytest.approx(only_y, abs=0.03)
    assert frame.loc["y", "regret"] == pytest.approx(only_x, abs=0.03)
    assert frame["p_best"].sum() == pytest.approx(1)


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
    assert repr(ranking).startswith("x comes first for density (higher is better) in")
    assert "Structure is not effectiveness" in repr(ranking)
    assert ranking.sentences("lt")[0].startswith("x pirmauja pagal rodiklį „tankis (geriau daugiau)“")
    assert "x" in ranking.plot().layout.meta["alt"]


def test_the_picture_says_draws_and_level_where_something_is_drawn_and_its_order(chain):
    def subtitle(*candidates):
        found = rank_partners(chain, candidates, goal=density, draws=20, rng=1)
        return found.plot().layout.title.subtitle.text, found._order("en")

    drawn, order = subtitle(joins("x", a=1.0), joins("y", a=0.5))
    assert all(each in drawn for each in ("20 draws", "90%", "4 actors"))
    assert order in drawn.replace("<br>", " ")
    sure, _ = subtitle(Scenario("x").with_ties("a", "c"), Scenario("y").with_ties("a", "d"))
    assert not any(each in sure for each in ("draw", "90%"))


def test_costs_are_shown_and_divide_the_gain(chain):
    candidates = [joins("x", a=1.0), joins("y", a=1.0, b=1.0), joins("z", b=0.5)]
    cost, capacity = {"x": 2, "y": 8, "z": 0}, {"x": 5, "y": 6, "z": 7}
    ranking = rank_partners(chain, candidates, goal=ties_in, draws=20, rng=1, cost=cost, capacity=capacity)
    frame = ranking.to_frame()
    assert frame.loc["y", ["cost", "gain_per_cost", "capacity"]].tolist() == [8, 0.25, 6]
    assert np.isnan(frame.loc["z", "gain_per_cost"])
    assert "affordable" not in frame
    said = ranking.sentences()[0]
    assert said.endswith("a gain of 2, at a cost of 8 (0.25 per unit of cost), with a capacity of 6.")
    assert ranking.sentences("lt")[0].endswith(", kaina 8 (kainos vienetui tenka 0,25), pajėgumas 6.")


def test_a_winner_that_harms_is_said_to(chain):
    candidates = [joins("x", a=0.9), joins("y", b=0.5)]
    ranking = rank_partners(chain, candidates, goal=density, better="higher", draws=50, rng=1)
    assert (ranking.to_frame()["mean_gain"] < 0).all()
    said = ranking.sentences()
    assert "gain" not in said[0]
    assert "a mean loss of" in said[0]
    assert "On average x and y do harm to this goal: choosing nobody would be better." in said
    assert any(line.endswith("kenkia: geriau būtų nesirinkti nieko.") for line in ranking.sentences("lt"))


def test_the_interval_of_a_loss_has_the_signs_of_the_table_where_it_reaches_to_gains(chain):
    ranking = rank_partners(chain, [joins("x", a=0.9), joins("y", b=0.5)], goal=density, draws=50, rng=1)
    row = {"mean_gain": -0.2, "low": -0.5, "high": 0.1}
    assert ranking._gain(row, "en") == "a mean gain of −0.2 (−0.5 to 0.1)"
    assert ranking._gain({**row, "high": -0.1}, "en") == "a mean loss of 0.2 (0.1 to 0.5)"


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
    assert frame.loc["y", "mean_gain"] == 2
    assert "y is not affordable (cost 8, budget 5); it would bring a gain of 2." in ranking.sentences()
    assert "y: biudžeto nepakanka (kaina 8, biudžetas 5); būtų nauda 2." in ranking.sentences("lt")


def test_the_interval_of_a_place_follows_from_the_draws(chain):
    """Each wins alone with p = .25 and they tie else: places 1, 1.5 and 2."""
    draws = Draws(400, interval=0.3)
    ranking = rank_partners(chain, [joins("x", a=0.5), joins("y", a=0.5)], goal=ties_in, draws=draws, rng=1)
    frame = ranking.to_frame()
    assert frame.loc["x", ["rank_low", "rank_high"]].tolist() == [1.5, 1.5]
    wide = rank_partners(chain, [joins("x", a=0.5), joins("y", a=0.5)], goal=ties_in, draws=400, rng=1).to_frame()
    assert wide[["rank_low", "rank_high"]].to_numpy().tolist() == [[1, 2], [1, 2]]


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
        "mean_gain": gains.mean(),
        "error_of_mean": gains.std() / np.sqrt(len(gains)),
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
