"""The finding of the what-ifs that stands in the summary: of several, which one, and why that one."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
import pandas as pd

from socluster.report.facts import Facts
from socluster.report.sections.beside import beside_random, beside_ranking
from socluster.report.sections.cells import decimals
from socluster.report.sections.ranked import first_said
from socluster.whatif.choice.ranking import Ranking
from socluster.whatif.comparison.outcome import Outcome
from socluster.whatif.comparison.random_partner import joins_with_ties
from socluster.whatif.phrases import is_drawn
from socluster.words import Language, count, listed, measure_name, number, percent, say

__all__ = ["main_finding"]

MainFinding: TypeAlias = tuple[list[str], tuple[str, str] | None]


def main_finding(facts: Facts) -> MainFinding:
    """Return the sentence that heads the section, those that qualify it, and what the summary says.

    Of several what-ifs it is the one that a ranking puts first; without a ranking, the one with the largest clear
    change in the direction that was stated to be better, or in either direction if none was stated.
    """
    if facts.rankings:
        return _ranked(facts.rankings[0], facts.outcomes, facts.language)
    if facts.outcomes:
        return _compared(facts.outcomes[0], facts.language)
    return [], None


def _ranked(ranking: Ranking, outcomes: Any, language: Language) -> MainFinding:
    table = ranking.to_frame()
    first = table.iloc[0]
    exact = not is_drawn(ranking.outcome)
    said = [first_said(ranking, language), *_range(first, ranking.outcome, language)]
    if ranking.rivals and not exact:
        names = listed(ranking.rivals, language)
        said.append(say("These draws do not tell it from {names}.", language, names=names))
    said.append(beside_ranking(ranking, outcomes, language))
    whole = " ".join(said)
    if exact:
        gain = number(
            first["mean_gain"], language, decimals=decimals(np.array([first["mean_gain"]], dtype=float)), sign=True
        )
        return said, None if np.isnan(first["mean_gain"]) else (gain, whole)
    short = None if np.isnan(first["p_best"]) else (percent(first["p_best"], language), whole)
    return said, short


def _compared(outcome: Outcome, language: Language) -> MainFinding:
    table = outcome.to_frame()
    clear = table[(table["low"] > 0) | (table["high"] < 0)]
    if clear.empty:
        return [say("No change is clear: every interval holds no change at all, or a rise and a fall.", language)], None
    (scenario, measure), is_wished = _chosen(clear, dict(outcome.better), len(outcome.scenarios))
    row = table.loc[(scenario, measure)]
    places = decimals(np.array([row["delta"]], dtype=float))
    low, high, delta = (number(row[each], language, decimals=places, sign=True) for each in ("low", "high", "delta"))
    finding = say(
        "{scenario}: {measure} would change by {delta} ({low} to {high}).",
        language,
        scenario=scenario,
        measure=measure_name(measure, language),
        delta=delta,
        low=low,
        high=high,
    )
    why = _why(len(outcome.scenarios), is_wished, outcome.better, language)
    joins = any(joins_with_ties(each, outcome.cluster) for each in outcome.scenarios if each.name == scenario)
    beside = beside_random(row, language) if joins else ""
    said = [each for each in [finding, *_range(row, outcome, language), why, beside] if each]
    return said, (delta, " ".join(said))


def _range(row: pd.Series, outcome: Outcome, language: Language) -> list[str]:
    """Return what stands in brackets: how many of how many draws; nothing where all of them are the same."""
    if not float(row["low"]) < float(row["high"]):
        return []
    draws = count("{n} draw", "{n} draws", outcome.draws, language)
    level = percent(outcome.interval, language)
    return [say("In brackets: {share} of {draws}.", language, share=level, draws=draws)]


def _chosen(clear: pd.DataFrame, better: dict[str, str], n: int) -> tuple[tuple[str, str], bool]:
    """Return scenario and measure of the change to tell, and whether it goes in a direction stated to be better."""
    measures = list(dict.fromkeys(clear.index.get_level_values("measure")))
    if n > 1:
        for measure in (each for each in measures if each in better):
            rows = clear.xs(measure, level="measure")["delta"] * (1 if better[measure] == "higher" else -1)
            if rows.max() > 0:
                return (str(rows.idxmax()), measure), True
    sizes = clear.xs(measures[0], level="measure")["delta"].abs()
    return (str(sizes.idxmax()), measures[0]), False


def _why(n: int, is_wished: bool, better: Any, language: Language) -> str:
    """Return why this one is told, of several."""
    if n < 2:
        return ""
    if is_wished:
        return say(
            "Of {n} what-ifs, this is the largest clear change in the direction that was stated to be better.",
            language,
            n=n,
        )
    if better:
        return say(
            "Of {n} what-ifs, this is the largest clear change; none is clear in the direction that was stated to be "
            "better.",
            language,
            n=n,
        )
    return say(
        "Of {n} what-ifs, this is the largest clear change of this measure, be it a rise or a fall: which of them is "
        "better was not stated.",
        language,
        n=n,
    )
