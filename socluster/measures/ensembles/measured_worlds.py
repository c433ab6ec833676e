"""The task of measuring every world that a cluster with uncertain ties may stand for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from socluster._kernels.compiling.sharing import shared
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.combine import drawn
from socluster.draws.task import Rows, draws_at_a_time, fingerprint_of
from socluster.draws.worlds import Worlds
from socluster.measures.ensembles.asked import Asked
from socluster.measures.ensembles.rules import Rule, rule_of
from socluster.measures.ensembles.size import is_worth_compiling
from socluster.measures.ensembles.unmoved import looks_at_no_tie
from socluster.measures.shared.answers import Measure
from socluster.words import Phrase, phrase

__all__ = ["MeasuredWorlds"]

TOGETHER = 1_000  # draws in a piece of work, where they are measured together


@dataclass(frozen=True, eq=False)
class MeasuredWorlds:
    """A task: some measures of every world, whose one part has a row of numbers for each draw.

    Measures that have a rule are asked about many draws at once; the others about one cluster after the other.

    Parameters
    ----------
    worlds : Worlds
        What is drawn.
    measures : tuple of (str, Measure)
        Measures with their names.
    ask : callable
        From a cluster and some of the measures to the numbers of every column.
    places : mapping of str to slice
        Where the numbers of a column stand in a row.
    compiled : bool
        Whether draws are measured together by compiled loops (`worth`).
    """

    worlds: Worlds
    measures: tuple[tuple[str, Measure], ...]
    ask: Callable[[Cluster, list[tuple[str, Measure]]], Mapping[str, Array]]
    places: Mapping[str, slice]
    compiled: bool

    @staticmethod
    def worth(worlds: Worlds, draws: int) -> bool:
        """Whether so many draws are worth the loading of compiled loops."""
        return is_worth_compiling(worlds.whole.n_actors, draws)

    @property
    def parts(self) -> int:
        """One array."""
        return 1

    @cached_property
    def fingerprint(self) -> str:
        """What the numbers depend on."""
        worlds = self.worlds
        about: list[tuple[str | Phrase, object]] = [
            ("the worlds", (worlds.whole.fingerprint, worlds.seed, worlds.keep))
        ]
        about += [(phrase("the measure '{name}'", name=name), measure) for name, measure in self.measures]
        return fingerprint_of(about)

    @property
    def draws_at_a_time(self) -> int:
        """How many draws make a piece of work."""
        return draws_at_a_time(self.width, most=TOGETHER) if not self._rest else draws_at_a_time(self.width)

    @cached_property
    def width(self) -> int:
        """How many numbers a draw has."""
        return max((place.stop for place in self.places.values()), default=0)

    def run(self, first: int, last: int) -> Rows:
        """Return the numbers of draws first..last-1; where nothing is uncertain, the first one holds for all."""
        rows = np.full((last - first, self.width), np.nan)
        if self.worlds.is_certain:
            self._write(rows, slice(None), self.ask(self.worlds.whole, list(self.measures)))
            return [rows]
        there = self.worlds.present_in(first, last)

        def put(name: str, draws: slice, values: Array) -> None:
            rows[draws, self.places[name]] = values.reshape(len(values), -1)

        if self._asked.rules:
            shared(list(self._asked.jobs(there[:, self._asked.drawn], put, compiled=self.compiled)))
        if self._unmoved:
            self._write(rows, slice(None), self._found_once)
        if self._rest:
            for row, present in enumerate(there):
                cluster = Cluster(drawn(self.worlds.whole.parts, present))
                self._write(rows, slice(row, row + 1), self.ask(cluster, self._rest))
        return [rows]

    def _write(self, rows: Array, draws: slice, answers: Mapping[str, Array]) -> None:
        for name, values in answers.items():
            rows[draws, self.places[name]] = values

    @cached_property
    def _asked(self) -> Asked:
        found = {name: rule_of(measure) for name, measure in self.measures}
        rules: dict[str, Rule] = {name: rule for name, rule in found.items() if rule is not None}
        return Asked(self.worlds.whole, np.flatnonzero(self.worlds.confidence < 1), rules)

    @cached_property
    def _rest(self) -> list[tuple[str, Measure]]:
        """The measures that cannot be asked about many draws at once."""
        known = [*self._asked.rules, *(name for name, _ in self._unmoved)]
        return [each for each in self.measures if each[0] not in known]

    @cached_property
    def _unmoved(self) -> list[tuple[str, Measure]]:
        """The measures that no draw changes."""
        return [each for each in self.measures if looks_at_no_tie(each[1])]

    @cached_property
    def _found_once(self) -> Mapping[str, Array]:
        """What the measures are that no draw changes; every process finds it for itself."""
        return self.ask(self.worlds.whole, self._unmoved)

    def __getstate__(self) -> dict[str, Any]:
        """Travel without what is made of the rest."""
        made = ("_asked", "_rest", "_unmoved", "_found_once")
        return {name: value for name, value in self.__dict__.items() if name not in made}
