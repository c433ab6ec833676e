"""Every centrality answers for every kind of cluster, and what must not matter does not."""

import inspect
from functools import partial
from itertools import permutations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import socluster as sc
from socluster import Cluster, InputError
from socluster.core.errors import ProjectionWarning, UncertainTiesWarning, UnknownTiesWarning
from socluster.measures.centrality.centralization import centralization, degree_distribution
from socluster.measures.centrality.degree import two_local
from socluster.measures.centrality.distance import decay, eccentricity, harmonic, reach
from socluster.measures.centrality.farness import farness
from socluster.measures.centrality.flow import current_flow_betweenness, flow_betweenness, information
from socluster.measures.centrality.paths import edge_betweenness, k_path_centrality, load, stress
from socluster.measures.centrality.spectral import eigenvector, hits, pagerank
from socluster.measures.centrality.walks import bonacich_power, katz, laplacian_centrality, subgraph_centrality
from tests.examples import examples

OF_ACTORS = [
    farness,
    two_local,
    harmonic,
    reach,
    decay,
    eccentricity,
    stress,
    load,
    k_path_centrality,
    flow_betweenness,
    eigenvector,
    pagerank,
    katz,
    bonacich_power,
    subgraph_centrality,
]
UNDIRECTED_ONLY = [current_flow_betweenness, information, laplacian_centrality]
SERIES = [*OF_ACTORS, *UNDIRECTED_ONLY]
EVERY = [*SERIES, edge_betweenness, hits, centralization, degree_distribution]

by_name = {"ids": lambda measure: getattr(measure, "func", measure).__name__}
some = settings(max_examples=examples(12, 75), deadline=None)


def make(labels, ties, layers, **further):
    frame = pd.DataFrame(ties, columns=["source", "target", "layer", "weight"])
    described = {name: {"directed": directed} for name, directed in layers.items()}
    return Cluster.from_tables(pd.DataFrame({"actor": list(labels)}, dtype=object), frame, layers=described, **further)


PATH = [("A", "B", "x", 1.0), ("B", "C", "x", 1.0), ("C", "D", "x", 1.0)]
KINDS = {
    "nobody": ("", [], {"x": False}),
    "one actor": ("A", [], {"x": True}),
    "isolates only": ("ABC", [], {"x": False}),
    "undirected": ("ABCD", PATH, {"x": False}),
    "directed": ("ABCD", [*PATH, ("B", "A", "x", 1.0)], {"x": True}),
    "weighted": ("ABC", [("A", "B", "x", 0.5), ("B", "C", "x", 40.0)], {"x": False}),
    "multiplex": ("ABCD", [*PATH, ("A", "C", "y", 2.0)], {"x": False, "y": False}),
    "directed and undirected": ("ABCD", [*PATH, ("A", "C", "y", 2.0)], {"x": True, "y": False}),
    "disconnected": ("ABCDEF", [*PATH[:2], ("D", "E", "x", 1.0)], {"x": False}),
}


@pytest.fixture(params=list(KINDS))
def cluster(request):
    return make(*KINDS[request.param])


# -- every kind of cluster --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("measure", SERIES, **by_name)
def test_every_kind_of_cluster(measure, cluster):
    if measure in UNDIRECTED_ONLY and cluster.is_directed():
        with pytest.raises(InputError, match="these ties have a direction"):
            measure(cluster)
        return
    options = [{}, {"normalized": False}] if "normalized" in inspect.signature(measure).parameters else [{}]
    for each in options:
        series = measure(cluster, **each)
        assert series.index.equals(cluster.index)
        is_count = each.get("normalized") is False and measure.__name__ in ("degree", "reach")
        assert series.dtype == (int if is_count else float)
        assert series.name == measure.__name__
        assert not np.isinf(series).any()
        assert (series.dropna() >= 0).all()


def test_tables_and_numbers_of_every_kind_of_cluster(cluster):
    tied = edge_betweenness(cluster)
    assert list(tied.index) == list(cluster.ties[["layer", "source", "target"]].itertuples(index=False, name=None))
    assert tied.between(0, 1 + 1e-12).all()
    table = hits(cluster)
    assert table.index.equals(cluster.index)
    assert table.isna().all(axis=None) == (cluster.n_ties == 0)
    assert degree_distribution(cluster)["count"].sum() == cluster.n_actors
    value = centralization(cluster)
    assert isinstance(value, float)
    assert np.isnan(value) == (cluster.n_actors < 3)


def same(found, expected):
    return found.equals(expected) if hasattr(found, "equals") else found == expected


@pytest.mark.parametrize("measure", EVERY, **by_name)
def test_a_layer_is_measured_as_if_it_were_alone(measure):
    ties = [
        ("A", "B", "x", 1.0),
        ("B", "C", "x", 3.0),
        ("C", "A", "x", 2.0),
        ("A", "D", "y", 2.0),
        ("B", "D", "y", 1.0),
    ]
    cluster = make("ABCD", ties, {"x": measure not in UNDIRECTED_ONLY, "y": False})
    for layer in ("x", "y"):
        assert same(measure(cluster, layer=layer), measure(cluster.layer(layer)))


@pytest.mark.parametrize("measure", EVERY, **by_name)
def test_a_two_mode_cluster_is_projected_and_that_is_said(measure):
    rows = pd.DataFrame([("A", "x"), ("B", "x"), ("B", "y"), ("C", "y")], columns=["actor", "group"])
    groups = pd.DataFrame({"group": ["x", "y"]})
    two_mode = Cluster.from_tables(pd.DataFrame({"actor": list("ABC")}), groups=groups, affiliations=rows)
    with pytest.warns(ProjectionWarning, match="only 4 affiliations") as caught:
        found = measure(two_mode)
    assert [warning.filename for warning in caught] == [__file__]
    assert same(found, measure(two_mode.project()))


@pytest.mark.parametrize("measure", [each for each in EVERY if each is not centralization], **by_name)
def test_what_is_not_known_for_sure_is_said(measure):
    unknown = pd.DataFrame({"source": ["A"], "target": ["C"], "layer": ["x"]})
    with pytest.warns(UnknownTiesWarning, match="as if 2 unknown cells of the matrix held no tie") as caught:
        measure(make("ABC", PATH[:2], {"x": False}, unknown=unknown))
    assert [warning.filename for warning in caught] == [__file__]
    tables = make("ABC", PATH[:2], {"x": False}).to_tables()
    unsure = Cluster.from_tables(tables.actors, tables.ties.assign(confidence=0.5), layers=tables.layers)
    with pytest.warns(UncertainTiesWarning, match="as if 2 uncertain ties existed") as caught:
        measure(unsure)
    assert [warning.filename for warning in caught] == [__file__]


@pytest.mark.parametrize("measure", EVERY, **by_name)
def test_what_is_no_cluster_is_refused(measure):
    with pytest.raises(InputError):
        measure(3)


@pytest.mark.parametrize("measure", EVERY, **by_name)
def test_options_are_named_and_few(measure, kite):
    with pytest.raises(TypeError, match="positional"):
        measure(kite, sc.degree, "tie")
    parameters = inspect.signature(measure).parameters.values()
    options = [each for each in parameters if each.kind is inspect.Parameter.KEYWORD_ONLY]
    assert len(options) <= 6
    assert all(each.default is not inspect.Parameter.empty for each in options)


def test_they_stand_in_one_table_and_in_a_comparison(florentine):
    marriage = florentine.layer("marriage")
    table = sc.measure(marriage, [*SERIES, hits])
    assert table.shape == (16, len(SERIES) + 2)
    scenario = sc.Scenario("without the Medici").without_actor("Medici")
    outcome = sc.compare(marriage, [scenario], measures=[harmonic, centralization, eigenvector], draws=2, rng=1)
    assert outcome.to_frame().loc[("without the Medici", "centralization"), "delta"] < 0


# -- what must not matter ---------------------------------------------------------------------------------------------

LABELS = "ABCDEFG"
INVARIANT = [
    *SERIES,
    partial(harmonic, direction="in", cost="inverse"),
    partial(stress, cost="inverse"),
    partial(load, cost="inverse"),
    partial(eigenvector, direction="out", normalized=False),
    partial(flow_betweenness, variant="fraction"),
    partial(bonacich_power, direction="in", variant="raw"),
    partial(subgraph_centrality, normalized=False),
    hits,
]


@st.composite
def small_clusters(draw, directed=None):
    """Up to seven actors with weighted ties between any of them."""
    n = draw(st.integers(0, len(LABELS)))
    is_directed = draw(st.booleans()) if directed is None else directed
    pairs = [pair for pair in permutations(LABELS[:n], 2) if is_directed or pair[0] < pair[1]]
    tied = draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    weights = draw(st.lists(st.sampled_from([0.5, 1.0, 2.0, 4.0]), min_size=len(tied), max_size=len(tied)))
    return make(
        LABELS[:n], [(*pair, "x", weight) for pair, weight in zip(tied, weights, strict=True)], {"x": is_directed}
    )


def applicable(cluster):
    return [each for each in INVARIANT if not (cluster.is_directed() and each in UNDIRECTED_ONLY)]


def close(found, expected):
    return np.asarray(found, dtype=float) == pytest.approx(np.asarray(expected, dtype=float), abs=2e-6, nan_ok=True)


@some
@given(small_clusters(), st.randoms(use_true_random=False))
def test_names_and_order_do_not_matter(cluster, random):
    tables = cluster.to_tables()
    names = dict(zip(cluster.labels, random.sample(range(100), cluster.n_actors), strict=True))
    renamed = {label: f"n{number:02}" for label, number in names.items()}
    order = random.sample(cluster.labels, cluster.n_actors)
    ties = tables.ties.replace({"source": renamed, "target": renamed}) if cluster.n_ties else tables.ties
    shuffled = Cluster.from_tables(
        pd.DataFrame({"actor": [renamed[label] for label in order]}, dtype=object),
        ties.sample(frac=1, random_state=1),
        layers=tables.layers,
    )
    for measure in applicable(cluster):
        expected = measure(cluster).reindex(order)
        assert close(measure(shuffled), expected), measure
    assert close(centralization(shuffled), centralization(cluster))


@some
@given(small_clusters())
def test_a_stranger_has_nothing_and_changes_nobody(cluster):
    tables = cluster.to_tables()
    actors = pd.DataFrame({"actor": [*cluster.labels, "stranger"]}, dtype=object)
    beside = Cluster.from_tables(actors, tables.ties, layers=tables.layers)
    raw = partial(current_flow_betweenness, normalized=False)
    unchanged = [
        *(partial(each, normalized=False) for each in (harmonic, reach, decay, stress, load, flow_betweenness)),
        *(partial(each, normalized=False) for each in (k_path_centrality, subgraph_centrality)),
        partial(bonacich_power, variant="raw"),
        partial(katz, normalized=False),
        *([] if cluster.is_directed() else [raw, partial(laplacian_centrality, normalized=False)]),
    ]
    for measure in unchanged:
        values = measure(beside)
        assert close(values.drop("stranger"), measure(cluster)), measure
        expected = 1 if measure.func in (katz, subgraph_centrality) else 0
        assert values["stranger"] == pytest.approx(expected)
    if cluster.n_ties:
        assert close(eigenvector(beside).drop("stranger"), eigenvector(cluster))


@some
@given(small_clusters(), st.sampled_from([0.125, 3.0, 1e6]))
def test_the_unit_of_strength_does_not_matter(cluster, factor):
    tables = cluster.to_tables()
    scaled = Cluster.from_tables(
        tables.actors, tables.ties.assign(weight=tables.ties["weight"] * factor), layers=tables.layers
    )
    for measure in (eigenvector, hits, pagerank, flow_betweenness, stress, subgraph_centrality):
        assert close(measure(scaled), measure(cluster)), measure
    if not cluster.is_directed():
        assert close(current_flow_betweenness(scaled), current_flow_betweenness(cluster))
        assert close(information(scaled) / factor, information(cluster))
        assert close(laplacian_centrality(scaled), laplacian_centrality(cluster))


@some
@given(small_clusters())
def test_turning_all_ties_round_turns_the_direction_round(cluster):
    tables = cluster.to_tables()
    turned = Cluster.from_tables(
        tables.actors, tables.ties.rename(columns={"source": "target", "target": "source"}), layers=tables.layers
    )
    for measure in (
        harmonic,
        reach,
        decay,
        eccentricity,
        k_path_centrality,
        eigenvector,
        pagerank,
        katz,
        bonacich_power,
    ):
        for one, other in (("in", "out"), ("out", "in"), ("all", "all")):
            assert close(measure(turned, direction=one), measure(cluster, direction=other)), (measure, one)
    both_roles = hits(turned)
    assert close(both_roles["hub"], hits(cluster)["authority"])
    assert close(both_roles["authority"], hits(cluster)["hub"])


@some
@given(small_clusters())
def test_how_measures_hang_together(cluster):
    n = cluster.n_actors
    pairs = sc.betweenness(cluster, normalized=False)
    raw = {"normalized": False}
    # Load and betweenness share out the same parcels: both sum up to the steps beyond the first.
    both_ways = 1 if cluster.is_directed() else 2
    assert load(cluster, **raw).sum() == pytest.approx(both_ways * pairs.sum())
    assert (stress(cluster, **raw) >= pairs - 1e-9).all()
    over_ties = edge_betweenness(cluster, **raw).sum()
    reached = reach(cluster, steps=max(n, 1), **raw).sum() / both_ways
    assert over_ties == pytest.approx(pairs.sum() + reached)
    assert (k_path_centrality(cluster, steps=2, **raw) >= reach(cluster, steps=2, **raw) - 1e-9).all()
    if not cluster.is_directed():
        ends = current_flow_betweenness(cluster, variant="newman", **raw)
        assert (ends >= current_flow_betweenness(cluster, **raw)).all()
        if n > 1:
            assert (information(cluster, weighted=False) >= sc.closeness(cluster) - 1e-9).all()
