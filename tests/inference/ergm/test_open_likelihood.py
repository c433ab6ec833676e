"""Estimates that only look like some, because unknown dyads leave the likelihood open."""

import numpy as np
import pytest

import socluster as sc
from socluster.inference.ergm.estimation.climbing import Rules
from socluster.inference.ergm.exact import how_exactly
from socluster.inference.ergm.existence import NoMaximumError
from socluster.inference.ergm.maximum import maximum_of
from socluster.inference.ergm.model import model_of
from tests.inference.ergm.networks import cluster_of_matrix

TERMS = (sc.terms.edges(), sc.terms.mutual(), sc.terms.gwesp(0.5))


def network(n, *, known_empty):
    """Return a network in which each pair is tied, in one direction or both, or half unknown, but for so many."""
    rng = np.random.default_rng(3)
    pairs = [(i, j) for i in range(n) for j in range(i + 1, n)]
    rng.shuffle(pairs)
    matrix, unknown = np.zeros((n, n), dtype=int), []
    for place, (i, j) in enumerate(pairs):
        if place < known_empty:
            continue
        if place < 16:
            matrix[(i, j) if rng.random() < 0.5 else (j, i)] = 1
        elif place < 23:
            matrix[i, j] = matrix[j, i] = 1
        else:
            unknown.append((int(i), int(j)))
    return cluster_of_matrix(matrix, directed=True, unknown=unknown)


def test_a_dependent_model_that_unknown_dyads_leave_open_is_refused_by_name():
    model = model_of(network(8, known_empty=0), TERMS)
    assert how_exactly(model) is None
    with pytest.raises(NoMaximumError, match=r"as far as simulated networks tell.*'edges' up and 'mutual' down"):
        maximum_of(model, 5, Rules())


def test_pairs_that_are_known_to_be_empty_close_it():
    found = maximum_of(model_of(network(8, known_empty=5), TERMS), 5, Rules())
    assert found.settled
    assert (np.abs(found.coefficients) < 5).all()


def test_it_is_said_in_lithuanian():
    with pytest.raises(NoMaximumError) as told:
        maximum_of(model_of(network(8, known_empty=0), TERMS), 5, Rules())
    assert "imituoti tinklai" in str(told.value.in_language("lt"))
