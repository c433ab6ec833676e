"""Removals and attack curves against known values and slow literal recomputation."""

import itertools
from functools import partial

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse

import socluster as sc
from socluster._kernels.losing.insertion import distances, distances_without_each, growing_distances
from socluster.core.errors import InputError, ProjectionWarning, UncertainTiesWarning, UnknownTiesWarning
from socluster.measures.resilience.attack import attack_curve
from socluster.measures.resilience.removal import removal
from tests.examples import examples

LABELS = "ABCDEF"
few = settings(max_examples=examples(8, 45), deadline=None)
INTEGERS = ["components", "broken_pairs", "longer_pairs"]


@st.composite
def small_clusters(draw):
    n, directed = draw(st.integers(0, len(LABELS))), draw(st.booleans())
    pairs = [pair for pair in itertools.permutations(LABELS[:n], 2) if directed or pair[0] < pair[1]]
    tied = draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    weights = draw(st.lists(st.sampled_from([0.5, 1.0, 4.0]), min_size=len(tied), max_size=len(tied)))
    ties = pd.DataFrame(tied, columns=["source", "target"], dtype=object).assign(weight=weights)
    actors = pd.DataFrame({"actor": list(LABELS[:n])}, dtype=object)
    return sc.Cluster.from_tables(actors, ties, layers={"tie": {"directed": directed}})


def graph_of(cluster, gone=()):
    graph = nx.DiGraph() if cluster.is_directed() else nx.Graph()
    graph.add_nodes_from(label for label in cluster.labels if label not in gone)
    for tie in cluster.ties.itertuples():
        if tie.source in graph and tie.target in graph:
            graph.add_edge(tie.source, tie.target, cost=1 / tie.weight)
    return graph


def all_distances(graph, weight=None):
    return {
        (a, b): d
        for a, row in nx.all_pairs_dijkstra_path_length(graph, weight=weight or (lambda *_: 1))
        for b, d in row.items()
        if a != b
    }


def literal_removal(cluster, gone, weight=None):
    graph, left = graph_of(cluster), graph_of(cluster, gone)
    n, r = len(graph), len(left)
    before = {pair: d for pair, d in all_distances(graph, weight).items() if not set(pair) & set(gone)}
    after = all_distances(left, weight)
    cells = 1 if cluster.is_directed() else 2
    undirected = left.to_undirected() if cluster.is_directed() else left
    arcs, kept = (g.number_of_edges() for g in (graph, left))

    def part(number, whole):
        return number / whole if whole else np.nan

    efficiency = part(sum(1 / d for d in after.values()), r * (r - 1))
    return {
        "components": nx.number_connected_components(undirected),
        "fragmentation": 1 - part(len(after), r * (r - 1)),
        "fragmentation_original": 1 - part(len(after), n * (n - 1)),
        "broken_pairs": (len(before) - len(after)) / cells,
        "longer_pairs": sum(d > before[pair] + 1e-9 for pair, d in after.items()) / cells,
        "efficiency": efficiency,
        "efficiency_change": efficiency - part(sum(1 / d for d in before.values()), r * (r - 1)),
        "ties_lost": 1 - part(kept, arcs),
    }


# -- removal ----------------------------------------------------------------------------------------------------------


def test_the_cut_node_of_the_kite(kite):
    """Without its cut node, 7 and 2 remain: 14 of 36 pairs are apart, or 23 of the original 45."""
    frame = removal(kite)
    assert frame.loc["7", "fragmentation"] == pytest.approx(14 / 36)
    assert frame.loc["7", "fragmentation_original"] == pytest.approx(23 / 45)
    assert frame.loc["7", INTEGERS].tolist() == [2, 14, 0]
    assert frame["components"].tolist() == [1] * 7 + [2, 2, 1]
    assert frame.loc["9", "broken_pairs"] == 0  # an end of the tail breaks nothing for the others
    assert frame.index.equals(kite.index)
    assert {name: str(dtype) for name, dtype in frame.dtypes.items() if name in INTEGERS} == dict.fromkeys(
        INTEGERS, "int64"
    )


def test_the_pair_that_fragments_the_kite_most(kite):
    """Borgatti (2006): {5, 6} by distance; over the remaining actors 1 - efficiency is .6071."""
    frame = removal(kite, actors=["5", "6"])
    assert frame.index.tolist() == ["5, 6"]
    assert frame.index.name == "removed"
    assert 1 - frame["efficiency"].iloc[0] == pytest.approx(0.6071, abs=5e-5)


def test_the_lead_organisation_of_the_norway_project():
    frame = removal(sc.load_dataset("norway_project"))
    assert frame.loc["LEU", "components"] == 8
    assert 1 - frame.loc["LEU", "fragmentation"] == pytest.approx(4 / 66)
    assert frame.loc["LEU", "ties_lost"] == pytest.approx(12 / 16)


@few
@given(small_clusters(), st.sampled_from([None, "inverse"]))
def test_each_removal_equals_literal_recomputation(cluster, cost):
    frame = removal(cluster, cost=cost)
    assert frame.index.equals(cluster.index)
    for actor, row in frame.iterrows():
        expected = literal_removal(cluster, [actor], "cost" if cost else None)
        assert row.to_dict() == pytest.approx(expected, nan_ok=True)


@few
@given(small_clusters(), st.sets(st.sampled_from(LABELS)))
def test_sets_equal_literal_recomputation(cluster, gone):
    gone = [label for label in cluster.labels if label in gone]
    frame = removal(cluster, actors={"these": gone, "nobody": []})
    assert frame.loc["these"].to_dict() == pytest.approx(literal_removal(cluster, gone), nan_ok=True)
    assert frame.loc["nobody", ["broken_pairs", "longer_pairs"]].tolist() == [0, 0]
    if cluster.n_actors > 1:
        assert frame.loc["nobody", "efficiency"] == pytest.approx(sc.global_efficiency(cluster))
        assert frame.loc["nobody", "efficiency_change"] == 0


def test_an_actor_alone_is_the_same_as_a_set_of_one(knoke):
    each = removal(knoke, layer="money")
    alone = removal(knoke, actors={label: [label] for label in knoke.labels}, layer="money")
    pd.testing.assert_frame_equal(each, alone.rename_axis("actor"))
    assert (each["efficiency_change"] <= 1e-12).all()
    pd.testing.assert_frame_equal(each, removal(knoke.layer("money")))


def test_sets_by_mark_and_by_attribute(knoke):
    marked = removal(knoke, actors=sc.degree(knoke, direction="in") == 1)
    named = removal(knoke, actors={"voluntary": {"code": "VOL"}, "mayor": ["MAYR"]})
    assert named.index.tolist() == ["voluntary", "mayor"]
    assert marked.index.tolist() == [", ".join(knoke.index[sc.degree(knoke, direction="in") == 1])]
    assert named.loc["mayor", "ties_lost"] == removal(knoke).loc["MAYR", "ties_lost"]


def test_strangers_are_refused_all_at_once(knoke):
    with pytest.raises(InputError) as error:
        removal(knoke, actors={"a": ["MAYOR"], "b": ["COUN", "UWAI"]})
    assert [problem.value for problem in error.value.problems] == ["MAYOR", "UWAI"]
    assert "did you mean 'UWAY'" in str(error.value)


@pytest.mark.parametrize(("labels", "rows"), [("", 0), ("A", 1), ("AB", 2)])
def test_removal_of_small_clusters(cluster_of, labels, rows):
    frame = removal(cluster_of([], actors=labels))
    assert frame.shape == (rows, 8)
    assert (frame["components"] == max(len(labels) - 1, 0)).all()
    assert frame["efficiency"].isna().all()
    assert frame["ties_lost"].isna().all()


# -- the kernel -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(examples(3, 12)))
def test_tables_by_insertion_equal_dijkstra(seed):
    rng = np.random.default_rng(seed)
    n = 15
    matrix = np.where(rng.random((n, n)) < 0.15, rng.integers(1, 5, (n, n)), 0).astype(float)
    np.fill_diagonal(matrix, 0)
    length = sparse.csr_array(matrix if seed % 2 else np.maximum(matrix, matrix.T))
    seen = []
    for actor, table in distances_without_each(length):
        seen.append(actor)
        assert np.array_equal(table, distances(length, np.arange(n) != actor))
    assert sorted(seen) == list(range(n))
    order = rng.permutation(n)
    for there, table in enumerate(growing_distances(length, order)):
        present = np.isin(np.arange(n), order[:there])
        assert np.array_equal(table, distances(length, present))


# -- attack curves ----------------------------------------------------------------------------------------------------


def literal_curves(cluster, sequence):
    n = cluster.n_actors
    largest, efficiency = [], []
    for gone in range(n + 1):
        graph = graph_of(cluster, sequence[:gone])
        undirected = graph.to_undirected() if cluster.is_directed() else graph
        largest.append(max((len(part) for part in nx.connected_components(undirected)), default=0) / n)
        total = sum(1 / d for d in all_distances(graph).values())
        efficiency.append(total / (n * (n - 1)) if n > 1 else np.nan)
    return largest, efficiency


def literal_sequence(cluster, measure, recalculate):
    sequence, first = [], measure(cluster)
    while len(sequence) < cluster.n_actors:
        rest = cluster.without_actor(sequence) if sequence else cluster
        values = measure(rest) if recalculate else first.drop(sequence)
        sequence.append(values.fillna(-np.inf).idxmax())  # the first among equals
    return sequence


@few
@given(small_clusters().filter(lambda cluster: cluster.n_actors), st.booleans())
def test_targeted_curves_equal_literal_recomputation(cluster, recalculate):
    for measure in (partial(sc.degree, normalized=False), sc.constraint):
        curve = attack_curve(cluster, order=measure, recalculate=recalculate)
        assert list(curve.sequence) == literal_sequence(cluster, measure, recalculate)
        largest, efficiency = literal_curves(cluster, curve.sequence)
        frame = curve.to_frame()
        assert frame["largest"].tolist() == pytest.approx(largest)
        assert frame["efficiency"].tolist() == pytest.approx(efficiency, nan_ok=True)
        assert curve.robustness == pytest.approx(sum(largest[1:]) / cluster.n_actors)
        assert frame.index.tolist() == list(range(cluster.n_actors + 1))
        assert (frame["largest_low"] == frame["largest_high"]).all()


def test_robustness_of_known_networks(cluster_of):
    """Schneider et al. (2011): about 1/2 if all are tied to all, about 1/n for a star that loses its centre first."""
    n = 8
    labels = "abcdefgh"
    everybody = cluster_of(list(itertools.combinations(labels, 2)))
    assert attack_curve(everybody, order=sc.degree).robustness == pytest.approx((n - 1) / (2 * n))
    star = cluster_of([("a", label) for label in labels[1:]])
    assert attack_curve(star, order=sc.degree).robustness == pytest.approx((n - 1) / n**2)
    alone = cluster_of([], actors=labels)
    assert attack_curve(alone, order=sc.degree).robustness == pytest.approx((n - 1) / n**2)
    assert attack_curve(star, order=sc.degree).to_frame()["share_removed"].tolist() == [k / n for k in range(n + 1)]


def test_random_curves_are_the_mean_over_all_orders(cluster_of):
    """A path of three: over its six orders, the largest component after one loss is 2, 2, 1 of 3, by thirds."""
    path = cluster_of("ab bc")
    curve = attack_curve(path, draws=3000, rng=1)
    expected = np.mean([literal_curves(path, order) for order in itertools.permutations("abc")], axis=0)
    frame = curve.to_frame()
    assert frame["largest"].tolist() == pytest.approx(expected[0], abs=0.02)
    assert frame["efficiency"].tolist() == pytest.approx(expected[1], abs=0.03)
    assert frame.loc[1, ["largest_low", "largest_high"]].tolist() == pytest.approx([1 / 3, 2 / 3])
    assert curve.sequence is None
    assert curve.draws == 3000
    assert repr(curve).startswith("Actors leave at random.\n")
    assert "on average (3\u00a0000 draws)" in repr(curve)


def test_a_seed_repeats_the_draws(kite):
    first, second, other = (attack_curve(kite, draws=20, rng=seed).to_frame() for seed in (7, 7, 8))
    assert first.equals(second)
    assert not first.equals(other)


def test_equal_values_can_be_shuffled(cluster_of):
    """Paths of four and of three: b, c and f have two partners each; without f four hang together, without b three."""
    paths = cluster_of("ab bc cd ef fg")
    assert attack_curve(paths, order=sc.degree).sequence[0] == "b"
    curve = attack_curve(paths, order=sc.degree, draws=100, rng=3)
    assert curve.draws == 100
    frame = curve.to_frame()
    assert frame.loc[1, ["largest_low", "largest_high"]].tolist() == pytest.approx([3 / 7, 4 / 7])
    assert frame.loc[1, "largest"] == pytest.approx(10 / 21, abs=0.05)  # (3 + 3 + 4) / 3 of 7


def test_the_service_is_asked_along_the_curve(knoke):
    asked = []

    def reached(cluster):
        asked.append(cluster.n_actors)
        assert cluster.tie_layers == ("information", "money")
        return float("MAYR" in cluster.labels)

    curve = attack_curve(knoke, order=sc.degree, layer="information", service=reached)
    at = curve.sequence.index("MAYR")
    expected = [1.0] * (at + 1) + [0.0] * (9 - at)
    assert curve.to_frame()["service"].tolist()[:-1] == expected
    assert np.isnan(curve.to_frame()["service"].iloc[-1])
    assert curve.area("service") == pytest.approx(at / 10)
    assert asked == list(range(10, 0, -1))
    alone = attack_curve(knoke.layer("information"), order=sc.degree)
    assert alone.sequence == curve.sequence
    with pytest.raises(InputError, match="of must be one of 'largest', 'efficiency'"):
        alone.area("service")


def test_curves_of_small_clusters(cluster_of):
    nobody = attack_curve(cluster_of([], actors=""), order=sc.degree)
    assert nobody.to_frame().index.tolist() == [0]
    assert np.isnan(nobody.robustness)
    assert "without actors" in repr(nobody)
    one = attack_curve(cluster_of([], actors="a"), order=sc.degree)
    assert one.to_frame()["largest"].tolist() == [1, 0]
    assert one.to_frame()["efficiency"].isna().all()
    assert one.robustness == 0


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({}, "rng must be a seed"),
        ({"order": "degree", "rng": 1}, "order must be one of 'random'"),
        ({"order": 3}, "order must be one of"),
        ({"draws": 0, "rng": 1}, "draws must be a whole number"),
        ({"order": sc.degree, "rng": 1}, "rng has no effect without draws"),
        ({"order": sc.density}, "one number per actor"),
        ({"order": partial(sc.brokerage_roles, group="code")}, "one number per actor"),
        ({"order": sc.degree, "service": sc.degree}, "returns one number"),
    ],
)
def test_wrong_arguments_are_refused(knoke, options, message):
    with pytest.raises(InputError, match=message):
        attack_curve(knoke, **options)


def test_what_is_assumed_is_said_once(cluster_of):
    ties = pd.DataFrame({"source": ["a", "b"], "target": ["b", "c"], "confidence": [0.5, 1.0]})
    actors = pd.DataFrame({"actor": ["a", "b", "c"]})
    uncertain = sc.Cluster.from_tables(actors, ties)
    unknown = sc.Cluster.from_tables(actors, ties[1:], unknown=pd.DataFrame({"source": ["a"], "target": ["b"]}))
    for cluster, warning in ((uncertain, UncertainTiesWarning), (unknown, UnknownTiesWarning)):
        for ask in (removal, partial(attack_curve, order=sc.degree)):
            with pytest.warns(warning) as caught:
                ask(cluster)
            assert len(caught) == 1
    with pytest.warns(ProjectionWarning):
        assert len(removal(sc.load_dataset("davis"))) == 18
