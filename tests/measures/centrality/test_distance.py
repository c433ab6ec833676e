import math

import networkx as nx
import numpy as np
import pandas as pd
import pytest

from socluster import InputError, closeness, degree, global_efficiency
from socluster.measures.centrality.distance import decay, eccentricity, harmonic, reach
from tests.measures.centrality.centrality_samples import sample
from tests.measures.ucinet_samples import PRINTED_DISC, disc


def test_harmonic_of_a_path_and_a_pair(path_and_pair):
    # By hand: the middle of the path has 1 + 1, its ends 1 + 1/2, the pair 1; divided by 4 others.
    assert harmonic(path_and_pair).tolist() == [0.375, 0.5, 0.375, 0.25, 0.25]
    assert harmonic(path_and_pair, normalized=False).tolist() == [1.5, 2, 1.5, 1, 1]


def test_harmonic_equals_a_variant_of_closeness(knoke):
    for direction in ("out", "in", "all"):
        options = {"layer": "money", "direction": direction, "cost": "inverse"}
        assert harmonic(knoke, **options).equals(closeness(knoke, variant="harmonic", **options).rename("harmonic"))
    mean = harmonic(knoke, layer="information").mean()
    assert mean == pytest.approx(global_efficiency(knoke, layer="information"))


def test_reach_of_a_path_and_a_pair(path_and_pair):
    assert reach(path_and_pair, steps=1).tolist() == [0.25, 0.5, 0.25, 0.25, 0.25]
    assert reach(path_and_pair).tolist() == [0.5, 0.5, 0.5, 0.25, 0.25]
    assert reach(path_and_pair, steps=9, normalized=False).tolist() == [2, 2, 2, 1, 1]


@pytest.mark.parametrize("direction", ["out", "in", "all"])
def test_reach_in_one_step_is_degree(knoke, direction):
    options = {"layer": "money", "direction": direction}
    assert reach(knoke, steps=1, **options).equals(degree(knoke, **options).rename("reach"))


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("delta", [0.1, 0.5, 0.9])
def test_decay_equals_the_formula(directed, delta):
    each = sample(21, directed=directed, part=0.12)
    distances = dict(nx.all_pairs_shortest_path_length(each.graph))
    labels = each.cluster.labels
    literal = [sum(delta ** distances[i][j] for j in labels if j != i and j in distances[i]) for i in labels]
    raw = decay(each.cluster, delta=delta, normalized=False)
    assert raw.tolist() == pytest.approx(literal)
    assert decay(each.cluster, delta=delta).tolist() == pytest.approx((raw / (11 * delta)).tolist())
    inward = decay(each.cluster, delta=delta, direction="in", normalized=False)
    assert inward.sum() == pytest.approx(raw.sum())


def test_decay_of_the_middle_of_a_star_is_one(cluster_of):
    star = cluster_of("AB AC AD")
    assert decay(star, delta=0.3).tolist() == pytest.approx([1, *[(0.3 + 2 * 0.09) / 0.9] * 3])


def test_decay_with_costs(cluster_of):
    pair = cluster_of([("A", "B", 4), ("B", "C", 2)])
    assert decay(pair, cost="inverse", normalized=False)["A"] == pytest.approx(0.5**0.25 + 0.5**0.75)


@pytest.mark.parametrize("delta", [0, 1, -0.5, 2, "half", None, True, math.nan])
def test_delta_must_be_a_share(kite, delta):
    with pytest.raises(InputError, match="delta must lie between 0 and 1"):
        decay(kite, delta=delta)


@pytest.mark.parametrize("steps", [0, -1, 1.5, "two", True, None])
def test_steps_must_be_a_whole_number(kite, steps):
    with pytest.raises(InputError, match="steps must be a whole number of at least 1"):
        reach(kite, steps=steps)


def test_eccentricity_of_the_kite(kite):
    # networkx.eccentricity(krackhardt_kite_graph()): diameter 4, radius 2.
    assert eccentricity(kite).tolist() == [4, 4, 4, 4, 4, 3, 3, 2, 3, 4]
    assert eccentricity(kite, variant="all").equals(eccentricity(kite))


def test_eccentricity_where_not_all_are_reached(cluster_of):
    cluster = cluster_of("AB BC DE", actors="ABCDEF")
    assert eccentricity(cluster).tolist() == pytest.approx([2, 1, 2, 1, 1, np.nan], nan_ok=True)
    assert eccentricity(cluster, variant="all").isna().all()
    arc = cluster_of("AB BC", directed=True)
    assert eccentricity(arc).tolist() == pytest.approx([2, 1, np.nan], nan_ok=True)
    assert eccentricity(arc, direction="in").tolist() == pytest.approx([np.nan, 1, 2], nan_ok=True)
    assert eccentricity(arc, variant="all").tolist() == pytest.approx([2, np.nan, np.nan], nan_ok=True)
    assert eccentricity(arc, direction="all").tolist() == [2, 1, 2]


def test_eccentricity_with_costs(cluster_of):
    path = cluster_of([("A", "B", 4), ("B", "C", 2)])
    assert eccentricity(path, cost="inverse").to_dict() == {"A": 0.75, "B": 0.5, "C": 0.75}


@pytest.mark.parametrize("function", [harmonic, reach, decay])
def test_one_actor_and_isolates(cluster_of, function):
    alone = cluster_of([], actors="A")
    assert np.isnan(function(alone)["A"])
    assert function(alone, normalized=False)["A"] == 0
    assert function(cluster_of([], actors="ABC")).tolist() == [0, 0, 0]
    assert function(cluster_of([], actors="")).empty


def test_eccentricity_of_one_actor(cluster_of):
    for variant in ("reached", "all"):
        assert np.isnan(eccentricity(cluster_of([], actors="A"), variant=variant)["A"])


@pytest.mark.parametrize("function", [harmonic, reach, decay, eccentricity])
def test_arguments(kite, function):
    with pytest.raises(InputError, match="did you mean 'out'"):
        function(kite, direction="outw")
    with pytest.raises(InputError, match="layers of ties: tie"):
        function(kite, layer="money")


def test_an_unknown_variant_is_refused(kite):
    with pytest.raises(InputError, match="variant must be one of 'reached', 'all'"):
        eccentricity(kite, variant="component")


def test_many_rows_are_taken_in_blocks(monkeypatch):
    from socluster._kernels.paths import distance_blocks

    each = sample(22, directed=True, n=30)
    found = [function(each.cluster, normalized=False) for function in (reach, decay)] + [eccentricity(each.cluster)]
    monkeypatch.setattr(distance_blocks, "DISTANCES", 100)
    again = [function(each.cluster, normalized=False) for function in (reach, decay)] + [eccentricity(each.cluster)]
    for one, other in zip(found, again, strict=True):
        pd.testing.assert_series_equal(one, other)


def test_decay_is_the_beta_reach_that_ucinet_prints():
    assert decay(disc(), delta=0.8).tolist() == pytest.approx(PRINTED_DISC["Reach, beta 0.8"], rel=3e-6)
