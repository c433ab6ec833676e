"""Which ties are there in which draw: the same for whoever asks, and for any of them alone."""

import numpy as np

from socluster import Scenario
from socluster.whatif.scenarios.drawn_ties import DrawnTies
from socluster.whatif.ties.rates import Rates
from tests.whatif.ties.tie_samples import town


def test_ties_asked_for_alone_are_those_of_the_whole():
    joins = Scenario("join").with_actor("Hub", sector="public").with_ties("Hub", Rates(), layer="tie")
    prepared = joins.prepare(town())
    rows = prepared.drawn.rows
    assert len(rows) >= 5
    whole = prepared.present_in(3, 10, 300)
    some = DrawnTies(prepared.cluster.parts, rows[1:4], prepared.modelled).present_in(3, 10, 300)
    np.testing.assert_array_equal(some, whole[:, rows[1:4]])
    assert 0 < some.mean() < 1


def test_ties_without_a_model_are_there_with_their_confidence():
    parts = town().parts
    there = DrawnTies(parts, np.arange(len(parts.ties)), ()).present_in(1, 0, 4000)
    np.testing.assert_allclose(there.mean(axis=0), parts.ties.rest["confidence"].values, atol=0.03)
