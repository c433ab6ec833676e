"""All networks there may be, against loops over all of them."""

import itertools
import math

import numpy as np
import pytest

from socluster._kernels.sampling.enumeration import all_statistics
from socluster._kernels.sampling.toggles import Frame, Statistic, all_dyads, packed, statistics

WANTED = [
    Statistic("constant", values=np.ones(1)),
    Statistic("degree", 1, 1, np.diff(np.arange(9.0) ** 2)),
    Statistic("ends", values=np.tile(np.arange(8.0), 2)),
]
FRAMES = [Frame(4, 4), Frame(3, 3, directed=True), Frame(3, 2, two_mode=True)]


def start_of(frame):
    Y = np.zeros((frame.rows, frame.columns), dtype=np.uint8)
    Y[0, 1] = 1
    if not frame.directed and not frame.two_mode:
        Y[1, 0] = 1
    return Y


def one_by_one(frame, wanted, dyads, start):
    for states in itertools.product((0, 1), repeat=len(dyads)):
        Y = start.copy()
        for (i, j), there in zip(dyads, states, strict=True):
            Y[i, j] = there
            if not frame.directed and not frame.two_mode:
                Y[j, i] = there
        yield Y, tuple(statistics(frame, wanted, Y).round(6).tolist())


def tabled(found):
    kinds, numbers = found
    return {tuple(row): n for row, n in zip(kinds.round(6).tolist(), numbers.tolist(), strict=True)}


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("keep", [None, "edges", "degrees"])
def test_every_network_is_there_once(frame, keep):
    wanted = packed([each if each.kind != "ends" else _ends(frame) for each in WANTED])
    dyads, start = all_dyads(frame), start_of(frame)
    expected = {}
    for Y, found in one_by_one(frame, wanted, dyads, start):
        if keep == "edges" and Y.sum() != start.sum():
            continue
        if keep == "degrees" and any((Y.sum(axis=axis) != start.sum(axis=axis)).any() for axis in (0, 1)):
            continue
        expected[found] = expected.get(found, 0) + 1
    assert tabled(all_statistics(frame, wanted, start, dyads, keep)) == expected


def _ends(frame):
    return Statistic("ends", values=np.tile(np.arange(float(frame.n)), 2))


def test_only_the_free_dyads_vary():
    frame, wanted = Frame(4, 4), packed(WANTED[:1])
    kinds, numbers = all_statistics(frame, wanted, start_of(frame), np.array([[0, 2], [1, 3]]))
    assert kinds.tolist() == [[1], [2], [3]]
    assert numbers.tolist() == [1, 2, 1]


def test_more_networks_than_are_looked_at_together():
    frame = Frame(7, 7)
    kinds, numbers = all_statistics(frame, packed(WANTED[:1]), start_of(frame), all_dyads(frame)[:17])
    assert kinds.ravel().tolist() == list(range(18))
    assert numbers.tolist() == [math.comb(17, m) for m in range(18)]
