import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import socluster as sc
from socluster.measures.mixing.homophily import homophily
from tests.measures.small_graphs import LABELS, cluster_from, graphs


@st.composite
def grouped(draw):
    graph = draw(graphs())
    return graph, draw(st.lists(st.sampled_from("xyz"), min_size=len(graph), max_size=len(graph)))


def cells(tied, same):
    """The fourfold table of pairs of truth values."""
    return [sum(1 for t, s in zip(tied, same, strict=True) if (t, s) == each) for each in
            ((True, True), (True, False), (False, True), (False, False))]  # fmt: skip


def expected_of(tied, same):
    """The indices by their definitions, from the pairs themselves."""
    a, b, c, d = cells(tied, same)
    if not a + b:
        return dict.fromkeys(
            ("share_own", "excess", "coleman", "ei_index", "jaccard", "yules_q", "point_biserial", "odds_ratio"), np.nan
        )
    share, chance = a / (a + b), (a + c) / (a + b + c + d)
    excess = share - chance
    room = 1 - chance if excess >= 0 else chance
    alike = len(set(tied)) < 2 or len(set(same)) < 2
    return {
        "share_own": share,
        "excess": excess,
        "coleman": excess / room if room and a + c else np.nan,
        "ei_index": (b - a) / (a + b),
        "jaccard": a / (a + b + c),
        "yules_q": (a * d - b * c) / (a * d + b * c) if a * d + b * c else np.nan,
        "point_biserial": np.nan if alike else np.corrcoef(tied, same)[0, 1],
        "odds_ratio": a * d / (b * c) if b * c else np.nan,
    }


@given(grouped())
def test_every_actor_by_definition(both):
    graph, groups = both
    found = homophily(cluster_from(graph), group=pd.Series(groups, list(LABELS[: len(graph)]))).by_actor
    for i in graph:
        others = [j for j in graph if j != i]
        wanted = expected_of([graph.has_edge(i, j) for j in others], [groups[i] == groups[j] for j in others])
        for name, value in wanted.items():
            assert found.loc[LABELS[i], name] == pytest.approx(value, nan_ok=True), name


@given(grouped())
def test_the_whole_by_definition(both):
    graph, groups = both
    found = homophily(cluster_from(graph), group=pd.Series(groups, list(LABELS[: len(graph)]))).whole
    pairs = [(i, j) for i in graph for j in graph if i != j]
    wanted = expected_of([graph.has_edge(i, j) for i, j in pairs], [groups[i] == groups[j] for i, j in pairs])
    for name in ("share_own", "excess", "ei_index", "yules_q", "point_biserial"):
        assert found[name] == pytest.approx(wanted[name], nan_ok=True), name
    if graph.number_of_edges():
        parts = [{i for i in graph if groups[i] == name} for name in set(groups)]
        assert found["modularity"] == pytest.approx(nx.community.modularity(graph, parts, weight=None))


@given(grouped())
def test_the_names_of_groups_do_not_matter(both):
    graph, groups = both
    cluster, index = cluster_from(graph), list(LABELS[: len(graph)])
    renamed = [{"x": "z", "y": "x", "z": "y"}[name] for name in groups]
    one, other = (homophily(cluster, group=pd.Series(names, index)) for names in (groups, renamed))
    pd.testing.assert_frame_equal(one.by_actor, other.by_actor)
    pd.testing.assert_series_equal(one.whole, other.whole)


def test_rows_follow_the_direction_and_the_whole_counts_arcs(cluster_of):
    cluster = cluster_of("AB AC CA", directed=True)
    group = pd.Series({"A": "x", "B": "x", "C": "y"})
    assert homophily(cluster, group=group).by_actor["partners"].tolist() == [2, 0, 1]
    assert homophily(cluster, group=group, direction="in").by_actor["partners"].tolist() == [1, 1, 1]
    assert homophily(cluster, group=group, direction="all").by_actor["partners"].tolist() == [2, 1, 1]
    for direction in ("out", "in", "all"):
        assert homophily(cluster, group=group, direction=direction).whole["ei_index"] == pytest.approx(1 / 3)
    assert sc.ei_index(cluster, group=group) == 0


def test_it_holds_the_indices_that_stand_alone(knoke):
    found = homophily(knoke, group="sector", layer="information")
    assert found.whole["assortativity"] == sc.assortativity(knoke, group="sector", layer="information")
    pd.testing.assert_frame_equal(found.by_group, sc.coleman_homophily(knoke, group="sector", layer="information"))
    undirected = knoke.layer("information").symmetrise()
    by_actor = homophily(undirected, group="sector").by_actor["ei_index"]
    pd.testing.assert_series_equal(by_actor, sc.ei_by_actor(undirected, group="sector"), check_names=False)


def test_without_ties_it_says_so(cluster_of):
    group = pd.Series({"A": "x", "B": "y"}, name="kind")
    assert homophily(cluster_of("", actors="AB"), group=group).sentences() == [
        "Homophily by kind: undefined, since there are no ties.",
        "There are no ties between the actors: nothing here shows how they work together.",
    ]
