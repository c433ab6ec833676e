import networkx as nx
import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.inference.ergm.features import Features, mixing_codes
from socluster.inference.ergm.model import model_of

KNOKE = sc.load_dataset("knoke")


def features_of(cluster, **options):
    model = model_of(cluster, [sc.terms.edges()], **options)
    features = Features(model, *mixing_codes(model))
    values = pd.Series(features.of(model.observed, model.statistics()), index=features.index)
    return model, values


def test_of_directed_ties_they_are_those_of_the_measures():
    _, found = features_of(KNOKE, layer="information")
    knoke = KNOKE.layer("information")
    for kind, direction in (("indegree", "in"), ("outdegree", "out")):
        degrees = sc.degree(knoke, direction=direction, normalized=False).astype(int)
        np.testing.assert_array_equal(found[kind], np.bincount(degrees, minlength=10))
    np.testing.assert_array_equal(found["triad"], sc.triad_census(knoke)["count"])
    distances = sc.distance_distribution(knoke)["pairs"]
    np.testing.assert_array_equal(found["distance"][[1, 2, 3, np.inf]], distances)
    np.testing.assert_array_equal(found["mixing"].sum(), 49)
    table = sc.mixing_table(knoke, group="sector").to_numpy()
    assert sorted(found["mixing"]) == sorted(np.asarray(table)[:3, :3].ravel())
    assert found["model", "edges"] == 49


@pytest.mark.parametrize("kind", ["edgewise shared partners"])
def test_of_undirected_ties_they_are_those_of_networkx(kind):
    graph = nx.karate_club_graph()
    _, found = features_of(sc.as_cluster(graph))
    shared = [len(list(nx.common_neighbors(graph, *edge))) for edge in graph.edges]
    np.testing.assert_array_equal(found[kind], np.bincount(shared, minlength=33))
    np.testing.assert_array_equal(found["degree"], np.bincount([d for _, d in graph.degree], minlength=34))
    assert found["triad", "300"] == sum(nx.triangles(graph).values()) / 3
    lengths = [d for _, row in nx.all_pairs_shortest_path_length(graph) for d in row.values() if d]
    np.testing.assert_array_equal(found["distance"].to_numpy()[:-1] * 2, np.bincount(lengths, minlength=34)[1:])


def test_of_two_modes_each_has_its_own():
    davis = sc.load_dataset("davis")
    model, found = features_of(davis)
    matrix = model.observed.astype(int)
    np.testing.assert_array_equal(found["first-mode degree"], np.bincount(matrix.sum(axis=1), minlength=15))
    np.testing.assert_array_equal(found["second-mode degree"], np.bincount(matrix.sum(axis=0), minlength=19))
    together = (matrix @ matrix.T)[np.triu_indices(18, 1)]
    np.testing.assert_array_equal(found["first-mode shared partners"], np.bincount(together, minlength=15))
    assert found["distance"].sum() == 32 * 31 / 2
    assert found["distance", 1] == 89
    assert "triad" not in found


@pytest.mark.parametrize("n", [1, 2, 3])
def test_tiny_clusters_have_them_too(n):
    cluster = sc.Cluster.from_tables(pd.DataFrame({"actor": list("abc")[:n]}))
    _, found = features_of(cluster)
    assert found["degree", 0] == n
    assert found["distance", np.inf] == n * (n - 1) / 2


def test_sectors_are_compared_only_where_everybody_has_one():
    model = model_of(KNOKE, [sc.terms.edges()], layer="information")
    codes, sectors = mixing_codes(model)
    assert len(codes) == 10
    assert list(sectors) == sorted(sectors)
    assert mixing_codes(model, "no such column") == (None, ())
    assert mixing_codes(model_of(sc.load_dataset("davis"), [sc.terms.edges()])) == (None, ())
