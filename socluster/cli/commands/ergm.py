"""`socluster ergm`: which tendencies a network shows, all of them at once (exponential random graph model)."""

from __future__ import annotations

import argparse
from typing import Any

from socluster.cli.output import add_answer, add_seed, give
from socluster.cli.sources import add_path, opened
from socluster.words import marked

__all__ = ["add", "run"]


def add(commands: Any) -> None:
    """Declare the command and its options."""
    ergm = commands.add_parser(
        "ergm",
        help=marked("fit an exponential random graph model", context="help"),
        examples=['ergm florentine edges "gwesp(0.5)" --of marriage', "ergm knoke edges mutual --of information"],
    )
    add_path(ergm)
    ergm.add_argument(
        "terms",
        nargs="+",
        metavar="term",
        help=marked('such as edges, nodematch("sector"), gwesp(0.5)', context="help"),
    )
    ergm.add_argument("--of", metavar="LAYER", help=marked("the layer of ties that is modelled", context="help"))
    add_seed(ergm)
    add_answer(ergm, run)


def run(options: argparse.Namespace) -> int:
    """Print the coefficients."""
    from socluster.cli.named import terms_named
    from socluster.inference.ergm.fitting import ergm

    fit = ergm(opened(options.path, options), terms_named(options.terms), layer=options.of, rng=options.seed)
    give(options, fit.to_frame(), fit.sentences(options.language))
    return 0
