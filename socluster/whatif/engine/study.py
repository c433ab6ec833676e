"""The values of measures over the draws of several scenarios: what every what-if question rests on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from socluster._kernels.compiling.sharing import shared
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.combine import drawn
from socluster.core.errors import InputError
from socluster.draws.pieces import Drawing
from socluster.draws.task import Rows, draws_at_a_time, fingerprint_of
from socluster.measures.ensembles.size import is_worth_compiling
from socluster.measures.ensembles.unmoved import looks_at_no_tie
from socluster.measures.shared.answers import Measure
from socluster.whatif.engine.evaluate import evaluate
from socluster.whatif.engine.layout import Layout, Values
from socluster.whatif.engine.measure_hooks import in_scenario
from socluster.whatif.scenarios.prepared import Prepared
from socluster.words import Phrase, counted, phrase

if TYPE_CHECKING:  # what computes is loaded when a study is run, so that `import socluster` stays quick
    from socluster.measures.ensembles.rules import Rule
    from socluster.whatif.engine.ensembles import Ensembles
    from socluster.whatif.engine.updates import Updates

__all__ = ["Study"]

MOST_VALUES = 2**29  # numbers in an answer (4 GB), of which more would not fit into an ordinary computer
WORK = 2e8  # actors squared x scenarios x draws in a piece of work: about two seconds of compiled loops
PIECES = (4_000, 2_000, 1_000, 500, 256, 128, 64)  # draws


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
    anew : bool, default False
        Whether every draw is measured by itself, by asking every measure about a cluster: the slow way, which tells
        whether the fast ones are right. They give the same values but for rounding.
    compiled : bool, optional
        Whether draws that are measured together are by compiled loops; without it, if they are worth it (`decided`).
    known_layout : Layout, optional
        The names of all values, if another study with these measures has found them.
    """

    scenarios: tuple[Prepared, ...]
    measures: tuple[tuple[str, Measure], ...]
    seed: int
    with_first: bool = True
    anew: bool = False
    compiled: bool | None = None
    known_layout: Layout | None = None

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
        rows = [np.full((last - first, self.layout.width(each.cluster.n_actors)), np.nan) for each in self.scenarios]
        done = set() if self.anew else self._filled_together(rows, first, last)
        for place, numbers in enumerate(rows):
            rest = [each for each in self.measures if (place, each[0]) not in done]
            if rest and self._is_asked(place):
                self._measure(place, rest, numbers, first)
        return rows

    def _filled_together(self, rows: Rows, first: int, last: int) -> set[tuple[int, str]]:
        """Put in what need not be measured draw by draw; return place of the scenario and name of the measure."""
        if not self.rules:
            return set()
        done = self.updates.fill(rows, first, last)
        updated = {place for place, _ in done}
        jobs = []
        for place in filter(self._is_asked, range(len(self.scenarios))):
            if place not in updated:
                jobs += self.ensembles.jobs(place, rows[place], first, last)
                done |= {(place, name) for name in self.ensembles.of(place).rules}
                self._warn(place, first)
        shared(jobs)
        return done

    def _is_asked(self, place: int) -> bool:
        """Whether the values of a scenario are to be found."""
        return place > 0 or self.with_first

    def _warn(self, place: int, first: int) -> None:
        """Say once what the measures would say of unknown dyads; of the first scenario the layout did."""
        if place and not first and self.scenarios[place].cluster.may_hold_unknown:
            self.ensembles.of(place).warn_of_unknown(self.scenarios[place].draw(self.seed, first))

    @cached_property
    def rules(self) -> dict[str, Rule]:
        """How to compute the measures that have a rule."""
        from socluster.measures.ensembles.rules import rule_of

        found = {name: rule_of(measure) for name, measure in self.measures}
        return {name: rule for name, rule in found.items() if rule is not None}

    @cached_property
    def ensembles(self) -> Ensembles:
        """What can be measured of many draws together; every process makes its own."""
        from socluster.whatif.engine.ensembles import Ensembles

        is_compiled = self._is_large if self.compiled is None else self.compiled
        return Ensembles(self.scenarios, self.rules, self.seed, self.layout, compiled=is_compiled)

    @property
    def _is_large(self) -> bool:
        return is_worth_compiling(self.scenarios[0].cluster.n_actors, 0)

    @property
    def uncertain(self) -> Array:
        """Of every scenario but the first, whether its values or those of the first differ from draw to draw: bool."""
        first, *others = (scenario.is_certain for scenario in self.scenarios)
        if len(self.unmoved) == len(self.measures):
            return np.zeros(len(others), dtype=bool)
        return ~(np.array(others, dtype=bool) & first)

    @cached_property
    def unmoved(self) -> frozenset[str]:
        """Names of the measures that look at no tie, which no draw changes."""
        return frozenset(name for name, measure in self.measures if looks_at_no_tie(measure))

    @property
    def parts(self) -> int:
        """How many scenarios there are, the first among them."""
        return len(self.scenarios)

    @cached_property
    def layout(self) -> Layout:
        """The names of all values, as the first draw of the first scenario gives them."""
        if self.known_layout is not None:
            return self.known_layout
        numbers, by_actor = evaluate(list(self.measures), self.scenarios[0].draw(self.seed, 0))
        return Layout(tuple(numbers), tuple(by_actor))

    @cached_property
    def updates(self) -> Updates:
        """What can be updated instead of measured anew; every process makes its own."""
        from socluster.whatif.engine.updates import Updates

        return Updates(self.scenarios, self.rules, self.seed, self.layout)

    def __getstate__(self) -> dict[str, Any]:
        """Travel without what is made of the rest."""
        made = ("rules", "updates", "ensembles", "_found_once")
        return {name: value for name, value in self.__dict__.items() if name not in made}

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
        """How many draws make a piece of work: of measures without a rule few, since each draw is a cluster."""
        width = sum(self.layout.width(each.cluster.n_actors) for each in self.scenarios)
        if self.anew or self.rules.keys() | self.unmoved < {name for name, _ in self.measures}:
            return draws_at_a_time(width)
        work = sum(each.cluster.n_actors**2 for each in self.scenarios)
        most = min(WORK / max(work, 1), draws_at_a_time(width, most=PIECES[0]))
        return next((size for size in PIECES if size <= most), PIECES[-1])

    def _measure(self, place: int, measures: list[tuple[str, Measure]], rows: Array, first: int) -> None:
        """Draw and measure; where a measure differs in no draw, one answer holds for all."""
        scenario = self.scenarios[place]
        is_the_same = {name: scenario.is_certain or (name in self.unmoved and not self.anew) for name, _ in measures}
        self._write_once(place, [each for each in measures if is_the_same[each[0]]], rows)
        moved = in_scenario([each for each in measures if not is_the_same[each[0]]], scenario)
        if not moved:
            return
        there = scenario.present_in(self.seed, first, first + len(rows))
        for row, present in zip(rows, there, strict=True):
            numbers, by_actor = evaluate(moved, Cluster(drawn(scenario.cluster.parts, present)))
            self.layout.write(row, numbers, by_actor, scenario.cluster.n_actors)

    def _write_once(self, place: int, measures: list[tuple[str, Measure]], rows: Array) -> None:
        """Put what is the same in every draw into all rows; it is found once for all pieces of draws."""
        if not measures:
            return
        scenario = self.scenarios[place]
        if place not in self._found_once:
            self._found_once[place] = evaluate(in_scenario(measures, scenario), scenario.cluster)
        n, (numbers, by_actor) = scenario.cluster.n_actors, self._found_once[place]
        self.layout.write(rows[0], numbers, by_actor, n)
        for name in (*numbers, *by_actor):
            columns = self.layout.place(name, n)
            rows[1:, columns] = rows[0, columns]

    @cached_property
    def _found_once(self) -> dict[int, tuple[dict[str, float], dict[str, pd.Series[Any]]]]:
        """What is the same in every draw, by place of the scenario; every process finds it for itself."""
        return {}

    def decided(self, draws: int) -> Study:
        """Return the study with the way of computing chosen, by nothing but its size and that of the whole question.

        Raises
        ------
        InputError
            If so many draws would have more values than fit into memory.
        """
        study = self
        if self.compiled is None:
            evaluations = draws * sum(not each.is_certain for each in self.scenarios)
            most = max(each.cluster.n_actors for each in self.scenarios)
            study = replace(self, compiled=is_worth_compiling(most, evaluations))
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
