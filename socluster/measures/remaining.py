"""The cluster without some actors, made from its frozen parts, for measures that ask for it a thousand times."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.parts import Links

__all__ = ["remaining"]


def remaining(cluster: Cluster, stays: Array) -> Cluster:
    """Return the cluster with only the actors under this mask: what `without_actor` returns, but not validated again.

    Parameters
    ----------
    cluster : Cluster
        The whole.
    stays : array of bool of shape (n,)
        Who remains.

    Returns
    -------
    Cluster
    """
    parts = cluster._parts
    place = np.cumsum(stays) - 1

    def inside(links: Links, *, one_mode: bool) -> Links:
        both = stays[links.source] & stays[links.target] if one_mode else stays[links.source]
        kept = links.take(both)
        return replace(kept, source=place[kept.source], target=place[kept.target] if one_mode else kept.target)

    return Cluster(
        replace(
            parts,
            labels=tuple(label for label, is_there in zip(parts.labels, stays, strict=True) if is_there),
            actors=parts.actors.take(stays),
            ties=inside(parts.ties, one_mode=True),
            affiliations=inside(parts.affiliations, one_mode=False),
            unknown=inside(parts.unknown, one_mode=True),
        )
    )
