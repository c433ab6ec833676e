"""`socluster null`: whether a number is more than chance would give."""

from __future__ import annotations

import argparse
from typing import Any

from socluster.cli.output import add_answer, add_drawing, give
from socluster.cli.sources import add_path, opened
from socluster.words import marked

__all__ = ["add", "run"]


def add(commands: Any) -> None:
    """Declare the command and its options."""
    null = commands.add_parser(
        "null",
        help=marked("whether a number is more than chance would give", context="help"),
        examples=[
            "null florentine transitivity --null DegreeSequence",
            "null siauliai transitivity --null TwoModeDegrees --draws 500 --seed 1",
        ],
    )
    add_path(null)
    null.add_argument(
        "measures", nargs="+", metavar="measure", help=marked("names as in Python, such as betweenness", context="help")
    )
    null.add_argument(
        "--null",
        required=True,
        metavar="MODEL",
        help=marked("null model as in Python, such as DegreeSequence", context="help"),
    )
    add_drawing(null)
    add_answer(null, run)


def run(options: argparse.Namespace) -> int:
    """Print the numbers beside those of the null."""
    from socluster.cli.named import measures_named, null_named
    from socluster.inference.nulls.compare import compare_to_null

    found = compare_to_null(
        opened(options.path, options),
        measures_named(options.measures),
        null=null_named(options.null),
        draws=options.draws,
        rng=options.seed,
    )
    give(options, found.to_frame(), found.sentences(options.language))
    return 0
