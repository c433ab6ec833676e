"""What sets of candidates gain, goal by goal and draw by draw; every set is computed once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem
from socluster.draws.pieces import Drawing
from socluster.draws.spread import is_settled, spread
from socluster.draws.task import Rows
from socluster.measures.shared.answers import Measure
from socluster.whatif.choice.candidates import Together
from socluster.whatif.choice.coverage import Coverage
from socluster.whatif.choice.coverage_problem import CoverageProblem
from socluster.whatif.choice.goals import Goal, refuse_by_actor
from socluster.whatif.choice.plan_limits import Names
from socluster.whatif.comparison.outcome import difference
from socluster.whatif.engine.evaluate import evaluate, named_raw
from socluster.whatif.engine.layout import Layout
from socluster.whatif.engine.study import Study
from socluster.whatif.scenarios.prepared import Prepared
from socluster.whatif.scenarios.scenario import Scenario

__all__ = ["SetValues", "Weighted", "whole_cluster_measures"]

REFERENCES = 64  # prepared sets that are kept, since the next sets often start from them


class SetValues:
    """Gains of sets of candidates over the same draws (common random numbers).

    Measures are computed through `Study` in families: a set that is the reference, and all sets that hold one candidate
    more. A draw in which a goal is undefined before anybody joins says nothing and is left out; one in which it is
    undefined for a set counts for that set as the worst gain of any single candidate (or 0, if none of them loses).

    Parameters
    ----------
    base : Cluster
        The current cluster.
    candidates : mapping of str to Scenario
        By name.
    goals : mapping of str to Goal or Coverage
        By name.
    seed : int
        Seed of the draws.
    drawing : Drawing
        How many draws, and who computes.
    """

    def __init__(
        self,
        base: Cluster,
        candidates: Mapping[str, Scenario],
        goals: Mapping[str, Goal | Coverage],
        seed: int,
        drawing: Drawing,
    ) -> None:
        self.candidates = candidates
        self.goals = goals
        self.drawing = drawing
        self.seed = seed
        self.coverages: dict[str, CoverageProblem] = {
            name: goal.problem(base, candidates) for name, goal in goals.items() if isinstance(goal, Coverage)
        }
        self.measures = _measures_of(goals)
        self.draws = drawing.settings.most if self.measures else 1
        if self.measures:
            whole_cluster_measures(self.measures, Prepared("", base).draw(seed, 0))
        self._known: dict[Names, Together] = {(): Together(None, Prepared("", base))}
        self._layout: Layout | None = None
        self._compiled: bool | None = None
        place = {name: column for column, (name, _) in enumerate(self.measures)}
        self._columns_of = {
            name: [place[each] for each in goal.names] for name, goal in goals.items() if isinstance(goal, Goal)
        }
        self._gains: dict[frozenset[str], Array] = {}
        self._defined: dict[frozenset[str], Array] = {}
        self._look_at_single_candidates()

    @property
    def is_certain(self) -> bool:
        """Whether no draw differs from another in what the goals count."""
        return self._is_certain

    @property
    def evaluations(self) -> int:
        """How many sets were computed."""
        return len(self._gains)

    @property
    def evaluated(self) -> list[Names]:
        """The sets that were computed, each in the order of names, in an order that depends on nothing else."""
        return sorted((tuple(sorted(each)) for each in self._gains), key=lambda names: (len(names), names))

    def gains(self, chosen: Sequence[str]) -> Array:
        """Return the gains of a set: array of shape (goals, draws)."""
        if not chosen:
            return np.zeros((len(self.goals), len(self.kept)))
        if frozenset(chosen) not in self._gains:
            self.compute(tuple(chosen[:-1]), [chosen[-1]])
        return self._gains[frozenset(chosen)]

    def defined(self, chosen: Sequence[str]) -> float:
        """Return the share of the draws in which all goals are defined for a set that was computed."""
        return float(self._defined[frozenset(chosen)].mean())

    def compute(self, reference: Names, joining: Sequence[str]) -> None:
        """Compute all sets of the reference and one of these candidates that are not known yet."""
        new = [name for name in joining if frozenset((*reference, name)) not in self._gains]
        for name, raw in self._measured(reference, new).items():
            self._keep((*reference, name), raw)

    def _look_at_single_candidates(self) -> None:
        """Compute the single candidates, from which everything else is judged; they say how many draws are enough."""
        names = list(self.candidates)
        self._is_certain = True
        if not self.measures:
            self._before = np.zeros((0, self.draws))
            raw = dict.fromkeys(names, self._before)
            self._take_scales(raw)
        else:
            study = self._study((), names).decided(self.draws)
            self._layout, self._compiled = study.layout, study.compiled
            self._is_certain = not study.uncertain.any()
            raw, _ = self.drawing.until(
                study,
                lambda rows: self._looked(study, rows),
                lambda looked: looked[1],
                self.drawing.settings.limits(self.goals),
            )
        for name in names:
            self._keep((name,), raw[name])

    def _looked(self, study: Study, rows: Rows) -> tuple[dict[str, Array], dict[str, float]]:
        """Return the raw gains of the single candidates in so many draws, and the errors of the goals."""
        self.draws = len(rows[0])
        raw = self._raw_gains((), list(self.candidates), study, rows)
        return raw, self._take_scales(raw)

    def _take_scales(self, raw: Mapping[str, Array]) -> dict[str, float]:
        """Take from the single candidates what scales and undefined draws are worth; return the errors by goal."""
        self.kept = np.flatnonzero(~np.isnan(self._before).any(axis=0))
        if not self.kept.size:
            raise InputError("the goals are undefined for the cluster in every draw, so there is nothing to gain")
        stacked = np.array(list(raw.values()))[:, :, self.kept]
        self._scales = {
            name: goal.scales(stacked[:, self._columns_of[name]])
            for name, goal in self.goals.items()
            if isinstance(goal, Goal)
        }
        scored = np.array([self._scored((name,), each) for name, each in raw.items()])
        undefined = [name for row, name in enumerate(self.goals) if np.isnan(scored[:, row]).all()]
        if undefined:
            raise InputError(
                [
                    Problem(
                        "is undefined for every candidate in every draw", is_argument=True, column="goals", value=name
                    )
                    for name in undefined
                ]
            )
        self._worst = np.minimum(0.0, np.nanmin(scored, axis=(0, 2)))
        self._unit = np.maximum(np.nanmax(np.abs(scored), axis=(0, 2)), 1e-300)
        by_draw = np.moveaxis(scored, 2, 0).reshape(scored.shape[2], -1)
        is_sure = [self._is_certain or not isinstance(g, Goal) or g.looks_at_no_tie for g in self.goals.values()]
        believed = is_settled(by_draw) | np.tile(is_sure, len(raw))
        errors = spread(by_draw)["error_of_mean"].where(believed, np.inf).to_numpy().reshape(scored.shape[:2])
        return dict(zip(self.goals, pd.DataFrame(errors).max().tolist(), strict=True))

    def _measured(self, reference: Names, joining: Sequence[str]) -> dict[str, Array]:
        """Return the raw gains of the measures, of shape (measures, draws), for the reference with each candidate."""
        if not self.measures or not joining:
            return {name: np.zeros((0, self.draws)) for name in joining}
        study = self._study(reference, joining).decided(self.draws)
        return self._raw_gains(reference, joining, study, self.drawing.rows(study, self.draws))

    def _study(self, reference: Names, joining: Sequence[str]) -> Study:
        start = self._reference(reference)
        joining_them = (start.joined_by(self.candidates[name]).prepared for name in joining)
        scenarios = (start.prepared, *joining_them)
        measures = tuple(self.measures)
        return Study(
            scenarios,
            measures,
            self.seed,
            with_first=not reference,
            compiled=self._compiled,
            known_layout=self._layout,
        )

    def _raw_gains(self, reference: Names, joining: Sequence[str], study: Study, rows: Rows) -> dict[str, Array]:
        columns = [study.layout.numbers.index(name) for name, _ in self.measures]
        after = [each[:, columns].T for each in rows]
        if not reference:
            self._before = after[0]
        return {name: difference(self._before, values) for name, values in zip(joining, after[1:], strict=True)}

    def _reference(self, names: Names) -> Together:
        if names not in self._known:
            made = self._reference(names[:-1]).joined_by(self.candidates[names[-1]])
            if len(self._known) > REFERENCES:
                self._known = {(): self._known[()]}
            self._known[names] = made
        return self._known[names]

    def _keep(self, chosen: Names, raw: Array) -> None:
        scored = self._scored(chosen, raw)
        undefined: Array = np.asarray(np.isnan(scored))
        filled = np.where(undefined, self._worst[:, None], scored)
        unit = self._unit[:, None]
        self._gains[frozenset(chosen)] = np.round(filled / unit, 10) * unit  # equal gains differ by rounding only
        self._defined[frozenset(chosen)] = np.asarray(~undefined.any(axis=0))

    def _scored(self, chosen: Names, raw: Array) -> Array:
        """Return the gains in the goals: array of shape (goals, kept draws), with NaN where undefined."""
        rows = []
        for name, goal in self.goals.items():
            if isinstance(goal, Goal):
                rows.append(goal.score(raw[self._columns_of[name]][:, self.kept], self._scales[name]))
            else:
                rows.append(np.full(len(self.kept), self.coverages[name].gain(chosen)))
        return np.array(rows)


class Weighted:
    """The mean gain of sets in several goals, weighted; see `plan_search.Objective`."""

    def __init__(self, values: SetValues, weights: Array) -> None:
        self.values = values
        self.weights = weights

    def trials(self, reference: Names, joining: Sequence[str]) -> Array:
        """Return the value of the reference with each of these candidates."""
        self.values.compute(reference, joining)
        return np.array([self.value((*reference, name)) for name in joining])

    def value(self, chosen: Names) -> float:
        """Return the value of a set."""
        return float(self.weights @ self.values.gains(chosen).mean(axis=1))


def whole_cluster_measures(measures: list[tuple[str, Measure]], cluster: Cluster, argument: str = "goal") -> None:
    """Refuse measures that give no single number, before much is computed with them.

    Raises
    ------
    InputError
        If one gives text, or numbers by actor; all are listed.
    """
    numbers, _ = evaluate(measures, cluster)
    refuse_by_actor((name for name, _ in measures if name not in numbers), argument)


def _measures_of(goals: Mapping[str, Goal | Coverage]) -> list[tuple[str, Measure]]:
    """Return all measures of all goals, each once."""
    each_once: dict[Measure, None] = {}
    for goal in goals.values():
        if isinstance(goal, Goal):
            each_once |= dict.fromkeys(goal.weights)
    return named_raw(list(each_once)) if each_once else []
