"""The games behind an attribution: whose players are single edits of a cluster, or steps of a scenario."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import partial
from typing import Literal, TypeAlias

import numpy as np
from numpy.random import Generator

from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem
from socluster.core.progress import progress
from socluster.measures.shared.answers import Measure
from socluster.whatif.attribution.between import Between, Edit
from socluster.whatif.attribution.shapley import Coalition, in_phases
from socluster.whatif.engine.study import Study
from socluster.whatif.scenarios.prepared import Prepared
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.scenarios.step import Step

__all__ = ["Game", "Played", "Player", "TakenStep", "play_edits", "play_steps"]

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
        Seed and number of the draws.
    orders : int
        How many random orders to take, where not all are.
    rng : numpy.random.Generator
        For the orders.
    """

    before: Prepared
    after: Prepared
    measures: tuple[tuple[str, Measure], ...]
    seed: int
    draws: int
    orders: int
    rng: Generator

    def values(self, prepared: Sequence[Prepared], draws: int) -> Array:
        """Return the measure of each, an array of shape (len(prepared), draws)."""
        found: list[Array] = []
        size = int(np.clip(_AT_ONCE // max(prepared[0].cluster.n_ties, 1), 64, 8192)) if prepared else 1
        for first in range(0, len(prepared), size):
            for each in Study(tuple(prepared[first : first + size]), self.measures, self.seed).values(draws):
                if each.by_actor or each.numbers.shape[1] != 1:
                    name = self.measures[0][0]
                    raise InputError(Problem("the measure must be one number for the whole cluster", value=name))
                found.append(each.numbers.to_numpy(dtype=float)[:, 0])
        return np.array(found)


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


def play_edits(game: Game) -> Played:
    """Let the single edits play: in every draw, those that the draw holds."""
    possible: dict[Hashable, Edit] = {e.key: e for e in Between(game.before.cluster, game.after.cluster).edits}
    per_draw = max(2, game.orders // game.draws)
    found: list[dict[Hashable, float]] = []
    ends: list[Array] = []
    orders, error = 0, np.zeros(0)
    for draw in progress(range(game.draws), game.draws, "attribution", "draw"):
        between = Between(game.before.draw(game.seed, draw), game.after.draw(game.seed, draw))
        value = _Remembered(partial(_values_between, game, between))
        everybody = range(len(between.edits))
        phases = [[place for place in everybody if between.edits[place].phase == phase] for phase in range(3)]
        shares = in_phases(phases, value, orders=per_draw, rng=game.rng)
        gains = shares.contributions.ravel().tolist()  # one draw
        found.append({edit.key: gain for edit, gain in zip(between.edits, gains, strict=True)})
        possible |= {edit.key: edit for edit in between.edits if edit.key not in possible}
        ends.append(value([frozenset(), frozenset(everybody)])[:, 0])
        orders, error = orders + shares.orders, shares.error
    contributions = np.array([[each.get(key, 0.0) for key in possible] for each in found])
    happens = np.array([[key in each for key in possible] for each in found], dtype=bool)
    known = error if game.draws == 1 and len(error) == len(possible) else np.zeros(len(possible))
    before, after = np.array(ends).T
    return Played(tuple(possible.values()), contributions, happens, known, orders, (before, after))


def _values_between(game: Game, between: Between, chosen: Sequence[Coalition]) -> Array:
    clusters = [between.cluster([between.edits[place] for place in each]) for each in chosen]
    return game.values([Prepared("", cluster) for cluster in clusters], 1)


def play_steps(game: Game, cluster: Cluster, before: Sequence[Step], after: Sequence[Step]) -> Played:
    """Let the steps play that only one of two scenarios takes.

    A step that cannot be taken without another one does nothing until that one is taken.
    """
    sequence = _together(before, after)
    parts = tuple(each for each in sequence if isinstance(each, TakenStep))

    def prepared(chosen: Coalition) -> Prepared:
        taken = {parts[place] for place in chosen}
        steps = [
            each.step if isinstance(each, TakenStep) else each
            for each in sequence
            if isinstance(each, Step) or (each in taken) == (each.how == "new")
        ]
        return _taken_as_far_as_possible(steps, cluster)

    value = _Remembered(lambda chosen: game.values([prepared(each) for each in chosen], game.draws))
    phases = [[place for place, part in enumerate(parts) if part.phase == phase] for phase in range(3)]
    shares = in_phases(phases, value, orders=game.orders, rng=game.rng)
    ends = value([frozenset(), frozenset(range(len(parts)))])
    happens = np.ones((game.draws, len(parts)), dtype=bool)
    contributions = shares.contributions.T.reshape(game.draws, len(parts))
    return Played(parts, contributions, happens, shares.error, shares.orders, (ends[0], ends[1]))


def _together(before: Sequence[Step], after: Sequence[Step]) -> list[Step | TakenStep]:
    """Return the steps of both scenarios in one order that keeps the order of each."""
    merged: list[Step | TakenStep] = []
    for tag, first, last, start, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            merged += before[first:last]
            continue
        for how, steps in (("gone", before[first:last]), ("new", after[start:end])):
            merged += [TakenStep(step, how, len(merged) + place) for place, step in enumerate(steps)]  # type: ignore[arg-type]
    return merged


def _taken_as_far_as_possible(steps: Sequence[Step], cluster: Cluster) -> Prepared:
    """Take the steps in order, without those that cannot be taken here."""
    try:
        return Scenario("part", steps=tuple(steps)).prepare(cluster)
    except InputError:
        kept: list[Step] = []
    for step in steps:
        try:
            Scenario("part", steps=(*kept, step)).prepare(cluster)
        except InputError:
            continue
        kept.append(step)
    return Scenario("part", steps=tuple(kept)).prepare(cluster)


class _Remembered:
    """A game that values each coalition once."""

    def __init__(self, value: Callable[[Sequence[Coalition]], Array]) -> None:
        self._value = value
        self._known: dict[Coalition, Array] = {}

    def __call__(self, coalitions: Sequence[Coalition]) -> Array:
        new = [each for each in dict.fromkeys(coalitions) if each not in self._known]
        if new:
            self._known |= dict(zip(new, self._value(new), strict=True))
        return np.array([self._known[each] for each in coalitions])
