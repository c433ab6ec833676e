"""A change in words: who joins and leaves, how many ties are new, and which."""

from __future__ import annotations

import pandas as pd

from socluster.plot.words import Language, number, percent, say, wrap

__all__ = ["change_alt", "change_notes"]

_MOST_NAMED = 5
_LINE = 54  # letters that fit on the screen of a phone


def change_notes(marks: pd.DataFrame, changes: pd.DataFrame, language: Language) -> list[str]:
    """Return the text below the title: who joins and leaves, and how many ties are new, stay, end; escaped."""
    sentences = [*_movers(marks, language), *_counts(changes, language)]
    return [wrap(sentence, _LINE, 3) for sentence in sentences]


def change_alt(name: str, marks: pd.DataFrame, changes: pd.DataFrame, language: Language) -> str:
    """Return the picture in words, with the likeliest of the new ties by name."""
    sentences = [name, *_movers(marks, language)]
    for status, sentence in zip(("stays", "new", "ends"), _counts(changes, language, also_none=True), strict=True):
        rows = changes[changes["status"] == status]
        if len(rows) or status == "stays":
            named = f": {_named(rows, language)}" if status != "stays" else ""
            sentences.append(sentence + named)
    return " ".join(f"{sentence}." for sentence in sentences)


def _movers(marks: pd.DataFrame, language: Language) -> list[str]:
    sentences = []
    for status in ("joins", "leaves"):
        names = marks.loc[(marks["status"] == status).to_numpy(), "name"].tolist()
        if names:
            sentences.append(f"{say(status, language)}: {_listed(names)}")
    return sentences


def _counts(changes: pd.DataFrame, language: Language, also_none: bool = False) -> list[str]:
    sentences = []
    for status, words in (("stays", "ties that stay"), ("new", "new ties"), ("ends", "ties that end")):
        rows = changes[changes["status"] == status]
        expected = rows["probability"].sum()
        doubtful = status == "new" and 0 < expected < len(rows)
        more = f" ({say('expected', language)} {number(expected, language, decimals=1)})" if doubtful else ""
        if len(rows) or also_none:
            sentences.append(f"{say(words, language)}: {len(rows)}{more}")
    return sentences


def _named(rows: pd.DataFrame, language: Language) -> str:
    """The foremost ties by name; new ones with their probability."""
    ordered = rows.sort_values("probability", ascending=False, kind="stable")
    ties = []
    for row in ordered.to_dict("records"):
        arrow = "→" if row["directed"] else "–"
        chance = f" {percent(row['probability'], language)}" if row["status"] == "new" else ""
        ties.append(f"{row['near']} {arrow} {row['far']}{chance}")
    return _listed(ties)


def _listed(names: list[str]) -> str:
    shown = ", ".join(names[:_MOST_NAMED])
    return shown if len(names) <= _MOST_NAMED else f"{shown}, +\u00a0{len(names) - _MOST_NAMED}"
