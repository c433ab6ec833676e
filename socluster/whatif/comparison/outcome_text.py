"""An outcome in plain words, English and Lithuanian."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from socluster.whatif.phrases import assumed, caveat_of_changes
from socluster.words import Language, count, measure_name, number, percent, say

__all__ = ["of_comparison"]


def of_comparison(
    table: pd.DataFrame,
    *,
    draws: int,
    interval: float,
    better: Mapping[str, str],
    assumptions: Iterable[str],
    language: Language = "en",
) -> list[str]:
    """Return a heading, a sentence per scenario and measure, the assumptions, and the caveat.

    Parameters
    ----------
    table : DataFrame
        Index (scenario, measure) and the columns of `Outcome.to_frame`.
    draws : int
        Number of draws.
    interval : float
        Share of the draws that low to high holds.
    better : mapping
        From measure to the direction that was stated to be better.
    assumptions : iterable of str
        What the tie models assume, in this language.
    language : {"en", "lt"}, default "en"
        Language of the sentences.
    """
    head = count(
        "What if: {scenarios} ({n} draw, {interval} intervals)",
        "What if: {scenarios} ({n} draws, {interval} intervals)",
        draws,
        language,
        scenarios=", ".join(dict.fromkeys(table.index.get_level_values("scenario"))),
        interval=percent(interval, language),
    )
    lines = [
        _sentence(scenario, measure, row, better.get(measure), language)
        for (scenario, measure), row in table.iterrows()
    ]
    return [head, *lines, *assumed(assumptions, language), caveat_of_changes(language)]


def _sentence(scenario: str, measure: str, row: Any, better: str | None, language: Language) -> str:
    name = _of_whom(measure_name(measure, language), row["of"], language)
    if math.isnan(row["delta"]):
        return say("{scenario}: {measure} is undefined in every draw.", language, scenario=scenario, measure=name)
    if row["low"] == row["high"] == 0:
        before = number(row["before"], language)
        return say(
            "{scenario}: {measure} does not change ({before}).",
            language,
            scenario=scenario,
            measure=name,
            before=before,
        )
    said = [_change(scenario, name, row, _chance(row, better, language), language)]
    if "null" in row and not math.isnan(row["null"]):
        said.append(
            say(
                "A random partner of the same type with as many ties: {null}; above that in {p} of the draws.",
                language,
                null=number(row["null"], language),
                p=percent(row["p_above_null"], language),
            )
        )
    if row["defined"] < 1:
        said.append(say("Defined in {p} of the draws.", language, p=percent(row["defined"], language)))
    return " ".join(said)


def _of_whom(measure: str, of: str, language: Language) -> str:
    """Return the name of the measure, and over how many actors it is a mean if it is one."""
    if of == "cluster":
        return measure
    return count(
        "{measure}, on average over the {n} actor who stays,",
        "{measure}, on average over the {n} actors who stay,",
        int(of.split()[2]),
        language,
        measure=measure,
    )


def _change(scenario: str, measure: str, row: Any, chance: str, language: Language) -> str:
    """Return by how much the measure changes; only an interval on one side of zero is a rise or a fall."""
    told = {"scenario": scenario, "measure": measure, "chance": chance}
    told |= {key: number(row[key], language) for key in ("before", "after")}
    if row["high"] <= 0 and row["delta"] < 0:  # it falls by so much: the amounts are positive then
        told |= {"delta": number(-row["delta"], language)}
        told |= {"low": number(-row["high"], language), "high": number(-row["low"], language)}
        return say(
            "{scenario}: {measure} falls by {delta} ({low} to {high}), from {before} to {after}; {chance}.",
            language,
            **told,
        )
    told |= {key: number(row[key], language) for key in ("delta", "low", "high")}
    if row["low"] >= 0 and row["delta"] > 0:
        return say(
            "{scenario}: {measure} rises by {delta} ({low} to {high}), from {before} to {after}; {chance}.",
            language,
            **told,
        )
    return say(
        "{scenario}: {measure} changes by {delta} ({low} to {high}), from {before} to {after}; {chance}.",
        language,
        **told,
    )


def _chance(row: Any, better: str | None, language: Language) -> str:
    """Return how often it rises or falls, or is an improvement where somebody said which direction is one."""
    if better == "higher":
        p = percent(row["p_improvement"], language)
        return say("an improvement in {p} of the draws (higher was stated to be better)", language, p=p)
    if better == "lower":
        p = percent(row["p_improvement"], language)
        return say("an improvement in {p} of the draws (lower was stated to be better)", language, p=p)
    if row["p_increase"] >= row["p_decrease"]:
        return say("it rises in {p} of the draws", language, p=percent(row["p_increase"], language))
    return say("it falls in {p} of the draws", language, p=percent(row["p_decrease"], language))
