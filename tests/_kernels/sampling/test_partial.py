"""t statistics from inner products, against ordinary least squares."""

import numpy as np
import pytest

from socluster._kernels.sampling.partial import Moments, partial_t


def moments(x, others, y, *, orthonormal=False):
    """The inner products of one draw."""
    freedom = np.array([len(y) - others.shape[1] - 1])
    oo = None if orthonormal else (others.T @ others)[None]
    return Moments(
        np.array([x @ x]), np.array([x @ y]), np.array([y @ y]), (x @ others)[None], (y @ others)[None], oo, freedom
    )


def least_squares_t(x, others, y):
    X = np.column_stack([x, others])
    b, *_ = np.linalg.lstsq(X, y, rcond=None)
    rest = y - X @ b
    return b[0] / np.sqrt(rest @ rest / (len(y) - X.shape[1]) * np.linalg.inv(X.T @ X)[0, 0])


@pytest.fixture
def data():
    rng = np.random.default_rng(3)
    others = np.column_stack([np.ones(40), rng.normal(size=(40, 2))])
    x = rng.normal(size=40) + others[:, 1]
    return x, others, 0.5 * x - others[:, 2] + rng.normal(size=40)


def test_it_is_that_of_least_squares(data):
    assert partial_t(moments(*data)) == pytest.approx([least_squares_t(*data)])


def test_others_that_are_orthonormal_need_no_solving(data):
    x, others, y = data
    basis, _ = np.linalg.qr(others)
    assert partial_t(moments(x, basis, y, orthonormal=True)) == pytest.approx([least_squares_t(*data)])


def test_no_other_columns(data):
    x, _, y = data
    nothing = np.empty((40, 0))
    assert partial_t(moments(x, nothing, y)) == pytest.approx([least_squares_t(x, nothing, y)])


def test_a_column_that_the_others_hold_has_none(data):
    _, others, y = data
    assert np.isnan(partial_t(moments(others[:, 1] + 2, others, y))).all()


def test_what_is_explained_without_a_rest_is_endless(data):
    x, others, _ = data
    assert partial_t(moments(x, others, 3 * x + others[:, 0])).tolist() == [np.inf]


def test_others_that_depend_on_each_other_spoil_their_own_draw_only(data):
    x, others, y = data
    fine = moments(x, others, y)
    twice = others.copy()
    twice[:, 2] = twice[:, 1]
    bad = moments(x, twice, y)
    both = Moments(*(np.concatenate([one, other]) for one, other in zip(fine, bad, strict=True)))
    found = partial_t(both)
    assert found[0] == pytest.approx(least_squares_t(*data))
    assert np.isnan(found[1]) or abs(found[1]) < 1e6


@pytest.mark.parametrize("unit", [1e-6, 1e6])
def test_the_unit_of_the_outcome_does_not_matter(data, unit):
    x, others, y = data
    assert partial_t(moments(x, others, unit * y)) == pytest.approx([least_squares_t(*data)])
    assert partial_t(moments(x, others, unit * (3 * x + others[:, 0]))).tolist() == [np.inf]
