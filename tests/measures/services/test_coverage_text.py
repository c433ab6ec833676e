"""What coverage says: of totals, of services, of distance, of gaps, and of what is open."""

import pandas as pd

import socluster as sc
from socluster.measures.services.coverage_text import how_far, largest_gaps, met_of_unit, not_determined
from tests.measures.services.offering import offering

TOWN = offering(("NGO", "Kelmė", "day care", 12.0), ("Clinic", "Venta", "psychologist", 4.0))


def row(needed, met):
    return pd.Series({"needed": needed, "met": met})


def test_a_total_is_told_with_its_unit_where_one_is_stated():
    assert met_of_unit("", row(20.0, 5.0), "en") == "5 of 20 needed are met (25%); 15 are missing."
    assert met_of_unit("hours", row(20.0, 5.0), "en") == "Hours: 5 of 20 needed are met (25%); 15 are missing."
    assert met_of_unit("hours", row(0.0, 0.0), "en") == "Nothing is needed."


def test_how_far_an_offer_counted():
    assert how_far(None, "en") == "Only what is offered in the place of the need counts."
    assert "at most 20 counts" in how_far(20.0, "en")
    assert how_far(20.0, "lt") != how_far(20.0, "en")


def cells(gaps, units):
    places = pd.MultiIndex.from_tuples([(place, "care", "") for place in "KVS"][: len(gaps)])
    return pd.DataFrame({"gap": gaps, "met": gaps, "unit": units}, index=places)


def test_the_largest_gaps_come_first_and_are_not_compared_across_units():
    assert largest_gaps(cells([1.0, 3.0, 0.0], "places"), "en") == ["Most is missing in: V, care (3); K, care (1)."]
    assert largest_gaps(cells([1.0, 3.0, 0.0], ["places", "hours", "hours"]), "en") == []
    assert largest_gaps(cells([1.0], "places"), "en") == []


def test_how_many_needs_are_open():
    assert not_determined(cells([1.0, 2.0], "places"), "en") == []
    assert not_determined(cells([1.0, None, None], "places"), "en")[0].startswith("How much of 2 needs is met")


def test_both_reaches_are_shown():
    assert "If distance did not matter, 12 would be met" in repr(sc.coverage(TOWN, needs={("Venta", "day care"): 12}))
    assert "If distance" not in repr(sc.coverage(TOWN, needs={("Kelmė", "day care"): 12}))


def test_what_is_met_is_called_met_and_different_services_are_told_apart():
    town = sc.Cluster.from_tables(pd.DataFrame({"actor": ["NGO"]}))
    for service, capacity in (("psychologist", 30), ("training", 30)):
        town = town.with_group(service, kind="service", service=service, place="Kelm\u0117", unit="people")
        town = town.with_affiliation("NGO", service, layer="provides", weight=capacity)
    needs = pd.DataFrame(
        {"place": "Kelm\u0117", "service": ["psychologist", "training"], "amount": [60, 20], "unit": "people"}
    )
    found = sc.coverage(town, needs=needs)
    assert found.sentences()[0] == (
        "People: 50 of 80 needed are met (63%); 30 are missing. This adds up different services; met of each: "
        "psychologist 30 of 60 and training 20 of 20."
    )
    assert found.sentences("lt")[0].startswith("Žmonių: patenkinama 50 i\u0161 reikaling\u0173 80")
    assert "psychologist 30 i\u0161 60" in found.sentences("lt")[0]
    assert "different services" not in sc.coverage(town, needs=needs.head(1)).sentences()[0]
