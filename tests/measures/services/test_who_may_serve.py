"""Which offer may serve which need: target groups, distances, units, and names that are almost the same."""

import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import NearNameWarning
from socluster.measures.services.given import needs_of
from socluster.measures.services.offers import offers_of
from socluster.measures.services.who_may_serve import fits_of, is_near
from tests.measures.services.offering import offering

TOWN = offering(("NGO", "Kelmė", "day care", 12.0), ("Clinic", "Venta", "psychologist", 4.0))


def test_what_is_open_to_all_fits_all_and_a_need_of_anyone_is_met_by_all():
    offers = offers_of(offering(("A", "K", "care", 5.0, "children"), ("B", "K", "care", 3.0)))
    needs = needs_of({("K", "care", "children"): 6, ("K", "care", "adults"): 2, ("V", "care"): 1, ("K", "meals"): 1})
    fits = fits_of(offers, needs.table)
    assert fits.tolist() == [[True, False, True, False], [True, True, True, False]]
    assert is_near(offers, needs.table, fits, None, None).tolist() == [[True, True, False, True]] * 2


def test_an_offer_of_no_place_is_refused_where_distances_count():
    nowhere = offering(("A", None, "care", 5.0))
    with pytest.raises(sc.InputError, match="states no place, nor does its provider"):
        sc.coverage(nowhere, needs={("K", "care"): 3}, reach=5, distances={("K", "V"): 1})


def test_asymmetric_distances():
    far_home = {("Venta", "Kelmė"): 50, ("Kelmė", "Venta"): 10}
    assert sc.coverage(TOWN, needs={("Venta", "day care"): 5}, reach=20, distances=far_home).met == 0
    assert sc.coverage(TOWN, needs={("Kelmė", "psychologist"): 5}, reach=20, distances=far_home).met == 4


def test_a_service_of_the_same_name_in_another_language_is_asked_about():
    town = sc.Cluster.from_tables(pd.DataFrame({"actor": ["NGO"]}))
    town = town.with_group("p", kind="service", service="psychologist", place="Venta")
    town = town.with_affiliation("NGO", "p", layer="provides", weight=12)
    with pytest.warns(NearNameWarning, match="nobody offers 'psichologas'; did you mean 'psychologist'"):
        found = sc.coverage(town, needs={("Venta", "psichologas"): 3, ("Venta", "psychologist"): 2})
    assert "Nobody offers psichologas, in any place." in found.sentences()
    assert "Nobody" not in str(sc.coverage(town, needs={("Venta", "psychologist"): 3}))


def test_a_service_of_almost_the_same_name_is_asked_about():
    with pytest.warns(NearNameWarning, match="nobody offers 'day cares'|nobody offers 'psychologyst'"):
        sc.coverage(TOWN, needs={("Venta", "psychologyst"): 3})
