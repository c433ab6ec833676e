"""A picture of a cluster in words: how many of everything, and a description for those who do not see it."""

from __future__ import annotations

from typing import Any

import pandas as pd

from socluster.core.cluster import Cluster
from socluster.plot.caption import described
from socluster.plot.clusters.marks import categories, is_continuous, shown_value
from socluster.plot.names import quantity_name
from socluster.plot.numbers import shown_number
from socluster.plot.text import plain
from socluster.words import Language, count, number, say

__all__ = ["counts", "description", "notes_of"]


def counts(cluster: Cluster, with_groups: bool, language: Language) -> list[str]:
    """Return how many of everything that is drawn; nothing where there is nobody."""
    if not cluster.n_actors and not (with_groups and cluster.n_groups):
        return []
    told = [count("{n} actor", "{n} actors", cluster.n_actors, language)]
    if cluster.n_ties:
        told.append(count("{n} tie", "{n} ties", cluster.n_ties, language))
    told += _simulated(cluster, language)
    if with_groups and cluster.n_groups:
        told.append(count("{n} group", "{n} groups", cluster.n_groups, language))
    if with_groups and cluster.n_affiliations:
        told.append(count("{n} affiliation", "{n} affiliations", cluster.n_affiliations, language))
    return told


def _simulated(cluster: Cluster, language: Language) -> list[str]:
    """Return how many of the ties are only possible, those of a what-if, and how many of them are to be expected."""
    possible = _possible(cluster)
    if possible.empty:
        return []
    expected = shown_number(float(possible["confidence"].sum()), language, decimals=1)
    return [
        count(
            "{n} of them simulated ({expected} expected)",
            "{n} of them simulated ({expected} expected)",
            len(possible),
            language,
            expected=expected,
        )
    ]


def _possible(cluster: Cluster) -> pd.DataFrame:
    """Return the ties of a what-if that are not sure."""
    ties = cluster.ties
    return ties[(ties["evidence"] == "simulated") & (ties["confidence"] < 1)]


def notes_of(
    cluster: Cluster,
    with_groups: bool,
    size: pd.Series[Any] | None,
    language: Language,
    *,
    blind: bool = False,
    n_firm: int | None = None,
) -> list[str]:
    """Return the text below the title.

    Parameters
    ----------
    cluster : Cluster
        What is drawn.
    with_groups : bool
        Whether its groups are drawn.
    size : Series or None
        What the area of the marks says.
    language : {"en", "lt"}
        The language.
    blind : bool
        Whether directions cannot be seen.
    n_firm : int, optional
        How many lines are of the backbone, where the others are pale.
    """
    notes = counts(cluster, with_groups, language)
    if not notes:
        return []
    if cluster.name:
        notes.insert(0, plain(cluster.name))
    if n_firm is not None:
        notes.append(say("Firm: the backbone ({n})", language, n=number(n_firm, language)))
    if size is not None and size.name:
        notes.append(say("Area: {measure}", language, measure=plain(quantity_name(str(size.name), language))))
    elif size is not None:
        notes.append(say("Area: the values given", language))
    if blind:
        notes.append(say("Direction: under the pointer only", language))
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
    name : str
        Title of the picture.
    heading : str
        The column of its colours; empty if there are none.
    language : {"en", "lt"}
        Of our own words.
    """
    numbers = counts(cluster, with_groups, language)
    before = f"{cluster.name}: " if cluster.name and cluster.name != name else ""
    told = [before + ", ".join(numbers)] if numbers else []
    if heading and len(actors):
        of = {"column": quantity_name(heading, language), "values": _spread_of(actors["value"], heading, language)}
        told.append(say("Colour shows {column}: {values}", language, **of))
    return described(name, [*told, *_busiest(cluster, actors, language)], language)


def _busiest(cluster: Cluster, actors: pd.DataFrame, language: Language) -> list[str]:
    """Who has most partners, or affiliations where there are no ties, and how many have none."""
    links = actors["degree"] if cluster.n_ties else actors["groups"]
    most = links[links > 0].nlargest(3)
    names = ", ".join(f"{actors['name'].loc[label]} ({n})" for label, n in most.items())
    alone = int((links == 0).sum())
    told = []
    if names and cluster.n_ties:
        if len(_possible(cluster)):
            told.append(say("Most partners, simulated ties counted like all others: {names}", language, names=names))
        else:
            told.append(say("Most partners: {names}", language, names=names))
    elif names:
        told.append(say("Most affiliations: {names}", language, names=names))
    if alone and (cluster.n_ties or not names):
        told.append(count("{n} actor without ties", "{n} actors without ties", alone, language))
    elif alone:
        told.append(count("{n} actor without affiliations", "{n} actors without affiliations", alone, language))
    return told


def _spread_of(values: pd.Series[Any], heading: str, language: Language) -> str:
    if is_continuous(values):
        known = values.dropna().astype(float)
        if known.empty:
            return say("not stated", language)
        low, high = (shown_number(each, language) for each in (known.min(), known.max()))
        return say("from {low} to {high}", language, low=low, high=high)
    found = categories(values, language).value_counts(dropna=False)
    return ", ".join(f"{shown_value(heading, value, language)} {n}" for value, n in found.items())
