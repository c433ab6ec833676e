"""Ties placed at random: as many as promised, where they may be, and each as likely as it should be."""

import numpy as np
import pytest

from socluster._kernels.sampling import placing
from socluster._kernels.sampling.cells import TieCells

PAIRS, CELLS = TieCells(6, directed=False), TieCells(6, directed=True)


def test_a_fixed_number_of_different_ties():
    for seed in range(20):
        row, column = placing.fixed_number(CELLS, 17, np.random.default_rng(seed))
        assert len(set(zip(row.tolist(), column.tolist(), strict=True))) == 17
        assert (row != column).all()


@pytest.mark.parametrize(("probability", "ties"), [(0, 0), (1, 15)])
def test_none_or_all(probability, ties):
    assert len(placing.evenly_likely(PAIRS, probability, np.random.default_rng(1))[0]) == ties


def test_the_number_of_independent_ties_is_binomial():
    rng = np.random.default_rng(2)
    found = np.array([len(placing.evenly_likely(PAIRS, 0.3, rng)[0]) for _ in range(4000)])
    assert found.mean() == pytest.approx(4.5, abs=0.1)
    assert found.var() == pytest.approx(15 * 0.3 * 0.7, rel=0.08)


def test_every_tie_has_its_own_probability():
    rng = np.random.default_rng(3)
    p = np.linspace(0, 1, len(PAIRS))
    seen = np.zeros(len(PAIRS))
    for _ in range(3000):
        seen[PAIRS.numbers(placing.by_probability(PAIRS, p, rng))] += 1
    np.testing.assert_allclose(seen / 3000, p, atol=0.04)


def test_blocks_get_their_numbers():
    blocks = [np.array([0, 1, 2, 3]), np.array([4, 5]), np.arange(6, 15)]
    numbers = PAIRS.numbers(placing.by_block(PAIRS, blocks, [2, 0, 9], np.random.default_rng(4)))
    assert [int(np.isin(numbers, block).sum()) for block in blocks] == [2, 0, 9]
    assert len(placing.by_block(PAIRS, [], [], np.random.default_rng(4))[0]) == 0


def test_pairs_are_mutual_one_way_or_empty_as_asked():
    for seed in range(20):
        row, column = placing.fixed_pairs(PAIRS, 3, 5, np.random.default_rng(seed))
        arcs = set(zip(row.tolist(), column.tolist(), strict=True))
        mutual = {(i, j) for i, j in arcs if (j, i) in arcs}
        assert (len(mutual), len(arcs)) == (6, 11)
