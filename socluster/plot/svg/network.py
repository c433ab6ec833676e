"""Who is tied to whom, as static SVG: everybody is drawn, the foremost are named so that no two names overlap."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.plot.clusters.layout import positions
from socluster.plot.clusters.marks import mark_sizes, names_of, short_names
from socluster.plot.style import INK
from socluster.plot.svg.elements import BOLD, SMALL, element, lines_of, picture, title, width_of, words
from socluster.plot.svg.marks import legend, looks_of, mark
from socluster.words import Language, count, listed, say

__all__ = ["network_picture"]

_SIDE, _LETTERS, _LINE = 26.0, 24, 12.0
_BOLDER = 1.15  # how much wider bold letters are
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
    texts, told = _names(short, points, radii, foremost, width)
    label = say(
        "Network of {actors} and {ties}. The largest marks: {names}.",
        language,
        actors=count("{n} actor", "{n} actors", len(ids), language),
        ties=count("{n} tie", "{n} ties", cluster.n_ties, language),
        names=listed(told, language),
    )
    height = float(points[:, 1].max(initial=top)) + _SIDE + 6
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


def _names(
    names: list[str], points: Array, radii: Array, order: Iterable[int], width: float
) -> tuple[list[str], list[str]]:
    """Return the names that find room above or below their marks, in the order of importance."""
    taken: list[tuple[float, float, float, float]] = []
    parts, told = [], []
    for place in order:
        lines = lines_of(names[place], _LETTERS)
        half = max(width_of(line) for line in lines) * _BOLDER / 2 + 2
        x = float(np.clip(points[place, 0], half, width - half))
        for y in (points[place, 1] - radii[place] - 5 - _LINE * (len(lines) - 1), points[place, 1] + radii[place] + 12):
            box = (x - half, y - 10, x + half, y + _LINE * (len(lines) - 1) + 3)
            if any(box[0] < b[2] and b[0] < box[2] and box[1] < b[3] and b[1] < box[3] for b in taken):
                continue
            taken.append(box)
            told.append(names[place])
            look = {"font_size": SMALL, "font_weight": BOLD, "fill": INK, "text_anchor": "middle"}
            parts += [words(line, x, float(y) + _LINE * at, **look, **_HALO) for at, line in enumerate(lines)]
            break
    return parts, told
