"""Coverage: the documented gap, what a table of needs must hold, reach, and the goal of the same name."""

import itertools
import warnings

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import socluster as sc
from socluster.core.errors import UnknownCapacityWarning
from tests.measures.services.offering import offering


def siauliai(unit):
    """The region of Šiauliai with what is documented of community care: five homes, and who lives in them."""
    region = sc.load_dataset("siauliai")
    supply = sc.dataset_tables("siauliai")["supply"]
    for row in supply.itertuples():
        group = f"homes of {row.home}"
        place = {"place": "Šiauliai region", "unit": unit or row.stated_as}
        region = region.with_group(group, kind="service", service="community care", **place)
        region = region.with_affiliation(
            row.home, group, layer="provides", weight=row.residents, evidence=row.evidence, ref=row.ref
        )
    return region


def needed():
    table = sc.dataset_tables("siauliai")["needs"].head(1)
    return pd.DataFrame(
        {
            "place": "Šiauliai region",
            "service": "community care",
            "amount": table["at_least"].astype(float),
            "unit": table["unit"],
        }
    )


def test_the_documented_gap():
    found = sc.coverage(siauliai("places"), needs=needed())
    assert found.met == 36
    assert found.share == pytest.approx(0.071856, abs=5e-7)
    assert found.gap == 465
    assert found.sentences()[0] == "Places: 36 of 501 needed are met (7%); 465 are missing."
    objects = sc.dataset_tables("siauliai")["needs"].loc[1]
    assert [501 / objects.at_most, 501 / objects.at_least] == pytest.approx([9.45, 10.89], abs=0.005)


def test_residents_are_no_places():
    with pytest.raises(sc.InputError, match=r"the need is in places, but 'homes of Šaltinis .*' is offered in persons"):
        sc.coverage(siauliai(None), needs=needed())


def test_financing():
    paid = sc.dataset_tables("day_centres")["financing"].set_index("year")
    assert (paid["children"] / paid["centres"])[[2017, 2018]].tolist() == pytest.approx([34.8, 31.672598])
    assert (paid["million_eur"] * 1e6 / paid["children"])[[2017, 2018]].round(2).tolist() == [413.79, 438.20]


TOWN = offering(("NGO", "Kelmė", "day care", 12.0), ("Clinic", "Venta", "psychologist", 4.0))


def test_by_place():
    needs = {("Kelmė", "day care"): 20, ("Venta", "day care"): 5, ("Venta", "psychologist"): 2}
    found = sc.coverage(TOWN, needs=needs)
    frame = found.to_frame()
    assert frame["met"].tolist() == [12, 0, 2]
    assert frame["share"].tolist() == [0.6, 0, 1]
    assert frame["gap"].tolist() == [8, 5, 0]
    assert frame.index.names == ["place", "service", "target_group"]
    assert (found.needed, found.met, found.gap) == (27, 14, 13)
    assert float(found) == 14
    assert "Most is missing in: Kelmė, day care (8); Venta, day care (5)." in found.sentences()


def test_reach_shares_out_what_is_near():
    needs = {("Kelmė", "day care"): 8, ("Venta", "day care"): 5}
    near = pd.DataFrame({"source": ["Venta"], "target": ["Kelmė"], "distance": [15]})
    assert sc.coverage(TOWN, needs=needs).met == 8
    found = sc.coverage(TOWN, needs=needs, reach=20, distances=near)
    assert found.met == 12
    frame = found.to_frame()
    assert frame["met"].isna().all(), "8 + 4 and 7 + 5 are both right"
    assert frame["met_low"].tolist() == pytest.approx([7, 4])
    assert frame["met_high"].tolist() == pytest.approx([8, 5])
    assert "is not determined" in repr(found)
    assert sc.coverage(TOWN, needs=needs, reach=10, distances=near).met == 8


def test_target_groups():
    town = offering(("A", "K", "care", 5.0, "children"), ("B", "K", "care", 3.0))
    needs = {("K", "care", "children"): 6, ("K", "care", "adults"): 2}
    found = sc.coverage(town, needs=needs)
    assert found.met == 8  # 5 + 1 for children, 2 for adults: B is open to all
    assert found.to_frame()["met_low"].tolist() == pytest.approx([6, 2])
    assert sc.coverage(town, needs={("K", "care"): 20}).met == 8


@st.composite
def markets(draw):
    amounts = st.integers(0, 9)
    offers = draw(st.lists(st.tuples(st.sampled_from("abc"), st.integers(1, 9)), min_size=1, max_size=4))
    needs = {place: draw(amounts) for place in draw(st.sets(st.sampled_from("abc"), min_size=1))}
    distance = {pair: draw(st.integers(0, 3)) for pair in itertools.permutations("abc", 2)}
    return offers, needs, distance


def most_by_cuts(offers, needs, can_serve):
    """The largest flow equals the smallest cut: the needs that are given up, and all that may serve the others."""
    best = np.inf
    names = list(needs)
    for kept in itertools.chain.from_iterable(itertools.combinations(names, n) for n in range(len(names) + 1)):
        served = sum(capacity for place, capacity in offers if any(can_serve(home, place) for home in kept))
        best = min(best, served + sum(needs[home] for home in names if home not in kept))
    return best


@given(markets())
def test_the_total_is_the_smallest_cut_and_that_of_the_goal(market):
    offers, needs, distance = market
    rows = [(f"p{number}", place, "care", float(capacity)) for number, (place, capacity) in enumerate(offers)]
    town = offering(*rows)
    amounts = {(place, "care"): float(amount) for place, amount in needs.items()}
    serves = {
        f"p{number}": [(home, "care") for home in needs if home == place or distance[home, place] <= 1]
        for number, (place, _) in enumerate(offers)
    }
    capacity = {f"p{number}": float(capacity) for number, (_, capacity) in enumerate(offers)}
    goal = sc.Coverage(amounts, serves, capacity=capacity).problem(town, {})
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UnknownCapacityWarning)
        found = sc.coverage(town, needs=amounts, reach=1, distances=distance)
        local = sc.coverage(town, needs=amounts)
    assert found.met == pytest.approx(goal.covered_before, abs=1e-7)
    assert found.met == pytest.approx(
        most_by_cuts(offers, needs, lambda home, place: home == place or distance[home, place] <= 1), abs=1e-7
    )
    assert local.met == pytest.approx(
        sum(min(amount, sum(k for at, k in offers if at == place)) for place, amount in needs.items())
    )
    assert local.met <= found.met + 1e-7
    frame = found.to_frame()
    assert (frame["met_low"] <= frame["met_high"] + 1e-7).all()
    assert frame["met_low"].sum() - 1e-6 <= found.met <= frame["met_high"].sum() + 1e-6


def test_as_a_goal_it_is_what_it_is_as_a_measure():
    def met(cluster):
        return sc.coverage(cluster, needs={("Kelmė", "day care"): 20, ("Venta", "psychologist"): 9})

    def joins(name, service, place, capacity):
        partner = (
            sc.Scenario(name).with_actor(name).with_group(f"{name}'s", kind="service", service=service, place=place)
        )
        return partner.with_affiliation(name, f"{name}'s", layer="provides", weight=capacity)

    town = TOWN.with_ties("NGO", "Clinic")
    candidates = [joins("hub", "day care", "Kelmė", 6), joins("school", "psychologist", "Venta", 9)]
    gains = {each.name: met(each.apply(town)).met - met(town).met for each in candidates}
    assert gains == {"hub": 6, "school": 5}
    ranking = sc.rank_partners(town, candidates, goal=met, draws=3, rng=1)
    assert ranking.to_frame()["mean_gain"].to_dict() == gains
    outcome = sc.compare(town, candidates, measures={"met": met}, draws=3, rng=1).to_frame()
    assert outcome["delta"].tolist() == list(gains.values())
    plan = sc.plan_partners(town, candidates, goal=met, k=2, draws=3, rng=1)
    assert plan.to_frame()["mean_total"].iloc[-1] == pytest.approx(11)


def test_units_do_not_add_up():
    needs = pd.DataFrame(
        {"place": "K", "service": ["care", "advice"], "amount": [3.0, 10.0], "unit": ["places", "hours"]}
    )
    found = sc.coverage(offering(("A", "K", "care", 2.0, None, "places")), needs=needs)
    assert found.by_unit()["met"].to_dict() == {"places": 2, "hours": 0}
    with pytest.raises(sc.InputError, match=r"several units \(places and hours\) do not add up"):
        _ = found.met
    assert len([said for said in found.sentences() if "needed are met" in said]) == 2


def test_an_unknown_capacity_is_no_place():
    unstated = offering(("A", "K", "care", 1.0), ("B", "K", "care", 1.0))
    with pytest.warns(UnknownCapacityWarning, match="every capacity is exactly 1"):
        found = sc.coverage(unstated, needs={("K", "care"): 5})
    assert "may mean that nobody stated one" in repr(found)


def test_a_vacant_post_offers_nothing():
    found = sc.coverage(offering(("A", "K", "care", 2.0), (None, "K", "care", 0)), needs={("K", "care"): 5})
    assert found.met == 2
    assert "1 service group has no provider and offers nothing." in found.sentences()


def test_unknown_amounts_are_left_out_and_told():
    found = sc.coverage(TOWN, needs={("Kelmė", "day care"): 20, ("Venta", "day care"): None})
    assert found.needed == 20
    assert "Needs without an amount, which were left out: 1." in found.sentences()


def test_an_assumed_capacity_is_named():
    town = TOWN.with_capacity("NGO", TOWN.groups.index[0], 20.0, layer="provides", evidence="assumed")
    assert "1 of 2 capacities is assumed or simulated" in repr(sc.coverage(town, needs={("Kelmė", "day care"): 20}))


def test_an_uncertain_offer_is_named():
    group = TOWN.groups.index[0]
    town = TOWN.with_affiliation("Clinic", group, layer="provides", weight=3, evidence="assumed", confidence=0.2)
    found = sc.coverage(town, needs={("Kelmė", "day care"): 20})
    assert found.met == 15
    assert "1 uncertain offer was counted as if it were sure." in found.sentences()


def test_nothing_needed():
    assert np.isnan(sc.coverage(TOWN, needs={("Kelmė", "day care"): 0}).share)
    assert "No needs are stated" in repr(sc.coverage(TOWN, needs={}))


@pytest.mark.parametrize(
    ("needs", "options", "said"),
    [
        (pd.DataFrame({"place": ["K", None], "service": "s", "amount": 1.0}), {}, "needs, row 1, column 'place'"),
        (pd.DataFrame({"place": ["K"], "service": "s", "amount": -1.0}), {}, "row 0, column 'amount'.*positive"),
        (pd.DataFrame({"place": ["K", "K"], "service": "s", "amount": 1.0}), {}, "is already in row 0"),
        (pd.DataFrame({"place": ["K"], "services": "s", "amount": 1.0}), {}, "column 'service': this column is needed"),
        ({"K": 3}, {}, "a key names place, service, target_group"),
        (7, {}, "argument 'needs': must be a table with columns"),
        ({("K", "day care"): 3}, {"reach": 5}, "state reach and distances together"),
        ({("K", "day care"): 3}, {"reach": -5.0, "distances": {}}, "reach must be 0 or a positive number"),
        ({("Kelme", "day care"): 3}, {"reach": 5, "distances": {("Kelmė", "Kelmė"): 1}},
         "no distance from Kelme to Kelmė.*did you mean 'Kelmė'"),
        ({("Venta", "day care"): 3}, {"reach": 5, "distances": pd.DataFrame(
            {"source": ["Venta"] * 2, "target": ["Kelmė"] * 2, "distance": [1, 2]})}, "is already in row 0"),
    ],
)  # fmt: skip
def test_bad_input(needs, options, said):
    with pytest.raises(sc.InputError, match=said):
        sc.coverage(TOWN, needs=needs, **options)


def test_what_offers_nothing_is_told_how_to_offer():
    with pytest.raises(sc.InputError, match="a service is a group of kind 'service'"):
        sc.coverage(sc.load_dataset("kite"), needs={("K", "s"): 1})
    with pytest.raises(sc.InputError, match="names no service"):
        sc.coverage(TOWN.with_group("new", kind="service"), needs={("K", "s"): 1})
    event = TOWN.with_group("fair", kind="event").with_affiliation("NGO", "fair", layer="provides")
    with pytest.raises(sc.InputError, match="is no group of kind 'service'"):
        sc.coverage(event, needs={("K", "s"): 1})
    with pytest.raises(sc.InputError, match="weight"):
        TOWN.with_capacity("NGO", TOWN.groups.index[0], -3.0, layer="provides")
