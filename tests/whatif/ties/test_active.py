"""Ties of partners who are more active, or less, than their kind."""

import numpy as np
import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.core.errors import InputError
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.ties import Closure, DistanceDecay, Logit, Proximity, Rates, Stated
from socluster.whatif.ties.active import Active, ActiveTies
from socluster.whatif.ties.dyads import DyadTies
from tests.whatif.ties.test_activity import members

N = 30
KM = {"p": {"q": 20}}


def cluster(spread=1.2, seed=2, *, order=None, directed=False):
    """Thirty actors of two sectors and two places, some far more active than others."""
    matrix = members(N, spread, seed, directed=directed, receiving=spread)[0].expected
    names = [f"m{place:02}" for place in range(N)]
    near, far = np.nonzero(matrix if directed else np.triu(matrix))
    actors = pd.DataFrame({"actor": names, "sector": ["x", "y"] * (N // 2), "place": ["p"] * 10 + ["q"] * 20})
    ties = pd.DataFrame({"source": [names[i] for i in near], "target": [names[i] for i in far]})
    actors = actors if order is None else actors.iloc[order]
    return Cluster.from_tables(actors, ties, layers={"tie": {"directed": directed}})


def with_hub(found):
    return found.with_actor("hub", sector="x", place="p")


MODELS = [Rates(), Logit(), Proximity(), DistanceDecay(KM)]


def degrees(ties, draws=600):
    rng = np.random.default_rng(1)
    return np.array([ties.realised(rng.random(len(ties.sources)), rng).sum() for _ in range(draws)])


@pytest.mark.parametrize("model", MODELS, ids=lambda each: type(each).__name__)
def test_a_partner_may_be_as_active_as_any_member(model):
    found = cluster()
    own = np.asarray(found.matrix().sum(axis=0)).ravel()
    ties = model.fit(with_hub(found), "hub", "tie")
    plain = type(model)(*([KM] if isinstance(model, DistanceDecay) else []), activity=False)
    without = plain.fit(with_hub(found), "hub", "tie")
    assert isinstance(ties, ActiveTies)
    assert not isinstance(without, ActiveTies)
    assert degrees(ties).std() > 1.5 * degrees(without).std()
    assert 0.6 * own.std() < degrees(ties).std() < 1.5 * own.std()
    assert ties.probabilities(None).sum() == pytest.approx(without.probabilities(None).sum(), rel=0.2)


def test_active_members_are_the_likelier_partners():
    found = cluster()
    own = np.asarray(found.matrix().sum(axis=0)).ravel()
    p = Rates(by="place").fit(with_hub(found), "hub", "tie").probabilities(None)
    assert np.corrcoef(own, p)[0, 1] > 0.8


def test_where_members_do_not_differ_nothing_is_added():
    assert not isinstance(Rates().fit(with_hub(cluster(spread=0.0, seed=4)), "hub", "tie"), ActiveTies)


def test_random_numbers_belong_to_actors_not_to_rows():
    order = list(np.random.default_rng(3).permutation(N))
    one, other = (Rates().fit(with_hub(cluster(order=o)), "hub", "tie") for o in (None, order))
    for draw in range(5):
        p, q = (
            dict(zip(each.targets, each.probabilities(np.random.default_rng(draw)), strict=True))
            for each in (one, other)
        )
        assert p == pytest.approx(q, abs=1e-6)


def test_two_partners_have_an_activity_each_and_meet_the_same_members():
    both = with_hub(cluster()).with_actor("hob", sector="x", place="p")
    one, other = (Rates().fit(both, name, "tie") for name in ("hub", "hob"))
    odds = []
    for draw in range(200):
        p, q = (each.probabilities(np.random.default_rng(draw))[:N] for each in (one, other))
        odds.append(np.log(p / (1 - p)) - np.log(q / (1 - q)))
    odds = np.array(odds)
    assert odds.std(axis=1).max() < 1e-6  # all members differ alike: by the activity of the two
    assert odds[:, 0].std() == pytest.approx(np.sqrt(2) * one.activity.spread[0], rel=0.25)


def test_activity_is_learnt_from_the_cluster_before_the_scenario():
    """A partner who joined before, with ties to everybody, is no evidence of how active partners are."""
    found = cluster()
    busy = Scenario("s").with_actor("busy", sector="x").with_ties("busy", list(found.ids))
    both = busy.with_actor("hub", sector="x").with_ties("hub", Rates()).prepare(found)
    alone = Scenario("s").with_actor("hub", sector="x").with_ties("hub", Rates()).prepare(found)
    one, other = (each.modelled[-1].ties.activity for each in (alone, both))
    assert one.spread == pytest.approx(other.spread)
    assert other.means[:, :N] == pytest.approx(one.means, abs=1e-2)


def test_directed_ties_are_active_and_returned():
    ties = Rates().fit(with_hub(cluster(directed=True)), "hub", "tie")
    assert isinstance(ties, DyadTies)
    assert isinstance(ties.ties, ActiveTies)
    rng = np.random.default_rng(0)
    there = np.mean([ties.realised(rng.random(2 * N), rng) for _ in range(3000)], axis=0)
    assert there == pytest.approx(ties.probabilities(None), abs=0.05)


def test_closure_takes_partners_of_any_activity():
    ties = Closure(Rates(), 0.2).fit(with_hub(cluster()), "hub", "tie")
    rng = np.random.default_rng(0)
    there = np.mean([ties.realised(rng.random(N), rng) for _ in range(3000)], axis=0)
    assert there == pytest.approx(ties.probabilities(None), abs=0.05)


def test_the_assumption_tells_of_activity_where_there_is_some():
    scenario = Scenario("s").with_actor("hub", sector="x").with_ties("hub", Rates())
    for language, words in (("en", "as active or as quiet as any"), ("lt", "toks pat aktyvus ar pasyvus")):
        assert words in scenario.assumptions(language, cluster())[0]
        assert words not in scenario.assumptions(language, cluster(spread=0.0, seed=4))[0]
        assert words not in scenario.assumptions(language)[0]
    stated = Scenario("s").with_actor("hub", sector="x").with_ties("hub", Rates(activity=0.5))
    assert "as stated (standard deviation of the log odds: 0.5)" in stated.assumptions("en", cluster())[0]
    two = Active(Stated({"m00": 0.5}), (0.4, 0.6), is_stated=False)
    assert "from it: 0.4, to it: 0.6" in two.assumption()


def test_a_stated_activity_is_varied():
    assert any(name.startswith("standard deviation of activity (0.25 to 1)") for name in Rates(activity=0.5).varied())
    assert not any("activity" in name for name in Rates().varied())


@pytest.mark.parametrize("wrong", [-0.1, float("inf"), float("nan"), "yes", None])
@pytest.mark.parametrize("model", [Rates, Logit, Proximity])
def test_a_wrong_activity_is_refused(model, wrong):
    with pytest.raises(InputError, match="activity"):
        model(activity=wrong)
