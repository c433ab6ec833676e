"""Where everybody stands in a picture of attendances: two modes, and no tie that nobody documented.

Who is at one event only stands in the margins, events beside them, who connects events in the middle; one band for each
connected part, the largest first. Where there is no room for two margins (`EventShape.one_margin`), who connects stands
at the left and everybody else at the right. The same cluster gives the same picture in every run.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from socluster.plot.clusters.events import Band, EventPlaces

__all__ = ["EventShape", "shaped_places"]

_ROW, _GAP, _BETWEEN, _HEAD = 17.0, 16.0, 36.0, 18.0
_LEFT, _NEAR_LEFT, _MIDDLE, _NEAR_RIGHT, _RIGHT = 0.22, 0.325, 0.5, 0.675, 0.78


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
    one_margin : bool
        Whether who connects stands at the left, and all others at the right.
    """

    row: float = _ROW
    rows: Mapping[str, float] = field(default_factory=dict)
    least: int = 3
    leads: Mapping[str, float] = field(default_factory=dict)
    between: float = 44.0
    one_margin: bool = False

    @property
    def gap(self) -> float:
        """Pixels between two events."""
        return 9.0 if self.one_margin else _GAP

    @property
    def connecting(self) -> float:
        """Where those stand who connect, in widths of the picture."""
        return 0.28 if self.one_margin else _MIDDLE

    @property
    def margins(self) -> tuple[tuple[float, float, str], ...]:
        """Of each margin: where the names are, where their events are, and its side."""
        right = (0.47, 0.4, "right") if self.one_margin else (_RIGHT, _NEAR_RIGHT, "right")
        return (right,) if self.one_margin else ((_LEFT, _NEAR_LEFT, "left"), right)


_USUAL = EventShape()


def shaped_places(
    attendances: Iterable[tuple[str, str]],
    rank: Mapping[str, tuple[object, ...]],
    width: float,
    shape: EventShape = _USUAL,
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

    Examples
    --------
    >>> places = shaped_places([("A", "fair"), ("B", "fair"), ("B", "table")], {"A": (0,), "B": (1,)}, 100)
    >>> places.actors["A"][2], places.actors["B"][2], len(places.bands)
    ('left', 'middle', 1)
    """
    events, members = defaultdict(list), defaultdict(list)
    for actor, group in dict.fromkeys(attendances):
        events[actor].append(group)
        members[group].append(actor)
    actors: dict[str, tuple[float, float, str]] = {}
    groups: dict[str, tuple[float, float]] = {}
    bands, top = [], 0.0
    for part in _parts(members, events):
        bottom = _place_margins(part, events, members, rank, (width, shape), top + _HEAD, actors, groups)
        between = sorted({actor for group in part for actor in members[group] if len(events[actor]) > 1})
        bottom = _place_middle(between, events, groups, (width, shape), (top + _HEAD, bottom), actors)
        bands.append(Band(top, bottom, len({actor for group in part for actor in members[group]})))
        top = bottom + _BETWEEN
    return EventPlaces(actors, groups, tuple(bands), max(top - _BETWEEN, 0.0) + 12)


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
    size: tuple[float, EventShape],
    top: float,
    actors: dict[str, tuple[float, float, str]],
    groups: dict[str, tuple[float, float]],
) -> float:
    """Place the events of a part, the fuller one on the emptier side, and those who are at one of them only."""
    width, shape = size
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
    size: tuple[float, EventShape],
    ends: tuple[float, float],
    actors: dict[str, tuple[float, float, str]],
) -> float:
    """Place those who connect, each about as high as its events are on average."""
    (width, shape), (top, bottom) = size, ends
    bottom = max(bottom, top + shape.between * len(between))
    ranked = sorted(
        between, key=lambda each: (sum(groups[group][1] for group in events[each]) / len(events[each]), each)
    )
    step = (bottom - top) / max(len(ranked), 1)
    for place, actor in enumerate(ranked):
        actors[actor] = (width * shape.connecting, top + step * (place + 0.5) + 8, "middle")
    return bottom
