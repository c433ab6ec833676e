"""Changes with their intervals: a bar from low to high, a dot at the median, a ring for a random partner."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from socluster.plot.style import FALL, GREY, INK, LINE
from socluster.plot.svg.elements import SMALL, element, lines_of, picture, words

__all__ = ["Range", "ranges"]

_ROW, _SIZE = 38, 13
_NAMES = 210


@dataclass(frozen=True)
class Range:
    """One row: a name, the ends and the median of what is drawn, and the median of a comparison (None: there is none).

    Numbers that are not finite are not drawn.
    """

    name: str
    low: float
    median: float
    high: float
    null: float | None = None


def ranges(rows: Sequence[Range], axis: str, write: Callable[[float], str], width: float = 760) -> str:
    """Return intervals as SVG, with a line where nothing changes.

    Parameters
    ----------
    rows : sequence of Range
        From top to bottom.
    axis : str
        What is measured, and in which unit.
    write : callable
        Writes a number of the axis in the language of the picture.
    width : float
        Of the picture, in pixels.
    """
    low, high = _span(rows)
    room = width - _NAMES - 40

    def at(value: float) -> float:
        return float(_NAMES + (value - low) / (high - low) * room)

    bottom = len(rows) * _ROW + 8
    parts = []
    for tick in _ticks(low, high):
        parts.append(element("path", d=f"M{at(tick):.1f} 4V{bottom}", stroke=INK if tick == 0 else LINE))
        parts.append(words(write(tick), at(tick), bottom + 15, font_size=SMALL, fill=GREY, text_anchor="middle"))
    for place, row in enumerate(rows):
        parts += _row(row, place * _ROW + _ROW / 2 + 4, at)
    parts.append(words(axis, _NAMES + room / 2, bottom + 33, font_size=SMALL, fill=GREY, text_anchor="middle"))
    said = "; ".join(f"{row.name}: {write(row.median)} ({write(row.low)} … {write(row.high)})" for row in rows)
    return picture(width, bottom + 40, f"{axis}. {said}", parts)


def _row(row: Range, y: float, at: Callable[[float], float]) -> list[str]:
    lines = lines_of(row.name, 30)
    top = y + 4.5 - 7 * (len(lines) - 1)
    parts = [words(line, 0, top + 14 * place, font_size=_SIZE) for place, line in enumerate(lines)]
    if not np.isfinite([row.low, row.median, row.high]).all():
        return parts
    ends = f"M{at(row.low):.1f} {y:.1f}H{max(at(row.high), at(row.low) + 2):.1f}"
    parts.append(element("path", d=ends, stroke=FALL, stroke_width=5, opacity=0.35, fill="none"))
    if row.null is not None and np.isfinite(row.null):
        parts.append(element("circle", cx=at(row.null), cy=y, r=8.5, fill="#fff", stroke=GREY, stroke_width=1.5))
    parts.append(element("circle", cx=at(row.median), cy=y, r=5, fill=FALL))
    return parts


def _span(rows: Sequence[Range]) -> tuple[float, float]:
    """Return the ends of the axis: all that is drawn, nothing at all, and some room."""
    drawn = np.array([[row.low, row.median, row.high, np.nan if row.null is None else row.null] for row in rows])
    known = drawn[np.isfinite(drawn)]
    low, high = min(0.0, *known.tolist(), 0.0), max(0.0, *known.tolist(), 0.0)
    room = 0.05 * (high - low) or 1.0
    return low - room, high + room


def _ticks(low: float, high: float) -> list[float]:
    """Return round numbers between the ends, 0 among them."""
    rough = (high - low) / 5
    size = 10.0 ** np.floor(np.log10(rough))
    step = size * next(times for times in (1, 2, 5, 10) if times * size >= rough)
    return [round(place * step, 12) + 0.0 for place in range(int(np.ceil(low / step)), int(np.floor(high / step)) + 1)]
