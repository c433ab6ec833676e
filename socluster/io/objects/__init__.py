"""Other libraries' objects as clusters, and clusters as theirs."""

from __future__ import annotations

from socluster.io.objects.conversions import to_igraph, to_networkx, to_tables
from socluster.io.objects.dispatch import as_cluster

__all__ = ["as_cluster", "to_igraph", "to_networkx", "to_tables"]
