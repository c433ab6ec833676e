"""The measures that the page asks for, by name: which change with a scenario, which are shown by actor."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from socluster.app.answers.needed import met_measures
from socluster.app.answers.plain import in_both
from socluster.core.cluster import Cluster
from socluster.core.errors import InputError, Problem, nearest
from socluster.core.public_names import public_object
from socluster.measures.shared.answers import Measure
from socluster.words import Language, marked, measure_name, say, translated

__all__ = ["BY_ACTOR", "COMPARED", "SHARES", "USUAL", "compared_measures", "measures_of", "plain_name"]

# What a scenario can change, by the question it answers; those of one number can be a goal.
COMPARED: Mapping[str, str] = MappingProxyType(
    {
        "fragmentation": marked("How cohesive is the cluster?", context="question"),
        "global_efficiency": marked("How cohesive is the cluster?", context="question"),
        "density": marked("How cohesive is the cluster?", context="question"),
        "average_path_length": marked("How far apart are the actors?", context="question"),
        "transitivity": marked("Are ties reciprocated, and triads closed?", context="question"),
        "cross_sector_share": marked("How open are sectors, levels, places?", context="question"),
        "constraint": marked("Who spans structural holes?", context="question"),
        "betweenness": marked("Who lies on the paths between others?", context="question"),
        "degree": marked("Who has many partners, and strong ties?", context="question"),
    }
)
BY_ACTOR = ("degree", "betweenness", "closeness", "constraint", "effective_size", "eigenvector", "core_number")
USUAL = ("fragmentation", "global_efficiency", "constraint")
SHARES = ("fragmentation", "density", "cross_sector_share")  # read as so many of a hundred
_MEANS = ("constraint", "betweenness", "degree")  # of a number by actor the mean is compared, which is no goal

_PLAIN = {
    "fragmentation": marked("Pairs without any chain between them (fragmentation)"),
    "global_efficiency": marked("How directly all reach each other (efficiency, 0–1)"),
    "density": marked("Tied pairs (density)"),
    "average_path_length": marked("Steps from one to another (average path length)"),
    "transitivity": marked("Partners of partners who are tied too (transitivity, 0–1)"),
    "cross_sector_share": marked("Ties that cross sectors"),
    "constraint": marked("How tied each is to few partners (constraint, mean)"),
    "betweenness": marked("How much stands on shortest chains (betweenness, mean)"),
    "degree": marked("Partners of each (degree, mean)"),
}


def plain_name(measure: str, language: Language) -> str:
    """Return what the page calls a measure: in plain words, the technical name once, in brackets."""
    return say(_PLAIN[measure], language) if measure in _PLAIN else measure_name(measure, language)


def measures_of(cluster: Cluster, needs: Any = None) -> list[dict[str, Any]]:
    """Return what can be asked of the cluster: the measures that a scenario changes, then those by actor.

    What is met of what is needed is among the first where needs are known, and only there.
    """
    compared = [
        {
            "id": name,
            "name": in_both(lambda language, name=name: plain_name(name, language)),  # type: ignore[misc]
            "question": in_both(
                lambda language, question=question: translated(question, language, context="question")  # type: ignore[misc]
            ),
            "isShare": name in SHARES,
            "isGoal": name not in _MEANS,
            "isCompared": True,
        }
        for name, question in COMPARED.items()
        if name != "cross_sector_share" or _has_sectors(cluster)
    ]
    compared += [
        {
            "id": name,
            "name": each.plain_name(),
            "unitName": each.unit_name(),
            "question": in_both(lambda language: say("Is enough offered for what is needed?", language)),
            "isShare": False,
            "isGoal": True,
            "isCompared": True,
            "isMet": True,
        }
        for name, each in met_measures(needs).items()
    ]
    by_actor = [
        {
            "id": name,
            "name": in_both(lambda language, name=name: measure_name(name, language)),  # type: ignore[misc]
            "isShare": False,
            "isGoal": False,
            "isCompared": False,
        }
        for name in BY_ACTOR
    ]
    return compared + by_actor


def compared_measures(names: Iterable[Any], needs: Any = None) -> dict[str, Measure]:
    """Return measures by their names, as `compare` takes them; what is met is one of them where needs are known.

    Raises
    ------
    InputError
        With every name that is none of those that the page compares, and the nearest that is one.
    """
    asked = list(names) if isinstance(names, list | tuple) else []
    met = met_measures(needs)
    known = [*COMPARED, *met]
    problems = [
        Problem(
            "is no measure that this page compares",
            column="measures",
            value=name,
            nearest=nearest(name, known),
        )
        for name in asked
        if not isinstance(name, str) or name not in known
    ]
    if problems or not asked:
        raise InputError(problems or Problem("say which measures are to be compared"))
    return {name: met[name] if name in met else public_object(name) for name in asked}


def _has_sectors(cluster: Cluster) -> bool:
    actors = cluster.actors
    return "sector" in actors and actors["sector"].nunique() > 1 and not actors["sector"].isna().any()
