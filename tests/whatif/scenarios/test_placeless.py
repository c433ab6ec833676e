"""Where neither a newcomer nor what it offers states a place, nothing of it meets a need, and that is said."""

import pytest

import socluster as sc
from socluster.whatif.scenarios.placeless import placeless_providers


def hub(*, of_actor=None, of_group=None, layer="provides"):
    actor = {} if of_actor is None else {"place": of_actor}
    group = {} if of_group is None else {"place": of_group}
    care = sc.Scenario("hub").with_actor("hub", **actor).with_group("care", kind="service", service="care", **group)
    return care.with_affiliation("hub", "care", layer=layer, weight=5)


@pytest.mark.parametrize(
    ("scenario", "found"),
    [
        (hub(), ["hub"]),
        (hub(of_actor="Kelmė"), []),
        (hub(of_group="Kelmė"), []),
        (hub(layer="attends"), []),
        (hub(layer="teikia"), ["hub"]),
        (hub().with_attributes("hub", place="Kelmė"), []),
    ],
    ids=["neither", "of the actor", "of the service", "no offer", "in Lithuanian", "said later"],
)
def test_whose_offer_is_nowhere(scenario, found):
    assert placeless_providers(scenario.steps, sc.load_dataset("kite")) == found


def test_the_place_may_stand_in_the_cluster():
    town = sc.load_dataset("kite").with_group("care", kind="service", service="care", place="Kelmė")
    offers = sc.Scenario("x").with_actor("hub").with_affiliation("hub", "care", layer="provides", weight=5)
    assert placeless_providers(offers.steps, town) == []


def test_a_comparison_says_why_nothing_is_gained():
    town = sc.load_dataset("kite").with_group("A", kind="service", service="care", place="Kelmė")
    town = town.with_affiliation("0", "A", layer="provides", weight=2)

    def met(cluster):
        return sc.coverage(cluster, needs={("Kelmė", "care"): 9}).met

    said = sc.compare(town, hub(), measures=[met], draws=1, rng=1).sentences()
    assert any("no place is stated" in each for each in said)
    said = sc.compare(town, hub(of_actor="Kelmė"), measures=[met], draws=1, rng=1).sentences()
    assert not any("no place is stated" in each for each in said)
