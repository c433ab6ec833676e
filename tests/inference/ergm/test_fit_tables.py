"""Rows of coefficients and of chains, by hand."""

import numpy as np
import pytest

from socluster.inference.ergm.estimate import Estimate
from socluster.inference.ergm.fit_tables import chain_table, coefficient_table

NAMES = ("edges", "triangle")


def test_a_row_per_coefficient():
    estimate = Estimate("mcmle", np.array([-1.0, 0.5]), np.diag([0.25, 0.04]), np.array([0.01, 0.0]))
    table = coefficient_table(estimate, NAMES, 0.95)
    assert table.index.tolist() == list(NAMES)
    assert table["z"].tolist() == pytest.approx([-2.0, 2.5])
    assert table["p"].tolist() == pytest.approx([0.0455, 0.0124], abs=1e-4)  # of a table of the normal curve
    assert (table["high"] - table["low"]).tolist() == pytest.approx([2 * 1.959964 * 0.5, 2 * 1.959964 * 0.2])


def test_a_row_per_statistic_and_network():
    drawn = np.arange(12.0).reshape(2, 3, 2)  # two chains of three networks of two statistics
    table = chain_table(drawn, NAMES, np.array([20.0, 3.0]))
    assert len(table) == 12
    assert table.loc["triangle", "chain"].tolist() == [1, 1, 1, 2, 2, 2]
    assert table.loc["triangle", "draw"].tolist() == [1, 2, 3, 1, 2, 3]
    assert table.loc["triangle", "value"].tolist() == [1, 3, 5, 7, 9, 11]
    assert set(table.loc["edges", "observed"]) == {20}
