"""Loops and numpy give the same; whole numbers to the bit."""

import numpy as np
import pytest

from socluster._kernels.ensembles import families
from tests._kernels.ensembles.stacks import Sample


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("n", [5, 40])
def test_both_ways_agree(n, directed):
    sample = Sample(n, directed=directed, seed=7)
    ties = sample.rows, sample.back
    group = np.arange(n) % 4
    for ask in (
        lambda way: families.distances(sample.back, compiled=way),
        lambda way: families.closed(*ties, compiled=way),
        lambda way: families.roles(*ties, group, compiled=way),
        lambda way: families.parts(sample.rows | sample.back, compiled=way),
        lambda way: families.reached_from(sample.back, compiled=way)[0],
    ):
        np.testing.assert_array_equal(ask(True), ask(False))
    for one, other in zip(*(families.betweenness(*ties, compiled=way) for way in (True, False)), strict=True):
        np.testing.assert_allclose(one, other, rtol=1e-12, atol=1e-12)


def test_no_draws_are_no_answers():
    sample = Sample(5, directed=False)
    for way in (True, False):
        assert families.distances(sample.back[:0], compiled=way).shape == (0, 6)
        assert families.closed(sample.rows[:0], sample.back[:0], compiled=way).shape == (0,)
