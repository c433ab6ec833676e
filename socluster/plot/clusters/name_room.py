"""The room for names in a drawing of one width: what is taken, by names and by marks, and what is free."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from socluster.core.columns import Array

__all__ = ["NONE", "Room"]

_AIR = 2.0  # pixels between two names
_CLEAR, _CLEAR_OF_LARGER = 2.0, 6.0  # pixels from a name to the mark of somebody else, whose name it might seem to be
_NEARER = 3.0  # pixels by which a name beside its mark is nearer to it than to any other
_SHORT, _NEARER_IF_SHORT = 24.0, 1.0  # pixels of a number, whose middle is near its mark, too
_BELOW_THE_NOTES = 4.0  # pixels at the upper edge, above which the notes of the picture stand
_OVER = 4.0  # pixels by which a name, which is planned rather too large, may leave its area
_OF_A_HEAD = 4.0  # pixels from the middle of the head of an arrow to its edge
NONE: Array = np.empty((0, 2))  # no heads of arrows
_ON_A_LINE = np.linspace(0.0, 1.0, 17)
_OFF_MARKS = 1.5  # pixels between a mark and the line to the name of another


@dataclass
class Room:
    """A drawing of one width: where everybody is in it, and which room names and their lines have taken already."""

    points: Array
    sizes: Array
    width: float
    height: float
    taken: list[Array] = field(default_factory=list)
    lines: list[tuple[Array, Array]] = field(default_factory=list)
    heads: Array = field(default_factory=lambda: NONE)
    cells: Array | None = None  # left, bottom, right and top of the area in which each name has to stay

    def box(self, row: int, extent: tuple[float, float], side: str) -> Array:
        """Left, bottom, right and top of a name beside a mark."""
        up, across = side.split()
        (x, y), (width, height) = self.points[row], extent
        reach = self.sizes[row] / 2 + 2
        left = {"left": x - reach - width, "center": x - width / 2, "right": x + reach}[across]
        low = {"bottom": y - reach - height, "middle": y - height / 2, "top": y + reach}[up]
        return np.array([left, low, left + width, low + height])

    def outside(self, box: Array) -> bool:
        """Whether a name would leave the drawing."""
        return bool(box[0] < 0 or box[1] < 0 or box[2] > self.width or box[3] > self.height - _BELOW_THE_NOTES)

    def shared(self, box: Array) -> float:
        """How many square pixels a name would share with other names."""
        if not self.taken:
            return 0.0
        others = np.array(self.taken)
        wide = np.minimum(box[2] + _AIR, others[:, 2]) - np.maximum(box[0] - _AIR, others[:, 0])
        high = np.minimum(box[3] + _AIR, others[:, 3]) - np.maximum(box[1] - _AIR, others[:, 1])
        return float((np.maximum(wide, 0) * np.maximum(high, 0)).sum())

    def hidden(self, box: Array, own: int) -> int:
        """How many other marks a name would lie on, or so near that it would seem to be theirs."""
        reach = self.reach(own)
        on = (self.points[:, 0] + reach > box[0]) & (self.points[:, 0] - reach < box[2])
        on &= (self.points[:, 1] + reach > box[1]) & (self.points[:, 1] - reach < box[3])
        on[own] = False
        return int(on.sum())

    def leaves_cell(self, box: Array, own: int) -> bool:
        """Whether a name would reach into another area, where it would seem to be of somebody there."""
        if self.cells is None:
            return False
        left, low, right, top = self.cells[own]
        return bool(box[0] < left - _OVER or box[1] < low - _OVER or box[2] > right + _OVER or box[3] > top + _OVER)

    def is_nearest(self, box: Array, own: int) -> bool:
        """Whether a name beside a mark is nearer to it than to all others, so that nobody takes it for theirs."""
        off = np.maximum(np.maximum(box[:2] - self.points, self.points - box[2:]), 0)
        gaps = np.hypot(*off.T) - self.sizes / 2
        nearer = _NEARER if box[2] - box[0] > _SHORT else _NEARER_IF_SHORT
        return bool((np.delete(gaps, own) >= max(float(gaps[own]), 0.0) + nearer).all())

    def heads_in(self, box: Array) -> int:
        """How many heads of arrows a name would hide."""
        near = (self.heads > box[:2] - _OF_A_HEAD) & (self.heads < box[2:] + _OF_A_HEAD)
        return int(near.all(axis=1).sum())

    def free(self, boxes: Array, own: int) -> Array:
        """Whether each of many names would lie in the drawing and on nothing else (`outside`, `shared`, `hidden`)."""
        left, low, right, top = (boxes[:, [side]] for side in range(4))
        inside = (
            (left[:, 0] >= 0)
            & (low[:, 0] >= 0)
            & (right[:, 0] <= self.width)
            & (top[:, 0] <= self.height - _BELOW_THE_NOTES)
        )
        names = np.array(self.taken).reshape(-1, 4)
        on_names = (np.minimum(right + _AIR, names[:, 2]) > np.maximum(left - _AIR, names[:, 0])) & (
            np.minimum(top + _AIR, names[:, 3]) > np.maximum(low - _AIR, names[:, 1])
        )
        reach = self.reach(own)
        across, up = self.points[:, 0], self.points[:, 1]
        on_marks = (across + reach > left) & (across - reach < right) & (up + reach > low) & (up - reach < top)
        on_marks[:, own] = False
        clear: Array = inside & ~on_names.any(axis=1) & ~on_marks.any(axis=1)
        return clear

    def reach(self, own: int) -> Array:
        """How far the other marks reach for the name of one: larger ones farther, whose name it might seem."""
        larger = self.sizes > 1.3 * self.sizes[own]
        far: Array = self.sizes / 2 + np.where(larger, _CLEAR_OF_LARGER, _CLEAR)
        return far

    def crossed(self, start: Array, end: Array, own: int, *, past_marks: bool = False) -> bool:
        """Whether a line would run over a name, another line or, unless it may, over the mark of somebody else."""
        far = _from_line(self.points, start, end) < self.sizes / 2 + _OFF_MARKS
        far[own] = False
        if (far.any() and not past_marks) or any(_cut(start, end, *line) for line in self.lines):
            return True
        taken = np.array(self.taken).reshape(-1, 4)
        x, y = (start + (end - start) * _ON_A_LINE[:, None]).T[:, :, None]
        return bool(((x > taken[:, 0]) & (x < taken[:, 2]) & (y > taken[:, 1]) & (y < taken[:, 3])).any())

    def on_line(self, box: Array) -> bool:
        """Whether a name would lie on the line of another."""
        if not self.lines:
            return False
        ends: Array = np.array(self.lines)
        points = ends[:, :1] + (ends[:, 1:] - ends[:, :1]) * _ON_A_LINE[:, None]
        x, y = points[..., 0], points[..., 1]
        return bool(((x > box[0]) & (x < box[2]) & (y > box[1]) & (y < box[3])).any())


def _from_line(points: Array, start: Array, end: Array) -> Array:
    """Return how far points are from a line between two others."""
    along = end - start
    part = np.clip((points - start) @ along / max(float(along @ along), 1e-9), 0, 1)
    distances: Array = np.hypot(*(points - start - part[:, None] * along).T)
    return distances


def _cut(start: Array, end: Array, other_start: Array, other_end: Array) -> bool:
    """Whether two lines cross each other."""

    def side(one: Array, other: Array, point: Array) -> float:
        return float((other[0] - one[0]) * (point[1] - one[1]) - (other[1] - one[1]) * (point[0] - one[0]))

    return (side(start, end, other_start) > 0) != (side(start, end, other_end) > 0) and (
        side(other_start, other_end, start) > 0
    ) != (side(other_start, other_end, end) > 0)
