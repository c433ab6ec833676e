"""A schematic map of services: places as circles, as large as what is needed there, filled as far as it is met."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from socluster.core.arguments import check_language
from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem, nearest
from socluster.plot.caption import add_caption, described, head_height
from socluster.plot.caption import title as titled
from socluster.plot.figure import blank, for_any_width
from socluster.plot.numbers import decimals_for, shown_number
from socluster.plot.signs import sign
from socluster.plot.style import GREY, RISE, TRACK
from socluster.plot.tables.outcome import not_shown, read_numbers, row_names
from socluster.plot.text import plain, wrap
from socluster.words import Language, say

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["service_map"]

_MOST = 60
_LARGEST = 64  # pixels across
_SIZE = 420


@for_any_width
@checked
def service_map(
    frame: pd.DataFrame,
    /,
    *,
    layout: pd.DataFrame | None = None,
    title: str | None = None,
    subtitle: str | None = None,
    caption: str | None = None,
    language: str = "en",
) -> go.Figure:
    """Where is how much needed, and how much of it is met?

    Every place is a circle whose area is what is needed there; the blue circle inside it is what is met. Without a
    layout the places stand in a ring, in the order of the table: the picture needs no map, and shows no distances.

    Parameters
    ----------
    frame : DataFrame
        One row per place (index: its name); columns needed and met.
    layout : DataFrame, optional
        Index: the places; columns x and y, such as longitude and latitude.
    title : str, optional
        Default: none.
    subtitle, caption : str, optional
        What the picture rests on (cluster, level of the intervals, draws), and where the data come from.
    language : {"en", "lt"}, default "en"
        Of our own words and of the numbers.

    Returns
    -------
    plotly.graph_objects.Figure
        The first 60 places.

    Raises
    ------
    InputError
        If a column is missing, holds no numbers, or a place has no position in the layout.

    Examples
    --------
    >>> import pandas as pd
    >>> frame = pd.DataFrame({"needed": [30, 8], "met": [12, 8]}, index=["Kelmė", "Venta"])
    >>> service_map(frame).layout.meta["alt"]
    'Kelmė: 12 of 30 are met. Venta: 8 of 8 are met.'
    """
    spoken = check_language(language)
    table = read_numbers(frame, ("needed", "met"), ())
    hidden = max(len(table) - _MOST, 0)
    table = table.head(_MOST)
    points = _ring(len(table)) if layout is None else _placed(table, layout)
    told = _told(table, spoken)
    figure = blank(spoken)
    largest = float(np.nanmax(table.to_numpy(), initial=0.0)) or 1.0
    for column, color, edge in (("needed", TRACK, 1.0), ("met", RISE, 0.0)):
        size = _LARGEST * np.sqrt(table[column].fillna(0.0).clip(lower=0).to_numpy() / largest)
        figure.add_scatter(
            x=points[:, 0],
            y=points[:, 1],
            mode="markers",
            marker={"size": size, "color": color, "opacity": 1, "line": {"color": GREY, "width": edge}},
            hoverinfo="text",
            hovertext=[plain(each) for each in told],
        )
    for (x, y), name in zip(points, row_names(table, spoken), strict=True):
        text = {
            "text": wrap(name, 20),
            "font": {"size": 12},
            "showarrow": False,
            "yanchor": "top",
            "yshift": -_LARGEST / 2,
        }
        figure.add_annotation(x=x, y=y, **text)
    notes = [sign("●", RISE, say("met", spoken)), sign("○", GREY, say("needed", spoken))]
    if layout is None:
        notes.append(say("places in a ring, not on a map", spoken))
    heading = titled(title or "", notes if told else [], spoken, subtitle=subtitle)
    head = head_height(heading)
    axis = {"visible": False, "fixedrange": True}
    figure.update_layout(
        title=heading,
        meta={"alt": described(title or "", [*told, *([not_shown(hidden, spoken)] if hidden else [])], spoken)},
        height=head + _SIZE,
        margin={"l": 12, "r": 12, "t": head, "b": 12},
        xaxis={**axis, "range": _range(points[:, 0])},
        yaxis={**axis, "range": _range(points[:, 1])},
        showlegend=False,
        hovermode="closest",
        dragmode=False,
    )
    add_caption(figure, caption)
    return figure


def _told(table: pd.DataFrame, language: Language) -> list[str]:
    told = []
    for name, row in zip(row_names(table, language), table.to_dict("records"), strict=True):
        places = decimals_for([row["needed"], row["met"]])
        needed, met = (shown_number(row[column], language, decimals=places) for column in ("needed", "met"))
        told.append(say("{need}: {met} of {needed} are met", language, need=name, met=met, needed=needed))
    return told


def _ring(n: int) -> Array:
    """Return n points on a circle, the first at the top, then clockwise."""
    if n < 2:
        return np.zeros((n, 2))
    angle = np.pi / 2 - 2 * np.pi * np.arange(n) / n
    return np.column_stack([np.cos(angle), np.sin(angle)])


def _placed(table: pd.DataFrame, layout: pd.DataFrame) -> Array:
    points = read_numbers(layout, ("x", "y"), ())
    names = [str(name) for name in points.index]
    problems = [
        Problem("has no position in the layout", value=str(place), nearest=nearest(str(place), names))
        for place in table.index
        if place not in set(points.index)
    ]
    if not np.isfinite(points.to_numpy()).all():
        problems.append(Problem("positions must be finite numbers", "layout"))
    if problems:
        raise InputError(problems)
    found: Array = points[~points.index.duplicated()].loc[list(table.index)].to_numpy(dtype=float)
    return found


def _range(values: Any) -> list[float]:
    """Return the range of an axis that leaves room for the largest circle at its ends."""
    if not len(values):
        return [-1.0, 1.0]
    low, high = float(values.min()), float(values.max())
    air = 0.2 * ((high - low) or 1.0)
    return [low - air, high + air]
