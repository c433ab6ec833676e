"""Where the words and the marks of a figure are in pixels, before anybody has drawn it; measured with a wide font."""

from itertools import combinations
from typing import NamedTuple

import numpy as np

from tests.plot.frame import across, wide

SLIM, LINE = 0.9, 1.15  # what is drawn is narrower than what is planned; a line in sizes of its letters
TOUCH = 3.0  # pixels that two boxes may share, since both are rather too large


class Box(NamedTuple):
    """A text or a mark: what it is, and its corners from the left and from the top."""

    what: str
    left: float
    top: float
    right: float
    bottom: float

    def on(self, other):
        """Whether two boxes share more than their rims."""
        return (
            min(self.right, other.right) - max(self.left, other.left) > TOUCH
            and min(self.bottom, other.bottom) - max(self.top, other.top) > TOUCH
        )


def texts(figure):
    """Return the boxes of title, notes and names of a figure whose size is known; not of the ticks of scales."""
    layout = figure.layout
    found = _head(layout)
    for note in layout.annotations:
        x, y = across(layout, note.x, str(note.xref or "x")), up(layout, note.y, str(note.yref or "y"))
        if note.text and note.showarrow is False and x is not None and y is not None:
            size, bold = note.font.size or 13, note.font.weight in ("bold", 700)
            at = (x + (note.xshift or 0), y - (note.yshift or 0))
            found.append(_box(note.text, size, bold, at, note.xanchor or "center", note.yanchor or "middle"))
    for trace in figure.data:
        if trace.type in ("scatter", "scattergl") and "text" in (trace.mode or "") and trace.text is not None:
            found += _of_trace(layout, trace)
    return [box for box in found if box.what.strip()]


def _head(layout):
    title = layout.title
    lines, below = title.text.count("<br>") + 1, title.subtitle.text or ""
    top = max((title.pad.t or 0) - 14, 0)
    found = [_box(title.text, 17, True, (10, top), "left", "top")] if title.text.strip() else []
    return [*found, _box(below, 12, False, (10, top + 22 * lines), "left", "top")]


def _of_trace(layout, trace):
    found = []
    n = len(trace.x)
    written = [trace.text] * n if isinstance(trace.text, str) else trace.text
    sides = [trace.textposition] * n if isinstance(trace.textposition, str | None) else trace.textposition
    sizes = np.broadcast_to(np.asarray(0 if trace.marker.size is None else trace.marker.size, dtype=float), n)
    for text, side, size, across_, up_ in zip(written, sides, sizes, trace.x, trace.y, strict=True):
        x, y = across(layout, across_, trace.xaxis or "x"), up(layout, up_, trace.yaxis or "y")
        if text and x is not None and y is not None:
            vertical, horizontal = (side or "middle center").split()
            reach = size / 2 if "markers" in trace.mode else 0
            at = (
                x + {"left": -reach, "center": 0, "right": reach}[horizontal],
                y + {"top": -reach, "middle": 0, "bottom": reach}[vertical],
            )
            anchors = {"left": "right", "center": "center", "right": "left"}, {"top": "bottom", "bottom": "top"}
            found.append(
                _box(
                    text,
                    trace.textfont.size or 13,
                    False,
                    at,
                    anchors[0][horizontal],
                    anchors[1].get(vertical, "middle"),
                )
            )
    return found


def _box(text, size, bold, at, xanchor, yanchor):
    extent, high = SLIM * wide(text, size, bold), LINE * size * (text.count("<br>") + 1)
    left = at[0] - {"left": 0, "center": 0.5, "right": 1}[xanchor] * extent
    top = at[1] - {"top": 0, "middle": 0.5, "bottom": 1}[yanchor] * high
    return Box(text, left, top, left + extent, top + high)


def marks(figure):
    """Return the boxes of the marks of actors and groups."""
    found = []
    for trace in figure.data:
        if trace.type not in ("scatter", "scattergl") or trace.mode != "markers" or trace.customdata is None:
            continue
        sizes = np.broadcast_to(np.asarray(trace.marker.size, dtype=float), len(trace.x))
        for x, y, size in zip(trace.x, trace.y, sizes, strict=True):
            left, top = across(figure.layout, x, trace.xaxis or "x"), up(figure.layout, y, trace.yaxis or "y")
            if left is not None and top is not None and np.isfinite([left, top]).all():
                reach = size / 2 * 0.8  # of a disc, whose corners are free
                found.append(Box(str(trace.name), left - reach, top - reach, left + reach, top + reach))
    return found


def up(layout, y, ref):
    """Return how many pixels from the top a place is; None where the scale makes itself."""
    room = float(layout.height) - layout.margin.t - layout.margin.b
    if ref == "paper":
        return layout.margin.t + room * (1 - float(y))
    axis = layout["yaxis" + ref.removeprefix("y").removesuffix(" domain")]
    start, end = axis.domain or (0, 1)
    if ref.endswith("domain"):
        share = float(y)
    elif axis.range is None or y is None:
        return None
    else:
        share = (float(y) - axis.range[0]) / (axis.range[1] - axis.range[0])
    return layout.margin.t + room * (1 - start - (end - start) * share)


def faults(figure):
    """Return what is wrong with a figure: words outside of it, words on words, words on marks."""
    written, drawn = texts(figure), marks(figure)
    width, height = float(figure.layout.width), float(figure.layout.height)
    outside = [
        ("outside", each.what)
        for each in written
        if each.left < -TOUCH or each.right > width + TOUCH or each.top < -TOUCH or each.bottom > height + TOUCH
    ]
    on_words = [("on words", one.what, other.what) for one, other in combinations(written, 2) if one.on(other)]
    on_marks = [("on a mark", each.what, mark.what) for each in written for mark in drawn if each.on(mark)]
    return [*outside, *on_words, *on_marks]
