"""Pictures of several small drawings, one below the other, each with a name and scales of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from socluster.plot.caption import head_height
from socluster.plot.style import GREY, GRID
from socluster.plot.text import fitted, line_room

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["axis_of", "stack_panels"]

_DRAWING, _NAME, _BELOW = 150, 24, 34  # pixels: the drawing, its name above it, ticks and title below it
_HIGHEST, _LOWEST = 780, 40  # pixels of all drawings together, and of one at least
_PAGE = 1000  # pixels of a page for the words above and all drawings


def axis_of(panel: int) -> str:
    """Return what plotly appends to the name of the axes of a panel: nothing, 2, 3, ..."""
    return "" if panel == 0 else str(panel + 1)


def stack_panels(figure: go.Figure, names: list[str], x_titles: list[str], *, below: list[int] | None = None) -> None:
    """Lay out the panels of a figure from top to bottom, name them, and give the figure the height that they need.

    Parameters
    ----------
    figure : Figure
        With its title; its traces use the axes of their panel (`axis_of`).
    names : list of str
        What the panels show, not escaped yet.
    x_titles : list of str
        Titles of their horizontal scales, not escaped yet; empty for none.
    below : list of int, optional
        Pixels that the ticks of each panel need; never less than those of a number.
    """
    beside = [_NAME + max(_BELOW, room) for room in below or [0] * len(names)]
    head = head_height(figure.layout.title.to_plotly_json())
    drawing = float(np.clip((min(_HIGHEST, _PAGE - head) - sum(beside)) / max(len(names), 1), _LOWEST, _DRAWING))
    heights = [drawing + each for each in beside]
    total = max(sum(heights), 40)
    quiet: dict[str, Any] = {"fixedrange": True, "tickfont": {"size": 11, "color": GREY}, "automargin": False}
    for panel, (name, x_title) in enumerate(zip(names, x_titles, strict=True)):
        axis, top = axis_of(panel), 1 - (sum(heights[:panel]) + _NAME) / total
        figure.update_layout(
            {
                f"yaxis{axis}": {
                    "domain": [max(top - drawing / total, 0.0), top],
                    "anchor": f"x{axis}",
                    "gridcolor": GRID,
                    "nticks": 4 if drawing > 100 else 3,
                    **quiet,
                },
                f"xaxis{axis}": {
                    "anchor": f"y{axis}",
                    "showline": True,
                    "ticks": "outside",
                    "title": {
                        "text": fitted(x_title, line_room() - 66, size=11, lines=1),
                        "standoff": 2,
                        "font": {"size": 11, "color": GREY},
                    },
                    **quiet,
                },
            }
        )
        figure.add_annotation(
            text=f"<b>{fitted(name, line_room() - 46, bold=True, lines=1)}</b>",
            x=0, xref="paper", xanchor="left", y=top, yref="paper", yanchor="bottom",
            showarrow=False, align="left", font={"size": 12},
        )  # fmt: skip
    figure.update_layout(
        height=head + total + 16,
        margin={"l": 58, "r": 16, "t": head, "b": 16},
        showlegend=False,
        hovermode="closest",
        dragmode=False,
    )
