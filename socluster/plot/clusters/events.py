"""Where everybody stands in a picture of attendances: two modes, and no tie that nobody documented.

Who is at one event only stands in the margins, events beside them, who connects events in the middle; one band for each
connected part, the largest first. Where there is no room for two margins (`EventShape.one_margin`), who connects stands
at the left and everybody else at the right. The same cluster gives the same picture in every run.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

__all__ = ["APART", "CLOSE", "MOST_AT_EVENTS", "REST_OF", "Band", "EventPlaces", "EventShape", "event_places", "folded"]

_ROW, _GAP, _BETWEEN, _HEAD = 17.0, 16.0, 36.0, 18.0
MOST_AT_EVENTS = 120
"""Actors; of more, only the first of each margin are drawn one by one."""

APART, CLOSE = 44.0, 26.0
"""Pixels from one of those who connect to the next: where names have two lines, and where there are many."""

REST_OF = "\0more\0"
"""What the id of those begins with who stand for the rest of an event; no id of an actor begins so."""
_LEFT, _NEAR_LEFT, _MIDDLE, _NEAR_RIGHT, _RIGHT = 0.22, 0.325, 0.5, 0.675, 0.78


@dataclass(frozen=True)
class Band:
    """A connected part: where it begins and ends from top to bottom, and how many actors are in it."""

    top: float
    bottom: float
    n_actors: int


@dataclass(frozen=True)
class EventPlaces:
    """Where everybody stands, in pixels from the left upper corner.

    Parameters
    ----------
    actors : dict
        From actor to (x, y, side): "left" and "right" of those in the margins, "middle" of those who connect.
    groups : dict
        From group to (x, y).
    bands : tuple of Band
        From top to bottom.
    height : float
        Of the whole picture.
    """

    actors: dict[str, tuple[float, float, str]]
    groups: dict[str, tuple[float, float]]
    bands: tuple[Band, ...]
    height: float


@dataclass(frozen=True)
class EventShape:
    """How much room there is.

    Parameters
    ----------
    row : float
        Pixels from one name in the margins to the next.
    rows : mapping of str to float
        Pixels of those whose name takes more or less than that.
    least : int
        Rows that an event takes at least.
    leads : mapping of str to float
        Pixels above the names of an event, for the name of the event.
    between : float
        Pixels from one who connects to the next, at least.
    gap : float
        Pixels between two events, at least.
    one_margin : bool
        Whether who connects stands at the left, and all others at the right.
    spreads : bool
        Whether events stand further from each other where very many connect, so that lines are not as long.
    """

    row: float = _ROW
    rows: Mapping[str, float] = field(default_factory=dict)
    least: int = 3
    leads: Mapping[str, float] = field(default_factory=dict)
    between: float = APART
    gap: float = _GAP
    one_margin: bool = False
    spreads: bool = True

    @property
    def connecting(self) -> float:
        """Where those stand who connect, in widths of the picture."""
        return 0.28 if self.one_margin else _MIDDLE

    @property
    def margins(self) -> tuple[tuple[float, float, str], ...]:
        """Of each margin: where the names are, where their events are, and its side."""
        if self.one_margin:
            return ((0.47, 0.4, "right"),)
        return (_LEFT, _NEAR_LEFT, "left"), (_RIGHT, _NEAR_RIGHT, "right")


_USUAL = EventShape()


def event_places(
    attendances: Iterable[tuple[str, str]],
    rank: Mapping[str, tuple[object, ...]],
    width: float,
    shape: EventShape = _USUAL,
    rest: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> EventPlaces:
    """Return where everybody stands.

    Parameters
    ----------
    attendances : iterable of (actor, group)
        Who was at which event.
    rank : mapping
        From actor to what it is ordered by among those who are at the same single event.
    width : float
        Of the picture.
    shape : EventShape
        How much room there is.
    rest : mapping
        From an actor to those that it stands for, as `folded` returns it; they stand last at their event.

    Examples
    --------
    >>> places = event_places([("A", "fair"), ("B", "fair"), ("B", "table")], {"A": (0,), "B": (1,)}, 100)
    >>> places.actors["A"][2], places.actors["B"][2], len(places.bands)
    ('left', 'middle', 1)
    """
    rank = {actor: (0, *place) for actor, place in rank.items()} | dict.fromkeys(rest, (1,))
    events, members = defaultdict(list), defaultdict(list)
    for actor, group in dict.fromkeys(attendances):
        events[actor].append(group)
        members[group].append(actor)
    actors: dict[str, tuple[float, float, str]] = {}
    groups: dict[str, tuple[float, float]] = {}
    bands, top = [], 0.0
    for part in _parts(members, events):
        begin = top + _HEAD
        between = sorted({actor for group in part for actor in members[group] if len(events[actor]) > 1})
        bottom = _place_margins(part, events, members, rank, width, shape, begin, actors, groups)
        longer = shape.between * len(between) - (bottom - begin)
        if shape.spreads and longer > (bottom - top) / 2:
            wide = replace(shape, gap=shape.gap + longer / ((len(part) + 1) // 2))
            bottom = _place_margins(part, events, members, rank, width, wide, begin, actors, groups)
        bottom = _place_middle(between, events, groups, width, shape, (begin, bottom), actors)
        within = {actor for group in part for actor in members[group]}
        bands.append(Band(top, bottom, sum(len(rest.get(actor, "1")) for actor in within)))
        top = bottom + _BETWEEN
    return EventPlaces(actors, groups, tuple(bands), max(top - _BETWEEN, 0.0) + 12)


def folded(
    attendances: Iterable[tuple[str, str]], names: Mapping[str, str]
) -> tuple[list[tuple[str, str]], dict[str, list[str]]]:
    """Return who is drawn at which event where there are too many: the rest of each margin as one; who connects, whole.

    Parameters
    ----------
    attendances : iterable of (actor, group)
        Who was at which event.
    names : mapping
        From actor to the name that it is ordered by.

    Returns
    -------
    attendances : list of (actor, group)
        Those that are drawn; the rest of an event stands there as an actor of its own.
    rest : dict
        From each of these to the actors that it stands for; empty where nobody is left out.

    Examples
    --------
    >>> drawn, rest = folded([(f"{at:03}", "fair") for at in range(125)], {f"{at:03}": str(at) for at in range(125)})
    >>> len(drawn), [len(actors) for actors in rest.values()]
    (121, [5])
    """
    pairs = list(dict.fromkeys(attendances))
    times = Counter(actor for actor, _ in pairs)
    if len(times) <= MOST_AT_EVENTS:
        return pairs, {}
    kept, rest = [], defaultdict[str, list[str]](list)
    connecting = sum(n > 1 for n in times.values())
    shown = max(3, (MOST_AT_EVENTS - connecting) // max(len({group for _, group in pairs}), 1))
    in_margin: Counter[str] = Counter()
    for actor, group in sorted(pairs, key=lambda pair: (names[pair[0]], pair)):
        if times[actor] > 1 or in_margin[group] < shown:
            kept.append((actor, group))
            in_margin[group] += times[actor] == 1
        else:
            rest[REST_OF + group].append(actor)
    return [*kept, *((each, each.removeprefix(REST_OF)) for each in rest)], dict(rest)


def _parts(members: Mapping[str, list[str]], events: Mapping[str, list[str]]) -> list[list[str]]:
    """Return the groups of each connected part, the fullest first; names decide where all else is equal."""
    import networkx as nx  # loaded when a picture is drawn

    graph: nx.Graph[tuple[int, str]] = nx.Graph()
    graph.add_nodes_from((1, group) for group in members)
    graph.add_edges_from(((0, actor), (1, group)) for actor, groups in events.items() for group in groups)
    parts = [
        sorted((name for mode, name in part if mode == 1), key=lambda group: (-len(members[group]), group))
        for part in nx.connected_components(graph)
    ]
    return sorted(parts, key=lambda part: (-len({actor for group in part for actor in members[group]}), part))


def _place_margins(
    part: list[str],
    events: Mapping[str, list[str]],
    members: Mapping[str, list[str]],
    rank: Mapping[str, tuple[object, ...]],
    width: float,
    shape: EventShape,
    top: float,
    actors: dict[str, tuple[float, float, str]],
    groups: dict[str, tuple[float, float]],
) -> float:
    """Place the events of a part, the fuller one on the emptier side, and those who are at one of them only."""
    ends = [top] * len(shape.margins)
    for group in part:
        alone = sorted((actor for actor in members[group] if len(events[actor]) == 1), key=lambda actor: rank[actor])
        side = ends.index(min(ends))
        of_names, of_event, called = shape.margins[side]
        heights = [shape.rows.get(actor, shape.row) for actor in alone]
        taken = max(sum(heights), shape.least * shape.row)
        ends[side] += shape.leads.get(group, 0.0)
        y = ends[side] + (taken - sum(heights)) / 2
        for actor, height in zip(alone, heights, strict=True):
            actors[actor] = (width * of_names, y + height / 2, called)
            y += height
        groups[group] = (width * of_event, ends[side] + taken / 2)
        ends[side] += taken + shape.gap
    return max(ends) - shape.gap


def _place_middle(
    between: list[str],
    events: Mapping[str, list[str]],
    groups: Mapping[str, tuple[float, float]],
    width: float,
    shape: EventShape,
    ends: tuple[float, float],
    actors: dict[str, tuple[float, float, str]],
) -> float:
    """Place those who connect, each about as high as its events are on average."""
    top, bottom = ends
    bottom = max(bottom, top + shape.between * len(between))
    ranked = sorted(
        between, key=lambda each: (sum(groups[group][1] for group in events[each]) / len(events[each]), each)
    )
    step = (bottom - top) / max(len(ranked), 1)
    for place, actor in enumerate(ranked):
        actors[actor] = (width * shape.connecting, top + step * (place + 0.5) + 8, "middle")
    return bottom
