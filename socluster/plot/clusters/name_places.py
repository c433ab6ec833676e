"""The places that a name may have: beside its mark, or farther off, with a line to it."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from socluster.core.columns import Array
from socluster.plot.clusters.name_room import Room
from socluster.plot.text import text_width

__all__ = ["SIDES", "USUAL_SIZE", "MarkNames", "Place", "beside", "farther_off", "take"]

USUAL_SIZE = 12.0  # pixels of the letters, which are 8 points on paper
_LINE_HEIGHT = 15.0
SIDES = (
    "top center",
    "bottom center",
    "middle right",
    "middle left",
    "top right",
    "top left",
    "bottom right",
    "bottom left",
)
_DISTANCES = (
    14.0,
    24.0,
    36.0,
    50.0,
    66.0,
    84.0,
    104.0,
    130.0,
    160.0,
)  # pixels from a mark to a name that has a line to it
_STEP = 8.0  # pixels between places for a name that must be written
_FARTHEST = 0.22  # of the width of a drawing, from a mark to its name
_DIRECTIONS = np.array([[np.cos(angle), np.sin(angle)] for angle in np.pi / 8 * np.arange(16)])


@dataclass(frozen=True)
class Place:
    """Where a name stands.

    Parameters
    ----------
    side : str
        A plotly textposition; "middle center" where it stands farther off.
    middle, start, end : array of float of shape (2,), optional
        Of a name farther off: its middle, and the ends of its line, from the mark, in extents of all marks.
    """

    side: str
    middle: Array | None = None
    start: Array | None = None
    end: Array | None = None


@dataclass(frozen=True)
class MarkNames:
    """What would be written at each mark, and how much room it takes."""

    texts: list[str]
    extents: list[tuple[float, float]]
    size: float = USUAL_SIZE
    numbers: dict[int, int] = field(default_factory=dict)  # of rows that have a number in place of their name
    slim: tuple[list[str], list[tuple[float, float]]] = ([], [])  # texts and extents in more and shorter lines

    @classmethod
    def of(cls, texts: list[str], bold: Array, size: float, slim: list[str]) -> MarkNames:
        """Return names in a size."""

        def extents(written: list[str]) -> list[tuple[float, float]]:
            return [_extent(text, bool(heavy), size) for text, heavy in zip(written, bold, strict=True)]

        return cls(list(texts), extents(texts), size, slim=(slim, extents(slim)))

    def make_slim(self, row: int) -> None:
        """Write a name in more and shorter lines from now on."""
        texts, extents = self.slim
        self.texts[row], self.extents[row] = texts[row], extents[row]


def _extent(text: str, bold: bool, size: float) -> tuple[float, float]:
    lines = text.split("<br>")
    high = _LINE_HEIGHT * size / USUAL_SIZE
    return max(text_width(line, size, bold=bold) for line in lines) + 4, high * len(lines)


def _fits(canvas: Room, box: Array, row: int) -> bool:
    """Whether a name would lie on nothing else: on the mark of somebody else it would name that."""
    return not (
        canvas.outside(box)
        or canvas.leaves_cell(box, row)
        or canvas.shared(box)
        or canvas.hidden(box, row)
        or canvas.on_line(box)
    )


def beside(row: int, names: MarkNames, canvases: list[Room], *, is_nearest: bool = True) -> tuple[Place | None, int]:
    """Return the first side of its mark with room on every canvas that hides fewest heads of arrows, and how many.

    Unless it is said otherwise, a name is nearer to its own mark than to all others.
    """
    free = [side for side in SIDES if _is_free(row, side, names, canvases, is_nearest)]
    hidden = [sum(each.heads_in(each.box(row, names.extents[row], side)) for each in canvases) for side in free]
    return (Place(free[int(np.argmin(hidden))]), min(hidden)) if free else (None, 0)


def _is_free(row: int, side: str, names: MarkNames, canvases: list[Room], is_nearest: bool) -> bool:
    boxes = [(each, each.box(row, names.extents[row], side)) for each in canvases]
    return all(_fits(each, box, row) and (not is_nearest or each.is_nearest(box, row)) for each, box in boxes)


def farther_off(
    row: int, names: MarkNames, canvases: list[Room], *, anywhere: bool = False, past_marks: bool = False
) -> Place | None:
    """Return the nearest place with room, around the mark or anywhere, and the line to it; else None.

    The line crosses no marks of others, unless it may.
    """
    canvas = canvases[0]
    extent = np.ptp(canvas.points, axis=0)
    if not (extent > 0).all():
        return None
    half = np.array(names.extents[row]) / 2
    middles = (
        _everywhere(canvas, row, half) if anywhere else _around(canvas.sizes[row] / 2, half, canvas.width * _FARTHEST)
    )
    corners = canvas.points[row] + middles
    free = canvas.free(np.hstack([corners - half, corners + half]), row)
    for middle in middles[free]:
        end = middle - np.clip(middle, -half, half)
        start = end / max(float(np.hypot(*end)), 1e-9) * (canvas.sizes[row] / 2 + 1)
        place = Place("middle center", middle / extent, start / extent, end / extent)
        if all(
            not each.heads_in(_box(each, row, place, names))
            and _fits(each, _box(each, row, place, names), row)
            and not each.crossed(*_line(each, row, place), row, past_marks=past_marks)
            for each in canvases
        ):
            return place
    return None


def _everywhere(canvas: Room, row: int, half: Array) -> Array:
    """Return where in the whole drawing the middle of a name may be, the nearest to its mark first, from the mark."""
    across, up = (
        np.arange(low, high, _STEP)
        for low, high in ((half[0], canvas.width - half[0]), (half[1], canvas.height - half[1]))
    )
    places = np.stack(np.meshgrid(across, up), axis=-1).reshape(-1, 2) - canvas.points[row]
    found: Array = places[np.argsort(np.hypot(*places.T), kind="stable")]
    return found


def _around(radius: float, half: Array, farthest: float) -> Array:
    """Return where the middle of a name may be around its mark, the nearest first: from edge to edge, in pixels."""
    edges = np.min(half / np.maximum(np.abs(_DIRECTIONS), 1e-9), axis=1)
    distances = np.array(_DISTANCES)
    reaches = radius + distances[distances <= max(farthest, _DISTANCES[2])][:, None] + edges
    middles: Array = (reaches[:, :, None] * _DIRECTIONS).reshape(-1, 2)
    return middles


def _box(canvas: Room, row: int, place: Place, names: MarkNames) -> Array:
    if place.middle is None:
        return canvas.box(row, names.extents[row], place.side)
    middle = canvas.points[row] + place.middle * np.ptp(canvas.points, axis=0)
    half = np.array(names.extents[row]) / 2
    return np.concatenate([middle - half, middle + half])


def _line(canvas: Room, row: int, place: Place) -> tuple[Array, Array]:
    """Return the ends of the line from a mark to its name, in pixels."""
    assert place.start is not None
    assert place.end is not None
    extent = np.ptp(canvas.points, axis=0)
    return canvas.points[row] + place.start * extent, canvas.points[row] + place.end * extent


def take(row: int, place: Place, names: MarkNames, canvases: list[Room]) -> None:
    """Let a name, and its line if it has one, take its room on every canvas."""
    for canvas in canvases:
        canvas.taken.append(_box(canvas, row, place, names))
        if place.middle is not None:
            canvas.lines.append(_line(canvas, row, place))
