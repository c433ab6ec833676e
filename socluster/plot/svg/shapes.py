"""The forms of categories: they repeat the colours, for those who cannot tell these apart or print in grey."""

from __future__ import annotations

from socluster.plot.svg.elements import element

__all__ = ["shape"]

# Corners of each form, in parts of its radius; the names are plotly's, so that one table of looks serves both.
_CORNERS = {
    "diamond": ((0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)),
    "triangle-up": ((0, -1.2), (1.2, 0.95), (-1.2, 0.95)),
    "triangle-down": ((0, 1.2), (1.2, -0.95), (-1.2, -0.95)),
    "square": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
    "cross": (
        *((-0.4, -1.15), (0.4, -1.15), (0.4, -0.4), (1.15, -0.4), (1.15, 0.4), (0.4, 0.4)),
        *((0.4, 1.15), (-0.4, 1.15), (-0.4, 0.4), (-1.15, 0.4), (-1.15, -0.4), (-0.4, -0.4)),
    ),
    "pentagon": ((0, -1.2), (1.14, -0.37), (0.71, 0.97), (-0.71, 0.97), (-1.14, -0.37)),
    "hexagon": ((0.6, -1.04), (1.2, 0), (0.6, 1.04), (-0.6, 1.04), (-1.2, 0), (-0.6, -1.04)),
    "hourglass": ((-1, -1.1), (1, -1.1), (-1, 1.1), (1, 1.1)),
    "star": (
        *((0, -1.4), (0.33, -0.45), (1.33, -0.43), (0.53, 0.17), (0.82, 1.13)),
        *((0, 0.56), (-0.82, 1.13), (-0.53, 0.17), (-1.33, -0.43), (-0.33, -0.45)),
    ),
}


def shape(symbol: str, x: float, y: float, radius: float, /, **attributes: object) -> str:
    """Return a form at a place; one that is not known is a circle.

    Examples
    --------
    >>> shape("circle", 5, 5, 2, fill="black")
    '<circle cx="5" cy="5" r="2" fill="black"/>'
    """
    corners = _CORNERS.get(symbol)
    if corners is None:
        return element("circle", cx=x, cy=y, r=radius, **attributes)
    places = " ".join(f"{x + radius * across:.1f},{y + radius * down:.1f}" for across, down in corners)
    return element("polygon", points=places, **attributes)
