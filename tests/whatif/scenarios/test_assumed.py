"""What steps assume: of ties that are drawn, of ties that follow from events, and of places that nobody stated."""

import socluster as sc
from socluster.whatif.scenarios.assumed import assumed_by
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.ties.rates import Rates
from socluster.whatif.ties.stated import Stated


def test_assumptions_are_told_in_both_languages():
    scenario = Scenario("s").with_ties("Hub", Stated({"School": 0.5})).with_ties("Hub", Rates())
    assert scenario.assumptions() == [
        "the ties were stated by the analyst: School 0.5",
        "the partner forms ties at the rates of its sector (Beta posterior; prior weight: 4 dyads)",
    ]
    assert scenario.assumptions("lt")[0] == "ryšius nurodė analitikas: School 0,5"


def test_those_who_attend_are_said_to_become_tied_where_ties_are_a_projection():
    davis = sc.load_dataset("davis").project()
    steps = Scenario("s").with_event("Ball", list(davis.labels[:2])).steps
    assert assumed_by(steps, "en", None) == []
    assert assumed_by(steps, "en", davis) == [
        "all who attend or belong to Ball become tied to each other, by the projection of affiliations"
    ]
    assert assumed_by(steps, "lt", davis) != assumed_by(steps, "en", davis)


def test_what_is_offered_nowhere_is_said_to_meet_no_need():
    kite = sc.load_dataset("kite")
    steps = Scenario("s").with_group("care", kind="service", service="care")
    steps = steps.with_affiliation(kite.labels[0], "care", layer="provides", weight=5).steps
    assert "no place is stated for what" in assumed_by(steps, "en", kite)[0]


def test_a_model_knows_what_earlier_steps_say_of_the_partner():
    town = sc.load_dataset("kite").with_columns(sector=["public"] * 10)
    known = Scenario("s").with_actor("Hub", sector="public").with_ties("Hub", Rates()).steps
    unknown = Scenario("s").with_actor("Hub").with_ties("Hub", Rates()).steps
    assert assumed_by(known, "en", town) == assumed_by(known, "en", None)
    assert assumed_by(unknown, "en", town) != assumed_by(unknown, "en", None)
