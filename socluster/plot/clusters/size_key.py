"""What the size of a mark says: three circles with their values, below the drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from socluster.core.columns import Array
from socluster.plot.clusters.marks import mark_sizes
from socluster.plot.names import quantity_name
from socluster.plot.numbers import shown_number
from socluster.plot.style import GREY, PALE
from socluster.plot.text import plain, text_width
from socluster.words import Language

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["add_size_key", "key_height"]

_GAP = 14.0


def key_height(sizes: pd.Series[Any] | None, n: int, scale: float = 1.0) -> float:
    """Return how many pixels the key needs; none where the marks have one size."""
    values = _values(sizes)
    return float(_diameters(sizes, values, n, scale).max()) + _GAP if len(values) > 1 and sizes is not None else 0.0


def add_size_key(
    figure: go.Figure, sizes: pd.Series[Any] | None, n: int, language: Language, scale: float = 1.0
) -> None:
    """Draw the key at the left, just below the drawing.

    Parameters
    ----------
    figure : Figure
        With room below its drawing (see `key_height`).
    sizes : Series or None
        The values behind the sizes, named as the measure is.
    n : int
        How many marks there are.
    language : {"en", "lt"}
        Of the name of the measure and of the numbers.
    scale : float
        By which all marks of the picture are smaller than usual.
    """
    values = _values(sizes)
    if sizes is None or len(values) < 2:
        return
    diameters = _diameters(sizes, values, n, scale)
    middle = -float(diameters.max()) / 2 - 6
    name = plain(quantity_name(str(sizes.name), language)) if sizes.name else ""
    note = {"xref": "paper", "x": 0, "yref": "paper", "y": 0, "showarrow": False, "borderpad": 0, "yshift": middle}
    look = {"xanchor": "left", "yanchor": "middle", "font": {"size": 12, "color": GREY}}
    if name:
        figure.add_annotation(text=name, xshift=4, **note, **look)
    left = 4 + (text_width(name) + 12 if name else 0)
    for value, wide in zip(values, diameters, strict=True):
        figure.add_shape(
            type="circle", xref="paper", yref="paper", xsizemode="pixel", ysizemode="pixel", xanchor=0, yanchor=0,
            x0=left, x1=left + wide, y0=middle - wide / 2, y1=middle + wide / 2,
            fillcolor=PALE, line={"color": GREY, "width": 1.2},
        )  # fmt: skip
        text = shown_number(value, language)
        figure.add_annotation(text=text, xshift=left + wide + 3, **note, **look)
        left += wide + text_width(text) + 14


def _values(sizes: pd.Series[Any] | None) -> list[float]:
    """Return what is shown: the smallest, something between, and the largest, in round numbers."""
    known = np.array([]) if sizes is None else sizes.astype(float).to_numpy()
    known = known[np.isfinite(known)]
    if not known.size or not np.ptp(known):
        return []
    low, high = float(known.min()), float(known.max())
    step = 10.0 ** np.floor(np.log10((high - low) / 4))
    between = float(np.round((low + (high - low) / 4) / step * 2) * step / 2)
    digits = 1 - int(np.floor(np.log10(max(abs(low), abs(high)))))
    low, high = round(low, digits), round(high, digits)
    return sorted({low, between, high}) if low < between < high else [low, high]


def _diameters(sizes: Any, values: list[float], n: int, scale: float) -> Array:
    """Return how wide the marks of these values are among those of the picture."""
    everybody = pd.concat([pd.Series(values, dtype=float), sizes.astype(float)], ignore_index=True)
    found: Array = mark_sizes(everybody, n, scale)[: len(values)]
    return found
