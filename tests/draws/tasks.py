"""A task that is quick and has everything that a task may have: two parts, of different widths."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from socluster.core.streams import stream
from socluster.draws.task import fingerprint_of


@dataclass(frozen=True, eq=False)
class Dice:
    """Four random numbers in a draw, one in the first part and three in the second.

    `before_draw` is called with the number of every draw before it is computed; it changes nothing.
    """

    seed: int = 7
    before_draw: Callable[[int], object] | None = None
    draws_at_a_time: int = 10

    @property
    def parts(self):
        return 2

    @property
    def fingerprint(self):
        return fingerprint_of([("the seed", self.seed), ("what is done before", self.before_draw)])

    def run(self, first, last):
        rows = []
        for draw in range(first, last):
            if self.before_draw is not None:
                self.before_draw(draw)
            rows.append(stream(1, self.seed, draw).random(4))
        return [np.array(rows)[:, :1], np.array(rows)[:, 1:]]


def assert_same(found, expected):
    """The same arrays, to the last bit."""
    assert len(found) == len(expected)
    for one, other in zip(found, expected, strict=True):
        np.testing.assert_array_equal(one, other)
        assert one.dtype == other.dtype
