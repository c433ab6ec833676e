"""Attack curves against known values and slow literal recomputation."""

import itertools
from functools import partial

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import socluster as sc
from socluster.core.errors import InputError
from socluster.draws.settings import Draws
from socluster.measures.resilience.attack import attack_curve
from tests.measures.resilience.resilience_samples import all_distances, few, graph_of, small_clusters


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
    assert frame["mean_largest"].tolist() == pytest.approx(expected[0], abs=0.02)
    assert frame["mean_efficiency"].tolist() == pytest.approx(expected[1], abs=0.03)
    assert frame["largest"].tolist() == pytest.approx([1, 2 / 3, 1 / 3, 0])  # the median
    assert frame.loc[1, ["largest_low", "largest_high"]].tolist() == pytest.approx([1 / 3, 2 / 3])
    assert curve.sequence is None
    assert curve.draws == 3000
    assert repr(curve).startswith("Actors leave at random.\n")
    assert "on average (3\u00a0000 draws)" in repr(curve)


def test_the_interval_holds_ninety_percent_unless_asked_otherwise(cluster_of):
    """In one of twelve orders the centre of a star leaves first: within the lowest tenth, not within a twentieth."""
    star = cluster_of(" ".join(f"a{other}" for other in "bcdefghijkl"))
    usual, narrow = (attack_curve(star, draws=draws, rng=1) for draws in (4000, Draws(4000, interval=0.8)))
    assert (usual.interval, narrow.interval) == (0.9, 0.8)
    assert usual.to_frame().loc[1, ["largest_low", "largest"]].tolist() == pytest.approx([1 / 12, 11 / 12])
    assert narrow.to_frame().loc[1, ["largest_low", "largest"]].tolist() == pytest.approx([11 / 12, 11 / 12])


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
    assert frame.loc[1, "mean_largest"] == pytest.approx(10 / 21, abs=0.05)  # (3 + 3 + 4) / 3 of 7


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
