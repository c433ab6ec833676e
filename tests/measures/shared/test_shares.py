"""Parts of the most that is possible."""

import numpy as np
import pytest

from socluster.measures.shared.shares import divided


def test_by_hand():
    assert divided(np.array([0.0, 2.0, 8.0]), 8).tolist() == [0, 0.25, 1]


@pytest.mark.parametrize("most", [0, -1])
def test_where_nothing_is_possible_nothing_is_defined(most):
    values = np.array([[1.0, 2.0], [0.0, 3.0]])
    assert np.isnan(divided(values, most)).all()
    assert divided(values, most).shape == (2, 2)
