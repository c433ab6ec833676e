"""Two-mode clustering and overlap against R's tnet, networkx.bipartite, and a list of all four-paths."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from networkx.algorithms import bipartite

from socluster.measures.twomode.clustering import affiliation_overlap, twomode_clustering, twomode_local_clustering
from tests.measures.twomode.twomode_samples import few, graph_of, incidences, two_mode


def test_davis_clustering(davis):
    # .7719 by the definition in R's tnet (clustering_tm), counted path by path; Robins & Alexander as networkx has it
    assert twomode_clustering(davis) == pytest.approx(0.7719, abs=5e-5)
    graph, _ = graph_of(davis)
    theirs = bipartite.robins_alexander_clustering(graph)
    for mode in ("actors", "groups"):
        assert twomode_clustering(davis, mode=mode, variant="robins-alexander") == pytest.approx(theirs)


def test_the_example_of_tnet():
    """The network in tnet's help on clustering_tm; counted path by path, in both directions: 6 of 20 are closed."""
    people, places = [1, 1, 2, 2, 2, 3, 3, 4, 5, 5, 6], [1, 2, 1, 3, 4, 2, 3, 4, 3, 5, 5]
    incidence = np.zeros((6, 5), dtype=int)
    incidence[np.array(people) - 1, np.array(places) - 1] = 1
    cluster = two_mode(incidence)
    assert twomode_clustering(cluster) == pytest.approx(0.3)
    local = twomode_local_clustering(cluster)
    assert local.tolist() == pytest.approx([1, 0.2, 0.5, np.nan, 0, np.nan], nan_ok=True)


def test_overlap_by_hand():
    cluster = two_mode([[1, 1, 0], [0, 1, 1], [0, 1, 0], [0, 0, 0]])
    assert affiliation_overlap(cluster, variant="count").to_numpy().tolist() == [
        [2, 1, 1, 0],
        [1, 2, 1, 0],
        [1, 1, 1, 0],
        [0, 0, 0, 0],
    ]
    assert affiliation_overlap(cluster).loc["a0", "a1"] == pytest.approx(1 / 3)
    assert affiliation_overlap(cluster, variant="cosine").loc["a0", "a2"] == pytest.approx(2**-0.5)
    share = affiliation_overlap(cluster, variant="share")
    assert share.loc["a0", "a2"] == 0.5
    assert share.loc["a2", "a0"] == 1
    assert share.loc["a3"].isna().all()
    assert affiliation_overlap(cluster).loc["a3", "a3"] != affiliation_overlap(cluster).loc["a3", "a3"]  # NaN
    of_groups = affiliation_overlap(cluster, mode="groups", variant="count")
    assert of_groups.index.tolist() == of_groups.columns.tolist() == ["g0", "g1", "g2"]
    assert of_groups.loc["g1"].tolist() == [1, 3, 1]


def test_overlap_agrees_with_the_projections(davis):
    for variant in ("count", "jaccard"):
        overlap = affiliation_overlap(davis, variant=variant).to_numpy().copy()
        np.fill_diagonal(overlap, 0)
        assert overlap == pytest.approx(davis.project(weights=variant).matrix().toarray())


def literal_four_paths(incidence):
    n, m = incidence.shape
    closed, total = np.zeros(n), np.zeros(n)
    for b in range(n):
        for p, q in itertools.permutations([g for g in range(m) if incidence[b, g]], 2):
            for a, c in itertools.product(range(n), repeat=2):
                if len({a, b, c}) == 3 and incidence[a, p] and incidence[c, q]:
                    total[b] += 1
                    closed[b] += any(incidence[a, g] and incidence[c, g] for g in range(m) if g not in (p, q))
    return closed, total


@few
@given(incidences())
def test_clustering_equals_a_list_of_all_four_paths(incidence):
    closed, total = literal_four_paths(incidence)
    cluster = two_mode(incidence)
    with np.errstate(invalid="ignore"):
        assert twomode_local_clustering(cluster).tolist() == pytest.approx((closed / total).tolist(), nan_ok=True)
        assert twomode_clustering(cluster) == pytest.approx(closed.sum() / total.sum(), nan_ok=True)


def test_clustering_in_blocks_is_the_same(monkeypatch, davis):
    whole = twomode_local_clustering(davis)
    monkeypatch.setattr("socluster._kernels.groups.twomode.CELLS", 20)
    assert twomode_local_clustering(davis).equals(whole)


@few
@given(incidences())
def test_robins_and_alexander_equal_networkx(incidence):
    cluster = two_mode(incidence)
    ours = twomode_clustering(cluster, variant="robins-alexander")
    theirs = bipartite.robins_alexander_clustering(graph_of(cluster)[0])
    assert theirs == 0 if np.isnan(ours) else ours == pytest.approx(theirs)
