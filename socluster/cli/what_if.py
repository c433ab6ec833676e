"""What the commands about what might happen have in common: a file with scenarios, a goal, and what is needed."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import TYPE_CHECKING

from socluster.core.errors import InputError, Problem, nearest
from socluster.words import marked

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from socluster.core.cluster import Cluster
    from socluster.measures.shared.answers import Measure

__all__ = ["add_goal", "add_needs", "add_scenarios", "amounts_in", "goal_in", "needs_in"]


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
    parser.add_argument("--unit", help=marked("only what is needed in this unit, such as places", context="help"))


def needs_in(options: argparse.Namespace) -> pd.DataFrame | None:
    """Return what is needed where, if a workbook with it was given; of one unit, if one was named.

    Raises
    ------
    InputError
        If nothing is needed in the unit.
    """
    from socluster.io.needs import read_needs  # loads pandas, which the help does not need

    if options.needs is None:
        return None
    needs = read_needs(options.needs, language=options.language)
    unit = getattr(options, "unit", None)
    if unit is None:
        return needs
    units = [str(each) for each in needs["unit"].dropna().unique()] if "unit" in needs else []
    of_unit = [each for each in units if each.casefold() == unit.casefold()]
    if not of_unit:
        near, told = nearest(unit, units), {"units": units}
        raise InputError(
            Problem("nothing is needed in this unit; there are {units}", value=unit, nearest=near, values=told)
        )
    return needs[needs["unit"].isin(of_unit)]


def goal_in(options: argparse.Namespace, cluster: Cluster) -> Measure:
    """Return the measure that is the goal; one of needs is called with its unit, as in reports."""
    from socluster.app.answers.needed import COVERAGE, called, met_measures
    from socluster.cli.named import measure_named
    from socluster.measures.shared.answers import named

    needs = needs_in(options)
    measure = measure_named(options.goal, needs=needs)
    met = met_measures(needs) if named([measure])[0][0] == COVERAGE else {}
    if len(met) != 1 or set(getattr(measure, "keywords", ())) != {"needs"}:
        return measure
    measure(cluster)  # which warns of what is probably misspelt, once
    (of_unit,) = met.values()
    return replace(of_unit, name=called(of_unit, options.language))


def amounts_in(typed: Sequence[str] | None) -> dict[str, float] | None:
    """Return the amounts that are typed as NAME=AMOUNT, by name.

    Raises
    ------
    InputError
        With everything that is not so.
    """
    if not typed:
        return None
    from socluster.core.coerce import as_number  # loads pandas, which the help does not need

    found: dict[str, float] = {}
    problems = []
    for each in typed:
        name, _, amount = each.rpartition("=")
        value = as_number(amount)
        if value is None or not name.strip():
            problems.append(Problem('must be a name and an amount, as in "hub=20"', value=each))
        else:
            found[name.strip()] = value
    if problems:
        raise InputError(problems)
    return found
