"""Tutorial 01, initiation: its answers, computed another way."""

import networkx
import pytest

from tests.learn.exercises.shipped import assert_right, column, norway, table


def in_press():
    named = column("norway_project", "named_in_press")
    return networkx.density(norway().subgraph(named.index[named]))


def tied_in_both():
    ties = table("norway_project", "ties")
    contract, parent = (
        set(ties.loc[ties["layer"] == layer, ["source", "target"]].to_numpy().ravel())
        for layer in ("contract", "parent")
    )
    return contract & parent


def per_inhabitant():
    rows = table("day_centres", "tables/distribution").set_index("municipality")
    return (rows["centres"] / rows["inhabitants"] * 100_000).to_dict()


ANSWERS = {
    "01.1": per_inhabitant,
    "01.2": in_press,
    "01.3": tied_in_both,
    "01.4": lambda: 3 * 9,
}


@pytest.mark.parametrize("key", ANSWERS)
def test_another_way_leads_to_the_same_answer(key):
    assert_right(key, ANSWERS[key]())
