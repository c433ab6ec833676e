"""Sixty-four distances at a time, against the same in numpy."""

import numpy as np
import pytest

from socluster._kernels.compiling.compiled import compiled
from socluster._kernels.compiling.lanes_steps import first_bit, longer, put

MOST = 2**16 - 1


@compiled("uint64(uint16[:, ::1], int64, uint16[::1], int64, int64)")
def longer_than(distances, cell, away, column, steps):
    return longer(distances, cell, away, column, steps)


@compiled("void(uint16[:, ::1], int64, uint64, int64)")
def written(distances, cell, bits, steps):
    put(distances, cell, bits, steps)


@compiled("int64(uint64)")
def lowest(bits):
    return first_bit(bits)


@pytest.fixture
def distances():
    return np.random.default_rng(1).integers(0, 9, (3, 128)).astype(np.uint16)


def bits_of(marks):
    return sum(1 << int(place) for place in np.flatnonzero(marks))


@pytest.mark.parametrize("steps", [0, 2, 70])
def test_which_distances_are_longer(distances, steps):
    away = np.random.default_rng(2).integers(0, 6, 128).astype(np.uint16)
    for row, column in ((0, 0), (1, 64), (2, 64)):
        marks = distances[row, column : column + 64] > away[column : column + 64].astype(int) + steps
        assert longer_than(distances, row * 128 + column, away, column, steps) == bits_of(marks)


def test_nothing_is_longer_than_a_sum_that_does_not_fit():
    distances = np.full((1, 64), MOST, dtype=np.uint16)
    away = np.full(64, MOST, dtype=np.uint16)
    away[5] = 10
    assert longer_than(distances, 0, away, 0, 1) == 1 << 5
    assert longer_than(distances, 0, away, 0, 0) == 1 << 5


@pytest.mark.parametrize("bits", [0, 1, 1 << 63, 0b1011 << 30, 2**64 - 1])
def test_steps_are_written_where_a_bit_is_set(distances, bits):
    expected = distances.copy()
    expected[1, 64:][[bits >> place & 1 == 1 for place in range(64)]] = 700
    written(distances, 128 + 64, bits, 700)
    assert (distances == expected).all()


@pytest.mark.parametrize("bits", [1, 0b1100, 1 << 63, 2**64 - 2])
def test_the_lowest_bit(bits):
    assert lowest(bits) == (bits & -bits).bit_length() - 1
