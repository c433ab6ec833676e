import numpy as np
import pytest

from socluster._kernels.sampling.enumeration import all_statistics
from socluster._kernels.sampling.scans import Scan
from socluster._kernels.sampling.toggles import Frame, Statistic, packed

NETWORK = np.array(
    [[0, 1, 1, 0, 0], [1, 0, 1, 0, 0], [1, 1, 0, 1, 0], [0, 0, 1, 0, 0], [0, 0, 0, 0, 0]], dtype=np.uint8
)
FRAME = Frame(5, 5)
OWN = np.array([[4, 0], [4, 1], [4, 2], [4, 3]])
TERMS = packed([Statistic("constant", values=np.ones(1)), Statistic("triangles")])
THETA = np.array([-0.7, 0.9])


def test_ties_are_drawn_as_often_as_the_model_says():
    scan = Scan(FRAME, TERMS, NETWORK, OWN)
    rng = np.random.default_rng(1)
    drawn = np.array([scan.draw(THETA, 0.3, rng.random((15, 4))) for _ in range(4000)])
    kinds, ways = all_statistics(FRAME, TERMS, NETWORK, np.sort(OWN, axis=1))
    ties = kinds[:, 0] - 4
    weights = ways * np.exp(kinds @ THETA + 0.3 * ties)
    assert drawn.sum(axis=1).mean() == pytest.approx(weights @ ties / weights.sum(), abs=0.06)


def test_without_dependence_the_last_number_decides():
    alone = packed([Statistic("constant", values=np.ones(1))])
    uniforms = np.array([[0.9, 0.9, 0.1, 0.1], [0.4, 0.6, 0.49, 0.51]])
    found = Scan(FRAME, alone, NETWORK, OWN).draw(np.zeros(1), 0.0, uniforms)
    assert found.tolist() == [True, False, True, False]


def test_a_draw_leaves_nothing_behind():
    scan = Scan(FRAME, TERMS, NETWORK, OWN)
    uniforms = np.random.default_rng(2).random((5, 4))
    first = scan.draw(THETA, 0.0, uniforms)
    scan.draw(THETA, 50.0, uniforms)
    assert scan.draw(THETA, 0.0, uniforms).tolist() == first.tolist()


def test_ties_that_the_network_holds_there_do_not_matter():
    tied = NETWORK.copy()
    tied[4, :4] = tied[:4, 4] = 1
    uniforms = np.random.default_rng(2).random((1, 4))
    assert (
        Scan(FRAME, TERMS, tied, OWN).draw(THETA, 0.0, uniforms)
        == Scan(FRAME, TERMS, NETWORK, OWN).draw(THETA, 0.0, uniforms)
    ).all()


def test_two_modes_and_directions():
    two = Frame(2, 3, two_mode=True)
    found = Scan(two, packed([Statistic("constant", values=np.ones(1))]), np.zeros((2, 3)), np.array([[1, 0], [1, 2]]))
    assert found.draw(np.array([30.0]), 0.0, np.full((1, 2), 0.5)).tolist() == [True, True]
    directed = Frame(3, 3, directed=True)
    mutual = packed([Statistic("constant", values=np.ones(1)), Statistic("reciprocal", values=np.array([0.0, 1.0]))])
    own = np.array([[0, 1], [1, 0]])
    there = Scan(directed, mutual, np.zeros((3, 3)), own).draw(np.array([0.0, 40.0]), -20.0, np.array([[0.0, 0.5]] * 2))
    assert there.tolist() == [True, True]


def test_the_two_dyads_of_a_pair_are_drawn_together():
    """Tied for each other's sake, they would hardly ever change one by one; together one round is the model itself."""
    frame, own = Frame(3, 3, directed=True), np.array([[0, 1], [1, 0]])
    mutual = packed([Statistic("constant", values=np.ones(1)), Statistic("reciprocal", values=np.array([0.0, 1.0]))])
    theta, rng = np.array([-6.0, 11.0]), np.random.default_rng(1)
    scan = Scan(frame, mutual, np.zeros((3, 3)), own)
    drawn = np.array([scan.draw(theta, 0.0, rng.random((1, 2))) for _ in range(4000)])
    weights = np.exp([0.0, -6.0, -6.0, -1.0])
    assert drawn.all(axis=1).mean() == pytest.approx(weights[3] / weights.sum(), abs=0.02)
    assert drawn[:, 0].mean() == pytest.approx((weights[1] + weights[3]) / weights.sum(), abs=0.02)
