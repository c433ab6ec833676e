"""Before against after: a cluster and its scenarios, drawn together many times."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from numpy.random import Generator

from socluster.core.arguments import choice, generator, positive_integer
from socluster.core.errors import InputError, Problem, nearest
from socluster.measures.network import one_mode
from socluster.whatif.evaluate import Measure, named_raw
from socluster.whatif.outcome import Outcome
from socluster.whatif.prepared import Prepared
from socluster.whatif.scenario import Scenario
from socluster.whatif.study import Study, Values

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
) -> Outcome:
    """What would change? Every scenario against the cluster as it is, with how sure the answer is.

    In each draw, every uncertain tie of the cluster is there or not with its confidence, what the tie models do not
    know about themselves (their rates) is drawn, and then the ties of the new partners. The same tie has the same
    random number before and after, so that a difference is due to the scenario alone (common random numbers). Draws
    are independent of each other; ties are independent given the rates.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        The cluster as it is; one that has only affiliations is projected first, with a warning.
    scenarios : Scenario or sequence of Scenario
        What might happen.
    measures : sequence of callable
        Functions of a cluster that return a number, or numbers by actor: socluster's or your own. Measures with a
        parameter `normalized` are asked for raw values, since normalised ones shift when the number of actors does;
        ``functools.partial(measure, normalized=True)`` asks for normalised ones.
    draws : int, default 1000
        How many draws.
    rng : int or numpy.random.Generator
        Seed. The same seed gives the same answer.
    interval : float, default 0.9
        Share of the draws that an interval holds (0..1).
    better : mapping, optional
        From measure to "higher" or "lower", where you can say which is an improvement. Structure is not
        effectiveness: without a statement of yours, there is only more and less.

    Returns
    -------
    Outcome
        `.to_frame()`: one row per scenario and measure; `.by_actor()`: one row per scenario, measure and actor.

    Raises
    ------
    InputError
        If a scenario does not fit the cluster, two have one name, or a measure does not return numbers.

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
    if not 0 < interval < 1:
        raise InputError(Problem("interval must lie between 0 and 1", value=interval))
    prepared = (Prepared("before", base), *(scenario.prepare(base) for scenario in listed))
    values = Study(prepared, tuple(named_raw(measures)), seed).values(draws)
    _check_better(better or {}, values[0])
    return Outcome(
        cluster=base,
        scenarios=tuple(listed),
        values=tuple((each.numbers, each.by_actor) for each in values),
        draws=draws,
        interval=interval,
        better=tuple(sorted((better or {}).items())),
    )


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


def _check_better(better: Mapping[str, str], before: Values) -> None:
    names = [*before.numbers.columns, *before.by_actor]
    for name, direction in better.items():
        if name not in names:
            raise InputError(
                Problem("is no measure of this comparison", column="better", value=name, nearest=nearest(name, names))
            )
        choice(f"better[{name!r}]", direction, ("higher", "lower"))
