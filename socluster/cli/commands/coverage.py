"""`socluster coverage`: how much of what is needed is offered."""

from __future__ import annotations

import argparse
from typing import Any

from socluster.cli.output import add_answer, give
from socluster.cli.sources import add_path, opened
from socluster.cli.what_if import needs_in
from socluster.core.errors import InputError
from socluster.words import marked

__all__ = ["add", "run"]


def add(commands: Any) -> None:
    """Declare the command and its options."""
    coverage = commands.add_parser(
        "coverage",
        help=marked("how much of what is needed is offered", context="help"),
        examples=["coverage my-cluster/example.xlsx my-cluster/example.xlsx"],
    )
    add_path(coverage)
    coverage.add_argument("needs", help=marked("workbook whose sheet needs says what is needed where", context="help"))
    add_answer(coverage, run)


def run(options: argparse.Namespace) -> int:
    """Print what is needed, offered and met, by place and service."""
    from socluster.measures.services.coverage import coverage

    cluster, needs = opened(options.path, options), needs_in(options)
    if needs is None or needs.empty:
        raise InputError("{file} says of nothing that it is needed: write it in a sheet needs", {"file": options.needs})
    found = coverage(cluster, needs=needs)
    give(options, found.to_frame(), found.sentences(options.language))
    return 0
