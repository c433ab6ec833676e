"""Where the heads of arrows are in a drawing, so that no name is written over them."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd

from socluster.core.columns import Array
from socluster.plot.clusters.canvas import Box
from socluster.plot.clusters.curves import curve_points

__all__ = ["arrow_heads"]

_HALF = 5.0  # pixels from the edge of a mark to the middle of the head
_NEAR_THE_END = np.array([0.88, 1.0])  # of a curve: the way between is the direction of its head


def arrow_heads(links: pd.DataFrame, box: Box) -> Callable[[float], Array] | None:
    """Return where heads are, in pixels from the left and from below, by the width of a drawing; None without arrows.

    Parameters
    ----------
    links : DataFrame
        With x0, y0, x1, y1, bend, reach and directed, as `link_table` gives them.
    box : Box
        The area that is shown.
    """
    arrows = links[links["directed"].to_numpy(bool)]
    if arrows.empty:
        return None
    ways = curve_points(arrows[["x0", "y0", "x1", "y1"]].to_numpy(float), arrows["bend"].to_numpy(float), _NEAR_THE_END)
    reach = arrows["reach"].to_numpy(float)[:, None] + _HALF

    def heads(width: float) -> Array:
        before, end = (box.pixels(pd.DataFrame(ways[:, at], columns=["x", "y"]), width) for at in (0, 1))
        way = end - before
        found: Array = end - way / np.maximum(np.hypot(*way.T), 1e-9)[:, None] * reach
        return found

    return heads
