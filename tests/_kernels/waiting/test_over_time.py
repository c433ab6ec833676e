"""The distribution over time: by uniformisation as by the exponential of the matrix, and in the long run stationary."""

import numpy as np
import pytest
from scipy.linalg import expm

from socluster._kernels.waiting.erlang import birth_death
from socluster._kernels.waiting.over_time import after


def rates(n=12):
    rng = np.random.default_rng(5)
    return rng.uniform(0, 9, n), rng.uniform(0.5, 9, n)


@pytest.mark.parametrize("time", [0.0, 0.01, 1.0, 20.0])
def test_as_the_exponential_of_the_matrix(time):
    births, deaths = rates()
    matrix = np.diag(births, 1) + np.diag(deaths, -1)
    matrix -= np.diag(matrix.sum(axis=1))
    start = np.eye(13)[4]
    ended, inside = after(start, births, deaths, time)
    assert ended == pytest.approx(start @ expm(matrix * time), abs=1e-12)
    assert inside.sum() == pytest.approx(time)
    # the integral of p is p expm of the matrix that has p' beside it
    beside = np.block([[matrix, np.eye(13)], [np.zeros((13, 26))]])
    assert inside == pytest.approx(start @ expm(beside * time)[:13, 13:], abs=1e-10)


def test_in_the_long_run_it_is_stationary_however_many_steps_that_takes():
    births, deaths = rates()
    ended, _ = after(np.eye(13)[0], births * 100, deaths * 100, 50.0)
    assert ended == pytest.approx(birth_death(births, deaths), abs=1e-10)


def test_nothing_happens_without_rates():
    start = np.array([0.25, 0.75])
    ended, inside = after(start, np.zeros(1), np.zeros(1), 3.0)
    assert ended.tolist() == start.tolist()
    assert inside.tolist() == [0.75, 2.25]
