"""`socluster info`: who is in a cluster, how they are tied, on what ground."""

from __future__ import annotations

import argparse
from typing import Any

from socluster.cli.sources import opened

__all__ = ["add", "run"]


def add(commands: Any) -> None:
    """Declare the command and its options."""
    info = commands.add_parser("info", help="who is in a cluster, how they are tied, on what ground")
    info.add_argument("path", help="file or folder, or the name of a shipped dataset")
    info.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the cluster, what is known about it, and its layers."""
    cluster = opened(options.path)
    print(repr(cluster))
    for key, value in cluster.info.items():
        print(f"  {key}: {value}")
    for layer in cluster.layers.values():
        direction = "directed" if layer.directed else "undirected"
        ladder = f", ladder {layer.scale}" if layer.scale else ""
        print(f"  layer {layer.name!r} ({direction}{ladder}): {layer.meaning or '-'}")
    return 0
