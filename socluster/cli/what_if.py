"""What the commands about what might happen have in common: a file with scenarios, a goal, and what is needed."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from socluster.words import marked

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["add_goal", "add_needs", "add_scenarios", "needs_in"]


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


def add_needs(parser: argparse.ArgumentParser) -> None:
    """Declare the workbook with what is needed, which coverage compares with."""
    parser.add_argument(
        "--needs", metavar="FILE", help=marked("workbook whose sheet needs says what is needed where", context="help")
    )


def needs_in(options: argparse.Namespace) -> pd.DataFrame | None:
    """Return what is needed where, if a workbook with it was given."""
    from socluster.io.needs import read_needs  # loads pandas, which the help does not need

    return read_needs(options.needs, language=options.language) if options.needs is not None else None
