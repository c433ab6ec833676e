"""Tutorial 05, what is known, and how sure: its answers, computed another way."""

import pytest

from tests.learn.exercises.shipped import assert_right, knoke, table


def most_told_by_the_other_side_only():
    graph = knoke("information")
    return max(graph, key=lambda actor: len(set(graph.predecessors(actor)) - set(graph.successors(actor))))


def densities_with_one_silent():
    heard = knoke("information").number_of_edges() - knoke("information").out_degree("WRO")
    return heard / 90, (heard + 9) / 90


ANSWERS = {
    "05.1": most_told_by_the_other_side_only,
    "05.2": lambda: 2 * 9,
    "05.3": densities_with_one_silent,
    "05.5": lambda: table("care_reform", "tables/indicators")["done"].notna().mean(),
}


@pytest.mark.parametrize("key", ANSWERS)
def test_another_way_leads_to_the_same_answer(key):
    assert_right(key, ANSWERS[key]())
