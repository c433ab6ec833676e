"""Tutorial 04, social economy and multiplexity: its answers, computed another way."""

import pytest

from tests.learn.exercises.shipped import assert_right, knoke


def only_give():
    graph = knoke("money")
    return {actor for actor in graph if graph.out_degree(actor) and not graph.in_degree(actor)}


def opposite():
    money, information = knoke("money"), knoke("information")
    return sum(information.has_edge(target, source) for source, target in money.edges) / money.number_of_edges()


def most_in_money_alone():
    partners = {layer: knoke(layer).to_undirected() for layer in ("money", "information")}

    def share(actor):
        money, information = (set(partners[layer][actor]) for layer in ("money", "information"))
        return len(money - information) / len(money | information)

    return max(partners["money"], key=share)


ANSWERS = {
    "04.1": only_give,
    "04.2": most_in_money_alone,
    "04.3": lambda: knoke("money").number_of_edges() * knoke("information").number_of_edges() / 90,
    "04.4": opposite,
}


@pytest.mark.parametrize("key", ANSWERS)
def test_another_way_leads_to_the_same_answer(key):
    assert_right(key, ANSWERS[key]())
