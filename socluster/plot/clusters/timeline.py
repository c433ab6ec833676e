"""The picture of events in the order of time: who is named at how many of them connects them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from socluster.core.arguments import check_language
from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.io.objects.dispatch import cluster_of
from socluster.plot.caption import add_caption, described, head_height, source_of
from socluster.plot.caption import title as titled
from socluster.plot.clusters.event_dates import events_of
from socluster.plot.figure import blank, for_any_width
from socluster.plot.signs import sign
from socluster.plot.style import GREY, LINE, RISE, rgba
from socluster.plot.text import fitted, flowing, glued, line_room, plain, under_pointer
from socluster.words import Language, count, say

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["timeline"]

_MOST = 40
_ROW, _TALLEST = 58.0, 120.0  # pixels between two events: at least, and at most on average


@for_any_width
@checked
def timeline(
    cluster: Any,
    /,
    *,
    title: str | None = None,
    subtitle: str | None = None,
    caption: str | None = None,
    language: str = "en",
) -> go.Figure:
    """Which event came when, and which events do the same actors connect?

    Time runs downwards. Every event is a circle, the larger the more actors are named there; a bow connects two events
    at which the same actors are named, the wider the more. An empty circle is an event whose date is not stated, below
    all others, in no order; a ring with a dot one whose year is inferred.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        Whose groups state their dates in the column `date` (2016-11-03, 2016-11 or 2016); a column `year_inferred`
        marks years that no source states. Groups without a date are events if they share a layer of affiliations with
        groups that have one.
    title : str, optional
        Default: how many pairs of events share actors.
    subtitle, caption : str, optional
        What the picture rests on, and where the data come from (default: the cluster's own name, source and evidence).
    language : {"en", "lt"}, default "en"
        Of our own words; groups with a column `name_lt` are called by it in Lithuanian.

    Returns
    -------
    plotly.graph_objects.Figure
        The first 40 events.

    Raises
    ------
    InputError
        If there are groups, and none states a date.

    Examples
    --------
    >>> import socluster as sc
    >>> timeline(sc.load_dataset("siauliai")).layout.meta["alt"][:90]
    '9 of 28 pairs of events share actors. 8 events. Round table of the Šiauliai region, 2016-1'
    """
    spoken = check_language(language)
    given = cluster_of(cluster)
    events = events_of(given, spoken)
    table = events.table.head(_MOST)
    hidden = len(events.table) - len(table)
    y = _heights(table)
    shared = events.shared[events.shared["other"] < len(table)]
    said = [_said(row, spoken) for row in table.to_dict("records")]
    links = [_link(table, row, spoken) for row in shared.to_dict("records")]
    figure = blank(spoken)
    _add_bows(figure, shared, y, links)
    _add_marks(figure, table, y, said)
    for place, row in enumerate(table.to_dict("records")):
        figure.add_annotation(
            x=0.28, y=y[place], text=_label(row, spoken), showarrow=False,
            xanchor="left", yanchor="middle", align="left", font={"size": 12},
        )  # fmt: skip
    name = title if title is not None else _finding(len(events.table), len(events.shared), spoken)
    heading = titled(
        name,
        _notes(table, len(links), spoken) if said else [],
        spoken,
        subtitle=given.name if subtitle is None else subtitle,
    )
    further = count("{n} further event is not shown", "{n} further events are not shown", hidden, spoken)
    more = [further] if hidden else []
    head, height = head_height(heading), float(y[-1]) + _ROW if len(y) else 40.0
    figure.update_layout(
        title=heading,
        meta={"alt": described(name, [*_how_many(len(said), spoken), *said, *links, *more], spoken)},
        height=head + height,
        margin={"l": 12, "r": 12, "t": head, "b": 12},
        xaxis={"visible": False, "fixedrange": True, "range": [-1.15, 3.2]},
        yaxis={"visible": False, "fixedrange": True, "range": [height - _ROW / 2, -_ROW / 2]},
        showlegend=False,
        hovermode="closest",
        dragmode=False,
    )
    add_caption(figure, source_of(given, spoken) if caption is None else caption)
    return figure


def _heights(table: pd.DataFrame) -> Array:
    """Return where events stand: as far apart as their dates, but never too near; those without a date below."""
    n, dated = len(table), table["date"].notna().to_numpy()
    if not n:
        return np.zeros(0)
    days = (table["date"] - table["date"].min()).dt.days.to_numpy(dtype=float)
    longest = np.nanmax(days, initial=0.0)
    wanted = np.where(dated, days / (longest or 1.0) * (_TALLEST * max(int(dated.sum()) - 1, 0)), 0.0)
    y = np.zeros(n)
    for place in range(1, n):
        y[place] = max(y[place - 1] + _ROW, wanted[place] if dated[place] else 0.0)
    if dated.any() and not dated.all():
        y[~dated] += _ROW / 3  # the gap tells that time ends here
    return y


def _add_bows(figure: go.Figure, shared: pd.DataFrame, y: Array, links: list[str]) -> None:
    """Draw who connects two events as half ellipses, the wider the farther the two are apart."""
    if not len(shared):
        return
    most, farthest = float(shared["actors"].max()), float(y.max() - y.min()) or 1.0
    turn = np.linspace(-np.pi / 2, np.pi / 2, 24)
    for row, link in zip(shared.to_dict("records"), links, strict=True):
        top, bottom = y[int(row["one"])], y[int(row["other"])]
        middle, radius = (top + bottom) / 2, (bottom - top) / 2
        depth = 0.2 + 0.85 * (bottom - top) / farthest
        figure.add_scatter(
            x=-depth * np.cos(turn),
            y=middle + radius * np.sin(turn),
            mode="lines",
            line={"color": rgba(RISE, 0.45), "width": 1 + 5 * row["actors"] / most},
            hoverinfo="text",
            hovertext=under_pointer(link, []),
        )


def _add_marks(figure: go.Figure, table: pd.DataFrame, y: Array, said: list[str]) -> None:
    dated = table["date"].notna().to_numpy()
    if dated.sum() > 1:
        ends = [float(y[dated].min()), float(y[dated].max())]
        figure.add_scatter(x=[0, 0], y=ends, mode="lines", line={"color": LINE, "width": 2}, hoverinfo="skip")
    most = float(table["actors"].max()) if len(table) else 1.0
    size = 9 + 15 * np.sqrt(table["actors"].to_numpy() / (most or 1.0))
    symbols = np.where(~dated, "circle", np.where(table["inferred"], "circle-dot", "circle"))
    figure.add_scatter(
        x=np.zeros(len(table)),
        y=y,
        mode="markers",
        marker={
            "size": size,
            "symbol": symbols,
            "color": np.where(dated, RISE, "white"),
            "line": {"color": np.where(dated, "white", GREY), "width": np.where(dated, 1, 1.5)},
            "opacity": 1,
        },
        hoverinfo="text",
        hovertext=[under_pointer(each, []) for each in said],
    )


def _finding(n_events: int, n_pairs: int, language: Language) -> str:
    pairs = n_events * (n_events - 1) // 2
    if not pairs:
        return ""
    return count(
        "{shared} of {n} pair of events shares actors",
        "{shared} of {n} pairs of events share actors",
        pairs,
        language,
        shared=str(n_pairs),
    )


def _how_many(n: int, language: Language) -> list[str]:
    return [count("{n} event", "{n} events", n, language)] if n else []


def _when(row: dict[Any, Any], language: Language) -> str:
    if not pd.notna(row["date"]):
        return row["said"] or say("date not stated", language)
    return say("{date} (year inferred)", language, date=row["said"]) if row["inferred"] else str(row["said"])


def _label(row: dict[Any, Any], language: Language) -> str:
    actors = count("{n} actor", "{n} actors", int(row["actors"]), language)
    room = 0.66 * line_room()
    rest = flowing(glued([plain(_when(row, language)), plain(actors)]), room)
    when = f"<span style='color:{GREY}'>{rest}</span>"
    return f"{fitted(row['name'], room, lines=2)}<br>{when}"


def _said(row: dict[Any, Any], language: Language) -> str:
    actors = count("{n} actor", "{n} actors", int(row["actors"]), language)
    return f"{row['name']}, {_when(row, language)}: {actors}"


def _link(table: pd.DataFrame, row: dict[Any, Any], language: Language) -> str:
    one, other = (str(table["name"].iloc[int(row[end])]) for end in ("one", "other"))
    actors = count("{n} actor", "{n} actors", int(row["actors"]), language)
    return say("{one} and {other} share {actors}", language, one=one, other=other, actors=actors)


def _notes(table: pd.DataFrame, n_links: int, language: Language) -> list[str]:
    notes = [_noted("●", RISE, say("event; size: actors named there", language))]
    if n_links:
        notes.append(_noted(")", RISE, say("width: actors named at both", language)))
    if table["date"].isna().any():
        notes.append(_noted("○", GREY, say("date not stated", language)))
    if table["inferred"].any():
        notes.append(_noted("⊙", RISE, say("year inferred", language)))
    return notes


def _noted(mark: str, color: str, words: str) -> str:
    return sign(mark, color, plain(words))
