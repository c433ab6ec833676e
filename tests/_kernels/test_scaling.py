import numpy as np
import pytest
from scipy import sparse

from socluster._kernels.scaling import at_most_one, exponent, scaled


@pytest.mark.parametrize("power", [-1000, -1, 0, 1, 1000])
def test_no_digit_changes(power):
    values = np.array([0.1, -0.7, 3.0, 0.0])
    assert scaled(np.ldexp(values, power)).tolist() == (values / 4).tolist()
    assert exponent(np.ldexp(values, power)) == power + 2


def test_nothing_to_scale():
    assert scaled(np.zeros(2)).tolist() == [0, 0]
    assert scaled(np.zeros(0)).tolist() == []


def test_a_matrix_is_left_as_it_was():
    given = sparse.csr_array(np.array([[0, 8], [2, 0]]))
    assert at_most_one(given).toarray().tolist() == [[0, 0.5], [0.125, 0]]
    assert given.toarray().tolist() == [[0, 8], [2, 0]]


def test_the_largest_may_be_below_zero():
    assert scaled(np.array([-12.0, 1.0])).tolist() == [-0.75, 0.0625]
