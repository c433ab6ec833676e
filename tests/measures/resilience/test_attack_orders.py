"""In which order actors leave, and what is left after each, against clusters without them."""

import numpy as np
import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.measures.resilience.attack_orders import Heights, LeavingOrders, Service, planned
from socluster.measures.shared.network import network


def test_a_plan_has_a_name_a_number_and_chance_where_it_needs_some():
    assert planned("random", None, 1)[:2] == ("random", 100)
    assert planned(sc.degree, None, None) == ("degree", 1, None)
    name, number, source = planned(sc.degree, 7, 1)
    assert (name, number) == ("degree", 7)
    assert source.permutation(5).tolist() == np.random.default_rng(1).permutation(5).tolist()
    with pytest.raises(InputError, match="rng has no effect without draws"):
        planned(sc.degree, None, 1)


def test_whoever_has_the_highest_value_leaves_first_before_or_after_each_loss(cluster_of):
    # D has most ties; once it is gone, A has two and all others at most one
    cluster = cluster_of("AB AC DB DE DF DG")
    net = network(cluster)
    before = LeavingOrders(net, None, sc.degree, False, None).next()
    after = LeavingOrders(net, None, sc.degree, True, None).next()
    assert [cluster.labels[each] for each in before[:3]] == ["D", "A", "B"]
    assert [cluster.labels[each] for each in after[:2]] == ["D", "A"]
    assert sorted(after) == list(range(cluster.n_actors))


def test_the_same_actors_are_asked_about_once():
    asked = []

    def ties(cluster):
        asked.append(cluster.n_actors)
        return float(cluster.n_ties)

    knoke = sc.load_dataset("knoke")
    service = Service(knoke, ties)
    stays = np.ones(knoke.n_actors, dtype=bool)
    assert service(stays) == service(stays) == knoke.n_ties
    assert asked == [knoke.n_actors]


def test_heights_have_a_row_for_each_order_and_begin_with_everybody(cluster_of):
    net = network(cluster_of("AB BC CD"))
    heights = Heights(net, 2)
    for sequence in ([1, 0, 2, 3], [0, 1, 2, 3]):
        heights.follow(np.array(sequence), None)
    assert heights.stacked()["largest"].tolist() == [[1, 0.5, 0.5, 0.25, 0], [1, 0.75, 0.5, 0.25, 0]]
