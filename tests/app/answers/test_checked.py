"""What was read of groups, services and needs is told, and what is missing in it, with a way out."""

import pandas as pd
import pytest

import socluster as sc
from socluster.app.answers.checked import groups_read

NEEDS = pd.DataFrame(
    [("Kelmė", "day care", 20, "places"), ("Klemė", "psichologist", 5, "people"), ("Kelmė", "bus", 5, "seats")],
    columns=["place", "service", "amount", "unit"],
)


@pytest.fixture(scope="module")
def town():
    kite = sc.load_dataset("kite").with_group("A", kind="service", service="day care", place="Kelmė", unit="places")
    kite = kite.with_group("B", kind="service", service="psychologist").with_group("C", kind="service", service="help")
    kite = kite.with_event("Forum", ["0", "1"], kind="event").with_group("Club", kind="club")
    return kite.with_affiliation("0", "A", layer="provides", weight=8).with_affiliation("1", "B", layer="provides")


def test_it_counts_what_was_read(town):
    found = groups_read(town, NEEDS)["counts"]
    assert found["en"] == [
        "2 events and other groups",
        "2 attendances or memberships in them",
        "2 services",
        "2 providers",
        "3 needs",
    ]
    assert not set(found["en"]) & set(found["lt"])


def test_what_is_missing_or_odd_is_told_with_what_to_do(town):
    found = groups_read(town, NEEDS)["gaps"]
    empty, vacant, capacity, place, unit, near, nobody, elsewhere = found["en"]
    assert empty.startswith("Nobody is in Club: ")
    assert vacant.startswith("Nobody offers C: ")
    assert capacity.startswith("1 offer has the capacity 1, ")
    assert "where B is offered" in place
    assert "in which unit B is counted" in unit
    assert "psichologist is needed, and nobody offers it; did you mean psychologist?" in near
    assert nobody == "bus is needed, and nobody offers it: a newcomer may, under “What if”."
    assert "needed in Klemė, " in elsewhere
    assert "did you mean Kelmė?" in elsewhere
    assert len(set(found["lt"])) == 8
    assert not set(found["en"]) & set(found["lt"])


def test_where_there_is_nothing_nothing_is_told():
    assert groups_read(sc.load_dataset("kite")) == {"counts": {"en": [], "lt": []}, "gaps": {"en": [], "lt": []}}


def test_services_that_cannot_be_read_are_told_elsewhere():
    odd = sc.load_dataset("kite").with_group("A", kind="service")
    assert groups_read(odd)["gaps"]["en"] == []
