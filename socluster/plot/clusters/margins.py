"""Who took part in what: organisations of one event in the margins, events beside, who connects events in the middle.

No tie is drawn that nobody documented: 46 lines say who was where, and not 146 who met whom.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.plot.caption import add_caption, described, head_height, source_of
from socluster.plot.caption import title as titled
from socluster.plot.clusters.canvas import legend_height
from socluster.plot.clusters.curves import segments
from socluster.plot.clusters.description import counts
from socluster.plot.clusters.events import REST_OF, EventPlaces, EventShape, event_places
from socluster.plot.clusters.marks import actor_marks, group_marks, shown_actors, stated_color
from socluster.plot.clusters.nodes import group_trace, mark_traces
from socluster.plot.clusters.wish import Wish
from socluster.plot.figure import blank
from socluster.plot.names import UNNAMED_COLOR, quantity_name
from socluster.plot.style import GREY, INK, LINE, PAPER, rgba
from socluster.plot.text import alphabetical, fitted, plain
from socluster.words import Language, count, listed, say

__all__ = ["attendance_figure"]

_MOST = 150  # actors; of more, only the first of each margin
_LEAST = 2  # names of a margin that are shown in any case
_USUAL, _NARROW, _SMALL = 590.0, 480.0, 11
_MARGIN, _BETWEEN = 0.22, 0.17  # room of the names at the sides, and of those between, in widths
_ONE_MARGIN, _ONE_BETWEEN = 0.53, 0.27  # the same where there is one margin only
_LINE_HEIGHT, _ROW_AIR = 13.5, 3.5
_ON_PAPER = 780.0  # pixels of the drawing: with its words it then fits on a page
_NOWHERE = (np.nan, np.nan, "")
_STEPS = np.linspace(0.0, 1.0, 13)


@dataclass(frozen=True)
class _Names:
    """What is written, in lines for the room that it has, by label; and how wide the picture is."""

    width: float
    actors: dict[str, str]
    connecting: dict[str, str]
    events: dict[str, str]

    @property
    def is_narrow(self) -> bool:
        """Whether there is room for one margin only; the names of events then stand above those who were there only."""
        return self.width < _NARROW

    def shape(self) -> EventShape:
        """How much room the names take."""
        air = _ROW_AIR / 2 if self.is_narrow else _ROW_AIR
        rows = {label: _height(text) + air for label, text in self.actors.items()}
        lines = max((_height(text) for text in self.connecting.values()), default=0.0)
        if self.is_narrow:
            leads = {label: _height(text) + 2 for label, text in self.events.items()}
            between = max(lines + 8, 30.0)
            return EventShape(_LINE_HEIGHT + air, rows, 1, leads, between, gap=9.0, one_margin=True, spreads=False)
        return EventShape(_LINE_HEIGHT + air, rows, between=max(lines + 24, 44.0), spreads=False)


def attendance_figure(everybody: Cluster, wish: Wish) -> Any:
    """Return the picture of a cluster with affiliations, as `network(..., layout="events")` draws it."""
    spoken = wish.language
    cluster, color = shown_actors(everybody, stated_color(everybody, wish.color), wish.missing)
    actors = actor_marks(cluster, color, None, spoken)
    events = group_marks(cluster, 0, spoken).assign(size=13.0)
    names = _in_lines(actors, events, wish.room or _USUAL)
    pairs, more, places = _placed(cluster, actors, names, wish.on_paper)
    figure = blank(spoken)
    figure.add_traces([_lines(pairs, places), *_bands(places, spoken)])
    attended = Counter(actor for actor, _ in pairs)
    at_events = set(cluster.affiliations["actor"].astype(str))
    taking_part = actors[[str(label) in at_events for label in actors.index]].copy()
    # who is not shown has no place, and counts in the legend
    taking_part[["x", "y"]] = [places.actors.get(str(label), _NOWHERE)[:2] for label in taking_part.index]
    taking_part["size"] = [float(min(9 + 3 * max(attended[str(label)] - 1, 0), 22)) for label in taking_part.index]
    seen = taking_part[taking_part["x"].notna()]
    events = events[[str(label) in places.groups for label in events.index]].copy()
    events[["x", "y"]] = [places.groups[str(label)] for label in events.index]
    heading = "" if color is None else str(color if isinstance(color, str) else color.name or UNNAMED_COLOR)
    figure.add_traces([*mark_traces(taking_part, heading, spoken, False), group_trace(events, spoken)])
    figure.add_traces(_written_names(seen, places, names) if wish.labels is not None else [])
    figure.add_traces(_rest(more, places, spoken))
    figure.add_trace(_event_names(events, pairs, attended, names))
    name = wish.title if wish.title is not None else say("Who takes part in what?", spoken)
    told = counts(cluster, True, spoken)
    parts = count("{n} connected part", "{n} connected parts", len(places.bands), spoken)
    notes = [*([plain(cluster.name)] if cluster.name else []), *told, parts] if told else []
    connecting = [str(mark) for mark in seen.loc[[attended[str(label)] > 1 for label in seen.index], "name"]]
    between = [say("Between events: {names}", spoken, names=listed(connecting, spoken, most=5))] if connecting else []
    hidden = [count("{n} actor is not shown", "{n} actors are not shown", sum(more.values()), spoken)] if more else []
    idle = len(actors) - len(taking_part)
    notes += [count("{n} actor at no event is not shown", "{n} actors at no event are not shown", idle, spoken)] * (
        idle > 0
    )
    figure.update_layout(
        title=titled(name, notes, spoken),
        meta={"alt": described(name, [", ".join([*told, parts]), *between, *hidden] if told else [], spoken)},
    )
    _dress(figure, places.height, heading and quantity_name(heading, spoken))
    add_caption(figure, source_of(cluster, spoken) if wish.caption is None else wish.caption)
    return figure


def _height(text: str) -> float:
    return _LINE_HEIGHT * (text.count("<br>") + 1)


def _in_lines(actors: pd.DataFrame, events: pd.DataFrame, width: float) -> _Names:
    """Break all names for the room that they have where they will stand."""
    is_narrow = width < _NARROW
    margin = width * (_ONE_MARGIN if is_narrow else _MARGIN) - 12
    between = width * (_ONE_BETWEEN if is_narrow else _BETWEEN) - (8 if is_narrow else 0)
    of_event = width * _ONE_MARGIN if is_narrow else width * _BETWEEN

    def broken(marks: pd.DataFrame, room: float, lines: int, *, first: int = 0, bold: bool = False) -> dict[str, str]:
        return {
            str(label): _shortened(str(name), str(short), room, (first or lines, lines), bold=bold)
            for label, name, short in zip(marks.index, marks["name"], marks["short"], strict=True)
        }

    return _Names(
        width,
        broken(actors, margin, 2, first=1 if is_narrow else 2),
        broken(actors, between, 4 if is_narrow else 3, bold=True),
        broken(events, of_event, 2 if is_narrow else 3),
    )


def _shortened(name: str, short: str, room: float, lines: tuple[int, int], *, bold: bool = False) -> str:
    """The name in few lines, else the short one in few lines, else the name in more, else the short one, else cut."""
    fewer, more = lines
    tried = [
        fitted(each, room, size=_SMALL, bold=bold, lines=n)
        for n in dict.fromkeys((fewer, more))
        for each in (name, short)
    ]
    return next((each for each in tried if not each.endswith("…")), tried[-2])


def _placed(
    cluster: Cluster, actors: pd.DataFrame, names: _Names, on_paper: bool
) -> tuple[list[tuple[str, str]], dict[str, int], EventPlaces]:
    """Return who was where, how many of each margin are not shown, and where everybody stands.

    On paper as many are shown as fit on a page; elsewhere margins are cut only where there are very many actors.
    """
    table = cluster.affiliations
    pairs = list(dict.fromkeys(zip(table["actor"].astype(str), table["group"].astype(str), strict=True)))
    times = Counter(actor for actor, _ in pairs)
    categories = {name: place for place, name in enumerate(alphabetical(actors["value"].dropna().astype(str)))}
    rank: dict[str, tuple[object, ...]] = {
        str(label): (0, categories.get(str(value), len(categories)), name)
        for label, value, name in zip(actors.index, actors["value"], actors["name"], strict=True)
    }
    connecting = {actor: names.connecting[actor] for actor, n in times.items() if n > 1}
    shape = replace(names, connecting=connecting).shape()
    fullest = max(Counter(group for actor, group in pairs if times[actor] == 1).values(), default=0)
    shown = fullest if len(times) <= _MOST else _share(pairs, times)
    while True:
        kept, more = _cut(pairs, times, rank, shown)
        places = event_places(kept, rank | dict.fromkeys(more, (1, 0, "")), 1.0, shape)
        if not on_paper or places.height <= _ON_PAPER or shown <= _LEAST:
            return kept, more, _with_everybody(places, pairs)
        shown = max(_LEAST, min(shown - 1, int(shown * 0.9)))


def _with_everybody(places: EventPlaces, pairs: list[tuple[str, str]]) -> EventPlaces:
    """Count in each connected part those, too, who are not shown."""
    bands = []
    for band in places.bands:
        inside = {group for group, (_, y) in places.groups.items() if band.top <= y <= band.bottom}
        bands.append(replace(band, n_actors=len({actor for actor, group in pairs if group in inside})))
    return replace(places, bands=tuple(bands))


def _share(pairs: list[tuple[str, str]], times: Counter[str]) -> int:
    """How many of each margin there may be where there are too many actors."""
    return max(_LEAST, (_MOST - sum(n > 1 for n in times.values())) // max(len({group for _, group in pairs}), 1))


def _cut(
    pairs: list[tuple[str, str]], times: Counter[str], rank: Mapping[str, tuple[object, ...]], shown: int
) -> tuple[list[tuple[str, str]], dict[str, int]]:
    """Return who is shown where, the rest of each margin as one, and how many it is; a rest of one is shown."""
    alone = defaultdict(list)
    for actor, group in pairs:
        if times[actor] == 1:
            alone[group].append(actor)
    hidden: dict[str, str] = {}
    for group, members in alone.items():
        if len(members) > shown + 1:
            hidden |= dict.fromkeys(sorted(members, key=lambda actor: rank[actor])[shown:], REST_OF + group)
    kept = [pair for pair in pairs if pair[0] not in hidden]
    more = dict(Counter(hidden.values()))
    return [*kept, *((rest, rest.removeprefix(REST_OF)) for rest in more)], more


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


def _written_names(actors: pd.DataFrame, places: EventPlaces, names: _Names) -> list[Any]:
    """The names: beside the marks in the margins, above those in the middle, or left of them in a narrow picture."""
    sides = [places.actors[str(label)][2] for label in actors.index]
    texts = [
        (names.connecting if side == "middle" else names.actors)[str(label)]
        for label, side in zip(actors.index, sides, strict=True)
    ]
    middle = "middle left" if names.is_narrow else "top center"
    where = {"left": "middle left", "right": "middle right", "middle": middle}
    bold = [700 if side == "middle" else 400 for side in sides]
    return [_written(actors, texts, [where[side] for side in sides], weight=bold)]


def _rest(more: dict[str, int], places: EventPlaces, language: Language) -> list[Any]:
    """How many are not shown of each margin."""
    rows = pd.DataFrame([places.actors[rest][:2] for rest in more], columns=["x", "y"], index=list(more)).assign(
        size=0.0
    )
    texts = [count("and {n} more", "and {n} more", n, language) for n in more.values()]
    where = ["middle left" if places.actors[rest][2] == "left" else "middle right" for rest in more]
    return [_written(rows, texts, where, color=GREY)] if more else []


def _event_names(events: pd.DataFrame, pairs: list[tuple[str, str]], attended: Counter[str], names: _Names) -> Any:
    """The names of events: above their marks, or above those who were there only, where a narrow picture has room."""
    look = {"color": GREY, "style": "italic"}
    texts = [names.events[str(label)] for label in events.index]
    if not names.is_narrow:
        return _written(events, texts, "top center", **look)
    shape = names.shape()
    alone: defaultdict[str, float] = defaultdict(float)
    for actor, group in pairs:
        if attended[actor] == 1:
            alone[group] += shape.rows.get(actor, shape.row)
    taken = np.array([max(alone[str(label)], shape.least * shape.row) for label in events.index])
    heads = events.assign(x=events["x"] + 0.02, y=events["y"] - taken / 2, size=0.0)
    return _written(heads, texts, "top right", **look)


def _written(marks: pd.DataFrame, texts: list[str], where: Any, color: str = INK, **font: Any) -> Any:
    import plotly.graph_objects as go

    shadow = "0 0 3px white, 0 0 3px white, 0 0 2px white"
    return go.Scatter(
        x=marks["x"].to_numpy(), y=marks["y"].to_numpy(), mode="markers+text", text=texts, textposition=where,
        marker={"size": marks["size"].to_numpy() + 3, "color": rgba(PAPER, 0), "line": {"width": 0}},
        textfont={"size": _SMALL, "color": color, "shadow": shadow, **font},
        hoverinfo="skip", showlegend=False, cliponaxis=False, meta="labels",
    )  # fmt: skip


def _dress(figure: Any, height: float, heading: str) -> None:
    """Give the drawing its room, and the legend its own between the title and the drawing."""
    entries = [trace.name for trace in figure.data if trace.name and trace.showlegend is not False]
    room = legend_height(entries, bool(heading))
    head = head_height(figure.layout.title.to_plotly_json())
    figure.update_layout(
        xaxis={"visible": False, "range": [0, 1], "fixedrange": True},
        yaxis={"visible": False, "range": [height + 8, -4], "fixedrange": True},
        legend={
            "orientation": "h", "x": 0, "xanchor": "left", "y": 1, "yanchor": "bottom",
            "title": {"text": plain(heading), "side": "top"},
        },
        height=head + room + height + 12 + 20,
        margin={"l": 8, "r": 8, "t": head + room + 14, "b": 18},
        hovermode="closest",
        dragmode=False,
    )  # fmt: skip
