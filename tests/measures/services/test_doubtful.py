"""What is probably a slip among needs: services, units and places that nothing else names."""

import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import NearNameWarning
from socluster.measures.services.doubtful import doubtful_needs
from socluster.measures.services.offers import near_service


@pytest.fixture(scope="module")
def town():
    actors = pd.DataFrame({"actor": ["A", "B"], "place": ["Kelmė", "Venta"]})
    made = sc.Cluster.from_tables(actors)
    made = made.with_group("g", kind="service", service="day centre", place="Kelmė", unit="places")
    return made.with_affiliation("A", "g", layer="provides", weight=8)


def needs(*rows):
    return pd.DataFrame(rows, columns=["place", "service", "amount", "unit"])


def told(cluster, table):
    return [(each.row, each.column, each.value, each.nearest) for each in doubtful_needs(cluster, table)]


def test_nothing_is_doubted_of_what_is_offered_where_somebody_is(town):
    assert told(town, needs(("Venta", "day centre", 5, "places"))) == []
    assert told(town, needs()) == []


def test_a_slip_is_told_once_where_it_stands_first_with_what_is_nearest(town):
    table = needs(
        ("Kelmė", "day centre", 5, "place"),
        ("Kelme", "day centr", 3, "places"),
        ("Venta", "day centr", 3, "places"),
        ("Venta", "psychologist", 3, "hours"),
    )
    assert told(town, table) == [
        ("1", "service", "day centr", "day centre"),
        ("3", "service", "psychologist", None),
        ("0", "unit", "place", "places"),
        ("1", "place", "Kelme", "Kelmė"),
    ]
    for language in ("en", "lt"):
        assert all(str(each.in_language(language)) for each in doubtful_needs(town, table))


def test_where_no_service_is_offered_that_is_said_once():
    (problem,) = doubtful_needs(sc.load_dataset("kite"), needs(("Kelmė", "day centre", 5, "places")))
    assert "the cluster offers no services" in str(problem)


def test_capitals_and_an_ending_do_not_keep_a_service_from_being_found(town):
    assert near_service("Day Centres", ["day centre"]) == "day centre"
    assert near_service("day care", ["home care"]) is None
    with pytest.warns(NearNameWarning, match="did you mean 'day centre'"):
        sc.coverage(town, needs={("Kelmė", "Day centres"): 3})
