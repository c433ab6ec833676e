"""Positions by iterated correlations, and alike ties to alike rows."""

import numpy as np
import pytest

from socluster._kernels.groups.roles import concor, rege


def correlation_of(blocks, noise=0.0):
    """Rows of one block correlate by 0.9, others by -0.3 or so."""
    blocks = np.array(blocks)
    table = np.where(blocks[:, None] == blocks, 0.9, -0.3)
    table = table + noise * np.random.default_rng(1).uniform(-1, 1, table.shape)
    table = (table + table.T) / 2
    np.fill_diagonal(table, 1)
    return table


def same(codes):
    return np.equal.outer(codes, codes)


def test_a_split_separates_what_correlates():
    blocks = [0, 1, 0, 1, 1, 0, 0]
    found = concor(correlation_of(blocks, noise=0.1), 1)
    assert (same(found) == same(np.array(blocks))).all()


def test_two_rounds_make_four_positions():
    table = np.full((8, 8), -0.4)
    table[:4, :4] = table[4:, 4:] = 0.2
    for start in range(0, 8, 2):
        table[start : start + 2, start : start + 2] = 0.9
    np.fill_diagonal(table, 1)
    assert concor(table, 0).tolist() == [0] * 8
    assert concor(table, 1).tolist() == [0] * 4 + [1] * 4
    assert concor(table, 2).tolist() == [0, 0, 1, 1, 2, 2, 3, 3]


def test_what_all_correlates_is_one_position():
    assert concor(correlation_of([0] * 5), 3).tolist() == [0] * 5
    assert concor(np.eye(2), 3).tolist() == [0, 0]


def tree(n_middle, n_low):
    """A head over the middle, each of whom is over some of the low; ties run downwards."""
    n = 1 + n_middle + n_middle * n_low
    ties = np.zeros((n, n))
    ties[0, 1 : 1 + n_middle] = 1
    for middle in range(n_middle):
        first = 1 + n_middle + middle * n_low
        ties[1 + middle, first : first + n_low] = 1
    return ties


@pytest.mark.parametrize("iterations", [1, 3, 10])
def test_levels_of_a_hierarchy_are_alike(iterations):
    ties = tree(3, 2)
    level = np.array([0] + [1] * 3 + [2] * 6)
    alike = rege([ties], iterations)
    assert alike == pytest.approx(alike.T)
    assert (alike >= 0).all()
    assert (alike <= 1 + 1e-12).all()
    assert alike[same(level)] == pytest.approx(1)
    assert alike[~same(level)].max() < 1 - 1e-3


def by_definition(matrices, iterations):
    """White and Reitz's algorithm, as the sum over ties of the best match, pair by pair."""
    total = sum(matrix + matrix.T for matrix in matrices)
    tied = total.sum(axis=1) > 0
    alike = np.equal.outer(tied, tied).astype(float)

    def matched(i, j):
        return sum(
            max(
                alike[k, m] * sum(min(x[i, k], x[j, m]) + min(x[k, i], x[m, j]) for x in matrices)
                for m in np.flatnonzero(total[j])
            )
            for k in np.flatnonzero(total[i])
        )

    for _ in range(iterations):
        new = alike.copy()
        for i in np.flatnonzero(tied):
            for j in np.flatnonzero(tied):
                if i != j:
                    new[i, j] = (matched(i, j) + matched(j, i)) / (total[i].sum() + total[j].sum())
        alike = new
    return alike


@pytest.mark.parametrize("relations", [1, 2])
def test_it_is_the_best_match_of_ties_both_ways(relations):
    rng = np.random.default_rng(relations)
    matrices = list(rng.integers(0, 3, (relations, 7, 7)) * (rng.random((relations, 7, 7)) < 0.4))
    for matrix in matrices:
        np.fill_diagonal(matrix, 0)
        matrix[6] = matrix[:, 6] = 0
    matrices = [matrix.astype(float) for matrix in matrices]
    for iterations in (0, 1, 4):
        assert rege(matrices, iterations) == pytest.approx(by_definition(matrices, iterations))
