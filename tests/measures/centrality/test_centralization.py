import itertools
from functools import partial

import igraph
import numpy as np
import pandas as pd
import pytest

from socluster import (
    Cluster,
    InputError,
    betweenness,
    brokerage_roles,
    closeness,
    components,
    degree,
    density,
    load_dataset,
)
from socluster.core.errors import ProjectionWarning, UncertainTiesWarning
from socluster.measures.centrality.centralization import centralization, degree_distribution
from socluster.measures.centrality.distance import decay, harmonic, reach
from socluster.measures.centrality.flow import current_flow_betweenness, flow_betweenness, information
from socluster.measures.centrality.paths import k_path_centrality, load, stress
from socluster.measures.centrality.spectral import eigenvector, hits, pagerank
from socluster.measures.centrality.walks import bonacich_power, katz, laplacian_centrality, subgraph_centrality
from tests.measures.centrality.centrality_samples import sample

OF_ACTORS = [
    degree,
    betweenness,
    closeness,
    harmonic,
    partial(reach, steps=1),
    decay,
    stress,
    load,
    partial(k_path_centrality, steps=1),
    flow_betweenness,
    current_flow_betweenness,
    information,
    eigenvector,
    pagerank,
    katz,
    bonacich_power,
    subgraph_centrality,
    laplacian_centrality,
]


# -- published and closed forms ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("direction", "variant", "expected"),
    [  # R's sna and igraph divide by (n-1)^2 = 81, UCINET by (n-1)(n-2) = 72.
        ("in", "star", 41 / 81),
        ("out", "star", 31 / 81),
        ("in", "mutual star", 41 / 72),
        ("out", "mutual star", 31 / 72),
    ],
)
@pytest.mark.parametrize("normalized", [True, False])
def test_degree_of_knoke(knoke, direction, variant, expected, normalized):
    measure = partial(degree, direction=direction, normalized=normalized)
    assert centralization(knoke, measure, layer="information", variant=variant) == pytest.approx(expected)
    in_its_options = partial(measure, layer="information")
    assert centralization(knoke, in_its_options, variant=variant) == pytest.approx(expected)


def test_betweenness_of_knoke(knoke):
    assert centralization(knoke, betweenness, layer="information") == pytest.approx(0.2011, abs=5e-5)


def test_the_lead_organisation_of_the_norway_project():
    # Contract and parent ties of the partnership project, computed with R's sna: 0.9394 for both.
    norway = load_dataset("norway_project")
    assert centralization(norway, degree) == pytest.approx(0.9394, abs=5e-5)
    assert centralization(norway, betweenness) == pytest.approx(0.9394, abs=5e-5)


@pytest.mark.parametrize("n", [3, 4, 7, 12])
def test_the_star_has_freemans_largest_values(cluster_of, n):
    ring = cluster_of(list(itertools.pairwise([*range(n), 0])) if n > 2 else [], actors=list(map(str, range(n))))
    assert centralization(ring, degree) == 0
    star = cluster_of([("0", str(other)) for other in range(1, n)])
    raw = {"normalized": False}
    assert centralization(star, partial(degree, **raw), **raw) == (n - 1) * (n - 2)
    assert centralization(star, partial(betweenness, **raw), **raw) == (n - 1) ** 2 * (n - 2) / 2
    assert centralization(star, closeness, **raw) == pytest.approx((n - 1) * (n - 2) / (2 * n - 3))


@pytest.mark.parametrize("directed", [True, False])
@pytest.mark.parametrize("seed", range(81, 86))
def test_igraph_agrees(seed, directed):
    each = sample(seed, directed=directed)
    cells = np.argwhere(each.matrix if directed else np.triu(each.matrix)).tolist()
    graph = igraph.Graph(n=12, edges=cells, directed=directed)
    values = pd.Series(graph.betweenness())
    divisor = 11**2 * 10 / (1 if directed else 2)
    assert centralization(each.cluster, betweenness) == pytest.approx((values.max() - values).sum() / divisor)
    values = pd.Series(graph.degree(mode="in"))
    divisor = 11**2 if directed else 11 * 10
    found = centralization(each.cluster, partial(degree, direction="in"))
    assert found == pytest.approx((values.max() - values).sum() / divisor)


# -- any measure ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("measure", OF_ACTORS, ids=lambda each: getattr(each, "func", each).__name__)
def test_a_star_has_one_and_a_clique_none(cluster_of, measure):
    star = cluster_of("CA CB CD CE")
    clique = cluster_of(itertools.combinations("ABCDE", 2))
    assert centralization(star, measure) == pytest.approx(1)
    assert centralization(clique, measure) == pytest.approx(0, abs=1e-9)


def test_normalizing_the_measure_makes_no_difference(florentine):
    for measure in (degree, betweenness, harmonic, load, current_flow_betweenness, pagerank):
        raw = partial(measure, normalized=False)
        marriage = florentine.layer("marriage")
        assert centralization(marriage, raw) == pytest.approx(centralization(marriage, measure)), measure


def test_a_measure_of_ones_own_with_attributes(cluster_of):
    tables = cluster_of("AB AC AD", actors="ABCD").to_tables()
    actors = tables.actors.assign(beds=[1, 2, 3, 4], responded=[True, False, True, True])
    cluster = Cluster.from_tables(actors, tables.ties, layers={"tie": {"directed": True}})

    def partners_with_beds(given):
        return degree(given, normalized=False) * (given.actors["beds"] > 0)

    with pytest.warns(UserWarning, match="unknown"):
        assert centralization(cluster, partners_with_beds) == pytest.approx(1)


def test_directed_and_undirected_layers_together():
    rows = [("A", "B", "x"), ("A", "C", "x"), ("A", "D", "y")]
    ties = pd.DataFrame(rows, columns=["source", "target", "layer"])
    cluster = Cluster.from_tables(
        pd.DataFrame({"actor": list("ABCD")}), ties, layers={"y": {"directed": False}, "x": {"directed": True}}
    )
    assert centralization(cluster, partial(degree, direction="out")) == pytest.approx((0 + 3 + 3 + 2) / 9)
    assert centralization(cluster, degree, layer="y") == pytest.approx(2 / 6)


def test_where_a_star_makes_no_difference_there_is_no_yardstick(kite):
    # In a star everybody reaches everybody in two steps.
    assert np.isnan(centralization(kite, partial(reach, steps=2)))
    assert centralization(kite, partial(reach, steps=2), normalized=False) > 0


@pytest.mark.parametrize("actors", ["", "A", "AB"])
def test_few_actors_have_no_centralization(cluster_of, actors):
    cluster = cluster_of("AB" if len(actors) == 2 else [], actors=actors)
    assert np.isnan(centralization(cluster))
    assert np.isnan(centralization(cluster, normalized=False))


def test_undefined_values(cluster_of):
    assert centralization(cluster_of([], actors="ABC")) == 0
    assert np.isnan(centralization(cluster_of([], actors="ABC"), eigenvector))

    def constant(cluster):
        return degree(cluster) * 0

    assert np.isnan(centralization(cluster_of("AB BC"), constant))


def test_warnings_are_passed_on(cluster_of):
    tables = cluster_of("AB BC").to_tables()
    unsure = Cluster.from_tables(tables.actors, tables.ties.assign(confidence=0.5))
    with pytest.warns(UncertainTiesWarning, match="as if 2 uncertain ties existed"):
        assert centralization(unsure) == pytest.approx(1)
    rows = pd.DataFrame([("A", "x"), ("B", "x"), ("B", "y"), ("C", "y")], columns=["actor", "group"])
    groups = pd.DataFrame({"group": ["x", "y"]})
    two_mode = Cluster.from_tables(tables.actors, groups=groups, affiliations=rows)
    with pytest.warns(ProjectionWarning, match="only 4 affiliations") as caught:
        assert centralization(two_mode) == pytest.approx(1)
    assert [warning.filename for warning in caught] == [__file__]


@pytest.mark.parametrize(
    ("measure", "message"),
    [
        (density, "'density' gives one number"),
        (hits, "'hits' gives 2 columns"),
        (partial(brokerage_roles, group="sector"), "gives 6 columns"),
        (components, "'components' gives no numbers"),
        ([degree, betweenness], "give one measure"),
        ("degree", "a measure is a function"),
    ],
)
def test_a_measure_must_give_one_number_by_actor(florentine, knoke, measure, message):
    with pytest.raises(InputError, match=message):
        centralization(knoke, measure, layer="information")


def test_arguments(knoke):
    with pytest.raises(InputError, match="did you mean 'money'"):
        centralization(knoke, layer="mony")
    with pytest.raises(InputError, match="variant must be one of 'star', 'mutual star'"):
        centralization(knoke, variant="sna")


# -- degree distribution ----------------------------------------------------------------------------------------------


def test_degree_distribution_of_knoke(knoke):
    table = degree_distribution(knoke, layer="information", direction="in")
    assert table.index.name == "degree"
    assert table.index.tolist() == list(range(10))
    # In-degrees 5 8 4 5 8 1 9 2 5 2.
    assert table["count"].tolist() == [0, 1, 2, 0, 1, 3, 0, 0, 2, 1]
    assert table["share"].tolist() == pytest.approx([0, 0.1, 0.2, 0, 0.1, 0.3, 0, 0, 0.2, 0.1])
    assert table["cumulative"].tolist() == pytest.approx([1, 1, 0.9, 0.7, 0.7, 0.6, 0.3, 0.3, 0.3, 0.1])
    assert [str(kind) for kind in table.dtypes] == ["int64", "float64", "float64"]


@pytest.mark.parametrize("direction", ["out", "in", "all"])
@pytest.mark.parametrize("seed", [91, 92])
def test_degree_distribution_counts_degrees(seed, direction):
    each = sample(seed, directed=True, weighted=True, part=0.1)
    partners = degree(each.cluster, direction=direction, normalized=False)
    table = degree_distribution(each.cluster, direction=direction)
    assert table["count"].sum() == 12
    for number, row in table.iterrows():
        assert row["count"] == (partners == number).sum()
        assert row["cumulative"] == pytest.approx((partners >= number).mean())


def test_degree_distribution_of_nobody_and_isolates(cluster_of):
    empty = degree_distribution(cluster_of([], actors=""))
    assert empty.empty
    assert list(empty.columns) == ["count", "share", "cumulative"]
    isolates = degree_distribution(cluster_of([], actors="AB"))
    assert isolates.to_dict("list") == {"count": [2], "share": [1.0], "cumulative": [1.0]}
