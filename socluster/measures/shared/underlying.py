"""The underlying graph: pairs of actors that are tied, whichever way."""

from __future__ import annotations

import numpy as np

from socluster.core.matrix import Matrix
from socluster.measures.shared.network import Network

__all__ = ["underlying"]


def underlying(net: Network) -> Matrix:
    """Return 1 for every pair that is tied in either direction, in both of its cells."""
    either = (net.strength + net.strength.T).tocsr()
    either.data = np.ones_like(either.data)
    return either
