"""Rates of ties by attribute, against the posterior computed by hand."""

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.core.cluster import Cluster
from socluster.core.errors import InputError, NearNameWarning
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.ties import Rates
from tests.whatif.ties.tie_samples import to, town


def test_rates_of_several_attributes_are_drawn_towards_the_overall_rate():
    model = Rates(by=["sector", "place"], prior_rate=0.3, prior_dyads=4)
    table = model.posterior(town()).to_frame()
    # civic in Šiauliai (NGO) and civic in Joniškis (Parish): half a tie in one dyad
    assert table.loc[("civic, Šiauliai", "civic, Joniškis"), ["ties", "dyads"]].tolist() == [0.5, 1]
    assert table.loc[("civic, Šiauliai", "civic, Joniškis"), "rate"] == pytest.approx((4 * 0.3 + 0.5) / 5)
    assert set(to(model).values()) == {0.3}  # nobody else is civic and in Kelmė: only the prior is known
    assert Rates(by=["sector"]) == Rates(by="sector")


def test_unknown_dyads_teach_nothing():
    base = town()
    unknown = pd.DataFrame({"source": ["School"], "target": ["Court"], "layer": ["tie"]})
    tables = base.to_tables()
    open_ = Cluster.from_tables(
        tables.actors,
        tables.ties,
        groups=tables.groups,
        affiliations=tables.affiliations,
        unknown=unknown,
        layers=tables.layers,
    )
    before, after = (Rates(by="sector").posterior(each).to_frame()["dyads"] for each in (base, open_))
    assert before[("public", "public")] == 3
    assert after[("public", "public")] == 2


@pytest.mark.parametrize("directed", [False, True])
def test_drawn_rates_are_the_same_both_ways_unless_ties_have_a_direction(directed):
    drawn = Rates(by="sector").posterior(town(directed=directed)).rates(np.random.default_rng(3))
    assert (drawn == drawn.T).all() == (not directed)
    assert len(np.unique(drawn)) == (drawn.size if directed else 10)  # of four sectors, the fourth not seen yet


def test_rates_are_beta_posteriors_of_block_rates(village):
    posterior = Rates(by="sector", prior_rate=0.2, prior_dyads=5).posterior(village).to_frame()
    # public-public: 1 tie among 1 dyad; public-civic: 1 of 4; civic-private: 0 of 2
    assert posterior.loc[("public", "public"), ["ties", "dyads", "alpha", "beta"]].tolist() == [1, 1, 2, 4]
    assert posterior.loc[("public", "civic"), ["ties", "dyads", "alpha", "beta"]].tolist() == [1, 4, 2, 7]
    assert posterior.loc[("civic", "private"), ["ties", "dyads", "alpha", "beta"]].tolist() == [0, 2, 1, 6]
    assert (posterior["rate"] > 0).all()
    assert posterior.loc[("civic", "public"), "rate"] == posterior.loc[("public", "civic"), "rate"]


def test_the_prior_is_the_overall_rate_unless_stated(village):
    assert Rates().posterior(village).prior_rate == pytest.approx((4 + 0.5) / (10 + 1))


def test_uncertain_ties_count_with_their_confidence(village):
    unsure = village.with_ties("Parish", "Firm", evidence="assumed", confidence=0.5)
    table = Rates(prior_rate=0.2).posterior(unsure).to_frame()
    assert table.loc[("civic", "private"), "ties"] == 0.5


def test_directed_rates_differ_by_direction():
    actors = pd.DataFrame({"actor": list("abcd"), "sector": ["x", "x", "y", "y"]})
    ties = pd.DataFrame({"source": ["a", "a", "b"], "target": ["c", "d", "c"]})
    cluster = Cluster.from_tables(actors, ties, layers={"tie": {"directed": True}})
    table = Rates(prior_rate=0.1).posterior(cluster, "tie").to_frame()
    assert table.loc[("x", "y"), ["ties", "dyads"]].tolist() == [3, 4]
    assert table.loc[("y", "x"), ["ties", "dyads"]].tolist() == [0, 4]
    after = Scenario("s").with_actor("hub", sector="x").with_ties("hub", Rates(prior_rate=0.1)).apply(cluster)
    new = after.ties[(after.ties["source"] == "hub") | (after.ties["target"] == "hub")]
    assert len(new) == 8
    rate = new.set_index(["source", "target"])["confidence"]
    assert rate[("hub", "c")] == table.loc[("x", "y"), "rate"]
    assert rate[("c", "hub")] == table.loc[("y", "x"), "rate"]


def test_rates_are_drawn_once_per_pair_of_blocks(village):
    ties = Rates(by="sector").fit(village.with_actor("Hub", sector="public"), "Hub", "tie")
    drawn = dict(zip(ties.targets, ties.probabilities(np.random.default_rng(1)), strict=True))
    assert drawn["School"] == drawn["Clinic"]
    assert drawn["NGO"] == drawn["Parish"]
    assert len(set(drawn.values())) == 3
    many = np.array([ties.probabilities(np.random.default_rng(seed)) for seed in range(4000)])
    assert many.mean(axis=0) == pytest.approx(ties.probabilities(None), abs=0.01)


def test_a_sector_that_nobody_is_in_has_the_prior_rate(village):
    with pytest.warns(NearNameWarning, match="there are: civic, private, public"):
        after = Scenario("s").with_actor("Hub", sector="science").with_ties("Hub", Rates(prior_rate=0.3)).apply(village)
    new = after.ties[after.ties["target"] == "Hub"]
    assert new["confidence"].tolist() == pytest.approx([0.3] * 5)


def test_rates_name_what_they_miss(village):
    with pytest.raises(InputError, match="did you mean 'sector'"):
        Scenario("s").with_actor("Hub", sector="public").with_ties("Hub", Rates(by="secter")).apply(village)
    with pytest.raises(InputError, match="needs a value of 'sector'"):
        Scenario("s").with_actor("Hub").with_ties("Hub", Rates()).apply(village)
    for wrong in ({"prior_rate": 0}, {"prior_rate": 1.2}, {"prior_dyads": 0}, {"prior_dyads": float("inf")}):
        with pytest.raises(InputError):
            Rates(**wrong)


def test_a_first_member_has_nobody_to_be_tied_to():
    """A cluster without actors has no blocks to learn from."""
    nobody = sc.Cluster.from_tables(pd.DataFrame({"actor": [], "sector": []}))
    hub = sc.Scenario("hub").with_actor("hub", sector="civic").with_ties("hub", sc.ties.Rates())
    with pytest.raises(InputError, match="the tie model of 'hub' yields no ties"):
        sc.compare(nobody, hub, measures=[sc.components], draws=5, rng=1)
