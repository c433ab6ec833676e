"""Who took part in what: organisations of one event in the margins, events beside, who connects events in the middle.

No tie is drawn that nobody documented: 46 lines say who was where, and not 146 who met whom.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.plot.caption import add_caption, described, head_height, source_of
from socluster.plot.caption import title as titled
from socluster.plot.clusters.curves import segments
from socluster.plot.clusters.description import counts
from socluster.plot.clusters.events import EventPlaces, event_places, folded
from socluster.plot.clusters.marks import actor_marks, group_marks, shown_actors, stated_color
from socluster.plot.clusters.nodes import group_trace, mark_traces
from socluster.plot.clusters.wish import Wish
from socluster.plot.figure import blank
from socluster.plot.names import UNNAMED_COLOR, quantity_name
from socluster.plot.style import GREY, INK, LINE, PAPER, rgba
from socluster.plot.text import alphabetical, flowing, plain
from socluster.words import Language, count, listed, say

__all__ = ["attendance_figure"]

_USUAL, _NARROW, _LETTER, _SMALL = 590.0, 480.0, 6.5, 11
_MARGIN, _BETWEEN = 0.22, 0.17  # room of the names at the sides, and of those between, in widths
_STEPS = np.linspace(0.0, 1.0, 13)


def attendance_figure(everybody: Cluster, wish: Wish) -> Any:
    """Return the picture of a cluster with affiliations, as `network(..., layout="events")` draws it."""
    spoken = wish.language
    cluster, color = shown_actors(everybody, stated_color(everybody, wish.color), wish.missing)
    width = wish.room or _USUAL
    actors = actor_marks(cluster, color, None, spoken)
    events = group_marks(cluster, 0, spoken).assign(size=13.0)
    pairs, rest = _pairs(cluster, actors)
    more = {each: len(members) for each, members in rest.items()}
    is_narrow = width < _NARROW  # then the names of events stand above those who were there only
    row = 17.0 if width * _MARGIN / _LETTER >= 24 else 48.0 if is_narrow else 28.0
    lead = 34.0 if is_narrow else 0.0
    categories = {name: place for place, name in enumerate(alphabetical(actors["value"].dropna().astype(str)))}
    rank: dict[str, tuple[object, ...]] = {
        str(label): (categories.get(str(value), len(categories)), name)
        for label, value, name in zip(actors.index, actors["value"], actors["name"], strict=True)
    }
    places = event_places(pairs, rank, 1.0, row, lead, rest=rest)
    figure = blank(spoken)
    figure.add_traces([_lines(pairs, places), *_bands(places, spoken)])
    attended = Counter(actor for actor, _ in pairs)
    seen = actors[[str(label) in places.actors for label in actors.index]].copy()
    seen[["x", "y"]] = [places.actors[str(label)][:2] for label in seen.index]
    seen["size"] = [float(min(9 + 3 * (attended[str(label)] - 1), 22)) for label in seen.index]
    events = events[[str(label) in places.groups for label in events.index]].copy()
    events[["x", "y"]] = [places.groups[str(label)] for label in events.index]
    heading = "" if color is None else str(color if isinstance(color, str) else color.name or UNNAMED_COLOR)
    figure.add_traces([*mark_traces(seen, heading, spoken, False), group_trace(events, spoken)])
    figure.add_traces(_names(seen, places, width, row) if wish.labels is not None else [])
    figure.add_traces(_rest(more, places, spoken))
    figure.add_trace(
        _heads_of_events(events, pairs, attended, row, width) if is_narrow else _event_names(events, width)
    )
    name = wish.title if wish.title is not None else say("Who takes part in what?", spoken)
    told = counts(cluster, True, spoken)
    parts = count("{n} connected part", "{n} connected parts", len(places.bands), spoken)
    notes = [*([plain(cluster.name)] if cluster.name else []), *told, parts] if told else []
    connecting = [str(mark) for mark in seen.loc[[attended[str(label)] > 1 for label in seen.index], "name"]]
    between = [say("Between events: {names}", spoken, names=listed(connecting, spoken, most=5))] if connecting else []
    figure.update_layout(
        title=titled(name, notes, spoken),
        meta={"alt": described(name, [", ".join([*told, parts]), *between] if told else [], spoken)},
    )
    _dress(figure, places.height, heading and quantity_name(heading, spoken), 0.07 if is_narrow else 0.0)
    add_caption(figure, source_of(cluster, spoken) if wish.caption is None else wish.caption)
    return figure


def _pairs(cluster: Cluster, actors: pd.DataFrame) -> tuple[list[tuple[str, str]], dict[str, list[str]]]:
    """Return who was where; where there are too many actors, the rest of each margin as one, and who that is."""
    table = cluster.affiliations
    pairs = zip(table["actor"].astype(str), table["group"].astype(str), strict=True)
    return folded(pairs, {str(label): str(name) for label, name in actors["name"].items()})


def _lines(pairs: list[tuple[str, str]], places: EventPlaces) -> Any:
    """All attendances as one trace of smooth lines that leave both ends flat."""
    import plotly.graph_objects as go

    ends = np.array([(*places.actors[actor][:2], *places.groups[group]) for actor, group in pairs]).reshape(-1, 4)
    t, gap = _STEPS[None, :], np.full((len(ends), 1), np.nan)
    x = ends[:, [0]] + (ends[:, [2]] - ends[:, [0]]) * t
    y = ends[:, [1]] + (ends[:, [3]] - ends[:, [1]]) * (3 * t**2 - 2 * t**3)

    def flat(points: Array) -> Array:
        return np.hstack([points, gap]).ravel()

    line = {"color": rgba(GREY, 0.5), "width": 1.2}
    return go.Scatter(x=flat(x), y=flat(y), mode="lines", line=line, hoverinfo="skip", showlegend=False)


def _bands(places: EventPlaces, language: Language) -> list[Any]:
    """A line above each connected part, and how many are in it; none where all are connected."""
    import plotly.graph_objects as go

    if len(places.bands) < 2:
        return []
    tops = np.array([band.top for band in places.bands])
    texts = [
        count("connected part: {n} actor", "connected part: {n} actors", band.n_actors, language)
        for band in places.bands
    ]
    look = {"hoverinfo": "skip", "showlegend": False}
    rule = go.Scatter(x=segments(0 * tops, 0 * tops + 1), y=segments(tops + 13, tops + 13), mode="lines", **look)
    rule.line = {"color": LINE, "width": 1}
    words = go.Scatter(x=0 * tops, y=tops + 6, mode="text", text=texts, textposition="middle right", **look)
    words.textfont = {"size": _SMALL, "color": GREY}
    return [rule, words]


def _names(actors: pd.DataFrame, places: EventPlaces, width: float, row: float) -> list[Any]:
    """The names: beside the marks in the margins, above those in the middle."""
    sides = [places.actors[str(label)][2] for label in actors.index]
    letters = int(width * _MARGIN / _LETTER) - 2
    texts = [
        _shortened(str(name), str(short), int(width * _BETWEEN / _LETTER), 3)
        if side == "middle"
        else _shortened(str(name), str(short), letters, 1 if row < 20 else 2 if row < 30 else 3)
        for name, short, side in zip(actors["name"], actors["short"], sides, strict=True)
    ]
    where = {"left": "middle left", "right": "middle right", "middle": "top center"}
    bold = [700 if side == "middle" else 400 for side in sides]
    return [_written(actors, texts, [where[side] for side in sides], weight=bold)]


def _shortened(name: str, short: str, letters: int, lines: int) -> str:
    """The name in so many lines; the short one where that is too long, and the short one is not."""
    whole = flowing(plain(name), letters)
    if whole.count("<br>") < lines and max(map(len, whole.split("<br>"))) <= letters + 1:
        return whole
    if len(short) <= letters:
        return plain(short)
    return flowing(plain(name), letters, lines)


def _rest(more: dict[str, int], places: EventPlaces, language: Language) -> list[Any]:
    """How many are not shown of each margin."""
    rows = pd.DataFrame([places.actors[rest][:2] for rest in more], columns=["x", "y"], index=list(more)).assign(
        size=0.0
    )
    texts = [count("and {n} more", "and {n} more", n, language) for n in more.values()]
    where = ["middle left" if places.actors[rest][2] == "left" else "middle right" for rest in more]
    return [_written(rows, texts, where, color=GREY)] if more else []


def _event_names(events: pd.DataFrame, width: float) -> Any:
    letters = max(10, int(width * _BETWEEN / _LETTER))
    texts = [
        _shortened(str(name), str(short), letters, 3)
        for name, short in zip(events["name"], events["short"], strict=True)
    ]
    return _written(events, texts, "top center", color=GREY, style="italic")


def _heads_of_events(
    events: pd.DataFrame, pairs: list[tuple[str, str]], attended: Counter[str], row: float, width: float
) -> Any:
    """The names of events above those who were there only, at the outer edge, where a narrow picture has room."""
    alone = Counter(group for actor, group in pairs if attended[actor] == 1)
    rows = np.array([max(alone[str(label)], 3) for label in events.index])
    is_left = (events["x"] < 0.5).to_numpy()
    heads = events.assign(x=np.where(is_left, -0.06, 1.06), y=events["y"] - row * rows / 2 - 16, size=0.0)
    letters = int(width * 0.46 / _LETTER)
    texts = [
        _shortened(str(name), str(short), letters, 2)
        for name, short in zip(events["name"], events["short"], strict=True)
    ]
    where = ["middle right" if left else "middle left" for left in is_left]
    return _written(heads, texts, where, color=GREY, style="italic")


def _written(marks: pd.DataFrame, texts: list[str], where: Any, color: str = INK, **font: Any) -> Any:
    import plotly.graph_objects as go

    shadow = "0 0 3px white, 0 0 3px white, 0 0 2px white"
    return go.Scatter(
        x=marks["x"].to_numpy(), y=marks["y"].to_numpy(), mode="markers+text", text=texts, textposition=where,
        marker={"size": marks["size"].to_numpy() + 3, "color": rgba(PAPER, 0), "line": {"width": 0}},
        textfont={"size": _SMALL, "color": color, "shadow": shadow, **font},
        hoverinfo="skip", showlegend=False, cliponaxis=False, meta="labels",
    )  # fmt: skip


def _dress(figure: Any, height: float, heading: str, air: float) -> None:
    """Give the drawing its room, air at the sides, and the legend between the title and the drawing."""
    entries = [trace.name for trace in figure.data if trace.name and trace.showlegend is not False]
    room = 20 * (1 + (sum(len(entry) + 7 for entry in entries) + len(heading)) // 58)
    head = head_height(figure.layout.title.to_plotly_json())
    figure.update_layout(
        xaxis={"visible": False, "range": [-air, 1 + air], "fixedrange": True},
        yaxis={"visible": False, "range": [height + 8, -4], "fixedrange": True},
        legend={
            "orientation": "h", "x": 0, "xanchor": "left", "y": 1, "yanchor": "bottom",
            "title": {"text": f"{plain(heading)}\u2002" if heading else ""},
        },
        height=head + room + height + 12 + 20,
        margin={"l": 8, "r": 8, "t": head + room + 14, "b": 18},
        hovermode="closest",
        dragmode=False,
    )  # fmt: skip
