"""Many draws at once are as good as so many draws one by one, and do not depend on which are asked for together."""

import numpy as np
import pytest

from socluster import Scenario
from socluster.whatif.ties.draws_of import DRAWS, probabilities_of_draws, realised_in_block, realised_of_draws
from socluster.whatif.ties.protocol import IndependentTies
from socluster.whatif.ties.rates import Rates, RateTies
from tests.whatif.ties.tie_samples import HUB, models, town, with_hub

EACH = pytest.mark.parametrize("model", models(), ids=repr)


@EACH
@pytest.mark.parametrize("directed", [False, True])
def test_blocks_are_as_frequent_as_the_probabilities_say(model, directed):
    ties = model.fit(with_hub(town(directed=directed)), "Hub", "tie")
    uniforms = np.random.default_rng(1).random((60, DRAWS, len(ties.sources)))
    there = np.array([realised_in_block(ties, own, 5, 3, block) for block, own in enumerate(uniforms)])
    assert there.dtype == bool
    assert there.shape == uniforms.shape
    error = 0.5 / np.sqrt(there[..., 0].size) + 0.5 / np.sqrt(2000)  # of the draws, and of simulated probabilities
    np.testing.assert_allclose(there.mean(axis=(0, 1)), ties.probabilities(None), atol=4 * error)


@EACH
def test_the_probabilities_of_draws_have_the_mean_of_the_probabilities(model):
    ties = model.fit(with_hub(town()), "Hub", "tie")
    drawn = probabilities_of_draws(ties, np.random.default_rng(3), 3000)
    assert drawn.shape == (3000, len(ties.sources))
    np.testing.assert_allclose(drawn.mean(axis=0), ties.probabilities(None), atol=0.06)


@EACH
def test_a_draw_does_not_depend_on_the_others_that_are_asked_for(model):
    joins = Scenario("join").with_actor("Hub", **HUB).with_ties("Hub", model, layer="tie")
    prepared = joins.prepare(town())
    whole = prepared.present_in(5, 60, 200)
    np.testing.assert_array_equal(prepared.present_in(5, 100, 131), whole[40:71])
    np.testing.assert_array_equal(prepared.present(5, 128), whole[68])


class OneByOne:
    """A user's own model, which knows of one draw only."""

    sources, targets = ("Hub", "Hub"), ("School", "NGO")

    def probabilities(self, rng):
        return np.full(2, 0.5 if rng is None else rng.random())

    def realised(self, uniforms, rng):
        return uniforms < self.probabilities(rng)


def test_a_model_that_draws_one_at_a_time_is_asked_for_each():
    ties = OneByOne()
    uniforms = np.random.default_rng(1).random((DRAWS, 2))
    one, two = (realised_in_block(ties, uniforms, 5, seed=3, block=1) for _ in range(2))
    np.testing.assert_array_equal(one, two)
    assert 0.2 < one.mean() < 0.8
    assert (one[:, 0] != one[:, 1]).any()
    rng = np.random.default_rng(2)
    by_hand = [ties.realised(own, rng) for own in uniforms]
    np.testing.assert_array_equal(realised_of_draws(ties, uniforms, np.random.default_rng(2)), by_hand)


class Never(IndependentTies):
    """A model that says anew how one draw is made, and inherits how many are."""

    sources, targets = ("Hub",), ("School",)

    def probabilities(self, rng):
        return np.array([1.0])

    def realised(self, uniforms, rng):
        return np.zeros(1, dtype=bool)


class Certain(RateTies):
    """The same of probabilities."""

    def probabilities(self, rng):
        return np.ones(len(self.sources))


def test_what_a_class_says_anew_of_one_draw_holds_for_many():
    uniforms = np.random.default_rng(1).random((DRAWS, 1))
    assert not realised_in_block(Never(), uniforms, 5, 3, 0).any()
    rates = Rates().fit(with_hub(town()), "Hub", "tie")
    certain = Certain(rates.sources, rates.targets, rates.cells, rates.posterior)
    uniforms = np.random.default_rng(1).random((DRAWS, len(rates.sources)))
    assert realised_in_block(certain, uniforms, 5, 3, 0).all()
    assert probabilities_of_draws(certain, np.random.default_rng(1), 3).min() == 1
