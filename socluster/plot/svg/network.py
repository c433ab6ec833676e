"""Who is tied to whom, as static SVG: everybody is drawn, and the foremost named, on no other name or mark."""

from __future__ import annotations

from html import unescape

import numpy as np
import pandas as pd

from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.plot.clusters.labels import place_labels
from socluster.plot.clusters.layout import positions
from socluster.plot.clusters.marks import mark_sizes, names_of, short_names
from socluster.plot.style import INK
from socluster.plot.svg.elements import BOLD, SMALL, element, picture, title, words
from socluster.plot.svg.marks import legend, looks_of, mark
from socluster.words import Language, count, listed, say

__all__ = ["network_picture"]

_SIDE, _LINE = 26.0, 12.0
_FEW = 25  # actors, who may all be named
_HALO = {"paint_order": "stroke", "stroke": "#fff", "stroke_width": 3, "stroke_linejoin": "round"}


def network_picture(
    cluster: Cluster,
    color: str | None,
    importance: pd.Series,
    language: Language,
    *,
    named: int = 12,
    width: float = 760,
) -> str:
    """Return the picture of a cluster with ties.

    Parameters
    ----------
    cluster : Cluster
        Only its actors and ties are drawn.
    color : str or None
        Column of the actors that decides colour and form.
    importance : Series
        By actor, for the size of marks and for the choice of names; what is not a number counts as the least.
    language : {"en", "lt"}
        Of names and legend.
    named : int
        How many are named, if there is room.
    width : float
        Of the picture, in pixels.
    """
    ids = cluster.actors.index.astype(str).tolist()
    looks = looks_of(cluster.actors, color, language)
    head, top = legend(looks.entries, 10, width)
    height = _height(len(ids))
    points = _pixels(positions(cluster, groups=False, aspect=(width - 120) / height), width, height, top)
    weight = pd.Series(importance.to_numpy(float), index=ids).fillna(0.0)
    radii = 0.5 * mark_sizes(weight, len(ids))
    short = short_names(cluster.actors, language).tolist()
    drawn = [_ties(cluster, dict(zip(ids, points.tolist(), strict=True)))]
    for name, place, radius, actor in zip(names_of(cluster.actors, language), points, radii, ids, strict=True):
        drawn.append(
            element("g", title(name) + mark(looks.of_actor[actor], float(place[0]), float(place[1]), float(radius)))
        )
    order = np.argsort(-weight.to_numpy(), kind="stable")
    foremost = [place for place in order[:named].tolist() if len(ids) <= _FEW or weight.iloc[place] > 0]
    height = float(points[:, 1].max(initial=top)) + _SIDE + 6
    columns = {"name": short, "short": short, "size": 2 * radii, "importance": weight.to_numpy(), "weight": "bold"}
    texts = _names(pd.DataFrame(columns), points, foremost, (width, height, top))
    label = say(
        "Network of {actors} and {ties}. The largest marks: {names}.",
        language,
        actors=count("{n} actor", "{n} actors", len(ids), language),
        ties=count("{n} tie", "{n} ties", cluster.n_ties, language),
        names=listed([short[place] for place in foremost], language),
    )
    return picture(width, height, label, [*head, *drawn, *texts])


def _height(n: int) -> float:
    return float(np.clip(240 + 4 * n, 300, 620))


def _pixels(places: pd.DataFrame, width: float, height: float, top: float) -> Array:
    """Return the places in pixels; those without ties stand in rows below, where y is less than 0."""
    x, y = places[["x", "y"]].to_numpy(float).T * (width - 120)
    return np.column_stack([60 + x, top + _SIDE + height - y])


def _ties(cluster: Cluster, places: dict[str, list[float]]) -> str:
    """Return all ties as one path, which a browser draws ten times faster than one each; the unsure ones are dashed."""
    ties = cluster.ties
    paths: dict[bool, list[str]] = {True: [], False: []}
    for source, target, sure in zip(
        ties["source"].astype(str), ties["target"].astype(str), ties["confidence"].to_numpy(float) >= 1, strict=True
    ):
        (x, y), (to_x, to_y) = places[source], places[target]
        paths[bool(sure)].append(f"M{x:.0f} {y:.0f}L{to_x:.0f} {to_y:.0f}")
    strong = 0.75 if len(ties) < 400 else 0.4
    look = {"stroke": "#8b97a3", "stroke_width": 0.9, "fill": "none", "opacity": strong}
    dashes = {True: None, False: "4 3"}
    return "".join(
        element("path", d="".join(path), stroke_dasharray=dashes[sure], **look) for sure, path in paths.items() if path
    )


def _names(marks: pd.DataFrame, points: Array, wanted: list[int], frame: tuple[float, float, float]) -> list[str]:
    """Return the names that find room beside their marks or farther off, with a line: none on another or on a mark."""
    width, height, top = frame
    below = np.column_stack([points[:, 0], height - points[:, 1]])
    head = np.array([0.0, height - top, width, height])  # where the legend stands
    placed = place_labels(marks, lambda _: below, height, width=width, wanted=wanted, blocked=lambda _: [head])
    extent = np.ptp(points, axis=0) * (1, -1)  # upwards is less in a picture
    parts: list[str] = []
    for row, name in zip(placed.index, placed.to_dict("records"), strict=True):
        place, reach = name["place"], float(marks["size"].iloc[row]) / 2 + 2
        lines = [unescape(line) for line in name["text"].split("<br>")]
        if place.middle is None:
            parts += _beside(lines, points[row], reach, place.side)
            continue
        ends = [points[row] + each * extent for each in (place.start, place.end)]
        (x, y), (to_x, to_y) = (each.tolist() for each in ends)
        parts.insert(0, element("line", x1=x, y1=y, x2=to_x, y2=to_y, stroke=INK, stroke_width=0.7))
        parts += _beside(lines, points[row] + place.middle * extent, 0.0, "middle center")
    return parts


def _beside(lines: list[str], point: Array, reach: float, side: str) -> list[str]:
    """Return the lines of a name on one side of a place, as plotly calls the sides."""
    up, across = side.split()
    x = point[0] + {"left": -reach, "center": 0.0, "right": reach}[across]
    more = _LINE * (len(lines) - 1)
    first = point[1] + {"top": -reach - 3 - more, "middle": 4 - more / 2, "bottom": reach + 9}[up]
    anchor = {"left": "end", "center": "middle", "right": "start"}[across]
    look = {"font_size": SMALL, "font_weight": BOLD, "fill": INK, "text_anchor": anchor}
    return [words(line, float(x), float(first) + _LINE * at, **look, **_HALO) for at, line in enumerate(lines)]
