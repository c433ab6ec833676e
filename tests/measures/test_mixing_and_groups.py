"""What holds for all measures of mixing and groups: every kind of cluster, other names, another order."""

from functools import partial
from itertools import permutations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import socluster as sc
from socluster import Cluster, InputError
from socluster.core.errors import ProjectionWarning, UncertainTiesWarning, UnknownTiesWarning
from socluster.measures.groups.communities import communities, modularity
from socluster.measures.groups.core_periphery import continuous_coreness, core_periphery
from socluster.measures.groups.partition_agreement import partition_agreement
from socluster.measures.mixing.diversity import partner_composition, partner_diversity
from socluster.measures.mixing.openness import cross_sector_share, openness, openness_by_group
from socluster.measures.mixing.segregation import (
    assortativity,
    coleman_homophily,
    freeman_segregation,
    numeric_assortativity,
)
from socluster.measures.mixing.significance import ei_by_actor, ei_by_group, ei_test
from socluster.measures.roles.blockmodel import blockmodel
from socluster.measures.roles.equivalence import concor, equivalence_distances, equivalence_groups
from socluster.measures.roles.regular_equivalence import rege

BY = {"group": "sector"}
OF_ACTORS = [
    partial(ei_by_actor, **BY),
    openness,
    partial(openness, direction="out", weighted=True),
    partial(partner_diversity, **BY),
    partial(partner_diversity, variant="iqv", weighted=True, **BY),
    continuous_coreness,
]
OF_WHOLE = [
    partial(assortativity, **BY),
    partial(numeric_assortativity, values="size"),
    partial(freeman_segregation, **BY),
    partial(freeman_segregation, variant="signed", **BY),
    cross_sector_share,
    partial(modularity, **BY),
]
OF_GROUPS = [partial(ei_by_group, **BY), openness_by_group, partial(coleman_homophily, **BY)]
MEMBERSHIPS = [
    *(partial(communities, variant=variant, rng=1) for variant in ("leiden", "louvain", "walktrap", "infomap")),
    concor,
    partial(equivalence_groups, k=1),
    partial(equivalence_groups, k=1, variant="rege"),
]
OF_PAIRS = [*(partial(equivalence_distances, variant=name) for name in ("euclidean", "correlation", "matches")), rege]
PARTNERS = [partial(partner_composition, **BY)]
OTHERS = [
    partial(ei_test, draws=9, rng=1, **BY),
    core_periphery,
    partial(core_periphery, variant="or"),
    partial(blockmodel, **BY),
]
OF_TIES = [*OF_ACTORS, *OF_WHOLE, *OF_GROUPS, *MEMBERSHIPS, *OF_PAIRS, *PARTNERS, *OTHERS]
EVERY = [*OF_TIES, partial(partition_agreement, group="sector", other="size")]


def name_of(measure):
    return getattr(measure, "func", measure).__name__


def make(labels, ties, layers):
    sectors = (["public", "civic", "private"] * 2)[: len(labels)]
    actors = pd.DataFrame({"actor": list(labels), "sector": sectors}, dtype=object)
    actors["size"] = np.arange(len(labels), dtype=float) ** 2
    frame = pd.DataFrame(ties, columns=["source", "target", "layer", "weight"])
    return Cluster.from_tables(
        actors, frame, layers={name: {"directed": directed} for name, directed in layers.items()}
    )


PATH = [("A", "B", "x", 1.0), ("B", "C", "x", 1.0), ("C", "D", "x", 1.0)]
KINDS = {
    "nobody": lambda: make("", [], {"x": False}),
    "one actor": lambda: make("A", [], {"x": True}),
    "isolates only": lambda: make("ABC", [], {"x": False}),
    "undirected": lambda: make("ABCD", PATH, {"x": False}),
    "directed": lambda: make("ABCD", [*PATH, ("B", "A", "x", 1.0)], {"x": True}),
    "weighted": lambda: make("ABC", [("A", "B", "x", 0.5), ("B", "C", "x", 40.0)], {"x": False}),
    "multiplex": lambda: make("ABCD", [*PATH, ("A", "C", "y", 2.0)], {"x": False, "y": False}),
    "directed and undirected": lambda: make("ABCD", [*PATH, ("A", "C", "y", 2.0)], {"x": True, "y": False}),
    "disconnected": lambda: make("ABCDEF", [*PATH[:2], ("D", "E", "x", 1.0)], {"x": False}),
}


@pytest.fixture(params=KINDS)
def cluster(request):
    return KINDS[request.param]()


@pytest.mark.parametrize("measure", OF_ACTORS, ids=name_of)
def test_measures_of_actors(measure, cluster):
    series = measure(cluster)
    assert series.index.equals(cluster.index)
    assert series.dtype == float
    assert series.name == name_of(measure)
    assert (series.dropna().abs() <= 1 + 1e-12).all()


@pytest.mark.parametrize("measure", OF_WHOLE, ids=name_of)
def test_measures_of_the_whole(measure, cluster):
    value = measure(cluster)
    assert isinstance(value, float)
    assert np.isnan(value) or -1 - 1e-12 <= value <= 1 + 1e-12
    if not cluster.n_ties:
        assert np.isnan(value)


@pytest.mark.parametrize("measure", OF_GROUPS, ids=name_of)
def test_tables_of_groups(measure, cluster):
    table = measure(cluster)
    assert table.index.tolist() == sorted(set(cluster.actors["sector"]))
    assert table.index.name == "sector"
    assert table["actors"].sum() == cluster.n_actors
    assert (table.iloc[:, -1].dropna().abs() <= 1).all()


@pytest.mark.parametrize("measure", MEMBERSHIPS, ids=name_of)
def test_memberships(measure, cluster):
    found = measure(cluster)
    assert found.index.equals(cluster.index)
    assert found.name == name_of(measure)
    assert isinstance(found.dtype, pd.CategoricalDtype)
    sizes = found.value_counts().reindex(found.cat.categories).tolist()
    assert found.cat.categories.tolist() == list(range(1, len(sizes) + 1))
    assert sizes == sorted(sizes, reverse=True)
    assert sum(sizes) == cluster.n_actors


@pytest.mark.parametrize("measure", OF_PAIRS, ids=name_of)
def test_tables_of_pairs(measure, cluster):
    table = measure(cluster)
    assert table.index.equals(cluster.index)
    assert table.columns.equals(cluster.index)
    assert np.allclose(table, table.T, equal_nan=True)
    assert (np.diag(table) == (1 if name_of(measure) == "rege" else 0)).all()


@pytest.mark.parametrize("measure", [*PARTNERS, *OTHERS], ids=name_of)
def test_other_answers(measure, cluster):
    answer = measure(cluster)
    frame = answer if isinstance(answer, pd.DataFrame) else answer.to_frame()
    assert isinstance(frame, pd.DataFrame)
    if not isinstance(answer, pd.DataFrame):
        assert all(len(line) > 20 for line in str(answer).splitlines())


def equal(found, expected):
    """Whether two answers are the same, whatever they are made of."""
    if hasattr(found, "to_frame") and not isinstance(found, pd.DataFrame | pd.Series):
        return found.to_frame().equals(expected.to_frame()) and str(found) == str(expected)
    return found.equals(expected) if hasattr(found, "equals") else found == pytest.approx(expected, nan_ok=True)


@pytest.mark.parametrize("measure", OF_TIES, ids=name_of)
def test_a_layer_is_measured_as_if_it_were_alone(measure):
    ties = [("A", "B", "x", 1.0), ("B", "C", "x", 3.0), ("D", "C", "x", 1.0), ("A", "D", "y", 2.0)]
    cluster = make("ABCD", ties, {"x": True, "y": False})
    for layer in ("x", "y"):
        assert equal(measure(cluster, layer=layer), measure(cluster.layer(layer)))


@pytest.fixture
def two_mode():
    actors = pd.DataFrame({"actor": list("ABC"), "sector": ["public", "civic", "civic"], "size": [1.0, 2.0, 4.0]})
    rows = pd.DataFrame([("A", "x"), ("B", "x"), ("B", "y"), ("C", "y")], columns=["actor", "group"])
    return Cluster.from_tables(actors, groups=pd.DataFrame({"group": ["x", "y"]}), affiliations=rows)


@pytest.mark.parametrize("measure", OF_TIES, ids=name_of)
def test_a_two_mode_cluster_is_projected_and_that_is_said(measure, two_mode):
    with pytest.warns(ProjectionWarning, match="only 4 affiliations") as caught:
        found = measure(two_mode)
    assert [warning.filename for warning in caught] == [__file__]
    assert equal(found, measure(two_mode.project()))


@pytest.mark.parametrize("measure", OF_TIES, ids=name_of)
def test_unknown_and_uncertain_ties_are_said(measure):
    actors = pd.DataFrame({"actor": list("ABC"), "sector": ["public", "civic", "civic"], "size": [1.0, 2.0, 4.0]})
    ties = pd.DataFrame({"source": ["A", "B"], "target": ["B", "C"], "confidence": [1.0, 0.5]})
    unknown = pd.DataFrame({"source": ["A"], "target": ["C"]})
    with pytest.warns() as caught:
        measure(Cluster.from_tables(actors, ties, unknown=unknown))
    assert {warning.category for warning in caught} == {UncertainTiesWarning, UnknownTiesWarning}
    assert {warning.filename for warning in caught} == {__file__}


@pytest.mark.parametrize("measure", EVERY, ids=name_of)
def test_what_is_no_cluster_is_refused(measure):
    with pytest.raises(InputError):
        measure(3)


@pytest.mark.parametrize("measure", EVERY, ids=name_of)
def test_options_are_named(measure, kite):
    with pytest.raises(TypeError, match="positional"):
        measure(kite, "tie")


def test_a_grouping_from_communities_fits_everywhere(kite):
    found = communities(kite, variant="walktrap")
    for measure in (ei_by_group, openness_by_group, coleman_homophily):
        assert measure(kite, group=found).index.name == "communities"
    assert partner_composition(kite, group=found).columns.name == "communities"
    assert modularity(kite, group=found) > 0
    assert partition_agreement(kite, group=found, other=concor(kite)).table.columns.name == "concor"


# -- names and order ---------------------------------------------------------------------------------------------------

LABELS = "ABCDEFG"


@st.composite
def small_clusters(draw):
    """Up to seven actors in three sectors, with weighted ties between any of them."""
    n = draw(st.integers(0, len(LABELS)))
    directed = draw(st.booleans())
    pairs = [pair for pair in permutations(LABELS[:n], 2) if directed or pair[0] < pair[1]]
    tied = draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    weights = draw(st.lists(st.sampled_from([0.5, 1.0, 2.0, 8.0]), min_size=len(tied), max_size=len(tied)))
    sectors = draw(st.lists(st.sampled_from(["public", "civic", "private"]), min_size=n, max_size=n))
    sizes = draw(st.lists(st.integers(0, 9), min_size=n, max_size=n))
    actors = pd.DataFrame({"actor": list(LABELS[:n]), "sector": sectors}, dtype=object).assign(size=sizes)
    ties = pd.DataFrame(tied, columns=["source", "target"], dtype=object).assign(weight=weights)
    return Cluster.from_tables(actors.astype({"size": float}), ties, layers={"tie": {"directed": directed}})


def renamed(cluster, names):
    """The cluster with other names, its actors in the order of these."""
    tables = cluster.to_tables()
    new_name = dict(zip(cluster.labels, names, strict=True))
    ties = tables.ties.assign(**{end: tables.ties[end].map(new_name) for end in ("source", "target")})
    return Cluster.from_tables(tables.actors.assign(actor=names).sort_values("actor"), ties, layers=tables.layers)


@given(small_clusters(), st.randoms(use_true_random=False))
def test_names_and_order_do_not_matter(cluster, random):
    names = random.sample([f"n{number}" for number in range(cluster.n_actors)], cluster.n_actors)
    other = renamed(cluster, names)
    for measure in OF_ACTORS[:-1]:
        assert measure(other).loc[names].to_numpy() == pytest.approx(measure(cluster).to_numpy(), nan_ok=True)
    for measure in OF_WHOLE:
        assert measure(other) == pytest.approx(measure(cluster), nan_ok=True)
    for measure in OF_GROUPS:
        assert np.allclose(measure(other), measure(cluster), equal_nan=True)
    for measure in OF_PAIRS:
        assert np.allclose(measure(other).loc[names, names], measure(cluster), equal_nan=True)
    for pattern in ("missing", "or", "and"):
        found, expected = core_periphery(other, variant=pattern), core_periphery(cluster, variant=pattern)
        assert found.correlation == pytest.approx(expected.correlation, nan_ok=True)
        assert found.optima == expected.optima
        if expected.optima == 1:
            assert found.core.loc[names].tolist() == expected.core.tolist()
    model, before = blockmodel(other, group="sector"), blockmodel(cluster, group="sector")
    assert model.to_frame().equals(before.to_frame())
    assert model.correlation == pytest.approx(before.correlation, nan_ok=True)


@given(small_clusters())
def test_every_small_cluster_has_positions_and_parts(cluster):
    for measure in MEMBERSHIPS:
        assert measure(cluster).notna().all()
    assert concor(cluster).nunique() <= 4 + 1
    assert ei_test(cluster, group="sector", draws=9, rng=1).to_frame().shape == (1, 9)


@given(small_clusters(), st.sampled_from([0.125, 1e6]))
def test_the_unit_of_strength_does_not_matter(cluster, factor):
    tables = cluster.to_tables()
    scaled = Cluster.from_tables(
        tables.actors, tables.ties.assign(weight=tables.ties["weight"] * factor), layers=tables.layers
    )
    for pattern in ("missing", "or", "and"):
        found, expected = core_periphery(scaled, variant=pattern), core_periphery(cluster, variant=pattern)
        assert found.correlation == pytest.approx(expected.correlation, nan_ok=True)
        assert found.core.equals(expected.core)
    for measure in (
        partial(modularity, group="sector"),
        partial(cross_sector_share, weighted=True),
        partial(assortativity, group="sector"),
    ):
        assert measure(scaled) == pytest.approx(measure(cluster), nan_ok=True)
    assert np.allclose(rege(scaled), rege(cluster))
    distances = equivalence_distances(cluster)
    assert np.allclose(equivalence_distances(scaled), distances * factor, atol=1e-6 * factor)
    assert sc.ei_index(scaled, group="sector") == pytest.approx(sc.ei_index(cluster, group="sector"), nan_ok=True)
