"""How differently two rows are tied to all others, profile by profile."""

import numpy as np
import pytest

from socluster._kernels.groups.profiles import correlation_distance, euclidean_distance, mismatch

N = 7


@pytest.fixture(params=[1, 3])
def views(request):
    rng = np.random.default_rng(request.param)
    made = rng.integers(0, 3, (request.param, N, N)).astype(float)
    made[:, np.arange(N), np.arange(N)] = 0
    made[:, 2] = made[:, :, 2] = 0  # nobody's partner
    return list(made)


def compared(views, how):
    """Every pair of rows over all others, one after the other."""
    table = np.zeros((N, N))
    for i in range(N):
        for j in range(N):
            others = [k for k in range(N) if k not in (i, j)]
            x, y = (np.concatenate([view[row, others] for view in views]) for row in (i, j))
            table[i, j] = how(x, y) if i != j else 0.0
    return table


def uncorrelated(x, y):
    return 1 - np.corrcoef(x, y)[0, 1] if np.ptp(x) and np.ptp(y) else np.nan


def test_distances_are_those_of_the_profiles(views):
    assert euclidean_distance(views) == pytest.approx(compared(views, lambda x, y: np.sqrt(((x - y) ** 2).sum())))
    assert mismatch(views) == pytest.approx(compared(views, lambda x, y: (x != y).mean()))
    expected = compared(views, uncorrelated)
    assert correlation_distance(views) == pytest.approx(expected, nan_ok=True)
    assert np.isnan(expected[2, [0, 1, 3]]).all()


@pytest.mark.parametrize("n", [1, 2])
def test_without_others_there_is_no_profile(n):
    nothing = [np.zeros((n, n))]
    assert euclidean_distance(nothing).tolist() == np.zeros((n, n)).tolist()
    for distance in (mismatch(nothing), correlation_distance(nothing)):
        assert (np.isnan(distance) == ~np.eye(n, dtype=bool)).all()
