"""`socluster losses`: what breaks if somebody leaves."""

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
    losses = commands.add_parser("losses", help=marked("what breaks if somebody leaves", context="help"))
    losses.add_argument("path", help=marked("file or folder, or the name of a shipped dataset", context="help"))
    losses.add_argument(
        "--together", type=int, choices=(1, 2), default=1, help=marked("how many leave (%(default)s)", context="help")
    )
    add_format(losses)
    add_language(losses)
    add_reading_options(losses)
    losses.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print what each loss breaks, the worst first."""
    from socluster.measures.shared.network import one_mode
    from socluster.whatif.leaving.losses import losses

    found = losses(one_mode(opened(options.path, options)), order=options.together)
    give(options, found.to_frame(), found.sentences(options.language))
    return 0
