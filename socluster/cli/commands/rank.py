"""`socluster rank`: which partner to invite first, and how sure that is."""

from __future__ import annotations

import argparse
from typing import Any

from socluster.cli.output import add_answer, add_drawing, give
from socluster.cli.sources import add_path, opened
from socluster.cli.what_if import add_goal, add_needs, add_scenarios, goal_in
from socluster.words import marked

__all__ = ["add", "run"]


def add(commands: Any) -> None:
    """Declare the command and its options."""
    rank = commands.add_parser(
        "rank",
        help=marked("which partner to invite first", context="help"),
        examples=[
            "rank siauliai what-if.yaml --goal global_efficiency",
            "rank siauliai what-if.yaml --goal fragmentation --better lower --format json",
        ],
    )
    add_path(rank)
    add_scenarios(rank)
    add_goal(rank)
    add_needs(rank)
    add_drawing(rank)
    add_answer(rank, run)


def run(options: argparse.Namespace) -> int:
    """Print the ranking."""
    from socluster.whatif.choice.rank import rank_partners
    from socluster.whatif.scenarios.fitting_file import scenarios_that_fit

    cluster = opened(options.path, options)
    ranking = rank_partners(
        cluster,
        scenarios_that_fit(options.scenarios, cluster),
        goal=goal_in(options, cluster),
        better=options.better,
        draws=options.draws,
        rng=options.seed,
    )
    give(options, ranking.to_frame(), ranking.sentences(options.language))
    return 0
