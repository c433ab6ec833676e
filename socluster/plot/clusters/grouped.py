"""Actors of one place (or of any other kind) together: an area for each, as large as it has actors, with its name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.labels import label_index
from socluster.plot.clusters.canvas import Box
from socluster.plot.clusters.layout import arrange
from socluster.plot.clusters.marks import categories, shown_value
from socluster.plot.style import GREY, LINE, PALE
from socluster.plot.text import alphabetical, text_width, wrap
from socluster.words import Language, say

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["Area", "add_areas", "area_of", "grouped_places", "heads_of"]

_AIR = 0.012  # between two areas, in widths of the picture
_HEAD = 0.05  # for the name of an area
_EDGE = 0.03  # between the rim of an area and its actors
_MOST = 12  # areas; the smallest of more are put together
_LETTER = 0.0125  # how wide a letter of the name is on a picture of usual width


@dataclass(frozen=True)
class Area:
    """Where those of one kind stand, and what it is called."""

    name: str
    n: int
    x0: float
    y0: float
    x1: float
    y1: float


def grouped_places(
    cluster: Cluster, values: pd.Series[Any] | None, column: str, aspect: float, language: Language
) -> tuple[pd.DataFrame, list[Area]]:
    """Return where everybody stands, those with the same value side by side, and the areas.

    Parameters
    ----------
    cluster : Cluster
        Whose actors.
    values : Series
        By actor.
    column : str
        Where the values come from.
    aspect : float
        Width of the picture in heights.
    language : {"en", "lt"}
        Of our own values.
    """
    assert values is not None
    texts = categories(values, language)
    named = alphabetical(texts.dropna().unique())
    parts = [(shown_value(column, name, language), np.flatnonzero((texts == name).to_numpy())) for name in named]
    parts.sort(key=lambda part: -len(part[1]))
    if len(parts) > _MOST:
        rest = np.sort(np.concatenate([rows for _, rows in parts[_MOST - 1 :]]))
        parts = [*parts[: _MOST - 1], (say("others", language), rest)]
    unknown = np.flatnonzero(texts.isna().to_numpy())
    if len(unknown):
        parts.append((shown_value(column, None, language), unknown))
    cells = _cells([len(rows) for _, rows in parts], aspect)
    points = np.zeros((cluster.n_actors, 2))
    areas = []
    for (name, rows), (x0, y0, x1, y1) in zip(parts, cells, strict=True):
        points[rows] = _inside(cluster, rows, (x0, y0, x1, y1))
        areas.append(Area(name, len(rows), x0, y0, x1, y1))
    return pd.DataFrame(points, columns=["x", "y"], index=label_index(list(cluster.labels))), areas


def _cells(sizes: list[int], aspect: float) -> list[tuple[float, float, float, float]]:
    """Return a rectangle each, in rows from the top, its area following the size; the rows are as square as can be."""
    weights = np.sqrt(np.array(sizes, dtype=float)) ** 1.6 + 1.0
    best: tuple[float, list[Array]] = (np.inf, [])
    for n_rows in range(1, len(sizes) + 1):
        rows = np.array_split(np.arange(len(sizes)), n_rows)
        share = [weights[row].sum() / weights.sum() for row in rows]
        ratios = [weights[row] / weights[row].sum() / (part / aspect) for row, part in zip(rows, share, strict=True)]
        worst = float(max(np.maximum(ratio / 1.3, 1.3 / ratio).max() for ratio in ratios))
        best = min(best, (worst, rows), key=lambda each: each[0])
    cells, top = [], 1.0 / aspect
    for row in best[1]:
        high, left = float(weights[row].sum() / weights.sum()) / aspect, 0.0
        for width in (weights[row] / weights[row].sum()).tolist():
            cells.append((left + _AIR / 2, top - high + _AIR / 2, left + width - _AIR / 2, top - _AIR / 2))
            left += width
        top -= high
    return cells


def _inside(cluster: Cluster, rows: Array, cell: tuple[float, float, float, float]) -> Array:
    """Return the places of some actors in their cell, by the ties among them; whoever has none there, below."""
    x0, y0, x1, y1 = cell
    edge = min(_EDGE, (x1 - x0) / 4, (y1 - y0) / 5)
    head = min(_HEAD, (y1 - y0) / 4)
    wide, high = x1 - x0 - 2 * edge, y1 - y0 - 2 * edge - head
    code = {label: place for place, label in enumerate(np.array(cluster.labels, dtype=object)[rows].tolist())}
    ties = cluster.ties
    own = ties[ties["source"].isin(code) & ties["target"].isin(code)]
    pairs = np.column_stack([own["source"].map(code), own["target"].map(code)]).astype(np.int64).reshape(-1, 2)
    points = arrange(len(rows), np.unique(np.sort(pairs, axis=1), axis=0), max(wide / high, 0.2))
    low, extent = points.min(axis=0), np.ptp(points, axis=0)
    scale = float(min(wide / max(extent[0], 1e-9), high / max(extent[1], 1e-9), 1.0))
    placed: Array = (points - low - extent / 2) * scale + [(x0 + x1) / 2, y0 + edge + high / 2]
    return placed


def area_of(areas: list[Area], points: pd.DataFrame) -> Array:
    """Return in which area each point is."""
    x, y = points.to_numpy(float).T
    inside = [(area.x0 <= x) & (x <= area.x1) & (area.y0 <= y) & (y <= area.y1) for area in areas]
    places: Array = np.array(inside).argmax(axis=0)
    return places


def heads_of(areas: list[Area], box: Box) -> Callable[[float], list[Array]]:
    """Return where the names of the areas are written, as boxes in pixels, by the width of the drawing."""
    corners = pd.DataFrame({"x": [area.x0 for area in areas], "y": [area.y1 for area in areas]})
    widths = [text_width(f"{area.name} {area.n}", 12, bold=True) + 8 for area in areas]

    def boxes(width: float) -> list[Array]:
        return [
            np.array([x, y - 19, x + wide, y]) for (x, y), wide in zip(box.pixels(corners, width), widths, strict=True)
        ]

    return boxes


def add_areas(figure: go.Figure, areas: list[Area]) -> None:
    """Draw the areas behind everything, with their names and how many are in them."""
    for area in areas:
        figure.add_shape(
            type="rect", x0=area.x0, y0=area.y0, x1=area.x1, y1=area.y1,
            layer="below", fillcolor=PALE, line={"color": LINE, "width": 1},
        )  # fmt: skip
        letters = max(9, int((area.x1 - area.x0) / _LETTER) - 3)
        figure.add_annotation(
            x=area.x0, y=area.y1, xanchor="left", yanchor="top", xshift=5, yshift=-3, showarrow=False, borderpad=0,
            text=f"<b>{wrap(area.name, letters, 1)}</b> {area.n}", font={"size": 12, "color": GREY}, align="left",
        )  # fmt: skip
