"""Access by the two-step method, against computed values and its law."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import socluster as sc
from tests.measures.services.offering import offering

TOWN = offering(("P1", "u", "care", 10.0), ("P2", "v", "care", 4.0))
PEOPLE = {"a": 1000, "b": 500, "c": 250}
MINUTES = {("a", "u"): 5, ("a", "v"): 25, ("b", "u"): 15, ("b", "v"): 8, ("c", "u"): 28, ("c", "v"): 18}


@pytest.mark.parametrize(
    ("weights", "expected"),
    [
        ((1, 0.68, 0.22), [8.157223, 9.368934, 4.633241]),
        ((1, 0.42, 0.09), [8.631576, 9.163104, 3.147489]),
        ((1, 1, 1), [8, 8, 8]),
    ],
)
def test_values(weights, expected):
    bands = dict(zip([10, 20, 30], weights, strict=True))
    found = sc.access(TOWN, population=PEOPLE, distances=MINUTES, bands=bands)
    assert (found.places * 1000).tolist() == pytest.approx(expected, abs=5e-7)
    assert (found.places * found.people).sum() == pytest.approx(14)
    assert (found.unweighted * 1000).tolist() == pytest.approx([8, 8, 8])
    assert found.providers.index.tolist() == ["P1", "P2"]


@given(st.lists(st.integers(1, 300), min_size=3, max_size=3), st.lists(st.integers(0, 29), min_size=6, max_size=6))
def test_nothing_is_counted_twice(people, minutes):
    distances = dict(zip(MINUTES, minutes, strict=True))
    population = dict(zip("abc", people, strict=True))
    found = sc.access(TOWN, population=population, distances=distances, bands={10: 1, 20: 0.5, 30: 0.2})
    assert (found.places * found.people).sum() == pytest.approx(14)


def test_who_is_beyond_reach_is_named():
    bands = {10: 1}
    found = sc.access(TOWN, population=PEOPLE, distances={**MINUTES, ("b", "v"): 11}, bands=bands)
    assert found.providers.isna().tolist() == [False, True]
    assert "1 provider is beyond everybody's reach and counts for nobody: P2." in found.sentences()
    assert "Nothing is within reach of b and c: 43% of the people." in found.sentences()
    assert (found.places * found.people).sum() == pytest.approx(10)


def test_a_provider_in_two_places():
    town = offering(("P", "u", "care", 2.0), ("P", "v", "care", 3.0), ("P", "u", "care", 1.0))
    found = sc.access(town, population={"u": 10, "v": 10}, distances={("u", "v"): 99, ("v", "u"): 99}, bands={10: 1})
    assert found.providers.to_dict() == pytest.approx({"P (u)": 0.3, "P (v)": 0.3})
    assert "The distances within 2 places are not stated and count as 0." in found.sentences()


def test_it_names_the_assumption():
    found = sc.access(TOWN, population=PEOPLE, distances=MINUTES, bands={10: 1, 20: 0.68, 30: 0.22})
    assert "The weights of distance (≤ 10: 1; ≤ 20: 0.68; ≤ 30: 0.22) are an assumption" in repr(found)
    assert found.sentences("lt")[0] != found.sentences()[0]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"distances": {("a", "u"): 5}}, "no distance from a to v"),
        ({"bands": {}}, "at least one band needs a positive weight"),
        ({"bands": {10: -1}}, "a weight must be 0 or a positive number"),
        ({"bands": {-10: 1}}, "a band ends at a positive distance"),
        ({"bands": {10: 0}}, "at least one band needs a positive weight"),
        ({"distances": {**MINUTES, ("a", "u"): -1}}, "must be 0 or a positive number"),
        ({"population": {"a": -1}}, "must be 0 or a positive number"),
    ],
)
def test_bad_input(change, said):
    options = {"population": PEOPLE, "distances": MINUTES, "bands": {10: 1}} | change
    with pytest.raises(sc.InputError, match=said):
        sc.access(TOWN, **options)


def test_nobody_lives_there():
    found = sc.access(TOWN, population={"u": 0}, distances={("u", "v"): 3}, bands={10: 1})
    assert "Nobody lives there" in repr(found)


def test_it_says_whether_nobody_lives_there_or_nothing_is_offered():
    vacant = sc.Cluster.from_tables(pd.DataFrame({"actor": ["NGO"]}))
    vacant = vacant.with_group("post", kind="service", service="psy", place="Venta")
    near = {"distances": {("Venta", "Venta"): 0}, "bands": {10: 1}}
    found = sc.access(vacant, population={"Venta": 500}, **near)
    assert found.sentences()[0] == "Nothing is offered, so that nobody has anything within reach."
    assert found.sentences("lt")[0].startswith("Nieko nesiūloma")
    assert found.plot().layout.title.text.startswith("Nothing is offered")
    assert sc.access(vacant, population={"Venta": 0}, **near).sentences()[0] == (
        "Nobody lives there, and nothing is offered."
    )
