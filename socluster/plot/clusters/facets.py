"""Small pictures of one cluster side by side, one for each layer, sector or wave; everybody keeps one place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError
from socluster.plot.caption import add_caption, described, head_height, source_of
from socluster.plot.caption import title as titled
from socluster.plot.clusters.arrow_heads import arrow_heads
from socluster.plot.clusters.canvas import Box, legend_height
from socluster.plot.clusters.description import counts
from socluster.plot.clusters.layout import ASPECT, positions
from socluster.plot.clusters.marks import actor_marks, categories, degrees, shown_actors, shown_value, stated_color
from socluster.plot.clusters.nodes import label_traces, mark_traces, n_named, without_room
from socluster.plot.clusters.places import read_layout
from socluster.plot.clusters.ties import link_table, tie_traces, width_entries
from socluster.plot.clusters.wish import SIDES, Wish, wanted_rows
from socluster.plot.figure import blank
from socluster.plot.names import UNNAMED_COLOR, quantity_name
from socluster.plot.style import LINE, rgba
from socluster.plot.text import plain, wrap
from socluster.words import Language, count, marked, number, say, value_name

__all__ = ["facetted"]

_USUAL, _NARROW_PANEL, _LOWEST_PANEL = 590.0, 250.0, 110.0
_NAME, _GAP = 24.0, 10.0  # pixels above a panel for its name, and between two panels
_MOST = 24  # panels
_FOREMOST = 5  # names in a panel
_HIGHEST = 715.0  # pixels of all panels together, so that they fit on a page with their words
_NAMED = ["name", "short", "size", "importance", "weight", "ink", "x", "y"]


@dataclass(frozen=True)
class _Panel:
    """A small picture: what it shows, its ties, and who is drawn in colours."""

    name: str
    links: pd.DataFrame


def facetted(everybody: Cluster, wish: Wish, facet: str) -> Any:
    """Return small pictures side by side, as `network(..., facet=...)` draws them."""
    spoken = wish.language
    cluster, color = shown_actors(everybody, stated_color(everybody, wish.color), wish.missing)
    room = wish.room or _USUAL
    layout = positions(cluster, groups=False, aspect=ASPECT) if wish.layout is None else wish.layout
    places = read_layout(cluster, layout, False)
    actors = actor_marks(cluster, color, None, spoken).join(places["actor"])
    actors["size"] = np.clip(actors["size"] * 0.6, 5, 10)
    links = link_table(cluster, actors, None)
    panels = [_Panel(name, links[here]) for name, here in _parts(cluster, links, facet, spoken)]
    columns, wide, high = _grid(len(panels), room)
    figure = blank(spoken)
    heading = "" if color is None else str(color if isinstance(color, str) else color.name or UNNAMED_COLOR)
    unnamed = 0
    for place, panel in enumerate(panels):
        unnamed += _draw(figure, place, panel, actors, Box(places["all"], high, wide), heading, wish)
    figure.add_traces(width_entries(links, spoken))
    _once_each(figure)
    name = wish.title if wish.title is not None else _question(facet, spoken)
    told = [count("{name}: {n} tie", "{name}: {n} ties", len(each.links), spoken, name=each.name) for each in panels]
    notes = [*([plain(cluster.name)] if cluster.name else []), *counts(cluster, False, spoken)]
    if facet == "sector":
        twice = say("a tie between two sectors is drawn with both", spoken)
        notes, told = [*notes, twice], [*told, twice]
    figure.update_layout(
        title=titled(name, [*notes, *without_room(unnamed, spoken)] if cluster.n_actors else [], spoken),
        meta={"alt": described(name, [", ".join(counts(cluster, False, spoken)), *told], spoken)},
    )
    _dress(figure, panels, columns, (wide, high), room, heading and quantity_name(heading, spoken))
    _name(figure, panels, wide, spoken)
    add_caption(figure, source_of(cluster, spoken, evidence=False) if wish.caption is None else wish.caption)
    return figure


def _grid(n: int, room: float) -> tuple[int, float, float]:
    """Return how many panels stand side by side, and how wide and high each is: all of them fit on a page."""
    columns = max(1, min(n, int(room // _NARROW_PANEL)))
    while True:
        rows, wide = -(-n // columns), (room - _GAP * (columns - 1)) / columns
        high = min(wide / ASPECT, _HIGHEST / rows - _NAME - _GAP)
        if high >= _LOWEST_PANEL or columns == n or wide < 2 * _LOWEST_PANEL:
            return columns, wide, max(high, _LOWEST_PANEL)
        columns += 1


def _question(facet: str, language: Language) -> str:
    if facet == "layer":
        return say("Who is tied to whom, layer by layer?", language)
    if facet == "wave":
        return say("Who is tied to whom, wave by wave?", language)
    return say("Who is tied to whom, sector by sector?", language)


def _parts(cluster: Cluster, links: pd.DataFrame, facet: str, language: Language) -> list[tuple[str, Array]]:
    """Return the name of each panel and which lines are in it."""
    if facet == "layer":
        layers = [layer for layer in cluster.tie_layers if (links["layer"] == layer).any()]
        found = [(value_name("layer", layer, language), (links["layer"] == layer).to_numpy()) for layer in layers]
    elif facet == "wave":
        waves = links["wave"].astype(object).where(links["wave"].notna(), None)
        found = [
            (say("wave {wave}", language, wave=wave), (waves == wave).to_numpy())
            for wave in sorted(waves.dropna().unique(), key=str)
        ]
    else:
        of_actor = categories(cluster.actors["sector"], language)
        ends = [links[end].map(of_actor) for end in ("one", "other")]
        found = [
            (shown_value("sector", sector, language), ((ends[0] == sector) | (ends[1] == sector)).to_numpy())
            for sector in of_actor.dropna().value_counts().index
        ]
    if not found:
        raise InputError("there is nothing to show side by side: no tie has a {facet}", {"facet": facet})
    if len(found) > _MOST:
        message = marked("{n} small pictures would be too small to see; draw fewer, as select(...) gives them")
        raise InputError(message, {"n": len(found)})
    return found


def _draw(figure: Any, place: int, panel: _Panel, actors: pd.DataFrame, box: Box, heading: str, wish: Wish) -> int:
    """Draw a panel: everybody as a pale dot, the ties, and those who have ties in their colours, some of them named.

    Return for how many of the names that are wanted there is no room.
    """
    import plotly.graph_objects as go

    axis = "" if place == 0 else str(place + 1)
    axes = {"xaxis": f"x{axis}", "yaxis": f"y{axis}"}
    code = {label: row for row, label in enumerate(actors.index)}
    pairs = np.column_stack([panel.links["one"].map(code), panel.links["other"].map(code)]).astype(np.int64)
    here = actors.assign(importance=degrees(len(actors), pairs.reshape(-1, 2)).astype(float))
    rest, active = here[here["importance"] == 0], here[here["importance"] > 0]
    dots = {"size": 5, "color": LINE, "line": {"width": 0}}
    look = {"mode": "markers", "marker": dots, "hoverinfo": "text", "showlegend": False}
    traces = [go.Scatter(x=rest["x"], y=rest["y"], hovertext=rest["hover"].tolist(), **look)]
    traces += list(tie_traces(panel.links, wish.language, False))
    traces += mark_traces(active, heading, wish.language, False, everybody=actors)
    names, unnamed = _names(active, rest, box, wish, arrow_heads(panel.links, box))
    traces += names
    for trace in traces:
        trace.update(**axes)
        if trace.name:  # numbers of a whole picture, which a panel does not show
            trace.name = trace.name.rpartition(" (")[0]
    figure.add_traces(traces)
    figure.update_layout(
        {f"xaxis{axis}": box.axes()["xaxis"], f"yaxis{axis}": {**box.axes()["yaxis"], "scaleanchor": f"x{axis}"}}
    )
    return unnamed


def _names(
    active: pd.DataFrame, rest: pd.DataFrame, box: Box, wish: Wish, heads: Callable[[float], Array] | None
) -> tuple[list[Any], int]:
    """Return the names of a panel, which lie on no mark, be it pale; and how many of those wanted find no room."""
    if wish.labels is None or active.empty:
        return [], 0
    marks = active[_NAMED].sort_values("importance", ascending=False, kind="stable")
    wanted = wanted_rows(_FOREMOST if wish.nobody_chose else _known(wish.labels, active), marks)
    everybody = pd.concat([marks, rest[_NAMED].assign(size=5)])
    names = label_traces(everybody, box.spread(everybody), box.height, width=box.width, wanted=wanted, heads=heads)
    return names, 0 if wish.nobody_chose or wanted is None else len(set(wanted)) - n_named(names)


def _known(labels: Any, active: pd.DataFrame) -> Any:
    """Leave out of a list of actors those who have no ties in a panel."""
    if isinstance(labels, str | int):
        return labels
    return [label for label in labels if str(label) in active.index]


def _once_each(figure: Any) -> None:
    """Let every entry of the legends stand there once, and switch all panels."""
    seen = set()
    for trace in figure.data:
        if not trace.name:
            continue
        said = trace.name.replace("<br>", " ")  # where it was broken depends on a number that a panel does not show
        key = (trace.legend, said)
        trace.showlegend = key not in seen and trace.showlegend is not False
        trace.legendgroup = f"{trace.legend} {said}"
        seen.add(key)


def _name(figure: Any, panels: list[_Panel], wide: float, language: Language) -> None:
    """Write above each panel what it shows, and how many ties."""
    for place, panel in enumerate(panels):
        axis = "" if place == 0 else str(place + 1)
        left, top = figure.layout[f"xaxis{axis}"].domain[0], figure.layout[f"yaxis{axis}"].domain[1]
        letters = max(8, int(wide / 7.5) - 6)
        figure.add_annotation(
            text=f"<b>{wrap(panel.name, letters, 1)}</b> {number(len(panel.links), language)}",
            x=left, xref="paper", xanchor="left", y=top, yref="paper", yanchor="bottom", yshift=3,
            showarrow=False, align="left", font={"size": 12}, borderpad=0,
        )  # fmt: skip


def _dress(
    figure: Any, panels: list[_Panel], columns: int, size: tuple[float, float], room: float, heading: str
) -> None:
    """Put the panels into rows, name them, and put the legends below."""
    wide, high = size
    rows = -(-len(panels) // columns)
    total = rows * (high + _NAME) + (rows - 1) * _GAP
    for place in range(len(panels)):
        row, column = divmod(place, columns)
        axis = "" if place == 0 else str(place + 1)
        left, top = column * (wide + _GAP) / room, 1 - (row * (high + _NAME + _GAP) + _NAME) / total
        domain_x, domain_y = [left, min(left + wide / room, 1.0)], [max(top - high / total, 0.0), top]
        figure.update_layout({f"xaxis{axis}": {"domain": domain_x}, f"yaxis{axis}": {"domain": domain_y}})
        figure.add_shape(
            type="rect", xref="paper", yref="paper", x0=domain_x[0], x1=domain_x[1], y0=domain_y[0], y1=domain_y[1],
            line={"color": rgba(LINE, 0.9), "width": 1}, layer="below",
        )  # fmt: skip
    of_marks, of_ties = (
        [trace.name for trace in figure.data if trace.name and trace.showlegend is not False and trace.legend == each]
        for each in ("legend", "legend2")
    )
    first, second = legend_height(of_marks, bool(heading), room), legend_height(of_ties, False, room)
    head = head_height(figure.layout.title.to_plotly_json())
    legend = {"orientation": "h", "xanchor": "left", "x": 0, "yanchor": "top"}
    figure.update_layout(
        legend={**legend, "y": -6 / total, "title": {"text": plain(heading), "side": "top"}},
        legend2={**legend, "itemsizing": "trace", "y": -(12 + first) / total},
        height=head + total + first + second + 32,
        margin={"l": SIDES / 2, "r": SIDES / 2, "t": head, "b": first + second + 32},
        hovermode="closest",
        dragmode="pan",
    )
