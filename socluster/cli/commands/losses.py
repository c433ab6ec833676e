"""`socluster losses`: what breaks if somebody leaves."""

from __future__ import annotations

import argparse
from typing import Any

from socluster.cli.output import add_answer, give
from socluster.cli.sources import add_path, opened
from socluster.words import marked

__all__ = ["add", "run"]


def add(commands: Any) -> None:
    """Declare the command and its options."""
    losses = commands.add_parser(
        "losses",
        help=marked("what breaks if somebody leaves", context="help"),
        examples=["losses siauliai", "losses siauliai --together 2 --format csv"],
    )
    add_path(losses)
    losses.add_argument(
        "--together", type=int, choices=(1, 2), default=1, help=marked("how many leave (%(default)s)", context="help")
    )
    add_answer(losses, run)


def run(options: argparse.Namespace) -> int:
    """Print what each loss breaks, the worst first."""
    from socluster.measures.shared.network import one_mode
    from socluster.whatif.leaving.losses import losses

    found = losses(one_mode(opened(options.path, options)), order=options.together)
    give(options, found.to_frame(), found.sentences(options.language))
    return 0
