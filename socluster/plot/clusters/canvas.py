"""The room of a picture: which area the axes show, where the legends are, and how high everything is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from socluster.core.columns import Array
from socluster.plot.caption import head_height
from socluster.plot.style import GREY
from socluster.plot.text import plain
from socluster.words import Language, count

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["Box", "add_isolate_note", "dress"]

_PHONE = 374  # width of the narrowest drawing that has to be readable
_ENTRY, _FURTHER_LINE, _SCALE = 20, 16, 58


class Box:
    """The area that the axes show; it depends on the layout only, so that compared pictures show the same area."""

    def __init__(self, points: Array, height: float) -> None:
        self.height = height
        low, high = (points.min(axis=0), points.max(axis=0)) if len(points) else (np.zeros(2), np.ones(2))
        extent = np.where(high > low, high - low, 1.0)
        self.x = (float(low[0] - 0.06 * extent[0]), float(high[0] + 0.06 * extent[0]))
        self.y = (float(low[1] - 0.1 * extent[1]), float(high[1] + 0.1 * extent[1]))

    def unit(self, marks: pd.DataFrame) -> Array:
        """Return the places of marks as parts of width and height."""
        low, high = np.array([self.x[0], self.y[0]]), np.array([self.x[1], self.y[1]])
        unit: Array = (marks[["x", "y"]].to_numpy(float) - low) / (high - low)
        return unit


def add_isolate_note(figure: go.Figure, actors: pd.DataFrame, box: Box, language: Language) -> None:
    """Say what the rows below the drawing are."""
    alone = (actors["y"] < 0) & (actors["degree"] + actors["groups"] == 0)
    if not alone.any():
        return
    figure.add_annotation(
        x=box.x[0],
        y=-0.045,
        yanchor="top",
        xanchor="left",
        text=count("{n} actor without ties", "{n} actors without ties", int(alone.sum()), language),
        showarrow=False,
        font={"size": 12, "color": GREY},
    )


def dress(figure: go.Figure, box: Box, heading: str, lines: str) -> None:
    """Hide the axes, put the legends side by side below the drawing, and make room for all that.

    Parameters
    ----------
    figure : Figure
        With all its traces and its title.
    box : Box
        The area to show.
    heading, lines : str
        Titles of the two legends: of the marks, and of the lines.
    """
    scaled = any(trace.marker.colorscale for trace in figure.data if trace.mode == "markers")
    left, right = _entries(figure, "legend"), _entries(figure, "legend2")
    widest = max((len(line) for entry in left for line in entry.split("<br>")), default=0)
    hidden = {"visible": False}
    below = {"orientation": "v", "yanchor": "top", "xanchor": "left", "groupclick": "togglegroup", "tracegroupgap": 0}
    first = {**below, "x": 0, "y": -0.015 - (_SCALE / box.height if scaled else 0), "itemwidth": 30}
    if not scaled:
        first["title"] = {"text": plain(heading)}
    middle = 0.5 if scaled else float(np.clip((6.3 * widest + 52) / _PHONE, 0.34, 0.56))
    second = {**below, "x": middle, "y": -0.015, "itemwidth": 34}
    rows = max(_height(left) + (_SCALE if scaled else 0), _height(right))
    top = head_height(figure.layout.title.to_plotly_json())
    figure.update_layout(
        xaxis={**hidden, "range": box.x},
        yaxis={**hidden, "range": box.y},
        legend=first,
        legend2={**second, "title": {"text": lines}},
        showlegend=True,
        hovermode="closest",
        dragmode="pan",
        height=box.height + top + rows + 26,
        margin={"l": 8, "r": 8, "t": top, "b": rows + 26},
    )


def _entries(figure: go.Figure, legend: str) -> list[str]:
    return [
        trace.name for trace in figure.data if trace.name and trace.legend == legend and trace.showlegend is not False
    ]


def _height(entries: list[str]) -> int:
    return sum(_ENTRY + _FURTHER_LINE * entry.count("<br>") for entry in entries) + _ENTRY
