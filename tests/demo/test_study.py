"""What the demonstration computes: the region as documented, and what a hub would change."""

import pandas as pd

import socluster as sc
from socluster.core.errors import SingleEventWarning
from socluster.demo.study import HUB, hub_scenario, study
from tests.demo.demo_results import DRAWS, SEED, results


def test_the_region_is_the_shipped_one_and_its_network_the_projection():
    found = results()
    assert found.region == sc.load_dataset("siauliai")
    assert found.network == found.region.project()
    assert isinstance(found.clique_warning, SingleEventWarning)


def test_its_numbers_are_those_of_the_measures():
    found = results()
    assert found.profile["degree"].equals(sc.degree(found.network, normalized=False))
    inside = found.outcome.by_actor("betweenness").query("status == 'stayed'")["before"]
    pd.testing.assert_series_equal(found.profile["betweenness"], inside, check_names=False)  # one kind of betweenness
    assert found.roles.equals(sc.brokerage_roles(found.network, group="level"))


def test_the_hub_is_all_that_is_new():
    found = results()
    assert set(found.after.labels) - set(found.network.labels) == {HUB}
    assert set(found.outcome.to_frame().index.get_level_values("scenario")) == {"hub"}


def test_the_same_seed_gives_the_same_answer_and_another_one_another():
    found = results().outcome.to_frame()
    assert study("hub", DRAWS, SEED).outcome.to_frame().equals(found)
    assert not study("hub", DRAWS, SEED + 1).outcome.to_frame().equals(found)


def test_the_scenario_says_what_it_does_in_both_languages():
    hub = hub_scenario("hub")
    for language in ("en", "lt"):
        assert any("Kelm" in line for line in hub.sentences(language))
