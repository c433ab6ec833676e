"""`socluster plan`: which few partners together."""

from __future__ import annotations

import argparse
from typing import Any

from socluster.cli.output import add_answer, add_drawing, give
from socluster.cli.sources import add_path, opened
from socluster.cli.what_if import add_goal, add_needs, add_scenarios, amounts_in, goal_in
from socluster.core.errors import InputError
from socluster.words import marked

__all__ = ["add", "run"]


def add(commands: Any) -> None:
    """Declare the command and its options."""
    plan = commands.add_parser(
        "plan",
        help=marked("which few partners together", context="help"),
        examples=[
            "plan siauliai what-if.yaml --goal global_efficiency --partners 2",
            "plan siauliai what-if.yaml --goal global_efficiency --at-most 2",
            'plan siauliai what-if.yaml --goal global_efficiency --budget 30 --cost "hub=20" "club=10"',
        ],
    )
    add_path(plan)
    add_scenarios(plan)
    add_goal(plan)
    add_needs(plan)
    plan.add_argument(
        "--partners", type=int, help=marked("how many: exactly so many, with a budget at most so many", context="help")
    )
    plan.add_argument(
        "--at-most", type=int, metavar="N", help=marked("how many at most, with or without a budget", context="help")
    )
    plan.add_argument("--budget", type=float, help=marked("what they may cost together", context="help"))
    plan.add_argument(
        "--cost", nargs="+", metavar="NAME=AMOUNT", help=marked("what each scenario costs", context="help")
    )
    add_drawing(plan)
    add_answer(plan, run)


def run(options: argparse.Namespace) -> int:
    """Print the plan."""
    from socluster.whatif.choice.plan import plan_partners
    from socluster.whatif.scenarios.fitting_file import scenarios_that_fit

    cluster = opened(options.path, options)
    candidates = scenarios_that_fit(options.scenarios, cluster)
    if options.partners is not None and not 1 <= options.partners <= len(candidates):
        raise InputError(
            "--partners takes a whole number from 1 to {most}, of how many there are scenarios; here is {n}",
            {"most": len(candidates), "n": options.partners},
        )
    plan = plan_partners(
        cluster,
        candidates,
        goal=goal_in(options, cluster),
        better=options.better,
        k=options.partners,
        at_most=options.at_most,
        budget=options.budget,
        cost=amounts_in(options.cost),
        draws=options.draws,
        rng=options.seed,
    )
    give(options, plan.to_frame(), plan.sentences(options.language))
    return 0
