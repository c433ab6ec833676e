"""What two observations of a cluster say in sentences."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd

from socluster.core.cluster import Cluster
from socluster.whatif.phrases import caveat_of_changes
from socluster.words import Language, count, counted, listed, marked, measure_name, number, say, value_name

__all__ = ["is_two_mode", "of_observed"]

_NAMED = 5


def of_observed(
    observations: tuple[Cluster, Cluster],
    table: pd.DataFrame,
    *,
    actors: pd.Series[Any],
    ties: pd.DataFrame,
    affiliations: pd.DataFrame,
    language: Language,
) -> list[str]:
    """Return who and what came, stayed and went, a sentence per measure, and what a difference does not mean.

    Parameters
    ----------
    observations : (Cluster, Cluster)
        Before and after.
    table : DataFrame
        Index measure and the columns of `ObservedChanges.to_frame`.
    actors, ties, affiliations : Series and DataFrames
        What became of each, as `ObservedChanges` holds it.
    language : {"en", "lt"}
        Language of the sentences.
    """
    lines = [_heading(observations, language), *_projected(observations, language), *_actors(actors, language)]
    directed = {name for each in observations for name, layer in each.layers.items() if layer.directed}
    lines += [
        _of_layer(str(layer), rows, layer in directed, language) for layer, rows in ties.groupby("layer", sort=False)
    ]
    lines += [_of_groups(str(layer), rows, language) for layer, rows in affiliations.groupby("layer", sort=False)]
    lines += [_of_measure(str(name), row, language) for name, row in table.iterrows()]
    lines.append(
        say(
            "Nothing was drawn: both clusters are taken as they were observed. A difference is not an effect: two "
            "observations do not say what caused it, nor whether as much comes and goes anyway.",
            language,
        )
    )
    return [*lines, caveat_of_changes(language)]


def _heading(observations: tuple[Cluster, Cluster], language: Language) -> str:
    actors = [counted("{n} actor", "{n} actors", each.n_actors) for each in observations]
    ties = [counted("{n} tie", "{n} ties", each.n_ties) for each in observations]
    return say(
        "Two observations: before {actors}, {ties}; after {actors_after}, {ties_after}.",
        language,
        actors=actors[0],
        ties=ties[0],
        actors_after=actors[1],
        ties_after=ties[1],
    )


def _projected(observations: tuple[Cluster, Cluster], language: Language) -> list[str]:
    """Return which of the two have no ties of their own, so that measures are those of projections."""
    before, after = (is_two_mode(each) for each in observations)
    if before and after:
        return [
            say(
                "Both hold affiliations and no ties: measures are those of their projections, in which actors who "
                "share a group are tied.",
                language,
            )
        ]
    only = marked(
        "Before holds affiliations and no ties: its measures are those of its projection, in which actors who share a "
        "group are tied. Ties are compared as they stand: ties that came need not be new."
    )
    if after:
        only = marked(
            "After holds affiliations and no ties: its measures are those of its projection, in which actors who share "
            "a group are tied. Ties are compared as they stand: ties that went need not be gone."
        )
    return [say(only, language)] if before or after else []


def is_two_mode(cluster: Cluster) -> bool:
    """Whether it holds affiliations alone, so that its projection is what is measured."""
    return not cluster.tie_layers and cluster.n_affiliations > 0


def _actors(status: pd.Series[Any], language: Language) -> list[str]:
    lines = [count("{n} actor is in both.", "{n} actors are in both.", int((status == "stayed").sum()), language)]
    came, went = (status.index[status == each].tolist() for each in ("came", "went"))
    if came:
        names = _names(came, language)
        lines.append(count("{n} actor came: {names}.", "{n} actors came: {names}.", len(came), language, names=names))
    if went:
        names = _names(went, language)
        lines.append(count("{n} actor left: {names}.", "{n} actors left: {names}.", len(went), language, names=names))
    return lines


def _of_layer(layer: str, rows: pd.DataFrame, directed: bool, language: Language) -> str:
    said = [
        say(
            "Ties in the layer '{layer}': {stayed} stayed, {came} came, {went} went.",
            language,
            layer=value_name("layer", layer, language),
            **_numbers(rows, language),
        )
    ]
    came, went = (
        [
            f"{row['source']} {'→' if directed else '–'} {row['target']}"
            for row in rows[rows["status"] == status].to_dict("records")
        ]
        for status in ("came", "went")
    )
    if came:
        said.append(say("New: {ties}.", language, ties=_names(came, language)))
    if went:
        said.append(say("Gone: {ties}.", language, ties=_names(went, language)))
    return " ".join([*said, *_more_of_layer(rows, language)])


def _more_of_layer(rows: pd.DataFrame, language: Language) -> list[str]:
    """Return how many of the ties have an end in one observation only, another strength, or are left open by one."""
    apart = int((rows["status"].isin(["came", "went"]) & ~rows["with_both"]).sum())
    kept = rows[rows["status"] == "stayed"]
    changed = int((kept["weight_before"] != kept["weight_after"]).sum())
    left_open = int(rows["status"].str.startswith("not known").sum())
    said = [
        count(
            "Of those that came or went, {n} has an end that is in one observation only.",
            "Of those that came or went, {n} have an end that is in one observation only.",
            apart,
            language,
        ),
        count(
            "Of those that stayed, {n} has another strength.",
            "Of those that stayed, {n} have another strength.",
            changed,
            language,
        ),
        count(
            "{n} tie is known in one observation, while the other leaves it open.",
            "{n} ties are known in one observation, while the other leaves them open.",
            left_open,
            language,
        ),
    ]
    return [text for text, n in zip(said, (apart, changed, left_open), strict=True) if n]


def _of_groups(layer: str, rows: pd.DataFrame, language: Language) -> str:
    return say(
        "Affiliations in the layer '{layer}': {stayed} stayed, {came} came, {went} went.",
        language,
        layer=value_name("layer", layer, language),
        **_numbers(rows, language),
    )


def _of_measure(name: str, row: Any, language: Language) -> str:
    measure = measure_name(name, language)
    if row["of"] != "cluster":
        measure = say("{measure}, on average over the actors", language, measure=measure)
    if math.isnan(row["difference"]):
        whole = say("{measure}: undefined in at least one of the two.", language, measure=measure)
    else:
        whole = say(
            "{measure}: {before} before, {after} after ({difference}).",
            language,
            measure=measure,
            before=number(row["before"], language),
            after=number(row["after"], language),
            difference=number(row["difference"], language, sign=True),
        )
    if math.isnan(row["difference_in_both"]):
        return whole
    in_both = count(
        "For the {n} actor in both: {before} and {after} ({difference}).",
        "For the {n} actors in both: {before} and {after} ({difference}).",
        int(row["in_both"]),
        language,
        before=number(row["before_in_both"], language),
        after=number(row["after_in_both"], language),
        difference=number(row["difference_in_both"], language, sign=True),
    )
    return f"{whole} {in_both}"


def _numbers(rows: pd.DataFrame, language: Language) -> dict[str, str]:
    counted_rows = rows["status"].value_counts()
    return {status: number(int(counted_rows.get(status, 0)), language) for status in ("stayed", "came", "went")}


def _names(names: list[str], language: Language) -> str:
    return listed(names, language, most=_NAMED)
