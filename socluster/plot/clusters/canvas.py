"""The room of a picture: which area the axes show, where the legends are, and how high everything is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from socluster.core.columns import Array
from socluster.plot.caption import head_height
from socluster.plot.clusters.labels import Spread
from socluster.plot.clusters.layout import ASPECT, FIRST_ISOLATE_ROW, ISOLATE_STEP
from socluster.plot.style import GREY
from socluster.plot.text import flowing, glued, plain, text_width
from socluster.words import Language, count

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = [
    "Box",
    "add_isolate_note",
    "dress",
    "foot_for",
    "height_for",
    "isolate_note_box",
    "isolates",
    "legend_height",
    "roomy_rows",
]

_PHONE = 374  # width of the narrowest drawing that has to be readable
_ENTRY, _FURTHER_LINE, _SCALE = 20, 16, 58
_NOTE_HEIGHT = 19.0  # pixels of the line that says what the rows of isolates are
_BETWEEN = 3.0  # pixels between two marks in a row
_AIR = (0.055, 0.075)  # at each side of a drawing, in parts of its width and height
_MOST_BELOW = 0.5  # of the height of a drawing, for rows of isolates
_NOTE_OFF = 3.0  # pixels between the lowest row and that line
_LINE_SAMPLE = 46.0  # pixels of a line in the legend and the air around it


class Box:
    """The area that the axes show; it depends on the layout only, so that compared pictures show the same area.

    One unit is as long across as up, so that a circle is a circle.

    Parameters
    ----------
    points : ndarray of shape (n, 2)
        Everybody's place.
    height : float
        Of the drawing, in pixels.
    width : float, optional
        Of the drawing, in pixels (default: not known).
    foot : float, default 0
        Pixels at the lower edge that stay free of marks.
    """

    def __init__(self, points: Array, height: float, width: float | None = None, foot: float = 0.0) -> None:
        self.height, self.width = height, width
        given, height = height, height - foot
        low, high = (points.min(axis=0), points.max(axis=0)) if len(points) else (np.zeros(2), np.ones(2))
        extent = np.maximum(high - low, 1e-9 + 0.02 * (high - low).max())
        aspect = (width or ASPECT * given) / height
        # air for the marks and names at the edge, as much on all sides
        air = _AIR if len(points) > 1 else (1.0, 1.0)
        wide = max(float(extent[0]) * (1 + 2 * air[0]), float(extent[1]) * (1 + 2 * air[1]) * aspect)
        middle, half = (low + high) / 2, np.array([wide, wide / aspect]) / 2
        self.x = (float(middle[0] - half[0]), float(middle[0] + half[0]))
        below = foot * 2 * half[1] / height
        self.y = (float(middle[1] - half[1] - below), float(middle[1] + half[1]))

    def pixels(self, marks: pd.DataFrame, width: float) -> Array:
        """Return where marks are in a drawing of a width, in pixels from the left and from below."""
        scale = min(width / (self.x[1] - self.x[0]), self.height / (self.y[1] - self.y[0]))
        middle = np.array([sum(self.x), sum(self.y)]) / 2
        places: Array = (marks[["x", "y"]].to_numpy(float) - middle) * scale + np.array([width, self.height]) / 2
        return places

    def places(self, pixels: Array, width: float) -> Array:
        """Return which places are at these pixels from the left and from below: `pixels` turned round."""
        scale = min(width / (self.x[1] - self.x[0]), self.height / (self.y[1] - self.y[0]))
        found: Array = (pixels - np.array([width, self.height]) / 2) / scale + np.array([sum(self.x), sum(self.y)]) / 2
        return found

    def spread(self, marks: pd.DataFrame) -> Spread:
        """Return where marks are at any width."""
        return lambda width: self.pixels(marks, width)

    def axes(self) -> dict[str, dict[str, Any]]:
        """Return two axes that nobody sees, whose units are equally long."""
        return {
            "xaxis": {"visible": False, "range": self.x},
            "yaxis": {"visible": False, "range": self.y, "scaleanchor": "x", "scaleratio": 1},
        }


def height_for(n: int, room: float | None) -> float:
    """Return how high a drawing of so many marks is, in a room whose width is known or not."""
    usual = 440.0 if n <= 60 else 620.0
    return usual if room is None else float(np.clip(room / 1.35, 240, usual * 1.3))


def roomy_rows(layout: pd.DataFrame, sizes: pd.Series[Any], height: float, width: float | None) -> pd.DataFrame:
    """Return a layout whose rows of isolates, below 0, are as far apart as their marks are large.

    Parameters
    ----------
    layout : DataFrame
        Index: actors (and groups); columns x and y.
    sizes : Series
        Of the marks, in pixels, in the same order.
    height, width : float
        Of the drawing, in pixels; None if its width is not known.
    """
    alone = (layout["y"] < 0).to_numpy()
    n, moved = int(alone.sum()), layout.copy()
    if not n or alone.all():
        return moved
    tied = layout.loc[~alone, ["x", "y"]].to_numpy(float)
    across, up = np.ptp(tied, axis=0)[0], tied[:, 1].max()
    wide, high = (width or ASPECT * height) / (1 + 2 * _AIR[0]), (height - _NOTE_HEIGHT) / (1 + 2 * _AIR[1])
    step = float(sizes[alone].max()) + _BETWEEN
    in_row = max(1, int(wide / step))
    rows = -(-n // in_row)
    below = min((rows + 0.5) * step, _MOST_BELOW * high)  # pixels that the rows take
    unit = min(wide / max(across, 1e-9), (high - below) / max(up, 1e-9))  # pixels of the layout's unit
    step = max(below / (rows + 0.5) / unit, ISOLATE_STEP)
    in_row = max(in_row if step > ISOLATE_STEP else 0, int(1 / step))
    order, first = np.arange(n), max(FIRST_ISOLATE_ROW, 1.5 * step)
    left = min(0.0, 0.5 - min(n, in_row) * step / 2)
    moved.loc[alone, "x"] = left + (order % in_row + 0.5) * step
    moved.loc[alone, "y"] = -first - step * (order // in_row)
    return moved


def foot_for(lone: pd.DataFrame) -> float:
    """Return how many pixels the line below the rows of isolates needs; none where there are no such rows."""
    return _NOTE_HEIGHT if len(lone) else 0.0


def isolates(actors: pd.DataFrame, squares: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return whoever stands in the rows below: x, y, size and is_group."""
    of_actors = actors[(actors["y"] < 0) & (actors["degree"] + actors["groups"] == 0)]
    parts = [of_actors[["x", "y", "size"]].assign(is_group=False)]
    if squares is not None:
        parts.append(squares.loc[squares["y"] < 0, ["x", "y", "size"]].assign(is_group=True))
    return pd.concat(parts)


def add_isolate_note(figure: go.Figure, lone: pd.DataFrame, language: Language) -> None:
    """Say below the rows of isolates what they are: as far off the marks in pixels at every width."""
    if lone.empty:
        return
    y, size = _lowest(lone)
    figure.add_annotation(
        x=min(0.0, float(lone["x"].min())),
        y=y,
        yanchor="top",
        yshift=-size / 2 - _NOTE_OFF,
        xanchor="left",
        text=_isolate_note(lone, language),
        showarrow=False,
        borderpad=0,
        font={"size": 12, "color": GREY},
    )


def isolate_note_box(lone: pd.DataFrame, box: Box, language: Language) -> Callable[[float], list[Array]]:
    """Return where the note of `add_isolate_note` is, as a box in pixels, by the width of the drawing."""

    def boxes(width: float) -> list[Array]:
        if lone.empty:
            return []
        lowest, size = _lowest(lone)
        ((x, y),) = box.pixels(pd.DataFrame({"x": [min(0.0, lone["x"].min())], "y": [lowest]}), width)
        top = y - size / 2 - _NOTE_OFF
        return [np.array([x, top - 16, x + text_width(_isolate_note(lone, language)) + 4, top])]

    return boxes


def _lowest(lone: pd.DataFrame) -> tuple[float, float]:
    """Return the place of the lowest row, and the largest size in it."""
    lowest = float(lone["y"].min())
    return lowest, float(lone.loc[lone["y"] <= lowest + 1e-9, "size"].max())


def _isolate_note(lone: pd.DataFrame, language: Language) -> str:
    """Return what the rows of isolates are."""
    groups = int(lone["is_group"].sum())
    actors = len(lone) - groups
    said = [count("{n} actor without ties", "{n} actors without ties", actors, language)] if actors else []
    return glued(
        [*said, *([count("{n} group without actors", "{n} groups without actors", groups, language)] if groups else [])]
    )


def dress(figure: go.Figure, box: Box, heading: str, lines: str, key: float = 0.0) -> None:
    """Hide the axes, put the legends side by side below the drawing, and make room for all that.

    Parameters
    ----------
    figure : Figure
        With all its traces and its title.
    box : Box
        The area to show.
    heading, lines : str
        Titles of the two legends: of the marks, and of the lines.
    key : float
        Pixels below the drawing for the key of the sizes.
    """
    scaled = any(trace.marker.colorscale for trace in figure.data if trace.mode == "markers")
    left = _entries(figure, "legend")
    widest = max((len(line) for entry in left for line in entry.split("<br>")), default=0)
    below = {"orientation": "v", "yanchor": "top", "xanchor": "left", "groupclick": "togglegroup", "tracegroupgap": 0}
    first = {**below, "x": 0, "y": -0.015 - (key + (_SCALE if scaled else 0)) / box.height, "itemwidth": 30}
    if not scaled:
        first["title"] = {"text": plain(heading)}
    room = _PHONE if box.width is None else box.width
    middle = 0.5 if scaled else float(np.clip((6.6 * widest + 52) / room, 0.34 if box.width is None else 0.2, 0.56))
    for trace in figure.data:  # an entry that left the drawing would make plotly draw everything smaller
        if box.width is not None and trace.name and trace.legend == "legend2":
            trace.name = flowing(trace.name, max(room * (1 - middle) - _LINE_SAMPLE, 80.0))
    right = _entries(figure, "legend2")
    second = {**below, "x": middle, "y": -0.015 - key / box.height, "itemwidth": 34, "itemsizing": "trace"}
    rows = key + max(_height(left) + (_SCALE if scaled else 0), _height(right))
    for trace in figure.data:
        if scaled and trace.mode == "markers" and trace.marker.colorscale:
            trace.marker.colorbar.y = -0.01 - key / box.height
    top = head_height(figure.layout.title.to_plotly_json())
    figure.update_layout(
        **box.axes(),
        legend=first,
        legend2={**second, "title": {"text": lines}},
        showlegend=True,
        hovermode="closest",
        dragmode="pan",
        height=box.height + top + rows + 26,
        margin={"l": 8, "r": 8, "t": top, "b": rows + 26},
    )


def legend_height(entries: list[str], has_title: bool, width: float = _PHONE) -> float:
    """Return about how high a legend is whose entries lie side by side, its title above them.

    Examples
    --------
    >>> legend_height(["public (32)", "private (1)"], True), legend_height(["a tie of a long name"] * 4, False)
    (40.0, 40.0)
    """
    wide = [max(map(text_width, entry.split("<br>"))) + 46 for entry in entries]
    # plotly puts all into one row, each as wide as it is, or else into columns as wide as the widest
    columns = len(entries) if sum(wide) <= width - 16 else max(1, int((width - 16) // max(wide)))
    lines = max((entry.count("<br>") for entry in entries), default=0)
    rows = -(-len(entries) // max(columns, 1))
    return float(rows * (_ENTRY + _FURTHER_LINE * lines) + (_ENTRY if has_title else 0))


def _entries(figure: go.Figure, legend: str) -> list[str]:
    return [
        trace.name for trace in figure.data if trace.name and trace.legend == legend and trace.showlegend is not False
    ]


def _height(entries: list[str]) -> int:
    return sum(_ENTRY + _FURTHER_LINE * entry.count("<br>") for entry in entries) + _ENTRY
