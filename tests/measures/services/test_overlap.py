"""Overlap of services against values by hand."""

import pytest

import socluster as sc
from tests.measures.services.offering import offering

TOWN = offering(
    ("a", None, "case management", 10.0),
    ("a", None, "psychologist", 5.0),
    ("b", None, "psychologist", 5.0),
    ("b", None, "day care", 20.0),
    ("c", None, "day care", 20.0),
)


def test_values():
    found = sc.service_overlap(TOWN)
    assert found.pairs.loc[("a", "b")].tolist() == pytest.approx([1 / 3, 1 / 7, 1 / 3])
    assert found.pairs.loc[("b", "c")].tolist() == pytest.approx([1 / 2, 0.8, 1])
    assert found.pairs.loc[("a", "c")].tolist() == [0, 0, 0]
    assert found.cells.xs("case management", level="service")[["providers", "hhi"]].iloc[0].tolist() == [1, 1]
    assert sorted(found.cells["hhi"]) == [0.5, 0.5, 1]
    assert found.cells["effective"].max() == 2
    assert len(found.sole) == 1
    assert found.sentences()[0] == "1 of 3 offers has only one provider, whose loss would end it: case management."
    assert "2 pairs of providers offer something of the same; most alike are b and c" in repr(found)
    assert "not waste by itself" in repr(found)


def test_places_and_target_groups_are_kept_apart():
    town = offering(("a", "K", "care", 2.0, "children"), ("b", "K", "care", 2.0, "adults"), ("c", "V", "care", 2.0))
    found = sc.service_overlap(town)
    assert (found.pairs["jaccard"] == 0).all()
    assert len(found.sole) == 3
    assert "No two providers offer the same." in found.sentences()


def test_one_provider_and_none():
    assert len(sc.service_overlap(offering(("a", "K", "care", 2.0))).pairs) == 0
    nobody = sc.service_overlap(offering((None, "K", "care", 2.0), actors=["x"]))
    assert nobody.sentences()[0] == "Nobody provides a service."
    assert nobody.to_frame().empty


def test_several_providers_of_everything():
    town = offering(("a", "K", "care", 2.0), ("b", "K", "care", 6.0))
    found = sc.service_overlap(town)
    assert found.cells["effective"].iloc[0] == pytest.approx(1 / (0.25**2 + 0.75**2))
    assert found.sentences()[0] == "Every service has several providers."
