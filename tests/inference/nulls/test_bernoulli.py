"""Independent ties: closed forms of what they give."""

import numpy as np
import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.inference.nulls.base import streams_of
from tests.inference.nulls.uniformity import small

DRAWS = 1200


def triangles(cluster):
    ties = cluster.shared_matrix()
    return float((ties @ ties).multiply(ties).sum() / 6)


def test_triangles_have_the_mean_and_variance_of_the_closed_form():
    """Mean C(n,3) p^3; triangles that share two actors depend on each other by their common tie."""
    n, p = 8, 0.4
    cluster = small(directed=False, ties=["ab"], n=n)
    null = sc.nulls.Bernoulli(p)
    found = [triangles(each) for each in null.fitted(cluster).clusters(streams_of(1, 0, DRAWS))]
    number = 56  # C(8, 3)
    pairs = number * 3 * (n - 3)  # ordered pairs of triangles with one tie in common
    variance = number * (p**3 - p**6) + pairs * (p**5 - p**6)
    assert np.mean(found) == pytest.approx(number * p**3, abs=4 * np.sqrt(variance / DRAWS))
    assert np.var(found) == pytest.approx(variance, rel=0.2)


def test_the_density_is_the_observed_one_on_average():
    knoke = sc.load_dataset("knoke").layer("money")
    found = [each.n_ties for each in sc.nulls.Bernoulli().fitted(knoke).clusters(streams_of(1, 0, DRAWS))]
    p = 22 / 90
    assert np.mean(found) == pytest.approx(22, abs=4 * np.sqrt(90 * p * (1 - p) / DRAWS))
    assert np.var(found) == pytest.approx(90 * p * (1 - p), rel=0.2)


@pytest.mark.parametrize("density", [-0.1, 1.1, float("nan"), "x", True])
def test_a_density_is_a_share(density):
    with pytest.raises(InputError, match="density must be a number from 0 to 1"):
        sc.nulls.Bernoulli(density)


def test_it_says_which_density():
    assert "0.3" in sc.nulls.Bernoulli(0.3).kept()
    assert "all networks" in sc.nulls.Bernoulli(0.5).kept()
    assert "as observed" in sc.nulls.Bernoulli().kept()
