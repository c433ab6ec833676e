"""Tie models learn from the cluster as it is, never from what a scenario imagines."""

import itertools

import numpy as np
import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.core.layers import Layer
from socluster.whatif.choice.candidates import Together
from socluster.whatif.scenarios.fitting import Untied, cluster_to_learn_from
from socluster.whatif.scenarios.prepared import Prepared
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.ties import Logit, Proximity, Rates


@pytest.fixture
def ring():
    """Twelve in a ring, in two sectors and two places."""
    names = [f"m{n:02}" for n in range(12)]
    actors = pd.DataFrame({"actor": names, "sector": ["x", "y"] * 6, "place": ["p"] * 6 + ["q"] * 6})
    ties = [(names[n], names[(n + 1) % 12]) for n in range(12)] + [(names[n], names[n + 6]) for n in range(3)]
    return Cluster.from_tables(actors, pd.DataFrame(ties, columns=["source", "target"]))


def joins(name, model, **said):
    return Scenario(name).with_actor(name, sector="x", place="p").with_ties(name, model, **said)


@pytest.mark.parametrize("layer", [None, "new"])
@pytest.mark.parametrize("model", [Rates(), Rates(by="place"), Logit(), Proximity()], ids=repr)
def test_the_probabilities_do_not_depend_on_who_joined_before(ring, model, layer):
    alone = joins("n0", model, layer=layer).apply(ring)
    eager = [joins(f"n{n}", dict.fromkeys(ring.labels, 1.0), layer=layer) for n in (1, 2, 3)]
    later = sum([*eager, joins("n0", model, layer=layer)]).apply(ring)

    def of_newcomer(cluster):
        ties = cluster.ties
        rows = ties[(ties["target"] == "n0") & ties["source"].isin(ring.labels)]
        return dict(zip(rows["source"], rows["confidence"], strict=True))

    assert of_newcomer(later) == pytest.approx(of_newcomer(alone), abs=1e-12)


def test_a_second_partner_in_a_new_layer_is_as_likely_tied_as_the_first(ring):
    both = joins("n0", Rates(), layer="referral") + joins("n1", Rates(), layer="referral")
    ties = both.apply(ring).ties.query("layer == 'referral'")
    members = set(ring.labels)
    expected = [ties[(ties["target"] == n) & ties["source"].isin(members)]["confidence"].sum() for n in ("n0", "n1")]
    assert expected[0] == pytest.approx(expected[1])
    assert expected[0] > 1


def test_two_who_join_may_be_tied_to_each_other_once(ring):
    both = joins("n0", Rates()) + joins("n1", Rates())
    ties = both.apply(ring).ties
    among = ties[ties["source"].isin(["n0", "n1"]) & ties["target"].isin(["n0", "n1"])]
    assert len(among) == 1
    sameness = ties[(ties["target"] == "n1") & ties["source"].isin(["m00", "m02"])]["confidence"]
    assert among["confidence"].iloc[0] == pytest.approx(sameness.iloc[0])


@pytest.mark.parametrize("layer", [None, "new"])
def test_partners_join_in_any_order(ring, layer):
    """Draw by draw the same ties, so that what a plan says does not depend on the order of its search."""
    candidates = [joins(f"n{n}", Rates(), layer=layer) for n in range(3)]
    drawn = []
    for order in itertools.permutations(candidates):
        together = Together(None, Prepared("", ring))
        for each in order:
            together = together.joined_by(each)
        worlds = [together.prepared.draw(7, draw) for draw in range(10)]
        drawn.append(
            [{frozenset(pair) for pair in zip(w.ties["source"], w.ties["target"], strict=True)} for w in worlds]
        )
    assert all(each == drawn[0] for each in drawn)


def test_what_is_learnt_from_has_the_ties_of_before(ring):
    scenario = (
        Scenario("s")
        .with_ties("m00", "m05")
        .without_ties("m00", "m01")
        .with_strength("m02", "m03", weight=7)
        .with_actor("n0", sector="x")
        .with_actor("n1", sector="y")
        .with_attributes("m00", sector="y")
    )
    steps = [step.marked for step in scenario.steps]
    seen = cluster_to_learn_from(Untied(ring, ring).after(steps).cluster, steps, "n0", Layer("tie"))
    pd.testing.assert_frame_equal(seen.ties, ring.ties)
    assert list(seen.labels) == [*ring.labels, "n0", "n1"]
    assert seen.actors.loc["m00", "sector"] == "y"
    unknown = seen.unknown_matrix("tie").toarray()
    assert unknown[-1, :-1].all()
    assert not unknown[:-1, :-1].any()
    assert np.array_equal(unknown, unknown.T)
