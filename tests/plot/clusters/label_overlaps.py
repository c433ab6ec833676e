"""Which names of a figure lie on each other at a width, or leave it, before anybody has drawn it."""

import numpy as np

from socluster.plot.text import text_width

SLIM = 0.92  # what is drawn is narrower than what is planned


def boxes(figure, width, narrow_only=False):
    """Left, bottom, right and top of each name in pixels, at the width of a whole figure."""
    layout = figure.layout
    room = width - layout.margin.l - layout.margin.r
    height = layout.height - layout.margin.t - layout.margin.b
    x, y = np.array(layout.xaxis.range), np.array(layout.yaxis.range)
    scale = min(room / np.ptp(x), height / np.ptp(y))
    found = []
    for trace in figure.data:
        if trace.meta in ("labels", "labels: numbers") or (not narrow_only and trace.meta == "labels for wide screens"):
            for place, text in enumerate(trace.text):
                lines = text.split("<br>")
                bold = trace.textfont.weight[place] == "bold"
                size = trace.textfont.size or 12
                wide = SLIM * max(text_width(line, size, bold=bold) for line in lines)
                high = 14.0 * size / 12 * len(lines)
                at = (np.array([trace.x[place], trace.y[place]]) - [x.mean(), y.mean()]) * scale + [
                    room / 2,
                    height / 2,
                ]
                up, across = trace.textposition[place].split()
                reach = trace.marker.size[place] / 2
                left = at[0] + {"left": -reach - wide, "center": -wide / 2, "right": reach}[across]
                low = at[1] + {"bottom": -reach - high, "middle": -high / 2, "top": reach}[up]
                found.append((left, low, left + wide, low + high))
    return found, (room, height)


def overlaps(figure, width, narrow_only=False):
    """How many pairs of names lie on each other, and how many names are cut off at a side."""
    found, (room, _) = boxes(figure, width, narrow_only)
    pairs = sum(
        one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
        for place, one in enumerate(found)
        for other in found[:place]
    )
    return pairs, sum(box[0] < -9 or box[2] > room + 9 for box in found)


def covered(figure, width):
    """Which pairs of a name and the mark of somebody else lie on each other at the width of a whole figure."""
    names, (room, height) = boxes(figure, width)
    texts = [text for trace in figure.data if str(trace.meta).startswith("labels") for text in trace.text]
    x, y = np.array(figure.layout.xaxis.range), np.array(figure.layout.yaxis.range)
    scale = min(room / np.ptp(x), height / np.ptp(y))
    found = []
    for trace in figure.data:
        if trace.mode != "markers" or trace.name is None:
            continue
        sizes = np.broadcast_to(np.asarray(trace.marker.size, dtype=float), len(trace.x))
        for across, up, size in zip(trace.x, trace.y, sizes, strict=True):
            at = (np.array([across, up]) - [x.mean(), y.mean()]) * scale + [room / 2, height / 2]
            found += [
                (text, at.round().tolist())
                for text, (left, low, right, high) in zip(texts, names, strict=True)
                if left < at[0] + size / 2 - 1
                and at[0] - size / 2 + 1 < right
                and low < at[1] + size / 2 - 1
                and at[1] - size / 2 + 1 < high
            ]
    return found
