"""A picture in rows that is higher than a page ends with the page, and says how many rows it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from socluster.plot.style import GREY
from socluster.words import Language, number, say

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["ROWS", "cropped"]

ROWS = "rows"  # where a figure keeps the edges of its rows
_FOOT = 24  # pixels of the note that not all are shown


def cropped(figure: go.Figure, height: float, language: Language) -> None:
    """Leave out the last rows of a picture in rows that is higher than a page, and say so below the others.

    Parameters
    ----------
    figure : Figure
        With its final margins; of any other kind of picture nothing is changed.
    height : float
        Pixels that there are for all of it.
    language : {"en", "lt"}
        Of the note.
    """
    edges = (figure.layout.meta or {}).get(ROWS)
    if edges is None or figure.layout.height <= height:
        return
    total = edges[-1]
    room = height - (figure.layout.height - total) - _FOOT
    shown = max(sum(edge <= room for edge in edges[1:]), 1)
    if shown >= len(edges) - 1:
        return
    end = edges[shown]
    rows = [note for note in figure.layout.annotations if note.yref == "y"]
    figure.layout.annotations = [
        note for note in figure.layout.annotations if note.yref != "y" or note.y < end or note.y >= total
    ]
    for note in rows:
        if note.y >= total:
            note.y = end + _FOOT
    figure.add_annotation(
        text=say("{n} of {all} rows shown", language, n=number(shown, language), all=number(len(edges) - 1, language)),
        x=0, xref="paper", xanchor="left", y=end, yref="y", yanchor="top", align="left", showarrow=False,
        font={"size": 12, "color": GREY}, borderpad=0,
    )  # fmt: skip
    figure.update_layout(height=figure.layout.height - total + end + _FOOT, yaxis={"range": [end + _FOOT, 0]})
    for trace in figure.data:
        _end_above(trace, end)


def _end_above(trace: Any, end: float) -> None:
    """Leave out what a trace draws below a row: marks just beyond a scale would be seen."""
    if trace.y is not None:
        heights = np.asarray(trace.y, dtype=float)
        trace.y = np.where(heights < end, heights, np.nan)
        if trace.type == "bar":  # bars that are nowhere would be added up, and the scale would reach their sum
            trace.x = np.where(heights < end, np.asarray(trace.x, dtype=float), np.nan)
