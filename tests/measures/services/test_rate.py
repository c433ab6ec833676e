"""Services per inhabitant."""

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from tests.measures.services.offering import offering

TABLE = sc.dataset_tables("day_centres")["distribution"]
PEOPLE = TABLE.rename(columns={"municipality": "place", "inhabitants": "population", "population_year": "year"})


def centres():
    cluster = sc.load_dataset("day_centres")
    for row in TABLE.itertuples():
        name = f"centres of {row.municipality}"
        cluster = cluster.with_group(name, kind="service", service="day care", place=row.municipality, unit="centres")
        cluster = cluster.with_affiliation("day centre", name, layer="provides", weight=row.centres, ref=row.ref)
    return cluster


def test_three_municipalities():
    found = sc.service_rate(centres(), population=PEOPLE, per=100_000)
    assert found.tolist() == pytest.approx([64.030735, 5.353892, 2.391544], abs=5e-7)
    assert (found.name, found.index.name) == ("service_rate", "place")
    assert TABLE["centres"].sum() / TABLE["inhabitants"].sum() * 1e5 == pytest.approx(13.701258, abs=5e-7)
    weights = PEOPLE.set_index("place")["population"]
    assert sc.inequality(found, weights=weights).gini == pytest.approx(0.660516, abs=5e-7)


def test_who_offers_nothing_has_0_and_who_has_no_people_nothing():
    town = offering(("A", "K", "care", 5.0))
    found = sc.service_rate(town, population={"K": 100, "V": 50, "X": 0})
    assert found.tolist()[:2] == [50, 0]
    assert np.isnan(found["X"])


def test_one_service_at_a_time():
    town = offering(("A", "K", "care", 5.0, "children"), ("B", "K", "advice", 3.0), ("B", "K", "care", 2.0))
    assert sc.service_rate(town, population={"K": 10}, per=1, service="care")["K"] == 0.7
    chosen = sc.service_rate(town, population={"K": 10}, per=1, service="care", target_group="children")
    assert chosen["K"] == 0.7, "what is open to all is for children, too"
    with pytest.raises(sc.InputError, match="several services"):
        sc.service_rate(town, population={"K": 10})
    with pytest.raises(sc.InputError, match=r"nobody offers this.*did you mean 'care'"):
        sc.service_rate(town, population={"K": 10}, service="cares")


@pytest.mark.parametrize(
    ("population", "said"),
    [
        (pd.DataFrame({"place": list("ABCK"), "population": [1, 2, 3, 0]}),
         "population, row 3, column 'population': K has no inhabitants, but 5 places of a service; check the popul"),
        ({"Kx": 3}, "the table of the population lacks the place"),
        (pd.DataFrame({"place": ["K", "K"], "population": 3.0, "year": [1, 2]}), "is already in row 0; keep one year"),
        ({"K": -3}, "must be 0 or a positive number"),
        ({"K": None}, "is empty; leave the place out"),
        ({"K": "many"}, "is not a number"),
    ],
)  # fmt: skip
def test_bad_input(population, said):
    with pytest.raises(sc.InputError, match=said):
        sc.service_rate(offering(("A", "K", "care", 5.0)), population=population)


def test_per_is_positive():
    with pytest.raises(sc.InputError, match="per must be a positive number"):
        sc.service_rate(offering(("A", "K", "care", 5.0)), population={"K": 3}, per=0)


def test_years_that_differ_are_told():
    people = pd.DataFrame({"place": ["K", "V"], "population": [10, 20], "year": [2018, 2021]})
    with pytest.warns(sc.SoclusterWarning, match="different years"):
        sc.service_rate(offering(("A", "K", "care", 5.0)), population=people)
