"""JSON files: a cluster of our own, or the nodes and links that networkx, d3, graphology, sigma and others write.

Where a program lists nodes and links is in `members`, what a link says of its ends and its direction in `links`;
`reader` brings both together.
"""

from __future__ import annotations

from socluster.io.formats.graph_json.reader import losses, read, write

__all__ = ["losses", "read", "write"]
