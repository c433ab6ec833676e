"""`socluster measure`: what measures say about a cluster."""

from __future__ import annotations

import argparse
from typing import Any

from socluster.cli.language import add_language
from socluster.cli.output import add_format, give
from socluster.cli.reading import add_reading_options
from socluster.cli.sources import opened
from socluster.words import marked

__all__ = ["add", "run"]


def add(commands: Any) -> None:
    """Declare the command and its options."""
    measure = commands.add_parser("measure", help=marked("what measures say about a cluster", context="help"))
    measure.add_argument("path", help=marked("file or folder, or the name of a shipped dataset", context="help"))
    measure.add_argument(
        "measures", nargs="+", metavar="measure", help=marked("names as in Python, such as betweenness", context="help")
    )
    add_format(measure)
    add_language(measure)
    add_reading_options(measure)
    measure.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the table: a row for each actor, or for each measure of the whole."""
    from socluster.cli.named import measures_named
    from socluster.measures.table import measure

    chosen = measures_named(options.measures)
    give(options, measure(opened(options.path, options), chosen))
    return 0
