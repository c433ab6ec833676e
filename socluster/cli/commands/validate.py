"""`socluster validate`: check a cluster's tables and list every bad row."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from socluster.core.errors import InputError, Problem
from socluster.words import LANGUAGES, Language

__all__ = ["add", "run"]

_VALID: dict[Language, str] = {"en": "{path}: valid. {cluster}", "lt": "{path}: klaidų nėra. {cluster}"}
_EMPTY: dict[Language, str] = {
    "en": "{path}: no mistakes, but no actors either: write the organisations into the table of actors.",
    "lt": "{path}: klaidų nėra, bet nėra ir veikėjų: organizacijas įrašykite į veikėjų lentelę.",
}


def add(commands: Any) -> None:
    """Declare the command and its options."""
    validate = commands.add_parser("validate", help="check a cluster's tables; every bad row is listed")
    validate.add_argument("path", help="file or folder")
    validate.add_argument("--language", choices=LANGUAGES, default="en", help="en or lt (%(default)s)")
    validate.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Read all tables, and needs if it is a workbook, and say what is wrong with them."""
    from socluster.io.files import read
    from socluster.io.needs import read_needs

    problems: list[Problem] = []
    cluster = None
    try:
        cluster = read(options.path, language=options.language)
    except InputError as error:
        problems += error.problems
    if Path(options.path).suffix.casefold() == ".xlsx" and Path(options.path).is_file():
        try:
            read_needs(options.path, language=options.language)
        except InputError as error:
            problems += [problem for problem in error.problems if problem not in problems]
    if problems:
        raise InputError(problems)
    said = _VALID if cluster is not None and cluster.n_actors else _EMPTY
    print(said[options.language].format(path=options.path, cluster=repr(cluster)))
    return 0
