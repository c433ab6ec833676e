"""Two-mode measures against published values, networkx.bipartite, and slow literal definitions."""

import itertools
import warnings
from functools import partial

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from networkx.algorithms import bipartite

import socluster as sc
from socluster._kernels.groups.twomode import largest_betweenness
from socluster.core.errors import InputError, SingleEventWarning, UncertainTiesWarning
from socluster.measures.twomode.centrality import (
    twomode_betweenness,
    twomode_closeness,
    twomode_degree,
    twomode_density,
    twomode_eigenvector,
)
from socluster.measures.twomode.clustering import (
    affiliation_overlap,
    twomode_clustering,
    twomode_local_clustering,
)
from socluster.measures.twomode.projection import dual_projection, swap_modes
from tests.examples import examples

OF_MEMBERS = [
    twomode_degree,
    twomode_closeness,
    twomode_betweenness,
    twomode_eigenvector,
    twomode_local_clustering,
]
few = settings(max_examples=examples(8, 45), deadline=None)


def two_mode(incidence, **columns):
    """A cluster from a matrix of zeros and ones."""
    incidence = np.asarray(incidence)
    actors = [f"a{row}" for row in range(incidence.shape[0])]
    groups = [f"g{column}" for column in range(incidence.shape[1])]
    cells = [(actors[row], groups[column]) for row, column in np.argwhere(incidence)]
    rows = pd.DataFrame(cells, columns=["actor", "group"], dtype=object).assign(**columns)
    return sc.Cluster.from_tables(
        pd.DataFrame({"actor": actors}, dtype=object),
        groups=pd.DataFrame({"group": groups}, dtype=object),
        affiliations=rows,
    )


def matrix_of(cluster):
    return (cluster.affiliation_matrix().toarray() > 0).astype(int)


def graph_of(cluster):
    graph = nx.Graph()
    graph.add_nodes_from(("actors", label) for label in cluster.labels)
    graph.add_nodes_from(("groups", label) for label in cluster.groups.index)
    for actor, group in cluster.affiliations[["actor", "group"]].itertuples(index=False):
        graph.add_edge(("actors", actor), ("groups", group))
    return graph, [("actors", label) for label in cluster.labels]


@st.composite
def incidences(draw, most=6):
    n, m = draw(st.integers(1, most)), draw(st.integers(1, most))
    cells = draw(st.lists(st.booleans(), min_size=n * m, max_size=n * m))
    return np.array(cells, dtype=int).reshape(n, m)


@pytest.fixture(scope="module")
def davis():
    return sc.load_dataset("davis")


# -- known values -----------------------------------------------------------------------------------------------------


def test_davis_density_is_89_of_252(davis):
    assert twomode_density(davis) == 89 / 252


def test_davis_equals_networkx(davis):
    graph, top = graph_of(davis)
    expected = {
        twomode_degree: bipartite.degree_centrality(graph, top),
        twomode_closeness: bipartite.closeness_centrality(graph, top),
        twomode_betweenness: bipartite.betweenness_centrality(graph, top),
    }
    for mode in ("actors", "groups"):
        for measure, theirs in expected.items():
            ours = measure(davis, mode=mode)
            assert ours.to_dict() == pytest.approx({label: theirs[mode, label] for label in ours.index})
            assert ours.name == measure.__name__
            assert ours.index.name == mode[:-1]
        eigenvector = nx.eigenvector_centrality_numpy(graph)
        ours = twomode_eigenvector(davis, mode=mode, normalized=False)
        assert ours.to_dict() == pytest.approx({label: abs(eigenvector[mode, label]) for label in ours.index})


def test_davis_clustering(davis):
    # .7719 by the definition in R's tnet (clustering_tm), counted path by path; Robins & Alexander as networkx has it
    assert twomode_clustering(davis) == pytest.approx(0.7719, abs=5e-5)
    graph, _ = graph_of(davis)
    theirs = bipartite.robins_alexander_clustering(graph)
    for mode in ("actors", "groups"):
        assert twomode_clustering(davis, mode=mode, variant="robins-alexander") == pytest.approx(theirs)


def test_the_example_of_tnet():
    """The network in tnet's help on clustering_tm; counted path by path, in both directions: 6 of 20 are closed."""
    people, places = [1, 1, 2, 2, 2, 3, 3, 4, 5, 5, 6], [1, 2, 1, 3, 4, 2, 3, 4, 3, 5, 5]
    incidence = np.zeros((6, 5), dtype=int)
    incidence[np.array(people) - 1, np.array(places) - 1] = 1
    cluster = two_mode(incidence)
    assert twomode_clustering(cluster) == pytest.approx(0.3)
    local = twomode_local_clustering(cluster)
    assert local.tolist() == pytest.approx([1, 0.2, 0.5, np.nan, 0, np.nan], nan_ok=True)


def test_overlap_by_hand():
    cluster = two_mode([[1, 1, 0], [0, 1, 1], [0, 1, 0], [0, 0, 0]])
    assert affiliation_overlap(cluster, variant="count").to_numpy().tolist() == [
        [2, 1, 1, 0],
        [1, 2, 1, 0],
        [1, 1, 1, 0],
        [0, 0, 0, 0],
    ]
    assert affiliation_overlap(cluster).loc["a0", "a1"] == pytest.approx(1 / 3)
    assert affiliation_overlap(cluster, variant="cosine").loc["a0", "a2"] == pytest.approx(2**-0.5)
    share = affiliation_overlap(cluster, variant="share")
    assert share.loc["a0", "a2"] == 0.5
    assert share.loc["a2", "a0"] == 1
    assert share.loc["a3"].isna().all()
    assert affiliation_overlap(cluster).loc["a3", "a3"] != affiliation_overlap(cluster).loc["a3", "a3"]  # NaN
    of_groups = affiliation_overlap(cluster, mode="groups", variant="count")
    assert of_groups.index.tolist() == of_groups.columns.tolist() == ["g0", "g1", "g2"]
    assert of_groups.loc["g1"].tolist() == [1, 3, 1]


def test_overlap_agrees_with_the_projections(davis):
    for variant in ("count", "jaccard"):
        overlap = affiliation_overlap(davis, variant=variant).to_numpy().copy()
        np.fill_diagonal(overlap, 0)
        assert overlap == pytest.approx(davis.project(weights=variant).matrix().toarray())


# -- the definitions, literally ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(("n", "m"), [(1, 1), (1, 3), (2, 1), (2, 3), (3, 2), (4, 2), (2, 4), (3, 3)])
def test_the_largest_betweenness_is_the_largest(n, m):
    """Over every network of n actors and m groups."""
    largest = 0.0
    for cells in itertools.product((0, 1), repeat=n * m):
        incidence = np.array(cells).reshape(n, m)
        if incidence[0].all():  # the actor that belongs to all groups has it
            largest = max(largest, twomode_betweenness(two_mode(incidence), normalized=False).iloc[0])
    assert largest_betweenness(n, m) == pytest.approx(largest)


@few
@given(incidences())
def test_centralities_of_any_network_equal_networkx(incidence):
    cluster = two_mode(incidence)
    graph, top = graph_of(cluster)
    raw = nx.betweenness_centrality(graph, normalized=False)
    for mode in ("actors", "groups"):
        ours = twomode_betweenness(cluster, mode=mode, normalized=False)
        assert ours.tolist() == pytest.approx([raw[mode, label] for label in ours.index])
        assert twomode_degree(cluster, mode=mode, normalized=False).tolist() == [
            graph.degree((mode, label)) for label in ours.index
        ]
    if nx.is_connected(graph):
        theirs = bipartite.closeness_centrality(graph, top)
        for variant in ("wasserman-faust", "component", "freeman"):
            ours = twomode_closeness(cluster, variant=variant)
            assert ours.tolist() == pytest.approx([theirs[node] for node in top])


@few
@given(incidences())
def test_closeness_equals_its_formulas(incidence):
    cluster = two_mode(incidence)
    graph, top = graph_of(cluster)
    n, m = incidence.shape
    for variant in ("wasserman-faust", "component", "freeman", "harmonic"):
        ours = twomode_closeness(cluster, variant=variant)
        raw = twomode_closeness(cluster, variant=variant, normalized=False)
        assert ours.between(0, 1 + 1e-12).all()
        for node, value, plain in zip(top, ours, raw, strict=True):
            distance = {other: d for other, d in nx.single_source_shortest_path_length(graph, node).items() if d}
            own = sum(mode == "actors" for mode, _ in distance)
            other, total = len(distance) - own, sum(distance.values())
            share = len(distance) / (n + m - 1)
            if variant == "harmonic":
                inverse = sum(1 / d for d in distance.values())
                expected, bare = inverse / (m + (n - 1) / 2), inverse
            elif not total or (variant == "freeman" and share < 1):
                expected, bare = 0, 0
            else:
                factor = share if variant == "wasserman-faust" else 1
                expected, bare = factor * (other + 2 * own) / total, factor / total
            assert value == pytest.approx(expected)
            assert plain == pytest.approx(bare)


@few
@given(incidences())
def test_the_eigenvector_is_a_singular_vector(incidence):
    cluster = two_mode(incidence)
    actors, groups = (twomode_eigenvector(cluster, mode=mode).to_numpy() for mode in ("actors", "groups"))
    values = np.linalg.svd(incidence, compute_uv=False)
    if not incidence.any() or (len(values) > 1 and values[1] > values[0] * (1 - 1e-9)):
        assert np.isnan(actors).all()
        assert np.isnan(groups).all()
        return
    assert np.linalg.norm(actors) == pytest.approx(1)
    assert (actors >= 0).all()
    assert incidence @ groups == pytest.approx(values[0] * actors, abs=1e-6)


def test_a_large_component_is_iterated_to_the_same_vector():
    incidence = (np.random.default_rng(3).random((420, 30)) < 0.2).astype(int)
    ours = twomode_eigenvector(two_mode(incidence)).to_numpy()
    assert ours == pytest.approx(np.abs(np.linalg.svd(incidence)[0][:, 0]), abs=1e-8)


def literal_four_paths(incidence):
    n, m = incidence.shape
    closed, total = np.zeros(n), np.zeros(n)
    for b in range(n):
        for p, q in itertools.permutations([g for g in range(m) if incidence[b, g]], 2):
            for a, c in itertools.product(range(n), repeat=2):
                if len({a, b, c}) == 3 and incidence[a, p] and incidence[c, q]:
                    total[b] += 1
                    closed[b] += any(incidence[a, g] and incidence[c, g] for g in range(m) if g not in (p, q))
    return closed, total


@few
@given(incidences())
def test_clustering_equals_a_list_of_all_four_paths(incidence):
    closed, total = literal_four_paths(incidence)
    cluster = two_mode(incidence)
    with np.errstate(invalid="ignore"):
        assert twomode_local_clustering(cluster).tolist() == pytest.approx((closed / total).tolist(), nan_ok=True)
        assert twomode_clustering(cluster) == pytest.approx(closed.sum() / total.sum(), nan_ok=True)


def test_clustering_in_blocks_is_the_same(monkeypatch, davis):
    whole = twomode_local_clustering(davis)
    monkeypatch.setattr("socluster._kernels.groups.twomode.CELLS", 20)
    assert twomode_local_clustering(davis).equals(whole)


@few
@given(incidences())
def test_robins_and_alexander_equal_networkx(incidence):
    cluster = two_mode(incidence)
    ours = twomode_clustering(cluster, variant="robins-alexander")
    theirs = bipartite.robins_alexander_clustering(graph_of(cluster)[0])
    assert theirs == 0 if np.isnan(ours) else ours == pytest.approx(theirs)


# -- what holds for every cluster -------------------------------------------------------------------------------------


@few
@given(incidences(), st.randoms(use_true_random=False))
def test_order_and_modes_do_not_matter(incidence, random):
    cluster = two_mode(incidence)
    swapped = swap_modes(cluster)
    rows = random.sample(range(len(incidence)), len(incidence))
    turned = two_mode(incidence[rows])
    for measure in OF_MEMBERS:
        of_groups = measure(cluster, mode="groups")
        assert measure(swapped).tolist() == pytest.approx(of_groups.tolist(), nan_ok=True, abs=1e-9)
        expected = measure(cluster).to_numpy()[rows]
        assert measure(turned).to_numpy() == pytest.approx(expected, nan_ok=True, abs=1e-9)


@pytest.mark.parametrize("incidence", [np.zeros((0, 2)), np.zeros((1, 1)), np.zeros((3, 2)), np.ones((1, 1))])
@pytest.mark.parametrize("mode", ["actors", "groups"])
def test_small_and_empty_networks(incidence, mode):
    cluster = two_mode(incidence)
    for measure in OF_MEMBERS:
        for options in ({}, {"normalized": False}) if measure is not twomode_local_clustering else ({},):
            series = measure(cluster, mode=mode, **options)
            assert series.dtype == float
            assert len(series) == incidence.shape[mode == "groups"]
            assert not np.isinf(series).any()
    assert np.isnan(twomode_clustering(cluster, mode=mode))
    assert np.isnan(twomode_clustering(cluster, variant="robins-alexander"))
    assert affiliation_overlap(cluster, mode=mode).shape == (incidence.shape[mode == "groups"],) * 2
    density = twomode_density(cluster)
    assert np.isnan(density) if not incidence.size else density == incidence.mean()


def test_betweenness_is_undefined_where_nobody_can_stand_between():
    assert twomode_betweenness(two_mode([[1]])).isna().all()
    assert twomode_betweenness(two_mode([[1]]), normalized=False).tolist() == [0]


def test_a_layer_is_measured_alone_and_several_layers_once():
    rows = pd.DataFrame(
        [("a", "x", "attends"), ("a", "x", "funds"), ("b", "x", "funds")], columns=["actor", "group", "layer"]
    )
    cluster = sc.Cluster.from_tables(
        pd.DataFrame({"actor": ["a", "b"]}), groups=pd.DataFrame({"group": ["x"]}), affiliations=rows
    )
    assert twomode_density(cluster) == 1
    assert twomode_density(cluster, layer="attends") == 0.5
    assert swap_modes(cluster, layer="attends").n_affiliations == 1
    with pytest.raises(InputError, match="no layer of affiliations"):
        twomode_density(cluster, layer="atends")


def test_what_has_no_groups_is_refused(kite):
    for measure in [*OF_MEMBERS, twomode_density, twomode_clustering, affiliation_overlap, swap_modes]:
        with pytest.raises(InputError, match="no groups"):
            measure(kite)


@pytest.mark.parametrize(
    ("measure", "options"),
    [
        (twomode_degree, {"mode": "events"}),
        (twomode_closeness, {"variant": "closest"}),
        (twomode_clustering, {"variant": "latapy"}),
        (affiliation_overlap, {"variant": "overlap"}),
    ],
)
def test_unknown_options_are_refused(measure, options, davis):
    with pytest.raises(InputError, match="must be one of"):
        measure(davis, **options)


def test_uncertain_affiliations_are_counted_and_said():
    cluster = two_mode([[1, 1], [0, 1]], confidence=0.5)
    for measure in [*OF_MEMBERS, twomode_density, twomode_clustering]:
        with pytest.warns(UncertainTiesWarning, match="as if 3 uncertain affiliations existed") as caught:
            measure(cluster)
        assert [warning.filename for warning in caught] == [__file__]


# -- both projections -------------------------------------------------------------------------------------------------


def test_swapping_twice_gives_the_affiliations_back(davis):
    again = swap_modes(swap_modes(davis))
    assert again.labels == davis.labels
    assert again.affiliation_matrix().toarray().tolist() == davis.affiliation_matrix().toarray().tolist()
    siauliai = sc.load_dataset("siauliai")
    events = swap_modes(siauliai)
    assert events.actors["kind"].equals(siauliai.groups["kind"].rename_axis("actor"))
    assert events.groups["sector"].tolist() == siauliai.actors["sector"].tolist()
    assert events.tie_layers == ()


def test_swapping_drops_what_cannot_be_kept():
    cluster = sc.Cluster.from_tables(
        pd.DataFrame({"actor": ["a"], "responded": [False], "group": ["mine"]}),
        groups=pd.DataFrame({"group": ["x"], "actor": ["theirs"], "responded": ["perhaps"], "beds": [3]}),
        affiliations=pd.DataFrame({"actor": ["a"], "group": ["x"]}),
    )
    swapped = swap_modes(cluster)
    assert swapped.labels == ("x",)
    assert swapped.actors["beds"].tolist() == [3]
    assert not swapped.may_hold_unknown
    assert swapped.groups.index.tolist() == ["a"]


def test_both_projections_are_measured(davis):
    dual = dual_projection(davis, [partial(sc.degree, normalized=False), sc.constraint])
    assert dual.actors["constraint"].equals(sc.constraint(davis.project()).rename("constraint"))
    assert dual.groups.index.name == "group"
    frame = dual.to_frame()
    assert frame.index.names == ["mode", "member"]
    assert len(frame) == 18 + 14
    by_hand = matrix_of(davis).T @ matrix_of(davis)
    np.fill_diagonal(by_hand, 0)
    assert frame.loc["groups", "degree(normalized=False)"].tolist() == (by_hand > 0).sum(axis=1).tolist()
    assert "constraint: of actors tied by shared groups" in repr(dual)


def test_a_single_measure_and_whole_numbers(davis):
    frame = dual_projection(davis, sc.density, weights="jaccard").to_frame()
    assert frame.columns.tolist() == ["actors", "groups"]
    assert frame.loc["density"].tolist() == pytest.approx([139 / 153, 66 / 91])


def test_one_event_is_said_to_make_a_clique():
    with pytest.warns(SingleEventWarning):
        dual_projection(two_mode([[1, 0], [1, 0], [1, 1]]), sc.density)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        twomode_clustering(two_mode([[1, 0], [1, 0], [1, 1]]))  # nothing is projected
