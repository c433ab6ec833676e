"""`socluster plan`: which few partners together."""

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
    plan = commands.add_parser("plan", help=marked("which few partners together", context="help"))
    plan.add_argument("path", help=marked("file or folder, or the name of a shipped dataset", context="help"))
    plan.add_argument("scenarios", help=marked("file with scenarios, in JSON or YAML", context="help"))
    plan.add_argument(
        "--goal", metavar="MEASURE", required=True, help=marked("what is to be gained, by its name", context="help")
    )
    plan.add_argument("--better", choices=("higher", "lower"), help=marked("which direction is a gain", context="help"))
    plan.add_argument("--partners", type=int, required=True, help=marked("how many at most", context="help"))
    add_drawing(plan)
    add_format(plan)
    add_language(plan)
    add_reading_options(plan)
    plan.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the plan."""
    from socluster.cli.named import measure_named
    from socluster.whatif.choice.plan import plan_partners
    from socluster.whatif.scenarios.files import read_scenarios

    plan = plan_partners(
        opened(options.path, options),
        read_scenarios(options.scenarios),
        goal=measure_named(options.goal),
        better=options.better,
        k=options.partners,
        draws=options.draws,
        rng=options.seed,
    )
    give(options, plan.to_frame(), plan.sentences(options.language))
    return 0
