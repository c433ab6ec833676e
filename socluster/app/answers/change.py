"""What scenarios would change: the numbers of `compare`, what they rest on, and one of the draws to look at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

import numpy as np

from socluster.app.answers.asked import flag_in, refuse_strangers, scenarios_in, whole_in
from socluster.app.answers.measures import USUAL, compared_measures
from socluster.app.answers.needed import Met
from socluster.app.answers.plain import in_both, plain, rows_of
from socluster.core.arguments import generator
from socluster.core.cluster import Cluster
from socluster.draws.settings import Draws
from socluster.measures.services.offers import is_provided
from socluster.measures.shared.answers import Measure
from socluster.measures.shared.network import one_mode
from socluster.report.scenarios_told import offered_said
from socluster.whatif.comparison.compare import compare
from socluster.whatif.comparison.ends import worst_end
from socluster.whatif.comparison.now import now_is
from socluster.whatif.comparison.outcome import Outcome
from socluster.whatif.phrases import assumed
from socluster.whatif.scenarios.checked import checked_scenarios
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.scenarios.step_sentences import sentence
from socluster.whatif.ties.check_result import ModelCheck
from socluster.words import Language, listed, marked, say

__all__ = [
    "KEYS",
    "MOST_DRAWS",
    "assumptions_of",
    "change",
    "doubts_of",
    "joins_with_ties",
    "null_means",
    "of_outcome",
    "one_draw",
    "told_together",
]

KEYS = ("kind", "scenarios", "measures", "draws", "seed", "null")
MOST_DRAWS = 10_000
_SHOWN = (
    "before",
    "after",
    "delta",
    "low",
    "high",
    "mean",
    "p_increase",
    "p_decrease",
    "defined",
    "null",
    "null_mean",
    "p_above_null",
)


_MISSED = marked(
    "Tried on the members themselves, this way in which ties form does not give what they show ({missed}); so be "
    "careful with what it says of a newcomer."
)


def change(cluster: Cluster, question: Mapping[str, Any], executor: Any = None, needs: Any = None) -> dict[str, Any]:
    """Return what scenarios would change; see `answer`."""
    refuse_strangers(question, KEYS)
    scenarios = checked_scenarios(scenarios_in(question))
    measures = compared_measures(question.get("measures", USUAL), needs)
    seed = whole_in(question, "seed", 1, least=0, most=2**31)
    draws = Draws(whole_in(question, "draws", 200, least=1, most=MOST_DRAWS), executor=executor)
    is_beside = flag_in(question, "null", True)
    joining = [each for each in scenarios if is_beside and joins_with_ties(each)]
    others = [each for each in scenarios if each not in joining]  # with the same seed, so with the same draws
    outcomes = [
        compare(cluster, some, measures=measures, draws=draws, rng=seed, null=some is joining)
        for some in (joining, others)
        if some
    ]
    base = outcomes[0].cluster
    return {
        "kind": "change",
        **_together([of_outcome(each, measures) for each in outcomes], [each.name for each in scenarios]),
        "shown": {each.name: one_draw(base, each, seed) for each in scenarios},
    }


def _together(answers: list[dict[str, Any]], names: list[str]) -> dict[str, Any]:
    """Return several answers of the same draws as one, the scenarios in the order in which they were asked."""
    changes = {name: row for each in answers for name, row in each["changes"].items()}

    def once(key: str, language: str) -> list[str]:
        return list(dict.fromkeys(line for each in answers for line in each[key][language]))

    ends = [each["ends"] for each in answers if "ends" in each]
    unknown = [each for each in ends if each["share"] is None]
    worst = [*unknown, *sorted((each for each in ends if each not in unknown), key=lambda each: -each["share"])][:1]
    return {
        **answers[0],
        **({"ends": worst[0]} if worst else {}),
        "changes": {name: changes[name] for name in names},
        "isCertain": all(each["isCertain"] for each in answers),
        "assumptions": in_both(lambda language: once("assumptions", language)),
        "sentences": in_both(lambda language: once("sentences", language)),
    }


def joins_with_ties(scenario: Scenario) -> bool:
    """Whether a partner joins with ties, so that a random one with as many could stand beside it."""
    joining = {step.subject[0] for step in scenario.steps if step.verb == "with_actor"}
    return any(step.verb == "with_ties" and step.subject[0] in joining for step in scenario.steps)


def of_outcome(outcome: Outcome, measures: Mapping[str, Measure] | None = None) -> dict[str, Any]:
    """Return an outcome as plain values: raw numbers by scenario and measure, and sentences in both languages.

    No random partner stands beside a measure of what is met (`Met`), since it would offer the same. `ends` is there
    where an interval has a length: of which measure the ends are least exact, and how exact they are, in its unit
    (`error`) and as a part of the interval (`share`); None where too few draws say it.
    """
    changes: dict[str, dict[str, Any]] = {each.name: {} for each in outcome.scenarios}
    means = null_means(outcome)
    for row in rows_of(outcome.to_frame()):
        if isinstance((measures or {}).get(row["measure"]), Met):
            row = {key: value for key, value in row.items() if key not in ("null", "p_above_null")}
        elif (mean := means.get((row["scenario"], row["measure"]))) is not None:
            row["null_mean"] = mean
        changes[row["scenario"]][row["measure"]] = {key: row[key] for key in _SHOWN if key in row}
    worst = worst_end(outcome)
    return {
        **({} if worst is None else {"ends": {name: plain(value) for name, value in asdict(worst).items()}}),
        "changes": changes,
        "draws": outcome.draws,
        "interval": outcome.interval,
        "seed": plain(outcome.seed),
        "isCertain": outcome.is_certain,
        "nowIs": in_both(lambda language: now_is(outcome.cluster, language, is_certain=outcome.is_certain)),
        "assumptions": in_both(lambda language: _assumptions(outcome, language)),
        "sentences": in_both(outcome.sentences),
    }


def null_means(outcome: Outcome) -> dict[tuple[str, str], float]:
    """Return the mean change that a random partner makes, by scenario and measure of the whole cluster.

    A mean gain is set beside it; a median would be another kind of number.
    """
    before = outcome.values[0][0]
    found = {}
    for scenario, null in zip(outcome.scenarios, outcome.nulls, strict=False):
        if null is None:  # nobody joins with ties
            continue
        for measure in before.columns:
            changes = null[0][measure].to_numpy(float) - before[measure].to_numpy(float)
            if np.isfinite(changes).any():
                found[scenario.name, str(measure)] = float(np.mean(changes[np.isfinite(changes)]))
    return found


def _assumptions(outcome: Outcome, language: Language) -> list[str]:
    said = [line for each in outcome.scenarios for line in assumptions_of(each, outcome.cluster, language)]
    doubts = doubts_of(outcome.checks, language)
    return [*outcome.about_data(language), *assumed(told_together(said, language), language), *doubts]


def assumptions_of(scenario: Scenario, base: Cluster, language: Language) -> list[tuple[str, str]]:
    """Return what is assumed, each with whose ties it is about, or with nothing where that stands in it.

    Ties that were named are an assumption, too, and so is what a newcomer would offer.
    """
    lines = iter(scenario.assumptions(language, base))
    said = []
    for step in scenario.steps:
        if step.model is not None:
            said.append((str(step.subject[0]), next(lines)))
        elif step.verb == "with_ties":
            said.append(("", sentence(step, language)))
        elif step.verb == "with_affiliation" and is_provided(str(dict(step.columns).get("layer"))):
            said.append(("", offered_said(step, scenario, base, language)))
    return [*said, *(("", line) for line in lines)]


def told_together(said: Iterable[tuple[str, str]], language: Language) -> list[str]:
    """Return assumptions in words; what is assumed of the ties of several is said once."""
    whose: dict[str, dict[str, None]] = {}
    for source, text in said:
        whose.setdefault(text, {})[source] = None
    return [
        text
        if "" in sources
        else say(
            "ties of {source}{more}: {assumption}",
            language,
            source=listed(list(sources), language),
            more="",
            assumption=text,
        )
        for text, sources in whose.items()
    ]


def doubts_of(checks: Iterable[ModelCheck], language: Language) -> list[str]:
    """Return what the ways in which ties form do not reproduce, in plain words; each once."""
    told = [listed(missed, language) for check in checks if (missed := check.missed(language))]
    return [say(_MISSED, language, missed=each) for each in dict.fromkeys(told)]


def one_draw(cluster: Cluster, scenario: Scenario, seed: int) -> dict[str, Any]:
    """Return what is new and what is gone in the first of the draws, for the picture.

    Parameters
    ----------
    cluster : Cluster
        The current cluster; one that has only affiliations is projected, as `compare` does.
    scenario : Scenario
        What happens.
    seed : int
        The seed of the comparison, so that the draw is one of those that were counted.
    """
    base = one_mode(cluster)
    prepared = scenario.prepare(base)
    after = prepared.draw(int(generator(seed).integers(2**63)), 0)
    before, then = ([str(actor) for actor in each.actors.index] for each in (base, after))
    was, stays = set(before), set(then)
    events = [step for step in scenario.steps if step.verb == "with_event"]
    at_one = {frozenset((a, b)) for step in events for a in step.subject[1] for b in step.subject[1] if a != b}
    old, new = _pairs(base), _pairs(after)
    newcomers = [actor for actor in then if actor not in was]
    return {
        "joined": [{"id": actor, **_known(after, actor)} for actor in newcomers],
        "left": [actor for actor in before if actor not in stays],
        "ties": sorted(sorted(pair) for pair in new - old if pair not in at_one),
        "events": [{"id": step.subject[0], "actors": list(step.subject[1])} for step in events],
    }


def _pairs(cluster: Cluster) -> set[frozenset[str]]:
    ties = cluster.ties
    return {frozenset(pair) for pair in zip(ties["source"].astype(str), ties["target"].astype(str), strict=True)}


def _known(cluster: Cluster, actor: str) -> dict[str, Any]:
    row = cluster.actors.loc[actor]
    return {column: plain(row[column]) for column in ("sector", "level", "kind", "place") if column in row.index}
