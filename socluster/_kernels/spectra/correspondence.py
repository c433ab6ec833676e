"""Correspondence analysis: rows and columns of a table as points of one space."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from socluster._kernels.products import Vector

__all__ = ["PrincipalPoints", "correspondences"]


@dataclass(frozen=True)
class PrincipalPoints:
    """Points of rows and columns, in principal coordinates.

    Parameters
    ----------
    rows, columns : array
        A point for each; NaN for an empty one.
    inertia : array
        What every axis holds of the inertia, all axes, the largest first.
    """

    rows: Vector
    columns: Vector
    inertia: Vector


def correspondences(table: Vector, dimensions: int) -> PrincipalPoints:
    """Return the points on so many axes; those that the table does not have are 0."""
    total = table.sum()
    mass_of_rows, mass_of_columns = table.sum(axis=1) / total, table.sum(axis=0) / total
    used_rows, used_columns = mass_of_rows > 0, mass_of_columns > 0
    r, c = mass_of_rows[used_rows], mass_of_columns[used_columns]
    expected = np.outer(r, c)
    residuals = (table[used_rows][:, used_columns] / total - expected) / np.sqrt(expected)
    left, singular, right = np.linalg.svd(residuals, full_matrices=False)
    axes = min(len(singular), len(r) - 1, len(c) - 1)  # what is left of the margins is rounding
    singular = np.where(singular > 1e-9, singular, 0.0)[:axes]
    rows, columns = (np.full((len(mass), dimensions), np.nan) for mass in (mass_of_rows, mass_of_columns))
    rows[used_rows] = columns[used_columns] = 0.0
    for axis in range(min(axes, dimensions)):
        row, column = left[:, axis] * singular[axis] / np.sqrt(r), right[axis] * singular[axis] / np.sqrt(c)
        sign = np.sign(row[np.argmax(abs(row) > abs(row).max() * (1 - 1e-9))]) or 1.0
        rows[used_rows, axis], columns[used_columns, axis] = row * sign, column * sign
    return PrincipalPoints(rows, columns, singular**2)
