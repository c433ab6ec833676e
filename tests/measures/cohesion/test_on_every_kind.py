"""Every measure of cohesion gives an answer of its kind for every kind of cluster, and warns of what it leaves out."""

from functools import partial

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import socluster as sc
from socluster import Cluster
from socluster.core.errors import ProjectionWarning, UncertainTiesWarning, UnknownTiesWarning
from socluster.measures.cohesion import block_density, census, closure, connectivity, cutpoints
from socluster.measures.cohesion import distance as cohesion_distance
from socluster.measures.cohesion import hierarchy as hierarchy_dimensions
from socluster.measures.groups import cliques as subgroups
from socluster.measures.groups import cohesive_blocks, lambda_sets
from tests.examples import examples
from tests.measures.small_graphs import cluster_from, graphs

OF_WHOLE = [
    cohesion_distance.average_path_length,
    cohesion_distance.compactness,
    cohesion_distance.diameter,
    cohesion_distance.fragmentation,
    cohesion_distance.wholeness,
    closure.reciprocity,
    partial(closure.reciprocity, variant="all"),
    closure.transitivity,
    partial(closure.transitivity, variant="strong"),
    connectivity.algebraic_connectivity,
    connectivity.edge_connectivity,
    connectivity.natural_connectivity,
    connectivity.node_connectivity,
    hierarchy_dimensions.connectedness,
    hierarchy_dimensions.krackhardt_efficiency,
    hierarchy_dimensions.krackhardt_hierarchy,
    hierarchy_dimensions.least_upper_boundedness,
]
OF_ACTORS = [
    cohesion_distance.local_efficiency,
    partial(cohesion_distance.local_efficiency, variant="network"),
    closure.local_clustering,
    partial(closure.local_clustering, variant="barrat"),
    partial(closure.local_clustering, variant="onnela"),
    cohesive_blocks.nestedness,
    cutpoints.cutpoints,
    subgroups.core_number,
]
LISTS = [
    cohesive_blocks.cohesive_blocks,
    cutpoints.biconnected_components,
    lambda_sets.lambda_sets,
    subgroups.cliques,
    subgroups.k_plexes,
]
KNOWING = [census.dyad_census, partial(block_density.block_density, group="sector")]  # they take unknown dyads out
TABLES = [census.triad_census, cohesion_distance.distance_distribution, subgroups.clique_comembership]
EVERY = [*OF_WHOLE, *OF_ACTORS, *LISTS, *KNOWING, *TABLES, cutpoints.bridges]

PATH = [("A", "B", "x", 1.0), ("B", "C", "x", 1.0), ("C", "D", "x", 1.0)]
KINDS = {
    "nobody": ("", [], {"x": False}),
    "one actor": ("A", [], {"x": True}),
    "isolates only": ("ABC", [], {"x": False}),
    "undirected": ("ABCD", PATH, {"x": False}),
    "directed": ("ABCD", [*PATH, ("B", "A", "x", 1.0), ("A", "C", "x", 1.0)], {"x": True}),
    "weighted": ("ABC", [("A", "B", "x", 0.5), ("B", "C", "x", 40.0)], {"x": False}),
    "multiplex": ("ABCD", [*PATH, ("A", "C", "y", 2.0)], {"x": False, "y": False}),
    "directed and undirected": ("ABCD", [*PATH, ("A", "C", "y", 2.0)], {"x": True, "y": False}),
    "disconnected": ("ABCDEF", [*PATH[:2], ("D", "E", "x", 1.0)], {"x": False}),
}


def name_of(measure):
    return getattr(measure, "func", measure).__name__


def make(labels, ties, layers, **columns):
    sectors = (["public", "civic", "private"] * 2)[: len(labels)]
    actors = pd.DataFrame({"actor": list(labels), "sector": sectors}, dtype=object)
    frame = pd.DataFrame(ties, columns=["source", "target", "layer", "weight"]).assign(**columns)
    directions = {name: {"directed": directed} for name, directed in layers.items()}
    return Cluster.from_tables(actors, frame, layers=directions)


def same(found, expected):
    if isinstance(found, float):
        return found == expected or (np.isnan(found) and np.isnan(expected))
    return found.equals(expected)


@pytest.fixture(params=KINDS)
def cluster(request):
    return make(*KINDS[request.param])


@pytest.mark.parametrize("measure", OF_WHOLE, ids=name_of)
def test_measures_of_the_whole(measure, cluster):
    value = measure(cluster)
    assert isinstance(value, float)
    assert np.isnan(value) or 0 <= value <= cluster.n_actors
    if cluster.n_actors == 0:
        assert np.isnan(value)


@pytest.mark.parametrize("measure", OF_ACTORS, ids=name_of)
def test_measures_of_actors(measure, cluster):
    series = measure(cluster)
    assert series.index.equals(cluster.index)
    assert series.name == name_of(measure)
    counts = (cohesive_blocks.nestedness, subgroups.core_number)
    assert series.dtype == (bool if measure is cutpoints.cutpoints else int if measure in counts else float)
    assert (series.dropna() >= 0).all()


@pytest.mark.parametrize("measure", LISTS, ids=name_of)
def test_lists_of_parts(measure, cluster):
    table = measure(cluster)
    assert table.index.tolist() == list(range(1, len(table) + 1))
    assert table["size"].tolist() == [len(members) for members in table["members"]]
    assert table["size"].dtype == np.int64
    place = {label: number for number, label in enumerate(cluster.labels)}
    for members in table["members"]:
        assert list(members) == sorted(set(members), key=place.get)


@pytest.mark.parametrize("measure", [*TABLES, *KNOWING, cutpoints.bridges], ids=name_of)
def test_tables_and_marks(measure, cluster):
    found = measure(cluster)
    assert isinstance(found, pd.DataFrame | pd.Series)
    if measure is cutpoints.bridges:
        assert len(found) == cluster.n_ties


@pytest.mark.parametrize("measure", EVERY, ids=name_of)
def test_a_layer_is_measured_as_if_it_were_alone(measure):
    cluster = make("ABCD", [("A", "B", "x", 1.0), ("B", "C", "x", 3.0), ("A", "D", "y", 2.0)], {"x": True, "y": False})
    for layer in ("x", "y"):
        assert same(measure(cluster, layer=layer), measure(cluster.layer(layer)))


@pytest.mark.parametrize("measure", EVERY, ids=name_of)
def test_a_two_mode_cluster_is_projected_and_that_is_said(measure):
    actors = pd.DataFrame({"actor": list("ABC"), "sector": ["public", "civic", "civic"]})
    rows = pd.DataFrame([("A", "x"), ("B", "x"), ("B", "y"), ("C", "y")], columns=["actor", "group"])
    two_mode = Cluster.from_tables(actors, groups=pd.DataFrame({"group": ["x", "y"]}), affiliations=rows)
    with pytest.warns(ProjectionWarning, match="only 4 affiliations") as caught:
        found = measure(two_mode)
    assert [warning.filename for warning in caught] == [__file__]
    assert same(found, measure(two_mode.project()))


@pytest.mark.parametrize("measure", EVERY, ids=name_of)
def test_uncertain_ties_are_counted_and_that_is_said(measure):
    uncertain = make(*KINDS["directed"], confidence=0.5)
    with pytest.warns(UncertainTiesWarning, match="as if 5 uncertain ties existed") as caught:
        found = measure(uncertain)
    assert [warning.filename for warning in caught] == [__file__]
    assert same(found, measure(make(*KINDS["directed"])))


@pytest.mark.parametrize("measure", [each for each in EVERY if each not in KNOWING], ids=name_of)
def test_unknown_dyads_are_counted_as_absent_and_that_is_said(measure):
    labels, ties, layers = KINDS["undirected"]
    frame = pd.DataFrame(ties, columns=["source", "target", "layer", "weight"])
    unknown = pd.DataFrame({"source": ["A"], "target": ["D"], "layer": ["x"]})
    cluster = Cluster.from_tables(pd.DataFrame({"actor": list(labels)}), frame, unknown=unknown, layers={"x": {}})
    with pytest.warns(UnknownTiesWarning) as caught:
        found = measure(cluster)
    assert [warning.filename for warning in caught] == [__file__]
    assert same(found, measure(make(labels, ties, layers)))


@pytest.mark.parametrize("measure", EVERY, ids=name_of)
def test_what_is_no_cluster_is_refused_and_options_are_named(measure, kite):
    with pytest.raises(sc.InputError):
        measure(3)
    with pytest.raises(TypeError, match="positional"):
        measure(kite, "tie")
    with pytest.raises(sc.InputError, match="is no layer"):
        (partial(measure, group=kite.index.to_series()) if "group" in getattr(measure, "keywords", {}) else measure)(
            kite, layer="money"
        )


@pytest.mark.parametrize("measure", [*OF_WHOLE, *OF_ACTORS], ids=name_of)
def test_names_and_the_order_of_actors_do_not_matter(measure, knoke):
    tables = knoke.layer("information").to_tables()
    labels = list(knoke.labels)
    new_name = dict(
        zip(labels, np.random.default_rng(1).permutation([f"n{number}" for number in range(10)]), strict=True)
    )
    actors = tables.actors.assign(actor=tables.actors["actor"].map(new_name)).sort_values("actor")
    ties = tables.ties.assign(**{end: tables.ties[end].map(new_name) for end in ("source", "target")}).iloc[::-1]
    renamed = Cluster.from_tables(actors, ties, layers=tables.layers)
    found, expected = measure(renamed), measure(knoke, layer="information")
    if isinstance(expected, float):
        assert found == pytest.approx(expected)
    else:
        assert found[[new_name[label] for label in labels]].tolist() == pytest.approx(expected.tolist())


@settings(max_examples=examples(12, 75))
@given(graphs(directed=False), graphs(directed=False))
def test_what_happens_elsewhere_does_not_matter_to_an_actor(graph, stranger):
    both = cluster_from(nx.disjoint_union(graph, stranger), "weight", labels=[f"a{place:02}" for place in range(14)])
    alone = cluster_from(graph, "weight")
    for measure in OF_ACTORS:
        if getattr(measure, "keywords", {}).get("variant") == "onnela":
            continue  # it looks at the strongest tie of the cluster
        expected = measure(alone).tolist()
        assert measure(both).tolist()[: len(graph)] == pytest.approx(expected, nan_ok=True)


@settings(max_examples=examples(12, 75))
@given(graphs(), st.sampled_from([0.125, 3.0, 1e6]))
def test_the_unit_of_strength_does_not_matter(graph, factor):
    scaled = graph.copy()
    for _, _, data in scaled.edges(data=True):
        data["weight"] *= factor
    for variant in ("barrat", "onnela"):
        expected = closure.local_clustering(cluster_from(graph, "weight"), variant=variant).tolist()
        found = closure.local_clustering(cluster_from(scaled, "weight"), variant=variant).tolist()
        assert found == pytest.approx(expected, nan_ok=True)
