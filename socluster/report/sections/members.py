"""Who is in it: the composition by the columns that tell actors apart."""

from __future__ import annotations

import pandas as pd

from socluster.plot.svg.bars import bars
from socluster.report.blocks import Bullets, Figure, Part, ShownTable
from socluster.report.facts import Facts
from socluster.report.sections.cells import amount, heads, text
from socluster.words import Language, column_name, count, listed, number, say, value_name

__all__ = ["members"]

_MOST = 8  # bars in a picture; the others are one bar


def members(facts: Facts) -> Part | None:
    """Return how many actors there are, and of which kinds."""
    language, actors = facts.language, facts.cluster.actors
    heading = say("Who is in it", language)
    n = facts.cluster.n_actors
    whole = count(
        "{n} organisation or other actor is in the data.",
        "{n} organisations and other actors are in the data.",
        n,
        language,
    )
    if not facts.columns:
        note = (
            say("They differ by {columns}, but there are too few of each to compare.", language, columns=differ)
            if (differ := _differing(facts))
            else say("Nothing in the data tells them apart by level, sector, kind or place.", language)
        )
        return Part(heading, whole, [Bullets([note])] if n else [])
    told = {column: _counted(actors[column], column, language) for column in facts.columns}
    pictures = [
        bars([(name, amount, number(amount, language)) for name, amount in rows], _by(column, language))
        for column, rows in told.items()
        if column != "place" or len(told) == 1
    ]
    column = facts.color or facts.columns[0]
    finding = _finding(actors[column], column, language)
    caption = say("Counted are those whom the data name; who is not in them is not counted.", language)
    numbers = [_numbers(rows, each, actors[each], language) for each, rows in told.items()]
    shown = Figure(whole, pictures, caption, numbers)
    return Part(heading, finding, [shown], (number(n, language), f"{whole} {finding}"))


def _differing(facts: Facts) -> str:
    """Return the columns by which actors differ, though hardly any two are alike; an empty text if there are none."""
    columns = [column_name(column, facts.language) for column in facts.differing]
    return listed(columns, facts.language) if columns else ""


def _numbers(rows: list[tuple[str, int]], column: str, values: pd.Series, language: Language) -> ShownTable:
    titles = heads(column_name(column, language), say("actors", language), numbers=1)
    shown = [(text(name), amount(size, language)) for name, size in rows]
    return ShownTable(_by(column, language), titles, shown, finding=_finding(values, column, language))


def _by(column: str, language: Language) -> str:
    return say("By {column}", language, column=column_name(column, language))


def _counted(values: pd.Series, column: str, language: Language) -> list[tuple[str, int]]:
    """Return how many there are of each, the most frequent first; what is rare together, what is not stated last."""
    counts = values.dropna().astype(str).value_counts()
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], str(pair[0])))
    rows = [(value_name(column, str(value), language), int(size)) for value, size in ordered[:_MOST]]
    rest = sum(int(size) for _, size in ordered[_MOST:])
    if rest:
        rows.append((say("others", language), rest))
    if values.isna().any():
        rows.append((say("not stated", language), int(values.isna().sum())))
    return rows


def _finding(values: pd.Series, column: str, language: Language) -> str:
    known = values.dropna().astype(str)
    counts = known.value_counts()
    first = sorted(counts[counts == counts.max()].index)
    if len(first) > 1:
        return say(
            "By {column}, {names} are equally many: {size} of {n} each.",
            language,
            column=column_name(column, language),
            names=listed([value_name(column, name, language) for name in first], language, most=4),
            size=number(int(counts.max()), language),
            n=number(len(values), language),
        )
    return say(
        "The most frequent {column} is {name}: {size} of {n}.",
        language,
        column=column_name(column, language),
        name=value_name(column, first[0], language),
        size=number(int(counts.max()), language),
        n=number(len(values), language),
    )
