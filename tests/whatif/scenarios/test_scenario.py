"""Scenarios: readable values that apply the verbs of a cluster, and add up."""

import pickle

import numpy as np
import pytest

from socluster.core.errors import InputError
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.ties import Stated


def test_a_scenario_is_a_hashable_readable_value():
    def hub():
        return (
            Scenario("hub")
            .with_actor("hub", sector="public")
            .with_ties("hub", Stated({"School": 0.5}), layer="referral")
        )

    assert hub() == hub()
    assert len({hub(), hub()}) == 1
    assert hub() != hub().without_actor("Firm")
    assert str(hub()) == (
        "Scenario 'hub':\n  with_actor('hub', sector='public')\n"
        "  with_ties('hub', Stated({'School': 0.5}), layer='referral')"
    )
    assert pickle.loads(pickle.dumps(hub())) == hub()


def test_a_scenario_needs_a_name():
    with pytest.raises(InputError, match="needs a name"):
        Scenario(" ")


def test_steps_are_the_verbs_of_the_cluster(village):
    scenario = (
        Scenario("all")
        .with_actor("Hub", sector="public")
        .with_ties("Hub", ["School", "NGO"])
        .without_actor("Firm")
        .without_ties("School", "Clinic")
        .with_group("event", kind="event")
        .with_affiliation("Hub", "event")
    )
    after = scenario.apply(village)
    by_hand = (
        village.with_actor("Hub", sector="public")
        .with_ties("Hub", ["School", "NGO"], evidence="simulated", confidence=1.0)
        .without_actor("Firm")
        .without_ties("School", "Clinic")
        .with_group("event", kind="event")
        .with_affiliation("Hub", "event", evidence="simulated", confidence=1.0)
    )
    assert after == by_hand
    assert village.n_actors == 5


def test_partners_merge_and_split_and_links_change(village):
    scenario = (
        Scenario("reform")
        .with_merger(["School", "Clinic"], into="Centre", sector="public")
        .with_split("Centre", {"East": ["NGO"], "West": ["Firm"]}, tie="tie")
        .with_strength("East", "NGO", by=2)
        .with_event("Forum", ["East", "Firm"], date="2016-11")
        .with_capacity("Firm", "Forum", 3)
        .with_attributes("Firm", places=12)
    )
    sure = {"evidence": "simulated", "confidence": 1.0}
    by_hand = (
        village.with_merger(["School", "Clinic"], into="Centre", sector="public")
        .with_split("Centre", {"East": ["NGO"], "West": ["Firm"]}, tie="tie", **sure)
        .with_strength("East", "NGO", by=2, evidence="simulated")
        .with_event("Forum", ["East", "Firm"], date="2016-11", **sure)
        .with_capacity("Firm", "Forum", 3, evidence="simulated")
        .with_attributes("Firm", places=12)
    )
    assert scenario.apply(village) == by_hand
    assert pickle.loads(pickle.dumps(scenario)) == scenario
    assert len({scenario, pickle.loads(pickle.dumps(scenario))}) == 1


def test_scenarios_add_up_and_shared_steps_are_taken_once(village):
    hub = Scenario("hub").with_actor("Hub", sector="public")
    school = hub.named("school").with_ties("Hub", "School")
    firm = hub.named("firm").with_ties("Hub", "Firm")
    both = school + firm
    assert both.name == "school + firm"
    assert [step.verb for step in both.steps] == ["with_actor", "with_ties", "with_ties"]
    assert both.apply(village).n_ties == 6
    assert sum([school, firm]) == both
    assert (school + firm) + hub == school + (firm + hub).named("firm + hub")
    assert school.named("x").steps == school.steps


def test_the_order_of_columns_does_not_matter():
    one = Scenario("hub").with_actor("Hub", sector="public", place="Kelmė")
    other = Scenario("hub").with_actor("Hub", place="Kelmė", sector="public")
    assert one == other
    assert hash(one) == hash(other)
    assert len((one + other).steps) == 1


def test_only_scenarios_add_up():
    for stranger in (1, "hub", None, [Scenario("a")]):
        with pytest.raises(TypeError):
            Scenario("a") + stranger
        with pytest.raises(TypeError):
            stranger + Scenario("a")


def test_an_actor_is_replaced_by_one_with_a_share_of_its_ties():
    import socluster as sc

    kite = sc.load_dataset("kite")
    centre = kite.labels[int(np.asarray(kite.matrix().sum(axis=0)).ravel().argmax())]
    after = sc.Scenario("s").with_replacement(centre, "new", share=0.5).apply(kite)
    assert centre not in after.ids
    new = after.ties[(after.ties["source"] == "new") | (after.ties["target"] == "new")]
    assert (new["confidence"] == 0.5).all()
    assert len(new) == np.asarray(kite.matrix().sum(axis=0)).max()


def test_who_leaves_may_be_named_before_and_after():
    import socluster as sc

    kite = sc.load_dataset("kite")
    centre = kite.labels[3]
    like = sc.ties.LikeActor(centre, share=0.7)
    first = sc.Scenario("s").without_actor(centre).with_actor("new").with_ties("new", like).apply(kite)
    then = sc.Scenario("s").with_actor("new").with_ties("new", like).without_actor(centre).apply(kite)
    one, other = (
        {frozenset(row[:2]): row[2] for row in each.ties[["source", "target", "confidence"]].to_numpy().tolist()}
        for each in (first, then)
    )
    assert one == other
    with pytest.raises(InputError):
        sc.Scenario("s").with_actor("new").with_ties("new", sc.ties.LikeActor("nobody")).apply(kite)


def test_a_change_of_capacity_keeps_its_layer():
    (step,) = Scenario("more").with_capacity("Clinic", "help", 5.0, layer="provides", until="2027").steps
    assert dict(step.columns) == {"weight": 5.0, "layer": "provides", "until": "2027"}
    (plain,) = Scenario("more").with_capacity("Clinic", "help", 5.0).steps
    assert "layer" not in dict(plain.columns)
