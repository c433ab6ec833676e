"""Networks as bits and back, and the order of dyads."""

import numpy as np
import pytest

from socluster._kernels.sampling.toggles import (
    Frame,
    Statistic,
    Toggled,
    all_dyads,
    changes,
    packed,
    statistics,
    ties_of,
)

FRAMES = [Frame(70, 70), Frame(70, 70, directed=True), Frame(70, 3, two_mode=True), Frame(2, 66, two_mode=True)]
EDGES = Statistic("constant", values=np.ones(1))


def any_network(frame, seed=1):
    Y = (np.random.default_rng(seed).random((frame.rows, frame.columns)) < 0.3).astype(np.uint8)
    if not frame.two_mode:
        np.fill_diagonal(Y, 0)
        if not frame.directed:
            Y = np.triu(Y) | np.triu(Y).T
    return Y


@pytest.mark.parametrize("frame", FRAMES)
def test_a_network_comes_back_from_its_bits(frame):
    Y = any_network(frame)
    network = Toggled(frame)
    total = network.add(packed([EDGES]), ties_of(frame, Y))
    assert (network.matrix() == Y).all()
    assert total.tolist() == [len(ties_of(frame, Y))]
    assert network.degrees[0].sum() == Y.sum() * (2 if frame.two_mode else 1)
    assert network.degrees[1].sum() == (Y.sum() if frame.directed else 0)


@pytest.mark.parametrize("frame", FRAMES)
def test_dyads_are_in_the_order_of_the_matrix(frame):
    dyads = all_dyads(frame)
    assert len(dyads) == frame.n_dyads
    places = dyads[:, 0] * frame.columns + dyads[:, 1]
    assert (np.diff(places) > 0).all()
    assert frame.two_mode or (dyads[:, 0] != dyads[:, 1]).all()
    assert frame.two_mode or frame.directed or (dyads[:, 0] < dyads[:, 1]).all()


def test_statistics_lie_in_their_own_part_of_the_numbers():
    frame, n = Frame(4, 4, directed=True), 4
    x, marks = np.arange(4.0), np.array([0, 1, 1, 0])
    mixed = Statistic("mixing", 2, values=np.array([1.0, 2.0, 3.0, 4.0]), marks=np.tile(marks, 2))
    wanted = packed(
        [
            Statistic("ends", values=np.r_[x, 10 * x]),
            Statistic("reciprocal", values=np.array([0.0, 1.0]), marks=np.zeros(n)),
            Statistic("reciprocal", values=np.array([0.0, 1.0]), marks=marks),
            mixed,
        ]
    )
    Y = np.zeros((n, n), dtype=np.uint8)
    Y[0, 3] = Y[3, 0] = Y[1, 0] = Y[0, 1] = 1
    assert statistics(frame, wanted, Y).tolist() == [30 + 3 + 1 + 10, 2, 1, 1 + 1 + 2 + 3]
    assert changes(frame, wanted, Y, np.array([[0, 3], [2, 3]])).tolist() == [[30, 1, 1, 1], [32, 0, 0, 3]]


def test_nothing_to_count_and_nobody_there():
    assert statistics(Frame(0, 0), packed([EDGES]), np.zeros((0, 0))).tolist() == [0]
    assert statistics(Frame(3, 3), packed([]), np.zeros((3, 3))).tolist() == []
    assert all_dyads(Frame(1, 1)).shape == (0, 2)
