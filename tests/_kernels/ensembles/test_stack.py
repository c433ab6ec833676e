"""Bits say who is tied to whom."""

import numpy as np
import pytest

from socluster._kernels.ensembles.dense import tables
from socluster._kernels.ensembles.stack import members_of, number_of_ones
from tests._kernels.ensembles.stacks import SIZES, Sample


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("n", SIZES)
def test_rows_hold_the_ties_of_every_draw(n, directed):
    sample = Sample(n, directed=directed)
    np.testing.assert_array_equal(tables(sample.rows), sample.tables)
    np.testing.assert_array_equal(tables(sample.back), sample.tables.transpose(0, 2, 1))
    np.testing.assert_array_equal(number_of_ones(sample.rows), sample.tables.sum(axis=2))


def test_members_are_the_bits_of_their_group():
    group = np.array([0, 2, 0, 1] * 20)
    found = members_of(group)
    bits = np.unpackbits(found.view(np.uint8), axis=1, bitorder="little")[:, : len(group)]
    np.testing.assert_array_equal(bits, np.arange(3)[:, None] == group)
