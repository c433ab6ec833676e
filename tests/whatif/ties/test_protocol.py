"""What a model of ties must be able to do, and the simplest ties."""

import numpy as np
import pytest

from socluster import Scenario
from socluster.whatif.ties.protocol import IndependentTies, StatedTies, TieModel, is_number, is_probability
from tests.whatif.ties.tie_samples import town


def test_stated_ties_are_there_where_their_number_lies_below():
    ties = StatedTies(("a",) * 4, ("b", "c", "d", "e"), (0.0, 0.5, 0.5, 1.0))
    rng = np.random.default_rng(1)
    before = rng.bit_generator.state
    assert ties.realised(np.array([0.0, 0.49, 0.5, 0.999]), rng).tolist() == [False, True, False, True]
    assert rng.bit_generator.state == before  # nothing is drawn
    assert ties.probabilities(None).dtype == float


class Doubtful(IndependentTies):
    """A tie whose probability is drawn."""

    sources, targets = ("a",), ("b",)

    def probabilities(self, rng):
        return np.array([0.5 if rng is None else rng.random()])


def test_independent_ties_are_drawn_given_what_the_model_drew():
    drawn = np.random.default_rng(3).random()
    below, above = (Doubtful().realised(np.array([drawn + d]), np.random.default_rng(3)) for d in (-1e-9, 1e-9))
    assert (below.tolist(), above.tolist()) == ([True], [False])
    with pytest.raises(NotImplementedError):
        IndependentTies().probabilities(None)


class Everybody:
    """A model of a user's own, with no more than the two methods."""

    def fit(self, cluster, actor, layer):
        others = tuple(label for label in cluster.labels if label != actor)
        return StatedTies((actor,) * len(others), others, (0.5,) * len(others))

    def assumption(self, language="en"):
        return "a coin is tossed"


def test_a_model_of_ones_own_needs_two_methods():
    assert isinstance(Everybody(), TieModel)
    assert not isinstance(town(), TieModel)
    after = Scenario("s").with_actor("Hub").with_ties("Hub", Everybody(), layer="tie").apply(town())
    new = after.ties[(after.ties["source"] == "Hub") | (after.ties["target"] == "Hub")]
    assert set(new["source"]) | set(new["target"]) == {*town().labels, "Hub"}
    assert new["confidence"].tolist() == [0.5] * 6


@pytest.mark.parametrize("value", [0, 1, 0.5, np.float32(1), np.int8(0)])
def test_probabilities(value):
    assert is_number(value)
    assert is_probability(value)


@pytest.mark.parametrize("value", [True, np.True_, "0.5", None, 1j])
def test_what_is_no_number_is_no_probability(value):
    assert not is_number(value)
    assert not is_probability(value)


@pytest.mark.parametrize("value", [-1e-9, 1.0001, float("nan"), float("inf")])
def test_numbers_that_are_no_probabilities(value):
    assert is_number(value)
    assert not is_probability(value)
