"""Before against after: a cluster and its scenarios, drawn together many times."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from numpy.random import Generator

from socluster.core.arguments import choice, fraction, generator, positive_integer, seed_of
from socluster.core.errors import InputError, Problem, nearest
from socluster.draws.pieces import Pieces
from socluster.measures.shared.network import one_mode
from socluster.whatif.comparison.outcome import Outcome
from socluster.whatif.comparison.random_partner import random_partner
from socluster.whatif.engine.evaluate import Measure, named_raw
from socluster.whatif.engine.layout import Layout, Values
from socluster.whatif.engine.study import Study
from socluster.whatif.scenarios.prepared import Prepared
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.ties.protocol import is_number

__all__ = ["compare"]


def compare(
    cluster: Any,
    scenarios: Scenario | Sequence[Scenario],
    /,
    *,
    measures: Sequence[Measure],
    draws: int = 1000,
    rng: Generator | int,
    interval: float = 0.9,
    better: Mapping[str, Literal["higher", "lower"]] | None = None,
    tolerance: float | Mapping[str, float] | None = None,
    null: bool = False,
    executor: Any = None,
    checkpoint: Any = None,
) -> Outcome:
    """What would change? Every scenario against the current cluster, with how sure the answer is.

    In each draw, every uncertain tie of the cluster is there or not with its confidence, what the tie models do not
    know about themselves (their rates) is drawn, and then the ties of the new partners. The same tie has the same
    random number before and after, so that a difference is due to the scenario alone (common random numbers). Draws
    are independent of each other; ties are independent given the rates, unless a tie model says otherwise.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        The current cluster; one that has only affiliations is projected first, with a warning.
    scenarios : Scenario or sequence of Scenario
        What might happen.
    measures : sequence of callable
        Functions of a cluster that return a number, or numbers by actor: socluster's or your own. Measures with a
        parameter `normalized` are asked for raw values, since normalised ones shift when the number of actors does;
        ``functools.partial(measure, normalized=True)`` asks for normalised ones.
    draws : int, default 1000
        How many draws; with `tolerance`, how many at most.
    rng : int or numpy.random.Generator
        Seed. The same seed gives the same answer, regardless of who computes it.
    interval : float, default 0.9
        Share of the draws that an interval holds (0..1).
    better : mapping, optional
        From measure to "higher" or "lower", where you can say which is an improvement. Structure is not
        effectiveness: without a statement of yours, there is only more and less.
    tolerance : float or mapping from measure to float, optional
        Stop drawing once the Monte-Carlo standard errors of the median and of the mean difference are at most this.
    null : bool, default False
        Also compare with a random partner of the same type: one that has in each draw as many ties as the scenario's
        partner, but to actors taken at random, as often as its sector is tied to theirs (`random_partner`).
    executor : None, int or dask.distributed.Client
        Who computes: this process, several processes, or a cluster of computers. Nothing else changes.
    checkpoint : path, optional
        A folder in which finished draws are kept. After an interruption the same call resumes from there.

    Returns
    -------
    Outcome
        `.to_frame()`: one row per scenario and measure; `.by_actor()`: one row per scenario, measure and actor.

    Raises
    ------
    InputError
        If a scenario does not fit the cluster, two have one name, a measure does not return numbers, a tolerance is no
        positive number, the checkpoint belongs to another comparison, or no partner joins where `null` is asked for.

    Examples
    --------
    >>> import socluster as sc
    >>> knoke = sc.load_dataset("knoke").layer("information")
    >>> quiet = sc.Scenario("the mayor leaves").without_actor("MAYR")
    >>> outcome = sc.compare(knoke, [quiet], measures=[sc.density], draws=100, rng=7)
    >>> outcome.to_frame().loc[("the mayor leaves", "density"), ["before", "after", "delta"]].round(3).tolist()
    [0.544, 0.458, -0.086]
    """
    base = one_mode(cluster)
    listed = [scenarios] if isinstance(scenarios, Scenario) else list(scenarios)
    _check_names(listed)
    draws, seed = positive_integer("draws", draws), int(generator(rng).integers(2**63))
    fraction("interval", interval)
    drawn = [*listed, *(random_partner(each, base) for each in listed)] if null else listed
    prepared = (Prepared("before", base), *(scenario.prepare(base) for scenario in drawn))
    study = Study(prepared, tuple(named_raw(measures)), seed).decided(draws)
    limits = _limits(tolerance, study.layout)
    _check_better(better or {}, study.layout)

    def answer(values: list[Values], done: int) -> Outcome:
        return Outcome(
            cluster=base,
            scenarios=tuple(listed),
            values=tuple((each.numbers, each.by_actor) for each in values[: len(listed) + 1]),
            draws=done,
            interval=interval,
            better=tuple(sorted((better or {}).items())),
            nulls=tuple((each.numbers, each.by_actor) for each in values[len(listed) + 1 :]),
            seed=seed_of(rng),
        )

    kept: Pieces = {}
    for done in _rounds(draws, limits):
        outcome = answer(study.values(done, executor=executor, checkpoint=checkpoint, kept=kept), done)
        if limits and _is_precise(outcome, limits):
            break
    return outcome


def _rounds(draws: int, limits: Mapping[str, float]) -> list[int]:
    """After how many draws to look at the errors: twice as many each time."""
    if not limits:
        return [draws]
    ends = [100 * 2**k for k in range(30)]
    return [*(end for end in ends if end < draws), draws]


def _is_precise(outcome: Outcome, limits: Mapping[str, float]) -> bool:
    errors = outcome.to_frame()[["error", "error_of_mean"]].max(axis="columns")
    return all(not error > limits[measure] for (_, measure), error in errors.items())


def _limits(tolerance: float | Mapping[str, float] | None, layout: Layout) -> dict[str, float]:
    """Return the largest error that is accepted, by measure; empty if none is stated."""
    names = [*layout.numbers, *layout.by_actor]
    if tolerance is None:
        return {}
    stated = dict(tolerance) if isinstance(tolerance, Mapping) else dict.fromkeys(names, tolerance)
    problems = [_no_measure("tolerance", name, names) for name in stated if name not in names]
    wrong = {name: value for name, value in stated.items() if not (is_number(value) and value > 0)}
    problems += [
        Problem("must be a number above 0", row=name, column="tolerance", value=v) for name, v in wrong.items()
    ]
    if problems:
        raise InputError(problems)
    return {name: float(stated.get(name, float("inf"))) for name in names}


def _check_names(scenarios: list[Scenario]) -> None:
    if not scenarios:
        raise InputError("give at least one scenario")
    wrong = [each for each in scenarios if not isinstance(each, Scenario)]
    if wrong:
        raise InputError([Problem("is no Scenario", value=each) for each in wrong])
    names = [scenario.name for scenario in scenarios]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise InputError([Problem("two scenarios have this name", value=name) for name in twice])


def _check_better(better: Mapping[str, str], layout: Layout) -> None:
    names = [*layout.numbers, *layout.by_actor]
    for name, direction in better.items():
        if name not in names:
            raise InputError(_no_measure("better", name, names))
        choice(f"better[{name!r}]", direction, ("higher", "lower"))


def _no_measure(option: str, name: str, names: list[str]) -> Problem:
    return Problem("is no measure of this comparison", column=option, value=name, nearest=nearest(name, names))
