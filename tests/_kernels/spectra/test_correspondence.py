import numpy as np
import pytest

from socluster._kernels.spectra.correspondence import correspondences

# Greenacre (1984): smoking in five groups of staff, the example of R's package ca; inertias as it prints them.
SMOKE = np.array([[4, 2, 3, 2], [4, 3, 7, 4], [25, 10, 12, 4], [18, 24, 33, 13], [10, 6, 7, 2]], dtype=float)


def test_smoking_of_staff_as_published():
    found = correspondences(SMOKE, 2)
    assert found.inertia == pytest.approx([0.074759, 0.010017, 0.000414], abs=5e-7)
    assert abs(found.rows[:, 0]) == pytest.approx([0.0658, 0.2590, 0.3806, 0.2330, 0.2011], abs=5e-5)
    assert abs(found.columns[:, 0]) == pytest.approx([0.3933, 0.0995, 0.1963, 0.2938], abs=5e-5)


def test_distances_of_rows_are_chi_squared_distances_on_all_axes():
    found = correspondences(SMOKE, 3)
    profiles = SMOKE / SMOKE.sum(axis=1, keepdims=True)
    mass = SMOKE.sum(axis=0) / SMOKE.sum()
    apart = np.sqrt((((profiles[:, None] - profiles[None, :]) ** 2) / mass).sum(axis=2))
    shown = np.sqrt(((found.rows[:, None] - found.rows[None, :]) ** 2).sum(axis=2))
    assert shown == pytest.approx(apart)


def test_empty_rows_and_columns_have_no_place():
    padded = np.zeros((6, 5))
    padded[:5, :4] = SMOKE
    found, plain = correspondences(padded, 2), correspondences(SMOKE, 2)
    assert np.isnan(found.rows[5]).all()
    assert np.isnan(found.columns[4]).all()
    assert found.rows[:5] == pytest.approx(plain.rows)
    assert found.inertia == pytest.approx(plain.inertia)


@pytest.mark.parametrize("table", [SMOKE, SMOKE[::-1], SMOKE[:, ::-1]])
def test_the_farthest_row_of_every_axis_is_on_its_positive_side(table):
    found = correspondences(table, 3)
    for axis in found.rows.T:
        assert axis[np.argmax(abs(axis))] > 0
