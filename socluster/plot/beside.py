"""How a name that is an annotation stands beside a mark."""

from __future__ import annotations

from typing import Any

__all__ = ["beside"]


def beside(side: str, reach: float) -> dict[str, Any]:
    """Return how an annotation stands on a side (a plotly textposition) of a place, so many pixels from it.

    Examples
    --------
    >>> beside("top center", 8)["yshift"], beside("middle left", 8)["xanchor"]
    (8, 'right')
    """
    up, across = side.split()
    return {
        "align": {"left": "right", "center": "center", "right": "left"}[across],
        "xanchor": {"left": "right", "center": "center", "right": "left"}[across],
        "yanchor": {"top": "bottom", "middle": "middle", "bottom": "top"}[up],
        "xshift": {"left": -reach, "center": 0, "right": reach}[across],
        "yshift": {"top": reach, "middle": 0, "bottom": -reach}[up],
    }
