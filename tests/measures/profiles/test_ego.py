import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given

from socluster.measures.profiles.ego import ego_profile
from tests.measures.profiles.profile_samples import STAR_PATH_TRIANGLE, WITH_ISOLATES
from tests.measures.small_graphs import LABELS, cluster_from, graphs

DIRECTIONS = ("all", "out", "in")


def by_definition(graph, ego, direction):
    """One row, from networkx and sets alone."""
    walked = graph.to_undirected() if direction == "all" or not graph.is_directed() else graph
    walked = walked.reverse() if direction == "in" and walked.is_directed() else walked
    partners = set(walked[ego])
    among = graph.subgraph(partners)
    k, n = len(partners), len(graph)
    once = 1 if graph.is_directed() else 2
    ordered = among if among.is_directed() else among.to_directed()
    steps = {i: nx.single_source_shortest_path_length(ordered, i) for i in partners}
    found = [steps[i].get(j, np.inf) for i in partners for j in partners if i != j]
    within_two = (partners | {k for j in partners for k in walked[j]}) - {ego}
    most = k + sum(len(set(walked[j]) - {ego}) for j in partners)
    between = nx.betweenness_centrality(graph.subgraph({*partners, ego}), normalized=False)[ego] if k > 1 else 0.0
    components = nx.number_connected_components(among.to_undirected()) if k else 0
    arcs, pairs = ordered.number_of_edges(), k * (k - 1)
    defined = pairs > 0 and np.isfinite(found).all()
    return {
        "size": k,
        "ties": arcs / once,
        "pairs": pairs / once,
        "density": arcs / pairs if pairs else np.nan,
        "average_distance": np.mean(found) if defined else np.nan,
        "compactness": np.mean(1 / np.array(found)) if pairs else np.nan,
        "diameter": max(found) if defined else np.nan,
        "components": components,
        "component_ratio": (components - 1) / (k - 1) if k > 1 else np.nan,
        "two_step_reach": len(within_two),
        "two_step_share": len(within_two) / (n - 1) if k else np.nan,
        "reach_efficiency": len(within_two) / most if most else np.nan,
        "brokers": (pairs - arcs) / 2,
        "normalized_brokers": 1 - arcs / pairs if pairs else np.nan,
        "ego_betweenness": between,
        "normalized_ego_betweenness": between * once / pairs if pairs else np.nan,
    }


@pytest.mark.parametrize("direction", DIRECTIONS)
@given(graph=graphs())
def test_by_definition(direction, graph):
    found = ego_profile(cluster_from(graph), direction=direction)
    rows = {LABELS[i]: by_definition(graph, i, direction) for i in graph}
    expected = pd.DataFrame(rows).T.rename_axis("actor")
    pd.testing.assert_frame_equal(found.astype(float), expected.astype(float), atol=1e-9)


def test_the_second_step_of_outgoing_ties_goes_out(cluster_of):
    """A -> B <- C: A does not reach C."""
    found = ego_profile(cluster_of("AB CB", directed=True), direction="out")
    assert found["two_step_reach"].tolist() == [1, 0, 1]


def test_star_path_and_triangle_by_hand():
    found = ego_profile(STAR_PATH_TRIANGLE)
    centre, end, corner = found.loc["n1"], found.loc["n6"], found.loc["n10"]
    assert centre[["size", "ties", "pairs", "components", "brokers"]].tolist() == [4, 0, 6, 4, 6]
    assert centre[["component_ratio", "reach_efficiency", "normalized_ego_betweenness"]].tolist() == [1, 1, 1]
    assert end[["size", "pairs", "two_step_reach", "ego_betweenness"]].tolist() == [1, 0, 2, 0]
    assert corner[["density", "average_distance", "diameter", "reach_efficiency"]].tolist() == [1, 1, 1, 0.5]


def test_an_isolate_has_counts_of_zero_and_no_shares():
    isolate = ego_profile(WITH_ISOLATES).loc["n9"]
    whole = ["size", "ties", "pairs", "components", "two_step_reach", "brokers", "ego_betweenness"]
    assert (isolate[whole] == 0).all()
    assert isolate.drop(whole).isna().all()


def test_the_outgoing_surroundings_of_the_county_as_hanneman_and_riddle_print_them(knoke):
    """Introduction to Social Network Methods, section 9.3: 4 partners, 11 ties among them of 4 * 3."""
    county = ego_profile(knoke, layer="information", direction="out").loc["COUN"]
    assert county[["size", "ties", "pairs"]].tolist() == [4, 11, 12]
