"""SwitchChains draw every network as often as the model says, whatever they keep and whichever dyads are free.

Each case lists all networks and compares how often a chain is at each with the exact probabilities: a chi-square test,
at a fixed seed, of the hypothesis that they agree.
"""

import numpy as np
import pytest
from scipy import stats

from socluster._kernels.sampling.chains import NetworkChain
from socluster._kernels.sampling.enumeration import all_statistics
from socluster._kernels.sampling.toggles import Frame, Statistic, all_dyads, packed

DRAWS = 8_000
UNDIRECTED = np.array([[0, 1, 1, 0, 0], [1, 0, 1, 0, 0], [1, 1, 0, 1, 0], [0, 0, 1, 0, 1], [0, 0, 0, 1, 0]])
DIRECTED = np.array([[0, 1, 0, 0], [0, 0, 1, 0], [1, 0, 0, 1], [0, 1, 0, 0]])
CYCLE = np.array([[0, 1, 0], [0, 0, 1], [1, 0, 0]])
TWO_MODE = np.array([[1, 0, 1, 0], [1, 1, 0, 0], [0, 1, 1, 0]])


def covariate(frame, seed=3):
    """Something that differs from dyad to dyad, so that networks are told apart."""
    W = np.random.default_rng(seed).integers(0, 40, (frame.rows, frame.columns)) / 20
    if not frame.directed and not frame.two_mode:
        W = np.triu(W) + np.triu(W).T
    return Statistic("matrix", frame.columns, frame.rows if frame.two_mode else 0, values=W)


def case(Y, directed=False, two_mode=False, dyads=None):
    frame = Frame(*Y.shape, directed=directed, two_mode=two_mode)
    closing = Statistic("triangles", 1) if directed else Statistic("four-cycles" if two_mode else "triangles")
    wanted = packed([Statistic("constant", values=np.ones(1)), closing, covariate(frame)])
    return frame, wanted, Y, all_dyads(frame) if dyads is None else np.array(dyads)


SOME = [[0, 1], [0, 3], [0, 4], [1, 3], [1, 4], [2, 3], [2, 4]]
CASES = {
    "undirected": case(UNDIRECTED),
    "undirected, some dyads": case(UNDIRECTED, dyads=SOME),
    "directed": case(DIRECTED, directed=True),
    "directed, some dyads": case(
        DIRECTED, directed=True, dyads=[[0, 1], [1, 0], [1, 2], [2, 0], [0, 2], [2, 1], [3, 1]]
    ),
    "a cycle": case(CYCLE, directed=True),
    "two-mode": case(TWO_MODE, two_mode=True),
    "two-mode, some dyads": case(
        TWO_MODE, two_mode=True, dyads=[[0, 0], [0, 1], [1, 0], [1, 2], [2, 1], [2, 2], [0, 3]]
    ),
}


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("keep", [None, "edges", "degrees"])
def test_networks_are_drawn_as_often_as_they_should(name, keep):
    frame, wanted, Y, dyads = CASES[name]
    theta = np.array([-0.8, 0.5, 0.4])
    kinds, numbers = all_statistics(frame, wanted, Y, dyads, keep)
    weights = numbers * np.exp(kinds @ theta)
    chain = NetworkChain(frame, wanted, Y, dyads, 7, keep)
    found = chain.run(theta, DRAWS, thinning=30, burn_in=500)
    place = {tuple(row): at for at, row in enumerate(kinds.round(6).tolist())}
    met = np.bincount([place[tuple(row)] for row in found.round(6).tolist()], minlength=len(kinds))
    expected = DRAWS * weights / weights.sum()
    often = expected >= 8
    if often.sum() > 1:
        rest = [met[~often].sum(), expected[~often].sum()]
        pairs = np.array([*zip(met[often], expected[often], strict=True), *([rest] if rest[1] >= 8 else [])])
        statistic = ((pairs[:, 0] - pairs[:, 1]) ** 2 / pairs[:, 1]).sum()
        assert stats.chi2.sf(statistic, len(pairs) - 1) > 1e-3
    assert chain.statistics == pytest.approx(found[-1])
    moved = chain.matrix != Y
    if not frame.two_mode and not frame.directed:
        moved = np.triu(moved)
    assert {tuple(each) for each in np.argwhere(moved).tolist()} <= {tuple(each) for each in dyads.tolist()}


def test_a_chain_can_run_on():
    frame, wanted, Y, dyads = CASES["undirected"]
    theta = np.array([-0.5, 0.2, 0.1])
    whole = NetworkChain(frame, wanted, Y, dyads, 1).run(theta, 30, thinning=7, burn_in=11)
    chain = NetworkChain(frame, wanted, Y, dyads, 1)
    parts = [chain.run(theta, 10, thinning=7, burn_in=11), chain.run(theta, 20, thinning=7)]
    assert np.concatenate(parts).tolist() == whole.tolist()
    assert chain.tally.proposed == 11 + 30 * 7


def test_an_infinite_coefficient_forbids():
    frame, wanted, _, dyads = CASES["undirected"]
    empty = np.zeros((5, 5), dtype=np.uint8)
    found = NetworkChain(frame, wanted, empty, dyads, 1).run(np.array([0.5, -np.inf, 0.0]), 500, thinning=20)
    assert found[:, 1].max() == 0
    assert found[:, 0].max() > 3


@pytest.mark.parametrize("keep", [None, "edges", "degrees"])
def test_nothing_to_toggle(keep):
    frame, wanted, Y, _ = CASES["undirected"]
    none = np.zeros((0, 2), dtype=np.int64)
    found = NetworkChain(frame, wanted, Y, none, 1, keep).run(np.zeros(3), 5, thinning=3)
    assert (found == found[0]).all()
    for empty in (np.zeros((5, 5)), np.ones((5, 5)) - np.eye(5)):
        chain = NetworkChain(frame, wanted, empty, all_dyads(frame), 1, keep)
        chain.run(np.zeros(3), 50, thinning=3)
        assert keep is None or (chain.matrix == empty).all()
        assert keep is None or chain.tally.impossible == 150


def test_a_taper_keeps_statistics_near_its_centre():
    frame, wanted, Y, dyads = CASES["undirected"]
    theta, centre, pull = np.array([0.4, 0.9, 0.1]), np.array([5.0, 1.0, 3.0]), np.array([0.3, 0.2, 0.0])
    kinds, numbers = all_statistics(frame, wanted, Y, dyads)
    weights = numbers * np.exp(kinds @ theta - (kinds - centre) ** 2 @ pull)
    expected = weights @ kinds / weights.sum()
    sd = np.sqrt(weights @ (kinds - expected) ** 2 / weights.sum())
    found = NetworkChain(frame, wanted, Y, dyads, 7, taper=(centre, pull)).run(theta, DRAWS, thinning=20, burn_in=500)
    assert (np.abs(found.mean(axis=0) - expected) < 0.08 * sd).all()
    np.testing.assert_allclose(found.std(axis=0), sd, rtol=0.05)
