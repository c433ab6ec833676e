"""Layers side by side, as the comparison of positions needs them: how every actor is tied in each of them."""

from __future__ import annotations

import numpy as np

from socluster.core.columns import Array
from socluster.core.matrix import Weights
from socluster.measures.shared.network import Network

__all__ = ["layer_matrices", "layer_views"]


def layer_matrices(net: Network, layer: str | None, *, weighted: bool) -> list[Array]:
    """Return one full matrix of strengths (or ones) for the layer, or for each of all layers."""
    weights: Weights = "strength" if weighted else "binary"
    return [net.cluster.matrix(name, weights).toarray() for name in _names(net, layer)] or [np.zeros((net.n, net.n))]


def layer_views(net: Network, layer: str | None, *, weighted: bool) -> list[Array]:
    """Return the same, and for every directed layer also its transpose: what actors receive in it."""
    views = layer_matrices(net, layer, weighted=weighted)
    directed = [net.cluster.is_directed(name) for name in _names(net, layer)]
    return views + [view.T for view, has_direction in zip(views, directed, strict=False) if has_direction]


def _names(net: Network, layer: str | None) -> list[str]:
    return [layer] if layer is not None else list(net.cluster.tie_layers)
