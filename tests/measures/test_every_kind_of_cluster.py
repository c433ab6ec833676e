"""Every measure gives an answer of its kind for every kind of cluster, and says NaN where there is none."""

from functools import partial

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster import Cluster
from socluster.core.errors import ProjectionWarning

OF_ACTORS = [sc.degree, sc.strength, sc.betweenness, sc.closeness, sc.constraint, sc.effective_size]
OF_WHOLE = [sc.density, sc.global_efficiency, partial(sc.ei_index, group="sector")]
ROLES = partial(sc.brokerage_roles, group="sector")
MIXING = partial(sc.mixing_table, group="sector")
EVERY = [*OF_ACTORS, *OF_WHOLE, sc.components, ROLES, MIXING]

KINDS = [
    "nobody",
    "one actor",
    "isolates only",
    "undirected",
    "directed",
    "weighted",
    "multiplex",
    "directed and undirected",
    "disconnected",
]


def name_of(measure):
    return getattr(measure, "func", measure).__name__


def make(labels, ties, layers):
    sectors = (["public", "civic", "private"] * 2)[: len(labels)]
    actors = pd.DataFrame({"actor": list(labels), "sector": sectors}, dtype=object)
    frame = pd.DataFrame(ties, columns=["source", "target", "layer", "weight"])
    return Cluster.from_tables(
        actors, frame, layers={name: {"directed": directed} for name, directed in layers.items()}
    )


@pytest.fixture(params=KINDS)
def cluster(request):
    path = [("A", "B", "x", 1.0), ("B", "C", "x", 1.0), ("C", "D", "x", 1.0)]
    return {
        "nobody": lambda: make("", [], {"x": False}),
        "one actor": lambda: make("A", [], {"x": True}),
        "isolates only": lambda: make("ABC", [], {"x": False}),
        "undirected": lambda: make("ABCD", path, {"x": False}),
        "directed": lambda: make("ABCD", [*path, ("B", "A", "x", 1.0)], {"x": True}),
        "weighted": lambda: make("ABC", [("A", "B", "x", 0.5), ("B", "C", "x", 40.0)], {"x": False}),
        "multiplex": lambda: make("ABCD", [*path, ("A", "C", "y", 2.0)], {"x": False, "y": False}),
        "directed and undirected": lambda: make("ABCD", [*path, ("A", "C", "y", 2.0)], {"x": True, "y": False}),
        "disconnected": lambda: make("ABCDEF", [*path[:2], ("D", "E", "x", 1.0)], {"x": False}),
    }[request.param]()


@pytest.mark.parametrize("measure", OF_ACTORS, ids=name_of)
def test_measures_of_actors(measure, cluster):
    series = measure(cluster)
    assert series.index.equals(cluster.index)
    assert series.dtype == float
    assert series.name == name_of(measure)
    assert not np.isinf(series).any()
    assert (series.dropna() >= 0).all()


@pytest.mark.parametrize("measure", OF_WHOLE, ids=name_of)
def test_measures_of_the_whole(measure, cluster):
    value = measure(cluster)
    assert isinstance(value, float)
    assert np.isnan(value) or -1 <= value <= 1
    assert np.isnan(value) == (cluster.n_actors < 2 or (name_of(measure) == "ei_index" and cluster.n_ties == 0))


def test_components_roles_and_mixing(cluster):
    assert sc.components(cluster).index.equals(cluster.index)
    assert sc.components(cluster).notna().all()
    roles = ROLES(cluster)
    assert roles.index.equals(cluster.index)
    assert (roles >= 0).all(axis=None)
    assert set(roles.dtypes) == {np.dtype("int64")}
    arcs = cluster.matrix().nnz
    mixing = MIXING(cluster)
    assert mixing.index.equals(mixing.columns)
    assert mixing.to_numpy().sum() == (arcs if cluster.is_directed() else arcs - np.trace(mixing.to_numpy()))


@pytest.mark.parametrize("measure", EVERY, ids=name_of)
def test_a_layer_is_measured_as_if_it_were_alone(measure):
    cluster = make("ABCD", [("A", "B", "x", 1.0), ("B", "C", "x", 3.0), ("A", "D", "y", 2.0)], {"x": True, "y": False})
    for layer in ("x", "y"):
        found, expected = measure(cluster, layer=layer), measure(cluster.layer(layer))
        assert found.equals(expected) if hasattr(found, "equals") else found == expected


@pytest.fixture
def two_mode():
    actors = pd.DataFrame({"actor": list("ABC"), "sector": ["public", "civic", "civic"]})
    rows = pd.DataFrame([("A", "x"), ("B", "x"), ("B", "y"), ("C", "y")], columns=["actor", "group"])
    return Cluster.from_tables(actors, groups=pd.DataFrame({"group": ["x", "y"]}), affiliations=rows)


@pytest.mark.parametrize("measure", EVERY, ids=name_of)
def test_a_two_mode_cluster_is_projected_and_that_is_said(measure, two_mode):
    with pytest.warns(ProjectionWarning, match="only 4 affiliations") as caught:
        found = measure(two_mode)
    assert [warning.filename for warning in caught] == [__file__]
    expected = measure(two_mode.project())
    assert found.equals(expected) if hasattr(found, "equals") else found == expected


@pytest.mark.parametrize("measure", EVERY, ids=name_of)
def test_what_is_no_cluster_is_refused(measure):
    with pytest.raises(sc.InputError):
        measure(3)


@pytest.mark.parametrize("measure", EVERY, ids=name_of)
def test_options_are_named(measure, kite):
    with pytest.raises(TypeError, match="positional"):
        measure(kite, "tie")
