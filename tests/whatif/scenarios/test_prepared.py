"""A scenario applied to a cluster, and drawn."""

import numpy as np
import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.core.errors import InputError
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.ties import Rates, Stated


def test_unknown_targets_and_absent_partners_are_named(village):
    with pytest.raises(InputError, match="did you mean 'School'"):
        Scenario("s").with_actor("Hub").with_ties("Hub", Stated({"Schol": 0.5})).apply(village)
    with pytest.raises(InputError, match="let it join first"):
        Scenario("s").with_ties("Hub", Stated({"School": 0.5})).apply(village)
    with pytest.raises(InputError, match="is already in row 4"):
        Scenario("s").with_actor("Firm").apply(village)
    with pytest.raises(InputError, match="yields no ties"):
        Scenario("s").with_actor("Hub").with_ties("Hub", Stated({"School": 0})).apply(village)


def test_a_tie_that_a_later_step_takes_away_stays_away(village):
    scenario = (
        Scenario("s").with_actor("Hub").with_ties("Hub", Stated({"School": 0.5, "NGO": 0.5})).without_actor("School")
    )
    prepared = scenario.prepare(village)
    assert len(prepared.present(seed=0, draw=0)) == prepared.cluster.n_ties
    assert prepared.cluster.n_uncertain == 1


@pytest.mark.filterwarnings("ignore::socluster.core.errors.NearNameWarning")
def test_partners_of_one_model_share_what_is_not_known_about_it():
    """Nobody like them is a member yet, so that their rate may be anything; but it is one rate for both."""
    cluster = Cluster.from_tables(pd.DataFrame({"actor": list("abcdef"), "sector": ["x"] * 6}))

    def numbers(name, model):
        scenario = Scenario(name).with_actor(name, sector="new").with_ties(name, model, layer="tie")
        prepared = scenario.prepare(cluster)
        return np.array([prepared.draw(3, draw).n_ties for draw in range(80)])

    vague = Rates(by="sector", prior_rate=0.5, prior_dyads=0.02)
    one, other = numbers("one", vague), numbers("other", vague)
    assert np.isin(one, [0, 6]).mean() > 0.9  # nobody or all, so vague is the prior
    assert 0.3 < (one == 0).mean() < 0.7
    assert (one == other).mean() > 0.9
    assert 0.3 < (one == numbers("other", Rates(by="sector", prior_rate=0.5, prior_dyads=0.021))).mean() < 0.7


HALF = Stated({"School": 0.5, "NGO": 0.25, "Firm": 1.0})


def test_ties_are_there_as_often_as_the_model_says(village):
    prepared = Scenario("s").with_actor("Hub").with_ties("Hub", HALF).prepare(village)
    assert not prepared.is_certain
    there = np.mean([prepared.present(5, draw) for draw in range(3000)], axis=0)
    expected = prepared.cluster.ties["confidence"].to_numpy()
    assert there == pytest.approx(expected, abs=4 * 0.5 / np.sqrt(3000))
    assert (there[expected == 1] == 1).all()


def test_a_draw_holds_the_ties_that_are_there_for_sure(village):
    prepared = Scenario("s").with_actor("Hub").with_ties("Hub", HALF).prepare(village)
    for draw in range(5):
        drawn = prepared.draw(5, draw)
        ends = prepared.cluster.ties[["source", "target"]][prepared.present(5, draw)]
        assert drawn.ties[["source", "target"]].to_numpy().tolist() == ends.to_numpy().tolist()
        assert (drawn.ties["confidence"] == 1).all()
        assert drawn == prepared.draw(5, draw)


def test_what_is_certain_is_not_drawn(village):
    prepared = Scenario("s").with_actor("Hub").with_ties("Hub", ["School"]).prepare(village)
    assert prepared.is_certain
    assert prepared.draw(1, 2) is prepared.cluster
    assert prepared.said == "with_actor('Hub')\nwith_ties('Hub', ['School'], evidence='simulated', confidence=1.0)"


def test_a_tie_has_one_number_in_every_scenario(village):
    """Whoever joins besides: what differs between two scenarios is not due to chance."""
    unsure = village.with_ties("Parish", "Firm", evidence="assumed", confidence=0.5)
    alone = Scenario("alone").with_actor("Hub").with_ties("Hub", HALF)
    besides = Scenario("besides").with_actor("Other").with_ties("Other", Stated({"Clinic": 0.5})) + alone

    def ties(scenario, draw):
        drawn = scenario.prepare(unsure).draw(7, draw).ties
        return {frozenset(pair) for pair in drawn[["source", "target"]].itertuples(index=False)}

    for draw in range(20):
        assert {pair for pair in ties(besides, draw) if "Other" not in pair} == ties(alone, draw)


def test_a_layer_of_a_model_is_made_where_it_is_missing(village):
    after = Scenario("s").with_actor("Hub").with_ties("Hub", HALF, layer="referral", directed=True).prepare(village)
    assert after.cluster.layers["referral"].directed
    assert [each.layer for each in after.modelled] == ["referral"]
    assert Scenario("s").with_ties("NGO", HALF.targets.keys() - {"NGO"}, layer="help").prepare(village).is_certain


class Coin:
    """A tie model of a user's own, without a text of its own."""

    def fit(self, cluster, actor, layer):
        return CoinTies((actor, actor), ("School", "NGO"))

    def assumption(self, language="en"):
        return "a coin decides"


class CoinTies:
    def __init__(self, sources, targets):
        self.sources, self.targets = sources, targets

    def probabilities(self, rng):
        return np.array([0.5, 0.5])

    def realised(self, uniforms, rng):
        return rng.random(2) < 0.5


def test_a_model_without_a_text_of_its_own_draws_the_same_each_time():
    town = Cluster.from_tables(pd.DataFrame({"actor": ["School", "NGO", "Clinic"]}))

    def drawn():
        joined = Scenario("x").with_actor("new").with_ties("new", Coin(), layer="tie")
        prepared = joined.prepare(town)
        return [prepared.present(3, draw).tolist() for draw in range(30)]

    assert drawn() == drawn()
