import networkx as nx
import numpy as np
import pytest
from hypothesis import given

from socluster import InputError, closeness
from socluster.measures.centrality.farness import farness
from tests.measures.small_graphs import cluster_from, graphs
from tests.measures.ucinet_samples import PRINTED_DISC, PRINTED_ISO, disc, iso


@pytest.mark.parametrize(
    ("missing", "heading"),
    [
        ("n", "Closeness, undefined n"),
        ("longest+1", "Closeness, undefined max + 1"),
        ("zero", "Closeness, undefined zero"),
        ("mean", "Closeness, undefined average"),
    ],
)
def test_the_sums_that_ucinet_prints(missing, heading):
    found = farness(disc(), missing=missing, normalized=False)
    assert found.tolist() == pytest.approx(PRINTED_DISC[heading], rel=3e-6)


def test_ucinet_takes_n_unless_told():
    assert farness(iso(), missing="n", normalized=False).tolist() == PRINTED_ISO["Closeness"]


@given(graphs(directed=True))
def test_it_is_the_mean_distance_where_all_are_reached(graph):
    found = farness(cluster_from(graph))
    for place, node in enumerate(graph):
        distance = nx.single_source_shortest_path_length(graph, node)
        whole = len(distance) == len(graph) > 1
        expected = sum(distance.values()) / (len(graph) - 1) if whole else np.nan
        assert found.iloc[place] == pytest.approx(expected, nan_ok=True)


@given(graphs(directed=False))
def test_freeman_closeness_turns_it_round(graph):
    cluster = cluster_from(graph)
    for missing in ("n", "longest+1", "mean"):
        turned = 1 / farness(cluster, missing=missing)
        assert closeness(cluster, variant="freeman", missing=missing).tolist() == pytest.approx(
            turned.tolist(), nan_ok=True
        )


def test_direction_and_cost(cluster_of):
    arc = cluster_of([("A", "B", 4)], directed=True)
    assert farness(arc).tolist() == pytest.approx([1, np.nan], nan_ok=True)
    assert farness(arc, direction="in").tolist() == pytest.approx([np.nan, 1], nan_ok=True)
    assert farness(arc, direction="all", cost="inverse").tolist() == [0.25, 0.25]
    with pytest.raises(InputError, match="leave out cost="):
        farness(arc, cost="inverse", missing="n")


@pytest.mark.parametrize("rule", [None, "n", "longest+1", "mean", "zero"])
def test_nobody_is_out_of_reach_of_a_single_actor(rule):
    alone = cluster_from(nx.empty_graph(1))
    assert farness(alone, missing=rule, normalized=False).tolist() == [0]
    assert np.isnan(farness(alone, missing=rule)).all()
