"""The picture of a change: the cluster before and after in one drawing, with fixed positions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from socluster.core.arguments import check_language
from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.errors import InputError
from socluster.core.groupings import WithoutGroup
from socluster.plot.caption import PHONE, add_caption, refit, source_of
from socluster.plot.caption import title as titled
from socluster.plot.clusters.arrow_heads import arrow_heads
from socluster.plot.clusters.canvas import (
    Box,
    add_isolate_note,
    dress,
    foot_for,
    height_for,
    isolate_note_box,
    isolates,
)
from socluster.plot.clusters.change_text import change_alt, change_notes
from socluster.plot.clusters.change_traces import LegendPart, change_lines, rings, split
from socluster.plot.clusters.changes import statuses, tie_changes
from socluster.plot.clusters.layout import ASPECT, drawn, positions, shows_groups
from socluster.plot.clusters.marks import actor_marks, group_marks, mark_scale, shown_actors, stated_color
from socluster.plot.clusters.nodes import (
    RING,
    group_trace,
    label_notes,
    label_traces,
    mark_traces,
    n_named,
    without_room,
)
from socluster.plot.clusters.places import read_layout
from socluster.plot.clusters.ties import link_table
from socluster.plot.clusters.wish import Wish, check, wanted_rows
from socluster.plot.figure import blank
from socluster.plot.names import quantity_name
from socluster.plot.style import INK, LINE, OBSERVED, PAPER, WHAT_IF
from socluster.words import Language, marked, say

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["before_after"]

_MOST_FOR_SVG, _MOST_FOR_PAPER = 600, 3000
_LOWEST = 160.0  # pixels that a drawing has at least
_BUTTONS_HEIGHT = 44
_LIKELY = 0.5
_MOVERS = 4  # who come and go and are named in any case
_NAMED = ["name", "short", "size", "importance", "weight", "ink", "x", "y"]


@checked
def before_after(
    before: Any,
    after: Any,
    /,
    *,
    observed: bool = False,
    probability: pd.Series[Any] | None = None,
    color: str | None = "sector",
    missing: WithoutGroup = "category",
    groups: bool | None = None,
    labels: str | int | Iterable[Any] | None = "auto",
    width: float | None = None,
    height: float | None = None,
    title: str | None = None,
    caption: str | None = None,
    language: str = "en",
) -> go.Figure:
    """What would change in the cluster?

    One drawing shows both states in one layout; the buttons above it show the change, the state before, and the state
    after. Ties that stay are thin and grey. New ties are vermilion, wider and firmer the more probable they are, and
    dashed, as all that is simulated; ties that end are dotted. Newcomers are in a vermilion ring, leavers are crossed
    out; both are named.

    Parameters
    ----------
    before, after : Cluster or anything that `as_cluster` takes
        As ``scenario.apply(before)`` returns it: its new ties carry their probability as confidence.
    observed : bool, default False
        Whether both states were observed, as two waves of a survey: what is new is then violet, not vermilion, which
        says "what if", and the words are new, ended, came and left, without probabilities.
    probability : Series, optional
        Probabilities of new ties (0..1), by (source, target) or (layer, source, target), instead of their confidence.
    color : str, optional
        A column of the actors, for colour and symbol of the marks.
    missing : {"category", "drop", "refuse"}, default "category"
        What becomes of actors without a color; see `network`.
    groups : bool, optional
        Whether groups are drawn (default: where one of the two has affiliations and no ties).
    labels : {"auto", "all"}, int, iterable or None, default "auto"
        Whose names are written; see `network`.
    width, height : float, optional
        Of the figure in pixels (default: as wide as the page, as high as needed). Names are placed for this width.
    title : str, optional
        Default: the question, with the name of the cluster after.
    caption : str, optional
        What stands below (default: the source of the data, if the cluster states it; "" for nothing).
    language : {"en", "lt"}, default "en"
        Of titles, legend and hover texts; actors with a column `name_lt` are called by it in Lithuanian.

    Returns
    -------
    plotly.graph_objects.Figure
        `layout.meta["alt"]` says in words who joins and leaves and which ties are new or end.

    Raises
    ------
    InputError
        If there is no such column or actor, a probability lies outside 0 to 1, or it belongs to no new tie; or if
        probabilities are given of what was observed.

    Notes
    -----
    A tie is the same before and after if its layer, ends and wave are; that its strength changes is not drawn. Beyond
    600 actors the picture is drawn on the graphics card, which knows no dashes.

    Examples
    --------
    >>> before = Cluster.from_tables(pd.DataFrame({"actor": ["School", "Clinic"]}), name="Town")
    >>> after = before.with_actor("NGO").with_ties("NGO", "School", confidence=0.8)
    >>> before_after(before, after, color=None).layout.meta["alt"]
    'Town: before and after. Joining: NGO. 1 new tie (0.8 expected). New: School – NGO 80%.'
    """

    spoken = check_language(language)
    both = [drawn(each) for each in (before, after)]
    color = next((found for each in both if (found := stated_color(each, color)) is not None), None)
    wish = Wish(color, missing, None, labels, None, None, None, None, width, height, title, caption, groups, spoken)
    if observed and probability is not None:
        raise InputError("what was observed has no probabilities: leave out observed or probability")
    check(both[1], wish)
    first, second = (_shown(each, color, missing) for each in both)
    return _drawn((first, second), probability, wish, observed)


def _drawn(given: tuple[Cluster, Cluster], probability: pd.Series[Any] | None, wish: Wish, observed: bool) -> Any:
    """Draw it as wide as asked for; where a height is asked for too, the drawing gets what the words leave."""
    if wish.height is None:
        high = height_for(max(each.n_actors for each in given), wish.room)
        figure = _one(given, probability, wish, observed, high)
    else:
        probe = _one(given, probability, wish, observed, 400.0)
        refit(probe, wish.width or PHONE, buttons=True)
        figure = _one(given, probability, wish, observed, max(wish.height - probe.layout.height + 400.0, _LOWEST))
    if wish.width is not None:
        figure.update_layout(width=wish.width)
        refit(figure, wish.width, buttons=True)
    figure.is_drawn_by(
        lambda width, height: _drawn(
            given, probability, replace(wish, width=width, height=height, on_paper=True), observed
        )
    )
    return figure


def _one(
    given: tuple[Cluster, Cluster], probability: pd.Series[Any] | None, wish: Wish, observed: bool, height: float
) -> Any:
    """Draw one picture whose drawing has a height in pixels."""
    spoken, color = wish.language, wish.color if isinstance(wish.color, str) else None
    with_groups = any(shows_groups(each, wish.groups) for each in given)
    aspect = float(np.clip((wish.room or ASPECT * height) / height, 0.2, 5))
    layout = positions(*given, groups=with_groups, aspect=aspect)
    actors, squares, links = _tables(given, layout, color, mark_scale(wish.room, height), with_groups, spoken)
    changes = tie_changes(*links, probability)
    lone = isolates(actors, squares)
    box = Box(layout[["x", "y"]].to_numpy(float), height, wish.room, foot_for(lone))
    fast = len(actors) > (_MOST_FOR_PAPER if wish.on_paper else _MOST_FOR_SVG)
    figure = blank(spoken)
    parts = [
        *change_lines(changes, spoken, fast, observed=observed),
        *_mark_parts(actors, squares, color or "", spoken, fast),
        *rings(actors, squares, spoken, observed=observed),
    ]
    everybody = _to_be_named(actors, squares, changes, OBSERVED if observed else WHAT_IF)
    wanted = wanted_rows(wish.labels, everybody)
    movers = int((everybody["status"] != "stays").sum())
    blocked = isolate_note_box(lone, box, spoken)
    heads = None if fast else arrow_heads(changes, box)
    options = {"width": wish.room, "wanted": wanted, "blocked": blocked, "heads": heads, "must": min(movers, _MOVERS)}
    if fast:
        notes = label_notes(everybody, box.spread(everybody), box.height, **options)
        figure.update_layout(annotations=notes)
        written = len(notes)
    else:
        names = _label_parts(everybody, box, options)
        written = n_named([trace for _, trace in names])
        parts += names
    unnamed = 0 if wanted is None else len(set(wanted)) - written
    figure.add_traces([trace for _, trace in parts])
    name = wish.title if wish.title is not None else _default_title(given[1].name, spoken)
    figure.update_layout(
        title=titled(
            name,
            [*change_notes(everybody, changes, spoken, observed=observed), *without_room(unnamed, spoken)],
            spoken,
        ),
        meta={"alt": change_alt(name, everybody, changes, spoken, observed=observed)},
    )
    add_isolate_note(figure, lone, spoken)
    heading = "" if color is None else quantity_name(color, spoken)
    dress(figure, box, heading, say("ties", spoken))
    _add_buttons(figure, [status for status, _ in parts], spoken)
    add_caption(figure, source_of(given[0], spoken, evidence=False) if wish.caption is None else wish.caption)
    return figure


def _default_title(name: str | None, language: Language) -> str:
    return say("{cluster}: before and after", language, cluster=name) if name else say("Before and after", language)


def _shown(cluster: Cluster, color: str | None, missing: WithoutGroup) -> Cluster:
    return shown_actors(cluster, color if color in cluster.parts.actors else None, missing)[0]


def _tables(
    given: tuple[Cluster, Cluster],
    layout: pd.DataFrame,
    color: str | None,
    scale: float,
    with_groups: bool,
    language: Language,
) -> tuple[pd.DataFrame, pd.DataFrame | None, tuple[pd.DataFrame, pd.DataFrame]]:
    """Marks of all actors and groups that are there before or after, and the lines before and after between them."""
    places = [read_layout(each, layout, with_groups) for each in given]
    known = [color if color is None or color in each.actors else None for each in given]
    if color is not None and known[1] is None:
        known[1] = color  # say that there is no such column
    of_actors = [
        actor_marks(each, column, None, language, scale).join(place["actor"])
        for each, column, place in zip(given, known, places, strict=True)
    ]
    actors = _together(*of_actors)
    squares = None
    if with_groups:
        n = len(actors)
        squares = _together(
            *(
                group_marks(each, n, language, scale).join(place["group"])
                for each, place in zip(given, places, strict=True)
            )
        )
    links = (link_table(given[0], actors, squares), link_table(given[1], actors, squares))
    return actors, squares, links


def _together(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """All marks with their status."""
    status = statuses(before.index, after.index)
    gone = before.loc[[label for label in before.index if label not in after.index]]
    marks = pd.concat([after, gone]) if len(gone) else after.copy()
    return marks.assign(status=status.to_numpy())


def _mark_parts(
    actors: pd.DataFrame, squares: pd.DataFrame | None, heading: str, language: Language, fast: bool
) -> list[LegendPart]:
    """The marks of actors and groups."""
    parts = [part for trace in mark_traces(actors, heading, language, fast) for part in split(trace, actors["status"])]
    if squares is not None:
        parts += split(group_trace(squares, language), squares["status"])
    return parts


def _to_be_named(actors: pd.DataFrame, squares: pd.DataFrame | None, changes: pd.DataFrame, ink: str) -> pd.DataFrame:
    """All marks as the names see them: first those who come and go, then those whom new ties are likely to reach."""
    marks = pd.concat([each[[*_NAMED, "status"]] for each in (actors, squares) if each is not None])
    new = changes[changes["status"] == "new"]
    chance = pd.concat([new.set_index(end)["probability"] for end in ("one", "other")]).groupby(level=0).max()
    reached = marks.index.isin(chance.index[chance >= _LIKELY])
    moving = marks["status"] != "stays"
    marks["importance"] = marks["importance"].astype(float) + 1e13 * reached + 1e15 * moving
    marks["weight"] = marks["weight"].where(~moving, "bold")
    marks["ink"] = np.where(marks["status"] == "joins", ink, INK)
    marks["size"] = marks["size"] + RING * (marks["status"] == "joins")
    return marks


def _label_parts(marks: pd.DataFrame, box: Box, options: dict[str, Any]) -> list[LegendPart]:
    """The names. A page leaves those for wide screens out on a phone; they come last, so that the buttons still fit."""
    status = marks["status"].reset_index(drop=True)
    labels = [
        part for trace in label_traces(marks, box.spread(marks), box.height, **options) for part in split(trace, status)
    ]
    return sorted(labels, key=lambda part: part[1].meta != "labels")


# What each button hides, by its label.
_BUTTONS: dict[str, tuple[str, ...]] = {
    marked("the change"): (),
    marked("before"): ("joins", "new"),
    marked("after"): ("leaves", "ends"),
}


def _add_buttons(figure: go.Figure, status: list[str], language: Language) -> None:
    """Three buttons: both states with what changes, the state before, and the state after."""
    buttons = [
        {
            "label": say(label, language),
            "method": "restyle",
            "args": [{"visible": [each not in hidden for each in status]}],
        }
        for label, hidden in _BUTTONS.items()
    ]
    look = {"bgcolor": PAPER, "bordercolor": LINE, "font": {"size": 12, "color": INK}, "showactive": True}
    place = {"x": 0, "xanchor": "left", "y": 1, "yanchor": "bottom", "pad": {"b": 6, "l": 4}}
    figure.update_layout(
        updatemenus=[{"type": "buttons", "direction": "right", "buttons": buttons, **look, **place}],
        height=figure.layout.height + _BUTTONS_HEIGHT,
        margin={"t": figure.layout.margin.t + _BUTTONS_HEIGHT},
    )
