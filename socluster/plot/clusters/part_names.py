"""Names of the parts of a large picture: where hardly an actor finds room for its name, the parts have theirs.

A part is a category of the colours whose actors stand together, or, where nothing is coloured so, a component. Its name
stands beside it, off all marks; a category that is spread over the picture has none, for there is no place that is its.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from scipy import sparse
from scipy.sparse import csgraph

from socluster.core.columns import Array
from socluster.plot.clusters.canvas import Box
from socluster.plot.clusters.marks import categories, is_continuous
from socluster.plot.clusters.name_room import Room
from socluster.plot.clusters.wish import Wish
from socluster.plot.style import INK, PAPER, category_looks, rgba
from socluster.plot.text import plain, text_width
from socluster.words import Language, count, number, value_name

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["add_part_names", "parts_of"]

_MANY = 300  # actors, from which on parts are named
_LEAST = 12  # actors of a part
_TOGETHER, _CORE = (
    0.6,
    0.3,
)  # of the actors around the middle of a part so many are of it; so many of its own are looked at
_STEP = 6.0  # pixels between places that are tried
_BESIDE, _OF_THEM = 5, 4  # of so many marks that are nearest to the name, so many are of the part
_UNKNOWN = 544.0  # pixels: the narrowest column of sites, where the width is not known


def add_part_names(
    figure: go.Figure,
    actors: pd.DataFrame,
    links: pd.DataFrame,
    heading: str,
    box: Box,
    wish: Wish,
    blocked: Callable[[float], list[Array]],
) -> Callable[[float], list[Array]]:
    """Write the names of the parts where there are many actors, and return what is blocked for other names then.

    Parameters
    ----------
    figure : Figure
        To write them into.
    actors, links : DataFrame
        From `actor_marks`, with their places; from `link_table`.
    heading : str
        The column of the colours; empty if there are none.
    box : Box
        The area that is shown.
    wish : Wish
        What is asked for: only where nobody chose who is named.
    blocked : function
        From a width to boxes where something else is written.
    """
    if len(actors) < _MANY or not wish.nobody_chose:
        return blocked
    width = wish.room or _UNKNOWN
    tied = (actors["y"] >= 0).to_numpy()
    room = Room(
        box.pixels(actors, width), actors["size"].to_numpy(float), width, box.height, taken=list(blocked(width))
    )
    for text, members in parts_of(actors, links, heading, wish.language):
        found = _place(room, members & tied, tied, text_width(text, bold=True) + 6)
        if found is not None:
            room.taken.append(found)
            x, y = box.places(np.array([found[:2] + found[2:]]) / 2, width)[0]
            figure.add_annotation(
                x=x, y=y, text=text, showarrow=False, borderpad=0, bgcolor=rgba(PAPER, 0.8),
                font={"size": 12, "weight": "bold", "color": INK},
            )  # fmt: skip
    written = list(room.taken)

    def with_parts(at: float) -> list[Array]:
        moved = box.pixels(pd.DataFrame(box.places(np.array(written).reshape(-1, 2), width), columns=["x", "y"]), at)
        return [*blocked(at), *moved.reshape(-1, 4)]

    return with_parts


def parts_of(actors: pd.DataFrame, links: pd.DataFrame, heading: str, language: Language) -> list[tuple[str, Array]]:
    """Return what the parts are called, escaped, and who is of them, the largest first.

    Categories, if the colours have several; else components, of which only their size is known.
    """
    if heading and not is_continuous(actors["value"]):
        values = categories(actors["value"], language)
        order = [str(each) for each in values.dropna().value_counts(sort=True).index]
        known = [each for each in order if each in category_looks(order)]
        found = [
            (f"{plain(value_name(heading, each, language))} ({number(n, language)})", members)
            for each in known
            if (n := int((members := (values == each).to_numpy()).sum())) >= _LEAST
        ]
        if len(found) > 1:
            return found
    code = {label: row for row, label in enumerate(actors.index)}
    ends = np.column_stack([links["one"].map(code), links["other"].map(code)]).astype(float)
    ends = ends[np.isfinite(ends).all(axis=1)].astype(np.int64)
    ties = sparse.coo_array((np.ones(len(ends)), (ends[:, 0], ends[:, 1])), shape=(len(actors), len(actors)))
    _, component = csgraph.connected_components(ties.tocsr())
    sizes = np.bincount(component)
    large = [place for place in np.argsort(-sizes, kind="stable").tolist() if sizes[place] >= _LEAST]
    return [
        (count("{n} actor", "{n} actors", int(sizes[place]), language), component == place)
        for place in (large if len(large) > 1 else [])
    ]


def _place(room: Room, members: Array, tied: Array, wide: float) -> Array | None:
    """Return the box nearest to the middle of a part in which its name lies on nothing and beside its actors only."""
    if members.sum() < _LEAST:
        return None
    middle = np.median(room.points[members], axis=0)
    near = np.argsort(np.hypot(*(room.points - middle).T) + np.where(tied, 0, np.inf), kind="stable")
    core = near[: max(_LEAST, int(_CORE * members.sum()))]
    if members[core].mean() < _TOGETHER:
        return None
    half = np.array([wide, 17.0]) / 2
    spots = np.stack(
        np.meshgrid(np.arange(half[0], room.width - half[0], _STEP), np.arange(half[1], room.height - half[1], _STEP)),
        axis=-1,
    ).reshape(-1, 2)
    spots = spots[np.argsort(np.hypot(*(spots - middle).T), kind="stable")]
    boxes = np.hstack([spots - half, spots + half])
    for found in boxes[room.free(boxes, int(core[0]))]:
        off = np.maximum(np.maximum(found[:2] - room.points, room.points - found[2:]), 0)
        beside = np.argsort(np.hypot(*off.T) - room.sizes / 2, kind="stable")[:_BESIDE]
        if members[beside].sum() >= _OF_THEM:
            nearest: Array = found
            return nearest
    return None
