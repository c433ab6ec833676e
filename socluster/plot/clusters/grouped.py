"""Actors of one place (or of any other kind) together: an area for each, as large as it has actors, with its name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from scipy.spatial.distance import pdist

from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.labels import label_index
from socluster.plot.clusters.canvas import Box
from socluster.plot.clusters.layout import arrange
from socluster.plot.clusters.marks import categories, shown_value
from socluster.plot.style import GREY, LINE, PALE, rgba
from socluster.plot.text import alphabetical, fitted, text_width
from socluster.words import Language, say

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["Area", "add_areas", "area_of", "cells_of", "grouped_places", "heads_of", "least_height"]

_MOST = 12  # areas; the smallest of more are put together
_USUAL = 590.0  # pixels of a drawing whose width is not known
_AROUND = 1.12  # width of a drawing in widths of all areas together
# pixels: between two areas, for the name of one, between its rim and its actors, from one actor to the next
_AIR, _HEAD, _EDGE, _STEP = 5.0, 22.0, 9.0, 17.0
_NAME_AIR, _WIDEST_NAME = 14.0, 0.48  # beside a name in pixels, and how wide it may be in widths of all areas


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
    cluster: Cluster,
    values: pd.Series[Any] | None,
    column: str,
    aspect: float,
    language: Language,
    room: float | None = None,
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
    room : float, optional
        Pixels that the drawing is wide (default: not known).
    """
    parts = _parts(values, column, language)
    wide = (room or _USUAL) / _AROUND
    cells = _cells([(name, len(rows)) for name, rows in parts], wide, wide / aspect)
    points = np.zeros((cluster.n_actors, 2))
    areas = []
    for (name, rows), cell in zip(parts, cells, strict=True):
        points[rows] = _inside(cluster, rows, cell)
        areas.append(Area(name, len(rows), *(float(each) / wide for each in cell)))
    return pd.DataFrame(points / wide, columns=["x", "y"], index=label_index(list(cluster.labels))), areas


def least_height(values: pd.Series[Any] | None, column: str, room: float | None, language: Language) -> float:
    """Return how many pixels high a drawing has to be for everybody to have room in an area."""
    wide = (room or _USUAL) / _AROUND
    sizes = [(name, len(rows)) for name, rows in _parts(values, column, language)]
    return _AROUND * min((sum(row.height for row in rows) for rows in _ways(sizes, wide)), default=0.0)


def _parts(values: pd.Series[Any] | None, column: str, language: Language) -> list[tuple[str, Array]]:
    """Return the areas, those of most actors first: what each is called, and the rows of its actors."""
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
    return parts


@dataclass(frozen=True)
class _Row:
    """Areas side by side: the widths of each, and the pixels that the row needs to be high."""

    widths: list[float]
    height: float
    n: int


def _row(sizes: list[tuple[str, int]], wide: float) -> _Row | None:
    """Return a row of areas over the whole width; None where their names have no room side by side."""
    least = np.array([_least_width(name, n, wide) for name, n in sizes])
    if least.sum() > wide and len(sizes) > 1:
        return None
    weights = _weights([n for _, n in sizes])
    widths = least + (wide - least.sum()) * weights / weights.sum()
    a_line = np.maximum(1, (widths - _AIR - 2 * _EDGE + _STEP) // _STEP)
    lines = np.ceil(np.array([n for _, n in sizes]) / a_line)
    return _Row(widths.tolist(), float(lines.max()) * _STEP + _HEAD + _EDGE + _AIR, sum(n for _, n in sizes))


def _weights(sizes: list[int]) -> Array:
    weights: Array = np.sqrt(np.array(sizes, dtype=float)) ** 1.6 + 1.0
    return weights


def _least_width(name: str, n: int, wide: float) -> float:
    return min(text_width(f"{name} {n}", 12, bold=True) + _NAME_AIR + _AIR, _WIDEST_NAME * wide)


def _ways(sizes: list[tuple[str, int]], wide: float) -> Iterator[list[_Row]]:
    """Yield the ways in which areas can stand in rows, in their order."""
    for n_rows in range(1, len(sizes) + 1):
        parts = np.array_split(np.arange(len(sizes)), n_rows)
        rows = [_row([sizes[place] for place in part.tolist()], wide) for part in parts]
        found = [row for row in rows if row is not None]
        if len(found) == len(rows):
            yield found


def _cells(sizes: list[tuple[str, int]], wide: float, high: float) -> list[tuple[float, float, float, float]]:
    """Return a rectangle each, in pixels from the left and from below, in rows from the top.

    The names have room in all of them, and, where the height allows it, the actors too; of these ways it is the one
    whose areas are most like squares.
    """
    ways = list(_ways(sizes, wide))
    if not ways:
        return []
    roomy = [rows for rows in ways if sum(row.height for row in rows) <= high]
    rows = min(roomy, key=lambda each: _flattest(each, high)) if roomy else min(ways, key=_needed)
    heights = _heights(rows, high)
    cells, top = [], high
    for row, height in zip(rows, heights, strict=True):
        left = 0.0
        for width in row.widths:
            cells.append((left + _AIR / 2, top - height + _AIR / 2, left + width - _AIR / 2, top - _AIR / 2))
            left += width
        top -= height
    return cells


def _needed(rows: list[_Row]) -> float:
    return sum(row.height for row in rows)


def _heights(rows: list[_Row], high: float) -> list[float]:
    """Return how high the rows are: what is left of the height goes to those with most actors."""
    needed, rest = _needed(rows), high - _needed(rows)
    if rest < 0:
        return [row.height * high / needed for row in rows]
    weights = _weights([row.n for row in rows])
    return [row.height + rest * float(weight) for row, weight in zip(rows, weights / weights.sum(), strict=True)]


def _flattest(rows: list[_Row], high: float) -> float:
    """Return how far the area that is least like a square is from one."""
    ratios = np.array(
        [width / height for row, height in zip(rows, _heights(rows, high), strict=True) for width in row.widths]
    )
    return float(np.maximum(ratios / 1.3, 1.3 / ratios).max())


def _inside(cluster: Cluster, rows: Array, cell: tuple[float, float, float, float]) -> Array:
    """Return the places of some actors in their cell, by the ties among them; in lines where that is too narrow."""
    x0, y0, x1, y1 = cell
    edge = min(_EDGE, (x1 - x0) / 4, (y1 - y0) / 5)
    head = min(_HEAD, (y1 - y0) / 3)
    wide, high = max(x1 - x0 - 2 * edge, 1.0), max(y1 - y0 - edge - head, 1.0)
    code = {label: place for place, label in enumerate(np.array(cluster.labels, dtype=object)[rows].tolist())}
    ties = cluster.ties
    own = ties[ties["source"].isin(code) & ties["target"].isin(code)]
    pairs = np.column_stack([own["source"].map(code), own["target"].map(code)]).astype(np.int64).reshape(-1, 2)
    points = arrange(len(rows), np.unique(np.sort(pairs, axis=1), axis=0), max(wide / high, 0.2))
    low, extent = points.min(axis=0), np.ptp(points, axis=0)
    room = np.array([wide, max(high - _STEP / 2, 1.0)])
    scale = float((room / np.maximum(extent, 1e-9)).min()) if len(rows) > 1 else 0.0
    placed: Array = (points - low - extent / 2) * scale
    if len(rows) > 1 and float(pdist(placed).min()) < _STEP - 1:
        placed = _in_lines(len(rows), room)
    middle: Array = placed + np.array([(x0 + x1) / 2, y0 + edge + (high - _STEP / 2) / 2])
    return middle


def _in_lines(n: int, room: Array) -> Array:
    """Return places in lines around the middle, as far apart as the room allows."""
    columns = int(np.clip(round(np.sqrt(n * room[0] / max(room[1], 1.0))), 1, max(1, room[0] // _STEP + 1)))
    columns = min(columns, n)
    lines = -(-n // columns)
    step = np.minimum(room / np.maximum([columns - 1, lines - 1], 1), 2.2 * _STEP)
    place = np.arange(n)
    spots = np.column_stack([place % columns, -(place // columns)]) * step
    middle: Array = spots - (spots.min(axis=0) + spots.max(axis=0)) / 2
    return middle


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


def cells_of(areas: list[Area], box: Box, points: pd.DataFrame) -> Callable[[float], Array]:
    """Return the area of each point as left, bottom, right and top in pixels, by the width of the drawing."""
    own = area_of(areas, points)
    low = pd.DataFrame({"x": [area.x0 for area in areas], "y": [area.y0 for area in areas]})
    high = pd.DataFrame({"x": [area.x1 for area in areas], "y": [area.y1 for area in areas]})

    def cells(width: float) -> Array:
        return np.hstack([box.pixels(low, width), box.pixels(high, width)])[own]

    return cells


def add_areas(figure: go.Figure, areas: list[Area], room: float | None = None) -> None:
    """Draw the areas behind everything, with their names and how many are in them."""
    wide = (room or _USUAL) / _AROUND
    for area in areas:
        figure.add_shape(
            type="rect", x0=area.x0, y0=area.y0, x1=area.x1, y1=area.y1,
            layer="below", fillcolor=PALE, line={"color": LINE, "width": 1},
        )  # fmt: skip
        kept = (area.x1 - area.x0) * wide - text_width(f" {area.n}", 12) - _NAME_AIR + _EDGE / 2
        figure.add_annotation(
            x=area.x0, y=area.y1, xanchor="left", yanchor="top", xshift=5, yshift=-3, showarrow=False, borderpad=0,
            text=f"<b>{fitted(area.name, kept, bold=True, lines=1)}</b> {area.n}",
            font={"size": 12, "color": GREY}, align="left", bgcolor=rgba(PALE, 0.85),
        )  # fmt: skip
