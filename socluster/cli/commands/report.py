"""`socluster report`: a page about a cluster, to print and to put before those who decide."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from socluster.cli.language import add_language
from socluster.cli.needs_told import needs_of_data
from socluster.cli.reading import add_reading_options
from socluster.cli.sources import add_path, opened
from socluster.cli.what_if import add_goal, add_needs
from socluster.core.errors import InputError
from socluster.core.terminal import tell
from socluster.words import marked, say

if TYPE_CHECKING:
    import pandas as pd

    from socluster.core.cluster import Cluster

__all__ = ["add", "run"]

_DRAWS, _SEED = 1000, 7


def add(commands: Any) -> None:
    """Declare the command and its options."""
    report = commands.add_parser(
        "report",
        help=marked("a page to print: who holds it together", context="help"),
        examples=[
            "report siauliai -o report.html",
            "report siauliai -o report.html --scenarios what-if.yaml --draws 500 --language lt",
            "report siauliai --scenarios what-if.yaml --goal fragmentation --better lower",
            "report siauliai -o report.html --tables report.xlsx --docx report.docx",
        ],
    )
    add_path(report)
    report.add_argument(
        "-o", "--output", default="report.html", help=marked("page to write (%(default)s)", context="help")
    )
    report.add_argument(
        "--scenarios",
        metavar="FILE",
        help=marked("file with scenarios (JSON or YAML) to compare, and perhaps goals and plans", context="help"),
    )
    add_goal(report, required=False)
    add_needs(report)
    report.add_argument("--title", help=marked("title of the report", context="help"))
    report.add_argument(
        "--tables", metavar="FILE", help=marked("workbook (.xlsx) to write with the tables as well", context="help")
    )
    report.add_argument(
        "--docx", metavar="FILE", help=marked("document (.docx) to write with the same as well", context="help")
    )
    report.add_argument(
        "--draws", type=int, help=marked("draws of what is not known (as the scenarios say; else 1000)", context="help")
    )
    report.add_argument(
        "--seed", type=int, help=marked("seed of the draws (as the scenarios say; else 7)", context="help")
    )
    add_language(report)
    add_reading_options(report)
    report.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the page, and say where it is."""
    from socluster.report.report import report  # loads the whole library, which the help does not need

    _refuse_half_a_goal(options)
    cluster = opened(options.path, options)
    needs = needs_of_data(cluster, options)
    outcomes = _answered(cluster, options, needs) if options.scenarios else []
    written = report(
        cluster,
        options.output,
        outcomes=outcomes,
        needs=needs,
        language=options.language,
        title=options.title or _named_by_file(cluster, options),
        tables=options.tables,
        docx=options.docx,
    )
    tell(say("The report: {path}", options.language, path=written.resolve()))
    if options.tables:
        tell(say("The tables: {path}", options.language, path=Path(options.tables).resolve()))
    if options.docx:
        tell(say("The document: {path}", options.language, path=Path(options.docx).resolve()))
    return 0


def _named_by_file(cluster: Cluster, options: argparse.Namespace) -> str | None:
    """Return the title of data that have no name of their own: the file's stands in its place."""
    name = Path(options.path).stem
    if cluster.name or not name:
        return None
    return say("Who holds the cluster together? {name}", options.language, name=name)


def _refuse_half_a_goal(options: argparse.Namespace) -> None:
    if options.better and options.goal is None:
        raise InputError("--better says in which direction a goal is a gain: say --goal as well")
    if options.goal is not None and not options.scenarios:
        raise InputError("--goal ranks scenarios: say --scenarios as well")


def _answered(cluster: Cluster, options: argparse.Namespace, needs: pd.DataFrame | None) -> list[Any]:
    """Answer what was asked of the scenarios of a file: what the file says, or the goal that was typed."""
    from socluster.app.answers.what_ifs import what_ifs
    from socluster.cli.named import measure_named
    from socluster.draws.settings import Draws
    from socluster.whatif.choice.rank import rank_partners
    from socluster.whatif.scenarios.files import questions_of
    from socluster.whatif.scenarios.fitting_file import scenarios_that_fit

    scenarios = scenarios_that_fit(options.scenarios, cluster)
    asked = questions_of(options.scenarios)
    draws, seed = options.draws, options.seed
    draws = Draws((asked.draws or _DRAWS) if draws is None else draws)
    seed = (_SEED if asked.seed is None else asked.seed) if seed is None else seed
    told = asked if options.goal is None else replace(asked, goals=())
    goal = None if options.goal is None else measure_named(options.goal, needs=needs)
    more = [] if goal is None else [goal]
    found = what_ifs(cluster, scenarios, told, draws=draws, rng=seed, needs=needs, language=options.language, more=more)
    if goal is not None:
        found.append(rank_partners(cluster, scenarios, goal=goal, better=options.better, draws=draws, rng=seed))
    return found
