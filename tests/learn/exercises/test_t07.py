"""Tutorial 07, a region as a case: its answers, computed another way."""

from math import ceil

import networkx
import pytest

from tests.learn.exercises.shipped import assert_right, table


def events_held(there):
    regions = table("siauliai", "groups").set_index("group")["region"].dropna()
    return set(regions.index[(regions == "Šiauliai") == there])


def first(events):
    rows = table("siauliai", "affiliations")
    graph = networkx.Graph()
    actors = [("actor", each) for each in rows["actor"]]
    for actor, event in zip(actors, rows["group"], strict=True):
        if event in events:
            graph.add_edge(actor, event)
    between = networkx.betweenness_centrality(graph)
    return max((node for node in graph if node in set(actors)), key=between.get)[1]


def without_one_event_another_is_first():
    events = events_held(there=True)
    return sum(first(events - {event}) != "Regional expert Šiauliai" for event in events)


def further_homes():
    needs, supply = table("siauliai", "tables/needs"), table("siauliai", "tables/supply")
    missing = needs["at_least"][0] - supply["residents"].sum()
    return ceil(missing * supply["homes"].sum() / supply["residents"].sum())


ANSWERS = {
    "07.1": lambda: int((table("siauliai", "affiliations")["group"] == "Šiauliai follow-up").sum()),
    "07.2": without_one_event_another_is_first,
    "07.3": further_homes,
    "07.5": lambda: first(events_held(there=False)),
}


@pytest.mark.parametrize("key", ANSWERS)
def test_another_way_leads_to_the_same_answer(key):
    assert_right(key, ANSWERS[key]())
