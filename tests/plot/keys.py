"""Whether the signs in the notes above a picture have the colours of what is drawn."""

import re

_SIGNS = re.compile(r"[\u2500-\u27bf\u21ba]|(?<![\w\d])—(?= )|(?<!\w)- -")  # boxes, shapes, ticks, lines
_COLORED = re.compile(r"<span style='color:(#\w{6})'>([^<]*)</span>")
_COLOR = re.compile(r"#[0-9a-f]{6}|rgba\((\d+), (\d+), (\d+), ([\d.]+)\)", re.IGNORECASE)


def notes(figure):
    """Return the notes above a picture without what it rests on."""
    return str(figure.layout.title.subtitle.text or "")


def without_color(figure):
    """Return the signs of the notes that have the colour of the letters."""
    return _SIGNS.findall(_COLORED.sub("", notes(figure)))


def strange(figure):
    """Return the signs of the notes in a colour that nothing drawn has, pale or firm."""
    parts = figure.to_plotly_json()
    layout = {key: value for key, value in parts["layout"].items() if key not in ("title", "template", "meta")}
    drawn = {_rgb(found) for found in _COLOR.finditer(str([_plain(parts["data"]), _plain(layout)]))}
    return [
        (mark, color)
        for color, mark in _COLORED.findall(notes(figure))
        if not any(_is_shade(_rgb(_COLOR.match(color)), each) for each in drawn)
    ]


def _plain(value):
    """Return a part of a figure with arrays as lists, so that all colours are in its text."""
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value.tolist() if hasattr(value, "tolist") else value


def _rgb(found):
    if found[0].startswith("#"):
        return tuple(int(found[0][at : at + 2], 16) for at in (1, 3, 5))
    return tuple(int(found[at]) for at in (1, 2, 3))


def _is_shade(color, of):
    """Whether a colour is another one, or lies on the way from it to white."""
    part = max((255 - one) / max(255 - other, 1) for one, other in zip(color, of, strict=True))
    return part <= 1.02 and all(abs(255 - one - part * (255 - other)) < 8 for one, other in zip(color, of, strict=True))
