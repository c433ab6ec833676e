"""Tutorial 06, who should join, and who is missed: its answers, computed another way."""

import networkx
import pytest

from tests.learn.exercises.shipped import assert_right, connected_pairs, siauliai


def worst_loss():
    whole = siauliai()

    def broken(actor):
        rest = whole.subgraph(set(whole) - {actor})
        here = len(networkx.node_connected_component(whole, actor)) - 1
        return connected_pairs(whole) - here - connected_pairs(rest)

    return max(whole, key=broken)


ANSWERS = {
    "06.1": worst_loss,
    "06.2": lambda: 0.4**4,
    "06.5": lambda: 0.75 / 1.75,
}


@pytest.mark.parametrize("key", ANSWERS)
def test_another_way_leads_to_the_same_answer(key):
    assert_right(key, ANSWERS[key]())
