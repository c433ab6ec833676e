"""`socluster validate`: check a cluster's tables and list every bad row."""

from __future__ import annotations

import argparse
from typing import Any

from socluster.cli.language import add_language
from socluster.cli.needs_told import is_workbook, tell_needs
from socluster.cli.reading import add_reading_options, reading_options
from socluster.core.errors import InputError, Problem
from socluster.core.terminal import tell
from socluster.words import marked, say

__all__ = ["add", "run"]


def add(commands: Any) -> None:
    """Declare the command and its options."""
    validate = commands.add_parser(
        "validate",
        help=marked("check a cluster's tables; every bad row is listed", context="help"),
        examples=["validate my-cluster/cluster.xlsx", "validate ties.csv --no-directed --duplicates sum"],
    )
    validate.add_argument("path", help=marked("file or folder", context="help"))
    add_language(validate)
    add_reading_options(validate)
    validate.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Read all tables, and needs if it is a workbook, and say what is wrong with them, or probably a slip."""
    from socluster.io.doubts import doubts
    from socluster.io.files import read_with
    from socluster.io.needs import needs_and_origin

    problems: list[Problem] = []
    cluster = needs = None
    try:
        cluster = read_with(options.path, reading_options(options))
    except InputError as error:
        problems += error.in_language(options.language).problems
    if is_workbook(options.path):
        try:
            needs = needs_and_origin(options.path, options.language)
        except InputError as error:
            problems += [problem for problem in error.problems if problem not in problems]
    if problems:
        raise InputError(problems)
    if cluster is None or not cluster.n_actors:
        message = marked("{path}: no mistakes, but no actors either: write the organisations into the table of actors.")
        tell(say(message, options.language, path=options.path))
    else:
        description = cluster.summary(options.language)
        tell(say("{path}: valid. {cluster}", options.language, path=options.path, cluster=description))
        for doubt in doubts(cluster):
            tell(say("{path}: look again at {doubt}", options.language, path=options.path, doubt=doubt))
        if needs is not None:
            tell_needs(options.path, cluster, *needs, options.language)
    return 0
