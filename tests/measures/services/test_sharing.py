"""Sharing out capacities, against enumeration of whole shares."""

import itertools

import numpy as np
import pytest

from socluster.measures.services.sharing import Sharing


def by_enumeration(amounts, capacity, serves):
    """All ways to share out whole units; with whole amounts some best way is whole."""
    pairs = [(offer, need) for offer, need in np.argwhere(serves)]
    best, ways = -1, []
    for shares in itertools.product(*(range(min(capacity[o], amounts[n]) + 1) for o, n in pairs)):
        met, used = np.zeros(len(amounts)), np.zeros(len(capacity))
        for (offer, need), share in zip(pairs, shares, strict=True):
            met[need] += share
            used[offer] += share
        if (met <= amounts).all() and (used <= capacity).all():
            if met.sum() > best:
                best, ways = met.sum(), []
            if met.sum() == best:
                ways.append(met)
    return best, np.min(ways, axis=0), np.max(ways, axis=0)


@pytest.mark.parametrize("seed", range(8))
def test_total_and_bounds(seed):
    rng = np.random.default_rng(seed)
    amounts, capacity = rng.integers(0, 4, 3), rng.integers(1, 4, 2)
    serves = rng.random((2, 3)) < 0.7
    total, low, high = by_enumeration(amounts, capacity, serves)
    shared = Sharing(amounts.astype(float), capacity.astype(float), serves)
    assert shared.total == pytest.approx(total)
    found = shared.bounds()
    assert found[0] == pytest.approx(low, abs=1e-6)
    assert found[1] == pytest.approx(high, abs=1e-6)


def test_nothing_to_share():
    empty = Sharing(np.zeros(0), np.zeros(0), np.zeros((0, 0), dtype=bool))
    assert empty.total == 0
    assert empty.bounds()[0].size == 0
    nobody = Sharing(np.array([5.0]), np.array([3.0]), np.array([[False]]))
    assert nobody.total == 0
