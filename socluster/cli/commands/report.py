"""`socluster report`: a page about a cluster, to print and to put before those who decide."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from socluster.cli.language import add_language
from socluster.cli.output import add_drawing
from socluster.cli.reading import add_reading_options
from socluster.cli.sources import add_path, opened
from socluster.cli.what_if import add_goal, add_needs, needs_in
from socluster.core.errors import InputError
from socluster.core.terminal import tell
from socluster.words import marked, say

if TYPE_CHECKING:
    import pandas as pd

    from socluster.core.cluster import Cluster
    from socluster.whatif.choice.ranking import Ranking
    from socluster.whatif.comparison.outcome import Outcome

__all__ = ["add", "run"]


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
        "--scenarios", metavar="FILE", help=marked("file with scenarios (JSON or YAML) to compare", context="help")
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
    add_drawing(report)
    add_language(report)
    add_reading_options(report)
    report.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the page, and say where it is."""
    from socluster.report.report import report  # loads the whole library, which the help does not need

    _refuse_half_a_goal(options)
    cluster = opened(options.path, options)
    needs = needs_in(options)
    outcomes: list[Outcome | Ranking] = [_compared(cluster, options)] if options.scenarios else []
    if options.goal is not None:
        outcomes.append(_ranked(cluster, options, needs))
    written = report(
        cluster,
        options.output,
        outcomes=outcomes,
        needs=needs,
        language=options.language,
        title=options.title,
        tables=options.tables,
        docx=options.docx,
    )
    tell(say("The report: {path}", options.language, path=written.resolve()))
    if options.tables:
        tell(say("The tables: {path}", options.language, path=Path(options.tables).resolve()))
    if options.docx:
        tell(say("The document: {path}", options.language, path=Path(options.docx).resolve()))
    return 0


def _refuse_half_a_goal(options: argparse.Namespace) -> None:
    if options.better and options.goal is None:
        raise InputError("--better says in which direction a goal is a gain: say --goal as well")
    if options.goal is not None and not options.scenarios:
        raise InputError("--goal ranks scenarios: say --scenarios as well")


def _ranked(cluster: Cluster, options: argparse.Namespace, needs: pd.DataFrame | None) -> Ranking:
    """Rank the scenarios of the file by the goal, with the draws of the comparison."""
    from socluster.cli.named import measure_named
    from socluster.whatif.choice.rank import rank_partners
    from socluster.whatif.scenarios.fitting_file import scenarios_that_fit

    return rank_partners(
        cluster,
        scenarios_that_fit(options.scenarios, cluster),
        goal=measure_named(options.goal, needs=needs),
        better=options.better,
        draws=options.draws,
        rng=options.seed,
    )


def _compared(cluster: Cluster, options: argparse.Namespace) -> Outcome:
    """Compare the cluster with the scenarios of a file, beside a random partner where somebody joins."""
    from socluster.measures.brokerage.holes import constraint
    from socluster.measures.cohesion.density import global_efficiency
    from socluster.measures.cohesion.distance import fragmentation
    from socluster.measures.shared.answers import Measure
    from socluster.measures.shared.network import one_mode
    from socluster.whatif.comparison.compare import compare
    from socluster.whatif.comparison.random_partner import joins_with_ties
    from socluster.whatif.scenarios.fitting_file import scenarios_that_fit

    scenarios = scenarios_that_fit(options.scenarios, cluster)
    measures: list[Measure] = [fragmentation, global_efficiency, constraint]
    network = one_mode(cluster)
    somebody_joins = any(joins_with_ties(each, network) for each in scenarios)
    return compare(cluster, scenarios, measures=measures, draws=options.draws, rng=options.seed, null=somebody_joins)
