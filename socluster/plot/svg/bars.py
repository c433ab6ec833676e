"""Plain bars with their numbers: how many of each kind there are."""

from __future__ import annotations

from collections.abc import Sequence

from socluster.plot.style import RISE
from socluster.plot.svg.elements import element, in_one_line, picture, words

__all__ = ["bars"]

_ROW, _SIZE = 26, 13


def bars(rows: Sequence[tuple[str, float, str]], heading: str, width: float = 360, names: float = 140) -> str:
    """Return bars as SVG.

    Parameters
    ----------
    rows : sequence of (name, value, text)
        From top to bottom; the values are not negative, the text is what is written behind the bar.
    heading : str
        Above the bars.
    width, names : float
        Of the picture, and of the column of names, in pixels.
    """
    most = max((value for _, value, _ in rows), default=0) or 1
    parts = [words(heading, 0, _SIZE, font_size=_SIZE, font_weight=600)]
    for place, (name, value, text) in enumerate(rows):
        top = 22 + place * _ROW
        length = (width - names - 50) * value / most
        shown = in_one_line(name, int(names / (_SIZE * 0.54)))
        parts.append(words(shown, 0, top + 17, font_size=_SIZE))
        parts.append(element("rect", x=names, y=top + 5, width=float(length), height=16, fill=RISE))
        parts.append(words(text, names + length + 6.0, top + 17, font_size=_SIZE))
    label = f"{heading}: " + "; ".join(f"{name} {text}" for name, _, text in rows)
    return picture(width, 26 + len(rows) * _ROW, label, parts)
