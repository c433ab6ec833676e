"""Which assumption would change the choice?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Never

import numpy as np
from numpy.random import Generator

from socluster.core.arguments import generator, seed_of
from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem, nearest
from socluster.draws.pieces import Drawing
from socluster.draws.settings import NO_INTERVALS, Draws, as_draws, refuse_moved
from socluster.draws.spread import is_settled, spread
from socluster.measures.shared.network import one_mode
from socluster.whatif.choice.candidates import checked_candidates
from socluster.whatif.choice.goals import Better, Goal, as_goal
from socluster.whatif.choice.plan_values import whole_cluster_measures
from socluster.whatif.choice.sensitivity_result import NOBODY, Sensitivity, Settled
from socluster.whatif.comparison.outcome import difference
from socluster.whatif.engine.layout import Values
from socluster.whatif.engine.measure_hooks import measure_notes
from socluster.whatif.engine.study import Study
from socluster.whatif.scenarios.grounds import grounds
from socluster.whatif.scenarios.prepared import Prepared
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.ties.base import Model
from socluster.whatif.ties.protocol import TieModel
from socluster.words import LANGUAGES

__all__ = ["sensitivity"]

Candidates = Mapping[str, Scenario]


@dataclass(frozen=True)
class _Setting:
    """An assumption, and the candidates that differ if it is low, and if it is high."""

    names: Mapping[str, str]
    low: Candidates
    high: Candidates


@checked
def sensitivity(
    cluster: Any,
    candidates: Scenario | Sequence[Scenario],
    /,
    *,
    goal: Any,
    better: Better | None = None,
    draws: int | Draws = 1000,
    rng: Generator | int,
    vary: Mapping[str, tuple[Sequence[Scenario], Sequence[Scenario]]] | None = None,
    **moved: Never,
) -> Sensitivity:
    """Which assumption would change the choice?

    Every assumption of the tie models (how many ties, how sure the rates are) is set low and high, one at a time, in
    all candidates that make it; so is whatever else you vary. All settings are drawn with the same random numbers. What
    matters is not how far a gain moves, but whether another candidate would be chosen.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        The current cluster.
    candidates : Scenario or sequence of Scenario
        As in `rank_partners`; one alone is compared with nobody joining, "(nobody)", whose gain is 0.
    goal : callable or Goal
        A measure of the whole cluster that returns one number, or several with weights.
    better : {"higher", "lower"}, optional
        Which direction serves the goal, if it is a measure; "higher" if not stated. It must be stated for a measure of
        which more is not better by itself (fragmentation, path length, the E-I index).
    draws : int or Draws, default 1000
        How many draws; with ``sc.Draws(...)`` also who computes, and where finished draws are kept. Its tolerance holds
        for the standard errors of the mean gains, by candidate, at all settings. There is no interval here.
    rng : int or numpy.random.Generator
        Seed. The same seed gives the same answer.
    vary : mapping, optional
        From the name of an assumption of yours to two lists of candidates: as they are if it is low, and if it is high.
        Those that are not in a list stay as they are.
    **moved
        None; what stands in `Draws` is refused here.

    Returns
    -------
    Sensitivity

    Raises
    ------
    InputError
        If the candidates or the goal are not as in `rank_partners`, or `vary` holds unknown candidates.

    Notes
    -----
    The choice is the candidate that wins most draws (as in `rank_partners`); gains are means over the draws in which
    they are defined. A `Goal` per spread keeps the scale of the candidates as they are. Ranges come from the tie models
    (`varied`); models without one are named in the result.

    References
    ----------
    Howard, R. A. (1988). Decision analysis: practice and promise. Management Science 34, 679-695.
    doi:10.1287/mnsc.34.6.679

    Examples
    --------
    >>> import socluster as sc
    >>> partners = sc.load_dataset("norway_project").layer("contract")
    >>> def joins(name, **ties):
    ...     return sc.Scenario(name).with_actor(name, sector="civic").with_ties(name, sc.ties.Stated(ties))
    >>> candidates = [joins("beside the lead", LEU=0.8), joins("at the edge", UTEN=0.8, BIRZ=0.8)]
    >>> found = sensitivity(partners, candidates, goal=sc.global_efficiency, draws=100, rng=7)
    >>> found.to_frame()["changes"].tolist()
    [False]
    """
    refuse_moved(moved, "sensitivity")
    settings = as_draws(draws).only("tolerance", "executor", "checkpoint", why=NO_INTERVALS)
    base, wanted = one_mode(cluster), as_goal(goal, better)
    known = checked_candidates(candidates, base)
    if len(known) == 1:
        known[NOBODY] = Scenario(NOBODY)
    seed = int(generator(rng).integers(2**63))
    whole_cluster_measures(wanted.measures, Prepared("", base).draw(seed, 0))
    varied = [*_settings_of_models(known), *_settings_of_user(vary, known, base)]
    changed = [dict(side) for each in varied for side in (each.low, each.high)]
    groups = [known, *changed]
    study = Study(_prepared(base, groups), tuple(wanted.measures), seed).decided(settings.most)
    uncertain = study.uncertain
    with Drawing(settings, "sensitivity") as drawing:
        scores = drawing.until(
            study,
            lambda rows: _scores(study.tables(rows), wanted, len(known)),
            lambda scores: _errors(scores, groups, uncertain),
            settings.limits(known),
        )
    each_score = iter(scores)
    as_assumed = {name: next(each_score) for name in known}
    sides = [{**as_assumed, **{name: next(each_score) for name in side}} for side in changed]
    settled = [
        Settled(each.names, low, high, tuple({**each.low, **each.high}))
        for each, low, high in zip(varied, sides[::2], sides[1::2], strict=True)
    ]
    return Sensitivity(
        wanted,
        as_assumed,
        tuple(settled),
        skipped=tuple(_without_ranges(known)),
        draws=scores.shape[1],
        fingerprint=base.fingerprint,
        seed=seed_of(rng),
        is_certain=not uncertain.any(),
        data_notes=(*measure_notes(list(wanted.weights)), *grounds(base, known.values())),
        cluster=base,
    )


def _prepared(base: Cluster, groups: Sequence[Candidates]) -> tuple[Prepared, ...]:
    scenarios = [each for group in groups for each in group.values()]
    return (Prepared("before", base), *(each.prepare(base) for each in scenarios))


def _scores(values: Sequence[Values], goal: Goal, n: int) -> Array:
    """Return the score of every scenario in every draw, on the scale of the first n, which are as assumed."""
    before, *after = [each.numbers[goal.names].to_numpy(dtype=float).T for each in values]
    gains = np.array([difference(before, each) for each in after])
    return goal.score(gains, goal.scales(gains[:n]))


def _errors(scores: Array, groups: Sequence[Candidates], uncertain: Array) -> dict[str, float]:
    """Return the largest standard error of the mean gains of every candidate, over all settings."""
    names = [name for group in groups for name in group]
    errors = spread(scores.T)["error_of_mean"].where(is_settled(scores.T) | ~uncertain, np.inf).set_axis(names)
    return {str(name): float(error) for name, error in errors.groupby(level=0).max().items()}


def _settings_of_models(known: Candidates) -> list[_Setting]:
    """Return what the tie models would vary; what has one name is one assumption, in all candidates that make it."""
    names: dict[str, dict[str, str]] = {}
    for model in _models(known):
        told = [list(_varied(model, language)) for language in LANGUAGES]
        names |= {of[0]: dict(zip(LANGUAGES, of, strict=True)) for of in zip(*told, strict=True)}
    settings = []
    for name, told_name in names.items():
        low, high = ({key: _set(each, name, side) for key, each in known.items()} for side in (0, 1))
        differ = [key for key, each in known.items() if not (low[key] == each == high[key])]
        if differ:
            settings.append(_Setting(told_name, {key: low[key] for key in differ}, {key: high[key] for key in differ}))
    return settings


def _set(scenario: Scenario, name: str, side: int) -> Scenario:
    """Return the scenario with the assumption of this name low (0) or high (1) in all its tie models."""
    steps = []
    for step in scenario.steps:
        variants = _varied(step.model) if step.model is not None else {}
        if name in variants:
            model = variants[name][side]
            step = replace(step, subject=tuple(model if part is step.model else part for part in step.subject))
        steps.append(step)
    return replace(scenario, steps=tuple(steps))


def _settings_of_user(vary: Any, known: Candidates, base: Cluster) -> list[_Setting]:
    """Return what the user varies.

    Raises
    ------
    InputError
        If an entry is no pair of lists of candidates, or holds candidates of other names.
    """
    settings = []
    for name, sides in dict(vary or {}).items():
        if not isinstance(sides, tuple | list) or len(sides) != 2:
            raise InputError(
                Problem(
                    "must be a pair: the candidates if it is low, and if it is high",
                    is_argument=True,
                    column="vary",
                    row=str(name),
                    value=sides,
                )
            )
        low, high = (checked_candidates(side, base) for side in sides)
        unknown = [each for each in {**low, **high} if each not in known]
        if unknown:
            raise InputError(
                [
                    Problem(
                        "names somebody who is no candidate, so '{name}' cannot set it",
                        is_argument=True,
                        column="vary",
                        value=each,
                        nearest=nearest(each, known),
                        values={"name": str(name)},
                    )
                    for each in unknown
                ]
            )
        settings.append(_Setting(dict.fromkeys(LANGUAGES, str(name)), low, high))
    return settings


def _models(known: Candidates) -> list[TieModel]:
    return [step.model for each in known.values() for step in each.steps if step.model is not None]


def _varied(model: TieModel, language: str = "en") -> Mapping[str, tuple[TieModel, TieModel]]:
    """Return what a model would vary, by name; models of users need not say it in several languages."""
    if isinstance(model, Model):
        return model.varied(language)  # type: ignore[arg-type]  # it is one of the languages
    own: Any = getattr(model, "varied", dict)
    found: Mapping[str, tuple[TieModel, TieModel]] = own()
    return found


def _without_ranges(known: Candidates) -> list[str]:
    """Return the names of the models that do not say what to vary."""
    return list(dict.fromkeys(type(model).__name__ for model in _models(known) if not _varied(model)))
