"""`socluster new`: start your own cluster."""

from __future__ import annotations

import argparse
from typing import Any

from socluster.words import LANGUAGES, Language

__all__ = ["add", "run"]

_STARTED: dict[Language, str] = {
    "en": (
        "{folder}: made. Look at example.xlsx and run my_cluster.ipynb; then fill in cluster.xlsx and check it:\n"
        "  socluster validate {folder}/cluster.xlsx"
    ),
    "lt": (
        "{folder}: sukurta. Pažiūrėkite example.xlsx ir paleiskite my_cluster.ipynb; tada užpildykite cluster.xlsx ir "
        "patikrinkite:\n  socluster validate {folder}/cluster.xlsx --language lt"
    ),
}


def add(commands: Any) -> None:
    """Declare the command and its options."""
    new = commands.add_parser("new", help="start a cluster of your own: a workbook to fill in, an example, a notebook")
    new.add_argument("folder", metavar="DIR", help="folder to make")
    new.add_argument("--language", choices=LANGUAGES, default="en", help="en or lt (%(default)s)")
    new.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Make the folder and say what to do with it."""
    from socluster.starter import new

    folder = new(options.folder, language=options.language)
    print(_STARTED[options.language].format(folder=folder))
    return 0
