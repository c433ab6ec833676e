"""Tutorial 03, associations and mixing: its answers, computed another way."""

from itertools import combinations

import pytest

from tests.learn.exercises.shipped import across, assert_right, column, knoke, norway, siauliai, table


def ei_above_chance():
    """A tie lands on any pair alike, so that what is expected is the index of all pairs."""
    group, graph = column("norway_project", "sector"), norway()
    observed, possible = graph.edges, list(combinations(group.index, 2))
    index = [(2 * across(ends, group) - len(ends)) / len(ends) for ends in (observed, possible)]
    return index[0] - index[1]


def without_the_national_table():
    events = set(table("siauliai", "groups")["group"])
    return siauliai().number_of_edges() - siauliai(events - {"National round table"}).number_of_edges()


def money_received():
    sector = column("knoke", "sector")
    received = [(source, target) for source, target in knoke("money").edges if sector[target] == "civic"]
    return across(received, sector) / len(received)


def at_two_events():
    events = table("siauliai", "affiliations").groupby("actor")["group"].nunique()
    return set(events.index[events >= 2])


ANSWERS = {
    "03.1": lambda: 2 * across(norway().edges, column("norway_project", "sector")) / norway().number_of_edges() - 1,
    "03.2": ei_above_chance,
    "03.3": money_received,
    "03.4": at_two_events,
    "03.5": without_the_national_table,
}


@pytest.mark.parametrize("key", ANSWERS)
def test_another_way_leads_to_the_same_answer(key):
    assert_right(key, ANSWERS[key]())
