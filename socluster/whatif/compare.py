"""Before against after: a cluster and its scenarios, drawn together many times."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import numpy as np
import pandas as pd
from numpy.random import Generator

from socluster.core.arguments import choice, generator, positive_integer
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.combine import drawn
from socluster.core.errors import InputError, Problem, nearest
from socluster.core.progress import progress
from socluster.core.streams import tie_keys, uniforms
from socluster.measures.network import one_mode
from socluster.whatif.evaluate import Measure, evaluate, named_raw
from socluster.whatif.outcome import Outcome
from socluster.whatif.scenario import Prepared, Scenario

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
    named = named_raw(measures)
    prepared = [Prepared(Scenario("before"), base, ()), *(scenario.prepare(base) for scenario in listed)]
    samples = [_Samples(each, seed, named) for each in prepared]
    for draw in progress(range(draws), draws, "what if", "draw"):
        for each in samples:
            each.draw(draw)
    _check_better(better or {}, samples[0])
    return Outcome(
        cluster=base,
        scenarios=tuple(listed),
        values=tuple((each.numbers, each.by_actor) for each in samples),
        draws=draws,
        interval=interval,
        better=tuple(sorted((better or {}).items())),
    )


class _Samples:
    """The values of all measures over the draws of one prepared scenario."""

    def __init__(self, prepared: Prepared, seed: int, measures: list[tuple[str, Measure]]) -> None:
        self.prepared = prepared
        self.seed = seed
        self.measures = measures
        self.keys = tie_keys(prepared.cluster._parts)
        self.is_certain = not prepared.modelled and not prepared.cluster.n_uncertain
        self._numbers: list[dict[str, float]] = []
        self._by_actor: list[dict[str, Array]] = []

    def draw(self, draw: int) -> None:
        """Evaluate one draw; where nothing is uncertain, the first holds for all."""
        if self.is_certain and self._numbers:
            self._numbers.append(self._numbers[0])
            self._by_actor.append(self._by_actor[0])
            return
        numbers, by_actor = evaluate(self.measures, self._cluster(draw))
        self._numbers.append(numbers)
        self._by_actor.append({name: values.to_numpy() for name, values in by_actor.items()})

    def _cluster(self, draw: int) -> Cluster:
        if self.is_certain:
            return self.prepared.cluster
        # One stream per draw and seed; every scenario starts it anew, so that equal models draw equal rates.
        rng = np.random.default_rng([self.seed, draw])
        parts = self.prepared.cluster._parts
        return Cluster(drawn(parts, uniforms(self.keys, self.seed, draw), self.prepared.confidence(rng)))

    @property
    def numbers(self) -> pd.DataFrame:
        """Whole-cluster values: one row per draw, one column per measure."""
        return pd.DataFrame(self._numbers)

    @property
    def by_actor(self) -> dict[str, pd.DataFrame]:
        """Values by actor: for each measure, one row per draw and one column per actor."""
        names = self._by_actor[0] if self._by_actor else {}
        labels = self.prepared.cluster.index
        return {
            name: pd.DataFrame(
                np.array([draw[name] for draw in self._by_actor]).reshape(-1, len(labels)), columns=labels
            )
            for name in names
        }


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


def _check_better(better: Mapping[str, str], before: _Samples) -> None:
    names = [*before.numbers.columns, *before.by_actor]
    for name, direction in better.items():
        if name not in names:
            raise InputError(
                Problem("is no measure of this comparison", column="better", value=name, nearest=nearest(name, names))
            )
        choice(f"better[{name!r}]", direction, ("higher", "lower"))
