"""A goal: several measures with stated weights, scored by what a scenario gains in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal, TypeAlias

import numpy as np
import pandas as pd

from socluster.core.arguments import choice
from socluster.core.checked import checked_methods
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem, nearest
from socluster.measures.ensembles.unmoved import looks_at_no_tie
from socluster.measures.shared.answers import Measure, named
from socluster.whatif.engine.evaluate import named_raw
from socluster.whatif.ties.protocol import is_number
from socluster.words import Language, marked, measure_name, number, say

__all__ = ["Better", "Goal", "as_goal", "frame_of_scores", "no_such_goals", "refuse_by_actor", "stated_goal"]

Better: TypeAlias = Literal["higher", "lower"]

# Measures of the whole cluster of which more is not better by itself, so that the direction has to be stated.
_NEED_DIRECTION = frozenset(
    {
        "assortativity",
        "average_path_length",
        "centralization",
        "clients_lost",
        "clients_unserved",
        "clients_waiting",
        "coleman_homophily",
        "diameter",
        "ei_index",
        "fragmentation",
        "freeman_segregation",
        "krackhardt_hierarchy",
        "mean_wait",
        "modularity",
        "numeric_assortativity",
        "share_lost",
    }
)


@checked_methods
@dataclass(frozen=True, repr=False, eq=False)
class Goal:
    r"""What is to be gained, if it is more than one measure? Several, with stated weights.

    The score of a scenario in a draw is the weighted sum of its gains,

    .. math:: \sum_m w_m \, s_m \, \frac{m_\text{after} - m_\text{before}}{d_m}

    with the stated weight w, s = 1 where higher is better and -1 where lower is, and d = 1 (per="unit") or the standard
    deviation of the gain in m over all candidates and draws (per="spread").

    Parameters
    ----------
    weights : mapping of callable to float
        From measure (ours or your own; one number for the whole cluster) to its weight, greater than 0.
    per : {"spread", "unit"}, default "spread"
        "spread" makes measures of different units comparable, at a price: the scale depends on which candidates are
        compared, so that the score of a candidate may change when another one is added to the list. "unit" adds raw
        gains; the weights then say how much a unit of each measure is worth.
    better : mapping, optional
        From measure (or its name) to "higher" or "lower"; "higher" where nothing is stated. It must be stated for
        measures of which more is not better by itself, such as fragmentation, path length or the E-I index.

    Notes
    -----
    A measure in which all candidates gain the same in all draws has no spread; it cannot tell them apart and counts
    nothing. A score is undefined where one of its measures is.

    Examples
    --------
    >>> import socluster as sc
    >>> Goal({sc.global_efficiency: 2, sc.density: 1}, per="unit")
    Goal: 2 × global efficiency (higher is better) + 1 × density (higher is better). The gains are added as they ...
    """

    weights: Mapping[Measure, float]
    per: Literal["spread", "unit"] = field(default="spread", kw_only=True)
    better: Mapping[Measure | str, Better] | None = field(default=None, kw_only=True)

    def __post_init__(self) -> None:
        """Check weights and directions, and keep copies that nobody else can change."""
        choice("per", self.per, ("spread", "unit"))
        if not isinstance(self.weights, Mapping) or not self.weights:
            raise InputError(Problem("a Goal needs a mapping from measure to weight", value=self.weights))
        if not isinstance(self.better, Mapping | None):
            raise InputError(Problem("better must be a mapping from measure to 'higher' or 'lower'", value=self.better))
        object.__setattr__(self, "weights", dict(self.weights))
        object.__setattr__(self, "better", dict(self.better or {}))
        problems = [
            Problem(
                "a weight must be a number greater than 0; state better='lower' where less is better", row=name, value=w
            )
            for name, w in zip(self.names, self.weights.values(), strict=True)
            if not (is_number(w) and 0 < w < np.inf)
        ]
        if problems:
            raise InputError(problems)
        _ = self.signs  # whatever is wrong with the directions is said here

    @cached_property
    def measures(self) -> list[tuple[str, Measure]]:
        """The measures with their names, asking for raw values."""
        return named_raw(list(self.weights))

    @cached_property
    def names(self) -> list[str]:
        """Names of the measures."""
        return [name for name, _ in self.measures]

    @cached_property
    def signs(self) -> Array:
        """For every measure 1 if higher is better, -1 if lower is."""
        name_of: dict[Any, str] = {
            measure: name for measure, (name, _) in zip(self.weights, self.measures, strict=True)
        }
        stated: dict[str, str] = {}
        for key, direction in (self.better or {}).items():
            name = key if isinstance(key, str) else name_of.get(key, getattr(key, "__name__", str(key)))
            if name not in self.names:
                near = nearest(name, self.names)
                raise InputError(
                    Problem(
                        "is not a measure of this goal", is_argument=True, column="better", value=name, nearest=near
                    )
                )
            stated[name] = choice(f"better[{name!r}]", direction, ("higher", "lower"))
        message = marked("more of it is not better by itself; state which is, as in better={'{measure}': 'lower'}")
        open_ones = [name for name in self.names if _needs_direction(name) and name not in stated]
        if open_ones:
            raise InputError(
                [
                    Problem(message, value=name, values={"measure": name}, column="better", is_argument=True)
                    for name in open_ones
                ]
            )
        return np.array([-1.0 if stated.get(name) == "lower" else 1.0 for name in self.names])

    def scales(self, gains: Array) -> Array:
        """Return by what the gain in every measure is divided; infinity where a measure tells nobody apart.

        Parameters
        ----------
        gains : array of float of shape (candidates, measures, draws)
            Raw gains of the candidates.
        """
        if self.per == "unit":
            return np.ones(gains.shape[1])
        spread = np.array([_deviation(gains[:, place]) for place in range(gains.shape[1])])
        return np.where(spread > 0, spread, np.inf)

    def score(self, gains: Array, scales: Array) -> Array:
        """Return the weighted sum over the measures, which are in the last axis but one."""
        factors = np.array(list(self.weights.values()), dtype=float) * self.signs / scales
        with np.errstate(invalid="ignore"):
            scored: Array = (gains * factors[:, None]).sum(axis=-2)
        return scored

    def label(self, language: Language = "en") -> str:
        """Return the weighted measures and which direction serves, as in `2 × density (higher is better)`."""
        weighted = zip(self.names, self.weights.values(), self.signs, strict=True)
        return " + ".join(
            f"{number(weight, language)} × {_with_direction(name, sign, language)}" for name, weight, sign in weighted
        )

    def said(self, language: Language = "en", name: str | None = None) -> str:
        """Return what is to be gained in plain words: the measure, or the weighted measures if there are several.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the words.
        name : str, optional
            What a goal of one measure is called, instead of the measure.
        """
        if not self.is_single:
            return self.label(language)
        return _with_direction(self.names[0] if name is None else name, self.signs[0], language)

    def change_said(self, language: Language = "en") -> str:
        """Return what a gain is, for the axis of a picture: of one measure a change, which is positive where it serves.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the words.
        """
        if not self.is_single:
            return say("gain in {goal}", language, goal=self.label(language))
        if self.signs[0] < 0:
            return say("fall in {quantity}", language, quantity=self.said(language))
        return say("change in {quantity}", language, quantity=self.said(language))

    @property
    def is_single(self) -> bool:
        """Whether it is one measure in its own unit, so that there are no weights to speak of."""
        return len(self.weights) == 1 and self.per == "unit" and next(iter(self.weights.values())) == 1

    @property
    def looks_at_no_tie(self) -> bool:
        """Whether no measure of it looks at ties, so that it is the same in every draw."""
        return all(map(looks_at_no_tie, self.weights))

    def sentences(self, language: Language = "en") -> list[str]:
        """Return the weights, what they multiply, and the caveat.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        if self.per == "spread":
            scale = say(
                "Each gain is divided by its standard deviation over the candidates and draws, so the score depends on "
                "which candidates are compared.",
                language,
            )
        else:
            scale = say("The gains are added as they are, each in its own unit.", language)
        caveat = say(
            "The weights are a choice of the analyst. Structure is not effectiveness: a higher score does not mean "
            "better care.",
            language,
        )
        return [say("Goal: {terms}.", language, terms=self.label(language)), scale, caveat]

    def __repr__(self) -> str:
        """Return the sentences."""
        return " ".join(self.sentences())


def stated_goal(goal: Any, goals: Any) -> Any:
    """Return what is to be gained, said as `goal=` or as `goals=`: the two mean the same in every question.

    Raises
    ------
    InputError
        If it is said in neither way, or in both.
    """
    if (goal is None) == (goals is None):
        raise InputError("say what is to be gained, once: goal=global_efficiency")
    return goals if goal is None else goal


def as_goal(goal: Any, better: str | None = None) -> Goal:
    """Return a goal; a measure makes one of a single term, in its own unit.

    Raises
    ------
    InputError
        If it is neither, a direction is stated for a goal that states its own, or none is stated for a measure of which
        more is not better by itself.
    """
    if isinstance(goal, Goal):
        if better is not None:
            raise InputError(
                Problem(
                    "a Goal states in itself what is better, as in Goal({density: 1}, better={density: 'lower'})",
                    is_argument=True,
                    column="better",
                    value=better,
                )
            )
        return goal
    ((name, measure),) = named([goal])
    if better is None and _needs_direction(name):
        raise InputError(
            Problem(
                "more of it is not better by itself; state better='lower' or better='higher'",
                value=name,
                column="goal",
                is_argument=True,
            )
        )
    direction: Any = choice("better", "higher" if better is None else better, ("higher", "lower"))
    return Goal({measure: 1.0}, per="unit", better={measure: direction})


def _needs_direction(name: str) -> bool:
    """Whether the direction of a measure has to be stated; its options do not matter."""
    return name.partition("(")[0] in _NEED_DIRECTION


def _with_direction(measure: str, sign: float, language: Language) -> str:
    """Return the name of a measure, and which direction serves the goal."""
    name = measure_name(measure, language)
    if sign < 0:
        return say("{measure} (lower is better)", language, measure=name)
    return say("{measure} (higher is better)", language, measure=name)


def _deviation(values: Array) -> float:
    known = values[~np.isnan(values)]
    if not known.size:
        return 0.0
    deviation = float(np.std(known))
    return deviation if deviation > 1e-12 * max(1.0, float(np.abs(known).max())) else 0.0


def frame_of_scores(gains: Mapping[str, pd.DataFrame], goal: Goal) -> pd.DataFrame:
    """Return the score of every candidate (column) in every draw (row), on the scale of these candidates."""
    stacked = np.array([frame[goal.names].to_numpy(dtype=float).T for frame in gains.values()])
    return pd.DataFrame(goal.score(stacked, goal.scales(stacked)).T, columns=list(gains))


def refuse_by_actor(names: Iterable[str], argument: str = "goal") -> None:
    """Refuse measures that give a value per actor, of which there is no most and no least.

    Raises
    ------
    InputError
        If there are any; all are listed.
    """
    problems = [
        Problem(
            "must be one number for the whole cluster; this measure gives one per actor. Make one of them, as in "
            "lambda cluster: {measure}(cluster).mean()",
            is_argument=True,
            column=argument,
            value=name,
            values={"measure": name},
        )
        for name in names
    ]
    if problems:
        raise InputError(problems)


def no_such_goals(asked: Iterable[tuple[str, str]], goals: Iterable[str]) -> list[Problem]:
    """Return a problem for each goal that a plan does not have; it is asked for in pairs of argument and goal."""
    known, message = list(goals), marked("is not a goal of this plan")
    return [
        Problem(message, is_argument=True, column=argument, value=goal, nearest=nearest(goal, known))
        for argument, goal in asked
        if goal not in known
    ]
