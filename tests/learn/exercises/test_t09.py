"""Tutorial 09, validation and ethics: its answers, computed another way."""

import networkx
import pytest

from tests.learn.exercises.shipped import assert_right, knoke, table


def silent():
    """In how many cases the mayor's office is first, if one organisation at a time tells nothing."""
    firsts = []
    for actor in list(knoke("information")):
        graph = knoke("information")
        graph.remove_edges_from(list(graph.out_edges(actor)))
        between = networkx.betweenness_centrality(graph)
        firsts.append(max(between, key=between.get))
    return firsts.count("MAYR")


def centralization():
    degrees = [degree for _, degree in knoke("information").in_degree()]
    return sum(max(degrees) - degree for degree in degrees) / (9 * 8)


def recognisable():
    rows = table("norway_project", "actors")[["sector", "kind", "place"]]
    return int((~rows.duplicated(keep=False)).sum())


def small_categories():
    rows = table("siauliai", "tables/telsiai_participants")
    return set(rows.loc[rows["persons"] < 3, "category"])


ANSWERS = {
    "09.2": centralization,
    "09.3": silent,
    "09.4": recognisable,
    "09.5": small_categories,
}


@pytest.mark.parametrize("key", ANSWERS)
def test_another_way_leads_to_the_same_answer(key):
    assert_right(key, ANSWERS[key]())
