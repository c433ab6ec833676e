"""Bits of a word, against Python."""

import pytest

from socluster._kernels.compiling.bits import lowest_bit, number_of_bits
from socluster._kernels.compiling.compiled import compiled


@compiled("int64(uint64)", lean=True)
def number(bits):
    return number_of_bits(bits)


@compiled("int64(uint64)", lean=True)
def lowest(bits):
    return lowest_bit(bits)


@pytest.mark.parametrize("word", [1, 2, 12, 2**63, 2**64 - 1, 0x9E3779B97F4A7C15])
def test_number_and_lowest(word):
    assert number(word) == word.bit_count()
    assert lowest(word) == (word & -word).bit_length() - 1


def test_nothing_is_set():
    assert number(0) == 0
