"""A figure for a dark page: every colour of ours has a counterpart that stands out as clearly from a dark ground."""

from __future__ import annotations

import colorsys
import re
from typing import Any

import numpy as np

from socluster.plot.style import (
    ACCENT,
    CONTINUOUS,
    GREY,
    GRID,
    INK,
    LINE,
    PALE,
    PAPER,
    TRACK,
    WHAT_IF,
)

__all__ = ["DARK_PAPER", "dark_color", "darkened", "is_dark"]

DARK_PAPER = "#12181f"
_DARK = {
    PAPER: DARK_PAPER,
    PALE: "#1a222b",
    GRID: "#232d37",
    TRACK: "#2a3540",
    LINE: "#3a4653",
    GREY: "#a3afbb",
    INK: "#e6ebf0",
    ACCENT: "#6cb0ea",
    WHAT_IF: "#ff8c4a",
    # of categories
    "#c77d00": "#e0a33a",
    "#00795a": "#3fbf98",
    "#a8518a": "#d98cc0",
    "#3a8dc4": "#a5d8f7",
    "#9c2f2f": "#e57373",
    "#7d6c00": "#cdbd55",
    "#7a4fa3": "#b494dc",
    "#7f8a95": "#8d98a4",
    # of layers
    "#3b4754": "#b3bfca",
    "#882255": "#e07fb0",
    "#117733": "#5fc27f",
    "#332288": "#a094f0",
    "#5c3a21": "#c29a78",
    "#2f8f8b": "#5cc4bf",
    "#aa4499": "#df85d1",
    "#6b6b1f": "#c2c25a",
    # of quantities: from little, near the ground, to much, bright
    CONTINUOUS[0][1]: "#26506f",
    CONTINUOUS[1][1]: "#3f83b5",
    CONTINUOUS[3][1]: "#d5eafb",
}
_HEX = re.compile(r"#[0-9a-fA-F]{6}")
_RGBA = re.compile(r"rgba\((\d+), (\d+), (\d+), ([\d.]+)\)")
_SPAN = re.compile(r"(<span style='color:)(#[0-9a-fA-F]{6})(')")  # ours only: names are escaped


def darkened(figure: Any) -> Any:
    """Return the figure in the colours of a dark page; the one that is given stays as it is."""
    if is_dark(figure):
        return type(figure)(figure)
    # trace by trace, for the JSON of a whole figure has its numbers packed, and nobody could read them any more
    traces = [_dark(trace.to_plotly_json(), "") for trace in figure.data]
    dark = type(figure)(data=traces, layout=_dark(figure.layout.to_plotly_json(), ""))
    for menu in dark.layout.updatemenus:
        menu.showactive = False  # plotly has one colour for the button that is chosen: nearly white
    return dark


def is_dark(figure: Any) -> bool:
    """Whether a figure has the colours of a dark page already."""
    return bool(figure.layout.template.layout.paper_bgcolor == DARK_PAPER)


def dark_color(color: str) -> str:
    """Return what a colour becomes on a dark page; what is no colour stays as it is.

    Examples
    --------
    >>> dark_color("#ffffff"), dark_color("rgba(23, 33, 43, 0.5)"), dark_color("transparent")
    ('#12181f', 'rgba(230, 235, 240, 0.5)', 'transparent')
    """
    if color == "white":
        return DARK_PAPER
    if seen := _RGBA.fullmatch(color):
        red, green, blue = (int(part) for part in seen.groups()[:3])
        counterpart = dark_color(f"#{red:02x}{green:02x}{blue:02x}")
        parts = [str(int(counterpart[start : start + 2], 16)) for start in (1, 3, 5)]
        return f"rgba({', '.join(parts)}, {seen[4]})"
    if not _HEX.fullmatch(color):
        return color
    return _DARK.get(color.lower()) or _turned(color)


def _turned(color: str) -> str:
    """A colour of somebody else's: its hue, as much lighter than the dark ground as it was darker than white."""
    hue, light, strong = colorsys.rgb_to_hls(*(int(color[start : start + 2], 16) / 255 for start in (1, 3, 5)))
    parts = colorsys.hls_to_rgb(hue, 0.1 + 0.83 * (1 - light), min(strong, 0.72))
    return "#" + "".join(f"{round(255 * part):02x}" for part in parts)


def _dark(value: Any, key: str) -> Any:
    """Return a part of a figure in dark colours; only what stands where plotly keeps colours is touched."""
    if isinstance(value, dict):
        return {name: _dark(each, name if "color" not in key else key) for name, each in value.items()}
    if isinstance(value, list | tuple) and (
        "color" in key or key == "ticktext" or any(isinstance(each, dict) for each in value)
    ):
        return [_dark(each, key) for each in value]
    if isinstance(value, np.ndarray) and value.dtype == object and ("color" in key or key == "ticktext"):
        return [_dark(each, key) for each in value]
    if not isinstance(value, str):
        return value
    if "color" in key:
        return dark_color(value)
    if key == "shadow":
        return value.replace("white", DARK_PAPER)
    return (
        _SPAN.sub(lambda seen: seen[1] + dark_color(seen[2]) + seen[3], value) if key in ("text", "ticktext") else value
    )
