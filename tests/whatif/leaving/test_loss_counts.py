"""What is counted of losses, and the names of what breaks, by hand."""

from itertools import combinations

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.measures.shared.network import network
from socluster.whatif.leaving.loss_counts import BROKEN, breaking, counts_of, index_of, named, worst_first
from tests.whatif.leaving.leaving_samples import REFERRALS, cluster_of

SCHOOL, OFFICE, CLINIC, BUREAU, SHELTER = range(5)


def counted(cluster, *losses, layer=None, provides=None):
    net = network(cluster, layer)
    return counts_of(breaking(net, provides), net, np.array(losses))


def test_single_losses_by_hand():
    columns = counted(REFERRALS, [OFFICE], [CLINIC])
    assert {name: values.tolist() for name, values in columns.items()} == {
        "ties": [3, 2],
        "components": [2, 1],
        "more_components": [1, 0],
        "broken_pairs": [3, 0],
        "chains": [2, 0],
        "services": [0, 0],
        "isolated": [1, 0],
    }
    assert {values.dtype for values in columns.values()} == {np.dtype("int64")}


def test_what_two_break_beyond_what_each_breaks_alone():
    columns = counted(REFERRALS, [CLINIC, BUREAU], [OFFICE, CLINIC])
    assert columns["broken_pairs"].tolist() == [2, 2]
    assert columns["beyond_broken_pairs"].tolist() == [2, 0]
    assert columns["beyond_services"].tolist() == [1, 0]
    assert columns["ties"].tolist() == [4, 4]  # the tie of the two goes once


def test_a_pair_without_direction_is_one_pair():
    path = cluster_of("ABC", ["AB", "BC"])
    directed = cluster_of("ABC", ["AB", "BC"], directed=True)
    assert [counted(each, [1])["broken_pairs"].tolist() for each in (path, directed)] == [[1], [1]]


def test_parallel_ties_of_two_layers_are_two_ties_and_one_layer_is_counted_alone():
    rows = [("A", "B", "x"), ("A", "B", "y"), ("B", "C", "y")]
    ties = pd.DataFrame(rows, columns=["source", "target", "layer"])
    cluster = sc.Cluster.from_tables(pd.DataFrame({"actor": list("ABC")}), ties)
    assert [counted(cluster, [1], layer=layer)["ties"].tolist() for layer in (None, "x", "y")] == [[3], [1], [2]]


def test_no_losses_have_all_columns():
    net = network(REFERRALS)
    none = counts_of(breaking(net, None), net, np.empty((0, 2), dtype=np.int64))
    assert list(none) == list(counted(REFERRALS, [CLINIC, BUREAU]))
    assert {len(values) for values in none.values()} == {0}


def test_labels_of_who_is_lost():
    one = index_of(REFERRALS, np.array([[CLINIC], [SCHOOL]]))
    assert (one.tolist(), one.name) == (["Clinic", "School"], "actor")
    two = index_of(REFERRALS, np.array([[CLINIC, BUREAU]]))
    assert (two.tolist(), two.names) == ([("Clinic", "Bureau")], ["actor", "other"])


def test_what_breaks_is_named_as_often_as_it_is_counted():
    net = network(REFERRALS)
    kernel = breaking(net, None)
    for gone in ([OFFICE], [SHELTER], [CLINIC, BUREAU], [SCHOOL, SHELTER]):
        found = named(kernel, np.array(gone), net)["what"].value_counts()
        columns = counted(REFERRALS, gone)
        for what in ("broken_pairs", "chains", "services", "isolated"):
            assert found.get(what, 0) == columns[what][0]


def test_a_pair_without_direction_is_named_once():
    net = network(cluster_of("ABC", ["AB", "BC"]))
    rows = named(breaking(net, None), np.array([1]), net)
    assert rows[["what", "source", "target"]].fillna("-").to_numpy().tolist() == [
        ["broken_pairs", "A", "C"],
        ["isolated", "A", "-"],
        ["isolated", "C", "-"],
    ]


@pytest.mark.parametrize("order", [1, 2])
def test_the_worst_are_first_and_names_decide_between_equals(order):
    removed = np.array(list(combinations(range(REFERRALS.n_actors), order)))
    table = pd.DataFrame(counted(REFERRALS, *removed.tolist()))
    places = worst_first(table, REFERRALS, removed)
    columns = [f"beyond_{each}" for each in BROKEN.values()] if order == 2 else []
    effects = table[[*columns, *BROKEN.values(), "ties"]].to_numpy()[places].tolist()
    assert effects == sorted(effects, reverse=True)
    names = [sorted(REFERRALS.labels[each] for each in gone) for gone in removed[places]]
    assert all(a < b for a, b, one, other in zip(names, names[1:], effects, effects[1:], strict=False) if one == other)
