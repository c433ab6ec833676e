"""Ties that are returned as often as those of the members."""

import numpy as np
import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.measures.cohesion.closure import reciprocity
from socluster.whatif.comparison.compare import compare
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.ties import AtMost, Logit, Proximity, Rates, Scaled
from socluster.whatif.ties.dyads import DyadTies, Reciprocity, mutual, reciprocity_of
from socluster.whatif.ties.observed import Dyads

N = 30
MODELS = [Rates(), Logit(), Proximity()]


def directed(seed=4, *, mutual=0.8, one_way=0.04, layer="asks"):
    """Thirty actors in two sectors; a pair is tied both ways with .15 times `mutual`, or one way only."""
    rng = np.random.default_rng(seed)
    names = [f"m{n:02}" for n in range(N)]
    rows = []
    for one in range(N):
        for other in range(one + 1, N):
            kind = rng.random()
            if kind < 0.15 * mutual:
                rows += [(names[one], names[other]), (names[other], names[one])]
            elif kind < 0.15 * mutual + one_way:
                rows.append((names[one], names[other]) if rng.random() < 0.5 else (names[other], names[one]))
    actors = pd.DataFrame({"actor": names, "sector": ["x", "y"] * (N // 2), "place": ["p"] * 10 + ["q"] * 20})
    ties = pd.DataFrame(rows, columns=["source", "target"]).assign(layer=layer)
    return Cluster.from_tables(actors, ties, layers={layer: {"directed": True}})


def share_returned(matrix):
    return (matrix * matrix.T).sum() / matrix.sum()


@pytest.mark.parametrize("model", MODELS, ids=repr)
def test_intervals_of_reciprocity_cover_actors_who_were_hidden(model):
    """Every third actor is hidden and let join again; without returned ties, hardly one was covered."""
    cluster = directed()
    whole = cluster.matrix("asks").toarray() > 0
    truth, covered = share_returned(whole), []
    for hidden in range(0, N, 2):
        actor = cluster.labels[hidden]
        alone = cluster.without_actor(actor)
        again = alone.with_actor(
            actor, sector=cluster.actors.loc[actor, "sector"], place=cluster.actors.loc[actor, "place"]
        )
        ties = model.fit(again, actor, "asks")
        assert isinstance(ties, DyadTies)
        base = np.zeros((N, N), dtype=bool)
        base[:-1, :-1] = alone.matrix("asks").toarray() > 0
        ends = again.parts.position
        at = [ends[each] for each in ties.sources], [ends[each] for each in ties.targets]
        found = []
        for draw in range(200):
            rng = np.random.default_rng([hidden, draw])
            matrix = base.copy()
            matrix[at] = ties.realised(rng.random(len(ties.sources)), rng)
            found.append(share_returned(matrix))
        low, high = np.quantile(found, [0.05, 0.95])
        covered.append(low <= truth <= high)
    assert np.mean(covered) >= 0.7  # nominal .9; 1 in 30 where ties were drawn one by one


def test_a_newcomer_does_not_make_a_mutual_cluster_less_mutual():
    scenario = Scenario("n").with_actor("n", sector="x").with_ties("n", Rates())
    table = compare(directed(), scenario, measures=[reciprocity], draws=200, rng=1).to_frame()
    assert table["low"].iloc[0] < 0 < table["high"].iloc[0]
    assert abs(table["delta"].iloc[0]) < 0.02


@pytest.mark.parametrize("model", MODELS, ids=repr)
def test_every_tie_is_as_probable_as_without_the_other(model):
    cluster = directed().with_actor("n", sector="x", place="p")
    ties = model.fit(cluster, "n", "asks")
    there = np.zeros(len(ties.sources))
    for draw in range(1500):
        rng = np.random.default_rng(draw)
        there += ties.realised(rng.random(len(there)), rng)
    assert there / 1500 == pytest.approx(ties.probabilities(None), abs=0.05)


def test_reciprocity_is_that_of_the_members():
    one_way = directed(mutual=0.0, one_way=0.3)
    low, high = (reciprocity_of(*seen(cluster)).correlation for cluster in (one_way, directed()))
    assert low < -0.05
    assert 0.7 < high < 0.95


def seen(cluster):
    matrix = (cluster.matrix("asks").toarray() > 0).astype(float)
    known = ~np.eye(N, dtype=bool)
    return Dyads(matrix, known, directed=True), np.full((N, N), matrix[known].mean())


def test_with_one_rate_it_is_the_correlation_of_the_matrix_with_its_transpose():
    dyads, rates = seen(directed())
    off = ~np.eye(N, dtype=bool)
    expected = np.corrcoef(dyads.expected[off], dyads.expected.T[off])[0, 1]
    n = N * (N - 1) / 2
    assert reciprocity_of(dyads, rates).correlation == pytest.approx(expected * n / (n + 4))


def test_few_dyads_are_drawn_towards_chance():
    expected = np.array([[0, 1.0, 0], [1.0, 0, 0], [0, 0, 0]])
    dyads = Dyads(expected, ~np.eye(3, dtype=bool), directed=True)
    found = reciprocity_of(dyads, np.full((3, 3), 1 / 3))
    assert found.correlation == pytest.approx(3 / 7)
    assert found.error == pytest.approx(1 / np.sqrt(2))
    nobody = reciprocity_of(Dyads(np.zeros((1, 1)), np.zeros((1, 1), dtype=bool), directed=True), np.zeros((1, 1)))
    assert nobody == Reciprocity(0.0, 1.0)


def test_two_ties_of_a_pair_are_never_impossible():
    p, q = np.meshgrid(np.linspace(0, 1, 11), np.linspace(0, 1, 11))
    for rho in (-0.99, -0.3, 0.0, 0.5, 0.99):
        both = mutual(p, q, rho)
        assert (both <= np.minimum(p, q) + 1e-12).all()
        assert (both >= np.maximum(0, p + q - 1) - 1e-12).all()
    assert mutual(p, q, 0.0) == pytest.approx(p * q)


def test_ties_without_direction_stay_as_they_are():
    undirected = directed().symmetrise(rule="any").with_actor("n", sector="x", place="p")
    assert not any(isinstance(model.fit(undirected, "n", "asks"), DyadTies) for model in MODELS)


def test_models_around_others_keep_them_returned():
    cluster = directed().with_actor("n", sector="x", place="p")
    for model in (Scaled(Rates(), 1.5), Scaled(Rates(), 0.5), AtMost(Rates(), 6)):
        ties = model.fit(cluster, "n", "asks")
        found = []
        for draw in range(200):
            rng = np.random.default_rng(draw)
            there = ties.realised(rng.random(len(ties.sources)), rng)
            one, other = there[:N], there[N:]
            found.append((2 * (one & other).sum(), there.sum()))
        mutual_ties, all_ties = np.sum(found, axis=0)
        assert mutual_ties / all_ties > 0.35  # by chance .15


def test_it_is_told_how_often_ties_are_returned():
    scenario = Scenario("n").with_actor("n", sector="x").with_ties("n", Rates())
    told = str(compare(directed(), scenario, measures=[reciprocity], draws=5, rng=1))
    assert "returned as often as known ones" in told
    undirected = directed().symmetrise(rule="any")
    letters = Scenario("n").with_actor("n", sector="x").with_ties("n", Rates(), layer="letters", directed=True)
    assert "returned by chance only" in str(compare(undirected, letters, measures=[reciprocity], draws=5, rng=1))
