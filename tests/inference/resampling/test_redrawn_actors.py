"""Actors drawn with replacement: their ties to each other, and pairs at random between copies."""

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.inference.resampling.redrawn_actors import RedrawnActors
from tests.inference.nulls.uniformity import small


class Given:
    """Random numbers that are not: who is drawn, and which pairs stand in for dyads of copies."""

    def __init__(self, *rows):
        self.rows = list(rows)

    def integers(self, high, size):
        row = np.array(self.rows.pop(0))
        assert row.shape == (size,)
        assert (row < high).all()
        return row


def ends(cluster):
    return sorted(zip(cluster.ties["source"], cluster.ties["target"], strict=True))


def test_actors_bring_their_ties_and_attributes():
    cluster = small(directed=True, ties=["ab", "bc", "ca", "cd"], weights=[1.0, 2.0, 3.0, 4.0])
    drawn = RedrawnActors(cluster).cluster(Given([2, 0, 3, 1], [], []))
    assert drawn.labels == ("1", "2", "3", "4")
    assert drawn.actors["sector"].tolist() == ["public", "public", "civic", "civic"]
    assert ends(drawn) == [("1", "2"), ("1", "3"), ("2", "4"), ("4", "1")]
    assert sc.Cluster._from(drawn.to_tables()) == drawn
    weights = {tuple(row[:2]): row[2] for row in drawn.ties[["source", "target", "weight"]].to_numpy()}
    assert weights["1", "3"] == 4.0


def test_the_dyad_of_two_copies_is_that_of_a_pair_in_both_directions():
    cluster = small(directed=True, ties=["ab", "bc"])
    drawn = RedrawnActors(cluster).cluster(Given([3, 3, 0, 2], [1], [0]))  # near b, far a: the tie runs from a to b
    assert ends(drawn) == [("2", "1")]
    undirected = small(directed=False, ties=["ab"])
    assert ends(RedrawnActors(undirected).cluster(Given([3, 3, 2, 2], [0, 2], [0, 2]))) == [("1", "2")]


def test_unknown_dyads_and_affiliations_come_along():
    cluster = small(directed=False, ties=["ab"], unknown=["cd"])
    drawn = RedrawnActors(cluster).cluster(Given([2, 0, 3, 1], [], []))
    assert drawn.unknown[["source", "target"]].to_numpy().tolist() == [["1", "3"]]
    norway = sc.load_dataset("siauliai")
    rng = np.random.default_rng(1)
    found = RedrawnActors(norway).cluster(rng)
    assert found.n_actors == norway.n_actors
    assert sc.Cluster._from(found.to_tables()) == found


def test_labels_of_any_kind_can_be_drawn():
    graph = sc.as_cluster(pd.DataFrame(np.ones((4, 4)) - np.eye(4), index=range(4), columns=range(4)))
    assert RedrawnActors(graph).cluster(np.random.default_rng(1)).n_ties == pytest.approx(graph.n_ties)
