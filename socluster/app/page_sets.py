"""All that a page by e-mail holds: every set of candidates computed beforehand, with what it needs to be looked at."""

from __future__ import annotations

import hashlib
import json
import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any, TypeAlias

from socluster.app.answers.change import assumptions_of, doubts_of, joins_with_ties, of_outcome, one_draw
from socluster.app.answers.choosing import GOALS, told_ranking
from socluster.app.answers.measured import measures as measured
from socluster.app.answers.measures import BY_ACTOR, COMPARED, plain_name
from socluster.app.answers.needed import met_measures
from socluster.app.answers.overview import overview
from socluster.app.answers.plain import Both, in_both
from socluster.app.answers.words import words
from socluster.core.cluster import Cluster
from socluster.core.errors import InputError, SoclusterWarning
from socluster.core.progress import progress
from socluster.measures.shared.answers import Measure
from socluster.measures.shared.network import one_mode
from socluster.report.scenarios_told import steps_told
from socluster.whatif.choice.rank import rank_partners
from socluster.whatif.comparison.compare import compare
from socluster.whatif.comparison.model_checks import checks_of
from socluster.whatif.comparison.now import now_is
from socluster.whatif.phrases import assumed
from socluster.whatif.scenarios.grounds import grounds
from socluster.whatif.scenarios.questions import GoalAsked
from socluster.whatif.scenarios.scenario import Scenario
from socluster.words import LANGUAGES, Language

__all__ = ["PageSets", "key_of"]

_INTERVAL = 0.9  # share of the draws between low and high, as in `compare`
_AT_A_TIME = 8  # sets compared together, which share the draws of the network as it is
_MOST_DRAWN_TIES = 400  # of a set, in the picture

PlacesInSet: TypeAlias = tuple[int, ...]  # of the candidates of a set


def key_of(places: PlacesInSet) -> str:
    """Return the key of a set of candidates, as the page has it.

    Examples
    --------
    >>> key_of((0, 2))
    '0+2'
    """
    return "+".join(map(str, places))


@dataclass(frozen=True)
class PageSets:
    """The candidates of a page, and what is asked of all their sets.

    Parameters
    ----------
    cluster : Cluster
        As it was given.
    candidates : sequence of Scenario
        Up to eight, of different names.
    measures : mapping
        From name to function.
    draws : int
        Of each set.
    seed : int
        The same for all sets, so that they share their random numbers.
    needs : DataFrame or mapping, optional
        What is needed where, as `coverage` takes it.
    asked : sequence of GoalAsked
        Goals that were asked of the candidates, with their plans; each is one of the measures.
    """

    cluster: Cluster
    candidates: Sequence[Scenario]
    measures: Mapping[str, Measure]
    draws: int
    seed: int
    needs: Any = None
    asked: Sequence[GoalAsked] = ()

    @property
    def places(self) -> list[PlacesInSet]:
        """The sets, the small ones first."""
        everyone = range(len(self.candidates))
        return [each for size in range(1, len(self.candidates) + 1) for each in combinations(everyone, size)]

    @property
    def identity(self) -> str:
        """What tells the page from another of the same cluster, so that neither takes over the ticks of the other."""
        said = [f"{each.name}\n{each.steps}" for each in self.candidates]
        parts = [said, list(self.measures), self.draws, self.seed, *(each.plain() for each in self.asked)]
        return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:12]

    def scenario(self, places: PlacesInSet) -> Scenario:
        """Return the candidates of a set as one scenario.

        Raises
        ------
        InputError
            If they contradict each other.
        """
        first, *others = (self.candidates[place] for place in places)
        return sum(others, first)

    def held(self) -> dict[str, Any]:
        """Return what the page holds: plain values, that JSON can hold."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SoclusterWarning)  # what they say stands in the page
            base = one_mode(self.cluster)
            shown = overview(self.cluster, self.needs)
            by_actor = self._by_actor()
            compared = {each["id"]: each for each in shown["measures"] if each["isCompared"]}
            rest = [each for each in shown["measures"] if not each["isCompared"] and each["id"] in by_actor]
            shown["measures"] = [*(compared.get(name) or _unknown(name) for name in self.measures), *rest]
            for each in shown["measures"]:
                each["isGoal"] = each["isGoal"] or each["id"] in [goal.goal for goal in self.asked]
            shown["usual"] = list(self.measures)
            answers = dict(self._answers(base, [actor["id"] for actor in shown["actors"]]))
            is_certain = all(each is None or each["isCertain"] for each in answers.values())
            return {
                "id": self.identity,
                "texts": {language: words(language) for language in LANGUAGES},
                "overview": shown,
                "measures": list(self.measures),
                "candidates": [_candidate(each, base) for each in self.candidates],
                "answers": answers,
                "rankings": self._rankings(answers),
                "asked": [each.plain() for each in self.asked],
                "measured": by_actor,
                "about": in_both(lambda language: [note.said(language) for note in grounds(base, self.candidates)]),
                "nowIs": in_both(lambda language: now_is(base, language, is_certain=is_certain)),
                "draws": self.draws,
                "interval": _INTERVAL,
                "seed": self.seed,
            }

    def _answers(self, base: Cluster, actors: list[str]) -> Iterator[tuple[str, Any]]:
        """Yield the answer of every set by its key; None where its candidates contradict each other."""
        places = self.places
        yield from progress(self._all(base, places, actors), len(places), "what-if page", "set")

    def _all(self, base: Cluster, places: list[PlacesInSet], actors: list[str]) -> Iterator[tuple[str, Any]]:
        together: list[tuple[PlacesInSet, Scenario]] = []
        for each in places:
            fitting = self._fitting(each, base)
            if fitting is None:
                yield key_of(each), None
                continue
            together.append((each, fitting))
            if len(together) == _AT_A_TIME:
                yield from self._compared(base, together, actors)
                together = []
        yield from self._compared(base, together, actors)

    def _fitting(self, places: PlacesInSet, base: Cluster) -> Scenario | None:
        """Return the set as a scenario that can happen, or None; what a single candidate does wrong is an error."""
        try:
            scenario = self.scenario(places)
            scenario.prepare(base)
        except InputError:
            if len(places) == 1:
                raise
            return None
        return scenario

    def _compared(
        self, base: Cluster, together: list[tuple[PlacesInSet, Scenario]], actors: list[str]
    ) -> Iterator[tuple[str, Any]]:
        """Yield the answers of some sets; those beside whom a random partner can be drawn are drawn beside one."""
        number = {actor: place for place, actor in enumerate(actors)}
        for null in (True, False):
            some = [pair for pair in together if joins_with_ties(pair[1]) is null]
            if not some:
                continue
            named = [scenario.named(key_of(places)) for places, scenario in some]
            outcome = compare(base, named, measures=self.measures, draws=self.draws, rng=self.seed, null=null)
            found = of_outcome(outcome, self.measures)
            for places, scenario in some:
                key = key_of(places)
                yield (
                    key,
                    {
                        "changes": found["changes"][key],
                        "shown": _numbered(one_draw(base, scenario, self.seed), number),
                        "isCertain": scenario.prepare(base).is_certain,
                        **({"ends": found["ends"]} if "ends" in found else {}),
                    },
                )

    def _rankings(self, answers: Mapping[str, Any]) -> dict[str, Any]:
        """Return who comes first for every goal in both directions; nothing where there is one candidate only."""
        found: dict[str, Any] = {}
        goals = [*GOALS, *met_measures(self.needs), *(each.goal for each in self.asked)]
        for name in (each for each in self.measures if each in goals and len(self.candidates) > 1):
            for better in ("higher", "lower"):
                ranking = rank_partners(
                    self.cluster,
                    list(self.candidates),
                    goal=self.measures[name],
                    better=better,
                    draws=self.draws,
                    rng=self.seed,
                )
                beside = {
                    each.name: answers[key_of((place,))]["changes"][name] for place, each in enumerate(self.candidates)
                }
                found[f"{name}:{better}"] = {
                    "goal": name,
                    "better": better,
                    "draws": self.draws,
                    "interval": ranking.outcome.interval,
                    **told_ranking(ranking, beside),
                }
        return found

    def _by_actor(self) -> dict[str, Any]:
        """Return measures by actor, so far as they are defined for this cluster."""
        found = {}
        for name in BY_ACTOR:
            try:
                found[name] = measured(self.cluster, {"kind": "measures", "measures": [name]})
            except InputError:  # it is not defined here, and is then not offered
                continue
        return found


def _candidate(scenario: Scenario, base: Cluster) -> dict[str, Any]:
    joined = [step for step in scenario.steps if step.verb == "with_actor"]
    return {
        "name": scenario.name,
        "said": in_both(lambda language: "; ".join(steps_told(scenario, base, language))),
        "steps": _plain_steps(scenario),
        "joined": [{"id": step.subject[0], **dict(step.columns)} for step in joined],
        **_rests_on(scenario, base),
    }


def _rests_on(scenario: Scenario, base: Cluster) -> dict[str, Any]:
    """Return what is assumed of its ties, by whose they are (`models`), and the rest that it rests on."""
    said = in_both(lambda language: assumptions_of(scenario, base, language))
    checks = checks_of([scenario], base)

    def rest(language: Language) -> list[str]:
        alone = [text for source, text in said[language] if not source]
        return [*assumed(alone, language), *doubts_of(checks, language)]

    models = {language: [list(each) for each in lines if each[0]] for language, lines in said.items()}
    return {"models": models, "assumptions": in_both(rest)}


def _plain_steps(scenario: Scenario) -> list[Any]:
    """Return the steps as the page can hand them out; none where they rest on a model that no file can hold."""
    try:
        steps: list[Any] = json.loads(scenario.to_json())["steps"]
    except InputError:
        return []
    return steps


def _unknown(name: str) -> dict[str, Any]:
    """Return what the page says of a measure that is none of those it knows."""
    called: Both[str] = in_both(lambda language: plain_name(name, language))
    return {"id": name, "name": called, "isShare": False, "isGoal": name in COMPARED, "isCompared": True}


def _numbered(shown: dict[str, Any], number: Mapping[str, int]) -> dict[str, Any]:
    """Return what is drawn with those who are there by their number, which is shorter than their name."""
    ties = [[number.get(end, end) for end in pair] for pair in shown["ties"][:_MOST_DRAWN_TIES]]
    return {**shown, "ties": ties}
