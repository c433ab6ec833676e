"""`socluster ergm`: which tendencies a network shows, all of them at once (exponential random graph model)."""

from __future__ import annotations

import argparse
from typing import Any

from socluster.cli.language import add_language
from socluster.cli.output import add_format, give
from socluster.cli.reading import add_reading_options
from socluster.cli.sources import opened
from socluster.words import marked

__all__ = ["add", "run"]


def add(commands: Any) -> None:
    """Declare the command and its options."""
    ergm = commands.add_parser("ergm", help=marked("fit an exponential random graph model", context="help"))
    ergm.add_argument("path", help=marked("file or folder, or the name of a shipped dataset", context="help"))
    ergm.add_argument(
        "terms",
        nargs="+",
        metavar="term",
        help=marked('such as edges, nodematch("sector"), gwesp(0.5)', context="help"),
    )
    ergm.add_argument("--of", metavar="LAYER", help=marked("the layer of ties that is modelled", context="help"))
    ergm.add_argument("--seed", type=int, default=7, help=marked("seed of the draws (%(default)s)", context="help"))
    add_format(ergm)
    add_language(ergm)
    add_reading_options(ergm)
    ergm.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the coefficients."""
    from socluster.cli.named import terms_named
    from socluster.inference.ergm.fitting import ergm

    fit = ergm(opened(options.path, options), terms_named(options.terms), layer=options.of, rng=options.seed)
    give(options, fit.to_frame(), fit.sentences(options.language))
    return 0
