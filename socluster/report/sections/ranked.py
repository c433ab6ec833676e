"""The table of a ranking: what each candidate gains, how often it wins, and which place it takes."""

from __future__ import annotations

import numpy as np
import pandas as pd

from socluster.report.blocks import Cell, ShownTable
from socluster.report.sections.cells import amount, decimals, heads, share, text, with_ends
from socluster.whatif.choice.ranking import Ranking
from socluster.whatif.phrases import is_drawn
from socluster.words import Language, count, listed, number, percent, say

__all__ = ["first_said", "ranked"]


def ranked(ranking: Ranking, language: Language) -> ShownTable:
    """Return the table, the most frequent winner first, as the ranking has it."""
    table = ranking.to_frame()
    places = decimals(table["mean_gain"].to_numpy(float))
    measured = ranking.goal.change_said(language)
    if not is_drawn(ranking.outcome):
        return _exact(ranking, language)
    caption = say(
        "Ranking: means and {share} intervals of {draws}. Gain: {measured}.",
        language,
        share=percent(ranking.outcome.interval, language),
        draws=count("{n} draw", "{n} draws", ranking.outcome.draws, language),
        measured=measured,
    )
    note = say("A draw that several candidates win is shared between them.", language)
    names = (say("candidate", language), say("mean gain (from … to)", language), *_shares(language))
    rows = [
        (text(candidate), with_ends(row, "mean_gain", language, places), *_shares_of(row, language))
        for candidate, row in table.iterrows()
    ]
    return ShownTable(caption, heads(*names, numbers=4), rows, note, _in_full(table, caption, note, places, language))


def first_said(ranking: Ranking, language: Language) -> str:
    """Return who comes first; where the gains are exact, that several gain as much, or that nobody gains."""
    if is_drawn(ranking.outcome):
        return ranking.sentences(language)[0]
    table = ranking.to_frame()
    most = float(table["mean_gain"].iloc[0])
    alike = [str(name) for name, gain in table["mean_gain"].items() if np.isclose(gain, most, rtol=1e-9, atol=1e-12)]
    goal = ranking.goal.said(language)
    if most < 0:
        told = {"goal": goal, "names": listed(alike, language), "loss": number(-most, language)}
        return say("Nobody gains anything for {goal}; least is lost with {names} ({loss}).", language, **told)
    if most == 0:
        return say("Nobody gains anything for {goal}.", language, goal=goal)
    if len(alike) > 1:
        gain = number(most, language)
        return say(
            "For {goal}, {names} gain equally much ({gain}).",
            language,
            goal=goal,
            names=listed(alike, language),
            gain=gain,
        )
    return ranking.sentences(language)[0]


def _exact(ranking: Ranking, language: Language) -> ShownTable:
    """Return the table of gains that do not depend on chance: who gains as much takes the same place."""
    table = ranking.to_frame()
    places = decimals(table["mean_gain"].to_numpy(float))
    measured = ranking.goal.change_said(language)
    caption = say(
        "Ranking: exact, nothing that this goal counts is drawn. Gain: {measured}.", language, measured=measured
    )
    given = {column: name for column, name in _paid(language).items() if column in table}
    names = (say("candidate", language), say("gain", language), say("place in the ranking", language), *given.values())
    rows = [
        (
            text(candidate),
            amount(float(row["mean_gain"]), language, places),
            amount(float(row["mean_rank"]), language, 1 if row["mean_rank"] % 1 else 0),
            *(amount(float(row[each]), language, 2) for each in given),
        )
        for candidate, row in table.iterrows()
    ]
    return ShownTable(caption, heads(*names, numbers=len(names) - 1), rows)


def _paid(language: Language) -> dict[str, str]:
    return {"cost": say("cost", language, context="heading"), "capacity": say("capacity", language, context="heading")}


def _shares(language: Language) -> tuple[str, ...]:
    return say("draws won", language), say("draws with a gain", language), say("mean place", language)


def _shares_of(row: pd.Series, language: Language) -> tuple[Cell, ...]:
    return share(row["p_best"], language), share(row["p_gain"], language), amount(row["mean_rank"], language, 1)


def _in_full(table: pd.DataFrame, caption: str, note: str, places: int, language: Language) -> ShownTable:
    """Return the table with each number in a cell of its own, and with costs where there are any."""
    columns = {
        "mean_gain": say("mean gain", language),
        "low": say("gain, from", language),
        "high": say("gain, to", language),
    }
    given = {column: name for column, name in _paid(language).items() if column in table}
    names = (say("candidate", language), *columns.values(), *_shares(language), *given.values())
    rows = [
        (
            text(candidate),
            *(amount(float(row[each]), language, places) for each in columns),
            *_shares_of(row, language),
            *(amount(float(row[each]), language, 2) for each in given),
        )
        for candidate, row in table.iterrows()
    ]
    return ShownTable(caption, heads(*names, numbers=len(names) - 1), rows, note)
