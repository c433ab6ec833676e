"""What the commands about what might happen have in common: a file with scenarios, and a goal."""

from __future__ import annotations

import argparse

from socluster.words import marked

__all__ = ["add_goal", "add_scenarios"]


def add_scenarios(parser: argparse.ArgumentParser) -> None:
    """Declare the file with the scenarios."""
    parser.add_argument("scenarios", help=marked("file with scenarios, in JSON or YAML", context="help"))


def add_goal(parser: argparse.ArgumentParser, *, required: bool = True) -> None:
    """Declare what is to be gained, and in which direction."""
    parser.add_argument(
        "--goal", metavar="MEASURE", required=required, help=marked("what is to be gained, by its name", context="help")
    )
    parser.add_argument(
        "--better", choices=("higher", "lower"), help=marked("which direction is a gain", context="help")
    )
