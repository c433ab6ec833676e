"""`socluster info`: who is in a cluster, how they are tied, on what ground."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from socluster.cli.language import add_language
from socluster.cli.needs_told import is_workbook, tell_needs
from socluster.cli.reading import add_reading_options
from socluster.cli.sources import add_path, opened
from socluster.core.terminal import tell
from socluster.words import DASH, Language, marked, say, value_name

if TYPE_CHECKING:
    from socluster.core.layers import Layer

__all__ = ["add", "run"]


def add(commands: Any) -> None:
    """Declare the command and its options."""
    info = commands.add_parser(
        "info",
        help=marked("who is in a cluster, how they are tied, on what ground", context="help"),
        examples=["info siauliai", "info my-cluster/cluster.xlsx --language lt"],
    )
    add_path(info)
    add_language(info)
    add_reading_options(info)
    info.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the cluster, what is known about it, its layers, and how many needs stand beside it in a workbook."""
    from socluster.core.described import info_in, meaning_in  # loads pandas, which the help does not need
    from socluster.io.needs import needs_and_origin

    language = options.language
    cluster = opened(options.path, options)
    tell(cluster.summary(language).removeprefix("<").removesuffix(">"))
    for key, value in info_in(cluster.info, language).items():
        tell(f"  {value_name('info', key, language)}: {value}")
    for layer in cluster.layers.values():
        tell(f"  {_layer(layer, meaning_in(cluster.info, layer, language), language)}")
    if is_workbook(options.path):
        tell_needs(options.path, cluster, *needs_and_origin(options.path, language), language)
    return 0


def _layer(layer: Layer, meaning: str | None, language: Language) -> str:
    """Return what a layer is called, whether it has a direction and a ladder, and what a tie in it means."""
    values = {
        "layer": value_name("layer", layer.name, language),
        "ladder": layer.scale and value_name("scale", layer.scale, language),
        "meaning": meaning or DASH,
    }
    if layer.directed and layer.scale:
        return say("layer '{layer}' (directed, ladder {ladder}): {meaning}", language, **values)
    if layer.directed:
        return say("layer '{layer}' (directed): {meaning}", language, **values)
    if layer.scale:
        return say("layer '{layer}' (undirected, ladder {ladder}): {meaning}", language, **values)
    return say("layer '{layer}' (undirected): {meaning}", language, **values)
