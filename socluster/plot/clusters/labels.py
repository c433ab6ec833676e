"""Which names are in the picture, and on which side of their marks: none lies on another at the widths that matter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from socluster.core.columns import Array
from socluster.plot.text import text_width, wrap

__all__ = ["PHONE", "SCREENS", "Spread", "place_labels"]

Spread = Callable[[float], Array]  # from the width of a drawing to where everybody is in it, in pixels from below

PHONE = 350.0
SCREENS = (544.0, 604.0, 660.0, 720.0, 900.0)  # columns of sites and of notebooks, whose width is not known
_LINE_HEIGHT, _WRAP = 15.0, 20
_SIDES = (
    "top center",
    "bottom center",
    "middle right",
    "middle left",
    "top right",
    "top left",
    "bottom right",
    "bottom left",
)
_AIR = 2.0  # pixels between two names


@dataclass
class _Canvas:
    """A drawing of one width: where everybody is in it, and which room names have taken already."""

    points: Array
    sizes: Array
    width: float
    height: float
    taken: list[Array] = field(default_factory=list)

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
        return bool(box[0] < 0 or box[1] < 0 or box[2] > self.width or box[3] > self.height)

    def shared(self, box: Array) -> float:
        """How many square pixels a name would share with other names."""
        if not self.taken:
            return 0.0
        others = np.array(self.taken)
        wide = np.minimum(box[2] + _AIR, others[:, 2]) - np.maximum(box[0] - _AIR, others[:, 0])
        high = np.minimum(box[3] + _AIR, others[:, 3]) - np.maximum(box[1] - _AIR, others[:, 1])
        return float((np.maximum(wide, 0) * np.maximum(high, 0)).sum())

    def hidden(self, box: Array, own: int) -> int:
        """How many other marks a name would lie on."""
        reach = self.sizes / 2
        on = (self.points[:, 0] + reach > box[0]) & (self.points[:, 0] - reach < box[2])
        on &= (self.points[:, 1] + reach > box[1]) & (self.points[:, 1] - reach < box[3])
        on[own] = False
        return int(on.sum())


@dataclass(frozen=True)
class _Names:
    """What would be written at each mark, and how much room it takes."""

    texts: list[str]
    extents: list[tuple[float, float]]


def place_labels(
    marks: pd.DataFrame,
    spread: Spread,
    height: float,
    *,
    width: float | None = None,
    wanted: Sequence[int] | None = None,
    most: int | None = None,
    blocked: Callable[[float], list[Array]] | None = None,
) -> pd.DataFrame:
    """Return where labels go.

    Parameters
    ----------
    marks : DataFrame
        name, short (name or id), size, importance and weight (bold: a group) of everything that has a mark.
    spread : function
        From a width to where the marks are then, in pixels from the left and from below.
    height : float
        Height of the drawing in pixels.
    width : float, optional
        Its width (default: not known; names then find room at all usual widths).
    wanted : sequence of int, optional
        Rows that are to be named, and nobody else, even where a name hides a mark or another name (default: the
        foremost who find room).
    most : int, optional
        How many of the foremost who find room (default: as many as the width allows).
    blocked : function, optional
        From a width to boxes (left, bottom, right, top, in pixels) where something else is written.

    Returns
    -------
    DataFrame
        Row number of the mark (index), text (wrapped and escaped), side (a plotly textposition), and narrow (whether
        there is room for it on the screen of a phone as well, or at the width that is given).
    """
    bold = (marks["weight"] == "bold").to_numpy()
    shown = [
        _fitting(str(name), str(short), 3 if heavy else 2)
        for name, short, heavy in zip(marks["name"], marks["short"], bold, strict=True)
    ]
    names = _Names(shown, [_extent(text, bool(heavy)) for text, heavy in zip(shown, bold, strict=True)])
    order = np.argsort(-marks["importance"].to_numpy(float), kind="stable").tolist()
    sizes = marks["size"].to_numpy(float)

    def canvases(widths: Sequence[float]) -> list[_Canvas]:
        return [_Canvas(spread(each), sizes, each, height, list(blocked(each) if blocked else [])) for each in widths]

    if wanted is not None:
        chosen = set(wanted)
        found = _forced([row for row in order if row in chosen], names, canvases([width] if width else SCREENS))
        return _table(names, found, found)
    n_bold = int(bold.sum())
    if most is not None:
        found = _greedy(order, names, canvases([width] if width else SCREENS), {}, most)
        return _table(names, found, found)
    if width is not None:
        most = int(np.clip(width * height / 12_000, 6, 60))
        found = _greedy(order, names, canvases([width]), {}, max(most, n_bold))
        return _table(names, found, found)
    phone = _greedy(order, names, canvases([PHONE, *SCREENS]), {}, 10)
    wide = _greedy(order, names, canvases(SCREENS), phone, 20)
    return _table(names, wide, phone)


def _table(names: _Names, found: dict[int, str], narrow: dict[int, str]) -> pd.DataFrame:
    rows = sorted(found)
    columns = {
        "text": [names.texts[row] for row in rows],
        "side": [found[row] for row in rows],
        "narrow": [row in narrow for row in rows],
    }
    return pd.DataFrame(columns, index=rows)


def _fitting(name: str, short: str, lines: int) -> str:
    """Return the name, or the short one where the name is too long for its lines and the short one is not."""
    too_long = len(name) > lines * _WRAP
    return wrap(short if too_long and len(short) <= lines * _WRAP else name, _WRAP, lines)


def _extent(text: str, bold: bool) -> tuple[float, float]:
    lines = text.split("<br>")
    return max(text_width(line, 12, bold=bold) for line in lines) + 4, _LINE_HEIGHT * len(lines)


def _greedy(
    order: list[int], names: _Names, canvases: list[_Canvas], fixed: dict[int, str], most: int
) -> dict[int, str]:
    """Return the side of each name that finds room on every canvas, the most important first; fixed ones keep theirs.

    Parameters
    ----------
    order : list of int
        Rows, the most important first.
    names : _Names
        What would be written.
    canvases : list of _Canvas
        The drawings in which it must find room.
    fixed : dict
        Row to side of names that stand already.
    most : int
        How many there may be at all.
    """
    chosen = dict(fixed)
    for row, side in fixed.items():
        for canvas in canvases:
            canvas.taken.append(canvas.box(row, names.extents[row], side))
    for row in order[: 3 * most]:  # whoever matters little stays unnamed, also where there is room
        if row in chosen or len(chosen) >= most:
            continue
        free = next((side for side in _SIDES if _is_free(row, side, names, canvases)), None)
        if free:
            _take(row, free, names, canvases, chosen)
    return chosen


def _is_free(row: int, side: str, names: _Names, canvases: list[_Canvas]) -> bool:
    """Whether a name would lie on nothing else on any canvas: a name on the mark of somebody else would name that."""
    boxes = [canvas.box(row, names.extents[row], side) for canvas in canvases]
    pairs = list(zip(canvases, boxes, strict=True))
    return not any(canvas.outside(box) or canvas.shared(box) or canvas.hidden(box, row) for canvas, box in pairs)


def _forced(rows: list[int], names: _Names, canvases: list[_Canvas]) -> dict[int, str]:
    """Return a side for every row: inside if it can be, sharing the least room with names, hiding the fewest marks."""
    chosen: dict[int, str] = {}
    for row in rows:
        costs = {}
        for side in _SIDES:
            boxes = [canvas.box(row, names.extents[row], side) for canvas in canvases]
            pairs = list(zip(canvases, boxes, strict=True))
            costs[side] = (
                sum(canvas.outside(box) for canvas, box in pairs),
                sum(canvas.shared(box) for canvas, box in pairs),
                sum(canvas.hidden(box, row) for canvas, box in pairs),
            )
        _take(row, min(costs, key=costs.__getitem__), names, canvases, chosen)
    return chosen


def _take(row: int, side: str, names: _Names, canvases: list[_Canvas], chosen: dict[int, str]) -> None:
    chosen[row] = side
    for canvas in canvases:
        canvas.taken.append(canvas.box(row, names.extents[row], side))
