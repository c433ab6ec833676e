"""`socluster rank`: which partner to invite first, and how sure that is."""

from __future__ import annotations

import argparse
from typing import Any

from socluster.cli.language import add_language
from socluster.cli.output import add_drawing, add_format, give
from socluster.cli.reading import add_reading_options
from socluster.cli.sources import opened
from socluster.words import marked

__all__ = ["add", "run"]


def add(commands: Any) -> None:
    """Declare the command and its options."""
    rank = commands.add_parser("rank", help=marked("which partner to invite first", context="help"))
    rank.add_argument("path", help=marked("file or folder, or the name of a shipped dataset", context="help"))
    rank.add_argument("scenarios", help=marked("file with scenarios, in JSON or YAML", context="help"))
    rank.add_argument(
        "--goal", metavar="MEASURE", required=True, help=marked("what is to be gained, by its name", context="help")
    )
    rank.add_argument("--better", choices=("higher", "lower"), help=marked("which direction is a gain", context="help"))
    add_drawing(rank)
    add_format(rank)
    add_language(rank)
    add_reading_options(rank)
    rank.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the ranking."""
    from socluster.cli.named import measure_named
    from socluster.whatif.choice.rank import rank_partners
    from socluster.whatif.scenarios.files import read_scenarios

    ranking = rank_partners(
        opened(options.path, options),
        read_scenarios(options.scenarios),
        goal=measure_named(options.goal),
        better=options.better,
        draws=options.draws,
        rng=options.seed,
    )
    give(options, ranking.to_frame(), ranking.sentences(options.language))
    return 0
