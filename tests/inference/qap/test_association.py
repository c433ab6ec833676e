"""Statistics of two matrices from sums, against scipy and counting."""

import numpy as np
import pytest
from scipy import stats

from socluster.inference.qap.association import STATISTICS, Sums, as_statistic, centre_of, prepared

RNG = np.random.default_rng(2)
X, Y = RNG.integers(0, 3, 50).astype(float), RNG.integers(0, 4, 50).astype(float)


def of(statistic, x=X, y=Y):
    one, other = prepared(x, statistic), prepared(y, statistic)
    moments = (len(x), one.sum(), other.sum(), one @ one, other @ other, one @ other)
    return float(as_statistic(statistic, Sums(*(np.asarray(each, dtype=float) for each in moments))))


def test_they_are_what_they_are_called():
    assert of("pearson") == pytest.approx(stats.pearsonr(X, Y).statistic)
    assert of("spearman") == pytest.approx(stats.spearmanr(X, Y).statistic)
    assert of("matching") == pytest.approx(((X > 0) == (Y > 0)).mean())
    assert of("jaccard") == pytest.approx(((X > 0) & (Y > 0)).sum() / ((X > 0) | (Y > 0)).sum())
    assert of("hubert") == pytest.approx(X @ Y)


def test_correlations_of_what_does_not_vary_are_undefined():
    assert np.isnan(of("pearson", np.full(50, 0.1)))
    assert np.isnan(of("spearman", np.ones(50)))


@pytest.mark.parametrize("statistic", STATISTICS)
def test_nothing_known_is_undefined(statistic):
    assert np.isnan(of(statistic, np.zeros(0), np.zeros(0)))


def test_correlations_are_sums_over_few():
    assert (prepared(np.array([7.0, 7.0, 7.0, 9.0]), "pearson") != 0).sum() == 1


def test_the_centre():
    assert centre_of("pearson", np.array([0.2, 0.4])) == 0
    assert centre_of("jaccard", np.array([0.2, 0.4, np.nan])) == pytest.approx(0.3)
    assert centre_of("jaccard", np.array([np.nan])) == 0
