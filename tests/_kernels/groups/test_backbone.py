"""Probabilities of affiliations from degrees, and exact tails."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from socluster._kernels.groups.backbone import affiliation_probabilities, at_least


@given(st.integers(1, 6), st.integers(1, 6), st.data())
def test_expected_degrees_are_the_observed_ones(n, m, data):
    cells = data.draw(st.lists(st.lists(st.booleans(), min_size=m, max_size=m), min_size=n, max_size=n))
    table = np.array(cells, dtype=int)
    probability = affiliation_probabilities(table.sum(axis=1), table.sum(axis=0))
    assert ((probability >= 0) & (probability <= 1)).all()
    assert probability.sum(axis=1) == pytest.approx(table.sum(axis=1), abs=1e-8)
    assert probability.sum(axis=0) == pytest.approx(table.sum(axis=0), abs=1e-8)


def test_odds_are_a_product_of_a_row_and_a_column():
    probability = affiliation_probabilities(np.array([1, 2, 3, 2]), np.array([1, 2, 2, 3]))
    log_odds = np.log(probability / (1 - probability))
    centred = log_odds - log_odds.mean(axis=0) - log_odds.mean(axis=1)[:, None] + log_odds.mean()
    assert centred == pytest.approx(np.zeros((4, 4)), abs=1e-7)


def test_who_belongs_everywhere_or_nowhere_leaves_no_choice():
    probability = affiliation_probabilities(np.array([3, 0, 1, 1]), np.array([1, 2, 2]))
    assert probability[:2].tolist() == [[1, 1, 1], [0, 0, 0]]
    assert probability[2:, 0].tolist() == [0, 0]
    assert probability[2:, 1:] == pytest.approx(np.full((2, 2), 0.5))


@given(st.lists(st.floats(0, 1), max_size=7), st.data())
def test_tails_are_those_of_all_outcomes(chances, data):
    observed = data.draw(st.integers(0, len(chances)))
    tail = 0.0
    for outcome in itertools.product([0, 1], repeat=len(chances)):
        if sum(outcome) >= observed:
            tail += np.prod(
                [chance if happens else 1 - chance for chance, happens in zip(chances, outcome, strict=True)]
            )
    found = at_least(np.array([observed]), np.array([chances]).reshape(1, -1))
    assert found == pytest.approx([tail], abs=1e-12)


def test_equal_chances_are_a_binomial_and_tiny_tails_keep_their_digits():
    observed = np.arange(0, 61, 6)
    found = at_least(observed, np.full((len(observed), 60), 0.02))
    assert found == pytest.approx(stats.binom.sf(observed - 1, 60, 0.02), rel=1e-9)
    assert found[-1] == pytest.approx(0.02**60, rel=1e-12)
