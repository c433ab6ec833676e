"""Values as a part of the most that is possible."""

from __future__ import annotations

import numpy as np

from socluster.core.columns import Array

__all__ = ["divided"]


def divided(values: Array, most: float) -> Array:
    """Return values as a part of the most that is possible; NaN where nothing is."""
    return values / most if most > 0 else np.full(values.shape, np.nan)
