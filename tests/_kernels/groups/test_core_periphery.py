"""The core that fits best, against trying every set."""

import itertools

import numpy as np
import pytest
from scipy import sparse

from socluster._kernels.groups import core_periphery
from socluster._kernels.groups.core_periphery import best_core
from tests._kernels.networks import random_network


def fit(table, core, pattern):
    """The correlation of all cells beside the diagonal with the ideal pattern."""
    inside, outside = np.outer(core, core), np.outer(~core, ~core)
    counted = ~np.eye(len(core), dtype=bool)
    ideal = inside.astype(float)
    if pattern == "or":
        ideal = (~outside).astype(float)
    if pattern == "missing":
        counted &= inside | outside
    x, y = table[counted], ideal[counted]
    return np.corrcoef(x, y)[0, 1] if x.size and np.ptp(x) and np.ptp(y) else -np.inf


@pytest.mark.parametrize("pattern", ["missing", "or", "and"])
@pytest.mark.parametrize("directed", [True, False])
def test_every_core_is_tried(pattern, directed):
    ties = random_network(8, 24, directed=directed)
    table = ties.toarray()
    cores = [np.array(core) for core in itertools.product([False, True], repeat=8)]
    fits = np.array([fit(table, core, pattern) for core in cores])
    found = best_core(ties, pattern, 0)
    assert found.proven
    assert found.correlation == pytest.approx(fits.max())
    assert fit(table, found.core, pattern) == pytest.approx(fits.max())
    assert found.optima == (fits > fits.max() - 1e-9).sum()


@pytest.mark.parametrize("pattern", ["missing", "or", "and"])
def test_the_search_finds_what_trying_all_finds(monkeypatch, pattern):
    for seed in range(4):
        ties = random_network(13, 50, directed=False, seed=seed)
        expected = best_core(ties, pattern, 0)
        monkeypatch.setattr(core_periphery, "EXHAUSTIVE", 0)
        found = best_core(ties, pattern, 13)
        monkeypatch.undo()
        assert not found.proven
        assert found.optima is None
        assert found.correlation == pytest.approx(expected.correlation)
        assert fit(ties.toarray(), found.core, pattern) == pytest.approx(found.correlation)


def test_an_ideal_core_fits_wholly():
    core = np.arange(30) < 6
    table = np.outer(core, core).astype(float)
    np.fill_diagonal(table, 0)
    found = best_core(sparse.csr_array(table), "and", 5)
    assert found.correlation == pytest.approx(1)
    assert found.core.tolist() == core.tolist()


@pytest.mark.parametrize("n", [0, 1, 3, 25])
def test_without_ties_there_is_no_core(n):
    found = best_core(sparse.csr_array((n, n)), "missing", 2)
    assert np.isnan(found.correlation)
    assert not found.core.any()
