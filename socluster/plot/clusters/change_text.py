"""A change in words: who joins and leaves, how many ties are new, and which."""

from __future__ import annotations

import pandas as pd

from socluster.plot.caption import described
from socluster.plot.numbers import shown_number, shown_percent
from socluster.plot.text import plain
from socluster.words import Language, count, listed, say

__all__ = ["change_alt", "change_notes"]

_MOST_NAMED = 5


def change_notes(
    marks: pd.DataFrame, changes: pd.DataFrame, language: Language, *, observed: bool = False
) -> list[str]:
    """Return the text below the title: who joins and leaves, and how many ties remain, are new, end; escaped."""
    return [plain(each) for each in _told(marks, changes, language, observed)]


def change_alt(
    name: str, marks: pd.DataFrame, changes: pd.DataFrame, language: Language, *, observed: bool = False
) -> str:
    """Return the picture in words, with the likeliest of the new ties, and those that end, by name."""
    new, ending = (changes[changes["status"] == status] for status in ("new", "ends"))
    told = _told(marks, changes, language, observed)
    if len(new):
        told.append(say("New: {ties}", language, ties=_named(new, language, observed)))
    if len(ending):
        named = _named(ending, language, observed)
        told.append(
            say("Ended: {ties}", language, ties=named) if observed else say("Ending: {ties}", language, ties=named)
        )
    return described(name, told, language)


def _told(marks: pd.DataFrame, changes: pd.DataFrame, language: Language, observed: bool) -> list[str]:
    told = [*_movers(marks, language, observed), *_counts(changes, language, observed)]
    return [*told, say("No ties", language)] if len(marks) and changes.empty else told


def _movers(marks: pd.DataFrame, language: Language, observed: bool) -> list[str]:
    joining, leaving = (marks.loc[(marks["status"] == status).to_numpy(), "name"] for status in ("joins", "leaves"))
    told = []
    if len(joining):
        names = listed(joining, language, most=_MOST_NAMED)
        told.append(
            say("Came: {names}", language, names=names) if observed else say("Joining: {names}", language, names=names)
        )
    if len(leaving):
        names = listed(leaving, language, most=_MOST_NAMED)
        told.append(
            say("Left: {names}", language, names=names) if observed else say("Leaving: {names}", language, names=names)
        )
    return told


def _counts(changes: pd.DataFrame, language: Language, observed: bool) -> list[str]:
    n = {status: int((changes["status"] == status).sum()) for status in ("stays", "new", "ends")}
    told = []
    if observed:
        if n["stays"]:
            told.append(count("{n} tie stayed", "{n} ties stayed", n["stays"], language))
        if n["new"]:
            told.append(count("{n} new tie", "{n} new ties", n["new"], language))
        if n["ends"]:
            told.append(count("{n} tie ended", "{n} ties ended", n["ends"], language))
        return told
    if n["stays"]:
        told.append(count("{n} remaining tie", "{n} remaining ties", n["stays"], language))
    if n["new"]:
        told.append(_new(changes[changes["status"] == "new"], language))
    if n["ends"]:
        told.append(count("{n} ending tie", "{n} ending ties", n["ends"], language))
    return told


def _new(rows: pd.DataFrame, language: Language) -> str:
    """How many ties are new; where they are not sure, how many of them are to be expected."""
    mean = rows["probability"].sum()
    if not 0 < mean < len(rows):
        return count("{n} new tie", "{n} new ties", len(rows), language)
    expected = shown_number(mean, language, decimals=1)
    return count(
        "{n} new tie ({expected} expected)",
        "{n} new ties ({expected} expected)",
        len(rows),
        language,
        expected=expected,
    )


def _named(rows: pd.DataFrame, language: Language, observed: bool) -> str:
    """The foremost ties by name; new ones with their probability."""
    ordered = rows.sort_values("probability", ascending=False, kind="stable")
    ties = []
    for row in ordered.to_dict("records"):
        arrow = "→" if row["directed"] else "–"
        chance = f" {shown_percent(row['probability'], language)}" if row["status"] == "new" and not observed else ""
        ties.append(f"{row['near']} {arrow} {row['far']}{chance}")
    return listed(ties, language, most=_MOST_NAMED)
