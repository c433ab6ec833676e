"""`socluster qap`: whether two layers of ties go together more than chance."""

from __future__ import annotations

import argparse
from typing import Any

from socluster.cli.output import add_answer, add_drawing, give
from socluster.cli.sources import add_path, opened
from socluster.words import marked

__all__ = ["add", "run"]


def add(commands: Any) -> None:
    """Declare the command and its options."""
    qap = commands.add_parser(
        "qap",
        help=marked("whether two layers go together more than chance", context="help"),
        examples=["qap florentine marriage business"],
    )
    add_path(qap)
    qap.add_argument("pair", nargs=2, metavar="layer", help=marked("two layers of ties", context="help"))
    add_drawing(qap)
    add_answer(qap, run)


def run(options: argparse.Namespace) -> int:
    """Print the correlation and how often chance gives as much."""
    from socluster.inference.qap.correlation import qap

    first, second = options.pair  # not `layers`, which is an option of reading
    found = qap(opened(options.path, options), first, second, draws=options.draws, rng=options.seed)
    give(options, found.to_frame(), found.sentences(options.language))
    return 0
