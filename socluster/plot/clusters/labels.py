"""Which names are in the picture: the most important ones that find room; the others appear under the pointer."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from socluster.core.columns import Array
from socluster.plot.text import wrap

__all__ = ["place_labels"]


@dataclass(frozen=True)
class _Canvas:
    """The room for labels in pixels, how many come first of all, and how many there may be at most."""

    width: float
    height: float
    first: int
    most: int


_PHONE, _SCREEN = 350, 830
_LETTER, _LINE_HEIGHT, _WRAP = 6.5, 15.0, 20
_SIDES = ("top center", "bottom center", "middle right", "middle left")


def place_labels(marks: pd.DataFrame, unit: Array, height: float, everybody: bool = False) -> pd.DataFrame:
    """Return where labels go.

    Parameters
    ----------
    marks : DataFrame
        name, short (name or id), size, importance and weight (bold: a group) of everything that has a mark.
    unit : ndarray of shape (n, 2)
        Where the marks are, as parts of the width and height of the drawing.
    height : float
        Height of the drawing in pixels; its width is that of the screen.
    everybody : bool
        Whether all are to be named, even where a name hides the mark of somebody else; else only the foremost.

    Returns
    -------
    DataFrame
        Row number of the mark (index), text (wrapped and escaped), side (a plotly textposition), and narrow (whether
        there is room for it on the screen of a phone as well).
    """
    texts = [
        _fitting(str(name), str(short), 3 if weight == "bold" else 2)
        for name, short, weight in zip(marks["name"], marks["short"], marks["weight"], strict=True)
    ]
    order = np.argsort(-marks["importance"].to_numpy(float), kind="stable")
    n_bold = int((marks["weight"] == "bold").sum())
    phone = _Canvas(_PHONE, height, min(max(n_bold, 5), 10), 10)
    screen = _Canvas(_SCREEN, height, min(max(n_bold, 8), 20), 20)
    if everybody:
        phone, screen = (_Canvas(width, height, len(marks), len(marks)) for width in (_PHONE, _SCREEN))
    narrow = _greedy(texts, marks["size"].to_numpy(float), unit, order, phone, {})
    wide = _greedy(texts, marks["size"].to_numpy(float), unit, order, screen, narrow)
    rows = sorted({*narrow, *wide})
    return pd.DataFrame(
        {
            "text": [texts[row] for row in rows],
            "side": [narrow.get(row, wide.get(row)) for row in rows],
            "narrow": [row in narrow for row in rows],
        },
        index=rows,
    )


def _fitting(name: str, short: str, lines: int) -> str:
    """Return the name, or the short one where the name is too long for its lines and the short one is not."""
    too_long = len(name) > lines * _WRAP
    return wrap(short if too_long and len(short) <= lines * _WRAP else name, _WRAP, lines)


def _greedy(
    texts: list[str], sizes: Array, unit: Array, order: Array, canvas: _Canvas, fixed: dict[int, str]
) -> dict[int, str]:
    """Return the side of each label that finds room, the most important first; fixed labels keep their side."""
    points = unit * [canvas.width, canvas.height]
    taken = [_box(points[row], sizes[row], texts[row], side) for row, side in fixed.items()]
    chosen = dict(fixed)
    for row in order[: 3 * canvas.most].tolist():  # whoever matters little stays unnamed, also where there is room
        if row in chosen or len(chosen) >= canvas.most:
            continue
        # beyond the first few, a name must not hide the mark of somebody else
        tolerated = np.inf if len(chosen) < canvas.first else 0
        boxes = [(side, _box(points[row], sizes[row], texts[row], side)) for side in _SIDES]
        free = [(side, box) for side, box in boxes if _inside(box, canvas) and not _overlaps(box, taken)]
        if free:
            hidden = [_covered(box, points, sizes, row) for _, box in free]
            best = int(np.argmin(hidden))
            if hidden[best] <= tolerated:
                chosen[row] = free[best][0]
                taken.append(free[best][1])
    return chosen


def _box(point: Array, size: float, text: str, side: str) -> Array:
    """Left, bottom, right and top of a label in pixels."""
    lines = text.split("<br>")
    width = _LETTER * max(len(line) for line in lines) + 4
    height = _LINE_HEIGHT * len(lines)
    x, y = point
    reach = size / 2 + 3
    if side == "top center":
        return np.array([x - width / 2, y + reach, x + width / 2, y + reach + height])
    if side == "bottom center":
        return np.array([x - width / 2, y - reach - height, x + width / 2, y - reach])
    if side == "middle right":
        return np.array([x + reach, y - height / 2, x + reach + width, y + height / 2])
    return np.array([x - reach - width, y - height / 2, x - reach, y + height / 2])


def _inside(box: Array, canvas: _Canvas) -> bool:
    return bool(box[0] >= 0 and box[1] >= 0 and box[2] <= canvas.width and box[3] <= canvas.height)


def _overlaps(box: Array, taken: list[Array]) -> bool:
    if not taken:
        return False
    others = np.array(taken)
    apart = (box[2] < others[:, 0]) | (others[:, 2] < box[0]) | (box[3] < others[:, 1]) | (others[:, 3] < box[1])
    return bool((~apart).any())


def _covered(box: Array, points: Array, sizes: Array, own: int) -> int:
    """How many other marks the label would lie on."""
    reach = sizes / 2
    on = (points[:, 0] + reach > box[0]) & (points[:, 0] - reach < box[2])
    on &= (points[:, 1] + reach > box[1]) & (points[:, 1] - reach < box[3])
    on[own] = False
    return int(on.sum())
