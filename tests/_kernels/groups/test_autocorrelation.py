import numpy as np
import pytest
from scipy import sparse

from socluster._kernels.groups.autocorrelation import autocorrelations, autocorrelations_by_chance

PATH = sparse.csr_array(np.eye(4, k=1) + np.eye(4, k=-1))


def test_a_path_by_hand():
    """1 2 3 4 along a path: mean 2.5, squares 5, products of neighbours 1.25, squared steps 1 each, six cells."""
    rows = np.array([[1.0, 2.0, 3.0, 4.0]])
    assert autocorrelations(PATH, rows, "moran")[0] == pytest.approx(4 / 6 * 2.5 / 5)
    assert autocorrelations(PATH, rows, "geary")[0] == pytest.approx(3 / 12 * 6 / 5)


def test_several_rows_are_as_one_by_one():
    rows = np.random.default_rng(3).normal(size=(5, 4))
    for variant in ("moran", "geary"):
        each = [autocorrelations(PATH, row[None, :], variant)[0] for row in rows]
        assert autocorrelations(PATH, rows, variant) == pytest.approx(each)


def test_equal_numbers_and_no_ties_are_undefined():
    nothing = sparse.csr_array((4, 4))
    for variant in ("moran", "geary"):
        assert np.isnan(autocorrelations(PATH, np.ones((1, 4)), variant)).all()
        assert np.isnan(autocorrelations(nothing, np.arange(4.0)[None, :], variant)).all()
        assert np.isnan(autocorrelations(sparse.csr_array((0, 0)), np.zeros((2, 0)), variant)).all()


def test_draws_do_not_depend_on_how_many_are_held_at_a_time(monkeypatch):
    values = np.arange(4.0)
    at_once = autocorrelations_by_chance(PATH, values, "moran", 10, np.random.default_rng(1))
    monkeypatch.setattr("socluster._kernels.groups.autocorrelation.CELLS", 8)
    in_pieces = autocorrelations_by_chance(PATH, values, "moran", 10, np.random.default_rng(1))
    assert at_once == pytest.approx(in_pieces)
    assert len(set(at_once.round(9))) > 1
