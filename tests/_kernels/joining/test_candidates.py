"""Tables with a row per candidate."""

import numpy as np

from socluster._kernels.joining.candidates import inverse, owners, sums, with_newcomer


def test_nothing_has_no_inverse():
    assert inverse(np.array([2.0, 0.0, 0.5])).tolist() == [0.5, 0.0, 2.0]


def test_every_partner_belongs_to_a_candidate():
    assert owners(np.array([0, 2, 2, 5])).tolist() == [0, 0, 2, 2, 2]
    assert owners(np.array([0])).tolist() == []


def test_sums_by_code_are_floats_though_there_is_nothing_to_add():
    assert sums(np.array([2, 0, 2]), np.array([1.0, 4.0, 0.5]), 4).tolist() == [4.0, 0.0, 1.5, 0.0]
    nothing = sums(np.array([], dtype=int), np.array([]), 2)
    assert (nothing.tolist(), nothing.dtype) == ([0.0, 0.0], np.float64)


def test_the_newcomer_comes_last():
    assert with_newcomer(np.array([1, 2]), np.array([7, 8, 9])).tolist() == [[1, 2, 7], [1, 2, 8], [1, 2, 9]]
    tables = with_newcomer(np.zeros((2, 3), dtype=int), np.ones((4, 3), dtype=int))
    assert (tables.shape, tables.dtype) == ((4, 3, 3), np.dtype(int))
    assert tables.sum(axis=(1, 2)).tolist() == [3] * 4
