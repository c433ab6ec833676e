"""Pictures with two scales: their titles, lying flat so that a phone shows them in full, and a list below them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from socluster.plot.caption import head_height
from socluster.plot.style import GREY, GRID
from socluster.plot.text import fitted, line_room

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["HEIGHT", "dress_chart", "numbered", "padded"]

HEIGHT = 320  # of the drawing alone, in pixels
_LEFT, _TICKS, _LINE = 58, 24, 16


def dress_chart(figure: go.Figure, x_title: str, y_title: str, listed: list[str]) -> None:
    """Give the figure its scales and, below them, a list of what the marks are.

    Parameters
    ----------
    figure : Figure
        With its title.
    x_title, y_title : str
        Titles of the scales, not escaped yet; that of y is above its scale, lying flat.
    listed : list of str
        Lines of the list, escaped; see `numbered`.
    """
    above, below = fitted(y_title), fitted(x_title, line_room() - _LEFT - 8)
    above_lines, below_lines = above.count("<br>") + 1, below.count("<br>") + 1
    head = head_height(figure.layout.title.to_plotly_json()) + 12 + 16 * above_lines
    gap = _TICKS + 17 * below_lines + 14
    bottom = gap + _LINE * sum(line.count("<br>") + 1 for line in listed) + 14
    left = {"x": 0, "xref": "paper", "xanchor": "left", "xshift": 12 - _LEFT, "yref": "paper", "align": "left"}
    small = {"showarrow": False, "font": {"size": 12, "color": GREY}, "borderpad": 0, **left}
    figure.add_annotation(text=above, y=1, yanchor="bottom", yshift=8, **small)
    if listed:
        text = {"text": "<br>".join(listed), "y": 0, "yanchor": "top", "yshift": -gap}
        figure.add_annotation(**{**small, "font": {"size": 12}, **text})
    scale = {"showgrid": True, "gridcolor": GRID, "showline": True, "nticks": 6, "automargin": False}
    ticks = {"tickfont": {"size": 11, "color": GREY}}
    figure.update_layout(
        height=head + HEIGHT + bottom,
        margin={"l": _LEFT, "r": 16, "t": head, "b": bottom},
        xaxis={**scale, **ticks, "title": {"text": below, "standoff": 6, "font": {"size": 12, "color": GREY}}},
        yaxis={**scale, **ticks},
        showlegend=False,
        hovermode="closest",
        dragmode=False,
    )


def numbered(entries: list[tuple[str, str]]) -> list[str]:
    """Return a list of names with their numbers before them and their values, in grey, below them; escaped here."""
    room = line_room() - 36
    return [
        f"<b>{place}</b>\u2002{fitted(name, room, lines=5)}<br><span style='color:{GREY}'>{fitted(values)}</span>"
        for place, (name, values) in enumerate(entries, start=1)
    ]


def padded(values: Any, zero: bool = False) -> list[float]:
    """Return the range of a scale that shows all values, with some air; with zero where it is asked for."""
    numbers = np.asarray(values, dtype=float).ravel()
    numbers = numbers[np.isfinite(numbers)]
    if zero or not numbers.size:
        numbers = np.append(numbers, 0.0)
    low, high = float(numbers.min()), float(numbers.max())
    air = 0.07 * ((high - low) or abs(high) or 1.0)
    return [low - air, high + air]
