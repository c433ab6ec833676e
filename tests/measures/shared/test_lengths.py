"""How long ties are: one step, the inverse of their strength, or what a function makes of it."""

import numpy as np
import pytest
from scipy import sparse

from socluster import InputError
from socluster.measures.shared.lengths import comparable_lengths, lengths

STRENGTH = sparse.csr_array([[0.0, 4.0, 0.5], [0.0, 0.0, 0.0], [2.0, 0.0, 0.0]])


@pytest.mark.parametrize(
    ("cost", "expected"),
    [
        (None, [[0, 1, 1], [0, 0, 0], [1, 0, 0]]),
        ("inverse", [[0, 0.25, 2], [0, 0, 0], [0.5, 0, 0]]),
        (lambda strength: 5 - strength, [[0, 1, 4.5], [0, 0, 0], [3, 0, 0]]),
        (lambda strength: [3, 2, 1], [[0, 3, 2], [0, 0, 0], [1, 0, 0]]),
    ],
    ids=["steps", "inverse", "function", "list of whole numbers"],
)
def test_by_hand(cost, expected):
    found = lengths(STRENGTH, cost)
    assert found.toarray().tolist() == expected
    assert found.dtype == float
    assert STRENGTH.toarray().tolist() == [[0, 4, 0.5], [0, 0, 0], [2, 0, 0]]


def test_a_function_gets_strengths_of_its_own():
    def meddling(strength):
        strength[:] = 7
        return strength

    assert lengths(STRENGTH, meddling).data.tolist() == [7, 7, 7]
    assert STRENGTH.data.tolist() == [4, 0.5, 2]


@pytest.mark.parametrize(
    "cost",
    [
        lambda strength: strength - 4,
        lambda strength: -strength,
        lambda strength: strength * np.nan,
        lambda strength: strength * np.inf,
        lambda strength: strength[:2],
        lambda strength: strength[:, None],
        lambda strength: 1.0,
        lambda strength: [str(each) for each in strength],
        lambda strength: strength > 0,
    ],
    ids=["zero", "negative", "undefined", "endless", "too few", "a table", "one number", "text", "yes or no"],
)
def test_lengths_that_are_none_are_refused(cost):
    with pytest.raises(InputError, match="as many lengths, all positive and finite"):
        lengths(STRENGTH, cost)


def test_an_unknown_cost_is_refused_with_the_nearest():
    with pytest.raises(InputError, match=r"cost must be one of 'inverse'.*did you mean 'inverse'"):
        lengths(STRENGTH, "invers")


def test_no_ties_have_no_lengths():
    nothing = sparse.csr_array((2, 2), dtype=float)
    assert lengths(nothing, "inverse").nnz == 0
    assert lengths(nothing, lambda strength: 1 / strength).nnz == 0


def test_lengths_that_are_too_far_apart_are_refused():
    """In any unit: it is the ratio that counts."""

    def apart(ratio, unit):
        return sparse.csr_array([[0.0, unit], [ratio * unit, 0.0]])

    for unit in (1e-200, 1.0, 1e200):
        assert comparable_lengths(apart(1e14, unit), "inverse").nnz == 2
        with pytest.raises(InputError, match="fifteen orders of magnitude"):
            comparable_lengths(apart(1e16, unit), "inverse")
