"""The loop over losses, on networks small enough to reckon by hand."""

import numpy as np

from socluster._kernels.compiling.compiled import load


def lost(n, ties, lengths, *, by_tie, sources):
    """The ties are undirected; both directions are cells."""
    cells = sorted([*((a, b, length) for (a, b), length in zip(ties, lengths, strict=True)),
                    *((b, a, length) for (a, b), length in zip(ties, lengths, strict=True))])  # fmt: skip
    starts = np.searchsorted([row for row, _, _ in cells], np.arange(n + 1)).astype(np.int64)
    columns, length = np.array([col for _, col, _ in cells]), np.array([float(each) for _, _, each in cells])
    losses = len(cells) if by_tie else n
    change, pairs = np.zeros(losses), np.zeros((losses, 2), np.int64)
    room = np.empty((2, n)), np.empty((9, n), np.int64), np.empty(99), np.empty(99, np.int64)
    arrays = starts, columns, length, starts, columns, length
    load("losing.loops_each").without_each(by_tie, len(set(lengths)) == 1, *arrays, *sources, *room, change, pairs)
    return change.tolist(), pairs.tolist()


def test_a_chain_breaks():
    change, pairs = lost(3, [(0, 1), (1, 2)], [1, 1], by_tie=False, sources=(0, 3))
    assert change == [0, -1, 0]  # from 0 to 2 and back: a half each
    assert pairs == [[0, 0], [2, 0], [0, 0]]


def test_a_ring_leads_round():
    change, pairs = lost(5, [(0, 1), (1, 2), (2, 3), (3, 4), (0, 4)], [1] * 5, by_tie=False, sources=(0, 1))
    assert np.allclose(change, [0, 1 / 3 - 1 / 2, 0, 0, 1 / 3 - 1 / 2])  # seen from 0
    assert pairs == [[0, 0], [0, 1], [0, 0], [0, 0], [0, 1]]


def test_a_tie_that_is_longer_than_the_way_round_is_no_loss():
    change, _ = lost(3, [(0, 1), (1, 2), (0, 2)], [1, 1, 3], by_tie=True, sources=(0, 1))
    # by column: into 0 from 1 and 2, into 1 from 0 and 2, into 2 from 0 and 1
    assert np.allclose(change, [0, 0, (1 / 4 - 1) + (1 / 3 - 1 / 2), 0, 0, 1 / 3 - 1 / 2])
