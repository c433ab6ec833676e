"""The check of mixing, on chains whose distance is known."""

import numpy as np
import pytest

from socluster.core.errors import InputError
from socluster.inference.nulls.mixing_of_chains import DOUBLINGS, check_steps, settled


class Approaching:
    """SwitchChains that forget their start at a given pace."""

    def __init__(self, pace):
        self.pace, self.steps = pace, 0
        self.rng = np.random.default_rng(1)

    def go(self, steps):
        self.steps += steps

    def moved(self):
        return 0.8 * (1 - np.exp(-self.steps / self.pace)) * (1 + self.rng.normal(0, 0.05, 100))


def test_it_doubles_the_steps_until_the_start_is_forgotten():
    chain = Approaching(pace=300)
    found = settled(chain, size=10, steps=None, usual=10)
    assert found.is_mixed
    assert found.steps == chain.steps
    assert 800 <= found.steps <= 3200
    assert found.end == pytest.approx(0.8, abs=0.02)


def test_it_gives_up_on_chains_that_never_forget():
    chain = Approaching(pace=10_000)
    late = settled(chain, size=100, steps=None, usual=1)
    assert not late.is_mixed
    assert late.steps == 100 * 2 ** (DOUBLINGS - 1)
    assert "not run long enough" in late.note().said("en")


def test_steps_that_were_stated_are_taken_and_judged():
    assert not settled(Approaching(pace=300), size=10, steps=10, usual=10).is_mixed
    enough = settled(Approaching(pace=300), size=10, steps=500, usual=10)
    assert enough.is_mixed
    assert enough.steps == 5000
    assert "{" not in enough.note().said("lt")


def test_what_cannot_change_is_said_to_be_so():
    class Still:
        def go(self, steps):
            pass

        def moved(self):
            return np.zeros(10)

    assert "leave no choice" in settled(Still(), 5, None, 10).note().said("en")


def test_steps_are_a_number():
    check_steps("steps", None)
    check_steps("steps", 0.5)
    with pytest.raises(InputError, match="trades must be a number above 0"):
        check_steps("trades", 0)
