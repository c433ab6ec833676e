"""The picture of a cluster: actors, their ties by layer and evidence, and who is without ties."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
import pandas as pd

from socluster.core.arguments import check_language
from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.groupings import WithoutGroup
from socluster.plot.caption import PHONE, add_caption, refit, source_of
from socluster.plot.caption import title as titled
from socluster.plot.clusters.arrow_heads import arrow_heads
from socluster.plot.clusters.backbone import is_dense
from socluster.plot.clusters.canvas import (
    Box,
    add_isolate_note,
    dress,
    foot_for,
    height_for,
    isolate_note_box,
    isolates,
    roomy_rows,
)
from socluster.plot.clusters.description import description, notes_of
from socluster.plot.clusters.facets import facetted
from socluster.plot.clusters.grouped import Area, add_areas, area_of, cells_of, grouped_places, heads_of, least_height
from socluster.plot.clusters.labels import as_many_as_usual
from socluster.plot.clusters.layout import ASPECT, drawn, positions, shows_groups
from socluster.plot.clusters.margins import attendance_figure
from socluster.plot.clusters.marks import (
    actor_marks,
    group_marks,
    mark_scale,
    measured,
    read_values,
    shown_actors,
    size_values,
    stated_color,
)
from socluster.plot.clusters.nodes import (
    cut_names,
    group_trace,
    key_of_numbers,
    label_notes,
    label_traces,
    mark_traces,
    n_named,
    newcomer_trace,
    without_room,
)
from socluster.plot.clusters.part_names import add_part_names
from socluster.plot.clusters.places import read_layout
from socluster.plot.clusters.size_key import add_size_key, key_height
from socluster.plot.clusters.ties import link_table, tie_traces, width_entries
from socluster.plot.clusters.wish import Wish, check, wanted_rows
from socluster.plot.figure import blank
from socluster.plot.names import UNNAMED_COLOR, quantity_name
from socluster.words import Language, number, say

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["network"]

_MOST_FOR_SVG, _MOST_FOR_PAPER = 600, 3000
_LOWEST = 160.0  # pixels that a drawing has at least
_FEW = 60  # actors, of whom hardly anybody is left out
_FOR_ALL_NAMES = 1.25  # times as high are areas, so that everybody's name or number has room beside its mark
_SURELY_NAMED = 1  # of the foremost: whoever stands out is named before anybody who does not
_NAMED = ["name", "short", "size", "importance", "weight", "ink", "x", "y"]


@checked
def network(
    cluster: Any,
    /,
    *,
    color: str | pd.Series[Any] | Callable[..., Any] | None = "sector",
    missing: WithoutGroup = "category",
    size: str | pd.Series[Any] | Callable[..., Any] | None = None,
    labels: str | int | Iterable[Any] | None = "auto",
    layer: str | Iterable[str] | None = None,
    layout: pd.DataFrame | Literal["events"] | None = None,
    by: str | None = None,
    facet: Literal["layer", "sector", "wave"] | None = None,
    backbone: bool | None = None,
    width: float | None = None,
    height: float | None = None,
    title: str | None = None,
    caption: str | None = None,
    groups: bool | None = None,
    language: str = "en",
) -> go.Figure:
    """Who is tied to whom?

    Every actor is a mark whose colour and symbol say its category; every tie is a line whose colour and bend say its
    layer, whose line style shows the evidence (solid: documented, paler: reported or derived, dashed: assumed), and
    whose width says how strong it is. What is simulated, as a scenario's ties are, is vermilion and dashed, and whoever
    has no other ties is in a ring: a what-if. Ties with a confidence below 0.5 are paler. Entries of the legend can be
    switched off by a click. The names of the most important actors are in the picture, all others appear under the
    pointer; isolates are in rows below.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to draw.
    color : str, Series or measure, default "sector"
        A column of the actors, a Series indexed by actor, or a function of the cluster that gives one, such as
        `communities`. Numbers get a continuous scale, all else categories; missing values are white.
    missing : {"category", "drop", "refuse"}, default "category"
        What becomes of actors without a color: they are shown as a category of their own, "not stated" (or undefined,
        on a scale); they are left out of the picture; or an error names them.
    size : str, Series or measure, optional
        What the area of the marks says: a column, a Series, or a function such as `betweenness`; a key below the
        drawing shows the values. NaN gets the smallest mark and is called undefined.
    labels : {"auto", "all"}, int, iterable or None, default "auto"
        Whose names are written: the foremost who find room, everybody, the n foremost (the largest by `size`, else
        those with the most ties), these actors, or nobody. The foremost find room first, and the very first is always
        named (but with `by`). No name lies on a mark or on another name: where there is no room beside its mark, it
        stands farther off, with a line. Where not all who are asked for find room, names become smaller (7 points on
        paper), and those who still find none, of up to 60, have numbers whose names stand below the drawing; how many
        have neither is said below the title. From 300 actors on, "auto" also names the parts: categories of the colours
        whose actors stand together, or components.
    layer : str, optional
        One layer to draw, or a list of layers (default: all).
    layout : DataFrame or "events", optional
        Positions as `positions` returns them, for pictures that are to be compared. "events" draws who took part in
        what, for clusters with affiliations: organisations that were at one event in the margins, events beside them,
        who connects events in the middle, and a band for each connected part. Of more than 150 actors, or of more than
        fit on a page of paper, each margin shows the first, and how many more there are.
    by : str, optional
        A column of the actors, as place: those with the same value stand together, in an area with its name.
    facet : {"layer", "sector", "wave"}, optional
        Small pictures side by side, one for each, in which everybody stands at the same place.
    backbone : bool, optional
        Whether the ties of the backbone are firm and all others pale (default: where there are three times as many ties
        as actors, or more). A tie between actors who share nearly all their partners is none of the backbone.
    width, height : float, optional
        Of the figure in pixels (default: as wide as the page, as high as needed). Names are placed for this width.
    title : str, optional
        Default: the question.
    caption : str, optional
        What stands below (default: the source of the data, if the cluster states it; "" for nothing).
    groups : bool, optional
        Whether groups are drawn as squares with lines to their members (default: where a cluster has affiliations and
        no ties).
    language : {"en", "lt"}, default "en"
        Of titles, legend and hover texts; actors with a column `name_lt` are called by it in Lithuanian.

    Returns
    -------
    plotly.graph_objects.Figure
        `layout.meta["alt"]` is a description in words; `save` writes it as PDF, SVG or PNG.

    Raises
    ------
    InputError
        If a column, a layer, an actor or a position is missing, or options exclude each other.

    Notes
    -----
    Beyond 600 actors the picture is drawn on the graphics card, which knows neither dashes nor arrowheads; evidence
    then shows by how pale a line is, direction under the pointer.

    Examples
    --------
    >>> import pandas as pd
    >>> from socluster import Cluster
    >>> actors = pd.DataFrame({"actor": ["School", "Clinic"], "sector": ["public", "private"]})
    >>> cluster = Cluster.from_tables(actors, pd.DataFrame({"source": ["School"], "target": ["Clinic"]}), name="Town")
    >>> figure = network(cluster)
    >>> figure.layout.meta["alt"].partition(" Most")[0]
    'Who is tied to whom? Town: 2 actors, 1 tie. Colour shows sector: public 1, private 1.'
    """
    spoken = check_language(language)
    given = drawn(cluster)
    if layer is not None:
        given = given.select(layers=layer)
    wish = Wish(
        measured(given, color, "color"), missing, measured(given, size, "size"), labels, layout, by, facet, backbone,
        width, height, title, caption, groups, spoken,
    )  # fmt: skip
    check(given, wish)
    return _drawn(given, wish)


def _drawn(cluster: Cluster, wish: Wish) -> Any:
    """Draw it as wide as asked for; where a height is asked for too, the drawing gets what the words leave."""
    if isinstance(wish.layout, str):
        figure = attendance_figure(cluster, wish)
    elif wish.facet is not None:
        figure = facetted(cluster, wish, wish.facet)
    elif wish.height is None:
        figure = _one(cluster, wish, _default_height(cluster, wish))
    else:
        probe = _one(cluster, wish, 400.0)
        refit(probe, wish.width or PHONE, buttons=True)
        figure = _one(cluster, wish, max(wish.height - probe.layout.height + 400.0, _LOWEST))
    if wish.width is not None:
        figure.update_layout(width=wish.width)
        refit(figure, wish.width, buttons=True)
    figure.is_drawn_by(lambda width, height: _drawn(cluster, replace(wish, width=width, height=height, on_paper=True)))
    return figure


def _default_height(cluster: Cluster, wish: Wish) -> float:
    usual = height_for(cluster.n_actors + (cluster.n_groups if wish.groups else 0), wish.room)
    if wish.by is None:
        return usual
    given, _ = shown_actors(cluster, stated_color(cluster, wish.color), wish.missing)
    roomy = _FOR_ALL_NAMES if isinstance(wish.labels, str) and wish.labels == "all" else 1.0
    return max(usual, roomy * least_height(read_values(given, wish.by, "by"), wish.by, wish.room, wish.language))


def _one(everybody: Cluster, wish: Wish, height: float) -> Any:
    """Draw one picture whose drawing has a height in pixels."""
    given, color = shown_actors(everybody, stated_color(everybody, wish.color), wish.missing)
    spoken, with_groups = wish.language, shows_groups(given, wish.groups)
    sizes = size_values(everybody, wish.size)
    if sizes is not None and given is not everybody:
        sizes = sizes[sizes.index.isin(given.index)]
    with_groups = with_groups and wish.by is None
    actors = actor_marks(given, color, sizes, spoken, mark_scale(wish.room, height))
    squares = group_marks(given, given.n_actors, spoken, mark_scale(wish.room, height)) if with_groups else None
    places, areas = _places(given, actors, squares, wish, height)
    actors, squares = actors.join(places["actor"]), None if squares is None else squares.join(places["group"])
    lone = isolates(actors, squares)
    corners = np.array([[area.x0, area.y0] for area in areas] + [[area.x1, area.y1] for area in areas]).reshape(-1, 2)
    box = Box(corners if areas else places["all"], height, wish.room, 0.0 if areas else foot_for(lone))
    fast = given.n_actors > (_MOST_FOR_PAPER if wish.on_paper else _MOST_FOR_SVG)
    figure = blank(spoken)
    sparse = wish.backbone if wish.backbone is not None else is_dense(given.n_actors, given.n_ties)
    links = link_table(given, actors, squares, sparse and not areas)
    if areas:  # ties from area to area cross everything
        links["firm"] = area_of(areas, links[["x0", "y0"]]) == area_of(areas, links[["x1", "y1"]])
    figure.add_traces([*tie_traces(links, spoken, fast), *width_entries(links, spoken)])
    heading = "" if color is None else str(color if isinstance(color, str) else color.name or UNNAMED_COLOR)
    figure.add_traces(mark_traces(actors, heading, spoken, fast))
    if squares is not None:
        figure.add_trace(group_trace(squares, spoken))
    figure.add_traces(newcomer_trace(actors, spoken))
    marks = pd.concat([part[_NAMED] for part in (actors, squares) if part is not None])
    blocked = heads_of(areas, box) if areas else isolate_note_box(lone, box, spoken)
    if not areas and squares is None:
        blocked = add_part_names(figure, actors, links, heading, box, wish, blocked)
    around: dict[str, Any] = {"blocked": blocked, "heads": None if fast else arrow_heads(links, box)}
    if areas:
        around["cells"] = cells_of(areas, box, marks[["x", "y"]])
    unnamed, numbered, named = _write_names(figure, marks, box, wish, fast, around)
    shown = wish.title if wish.title is not None else _question(with_groups and not given.n_ties, spoken)
    notes = notes_of(
        given, with_groups, sizes, spoken,
        blind=fast and bool(links["directed"].any()), n_firm=int(links["firm"].sum()) if sparse and not areas else None,
    )  # fmt: skip
    figure.update_layout(
        title=titled(shown, [*notes, *_of_names(unnamed, len(numbered), named, spoken)], spoken),
        meta={"alt": description(given, with_groups, actors, shown, heading, spoken)},
    )
    if areas:
        add_areas(figure, areas, wish.room)
    else:
        add_isolate_note(figure, lone, spoken)
    scale = mark_scale(wish.room, height)
    key = key_height(sizes, given.n_actors, scale)
    lines = _lines(given.n_ties, len(links), spoken)
    dress(figure, box, heading and quantity_name(heading, spoken), lines, key)
    add_size_key(figure, sizes, given.n_actors, spoken, scale)
    caption = source_of(given, spoken, evidence=False) if wish.caption is None else wish.caption
    whole = cut_names(figure.data, marks) if wish.on_paper else []  # on a screen, they are under the pointer
    add_caption(figure, caption, key=[*(f"{place}\u00a0{name}" for place, name in numbered), *whole])
    return figure


def _places(
    cluster: Cluster, actors: pd.DataFrame, squares: pd.DataFrame | None, wish: Wish, height: float
) -> tuple[dict[str, Any], list[Area]]:
    """Return where everybody stands, and the areas if those of one kind stand together."""
    aspect = float(np.clip((wish.room or ASPECT * height) / height, 0.2, 5))
    if wish.by is not None:
        values = read_values(cluster, wish.by, "by")
        layout, areas = grouped_places(cluster, values, wish.by, aspect, wish.language, wish.room)
        return read_layout(cluster, layout, False), areas
    if wish.layout is not None:
        return read_layout(cluster, wish.layout, squares is not None), []
    layout = positions(cluster, groups=squares is not None, aspect=aspect)
    sizes = pd.concat([part["size"] for part in (actors, squares) if part is not None])
    return read_layout(cluster, roomy_rows(layout, sizes, height, wish.room), squares is not None), []


def _question(of_groups: bool, language: Language) -> str:
    return say("Who takes part in what?", language) if of_groups else say("Who is tied to whom?", language)


def _of_names(unnamed: int, numbered: int, named: str, language: Language) -> list[str]:
    """Return what there is to say of names that do not stand at their marks, and of how many are named."""
    told = [say("numbers: names below", language)] if numbered else []
    return [*told, *without_room(unnamed, language), *([named] if named else [])]


def _write_names(
    figure: go.Figure, marks: pd.DataFrame, box: Box, wish: Wish, fast: bool, around: dict[str, Any]
) -> tuple[int, list[tuple[int, str]], str]:
    """Write the names that are wanted, off what is around them.

    Return for how many of them there is no room, the numbers that stand in place of names and, where of many only the
    foremost are named, how many that are.
    """
    usual = wish.nobody_chose and wish.by is not None and wish.room is not None
    # where actors stand in areas, the foremost are wanted: whoever has no room has a number
    labels = as_many_as_usual(wish.room or 0.0, box.height) if usual else wish.labels
    wanted = wanted_rows(labels, marks)
    if wanted is not None and not len(wanted):
        return 0, [], ""
    must = _SURELY_NAMED if wish.by is None else 0  # in columns, marks stand too close for a name that lies on some
    options = {"width": wish.room, "wanted": wanted, "must": must, **around}
    if fast:
        notes = label_notes(marks, box.spread(marks), box.height, **options)
        for note in notes:
            figure.add_annotation(note)
        return 0 if wanted is None else len(set(wanted)) - len(notes), [], _how_many(len(notes), len(marks), wish)
    traces = label_traces(marks, box.spread(marks), box.height, numbered=True, **options)
    figure.add_traces(traces)
    unnamed = 0 if wanted is None else len(set(wanted)) - n_named(traces)
    return unnamed, key_of_numbers(traces, marks), _how_many(n_named(traces), len(marks), wish)


def _how_many(named: int, everybody: int, wish: Wish) -> str:
    """Return how many of many are named; nothing where somebody chose them, or the width is not known yet."""
    if not wish.nobody_chose or wish.room is None or everybody <= _FEW or named == everybody:
        return ""
    told = {"n": number(named, wish.language), "all": number(everybody, wish.language)}
    return say("{n} of {all} named", wish.language, **told)


def _lines(ties: int, links: int, language: Language) -> str:
    """What the lines are: ties, affiliations, or both."""
    if not links:
        return ""
    if links == ties:
        return say("ties", language)
    return say("ties, affiliations", language) if ties else say("affiliations", language)
