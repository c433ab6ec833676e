"""Who was at which event, as static SVG: organisations and events, and no tie that nobody documented."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from socluster.core.cluster import Cluster
from socluster.plot.clusters.events import APART, CLOSE, EventPlaces, EventShape, event_places, folded
from socluster.plot.clusters.marks import names_of, short_names
from socluster.plot.style import GREY, INK, LINE
from socluster.plot.svg.elements import BOLD, SMALL, element, in_one_line, lines_of, picture, title, words
from socluster.plot.svg.marks import Looks, legend, looks_of, mark
from socluster.words import Language, count, say

__all__ = ["MANY", "attendances"]

# Letters in a line: of a name in the margins, of an event, of who connects in two lines, and in one.
_MARGIN, _EVENT, _MIDDLE, _MIDDLE_OF_ONE = 26, 17, 20, 30
_NAME_ABOVE, _LINE = 20.0, 11.5  # pixels from the square of an event to the top of its name in one line; a line more
MANY = 40
"""Who connect; more stand closer to each other, with names of one line."""

_HALO = {"paint_order": "stroke", "stroke": "#fff", "stroke_width": 3, "stroke_linejoin": "round"}
_LINK = "#aab4be"


def attendances(cluster: Cluster, color: str | None, language: Language, width: float = 760) -> str:
    """Return the picture of a cluster with affiliations; of very many actors, the rest of each margin as "and 23 more".

    Parameters
    ----------
    cluster : Cluster
        With affiliations; actors without one are not drawn.
    color : str or None
        Column of the actors that decides colour and form.
    language : {"en", "lt"}
        Of names and legend.
    width : float
        Of the picture, in pixels.
    """
    table = cluster.affiliations
    pairs = list(zip(table["actor"].astype(str), table["group"].astype(str), strict=True))
    looks = looks_of(cluster.actors, color, language)
    order = {look: place for place, (_, look) in enumerate(looks.entries)}
    names = dict(zip(cluster.actors.index.astype(str), short_names(cluster.actors, language), strict=True))
    whole = dict(zip(cluster.actors.index.astype(str), names_of(cluster.actors, language), strict=True))
    rank = {actor: (order.get(look, 99), names[actor]) for actor, look in looks.of_actor.items()}
    drawn, rest = folded(pairs, whole)
    times = Counter(actor for actor, _ in dict.fromkeys(pairs))
    is_close = sum(n > 1 for n in times.values()) > MANY
    titles = dict(zip(cluster.groups.index.astype(str), short_names(cluster.groups, language), strict=True))
    shape = EventShape(between=CLOSE if is_close else APART)
    shape = replace(shape, leads=_leads(drawn, titles, shape))
    places = event_places(drawn, rank, width, shape, rest)
    head, top = legend(looks.entries, 10, width)
    body = [*_bands(places, width, language), *_links(drawn, places), *_events(places, titles)]
    body += _actors(times, places, looks, names, whole, 1 if is_close else 2)
    body += _rest(rest, places, whole, language)
    label = say(
        "Organisations and the events at which they were named: {actors}, {groups}, {parts}.",
        language,
        actors=count("{n} actor", "{n} actors", len(times), language),
        groups=count("{n} group", "{n} groups", len(places.groups), language),
        parts=count("{n} connected part", "{n} connected parts", len(places.bands), language),
    )
    shifted = element("g", "".join(body), transform=f"translate(0 {top:.0f})")
    return picture(width, top + places.height, label, [*head, shifted])


def _leads(pairs: list[tuple[str, str]], titles: Mapping[str, str], shape: EventShape) -> dict[str, float]:
    """Return the room that the name of an event needs above its rows, so that it lies on no line of its part."""
    events = Counter(actor for actor, _ in pairs)
    alone = Counter(group for actor, group in pairs if events[actor] == 1)
    leads = {}
    for group in {group for _, group in pairs}:
        lines = len(lines_of(titles[group], _EVENT, 3))
        above = max(alone[group], shape.least) * shape.row / 2
        leads[group] = max(0.0, _NAME_ABOVE + _LINE * (lines - 1) - above)
    return leads


def _bands(places: EventPlaces, width: float, language: Language) -> list[str]:
    parts = []
    for band in places.bands if len(places.bands) > 1 else ():
        text = count("connected part: {n} actor", "connected part: {n} actors", band.n_actors, language)
        parts.append(words(text, 0, band.top + 8, font_size=SMALL, fill=GREY))
        parts.append(element("path", d=f"M0 {band.top + 13:.0f}H{width:.0f}", stroke=LINE))
    return parts


def _links(pairs: list[tuple[str, str]], places: EventPlaces) -> list[str]:
    parts = []
    for actor, group in pairs:
        (x, y, _), (to_x, to_y) = places.actors[actor], places.groups[group]
        half = (x + to_x) / 2
        curve = f"M{x:.0f} {y:.1f}C{half:.0f} {y:.1f} {half:.0f} {to_y:.1f} {to_x:.0f} {to_y:.1f}"
        parts.append(element("path", d=curve, stroke=_LINK, stroke_width=1.1, fill="none"))
    return parts


def _events(places: EventPlaces, titles: Mapping[str, str]) -> list[str]:
    parts = []
    for group, (x, y) in places.groups.items():
        parts.append(
            element("rect", x=x - 5.5, y=y - 5.5, width=11, height=11, fill="#fff", stroke=GREY, stroke_width=1.5)
        )
        lines = lines_of(titles[group], _EVENT, 3)
        for place, line in enumerate(lines):
            at = y - 11 - _LINE * (len(lines) - 1 - place)
            look = {"font_size": SMALL, "font_style": "italic", "fill": GREY, "text_anchor": "middle"}
            parts.append(words(line, x, at, **look, **_HALO))
    return parts


def _actors(
    attended: Mapping[str, int],
    places: EventPlaces,
    looks: Looks,
    names: Mapping[str, str],
    whole: Mapping[str, str],
    most_lines: int,
) -> list[str]:
    parts = []
    for actor, (x, y, side) in places.actors.items():
        if actor not in attended:  # stands for several
            continue
        drawn = mark(looks.of_actor[actor], x, y, min(4.4 + 1.4 * (attended[actor] - 1), 12.0))
        parts.append(element("g", title(whole[actor]) + drawn))
        if side == "middle":
            lines = lines_of(names[actor], _MIDDLE if most_lines > 1 else _MIDDLE_OF_ONE, most_lines)
            look = {"font_size": SMALL, "font_weight": BOLD, "fill": INK, "text_anchor": "middle"}
            above = y - 11 - _LINE * (len(lines) - 1)
            parts += [words(line, x, above + _LINE * at, **look, **_HALO) for at, line in enumerate(lines)]
        else:
            name, away = in_one_line(names[actor], _MARGIN), 10 if side == "right" else -10
            anchor = "start" if side == "right" else "end"
            parts.append(words(name, x + away, y + 3.8, font_size=SMALL, fill=INK, text_anchor=anchor))
    return parts


def _rest(
    rest: Mapping[str, Sequence[str]], places: EventPlaces, whole: Mapping[str, str], language: Language
) -> list[str]:
    """How many are not drawn of each margin; their names are told where the pointer rests."""
    parts = []
    for each, actors in rest.items():
        x, y, side = places.actors[each]
        text = count("and {n} more", "and {n} more", len(actors), language)
        anchor, away = ("start", 10) if side == "right" else ("end", -10)
        told = words(text, x + away, y + 3.8, font_size=SMALL, fill=GREY, text_anchor=anchor)
        parts.append(element("g", title(", ".join(whole[actor] for actor in actors)) + told))
    return parts
