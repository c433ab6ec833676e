"""`socluster measure`: what measures say about a cluster."""

from __future__ import annotations

import argparse
from typing import Any

from socluster.cli.output import add_answer, give
from socluster.cli.sources import add_path, opened
from socluster.cli.what_if import add_needs, needs_in
from socluster.words import marked

__all__ = ["add", "run"]


def add(commands: Any) -> None:
    """Declare the command and its options."""
    measure = commands.add_parser(
        "measure",
        help=marked("what measures say about a cluster", context="help"),
        examples=[
            "measure siauliai betweenness constraint",
            "measure knoke density \"ei_index(group='sector')\" --format csv",
        ],
    )
    add_path(measure)
    measure.add_argument(
        "measures", nargs="+", metavar="measure", help=marked("names as in Python, such as betweenness", context="help")
    )
    add_needs(measure)
    add_answer(measure, run)


def run(options: argparse.Namespace) -> int:
    """Print the table: a row for each actor, or for each measure of the whole."""
    from socluster.cli.named import measures_named
    from socluster.measures.table import measure

    chosen = measures_named(options.measures, needs=needs_in(options))
    give(options, measure(opened(options.path, options), chosen))
    return 0
