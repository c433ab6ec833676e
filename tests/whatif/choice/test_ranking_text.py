"""What a ranking says of mean gains: another is better on average, some do harm, some are alike."""

import networkx as nx
import pandas as pd
import pytest

from socluster.measures.cohesion.density import density
from socluster.whatif.choice.goals import as_goal
from socluster.whatif.choice.rank import rank_partners
from socluster.whatif.choice.ranking_text import falls_by_presence, on_average
from socluster.whatif.scenarios.scenario import Scenario
from tests.whatif.choice.choice_samples import joins, ties_in


def jackpot(cluster):
    """Much for a fourth tie, a little harm by a third."""
    return 10.0 * (cluster.n_ties > 3) - 0.1 * (cluster.n_ties == 3)


@pytest.fixture
def path():
    graph = nx.path_graph([1, 2, 3])
    graph.add_node(4)
    return graph


def test_who_is_better_on_average_than_the_first_is_said_to_be(path):
    candidates = [joins("a", **{"1": 1.0, "2": 0.1}), joins("b", **{"1": 0.5})]
    ranking = rank_partners(path, candidates, goal=jackpot, draws=400, rng=1)
    means, regret = ranking.gains.mean(), ranking.to_frame()["regret"]
    assert ranking.best == "b"
    assert means["a"] > 0 > means["b"]
    said = "\n".join(ranking.sentences())
    assert "On average a is the better choice: its mean gain is 0.885, that of b −0.0488;" in said
    assert f"its mean regret is {regret['a']:.4f}, that of b {regret['b']:.3f}." in said
    assert ranking.to_frame().loc["b", "high"] <= 0  # its interval holds no gain
    assert "On average b does harm to this goal: choosing nobody would be better." in said
    assert "Vidutiniškai geriau rinktis a: " in "\n".join(ranking.sentences("lt"))


def test_nothing_is_said_where_the_first_is_best_on_average(chain):
    said = "\n".join(
        rank_partners(chain, [joins("x", a=0.9), joins("y", a=0.2)], goal=ties_in, draws=50, rng=1).sentences()
    )
    assert "better choice" not in said
    assert "told apart" not in said
    assert "harm" not in said


def test_candidates_that_gain_the_same_cannot_be_told_apart_and_all_that_harm_are_named(path):
    candidates = [joins("a", **{"1": 1.0}), joins("b", **{"1": 1.0})]
    ranking = rank_partners(path, candidates, goal=jackpot, draws=20, rng=1)
    said = ranking.sentences()
    assert "a and b cannot be told apart: their gains are the same in every draw." in said
    assert "On average a and b do harm to this goal: choosing nobody would be better." in said
    lithuanian = ranking.sentences("lt")
    assert "Vidutiniškai a ir b šiam tikslui kenkia: geriau būtų nesirinkti nieko." in lithuanian


def test_twins_that_win_about_as_often_are_too_close_to_call():
    import numpy as np
    import pandas as pd

    from socluster.whatif.choice.ranking_text import on_average

    rng = np.random.default_rng(1)
    gains = pd.DataFrame(rng.random((200, 2)), columns=["A", "B"])
    table = pd.DataFrame({"regret": [0.1, 0.1], "high": 1.0}, index=["A", "B"])
    assert any("Too close to call" in line for line in on_average(gains, table, "en"))
    apart = gains.assign(B=gains["B"] - 0.5)
    assert not any("Too close to call" in line for line in on_average(apart, table, "en"))
    assert any("maž" in line for line in on_average(gains, table, "lt"))


def test_harm_is_only_possible_where_the_interval_holds_a_gain(path):
    def often_harmful(cluster):
        return 1.0 * (cluster.n_ties == 3) - 2.0 * (cluster.n_ties > 3)

    candidates = [joins("a", **{"1": 0.9, "2": 0.5}), joins("b", **{"1": 0.9, "2": 0.6})]
    ranking = rank_partners(path, candidates, goal=often_harmful, draws=200, rng=1)
    table = ranking.to_frame()
    assert (table["mean_gain"] < 0).all()
    assert (table["high"] > 0).all()
    said = "\n".join(ranking.sentences())
    assert "harm to this goal: choosing" not in said
    shares = {name: round(100 * (ranking.gains[name] <= 0).mean()) for name in table.index}
    names = " and ".join(f"{name} ({share}%)" for name, share in shares.items())
    assert f"{names} may do harm to this goal: their mean gains are below 0" in said
    assert "gali kenkti" in "\n".join(ranking.sentences("lt"))


def test_losses_that_differ_by_rounding_are_alike():
    gains = pd.DataFrame({"x": [-1.0, -2.0], "y": [-1.0 - 1e-12, -2.0 + 1e-12]})
    table = pd.DataFrame({"regret": [0.0, 0.0], "high": [-1.0, -1.0]}, index=["x", "y"])
    assert any("x and y cannot be told apart" in said for said in on_average(gains, table, "en"))


@pytest.mark.parametrize(("means", "is_said"), [({"x": -0.1}, True), ({"x": 0.1}, False), ({"cut": -0.1}, False)])
def test_that_a_mean_falls_by_presence_is_said_where_somebody_who_joins_loses(means, is_said):
    scenarios = [joins("x", a=1.0), Scenario("cut").without_ties("a", "b")]
    assert bool(falls_by_presence(means, as_goal(density), scenarios, "en")) is is_said
