"""Backbones: probabilities against a reference implementation, tails against enumeration, ties against formulas."""

import itertools

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

import socluster as sc
from socluster._kernels.groups.backbone import affiliation_probabilities, at_least
from socluster.core.errors import InputError, UncertainTiesWarning
from socluster.measures.twomode.backbone import disparity_backbone, projection_backbone
from socluster.measures.twomode.projection import swap_modes
from tests.examples import examples
from tests.measures.twomode.twomode_samples import incidences, two_mode

few = settings(max_examples=examples(20, 120), deadline=None)


# -- probabilities ----------------------------------------------------------------------------------------------------


def test_probabilities_of_davis(davis):
    """First rows as the Python package bicm gives them (all cells were compared once: they differ by 4e-10 at most)."""
    incidence = (davis.affiliation_matrix().toarray() > 0).astype(int)
    found = affiliation_probabilities(incidence.sum(axis=1), incidence.sum(axis=0))
    evelyn = [0.342, 0.342, 0.593, 0.435, 0.716, 0.716, 0.810, 0.933, 0.881, 0.519, 0.435, 0.593, 0.342, 0.342]
    laura = [0.268, 0.268, 0.507, 0.352, 0.640, 0.640, 0.750, 0.908, 0.839, 0.432, 0.352, 0.507, 0.268, 0.268]
    assert found[0].tolist() == pytest.approx(evelyn, abs=5e-4)
    assert found[1].tolist() == pytest.approx(laura, abs=5e-4)


@few
@given(incidences(most=7))
def test_expected_degrees_are_the_observed_ones(incidence):
    found = affiliation_probabilities(incidence.sum(axis=1), incidence.sum(axis=0))
    assert found.sum(axis=1) == pytest.approx(incidence.sum(axis=1), abs=1e-8)
    assert found.sum(axis=0) == pytest.approx(incidence.sum(axis=0), abs=1e-8)
    assert ((found >= 0) & (found <= 1)).all()


@few
@given(incidences(most=7))
def test_log_odds_are_a_sum_of_a_row_and_a_column(incidence):
    found = affiliation_probabilities(incidence.sum(axis=1), incidence.sum(axis=0))
    inside = (found > 1e-5) & (found < 1 - 1e-5)
    for (i, k), (j, m) in itertools.combinations(np.ndindex(found.shape), 2):
        if inside[np.ix_([i, j], [k, m])].all():
            odds = found / np.where(inside, 1 - found, 1)
            assert odds[i, k] * odds[j, m] == pytest.approx(odds[i, m] * odds[j, k], rel=1e-3)


def test_degrees_that_leave_no_choice():
    nested = np.array([[1, 1, 1], [1, 1, 0], [1, 0, 0], [0, 0, 0]])
    assert affiliation_probabilities(nested.sum(axis=1), nested.sum(axis=0)).tolist() == nested.tolist()


def test_tails_equal_enumeration():
    chances = np.random.default_rng(5).random((6, 7))
    observed = np.array([0, 1, 3, 5, 6, 7])
    for k, (row, at) in enumerate(zip(chances, observed, strict=True)):
        literal = sum(
            np.prod([p if hit else 1 - p for p, hit in zip(row, hits, strict=True)])
            for hits in itertools.product((0, 1), repeat=7)
            if sum(hits) >= at
        )
        assert at_least(observed, chances)[k] == pytest.approx(literal, rel=1e-12)


def test_tiny_tails_keep_their_digits():
    found = at_least(np.array([40]), np.full((1, 40), 1e-3))[0]
    assert found == pytest.approx(1e-120, rel=1e-9)
    assert at_least(np.array([3]), np.full((1, 50), 0.2))[0] == pytest.approx(stats.binom.sf(2, 50, 0.2))


# -- the backbone of a projection -------------------------------------------------------------------------------------


@few
@given(incidences(most=5))
def test_p_values_equal_the_definition(incidence):
    cluster = two_mode(incidence)
    ties = projection_backbone(cluster, alpha=1).ties
    probability = affiliation_probabilities(incidence.sum(axis=1), incidence.sum(axis=0))
    shared = incidence @ incidence.T
    assert len(ties) == np.count_nonzero(np.triu(shared, 1))
    for tie in ties.itertuples():
        i, j = int(tie.source[1:]), int(tie.target[1:])
        chances = probability[i] * probability[j]
        assert tie.weight == shared[i, j]
        assert tie.expected == pytest.approx(chances.sum())
        assert tie.p_value == pytest.approx(at_least(shared[i, [j]], chances[None])[0], abs=1e-9)


def test_the_backbone_of_davis(davis):
    everything = projection_backbone(davis, alpha=1)
    assert everything.n_ties == davis.project().n_ties
    assert everything.tie_layers == ("co-attends",)
    assert (everything.ties["evidence"] == "derived").all()
    kept = projection_backbone(davis, alpha=0.1).ties
    assert set(zip(kept["source"], kept["target"], strict=True)) == {("Katherina", "Sylvia"), ("Olivia", "Flora")}
    assert projection_backbone(davis).n_ties == 0  # at 0.05 the women's projection holds nothing beyond chance
    of_events = projection_backbone(swap_modes(davis)).ties
    assert set(zip(of_events["source"], of_events["target"], strict=True)) == {("E10", "E12"), ("E13", "E14")}
    assert projection_backbone(davis).n_actors == 18


def test_who_has_a_p_value_of_alpha_is_kept(davis):
    ties = projection_backbone(davis, alpha=1).ties
    lowest = ties["p_value"].min()
    assert projection_backbone(davis, alpha=float(lowest)).n_ties == 1


def test_corrections_equal_scipy_over_all_pairs(davis):
    events = swap_modes(davis)
    plain = projection_backbone(events, alpha=1).ties["p_value"].to_numpy()
    n_pairs = 14 * 13 // 2
    everything = np.concatenate([plain, np.ones(n_pairs - len(plain))])
    fdr = projection_backbone(events, alpha=1, correction="fdr").ties["p_value"].to_numpy()
    assert fdr == pytest.approx(stats.false_discovery_control(everything)[: len(plain)])
    holm = projection_backbone(events, alpha=1, correction="holm").ties["p_value"].to_numpy()
    order = np.argsort(everything, kind="stable")
    steps = np.maximum.accumulate(everything[order] * np.arange(n_pairs, 0, -1)).clip(max=1)
    by_hand = np.empty(n_pairs)
    by_hand[order] = steps
    assert holm == pytest.approx(by_hand[: len(plain)])


@pytest.mark.parametrize("correction", ["holm", "fdr"])
def test_corrections_equal_scipy_where_some_pairs_stay_significant(correction):
    """Three couples who share more and more of forty groups, among actors who come together by chance."""
    rng = np.random.default_rng(2)
    incidence = rng.random((10, 40)) < 0.2
    for first, together in ((0, 12), (2, 14), (4, 16)):
        incidence[first : first + 2] = False
        incidence[first : first + 2, rng.permutation(40)[:together]] = True
    cluster = two_mode(incidence)
    plain = projection_backbone(cluster, alpha=1).ties["p_value"].to_numpy()
    found = projection_backbone(cluster, alpha=1, correction=correction).ties["p_value"].to_numpy()
    n_pairs = 10 * 9 // 2
    everything = np.concatenate([plain, np.ones(n_pairs - len(plain))])
    if correction == "fdr":
        expected = stats.false_discovery_control(everything)
    else:  # step down: the k-th smallest times the number of those not smaller
        order = np.argsort(everything, kind="stable")
        expected = np.empty(n_pairs)
        expected[order] = [
            max(everything[order[: k + 1]] * np.arange(n_pairs, n_pairs - k - 1, -1)) for k in range(n_pairs)
        ]
    assert (expected < 0.9).sum() >= 3
    assert found == pytest.approx(expected[: len(plain)].clip(max=1))


def test_a_single_event_is_no_backbone():
    backbone = projection_backbone(two_mode(np.ones((6, 1))))  # and the clique is not warned about
    assert backbone.n_ties == 0
    assert backbone.n_actors == 6


def test_nobody_shares_anything():
    for incidence in (np.zeros((3, 2)), np.eye(3), np.zeros((0, 1)), np.ones((1, 2))):
        assert projection_backbone(two_mode(incidence), alpha=1).n_ties == 0


def test_uncertain_affiliations_are_said():
    with pytest.warns(UncertainTiesWarning) as caught:
        backbone = projection_backbone(two_mode([[1, 1], [1, 1]], confidence=0.5), alpha=1)
    assert [warning.filename for warning in caught] == [__file__]
    assert backbone.ties["confidence"].tolist() == pytest.approx([1 - 0.75**2])


def test_wrong_arguments_are_refused(davis, kite):
    for alpha in (0, -0.1, 1.5, True, "0.05", float("nan")):
        with pytest.raises(InputError, match="alpha must be a number above 0"):
            projection_backbone(davis, alpha=alpha)
        with pytest.raises(InputError, match="alpha must be a number above 0"):
            disparity_backbone(kite, alpha=alpha)
    with pytest.raises(InputError, match="did you mean 'holm'"):
        projection_backbone(davis, correction="holms")
    with pytest.raises(InputError, match="no groups"):
        projection_backbone(kite)


# -- the disparity filter ---------------------------------------------------------------------------------------------


def test_disparity_by_hand(cluster_of):
    """Star with strengths 8, 1, 1: (1 - 8/10)^2 = .04, (1 - 1/10)^2 = .81; the leaves have one partner each."""
    star = cluster_of([("a", "b", 8), ("a", "c", 1), ("a", "d", 1)])
    ties = disparity_backbone(star, alpha=1).ties
    assert ties["p_value"].tolist() == pytest.approx([0.04, 0.81, 0.81])
    backbone = disparity_backbone(star)
    assert backbone.ties["target"].tolist() == ["b"]
    assert backbone.n_actors == 4


def test_disparity_of_directed_ties_looks_at_what_is_sent_and_received(cluster_of):
    ties = [("a", "b", 9), ("a", "c", 1), ("d", "b", 1), ("d", "c", 99)]
    found = disparity_backbone(cluster_of(ties, directed=True), alpha=1).ties
    assert found.set_index(["source", "target"])["p_value"].to_dict() == pytest.approx(
        {("a", "b"): 0.1, ("a", "c"): 0.9, ("d", "b"): 0.9, ("d", "c"): 0.01}
    )


@few
@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4), st.integers(1, 9)), max_size=12), st.booleans())
def test_disparity_equals_its_formula(rows, directed):
    arcs = {}
    for source, target, weight in rows:
        pair = (source, target) if directed else tuple(sorted((source, target)))
        if source != target:
            arcs[pair] = weight
    frame = pd.DataFrame([(f"a{s}", f"a{t}", w) for (s, t), w in arcs.items()], columns=["source", "target", "weight"])
    cluster = sc.Cluster.from_tables(
        pd.DataFrame({"actor": [f"a{i}" for i in range(5)]}),
        frame.astype({"source": object, "target": object, "weight": float}),
        layers={"tie": {"directed": directed}},
    )
    matrix = cluster.matrix().toarray()
    ties = disparity_backbone(cluster, alpha=1).ties
    assert len(ties) == len(arcs)
    for tie in ties.itertuples():
        i, j = int(tie.source[1:]), int(tie.target[1:])
        ends = []
        for line in (matrix[i], matrix[:, j]):
            k = np.count_nonzero(line)
            ends.append((1 - tie.weight / line.sum()) ** (k - 1) if k > 1 else 1)
        assert tie.p_value == pytest.approx(min(ends))


def test_layers_are_filtered_by_themselves():
    rows = [("a", "b", "x", 8.0), ("a", "c", "x", 1.0), ("a", "d", "x", 1.0), ("a", "d", "y", 100.0)]
    cluster = sc.Cluster.from_tables(
        pd.DataFrame({"actor": list("abcd")}),
        pd.DataFrame(rows, columns=["source", "target", "layer", "weight"]),
        layers={"x": {}, "y": {}},
    )
    both = disparity_backbone(cluster, alpha=1)
    assert both.ties["p_value"].tolist() == pytest.approx([0.04, 0.81, 0.81, 1])
    assert disparity_backbone(cluster, alpha=0.05).tie_layers == ("x", "y")
    alone = disparity_backbone(cluster, layer="x", alpha=1)
    assert alone.tie_layers == ("x",)
    assert alone.ties["p_value"].tolist() == pytest.approx([0.04, 0.81, 0.81])


def test_disparity_of_nothing(cluster_of):
    assert disparity_backbone(cluster_of([], actors=[])).n_actors == 0
    assert disparity_backbone(cluster_of([], actors=["a", "b"])).n_ties == 0
