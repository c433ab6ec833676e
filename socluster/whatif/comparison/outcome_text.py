"""An outcome in plain words, English and Lithuanian."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from socluster.words import Language, number, percent

__all__ = ["measure_name", "of_comparison"]

_NAMES_LT = {
    "degree": "laipsnis",
    "strength": "ryšių stiprumas",
    "betweenness": "tarpiškumas",
    "closeness": "artumas",
    "density": "tankis",
    "constraint": "suvaržymas",
    "effective_size": "veiksmingasis dydis",
    "global_efficiency": "visuotinis efektyvumas",
    "ei_index": "E–I indeksas",
    "average_path_length": "vidutinis atstumas",
    "compactness": "glaustumas",
    "components": "dalių skaičius",
    "connectedness": "susietumas",
    "fragmentation": "suskaidymas",
    "harmonic": "harmoninis artumas",
    "natural_connectivity": "natūralusis jungumas",
    "algebraic_connectivity": "algebrinis jungumas",
    "reciprocity": "abipusiškumas",
    "transitivity": "tranzityvumas",
    "wholeness": "vientisumas",
}

_TEXT = {
    "en": {
        "head": "What if: {scenarios} ({draws} draws, {interval} intervals)",
        "change": "{scenario}: {measure}{of} {verb} by {delta} ({low} to {high}), from {before} to {after}; {chance}.",
        "same": "{scenario}: {measure}{of} does not change ({before}).",
        "undefined": "{scenario}: {measure}{of} is undefined in every draw.",
        "rises": "rises",
        "falls": "falls",
        "moves": "changes",
        "up": "it rises in {p} of the draws",
        "down": "it falls in {p} of the draws",
        "better": "an improvement in {p} of the draws ({direction} was stated to be better)",
        "higher": "higher",
        "lower": "lower",
        "null": " A random partner of the same type with as many ties: {null}; above that in {p} of the draws.",
        "partly": " Defined in {p} of the draws.",
        "of": ", on average over the {n} actors who stay,",
        "assumption": "Assumption: {text}.",
        "caveat": "Structure is not effectiveness: more or less of a measure does not yet mean better care.",
    },
    "lt": {
        "head": "Kas būtų, jeigu: {scenarios} (bandymų: {draws}, intervalai: {interval})",
        "change": "{scenario}: {measure}{of} {verb} {delta} (nuo {low} iki {high}): iš {before} į {after}; {chance}.",
        "same": "{scenario}: {measure}{of} nesikeičia ({before}).",
        "undefined": "{scenario}: {measure}{of} neapibrėžtas nė viename bandyme.",
        "rises": "didėja",
        "falls": "mažėja",
        "moves": "keičiasi",
        "up": "didėja {p} bandymų",
        "down": "mažėja {p} bandymų",
        "better": "pagerėja {p} bandymų (nurodyta, kad geriau {direction})",
        "higher": "daugiau",
        "lower": "mažiau",
        "null": " Atsitiktinis to paties tipo partneris, turintis tiek pat ryšių: {null}; daugiau už jį {p} bandymų.",
        "partly": " Apibrėžta {p} bandymų.",
        "of": " (liekančių veikėjų, kurių yra {n}, vidurkis)",
        "assumption": "Prielaida: {text}.",
        "caveat": "Struktūra dar nėra veiksmingumas: didesnis ar mažesnis rodiklis nereiškia geresnės pagalbos.",
    },
}


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
    text = _TEXT[language]
    names = ", ".join(dict.fromkeys(table.index.get_level_values("scenario")))
    lines = [text["head"].format(scenarios=names, draws=draws, interval=percent(interval, language))]
    for (scenario, measure), row in table.iterrows():
        lines.append(_sentence(scenario, measure, row, better.get(measure), language))
    return [*lines, *(text["assumption"].format(text=each) for each in assumptions), text["caveat"]]


def measure_name(measure: str, language: Language = "en") -> str:
    """Return what a measure is called in plain words."""
    words = measure.replace("_", " ")
    return _NAMES_LT.get(measure, words) if language == "lt" else words


def _sentence(scenario: str, measure: str, row: Any, better: str | None, language: Language) -> str:
    text = _TEXT[language]
    name = measure_name(measure, language)
    of = "" if row["of"] == "cluster" else text["of"].format(n=row["of"].split()[2])
    if math.isnan(row["delta"]):
        return text["undefined"].format(scenario=scenario, measure=name, of=of)
    if row["low"] == row["high"] == 0:
        before = number(row["before"], language)
        return text["same"].format(scenario=scenario, measure=name, of=of, before=before)
    is_up, is_down = row["low"] >= 0 and row["delta"] > 0, row["high"] <= 0 and row["delta"] < 0
    verb = text["rises"] if is_up else text["falls"] if is_down else text["moves"]
    change = [row["delta"], row["low"], row["high"]]
    if verb == text["falls"]:  # it falls by so much: the amounts are positive then
        change = [-row["delta"], -row["high"], -row["low"]]
    delta, low, high = (number(value, language) for value in change)
    before, after = (number(row[key], language) for key in ("before", "after"))
    said = text["change"].format(
        scenario=scenario,
        measure=name,
        of=of,
        verb=verb,
        delta=delta,
        low=low,
        high=high,
        before=before,
        after=after,
        chance=_chance(row, better, language),
    )
    if "null" in row and not math.isnan(row["null"]):
        said += text["null"].format(null=number(row["null"], language), p=percent(row["p_above_null"], language))
    return said + (text["partly"].format(p=percent(row["defined"], language)) if row["defined"] < 1 else "")


def _chance(row: Any, better: str | None, language: Language) -> str:
    text = _TEXT[language]
    if better is not None:
        return text["better"].format(p=percent(row["p_improvement"], language), direction=text[better])
    if row["p_increase"] >= row["p_decrease"]:
        return text["up"].format(p=percent(row["p_increase"], language))
    return text["down"].format(p=percent(row["p_decrease"], language))
