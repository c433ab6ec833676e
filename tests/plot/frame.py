"""Which words of a figure leave its frame, before anybody has drawn it; measured with a wide font."""

import re

from socluster.plot.text import text_width

AIR = 4.0  # pixels that a measured text may be too wide


def leaving(figure):
    """Return the texts that are cut at the left or the right edge of a figure whose width is known."""
    layout = figure.layout
    width = float(layout.width)
    found = []

    def check(text, left, right):
        if left < -AIR or right > width + AIR:
            found.append((text, round(left), round(right)))

    for text, size, bold in ((layout.title.text, 17, True), (layout.title.subtitle.text, 12, False)):
        if text:
            check(text, 10, 10 + wide(text, size, bold))
    for note in layout.annotations:
        x = across(layout, note.x, str(note.xref or "x"))
        if note.text and x is not None and note.showarrow is False:
            extent = wide(note.text, note.font.size or 13, note.font.weight in ("bold", 700))
            left = x + (note.xshift or 0) - {"left": 0, "right": 1, "center": 0.5, None: 0.5}[note.xanchor] * extent
            check(note.text, left, left + extent)
    for trace in figure.data:
        if trace.type not in ("scatter", "scattergl") or trace.text is None or "text" not in (trace.mode or ""):
            continue
        sides = trace.textposition if isinstance(trace.textposition, tuple | list) else [trace.textposition] * 10_000
        for place, text in enumerate([trace.text] if isinstance(trace.text, str) else trace.text):
            x = across(layout, trace.x[place], trace.xaxis or "x")
            side = str(sides[place] or "middle center").split()[1]
            if text and x is not None:
                extent = wide(text, trace.textfont.size or 13, False)
                left = x - {"right": 0, "left": 1, "center": 0.5}[side] * extent
                check(text, left, left + extent)
    for axis in (layout[name] for name in layout if re.fullmatch(r"xaxis\d*", name)):
        if axis.title.text and axis.visible is not False:
            start, end = axis.domain or (0, 1)
            room = width - layout.margin.l - layout.margin.r
            middle = layout.margin.l + room * (start + end) / 2
            extent = wide(axis.title.text, axis.title.font.size or 14)
            check(axis.title.text, middle - extent / 2, middle + extent / 2)
    return found


def wide(text, size, bold=False):
    """Return how many pixels wide the widest line of a text with tags is."""
    widest = 0.0
    for line in str(text).split("<br>"):
        parts = re.split(r"(</?b>)", re.sub(r"</?span[^>]*>", "", line))
        heavy, total = bold, 0.0
        for part in parts:
            if part in ("<b>", "</b>"):
                heavy = part == "<b>" or bold
            else:
                total += text_width(part.rstrip(" "), size, bold=heavy)
        widest = max(widest, total)
    return widest


def across(layout, x, ref):
    """Return how many pixels from the left a place is; None where the scale makes itself."""
    room = float(layout.width) - layout.margin.l - layout.margin.r
    if ref == "paper":
        return layout.margin.l + room * float(x)
    axis = layout["xaxis" + ref.removeprefix("x").removesuffix(" domain")]
    if axis.range is None or x is None:
        return None
    start, end = axis.domain or (0, 1)
    share = (float(x) - axis.range[0]) / (axis.range[1] - axis.range[0])
    return layout.margin.l + room * (start + (end - start) * share)


def signless(figure):
    """Return the notes of a figure as they are read: without the colours of their signs, in one line."""
    written = re.sub(r"</?span[^>]*>", "", str(figure.layout.title.subtitle.text))
    return written.replace("  <br>", " · ").replace(" <br>", " ")
