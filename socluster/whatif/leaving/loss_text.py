"""What is said of the loss of actors, one or several: what goes with them, what breaks, and what to keep in mind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from socluster.core.called import called
from socluster.core.cluster import Cluster
from socluster.words import Language, count, listed, marked, number, say, value_name

__all__ = ["NAMED", "NO_PLACES", "heading", "in_words", "notes", "what_is_lost", "without"]

NAMED = 6  # names in one list

NO_PLACES = marked(
    "Losses count ties, chains and services that nobody is left for, not how much is offered; how much of what is "
    "needed would be met without somebody, coverage of the cluster without them says."
)


def heading(question: str, cluster: Any, layer: str | None, language: Language) -> str:
    """Return what was asked, of how many actors and ties, and where paths run."""
    ties = cluster.n_ties if layer is None else int((cluster.ties["layer"] == layer).sum())
    if layer is None:
        paths = say("paths run over all layers", language)
    else:
        paths = say("paths run in the layer '{layer}'", language, layer=value_name("layer", layer, language))
    return say(
        "{question} ({actors}, {ties}; {paths}.)",
        language,
        question=question,
        actors=count("{n} actor", "{n} actors", cluster.n_actors, language),
        ties=count("{n} tie", "{n} ties", ties, language),
        paths=paths,
    )


def what_is_lost(row: dict[str, int], broken: pd.DataFrame, components: int, directed: bool, language: Language) -> str:
    """Return what a loss breaks, in one clause per kind.

    Parameters
    ----------
    row : dict of str to int
        A row of `Losses.to_frame`.
    broken : DataFrame
        What breaks, by name (`Losses.what_breaks`).
    components : int
        Number of components before.
    directed : bool
        Whether paths have a direction.
    language : {"en", "lt"}
        Language of the sentence.
    """
    clauses = [count("{n} tie is lost", "{n} ties are lost", row["ties"], language)]
    if row["more_components"] > 0:
        clauses.append(
            count(
                "the others fall into {n} component (now {now})",
                "the others fall into {n} components (now {now})",
                row["components"],
                language,
                now=components,
            )
        )
    clauses += [
        _beyond(clause, row[what], row.get(f"beyond_{what}", 0), language)
        for what, clause in _broken(row, broken, directed, language).items()
    ]
    return "; ".join(clauses)


def in_words(broken: pd.DataFrame, cluster: Cluster, language: Language) -> pd.DataFrame:
    """Return what breaks, with actors and groups as they are called in the language."""
    actors = called(cluster, broken["source"], language)
    groups = called(cluster, broken["target"], language, "groups")
    return broken.assign(source=actors, target=groups)


def without(gone: Sequence[str], lost: str, language: Language) -> str:
    """Return the sentence about the loss of these actors."""
    names = listed(gone, language, most=NAMED)
    if len(gone) == 1:
        return say("Without {names}, {losses}.", language, names=names, losses=lost)
    return say("Without {names} together, {losses}.", language, names=names, losses=lost)


def _broken(row: dict[str, int], broken: pd.DataFrame, directed: bool, language: Language) -> dict[str, str]:
    """Return a clause for every kind of thing that breaks."""

    def names(what: str, end: str) -> str:
        return listed(broken.loc[broken["what"] == what, end].unique().tolist(), language, most=NAMED)

    clauses = {}
    if row["broken_pairs"] and directed:
        clauses["broken_pairs"] = count(
            "{n} way from one of the others to another is cut",
            "{n} ways from one of the others to another are cut",
            row["broken_pairs"],
            language,
        )
    elif row["broken_pairs"]:
        clauses["broken_pairs"] = count(
            "{n} pair of the others no longer reaches each other",
            "{n} pairs of the others no longer reach each other",
            row["broken_pairs"],
            language,
        )
    if row["chains"]:
        groups = names("chains", "target")
        clauses["chains"] = count(
            "{n} chain to {names} breaks", "{n} chains to {names} break", row["chains"], language, names=groups
        )
    if row["services"]:
        clauses["services"] = say("nobody is left for {names}", language, names=names("services", "target"))
    if row["isolated"]:
        clauses["isolated"] = say("left without ties: {names}", language, names=names("isolated", "source"))
    return clauses


def _beyond(clause: str, lost: int, beyond: int, language: Language) -> str:
    """Return the clause with how much of it breaks only because both are gone."""
    if not beyond:
        return clause
    if beyond == lost:
        return say("{clause}, only because both are gone", language, clause=clause)
    n = number(beyond, language, decimals=0)
    return say("{clause}, {n} of them only because both are gone", language, clause=clause, n=n)


def notes(with_chains: bool, language: Language) -> list[str]:
    """Return what to keep in mind when reading about losses."""
    lines = []
    if with_chains:
        lines.append(
            say("A chain leads from an actor along ties to somebody in a group (a service, an event).", language)
        )
    caveat = say(
        "These are structural losses: others may step in, and a connected cluster need not work. Structure is not "
        "effectiveness.",
        language,
    )
    return [*lines, caveat]
