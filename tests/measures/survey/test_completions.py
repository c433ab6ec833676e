"""Unknown dyads with what a tie there would get, and the clusters in which they are filled in."""

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.measures.survey.completions import Completions, unknown_dyads


@pytest.fixture
def town():
    """Of six dyads two are unknown, so that three ties of four known dyads are a chance of 3/4."""
    ties = pd.DataFrame({"source": list("ABC"), "target": list("BCD"), "weight": [1.0, 2.0, 5.0]})
    unknown = pd.DataFrame({"source": ["A", "D"], "target": ["C", "A"]})
    return sc.Cluster.from_tables(pd.DataFrame({"actor": list("ABCD")}), ties, unknown=unknown)


def test_a_tie_there_is_as_strong_as_the_median_and_as_likely_as_the_known_ones(town):
    dyads = unknown_dyads(town, None)
    assert [{*pair} for pair in dyads[["source", "target"]].to_numpy().tolist()] == [{"A", "C"}, {"A", "D"}]
    assert dyads["weight"].tolist() == [2, 2]
    assert dyads["chance"].tolist() == pytest.approx([0.75, 0.75])
    assert len(unknown_dyads(town, "tie")) == 2


def test_every_completion_has_its_probability(town):
    completed = Completions(town, unknown_dyads(town, None))
    found = list(completed.every())
    assert [present.tolist() for present, _ in found] == [[False, False], [False, True], [True, False], [True, True]]
    assert [weight for _, weight in found] == pytest.approx([1 / 16, 3 / 16, 3 / 16, 9 / 16])


def test_drawn_ones_lie_between_the_extremes_and_weigh_the_same(town):
    found = list(Completions(town, unknown_dyads(town, None)).drawn(400, np.random.default_rng(1)))
    assert (found[0][0].any(), found[-1][0].all()) == (False, True)
    assert [found[0][1], found[-1][1]] == [0, 0]
    assert sum(weight for _, weight in found) == pytest.approx(1)
    assert np.mean([present for present, _ in found[1:-1]]) == pytest.approx(0.75, abs=0.05)


def test_a_completed_cluster_knows_all_its_dyads(town):
    completed = Completions(town, unknown_dyads(town, None)).cluster(np.array([True, False]))
    assert completed.n_ties == 4
    assert not completed.may_hold_unknown
    assert completed.matrix().toarray()[0].tolist() == [0, 1, 2, 0]
