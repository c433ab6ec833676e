import warnings

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given

import socluster as sc
from socluster.core.errors import ProjectionWarning, UncertainTiesWarning, UnknownTiesWarning
from socluster.measures.profiles.whole import profile
from tests.measures.profiles.profile_samples import STAR_PATH_TRIANGLE, WITH_ISOLATES
from tests.measures.small_graphs import cluster_from, graphs


def test_star_path_and_triangle_by_hand():
    """20 ordered pairs of the star, 12 of the path and 6 of the triangle have a path."""
    found = profile(STAR_PATH_TRIANGLE).values
    steps = [1] * 8 + [2] * 12 + [1] * 6 + [2] * 4 + [3] * 2 + [1] * 6
    assert found["connectedness"] == pytest.approx(38 / 132)
    assert found["average_distance"] == pytest.approx(np.mean(steps))
    assert found["distance_deviation"] == pytest.approx(np.std(steps))
    assert found["wiener_index"] == sum(steps) / 2
    assert found["compactness"] == pytest.approx((1 / np.array(steps)).sum() / 132)
    assert found["within_three"] == pytest.approx(38 / 132)
    assert found[["actors", "ties", "components", "largest_component"]].tolist() == [12, 10, 3, 5]
    assert found["component_ratio"] == pytest.approx(2 / 11)
    assert found["dependency_sum"] == 6 + 4  # six pairs around the star's centre, four steps inside the path
    assert found["core_index"] == 2
    assert found["h_index"] == 2
    assert np.isnan(found["small_worldness"])


def test_isolates_are_pieces_of_their_own():
    found = profile(WITH_ISOLATES).values
    assert found[["components", "largest_component"]].tolist() == [4, 7]
    assert found["average_degree"] == pytest.approx(1.4)
    assert found["degree_centralization"] == pytest.approx((3 * 10 - 14) / (9 * 8))


@given(graphs())
def test_it_agrees_with_networkx(graph):
    found = profile(cluster_from(graph)).values
    n, ordered = len(graph), graph if graph.is_directed() else graph.to_directed()
    distances = [d for i, row in nx.all_pairs_shortest_path_length(ordered) for j, d in row.items() if i != j]
    assert found["actors"] == n
    assert found["ties"] == graph.number_of_edges()
    assert found["components"] == nx.number_strongly_connected_components(ordered)
    assert found["average_degree"] == pytest.approx(ordered.number_of_edges() / n)
    assert found["wiener_index"] == sum(distances) / (1 if graph.is_directed() else 2)
    between = sum(nx.betweenness_centrality(graph, normalized=False).values())
    assert found["dependency_sum"] == pytest.approx(between, abs=1e-9)
    assert found["dependency_sum"] == pytest.approx(
        found["wiener_index"] - len(distances) / (1 if graph.is_directed() else 2), abs=1e-9
    )
    if n > 1:
        assert found["connectedness"] == pytest.approx(len(distances) / (n * (n - 1)))
        assert found["mutual"] + found["asymmetric"] + found["null"] == pytest.approx(1)
        assert found["breadth"] + found["compactness"] == pytest.approx(1)


@given(graphs())
def test_it_does_not_depend_on_the_order_of_the_actors(graph):
    cluster = cluster_from(graph)
    turned = cluster.select(actors=list(cluster.labels)[::-1])
    pd.testing.assert_series_equal(profile(cluster).values, profile(turned).values)


def test_a_warning_is_given_once_for_all_lines(knoke):
    ties = pd.DataFrame({"source": ["A", "B"], "target": ["B", "C"], "confidence": [1, 0.5], "evidence": "assumed"})
    unknown = pd.DataFrame({"source": ["A"], "target": ["C"], "layer": ["tie"]})
    cluster = sc.Cluster.from_tables(pd.DataFrame({"actor": list("ABC")}), ties, unknown=unknown)
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        found = profile(cluster)
    assert [each.category for each in said] == [UncertainTiesWarning, UnknownTiesWarning]
    assert found.values["density"] == 1.0, "what is unknown is no missing tie"


def test_it_says_what_is_undefined_and_nothing_of_it_elsewhere(cluster_of):
    alone = profile(cluster_of("", actors="A")).sentences()
    assert alone == [
        "1 actor, 0 ties: density undefined, average degree 0.",
        "Undefined here: degree centralization, centralization of outgoing ties, centralization of incoming ties, "
        "correlation of ties with differences of in-degree, correlation of ties with differences of out-degree, "
        "density and 18 more.",
        "The cluster has only one actor, who cannot be tied to anybody.",
    ]
    complete = profile(cluster_of("AB BC CA")).sentences()
    assert complete == [
        "3 actors, 3 ties: density 100%, average degree 2.",
        "1 component, the largest with 3 actors; 100% of the ordered pairs have a path.",
        "Distance in steps, where there is a path: 1 on average, 1 at most; closure 100%.",
        "Undefined here: correlation of ties with differences of in-degree, correlation of ties with differences of "
        "out-degree, closure index and reciprocity index.",
    ]


def test_its_table_speaks_both_languages(knoke):
    found = profile(knoke, layer="information")
    english, lithuanian = found.to_frame(), found.to_frame(language="lt")
    assert english.loc["density", "name"] == "density"
    assert lithuanian.loc["density", "name"] == "tankis"
    assert (english["definition"] != lithuanian["definition"]).all()
    pd.testing.assert_frame_equal(english[["value", "call"]], lithuanian[["value", "call"]])
    with pytest.raises(sc.InputError, match="language must be one of"):
        found.to_frame(language="de")


def test_affiliations_alone_are_projected_and_the_calls_say_so():
    davis = sc.load_dataset("davis")
    with pytest.warns(ProjectionWarning):
        found = profile(davis)
    assert found.to_frame().loc["density", "call"] == "sc.density(cluster.project())"
