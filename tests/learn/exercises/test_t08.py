"""Tutorial 08, the national cluster: its answers, computed another way."""

import pytest

from tests.learn.exercises.shipped import assert_right, column, siauliai, table


def surviving():
    graph = siauliai()
    ties = graph.number_of_edges()
    kinds = column("siauliai", "kind")
    graph.remove_nodes_from(kinds.index[kinds.isin(["expert", "project team"])])
    return graph.number_of_edges() / ties


def more_events():
    events = table("care_reform", "tables/events_outcome").set_index("state")["events"]
    planned, held = events["planned"] - 3, events["held"] - 3
    return 100 * (held - planned) / planned


ANSWERS = {
    "08.1": lambda: int(table("care_reform", "actors")["part_of"].isna().sum()),
    "08.2": more_events,
    "08.3": lambda: 10 / (10 * 10),
    "08.5": surviving,
}


@pytest.mark.parametrize("key", ANSWERS)
def test_another_way_leads_to_the_same_answer(key):
    assert_right(key, ANSWERS[key]())
