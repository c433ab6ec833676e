"""A picture of a cluster in words: how many of everything, and a description for those who do not see it."""

from __future__ import annotations

from typing import Any

import pandas as pd

from socluster.core.cluster import Cluster
from socluster.plot.clusters.marks import categories, is_continuous
from socluster.plot.words import Language, number, plain, say

__all__ = ["counts", "description", "notes_of"]


def counts(cluster: Cluster, with_groups: bool, language: Language) -> list[str]:
    """Return how many of everything; "ties: 1" needs no plural in either language."""
    numbers = {
        "actors": cluster.n_actors,
        "ties": cluster.n_ties,
        "groups": cluster.n_groups * with_groups,
        "affiliations": cluster.n_affiliations * with_groups,
    }
    return [f"{say(word, language)}: {count}" for word, count in numbers.items() if count or word == "actors"]


def notes_of(
    cluster: Cluster, with_groups: bool, size: pd.Series[Any] | None, blind: bool, language: Language
) -> list[str]:
    """Return the text below the title: counts, what the area of the marks says, what the picture cannot show."""
    notes = counts(cluster, with_groups, language)
    if size is not None:
        notes.append(f"{say('area', language)}: {plain(size.name or say('as shown', language))}")
    if blind:
        notes.append(say("direction on hover only", language))
    return notes


def description(
    cluster: Cluster, with_groups: bool, actors: pd.DataFrame, name: str, heading: str, language: Language
) -> str:
    """Return the picture in words.

    Parameters
    ----------
    cluster : Cluster
        What is drawn.
    with_groups : bool
        Whether its groups are drawn.
    actors : DataFrame
        Marks with name, value, degree and groups.
    name, heading : str
        Of the picture, and of its colours.
    language : {"en", "lt"}
        Of our own words.
    """
    sentences = [name, ", ".join(counts(cluster, with_groups, language))]
    if heading:
        sentences.append(f"{say(heading, language)}: {_spread_of(actors['value'], language)}")
    links = actors["degree"] if cluster.n_ties else actors["groups"]
    busiest = links[links > 0].nlargest(3)
    if len(busiest):
        names = actors["name"].loc[busiest.index]
        named = [f"{name} ({count})" for name, count in zip(names, busiest, strict=True)]
        sentences.append(f"{say('most ties', language)}: {', '.join(named)}")
    alone = int((links == 0).sum())
    if alone:
        sentences.append(f"{say('without ties', language)}: {alone}")
    return ". ".join(sentences) + "."


def _spread_of(values: pd.Series[Any], language: Language) -> str:
    if is_continuous(values):
        known = values.dropna().astype(float)
        if known.empty:
            return say("not stated", language)
        return f"{number(known.min(), language)} – {number(known.max(), language)}"
    words = categories(values, language).fillna("not stated")
    return ", ".join(f"{say(str(word), language)} {count}" for word, count in words.value_counts().items())
