"""The values of measures over the draws of several scenarios: what every what-if question rests on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np

from socluster.core.columns import Array
from socluster.core.errors import InputError
from socluster.draws.pieces import Drawing
from socluster.draws.task import Rows, draws_at_a_time, fingerprint_of
from socluster.measures.shared.answers import Measure
from socluster.whatif.engine.evaluate import evaluate
from socluster.whatif.engine.layout import Layout, Values
from socluster.whatif.engine.updates import Updates
from socluster.whatif.scenarios.prepared import Prepared
from socluster.words import Phrase, counted, phrase

__all__ = ["Study"]

MOST_VALUES = 2**29  # numbers in an answer (4 GB), of which more would not fit into an ordinary computer
WORTH_UPDATING = 5_000  # evaluations of a cluster of up to 200 actors; fewer do not earn the loading of compiled loops


@dataclass(frozen=True, eq=False)
class Study:
    """Scenarios, measures and a seed: the task (`draws.task`) whose draws are the values of all scenarios.

    Parameters
    ----------
    scenarios : tuple of Prepared
        The scenarios; the first is what the others are compared with.
    measures : tuple of (str, Measure)
        Measures with their names (`evaluate.named_raw`).
    seed : int
        Seed of the random numbers, which belong to ties and draws (`core.streams`).
    with_first : bool, default True
        Whether the first scenario is to be measured too; if its values are known already, they are left undefined.
    by_updates : bool, optional
        Whether scenarios in which one partner joins are computed by updating the first scenario instead of measuring
        anew (`updates`), where measures allow. Without it, where there is enough to compute; the values are the same
        but for rounding.
    """

    scenarios: tuple[Prepared, ...]
    measures: tuple[tuple[str, Measure], ...]
    seed: int
    by_updates: bool | None = None
    with_first: bool = True

    def values(self, drawing: Drawing, draws: int | None = None) -> list[Values]:
        """Return the values of every scenario over draws 0, 1, ..., draws - 1.

        Parameters
        ----------
        drawing : Drawing
            Who computes, and where finished draws are kept.
        draws : int, optional
            How many draws; without it, as many as are asked for at most.
        """
        draws = drawing.settings.most if draws is None else draws
        study = self.decided(draws)
        return study.tables(drawing.rows(study, draws))

    def tables(self, rows: Rows) -> list[Values]:
        """Return the numbers of all draws as tables, one answer per scenario."""
        return [self.layout.values(each, s.cluster.index) for each, s in zip(rows, self.scenarios, strict=True)]

    def run(self, first: int, last: int) -> Rows:
        """Return the numbers of draws first..last-1: for each scenario, an array of shape (draws, width)."""
        widths = [self.layout.width(each.cluster.n_actors) for each in self.scenarios]
        rows = [np.full((last - first, width), np.nan) for width in widths]
        done = self.updates.fill(rows, first, last) if self.by_updates else set()
        for place, (scenario, numbers) in enumerate(zip(self.scenarios, rows, strict=True)):
            rest = [each for each in self.measures if (place, each[0]) not in done]
            if rest and (place or self.with_first):
                self._measure(scenario, rest, numbers, first)
        return rows

    @property
    def uncertain(self) -> Array:
        """Of every scenario but the first, whether it or the first differs from draw to draw: array of bool."""
        first, *others = (scenario.is_certain for scenario in self.scenarios)
        return ~(np.array(others, dtype=bool) & first)

    @property
    def parts(self) -> int:
        """How many scenarios there are, the first among them."""
        return len(self.scenarios)

    @cached_property
    def layout(self) -> Layout:
        """The names of all values, as the first draw of the first scenario gives them."""
        numbers, by_actor = evaluate(list(self.measures), self.scenarios[0].draw(self.seed, 0))
        return Layout(tuple(numbers), tuple(by_actor))

    @cached_property
    def updates(self) -> Updates:
        """What can be updated instead of measured anew; every process makes its own."""
        return Updates(self.scenarios, self.measures, self.seed, self.layout)

    def __getstate__(self) -> dict[str, Any]:
        """Travel without what is made of the rest."""
        return {name: value for name, value in self.__dict__.items() if name != "updates"}

    @cached_property
    def fingerprint(self) -> str:
        """32 hexadecimal digits that change with anything on which the values depend.

        Raises
        ------
        InputError
            If a measure or a tie model depends on something that cannot be told from another of its kind.
        """
        about: list[tuple[str | Phrase, object]] = [("the seed", self.seed), ("the values", repr(self.layout))]
        about += [("whether the first is measured", self.with_first)]
        for each in self.scenarios:
            about += [(f"the scenario {each.name!r}", (each.cluster.fingerprint, each.said))]
            about += [(phrase("the tie models '{name}'", name=each.name), each.modelled)]
        about += [(phrase("the measure '{name}'", name=name), measure) for name, measure in self.measures]
        return fingerprint_of(about)

    @property
    def draws_at_a_time(self) -> int:
        """How many draws make a piece of work."""
        return draws_at_a_time(sum(self.layout.width(each.cluster.n_actors) for each in self.scenarios))

    def _measure(self, scenario: Prepared, measures: list[tuple[str, Measure]], rows: Array, first: int) -> None:
        """Draw and measure; where nothing is uncertain, the first draw holds for all."""
        n = scenario.cluster.n_actors
        for row in range(len(rows)):
            if row and scenario.is_certain:
                rows[row] = rows[0]
                continue
            numbers, by_actor = evaluate(measures, scenario.draw(self.seed, first + row))
            self.layout.write(rows[row], numbers, by_actor, n)

    def decided(self, draws: int) -> Study:
        """Return the study with the way of computing chosen, by nothing but its size and that of the whole question.

        Raises
        ------
        InputError
            If so many draws would have more values than fit into memory.
        """
        size = max(1.0, self.scenarios[0].cluster.n_actors / 200) ** 2
        is_worth_it = (len(self.scenarios) - 1) * draws * size >= WORTH_UPDATING
        study = self if self.by_updates is not None else replace(self, by_updates=is_worth_it)
        study._refuse_too_much(draws)
        return study

    def _refuse_too_much(self, draws: int) -> None:
        total = draws * sum(self.layout.width(each.cluster.n_actors) for each in self.scenarios)
        if total > MOST_VALUES:
            raise InputError(
                "{draws} {with_scenarios} would be {size} GB of values; ask for fewer draws, fewer scenarios, or "
                "measures of the whole cluster instead of measures by actor",
                {
                    "draws": counted("{n} draw", "{n} draws", draws),
                    "with_scenarios": counted("with {n} scenario", "with {n} scenarios", len(self.scenarios) - 1),
                    "size": round(total * 8 / 2**30),
                },
            )
