"""The network of a measure by group, together with the group of each of its actors."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd

from socluster.core.data_notes import left_out
from socluster.core.groupings import WithoutGroup, with_groups
from socluster.measures.shared.network import Network, network, one_mode

__all__ = ["grouped"]


def grouped(cluster: Any, layer: str | None, group: Any, missing: WithoutGroup) -> tuple[Network, pd.Series[Any]]:
    """Return the network that a measure by group measures on, and the group of each of its actors.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure; its warnings are those of `network`.
    layer : str, optional
        One layer of ties.
    group : str, list of str or Series
        The grouping; see `core.groupings.partition`.
    missing : {"refuse", "category", "drop"}
        What becomes of actors without a group; see `with_groups`.
    """
    given = one_mode(cluster)
    kept, (groups,) = with_groups(given, missing, group)
    return replace(network(kept, layer), left_out=left_out(given, kept, layer)), groups
