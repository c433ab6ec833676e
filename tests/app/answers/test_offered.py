"""Services as plain values: who offers what, and how much of what is needed is met."""

import json

import pandas as pd
import pytest

import socluster as sc
from socluster.app.answers.offered import services, services_in_view

NEEDS = pd.DataFrame(
    [("Kelmė", "day care", 20, "places"), ("Kelmė", "psychologist", 5, "people")],
    columns=["place", "service", "amount", "unit"],
)


@pytest.fixture(scope="module")
def town():
    kite = sc.load_dataset("kite").with_group("A", kind="service", service="day care", place="Kelmė", unit="places")
    return kite.with_affiliation("0", "A", layer="provides", weight=8).with_affiliation(
        "1", "A", layer="provides", weight=4
    )


def test_services_say_who_offers_what(town):
    found = services(town, {"kind": "services"})
    assert {"actor": "0", "day care": 8.0} in found["rows"]
    assert set(found["sentences"]) == {"en", "lt"}
    assert found["offers"] == [
        {"service": "day care", "place": "Kelmė", "target": "", "unit": "places",
         "unitName": {"en": "places", "lt": "vietų"}, "amount": 12.0,
         "providers": ["0", "1"]}
    ]  # fmt: skip
    assert (found["nServices"], found["nProviders"], found["needs"]) == (1, 2, None)


def test_needs_say_how_much_is_met_where_most_is_missing_first(town):
    found = services_in_view(town, NEEDS)
    assert json.loads(json.dumps(found)) == found
    assert [(row["service"], row["needed"], row["met"], row["share"]) for row in found["needs"]] == [
        ("day care", 20.0, 12.0, 0.6),
        ("psychologist", 5.0, 0.0, 0.0),
    ]
    assert found["nUnits"] == 2
    assert found["said"]["en"][:2] == sc.coverage(town, needs=NEEDS).sentences()[:2]


def test_where_there_are_no_services_nothing_is_said_and_nothing_is_wrong():
    for name in ("kite", "siauliai"):
        found = services_in_view(sc.load_dataset(name), NEEDS)
        assert (found["offers"], found["needs"], found["wrong"]) == ([], None, None)


def test_what_cannot_be_read_as_services_is_told_in_both_languages():
    found = services_in_view(sc.load_dataset("kite").with_group("A", kind="service"))
    assert "names no service" in found["wrong"]["en"]
    assert found["wrong"]["lt"] != found["wrong"]["en"]


def test_a_service_that_states_no_place_is_offered_where_its_provider_is():
    net = sc.load_dataset("kite").with_actor("a", place="Kelmė")
    about = {"kind": "service", "unit": "places"}
    for group, provider, service in (("A", "a", "day care"), ("B", "0", "shelter")):
        net = net.with_group(group, service=service, **about)
        net = net.with_affiliation(provider, group, layer="provides", weight=5)
    net = net.with_group("C", service="help", place="Kelmė", **about)
    rows = {each["name"]["en"]: each["group"] for each in services_in_view(net, NEEDS)["open"]}
    assert rows == {
        "day care, Kelmė": None,  # of the newcomer its own group, there
        "help, Kelmė (nobody offers it yet)": "C",
        "psychologist, Kelmė (nobody offers it yet)": None,
        "shelter": "B",  # nobody knows where
    }
