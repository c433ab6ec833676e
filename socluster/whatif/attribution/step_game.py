"""The game whose players are whole steps of a scenario."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import Any

import numpy as np

from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError
from socluster.core.streams import key_of, stream
from socluster.draws.task import Rows, draws_at_a_time
from socluster.whatif.attribution.games import Game, Played, Remembered, TakenStep
from socluster.whatif.attribution.shapley import EXACT, Coalition, Shares, in_phases
from socluster.whatif.scenarios.prepared import Prepared
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.scenarios.step import Step

__all__ = ["StepGame"]

_KEY = key_of("orders of steps")


@dataclass(frozen=True, eq=False)
class StepGame:
    """A task: the steps play that only one of two scenarios takes, in the same orders in all draws.

    A step that cannot be taken without another one does nothing until that one is taken. The first part has the measure
    before and after; the others have, for each phase of the game, what its players add in every sample of orders.
    """

    game: Game
    cluster: Cluster
    before: tuple[Step, ...]
    after: tuple[Step, ...]

    @property
    def parts(self) -> int:
        """The ends, and the phases in which anybody plays."""
        return 1 + len(self._phases)

    @cached_property
    def fingerprint(self) -> str:
        """What the contributions depend on."""
        return self.game.fingerprint(f"steps of {self.cluster.fingerprint}: {self._sequence!r}")

    @property
    def draws_at_a_time(self) -> int:
        """How many draws make a piece of work."""
        return draws_at_a_time(self.game.orders * len(self.players))

    def run(self, first: int, last: int) -> Rows:
        """Return the numbers of draws first..last-1."""
        game = self.game

        def valued(chosen: Sequence[Coalition]) -> Array:
            return game.values([self._prepared(each) for each in chosen], first, last, draws=game.draws)

        value = Remembered(valued)
        shares = in_phases(self._phases, value, orders=game.orders, rng=stream(_KEY, game.seed, 0))
        ends = value([frozenset(), frozenset(range(len(self.players)))])
        return [ends.T, *(each.samples.reshape(-1, last - first).T for each in shares)]

    def played(self, rows: Rows) -> Played:
        """Return what the numbers of all draws say of each step."""
        ends, *samples = rows
        contributions = np.zeros((len(ends), len(self.players)))
        error, orders = np.zeros(len(self.players)), 0
        for players, numbers in zip(self._phases, samples, strict=True):
            by_sample = numbers.T.reshape(-1, len(players), len(ends))
            shares = Shares(by_sample, 2 * len(by_sample) if len(players) > EXACT else 0)
            contributions[:, players], error[players] = shares.contributions.T, shares.error
            orders = max(orders, shares.orders)
        happens = np.ones(contributions.shape, dtype=bool)
        return Played(self.players, contributions, happens, error, orders, (ends[:, 0], ends[:, 1]))

    @cached_property
    def players(self) -> tuple[TakenStep, ...]:
        """The steps that only one of the two takes."""
        return tuple(each for each in self._sequence if isinstance(each, TakenStep))

    @cached_property
    def _phases(self) -> list[list[int]]:
        """The players of every phase that has any."""
        phases = ([place for place, part in enumerate(self.players) if part.phase == phase] for phase in range(3))
        return [each for each in phases if each]

    @cached_property
    def _sequence(self) -> list[Step | TakenStep]:
        return _together(self.before, self.after)

    def _prepared(self, chosen: Coalition) -> Prepared:
        """Return the cluster with these players' steps, made once in every process."""
        if chosen not in self._made:
            taken = {self.players[place] for place in chosen}
            steps = [
                each.step if isinstance(each, TakenStep) else each
                for each in self._sequence
                if isinstance(each, Step) or (each in taken) == (each.how == "new")
            ]
            self._made[chosen] = _taken_as_far_as_possible(steps, self.cluster)
        return self._made[chosen]

    @cached_property
    def _made(self) -> dict[Coalition, Prepared]:
        return {}

    def __getstate__(self) -> dict[str, Any]:
        """Travel without what is made of the rest."""
        return {name: value for name, value in self.__dict__.items() if name != "_made"}


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
