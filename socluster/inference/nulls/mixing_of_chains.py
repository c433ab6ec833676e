"""Whether chains have run long enough that where they started no longer tells: a check that can fail, and says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np

from socluster.core.arguments import is_number
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem
from socluster.words import Phrase, later, number, percent, phrase

__all__ = ["CHAINS", "Mixing", "check_steps", "settled"]

CHAINS = 100  # that the check looks at
DOUBLINGS = 6  # after which it gives up
FAR = 3.0  # standard errors that the distance from the start may still grow by, and
SLIGHT = 0.01  # the share of the ties; but in the second half of the steps by
EARLY = 0.2  # of the whole distance at most


class RunningChains(Protocol):
    """SwitchChains side by side that can be let run on."""

    def go(self, steps: int) -> None:
        """Let every chain take so many steps more."""

    def moved(self) -> Array:
        """Return the share of the ties of each chain that are not among those from which it started."""


@dataclass(frozen=True)
class Mixing:
    """How far chains have moved from where they started.

    Parameters
    ----------
    steps : int
        Steps of each chain.
    half, end : float
        Share of the ties that are not among those of the start, after half of the steps and after all of them, on
        average over the chains.
    is_mixed : bool
        Whether the second is no larger than the first, but for chance.
    """

    steps: int
    half: float
    end: float
    is_mixed: bool

    def note(self) -> Phrase:
        """Return this in words."""
        told: dict[str, Any] = {
            "steps": later(number, self.steps),
            "half": later(percent, self.half),
            "end": later(percent, self.end),
        }
        if self.is_mixed:
            if not self.end:
                return phrase(
                    "None of {steps} steps a chain could change anything: these degrees leave no choice.", **told
                )
            return phrase(
                "Each network is the end of a chain of {steps} steps; {end} of its ties are not observed ones, and "
                "were as many after half of the steps ({half}).",
                **told,
            )
        return phrase(
            "The chains have not run long enough: after {steps} steps {end} of the ties are not observed ones, after "
            "half of them it was {half}, so that networks still resemble the observed one; ask for more steps.",
            **told,
        )


def settled(chain: RunningChains, size: int, steps: float | None, usual: float) -> Mixing:
    """Return after how many steps chains have moved as far from their start as they will.

    The distance of a chain from its start grows until the start is forgotten. So it is looked at after half of the
    steps and after all; where it still grows, there are twice as many steps, unless their number was stated.

    Parameters
    ----------
    chain : RunningChains
        SwitchChains at their start.
    size : int
        Number of ties, or of whatever steps are counted by.
    steps : float, optional
        Steps for each of these, if somebody stated them.
    usual : float
        Steps for each of these to begin with.
    """
    total = max(2, int(np.ceil((usual if steps is None else steps) * max(size, 1))))
    done = total // 2
    chain.go(done)
    half = chain.moved()
    for _ in range(DOUBLINGS if steps is None else 1):
        chain.go(total - done)
        end = chain.moved()
        growth = end - half
        error = growth.std(ddof=1) / np.sqrt(len(growth))
        is_slow = growth.mean() > max(EARLY * end.mean(), error)  # however little: a chain at its beginning
        is_mixed = bool(growth.mean() <= max(SLIGHT, FAR * error)) and not is_slow
        found = Mixing(total, float(half.mean()), float(end.mean()), is_mixed)
        if is_mixed:
            break
        done, total, half = total, 2 * total, end
    return found


def check_steps(name: str, steps: object) -> None:
    """Refuse a number of steps that is none.

    Raises
    ------
    InputError
        If it is not a number above 0, or more than a million.
    """
    if steps is not None and not (is_number(steps) and 0 < steps <= 1e6):  # type: ignore[operator]  # it is a number
        values = {"argument": name}
        raise InputError(
            Problem("{argument} must be a number above 0 and at most a million", value=steps, values=values)
        )
