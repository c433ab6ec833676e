"""How many ties must a partner make before it matters?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Never

import numpy as np
import pandas as pd
from numpy.random import Generator

from socluster.core.arguments import generator, is_number, seed_of
from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.data_notes import ONE_DRAW
from socluster.core.errors import InputError, Problem
from socluster.core.result import Result
from socluster.draws.pieces import Drawing
from socluster.draws.settings import Draws, as_draws, refuse_moved
from socluster.draws.spread import spread
from socluster.measures.shared.network import one_mode
from socluster.whatif.choice.goals import Better, Goal, as_goal
from socluster.whatif.choice.plan_values import whole_cluster_measures
from socluster.whatif.comparison.model_checks import checks_of
from socluster.whatif.comparison.outcome import difference
from socluster.whatif.engine.measure_hooks import measure_notes
from socluster.whatif.engine.study import Study
from socluster.whatif.phrases import assumed, caveat_of_changes
from socluster.whatif.scenarios.checked import checked_scenarios
from socluster.whatif.scenarios.grounds import grounds
from socluster.whatif.scenarios.prepared import Prepared
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.scenarios.step import Step
from socluster.whatif.ties.check_result import ModelCheck
from socluster.whatif.ties.exactly import JustSoMany
from socluster.whatif.ties.protocol import TieModel
from socluster.whatif.ties.stated import Stated
from socluster.words import Language, Phrase, count, listed, marked, number, percent, say

__all__ = ["Threshold", "threshold"]

OVER = range(1, 13)


@checked
def threshold(
    cluster: Any,
    scenario: Scenario,
    /,
    *,
    measure: Any,
    over: Iterable[int] = OVER,
    p: float = 0.9,
    better: Better | None = None,
    draws: int | Draws = 500,
    rng: Generator | int = 0,
    **moved: Never,
) -> Threshold:
    """How many ties must the partner make before it matters?

    For every number of ties, the partner of the scenario has just so many: with whom is drawn without replacement, in
    proportion to the probabilities of its tie model, and in a draw more ties contain the fewer. It matters where the
    measure moves the way that is better in a share of at least p of the draws.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        The current cluster.
    scenario : Scenario
        In which one partner joins with ties, from a model or stated.
    measure : callable or Goal
        A measure of the whole cluster that returns one number, or a `Goal` per unit.
    over : iterable of int, default 1 to 12
        The numbers of ties to ask about; those that exceed the possible ones are left out.
    p : float, default 0.9
        Share of the draws, above 0 and up to 1.
    better : {"higher", "lower"}, optional
        Which way matters; "higher" if not stated. It must be stated for measures of which more is not better by itself.
    draws : int or Draws, default 500
        How many draws; with ``sc.Draws(...)`` also the interval, and who computes.
    rng : int or numpy.random.Generator, default 0
        Seed. The same seed gives the same answer.
    **moved
        None; what stands in `Draws` is refused here.

    Returns
    -------
    Threshold

    Raises
    ------
    InputError
        If not just one step of the scenario gives ties to who joins, or `over`, `p` or the measure are not as told.

    Examples
    --------
    >>> import socluster as sc
    >>> network = sc.load_dataset("siauliai").project()
    >>> hub = sc.Scenario("hub").with_actor("hub", sector="public")
    >>> hub = hub.with_ties("hub", sc.ties.Rates(activity=False), layer="referral")
    >>> found = sc.threshold(network, hub, over=range(1, 9), measure=sc.global_efficiency, draws=200, rng=7)
    >>> found.ties
    4
    """
    refuse_moved(moved, "threshold")
    settings = as_draws(draws)
    base, goal = one_mode(cluster), as_goal(measure, better)
    (only,) = checked_scenarios(scenario, members=base.ids)
    place = _step_with_ties(only, base)
    if not (is_number(p) and 0 < p <= 1):
        raise InputError(Problem("p must be a share of the draws, above 0 and up to 1", value=p))
    if goal.per != "unit":
        raise InputError(Problem("a Goal must be per unit here, for spreads depend on how many ties", value=goal))
    numbers = _numbers(over, base.n_actors)
    seed = int(generator(rng).integers(2**63))
    whole_cluster_measures(goal.measures, Prepared("", base).draw(seed, 0), "measure")
    scenarios = [_with_just(only, place, each) for each in numbers]
    study = Study((Prepared("before", base), *(each.prepare(base) for each in scenarios)), tuple(goal.measures), seed)
    with Drawing(settings, "threshold") as drawing:
        before, *after = [each.numbers[goal.names].to_numpy(dtype=float).T for each in study.values(drawing)]
    gains = np.array([difference(before, each) for each in after])
    return Threshold(
        cluster=base,
        scenario=only,
        goal=goal,
        numbers=tuple(numbers),
        gains=goal.score(gains, goal.scales(gains)),
        p=float(p),
        interval=settings.interval,
        seed=seed_of(rng),
        data_notes=(*measure_notes(list(goal.weights)), *grounds(base, [only])),
    )


def _step_with_ties(scenario: Scenario, base: Cluster) -> int:
    """Return the place of the step that gives ties to who joins."""
    joining = {step.subject[0] for step in scenario.steps if step.verb == "with_actor"} - set(base.ids)
    found = [
        place for place, step in enumerate(scenario.steps) if step.verb == "with_ties" and step.subject[0] in joining
    ]
    if len(found) != 1:
        message = marked("must let a partner join, with one step that gives it ties (it has {n})")
        raise InputError(Problem(message, value=scenario.name, values={"n": len(found)}))
    return found[0]


def _numbers(over: Iterable[int], most: int) -> list[int]:
    numbers = list(over)
    if not numbers or any(
        isinstance(each, bool) or not isinstance(each, int | np.integer) or each < 1 for each in numbers
    ):
        raise InputError(Problem("over must be whole numbers of ties, from 1", value=over))
    kept = sorted({int(each) for each in numbers if each <= most})
    if not kept:
        raise InputError(Problem("over exceeds how many ties are possible ({most})", value=over, values={"most": most}))
    return kept


def _with_just(scenario: Scenario, place: int, ties: int) -> Scenario:
    """Return the scenario in which the step gives just so many ties."""
    step = scenario.steps[place]
    actor, targets = step.subject
    columns = dict(step.columns)
    if not isinstance(targets, TieModel):
        targets = Stated(dict.fromkeys(targets, columns.pop("confidence", 1.0)))
    changed = Step(step.verb, (actor, JustSoMany(targets, ties)), tuple(columns.items()), step.labels)
    steps = (*scenario.steps[:place], changed, *scenario.steps[place + 1 :])
    return replace(scenario.named(f"{scenario.name}: {ties}"), steps=steps)


@dataclass(frozen=True, eq=False, repr=False)
class Threshold(Result):
    """What `threshold` found.

    Parameters
    ----------
    cluster : Cluster
        The current cluster.
    scenario : Scenario
        In which the partner joins.
    goal : Goal
        What is asked for.
    numbers : tuple of int
        The numbers of ties.
    gains : ndarray of shape (numbers, draws)
        Gain with so many ties, draw by draw, in the direction that is better.
    p : float
        Share of the draws in which there must be a gain.
    interval : float
        Share of the draws between low and high.
    seed : int, optional
        Seed of the draws, if it is known.
    data_notes : tuple of Phrase
        What to keep in mind of the data, said at the end.
    """

    cluster: Cluster
    scenario: Scenario
    goal: Goal
    numbers: tuple[int, ...]
    gains: Array = field(compare=False)
    p: float
    interval: float
    seed: int | None = None
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)

    @property
    def draws(self) -> int:
        """Number of draws."""
        return int(self.gains.shape[1])

    @property
    def ties(self) -> int | None:
        """The least number of ties from which on, as far as was asked, there is a gain in a share p of the draws."""
        enough = (self.to_frame()["p_gain"] >= self.p).to_numpy()
        if not enough[-1]:
            return None
        short = np.flatnonzero(~enough)
        return self.numbers[int(short[-1]) + 1 if len(short) else 0]

    def to_frame(self) -> pd.DataFrame:
        """Return one row per number of ties.

        Returns
        -------
        DataFrame
            Index `ties`; columns gain (median), low, high, p_gain (share of the draws with a gain), error (standard
            error of that share), defined (share of the draws in which the gain is defined).
        """
        drawn = spread(self.gains.T, self.interval)
        table = pd.DataFrame({"gain": drawn["median"], "low": drawn["low"], "high": drawn["high"]})
        known = np.maximum((~np.isnan(self.gains)).sum(axis=1), 1)
        table["p_gain"] = (self.gains > 0).sum(axis=1) / known
        table["error"] = np.sqrt(table["p_gain"] * (1 - table["p_gain"]) / known)
        table["defined"] = drawn["defined"]
        return table.set_axis(pd.Index(self.numbers, name="ties"))

    def sentences(self, language: Language = "en") -> list[str]:
        """Return how many ties it takes, how sure that is, and what it rests on.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        said = [self._answer(language)]
        if self.draws == 1:
            said.append(ONE_DRAW.said(language))
        table = self.to_frame()
        unsure = [n for n, row in table.iterrows() if 0 < abs(row["p_gain"] - self.p) < 2 * row["error"]]
        if unsure:
            names = listed([str(each) for each in unsure], language)
            said.append(
                say("Too close to call with so few draws, at this number of ties: {numbers}.", language, numbers=names)
            )
        assumptions = self.scenario.assumptions(language, self.cluster)
        unlike = dict.fromkeys(line for check in self.checks for line in check.warnings(language))
        about = self.about_data(language)
        return [*said, *about, *assumed(assumptions, language), *unlike, caveat_of_changes(language)]

    @cached_property
    def checks(self) -> tuple[ModelCheck, ...]:
        """Whether the tie model, if it learns from the cluster, reproduces what its members show (`ties.check`)."""
        return checks_of([self.scenario], self.cluster)

    def _answer(self, language: Language) -> str:
        told = {"name": self.scenario.name, "goal": self.goal.said(language), "p": percent(self.p, language)}
        table, least = self.to_frame(), self.ties
        if self.draws == 1:
            return count(
                "{name}: with {n} tie, the gain in {goal} is {gain}.",
                "{name}: with {n} ties, the gain in {goal} is {gain}.",
                self.numbers[-1],
                language,
                name=told["name"],
                goal=told["goal"],
                gain=number(table["gain"].iloc[-1], language),
            )
        if least is None:
            last = table.iloc[-1]
            return count(
                "{name}: up to {n} tie, there is a gain in {goal} in less than {p} of the draws (then {share}).",
                "{name}: up to {n} ties, there is a gain in {goal} in less than {p} of the draws (then {share}).",
                self.numbers[-1],
                language,
                share=percent(last["p_gain"], language),
                **told,
            )
        row = table.loc[least]
        ends = {key: number(row[key], language) for key in ("gain", "low", "high")}
        return count(
            "{name}: from {n} tie on, there is a gain in {goal} in at least {p} of the draws; with so many: {gain} "
            "({low} to {high}).",
            "{name}: from {n} ties on, there is a gain in {goal} in at least {p} of the draws; with so many: {gain} "
            "({low} to {high}).",
            least,
            language,
            **told,
            **ends,
        )

    def plot(self, *, language: Language = "en") -> Any:
        """Return a plotly figure: the gain by number of ties, with its interval.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the labels.
        """
        from socluster.plot import intervals  # plotly is heavy; load it when somebody wants to see
        from socluster.plot.caption import about, source_of

        table = self.to_frame()
        names = [count("{n} tie", "{n} ties", int(each), language) for each in table.index]
        frame = table[["low", "high"]].assign(median=table["gain"]).set_axis(names)
        title = say("{name}: {goal}", language, name=self.scenario.name, goal=self.goal.said(language))
        return intervals(
            frame,
            same_scale=True,
            label=say("what the partner adds", language),
            title=title,
            subtitle=about(
                language,
                cluster=self.cluster.name,
                actors=self.cluster.n_actors,
                level=self.interval,
                draws=self.draws,
            ),
            caption=source_of(self.cluster, language),
            language=language,
        )
