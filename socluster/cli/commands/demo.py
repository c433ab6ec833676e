"""`socluster demo`: the Šiauliai case, on one page."""

from __future__ import annotations

import argparse
from typing import Any

from socluster.cli.language import add_language
from socluster.cli.output import add_drawing
from socluster.words import marked

__all__ = ["add", "run"]


def add(commands: Any) -> None:
    """Declare the command and its options."""
    demo = commands.add_parser(
        "demo",
        help=marked("the Šiauliai case: who brokers, and what a psychologist hub would change", context="help"),
        examples=["demo", "demo --language lt --output siauliai.html --draws 500"],
    )
    demo.add_argument(
        "--output", default="socluster-demo.html", help=marked("page to write (%(default)s)", context="help")
    )
    add_language(demo)
    add_drawing(demo)
    demo.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the page."""
    from socluster.demo import run as show  # loads the whole library, which the other commands do not need

    show(options.output, language=options.language, draws=options.draws, seed=options.seed)
    return 0
