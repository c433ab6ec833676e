"""The possible ties of one partner: which they are, and the random numbers of models around models."""

import numpy as np
import pytest

from socluster.core.errors import InputError
from socluster.whatif.ties import Closure, Scaled, Stated, fitted
from socluster.whatif.ties.protocol import IndependentTies, StatedTies
from tests.whatif.ties.tie_samples import frequencies, town, with_hub


def test_scrambled_numbers_are_uniform_and_independent():
    numbers = np.random.default_rng(3).random(20000)
    first, second = fitted.scrambled(numbers, 1), fitted.scrambled(numbers, 2)
    assert (fitted.scrambled(numbers, 0) == numbers).all()
    for one, other in ((numbers, first), (numbers, second), (first, second)):
        table, _, _ = np.histogram2d(one, other, bins=10, range=[[0, 1], [0, 1]])
        chi_square = ((table - 200) ** 2 / 200).sum()
        assert 55 < chi_square < 150  # 99 degrees of freedom


@pytest.mark.parametrize("probability", [0.2, 0.6])
def test_stages_within_stages_have_numbers_of_their_own(probability):
    """Every model around another one uses random numbers that the inner one has not used."""
    stated = Stated({"School": 0.5, "Parish": 0.25, "Firm": 1.0})
    inner = Closure(stated, probability)
    cluster = with_hub(town())
    once, other = inner.fit(cluster, "Hub", "tie"), Closure(stated, probability, rounds=2).fit(cluster, "Hub", "tie")
    for outer in (Scaled(inner, 0.5), Scaled(Scaled(inner, 0.5), 0.5)):
        shares = frequencies(outer.fit(cluster, "Hub", "tie")) / np.maximum(once.probabilities(None), 1e-9)
        assert shares[0] == pytest.approx(0.25 if isinstance(outer.model, Scaled) else 0.5, abs=0.05)
        assert shares[1] == pytest.approx(shares[0], abs=0.06)  # Clinic, which only introductions lead to
    nested = Closure(inner, probability).fit(cluster, "Hub", "tie")
    assert nested.stages == other.stages == 2
    assert (nested.probabilities(None) > once.probabilities(None) - 0.03).all()


def test_possible_ties_are_with_everybody_else_once_or_each_way():
    undirected, directed = with_hub(town()), with_hub(town(directed=True))
    others = town().labels
    possible = fitted.possible_ties(undirected, "Hub", "tie")
    assert possible.sources == ("Hub",) * 6
    assert possible.targets == others
    assert fitted.possible_ties(directed, "Hub", "tie", "out").targets == others
    into = fitted.possible_ties(directed, "Hub", "tie", "in")
    assert (into.sources, into.targets) == (others, ("Hub",) * 6)
    both = fitted.possible_ties(directed, "Hub", "tie")
    assert both.sources == ("Hub",) * 6 + others
    assert both.targets == (*others, *["Hub"] * 6)
    in_the_middle = fitted.possible_ties(undirected, "NGO", "tie")
    assert in_the_middle.targets == ("School", "Clinic", "Parish", "Firm", "Court", "Hub")


def test_a_layer_that_is_not_there_yet_has_no_direction():
    cluster = with_hub(town(directed=True))
    assert fitted.is_directed(cluster, "tie")
    assert not fitted.is_directed(cluster, "referral")
    assert fitted.possible_ties(cluster, "Hub", "referral", "in").sources == ("Hub",) * 6
    with pytest.raises(InputError, match="did you mean 'Hub'"):
        fitted.possible_ties(cluster, "Hob", "tie")


def test_impossible_ties_are_left_out_and_found_again():
    possible = fitted.possible_ties(with_hub(town(directed=True)), "Hub", "tie")
    probabilities = np.zeros(12)
    probabilities[[3, 7]] = 0.25, 1.0
    ties = fitted.stated_ties(possible, probabilities)
    assert ties == StatedTies(("Hub", "Clinic"), ("Parish", "Hub"), (0.25, 1.0))
    assert fitted.places_among(ties, possible, directed=True).tolist() == [3, 7]


def test_an_undirected_tie_may_be_written_either_way_round():
    possible = fitted.possible_ties(with_hub(town()), "Hub", "tie")
    ties = StatedTies(("Court", "Hub"), ("Hub", "Clinic"), (0.5, 0.5))
    assert fitted.places_among(ties, possible, directed=False).tolist() == [5, 1]
    with pytest.raises(KeyError):
        fitted.places_among(ties, possible, directed=True)


class Coin(IndependentTies):
    """One tie that is sure or impossible, and nobody knows which."""

    sources, targets = ("Hub",), ("NGO",)

    def probabilities(self, rng):
        return np.array([0.5 if rng is None else float(rng.random() < 0.5)])


def test_a_formula_is_averaged_over_what_is_not_known():
    """The square of the mean is a quarter; the mean of the squares is a half."""
    assert fitted.averaged(StatedTies(("Hub",), ("NGO",), (0.5,)), np.square).tolist() == [0.25]
    mean = fitted.averaged(Coin(), np.square)
    assert mean.tolist() == pytest.approx([0.5], abs=4 * 0.5 / np.sqrt(200))
    assert (fitted.averaged(Coin(), np.square) == mean).all()


def test_simulated_shares_are_near_the_probabilities_and_always_the_same():
    ties = StatedTies(("Hub",) * 4, ("a", "b", "c", "d"), (0.0, 0.2, 0.7, 1.0))
    shares = fitted.simulated(ties)
    assert shares[[0, 3]].tolist() == [0, 1]
    assert shares == pytest.approx(ties.probabilities(None), abs=4 * 0.5 / np.sqrt(2000))
    assert (fitted.simulated(ties) == shares).all()


def test_whoever_says_nothing_of_independence_and_stages_has_neither():
    assert fitted.are_independent(Coin())
    assert not fitted.are_independent(object())
    assert fitted.stages_of(Coin()) == 0
