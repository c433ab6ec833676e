"""`socluster compare`: what scenarios would change, and how sure that is."""

from __future__ import annotations

import argparse
from typing import Any

from socluster.cli.output import add_answer, add_drawing, give
from socluster.cli.sources import add_path, opened
from socluster.cli.what_if import add_needs, add_scenarios, needs_in
from socluster.words import marked

__all__ = ["add", "run"]


def add(commands: Any) -> None:
    """Declare the command and its options."""
    compare = commands.add_parser(
        "compare",
        help=marked("what scenarios would change", context="help"),
        examples=[
            "compare siauliai what-if.yaml --measures global_efficiency constraint",
            "compare siauliai what-if.yaml --measures global_efficiency --null --draws 200",
        ],
    )
    add_path(compare)
    add_scenarios(compare)
    compare.add_argument(
        "--measures",
        nargs="+",
        metavar="MEASURE",
        required=True,
        help=marked("names as in Python, such as global_efficiency", context="help"),
    )
    compare.add_argument(
        "--null", action="store_true", help=marked("beside a random partner with as many ties", context="help")
    )
    add_needs(compare)
    add_drawing(compare)
    add_answer(compare, run)


def run(options: argparse.Namespace) -> int:
    """Print what changes."""
    from socluster.cli.named import measures_named
    from socluster.whatif.comparison.compare import compare
    from socluster.whatif.scenarios.fitting_file import scenarios_that_fit

    cluster = opened(options.path, options)
    outcome = compare(
        cluster,
        scenarios_that_fit(options.scenarios, cluster),
        measures=measures_named(options.measures, needs=needs_in(options)),
        draws=options.draws,
        rng=options.seed,
        null=options.null,
    )
    give(options, outcome.to_frame(), outcome.sentences(options.language))
    return 0
