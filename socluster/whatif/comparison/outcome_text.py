"""An outcome in plain words, English and Lithuanian."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping
from typing import Any

import pandas as pd

from socluster.core.data_notes import ONE_DRAW
from socluster.whatif.comparison.beside_random import beside_random
from socluster.whatif.phrases import assumed, caveat_of_changes
from socluster.words import Language, count, marked, measure_name, number, percent, say

__all__ = ["of_comparison"]

_ROUNDING = 1e-10

_RAW = marked(
    "Raw values are not normalised; those that a measure normalises by itself shift with the number of actors."
)


def of_comparison(
    table: pd.DataFrame,
    *,
    draws: int,
    interval: float,
    better: Mapping[str, str],
    assumptions: Iterable[str],
    is_certain: bool = False,
    is_simulated: bool = False,
    raw: Collection[str] = (),
    data_notes: Iterable[str] = (),
    warnings: Iterable[str] = (),
    language: Language = "en",
) -> list[str]:
    """Return a heading, a sentence per scenario and measure, what they rest on, and the caveat.

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
    is_certain : bool, default False
        Whether no tie is drawn at all.
    is_simulated : bool, default False
        Whether a measure is a mean of something simulated.
    raw : collection of str
        Measures that would normalise by themselves, and were asked for raw values.
    data_notes : iterable of str
        What the data say about themselves, in this language.
    warnings : iterable of str
        What the tie models do not reproduce, in this language.
    language : {"en", "lt"}, default "en"
        Language of the sentences.
    """
    lines = [
        _sentence(scenario, _named(measure, raw, language), row, better.get(measure), draws, language)
        for (scenario, measure), row in table.iterrows()
    ]
    if draws == 1 and not is_certain:
        lines.append(ONE_DRAW.said(language))
    if set(raw) & {*table.index.get_level_values("measure")}:
        lines.append(say(_RAW, language))
    if is_simulated and (is_certain or draws == 1):
        scenarios = ", ".join(dict.fromkeys(table.index.get_level_values("scenario")))
        head = say("What if: {scenarios} (means over simulated histories)", language, scenarios=scenarios)
    else:
        head = _head(table, draws, interval, is_certain, language)
    return [head, *lines, *data_notes, *assumed(assumptions, language), *warnings, caveat_of_changes(language)]


def _named(measure: str, raw: Collection[str], language: Language) -> str:
    """Return what people call the measure, and that its values are raw where it would normalise them by itself."""
    name = measure_name(measure, language)
    return say("{measure} (raw)", language, measure=name) if measure in raw else name


def _head(table: pd.DataFrame, draws: int, interval: float, is_certain: bool, language: Language) -> str:
    scenarios = ", ".join(dict.fromkeys(table.index.get_level_values("scenario")))
    if is_certain:
        return say("What if: {scenarios} (certain: nothing is drawn)", language, scenarios=scenarios)
    if draws == 1 or table["delta"].isna().all():
        return count(
            "What if: {scenarios} ({n} draw)", "What if: {scenarios} ({n} draws)", draws, language, scenarios=scenarios
        )
    if draws > 1 and all(_always_the_same(row) for _, row in table.iterrows()):
        return count(
            "What if: {scenarios} ({n} draw, all agree)",
            "What if: {scenarios} ({n} draws, all agree)",
            draws,
            language,
            scenarios=scenarios,
        )
    return count(
        "What if: {scenarios} ({n} draw, {interval} intervals)",
        "What if: {scenarios} ({n} draws, {interval} intervals)",
        draws,
        language,
        scenarios=scenarios,
        interval=percent(interval, language),
    )


def _always_the_same(row: Any) -> bool:
    """Whether the change is the same in every draw, but for rounding, so that there is no interval to speak of."""
    is_spread = row.get("error_of_mean", math.nan) > _ROUNDING * abs(row["delta"])
    is_one = math.isclose(row["low"], row["high"], rel_tol=_ROUNDING) and not is_spread
    return bool(is_one and row["defined"] == 1 and _unmoved(row) in (0, 1))


def _unmoved(row: Any) -> float:
    """Return the share of the draws in which nothing changes."""
    return float(round(1 - row["p_increase"] - row["p_decrease"], 12))


def _sentence(scenario: str, measure: str, row: Any, better: str | None, draws: int, language: Language) -> str:
    name = _of_whom(measure, row["of"], language)
    if math.isnan(row["delta"]):
        if draws == 1:
            return say("{scenario}: {measure} is undefined.", language, scenario=scenario, measure=name)
        return say("{scenario}: {measure} is undefined in every draw.", language, scenario=scenario, measure=name)
    said = [_what_happens(scenario, name, row, better, language)]
    if "null" in row and not math.isnan(row["null"]):
        said.append(beside_random(row, draws, language))
    if row["defined"] < 1:
        said.append(
            say("Defined in {p} of the draws; the others are left out.", language, p=percent(row["defined"], language))
        )
    return " ".join(said)


def _what_happens(scenario: str, measure: str, row: Any, better: str | None, language: Language) -> str:
    told = {"scenario": scenario, "measure": measure, "before": number(row["before"], language)}
    if _unmoved(row) == 1:
        return say("{scenario}: {measure} does not change ({before}).", language, **told)
    if row["low"] == row["high"] == 0:  # it does change, but in few draws
        return say(
            "{scenario}: {measure} does not change in {p} of the draws ({before}); {chance}.",
            language,
            p=percent(_unmoved(row), language),
            chance=_chance(row, better, language),
            **told,
        )
    if _always_the_same(row):
        return _certain_change(scenario, measure, row, better, language)
    return _change(scenario, measure, row, _chance(row, better, language), language)


def _of_whom(measure: str, of: str, language: Language) -> str:
    """Return the name of the measure, and over how many actors it is a mean if it is one."""
    if of == "cluster":
        return measure
    numbers = [int(word) for word in of.split() if word.isdigit()]
    if not numbers[0]:
        return measure
    if len(numbers) == 2:
        return count(
            "{measure}, on average over the {n} actor for whom it is defined before and after,",
            "{measure}, on average over the {n} actors for whom it is defined before and after,",
            numbers[0],
            language,
            measure=measure,
        )
    return count(
        "{measure}, on average over the {n} actor who stays,",
        "{measure}, on average over the {n} actors who stay,",
        numbers[0],
        language,
        measure=measure,
    )


def _then(row: Any) -> float:
    """Return what is now, moved by the change, so that the three numbers of a sentence add up.

    Where ties are uncertain before, too, the median after need not be that.
    """
    moved, after = float(row["before"] + row["delta"]), float(row["after"])
    rounding = _ROUNDING * max(abs(float(row["before"])), abs(after))
    if abs(moved - after) <= rounding:
        return after
    return 0.0 if abs(moved) <= rounding else moved


def _certain_change(scenario: str, measure: str, row: Any, better: str | None, language: Language) -> str:
    """Return by how much the measure changes where all draws agree."""
    told = {"scenario": scenario, "measure": measure, "delta": number(abs(row["delta"]), language)}
    told |= {"before": number(row["before"], language), "after": number(_then(row), language)}
    if row["delta"] > 0:
        said = say("{scenario}: {measure} rises by {delta}, from {before} to {after}.", language, **told)
    else:
        said = say("{scenario}: {measure} falls by {delta}, from {before} to {after}.", language, **told)
    if better is None:
        return said
    is_improvement = row["p_improvement"] > 0
    if better == "higher" and is_improvement:
        return f"{said} {say('That is an improvement (higher was stated to be better).', language)}"
    if is_improvement:
        return f"{said} {say('That is an improvement (lower was stated to be better).', language)}"
    if better == "higher":
        return f"{said} {say('That is no improvement (higher was stated to be better).', language)}"
    return f"{said} {say('That is no improvement (lower was stated to be better).', language)}"


def _change(scenario: str, measure: str, row: Any, chance: str, language: Language) -> str:
    """Return by how much the measure changes; only an interval on one side of zero is a rise or a fall."""
    told = {"scenario": scenario, "measure": measure, "chance": chance}
    told |= {"before": number(row["before"], language), "after": number(_then(row), language)}
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
