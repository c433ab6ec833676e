from itertools import product

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import socluster as sc
from socluster.measures.groups.factions import factions
from tests.measures.small_graphs import cluster_from, graphs, undirected_graphs


def every_fit(ties, k, variant):
    """The fit of every division into k factions, none of them empty."""
    n = len(ties)
    off = ~np.eye(n, dtype=bool)
    found = []
    for codes in product(range(k), repeat=n):
        if len(set(codes)) < k:
            continue
        same = np.equal.outer(codes, codes)[off]
        if variant == "hamming":
            found.append(np.mean(same == (ties[off] > 0)))
        elif len(set(same)) == 2:
            found.append(np.corrcoef(same, ties[off] > 0)[0, 1])
    return found


def small_problems(variant):
    for graph in undirected_graphs(5):
        n, m = graph.number_of_nodes(), graph.number_of_edges()
        for k in (2, 3):
            defined = variant == "hamming" or (0 < 2 * m < n * (n - 1) and k < n)
            if 1 < n >= k and defined:
                yield graph, k


@pytest.mark.parametrize("variant", ["hamming", "phi"])
def test_it_finds_the_best_division_of_every_network_of_up_to_five(variant):
    tried = 0
    for graph, k in small_problems(variant):
        cluster = cluster_from(graph)
        best = max(every_fit(cluster.matrix().toarray(), k, variant))
        assert factions(cluster, k=k, variant=variant, rng=7).fit == pytest.approx(best)
        tried += 1
    assert tried > 80


@given(graphs(directed=True, most=5), st.sampled_from([2, 3]))
def test_it_finds_the_best_division_of_directed_ties(graph, k):
    cluster = cluster_from(graph)
    if 1 < len(graph) >= k:
        best = max(every_fit(cluster.matrix().toarray(), k, "hamming"))
        assert factions(cluster, k=k, rng=7).fit == pytest.approx(best)


@given(graphs(), st.sampled_from([1, 2, 3]))
def test_the_numbers_are_those_of_its_division(graph, k):
    cluster = cluster_from(graph)
    if k > len(graph):
        return
    found = factions(cluster, k=k, restarts=1, rng=3)
    off = ~np.eye(len(graph), dtype=bool)
    codes = found.factions.to_numpy(dtype=int)
    same, tied = np.equal.outer(codes, codes)[off], cluster.matrix().toarray()[off] > 0
    assert found.factions.nunique() == k
    assert found.missing == (same & ~tied).sum()
    assert found.across == (~same & tied).sum()
    if len(graph) > 1:
        assert found.fit == pytest.approx(np.mean(same == tied))


def test_two_cliques_and_a_bridge_are_two_factions(cluster_of):
    found = factions(cluster_of("AB AC BC DE DF EF CD"), k=2, rng=1)
    assert found.factions.tolist() == [1, 1, 1, 2, 2, 2]
    assert (found.missing, found.across) == (0, 2)
    assert found.sentences() == [
        "2 factions (of 3 and 3).",
        "93% of the cells are as in the ideal (0 inside are not tied, 2 across are); the best of 10 searches, not "
        "proven to be the best possible.",
    ]


def test_the_club_splits_as_it_did():
    """Zachary's karate club: 32 of 34 members are on the side that they took."""
    karate = sc.load_dataset("karate")
    found = factions(karate, variant="phi", rng=7).factions
    table = pd.crosstab(found, karate.actors["faction"]).to_numpy()
    assert max(table.trace(), table.sum() - table.trace()) == 32


def test_the_same_seed_gives_the_same_answer(kite):
    one, other = (factions(kite, k=3, rng=5) for _ in range(2))
    pd.testing.assert_series_equal(one.factions, other.factions)
    assert one.made_of.seed == 5


def test_what_cannot_be_divided_is_refused(cluster_of):
    with pytest.raises(sc.InputError, match="k must be at most 2, the number of actors"):
        factions(cluster_of("AB"), k=3, rng=1)
    with pytest.raises(sc.InputError, match="no correlation is defined; use variant='hamming'"):
        factions(cluster_of("AB BC CA"), k=2, variant="phi", rng=1)
    assert factions(cluster_of("AB BC CA"), k=2, rng=1).fit == pytest.approx(1 / 3)


def test_its_picture_is_coloured_by_faction(kite):
    names = [trace.name or "" for trace in factions(kite, rng=1).plot().data]
    assert [sum(name.startswith(f"{faction} (") for name in names) for faction in (1, 2)] == [1, 1]
