"""The tolerance of path lengths: above what rounding makes, below what differs in the data."""

import math

import numpy as np

from socluster._kernels.paths.equal_lengths import SAME_LENGTH, WIDEST


def test_rounding_over_a_long_path_is_tolerated():
    lengths = np.full(400_000, 1 / 3)
    off = abs(lengths.cumsum()[-1] - math.fsum(lengths)) / math.fsum(lengths)
    assert 0 < off < SAME_LENGTH / 2


def test_the_digits_that_sums_are_held_with_are_enough():
    digits = -2 * math.log10(np.finfo(float).eps / 2)  # of a sum in two numbers
    assert digits + math.log10(SAME_LENGTH) - math.log10(WIDEST) > 6
