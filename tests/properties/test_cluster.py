"""What holds for every cluster."""

import pickle

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from socluster.core.cluster import Cluster
from tests.strategies import clusters


@given(clusters())
def test_tables_round_trip(cluster):
    assert Cluster._from(cluster.to_tables()) == cluster
    assert pickle.loads(pickle.dumps(cluster)) == cluster


@given(clusters(), st.randoms(use_true_random=False))
def test_order_of_link_rows_does_not_matter(cluster, random):
    def shuffled(frame):
        rows = list(range(len(frame)))
        random.shuffle(rows)
        return frame.iloc[rows].reset_index(drop=True)

    tables = cluster.to_tables()
    kinds = tables.kinds
    turned = type(tables)(
        tables.actors,
        shuffled(tables.ties),
        tables.groups,
        shuffled(tables.affiliations),
        shuffled(tables.unknown),
        tables.layers,
        tables.name,
        tables.info,
        kinds=kinds,
    )
    assert Cluster._from(turned) == cluster


@given(clusters())
def test_equal_clusters_have_equal_hashes_and_fingerprints(cluster):
    twin = Cluster._from(cluster.to_tables())
    assert hash(twin) == hash(cluster)
    assert twin.fingerprint == cluster.fingerprint


@given(clusters())
def test_with_and_without_are_inverse(cluster):
    name = "a new actor that nobody is called"
    joined = cluster.with_actor(name)
    assert joined.n_actors == cluster.n_actors + 1
    assert joined.without_actor(name) == cluster


@given(clusters())
def test_a_new_layer_of_ties_can_be_taken_away_again(cluster):
    if cluster.n_actors < 2:
        return
    layer = "a layer that nobody has"
    tied = cluster.with_ties(cluster.labels[0], cluster.labels[1:], layer=layer)
    assert tied.n_ties == cluster.n_ties + cluster.n_actors - 1
    assert tied.without_ties(layer=layer).select(layers=list(cluster.layers)) == cluster


@given(clusters())
def test_removing_an_actor_removes_its_row_and_column(cluster):
    waves = cluster.ties["wave"].nunique(dropna=False)
    if not cluster.n_actors or waves > 1:
        return
    smaller = cluster.without_actor(cluster.labels[0])
    assert np.array_equal(smaller.matrix().toarray(), cluster.matrix().toarray()[1:, 1:])


@given(clusters())
def test_nothing_handed_out_changes_the_cluster(cluster):
    before = cluster.fingerprint
    for frame in (cluster.actors, cluster.ties, cluster.groups, cluster.affiliations, cluster.unknown):
        for column in list(frame.columns):
            frame[column] = None
    cluster.info["x"] = "y"
    cluster.layers.clear()
    assert Cluster._from(cluster.to_tables()).fingerprint == before


@given(clusters())
def test_undirected_matrices_are_symmetric(cluster):
    if cluster.ties["wave"].nunique(dropna=False) > 1:
        return
    for name in cluster.tie_layers:
        matrix = cluster.matrix(name).toarray()
        if not cluster.is_directed(name):
            assert np.array_equal(matrix, matrix.T)
        assert not matrix.diagonal().any()
    total = sum((cluster.matrix(name).toarray() for name in cluster.tie_layers), np.zeros((cluster.n_actors,) * 2))
    assert cluster.matrix().toarray() == pytest.approx(total)


@given(clusters(), st.integers(0, 2**32))
def test_a_draw_keeps_sure_ties_and_adds_none(cluster, seed):
    drawn = cluster.sample(seed)
    assert drawn.n_ties >= (cluster.ties["confidence"] == 1).sum()
    assert drawn.n_ties <= (cluster.ties["confidence"] > 0).sum()
    assert drawn.labels == cluster.labels
    assert drawn == cluster.sample(seed)
    assert not drawn.n_uncertain


@given(clusters())
def test_flatten_keeps_the_matrix(cluster):
    if cluster.ties["wave"].nunique(dropna=False) > 1:
        return
    flat = cluster.flatten("all of them")
    assert flat.matrix().toarray() == pytest.approx(cluster.matrix().toarray())


@given(clusters())
def test_symmetrise_any_and_all_are_union_and_intersection(cluster):
    if cluster.ties["wave"].nunique(dropna=False) > 1:
        return
    for name in cluster.tie_layers:
        there = cluster.matrix(name).toarray() > 0
        for rule, expected in (("any", there | there.T), ("all", there & there.T)):
            assert np.array_equal(cluster.symmetrise(rule).matrix(name).toarray() > 0, expected)
