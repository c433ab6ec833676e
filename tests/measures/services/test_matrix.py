"""Providers by services."""

import pytest

import socluster as sc
from tests.measures.services.offering import offering

TOWN = offering(
    ("Centre", "K", "day care", 20.0, "children"),
    ("Centre", "K", "homework", 15.0, "children"),
    ("School", "V", "homework", 60.0),
    ("School", "K", "homework", 5.0),
)


def test_providers_by_services():
    found = sc.service_matrix(TOWN)
    assert found.capacity.loc["School"].to_dict() == {"day care": 0, "homework": 65}
    assert found.capacity.to_numpy().sum() == TOWN.affiliations["weight"].sum()
    assert found.offered().loc["Centre"].all()
    assert found.sentences()[0] == "2 providers by service, 2 columns; cells that are filled: 3 of 4."


def test_by_another_column():
    assert sc.service_matrix(TOWN, by="place").capacity.columns.tolist() == ["K", "V"]
    assert sc.service_matrix(TOWN, by="target_group").capacity.columns.tolist() == ["", "children"]
    with pytest.raises(sc.InputError, match=r"is not a column of the groups.*did you mean 'place'"):
        sc.service_matrix(TOWN, by="places")


def test_social_and_educational_apart():
    town = sc.Cluster.from_tables(TOWN.actors.reset_index()[["actor"]])
    for service, kind in [("day care", "social"), ("homework", "educational"), ("art", "educational")]:
        town = town.with_group(service, kind="service", service=service, service_kind=kind)
    town = town.with_affiliation("Centre", ["day care", "art"], layer="provides", weight=20)
    town = town.with_affiliation("School", "homework", layer="provides", weight=60)
    found = sc.service_matrix(town)
    assert found.capacity.columns.names == ["service_kind", "service"]
    assert found.capacity["educational"].columns.tolist() == ["art", "homework"]
    assert "Services of several kinds are offered by Centre." in found.sentences()


def test_units_do_not_add_up():
    town = offering(("A", "K", "care", 2.0, None, "places"), ("A", "K", "advice", 3.0, None, "hours"))
    assert sc.service_matrix(town).capacity.shape == (1, 2)
    with pytest.raises(sc.InputError, match=r"offers this in several units \(hours and places\)"):
        sc.service_matrix(town, by="place")


def test_nobody_provides():
    nobody = sc.service_matrix(offering((None, "K", "care", 2.0), actors=["x"]))
    assert nobody.sentences()[0] == "Nobody provides a service."
