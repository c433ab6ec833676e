"""Verbs that change what is there: strengths, capacities, attributes, events."""

import pandas as pd
import pytest

from socluster.core.errors import InputError
from socluster.io.datasets import load_dataset
from tests.core.samples import tie


def test_a_tie_changes_its_strength(served_town):
    assert tie(served_town.with_strength("Clinic", "School", weight=7), "School", "Clinic", "contact")["weight"] == 7
    weaker = served_town.with_strength("School", "NGO", by=0.5, layer="contact", evidence="simulated")
    assert tie(weaker, "School", "NGO", "contact")[["weight", "evidence"]].tolist() == [0.5, "simulated"]
    assert tie(weaker, "School", "NGO", "help")["weight"] == 3
    assert served_town.with_strength("School", "Clinic", weight=2) == served_town


def test_on_a_ladder_a_strength_is_a_step(served_town):
    words = served_town.with_strength("School", "NGO", weight="Coalition", layer="help")
    assert tie(words, "School", "NGO", "help")["weight"] == 4
    for wrong in ({"by": 1.5}, {"weight": 6}, {"weight": 0}, {"weight": "no interaction"}):
        with pytest.raises(InputError, match=r"ladder 'frey'|above 0"):
            served_town.with_strength("School", "NGO", layer="help", **wrong)
    with pytest.raises(InputError, match=r"did you mean '4 \(coalition\)'"):
        served_town.with_strength("School", "NGO", layer="help", weight=4.2)


def test_a_direction_is_respected(served_town):
    assert (
        tie(served_town.with_strength("NGO", "Clinic", by=3, layer="referral"), "NGO", "Clinic", "referral")["weight"]
        == 3
    )
    with pytest.raises(InputError, match="no tie from 'Clinic' to 'NGO' in this layer, but in 'help', 'contact'"):
        served_town.with_strength("Clinic", "NGO", by=3, layer="referral")


@pytest.mark.parametrize(
    ("source", "target", "how", "message"),
    [
        ("Schol", "Clinic", {"by": 2}, "did you mean 'School'"),
        ("School", "Clinik", {"by": 2}, "did you mean 'Clinic'"),
        ("School", "Parish", {"by": 2}, "'School' has no tie to it"),
        ("School", "NGO", {"by": 2}, "layer='help' or 'contact'"),
        ("School", "NGO", {"by": 2, "layer": "contakt"}, "did you mean 'contact'"),
        ("School", "Clinic", {}, "either the new weight or the factor"),
        ("School", "Clinic", {"by": 2, "weight": 2}, "either the new weight or the factor"),
        ("School", "Clinic", {"by": -1}, "by must be a number above 0"),
        ("School", "Clinic", {"weight": float("inf")}, "weight must be a number above 0"),
        ("School", "Clinic", {"weight": "strong"}, "weight must be a number above 0"),
    ],
)
def test_wrong_strengths_are_refused(served_town, source, target, how, message):
    with pytest.raises(InputError, match=message):
        served_town.with_strength(source, target, **how)


def test_capacity_changes(served_town):
    after = served_town.with_capacity("Parish", "Day care", 12, evidence="simulated")
    assert after.affiliations.set_index("actor").loc["Parish", ["weight", "evidence"]].tolist() == [12, "simulated"]
    with pytest.raises(InputError, match="does not belong to it"):
        served_town.with_capacity("School", "Day care", 12)
    with pytest.raises(InputError, match="did you mean 'Day care'"):
        served_town.with_capacity("Parish", "Day cares", 12)
    with pytest.raises(InputError, match="above 0"):
        served_town.with_capacity("Parish", "Day care", 0)
    twice = served_town.with_affiliation("Parish", "Day care", layer="runs")
    with pytest.raises(InputError, match="in several layers"):
        twice.with_capacity("Parish", "Day care", 3)
    assert twice.with_capacity("Parish", "Day care", 3, layer="runs").affiliations["weight"].tolist()[-1] == 3


def test_attributes_change(served_town):
    after = served_town.with_attributes("NGO", places=30, sector=None, leads=True).actors
    assert after.loc["NGO", "places"] == 30
    assert pd.isna(after.loc["NGO", "sector"])
    assert after["leads"].dropna().to_dict() == {"NGO": True}
    assert after.loc["School", "places"] == 100
    with pytest.raises(InputError, match="did you mean 'NGO'"):
        served_town.with_attributes("NGOs", places=1)
    with pytest.raises(InputError, match="say which attributes"):
        served_town.with_attributes("NGO")
    with pytest.raises(InputError, match="column 'places'"):
        served_town.with_attributes("NGO", places="many")


def test_an_event_is_a_group_with_who_attends():
    siauliai = load_dataset("siauliai")
    who = list(siauliai.labels[:3])
    after = siauliai.with_event("Forum", who, layer="attends", date="2016-11", evidence="simulated", confidence=0.8)
    by_hand = siauliai.with_group("Forum", kind="event", date="2016-11")
    for actor in who:
        by_hand = by_hand.with_affiliation(actor, "Forum", layer="attends", evidence="simulated", confidence=0.8)
    assert after == by_hand
    with pytest.raises(InputError, match="is there already"):
        after.with_event("Forum", who)
    with pytest.raises(InputError, match="without anybody"):
        siauliai.with_event("Forum", [])
    with pytest.raises(InputError, match="is no actor"):
        siauliai.with_event("Forum", ["nobody at all"])


def test_verbs_leave_the_cluster_as_it_is(served_town):
    before = served_town.fingerprint
    served_town.with_merger(["School", "Clinic"], into="Centre")
    served_town.with_split("NGO", {"A": [], "B": []}, rest="B")
    served_town.with_strength("School", "Clinic", by=2)
    assert served_town.fingerprint == before


@pytest.mark.parametrize("nobody", [pd.NA, None, float("nan"), [1], [["a"]]], ids=repr)
def test_what_cannot_be_a_label_is_no_actor(served_town, nobody):
    calls = [
        lambda: served_town.with_attributes(nobody, sector="civic"),
        lambda: served_town.with_capacity(nobody, "Day care", 2),
        lambda: served_town.with_event("evening", [nobody, "School"]),
        lambda: served_town.with_strength(nobody, "School", by=2),
        lambda: served_town.with_strength("School", nobody, by=2),
        lambda: served_town.with_merger([nobody, "School"], "both"),
        lambda: served_town.with_merger([nobody, 0], "both"),
    ]
    for call in calls:
        with pytest.raises(InputError, match=r"is no actor of this cluster|must be a label|must be"):
            call()
