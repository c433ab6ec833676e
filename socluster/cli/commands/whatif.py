"""`socluster whatif`: a page that answers what would change, for every combination of candidates, to send by e-mail."""

from __future__ import annotations

import argparse
from typing import Any

from socluster.cli.language import add_language
from socluster.cli.needs_told import needs_of_data
from socluster.cli.reading import add_reading_options
from socluster.cli.sources import add_path, opened
from socluster.cli.what_if import add_needs, add_scenarios
from socluster.core.terminal import tell
from socluster.words import marked

__all__ = ["add", "run"]

_SEED = 7


def add(commands: Any) -> None:
    """Declare the command and its options."""
    whatif = commands.add_parser(
        "whatif",
        help=marked("a what-if page to send by e-mail", context="help"),
        examples=[
            "whatif siauliai what-if.yaml --page siauliai.html",
            "whatif siauliai what-if.yaml --measures fragmentation global_efficiency --language lt",
        ],
    )
    add_path(whatif)
    add_scenarios(whatif)
    whatif.add_argument(
        "--page", metavar="FILE", default="whatif.html", help=marked("page to write (%(default)s)", context="help")
    )
    whatif.add_argument(
        "--measures",
        nargs="+",
        metavar="MEASURE",
        help=marked("names as in Python, such as global_efficiency", context="help"),
    )
    add_needs(whatif)
    whatif.add_argument(
        "--draws",
        type=int,
        metavar="N",
        help=marked("draws of each set (as the scenarios say; else fewer where there are many)", context="help"),
    )
    whatif.add_argument(
        "--seed", type=int, help=marked("seed of the draws (as the scenarios say; else 7)", context="help")
    )
    whatif.add_argument("--title", help=marked("title of the page", context="help"))
    add_language(whatif)
    add_reading_options(whatif)
    whatif.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the page, and say what it holds and where it is."""
    from socluster.app.single_page import whatif_page  # loads the whole library, which the help does not need
    from socluster.cli.named import measures_named
    from socluster.whatif.scenarios.files import questions_of
    from socluster.whatif.scenarios.fitting_file import scenarios_that_fit

    cluster = opened(options.path, options)
    asked = questions_of(options.scenarios)
    seed = next(each for each in (options.seed, asked.seed, _SEED) if each is not None)
    page = whatif_page(
        cluster,
        scenarios_that_fit(options.scenarios, cluster),
        options.page,
        measures=measures_named(options.measures) if options.measures else None,
        draws=options.draws,
        rng=seed,
        language=options.language,
        title=options.title,
        needs=needs_of_data(cluster, options),
        questions=asked,
    )
    tell(*page.sentences(options.language))
    return 0
