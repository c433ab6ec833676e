from itertools import product

import numpy as np
import pytest

from socluster._kernels.groups.frustration import _odd_triangles, fewest_frustrated
from tests.examples import examples


def pairs_of(matrix):
    return np.nonzero(np.triu(matrix))


def by_trying(positive, negative):
    """The fewest wrong pairs of all ways to take sides."""
    ways = (np.equal.outer(sides, sides) for sides in product([0, 1], repeat=len(positive)))
    return min(((positive & ~same).sum() + (negative & same).sum()) // 2 for same in ways)


@pytest.mark.parametrize("seed", range(examples(8, 60)))
def test_no_way_to_take_sides_is_better(seed):
    """Pairs of either sign, of both, and of none, among nine."""
    rng = np.random.default_rng(seed)
    positive, negative = (np.triu(rng.random((9, 9)) < 0.4, 1) for _ in range(2))
    positive, negative = positive | positive.T, negative | negative.T
    found = fewest_frustrated(9, pairs_of(positive), pairs_of(negative), most_steps=1000)
    assert found == by_trying(positive, negative)


def test_odd_triangles_and_no_others():
    """0-1 is negative, the other pairs of four actors positive: 0-1-2 and 0-1-3 are odd."""
    negative = np.zeros((4, 4), dtype=bool)
    negative[0, 1] = negative[1, 0] = True
    positive = ~negative & ~np.eye(4, dtype=bool)
    triangles = _odd_triangles(4, pairs_of(positive), pairs_of(negative))
    # positive pairs are numbered 0-2, 0-3, 1-2, 1-3, 2-3; the negative one is the sixth
    assert sorted(sorted(row) for row in triangles.tolist()) == [[0, 2, 5], [1, 3, 5]]


def test_what_few_steps_do_not_prove_is_not_said():
    rng = np.random.default_rng(1)
    signs = np.triu(rng.choice([1, -1], size=(16, 16)), 1)
    assert fewest_frustrated(16, np.nonzero(signs > 0), np.nonzero(signs < 0), most_steps=0) is None
