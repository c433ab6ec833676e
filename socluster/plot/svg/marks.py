"""What the marks of a static picture of a cluster look like: one form and colour for each category, and its legend."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from socluster.plot.style import GREY, INK, MISSING_LOOK, OTHER_LOOK, PLAIN_LOOK, category_looks
from socluster.plot.svg.elements import SMALL, width_of, words
from socluster.plot.svg.shapes import shape
from socluster.words import Language, say, value_name

__all__ = ["Looks", "legend", "looks_of"]


@dataclass(frozen=True)
class Looks:
    """The look (colour, symbol) of every actor, and what the looks mean, in the order of the legend."""

    of_actor: Mapping[str, tuple[str, str]]
    entries: tuple[tuple[str, tuple[str, str]], ...]


def looks_of(actors: pd.DataFrame, column: str | None, language: Language) -> Looks:
    """Return how actors are marked by a column of theirs; without one all are marked alike."""
    ids = actors.index.astype(str)
    if column is None:
        return Looks(dict.fromkeys(ids, PLAIN_LOOK), ())
    values = actors[column].astype("object")
    known = values.dropna().astype(str)
    looks = category_looks(known.value_counts().index.tolist())
    of_actor = {
        actor: MISSING_LOOK if pd.isna(value) else looks.get(str(value), OTHER_LOOK)
        for actor, value in zip(ids, values, strict=True)
    }
    entries = [(value_name(column, name, language), look) for name, look in looks.items()]
    if OTHER_LOOK in of_actor.values():
        entries.append((say("others", language), OTHER_LOOK))
    if values.isna().any():
        entries.append((say("not stated", language), MISSING_LOOK))
    return Looks(of_actor, tuple(entries))


def mark(look: tuple[str, str], x: float, y: float, radius: float) -> str:
    """Return the mark of an actor; what is not known is white with a line around it."""
    color, symbol = look
    line = GREY if look == MISSING_LOOK else "#fff"
    return shape(symbol, x, y, radius, fill=color, stroke=line, stroke_width=0.8)


def legend(entries: tuple[tuple[str, tuple[str, str]], ...], y: float, width: float) -> tuple[list[str], float]:
    """Return the legend in as many lines as it needs, and where it ends."""
    parts, x = [], 6.0
    for name, look in entries:
        needed = width_of(name) + 34
        if x + needed > width and x > 6.0:
            x, y = 6.0, y + 18
        parts.append(mark(look, x, y, 4.6))
        parts.append(words(name, x + 10, y + 3.8, font_size=SMALL, fill=INK))
        x += needed
    return parts, (y + 16 if parts else y - 6)
