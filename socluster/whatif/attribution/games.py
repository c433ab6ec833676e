"""The games behind an attribution: what they are played for, and what each part adds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np

from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem
from socluster.draws.task import fingerprint_of
from socluster.measures.shared.answers import Measure
from socluster.whatif.attribution.between import Edit
from socluster.whatif.attribution.shapley import Coalition
from socluster.whatif.engine.study import Study
from socluster.whatif.scenarios.prepared import Prepared
from socluster.whatif.scenarios.step import Step
from socluster.words import phrase

__all__ = ["Game", "Played", "Player", "Remembered", "TakenStep"]

_AT_ONCE = 20_000_000  # ties in the clusters of one study; more would fill the memory of an ordinary computer


@dataclass(frozen=True)
class TakenStep:
    """A step that only one of two scenarios takes.

    Parameters
    ----------
    step : Step
        The step.
    how : {"new", "gone"}
        Whether the scenario takes it, or only the baseline does.
    place : int
        Its place among the steps of both, which tells equal steps apart.
    """

    step: Step
    how: Literal["new", "gone"]
    place: int

    @property
    def phase(self) -> int:
        """0: actors and groups that join; 2: those that do not join any more; 1: everything else."""
        is_node = self.step.verb in ("with_actor", "with_group")
        return 1 if not is_node else 0 if self.how == "new" else 2


Player: TypeAlias = Edit | TakenStep


@dataclass(frozen=True, eq=False)
class Game:
    """What is played for: a measure of the whole cluster, over draws.

    Parameters
    ----------
    before, after : Prepared
        Baseline and scenario.
    measures : tuple of (str, Measure)
        One measure, with its name.
    seed, draws : int
        Seed of the draws and of the orders, and how many draws there are at most.
    orders : int
        How many random orders to take, where not all are.
    """

    before: Prepared
    after: Prepared
    measures: tuple[tuple[str, Measure], ...]
    seed: int
    draws: int
    orders: int

    def values(self, prepared: Sequence[Prepared], first: int, last: int, *, draws: int) -> Array:
        """Return the measure of each in draws first..last-1 (of so many): array of shape (len(prepared), last - first).

        Raises
        ------
        InputError
            If the measure gives anything but one number for the whole cluster.
        """
        found: list[Array] = []
        size = int(np.clip(_AT_ONCE // max(prepared[0].cluster.n_ties, 1), 64, 8192)) if prepared else 1
        for start in range(0, len(prepared), size):
            study = Study(tuple(prepared[start : start + size]), self.measures, self.seed).decided(draws)
            if study.layout.by_actor or len(study.layout.numbers) != 1:
                name = self.measures[0][0]
                raise InputError(Problem("the measure must be one number for the whole cluster", value=name))
            found += [rows[:, 0] for rows in study.run(first, last)]
        return np.array(found)

    def fingerprint(self, players: str) -> str:
        """Return 32 digits that change with anything on which the contributions of these players depend."""
        (name, measure), *_ = self.measures
        told = [(each.cluster.fingerprint, each.said, each.modelled) for each in (self.before, self.after)]
        return fingerprint_of(
            [
                ("the scenarios", told),
                (phrase("the measure '{name}'", name=name), measure),
                ("the seed", self.seed),
                ("the orders", (players, self.orders, self.draws)),
            ]
        )


@dataclass(frozen=True, eq=False)
class Played:
    """What each part adds.

    Parameters
    ----------
    parts : tuple of Edit or TakenStep
        The parts.
    contributions : ndarray of shape (draws, parts)
        What each adds in each draw.
    happens : ndarray of bool of the same shape
        Whether it happens in the draw; an uncertain tie may not be there.
    error : ndarray of shape (parts,)
        Standard error that comes from random orders and is not in the differences between draws.
    orders : int
        How many random orders were taken in all; 0 = all orders.
    ends : tuple of ndarray
        The measure before and after, by draw.
    """

    parts: tuple[Player, ...]
    contributions: Array
    happens: Array
    error: Array
    orders: int
    ends: tuple[Array, Array]


class Remembered:
    """A game that values each coalition once."""

    def __init__(self, value: Callable[[Sequence[Coalition]], Array]) -> None:
        self._value = value
        self._known: dict[Coalition, Array] = {}

    def __call__(self, coalitions: Sequence[Coalition]) -> Array:
        """Return the values of coalitions, a row for each."""
        new = [each for each in dict.fromkeys(coalitions) if each not in self._known]
        if new:
            self._known |= dict(zip(new, self._value(new), strict=True))
        return np.array([self._known[each] for each in coalitions])
