"""What two waves say in sentences."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd

from socluster.core.called import called
from socluster.core.cluster import Cluster
from socluster.whatif.phrases import caveat_of_changes
from socluster.words import Language, count, counted, listed, marked, number, percent, say, value_name

__all__ = ["balance", "of_waves"]

_NAMED = 5
_GOOD, _DOUBTFUL = 0.3, 0.2


def of_waves(
    waves: tuple[Cluster, Cluster],
    table: pd.Series[Any],
    *,
    layer: str | None,
    years: float | None,
    by_actor: pd.DataFrame,
    brokers: pd.DataFrame,
    renamed: pd.DataFrame,
    unknown: int,
    is_partly_known: bool,
    language: Language,
) -> list[str]:
    """Return what changed, because of whom, and what that does not mean.

    Parameters
    ----------
    waves : (Cluster, Cluster)
        Before and after.
    table : Series
        The numbers of `WaveChange.to_frame`.
    layer : str or None
        What ties are compared.
    years : float or None
        Between the waves.
    by_actor, brokers, renamed : DataFrames
        As `WaveChange` holds them.
    unknown : int
        How many dyads of those in both are unknown in a wave.
    is_partly_known : bool
        Whether a wave knows of a tie where the other knows nothing.
    language : {"en", "lt"}
        Language of the sentences.
    """
    return [
        _heading(table, layer, language),
        balance(table, language, is_partly_known=is_partly_known),
        *_parts(table, language),
        *_alike(table, language),
        *_lasting(table, years, language),
        *_spread(table, language, is_partly_known),
        *_members(waves, by_actor, language),
        *_movers(waves, by_actor, language),
        *_brokers(waves, brokers, language),
        *_renamed(renamed, language),
        *_unknown(unknown, language),
        say("Two waves do not say what caused a change, nor whether as much comes and goes anyway.", language),
        caveat_of_changes(language),
    ]


def balance(table: pd.Series[Any], language: Language, *, is_partly_known: bool) -> str:
    """Return by how much the number of ties changes, or only how many are known where one wave knows less.

    Parameters
    ----------
    table : Series
        The numbers of `WaveChange.to_frame`.
    language : {"en", "lt"}
        Language of the sentence.
    is_partly_known : bool
        Whether a wave knows of a tie where the other knows nothing.
    """
    before, after = int(table["ties_before"]), int(table["ties_after"])
    if not before and not after:
        return say("Neither wave holds ties.", language)
    if is_partly_known:
        return say(
            "Known ties: {before} before, {after} after; what one wave knows nothing of may have changed or not.",
            language,
            before=number(before, language),
            after=number(after, language),
        )
    if before == after:
        return count("As many ties after as before: {n}.", "As many ties after as before: {n}.", before, language)
    values = {"before": number(before, language), "after": number(after, language)}
    if after > before:
        return say("Ties rise from {before} to {after}.", language, **values)
    return say("Ties fall from {before} to {after}.", language, **values)


def _heading(table: pd.Series[Any], layer: str | None, language: Language) -> str:
    stayed = counted("{n} actor is in both", "{n} actors are in both", int(table["stayed"]))
    actors = [counted("{n} actor", "{n} actors", int(table[f"actors_{side}"])) for side in ("before", "after")]
    values: dict[str, Any] = {"before": actors[0], "after": actors[1], "both": stayed}
    if layer is None:
        return say("Two waves: before {before}, after {after}; {both}.", language, **values)
    name = value_name("layer", layer, language)
    return say(
        "Two waves of the layer '{layer}': before {before}, after {after}; {both}.", language, layer=name, **values
    )


def _parts(table: pd.Series[Any], language: Language) -> list[str]:
    if not table[["rewiring", "entry", "exit", "left_open"]].any():
        return []
    change, signed = int(table["ties_after"] - table["ties_before"]), {}
    for key, value in (("change", change), ("rewiring", table["rewiring"]), ("entry", table["entry"]),
                       ("exit", -table["exit"]), ("open", table["left_open"])):  # fmt: skip
        signed[key] = number(int(value), language, sign=True)
    if table["left_open"]:
        return [
            say(
                "The difference of {change} adds up from {rewiring} among those in both, {entry} with who came, {exit} "
                "with who left, and {open} where one wave knows nothing.",
                language,
                **signed,
            )
        ]
    return [
        say(
            "The change of {change} adds up from {rewiring} among those in both, {entry} with who came, and {exit} "
            "with who left.",
            language,
            **signed,
        )
    ]


def _alike(table: pd.Series[Any], language: Language) -> list[str]:
    if math.isnan(table["jaccard"]):
        return [say("Neither wave has a tie among those in both, so that nothing can be said of what lasts.", language)]
    kept = [
        counted("{n} tie lasts", "{n} ties last", int(table["n11"])),
        counted("{n} ended", "{n} ended", int(table["n10"])),
        counted("{n} is new", "{n} are new", int(table["n01"])),
    ]
    jaccard = number(table["jaccard"], language, decimals=2)
    said = say(
        "Among those in both {kept}, {ended} and {new} (Jaccard index {jaccard}, Hamming distance {hamming}).",
        language,
        kept=kept[0],
        ended=kept[1],
        new=kept[2],
        jaccard=jaccard,
        hamming=number(int(table["hamming"]), language),
    )
    return [said, _remark(float(table["jaccard"]), language)]


def _remark(jaccard: float, language: Language) -> str:
    """Return what the index means for models of change; it is no verdict."""
    values = {"good": number(_GOOD, language), "doubtful": number(_DOUBTFUL, language)}
    if jaccard >= _GOOD:
        return say(
            "For stochastic actor-oriented models a Jaccard index of {good} or more is advised (Snijders et al. 2010), "
            "as there is here; that is no verdict on the cluster.",
            language,
            **values,
        )
    if jaccard >= _DOUBTFUL:
        return say(
            "For stochastic actor-oriented models a Jaccard index of {good} or more is advised, and below {doubtful} "
            "is doubtful (Snijders et al. 2010); here it lies between; that is no verdict on the cluster.",
            language,
            **values,
        )
    return say(
        "For stochastic actor-oriented models a Jaccard index below {doubtful} is doubtful (Snijders et al. 2010), as "
        "it is here; that is no verdict on the cluster.",
        language,
        **values,
    )


def _lasting(table: pd.Series[Any], years: float | None, language: Language) -> list[str]:
    if math.isnan(table["persistence"]) or table["persistence"] == 0:
        return []
    if math.isinf(table["half_life"]):
        return [say("No tie among those in both ended, so that no half-life follows.", language)]
    values = {
        "share": percent(table["persistence"], language),
        "half_life": number(table["half_life"], language, decimals=1),
    }
    if years is None:
        return [
            say(
                "{share} of the ties among those in both lasted. If every tie ends with the same probability in equal "
                "times, half have ended after {half_life} times the time between the waves.",
                language,
                **values,
            )
        ]
    return [
        say(
            "{share} of the ties among those in both lasted. If every tie ends with the same probability every year, "
            "half have ended after {half_life} years.",
            language,
            **values,
        )
    ]


def _spread(table: pd.Series[Any], language: Language, is_partly_known: bool) -> list[str]:
    if table[["ties_per_actor_before", "ties_per_actor_after", "density_before", "density_after"]].isna().any():
        return []
    columns = {
        "before": "ties_per_actor_before",
        "after": "ties_per_actor_after",
        "density": "density_before",
        "density_after": "density_after",
    }
    told = {name: number(table[column], language, decimals=2) for name, column in columns.items()}
    if is_partly_known:
        template = marked(
            "For every actor {before} ties are known before and {after} after; the density of the known dyads is "
            "{density} before and {density_after} after, and they are not the same dyads."
        )
        return [say(template, language, **told)]
    return [
        say(
            "For every actor there are {before} ties before and {after} after; the density goes from {density} to "
            "{density_after}, which depends on how many actors there are.",
            language,
            **told,
        )
    ]


def _members(waves: tuple[Cluster, Cluster], by_actor: pd.DataFrame, language: Language) -> list[str]:
    lines = []
    came, went = (by_actor.index[by_actor["status"] == each].tolist() for each in ("came", "went"))
    if came:
        names = listed(called(waves[1], came, language), language, most=_NAMED)
        lines.append(count("{n} actor came: {names}.", "{n} actors came: {names}.", len(came), language, names=names))
    if went:
        names = listed(called(waves[0], went, language), language, most=_NAMED)
        lines.append(count("{n} actor left: {names}.", "{n} actors left: {names}.", len(went), language, names=names))
    return lines


def _movers(waves: tuple[Cluster, Cluster], by_actor: pd.DataFrame, language: Language) -> list[str]:
    """Return who of those in both has most new, and most ended ties."""
    stayed = by_actor[by_actor["status"] == "stayed"]
    lines = []
    for column in ("new", "ended"):
        most = int(stayed[column].max()) if len(stayed) else 0
        if not most:
            continue
        who = stayed.index[stayed[column] == most].tolist()
        names = listed(called(waves[1], who, language), language, most=_NAMED)
        lines.append(
            count(
                "Most new ties: {names} ({n} tie).", "Most new ties: {names} ({n} ties).", most, language, names=names
            )
            if column == "new"
            else count(
                "Most ended ties: {names} ({n} tie).",
                "Most ended ties: {names} ({n} ties).",
                most,
                language,
                names=names,
            )
        )
    return lines


def _brokers(waves: tuple[Cluster, Cluster], brokers: pd.DataFrame, language: Language) -> list[str]:
    """Return who was lost as a broker, and what ran through it."""
    lines = []
    for label, row in list(brokers.iterrows())[:_NAMED]:
        gone = row["how"] == "left"
        name = called(waves[0] if gone else waves[1], [label], language)[0]
        before, after = (number(row[f"betweenness_{side}"], language, decimals=1) for side in ("before", "after"))
        lost = (
            say("A broker left: {name} (betweenness {before}).", language, name=name, before=before)
            if gone
            else say(
                "No longer among the brokers: {name} (betweenness {before} before, {after} after).",
                language,
                name=name,
                before=before,
                after=after,
            )
        )
        lines.append(" ".join([lost, *_ran_through(row, language)]))
    return lines


def _ran_through(row: pd.Series[Any], language: Language) -> list[str]:
    pairs, cut = int(row["pairs"]), int(row["no_longer_reached"])
    if not pairs:
        return []
    said = count(
        "It connected {n} pair of others who are in both waves.",
        "It connected {n} pairs of others who are in both waves.",
        pairs,
        language,
    )
    if not cut:
        return [said, say("They still reach each other.", language)]
    lost = count("{n} of these pairs no longer has a path.", "{n} of these pairs no longer have a path.", cut, language)
    return [said, lost]


def _renamed(renamed: pd.DataFrame, language: Language) -> list[str]:
    if renamed.empty:
        return []
    pairs = [f"{one} / {other}" for one, other in renamed[["before", "after"]].to_numpy()]
    return [
        count(
            "{n} actor who left is called nearly like one who came ({names}): if they are the same, the numbers above "
            "count a change of name as a change of the cluster.",
            "{n} actors who left are called nearly like some who came ({names}): if they are the same, the numbers "
            "above count a change of name as a change of the cluster.",
            len(renamed),
            language,
            names=listed(pairs, language, most=_NAMED),
        )
    ]


def _unknown(n: int, language: Language) -> list[str]:
    if not n:
        return []
    return [
        count(
            "{n} dyad of those in both is unknown in at least one wave, and left out.",
            "{n} dyads of those in both are unknown in at least one wave, and left out.",
            n,
            language,
        )
    ]
