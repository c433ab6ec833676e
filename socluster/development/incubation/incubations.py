"""Incubations as a task: a draw is one history of meetings; its numbers belong to dyads, events and periods."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from socluster._kernels.meeting.meetings import Chances, Programme, dyad_keys, meetings
from socluster.core.columns import Array
from socluster.core.streams import key_of, uniforms_of_draws
from socluster.development.incubation.benefits import QUANTITIES, Benefits
from socluster.development.incubation.events import Event
from socluster.draws.task import Rows, draws_at_a_time, fingerprint_of

__all__ = ["Incubations", "Start", "keys_of"]


@dataclass(frozen=True, eq=False)
class Start:
    """Ties in the beginning.

    Parameters
    ----------
    dyads : array of int
        Of each tie, its dyad.
    confidence : array of float
        How sure it is.
    keys : array of uint64
        Keys of their random numbers.
    """

    dyads: Array
    confidence: Array
    keys: Array

    def tied(self, number: int, seed: int, draw: int) -> Array:
        """Return which of so many dyads are tied in a draw."""
        tied = np.zeros(number, dtype=bool)
        there = uniforms_of_draws(self.keys, seed, draw, draw + 1)[0] < self.confidence
        tied[self.dyads[there]] = True
        return tied


@dataclass(frozen=True, eq=False)
class Incubations:
    """Histories of meetings at events: each draw is one, from the beginning to the end of the last period.

    Whether two meet at an event, whether a tie forms there, and whether it outlives a period without a meeting, are
    numbers of these two, of the event (by its name) and of the period. So in a scenario with lower barriers all that
    met meet, and every tie that there was is there.

    Parameters
    ----------
    actors : tuple of str
        Ids of the actors.
    events : tuple of Event
        In the order of time.
    periods : int
        Number of periods.
    chances : Chances
        What decides about ties.
    start : Start
        Ties in the beginning.
    benefits : Benefits
        What is counted.
    seed : int
        Seed of the random numbers.
    """

    actors: tuple[str, ...]
    events: tuple[Event, ...]
    periods: int
    chances: Chances
    start: Start
    benefits: Benefits
    seed: int

    @property
    def parts(self) -> int:
        """One: all numbers of a draw stand in one row."""
        return 1

    @property
    def width(self) -> int:
        """How many numbers a draw has: quantities at every time, and new ties by pairs of values."""
        blocks = sum(int(codes.max(initial=-1)) + 1 for codes in self.benefits.blocks)
        return (self.periods + 1) * len(QUANTITIES) + blocks

    @cached_property
    def fingerprint(self) -> str:
        """32 hexadecimal digits that change with anything on which the values depend."""
        given = ("actors", "events", "periods", "chances", "start", "benefits", "seed")
        return fingerprint_of([(name, getattr(self, name)) for name in given])

    @property
    def draws_at_a_time(self) -> int:
        """How many draws make a piece of work."""
        return draws_at_a_time(self.width)

    def run(self, first: int, last: int) -> Rows:
        """Return the numbers of draws first..last-1."""
        rows = np.empty((last - first, self.width))
        for row, draw in enumerate(range(first, last)):
            tied, trusted = self.states(draw)
            rows[row] = np.concatenate([self.benefits.rows(tied, trusted).ravel(), self.benefits.of_blocks(tied)])
        return [rows]

    def states(self, draw: int) -> tuple[Array, Array]:
        """Return which dyads are tied, and which trust each other, in the beginning and after every period."""
        tied = self.start.tied(len(self._dyads), self.seed, draw)
        key = key_of(f"{self.seed}\x1f{draw}")
        return meetings(self._dyads, key, len(self.actors), self._programme(draw), self.chances, tied)

    @cached_property
    def _dyads(self) -> Array:
        return dyad_keys(keys_of(self.actors))

    @cached_property
    def _drawn(self) -> list[int]:
        """Places of the events at which not all are who may be there."""
        return [place for place, event in enumerate(self.events) if event.number < len(event.who)]

    @cached_property
    def _fixed(self) -> Programme:
        """The programme, as if all were there who may be."""
        when = np.array([event.period for event in self.events], dtype=np.int64)
        sizes = [len(event.who) for event in self.events]
        meet = [keys_of([f"{what}\x1f{event.name}" for event in self.events]) for what in ("meet", "tie")]
        return Programme(
            first=np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64),
            present=np.concatenate([np.zeros(0, dtype=np.int64), *(event.who for event in self.events)]),
            meet=np.array([event.meet for event in self.events], dtype=float),
            keys=np.column_stack(meet),
            ends=np.searchsorted(when, np.arange(self.periods), side="right").astype(np.int64),
            period_keys=keys_of([f"fade\x1f{period}" for period in range(self.periods)]),
        )

    @cached_property
    def _attendance(self) -> tuple[Array, Array]:
        """Keys of who is at which event whose participants are drawn, and who may not be there."""
        who = keys_of(self.actors)
        events = keys_of([f"present\x1f{self.events[place].name}" for place in self._drawn])
        barred = np.ones((len(self._drawn), len(who)), dtype=bool)
        for row, place in enumerate(self._drawn):
            barred[row, self.events[place].who] = False
        return events[:, None] ^ who, barred

    def _programme(self, draw: int) -> Programme:
        """Return who is at which event in a draw: of those who may be there, those with the smallest numbers."""
        fixed = self._fixed
        if not self._drawn:
            return fixed
        keys, barred = self._attendance
        numbers = uniforms_of_draws(keys.ravel(), self.seed, draw, draw + 1).reshape(barred.shape)
        order = np.argsort(np.where(barred, 2.0, numbers), axis=1, kind="stable")
        who = [event.who for event in self.events]
        for row, place in enumerate(self._drawn):
            who[place] = np.sort(order[row, : self.events[place].number])
        sizes = [len(each) for each in who]
        return Programme(
            first=np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64),
            present=np.concatenate(who),
            meet=fixed.meet,
            keys=fixed.keys,
            ends=fixed.ends,
            period_keys=fixed.period_keys,
        )


def keys_of(names: tuple[str, ...] | list[str]) -> Array:
    """Return 64-bit keys of texts."""
    return np.array([key_of(name) for name in names], dtype=np.uint64)
