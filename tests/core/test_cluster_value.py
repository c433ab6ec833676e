"""Clusters are values: equal by content, never changed, no collection."""

import copy
import pickle

import pytest

from socluster.core.cluster import Cluster
from socluster.core.errors import ImmutableError, InputError
from tests.core.samples import frame


def test_equality_is_by_content_and_ties_have_no_order(town):
    tables = town.to_tables()
    shuffled = Cluster.from_tables(
        tables.actors, tables.ties.sample(frac=1, random_state=1), layers=tables.layers, name=town.name
    )
    assert shuffled == town
    assert hash(shuffled) == hash(town)
    assert shuffled.fingerprint == town.fingerprint
    assert town != town.renamed("other")
    assert town != "town"


def test_order_of_actors_is_content(town):
    tables = town.to_tables()
    turned = Cluster.from_tables(tables.actors[::-1], tables.ties, layers=tables.layers, name=town.name)
    assert turned != town
    assert turned.labels == town.labels[::-1]


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, lambda c: pickle.loads(pickle.dumps(c))])
def test_copies_are_equal_and_frozen(town, copied):
    twin = copied(town)
    assert twin == town
    with pytest.raises(ValueError, match="read-only"):
        twin.parts.ties.rest["weight"].values[0] = 9


def test_what_is_kept_is_made_once_and_stays_with_its_cluster(town):
    made = []

    def make():
        made.append(1)
        return len(made)

    assert [town.kept("how many", make) for _ in range(3)] == [1, 1, 1]
    assert town.renamed("other").kept("how many", make) == 2
    assert pickle.loads(pickle.dumps(town)).kept("how many", make) == 3


def test_the_inner_face_cannot_be_replaced(town):
    with pytest.raises(ImmutableError):
        town.parts = None


def test_attributes_cannot_be_set_or_deleted(town):
    with pytest.raises(ImmutableError, match="never changes"):
        town.name = "x"
    with pytest.raises(ImmutableError):
        del town.parts
    with pytest.raises(ImmutableError):
        town.anything = 1


def test_length_is_refused_but_a_cluster_is_true(town):
    with pytest.raises(InputError, match="n_actors"):
        len(town)
    assert bool(Cluster.from_tables(frame("actor")))
