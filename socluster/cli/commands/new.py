"""`socluster new`: start your own cluster."""

from __future__ import annotations

import argparse
import shlex
from typing import Any

from socluster.cli.language import add_language
from socluster.core.terminal import tell
from socluster.words import marked, say

__all__ = ["add", "run"]


def add(commands: Any) -> None:
    """Declare the command and its options."""
    new = commands.add_parser(
        "new",
        help=marked("start a cluster of your own: a workbook to fill in, an example, a notebook", context="help"),
        examples=["new my-cluster", "new mano-klasteris --language lt"],
    )
    new.add_argument("folder", metavar="DIR", help=marked("folder to make", context="help"))
    add_language(new)
    new.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Make the folder and say what to do with it."""
    from socluster.starter import new

    folder = new(options.folder, language=options.language)
    message = marked(
        "{folder}: made. Look at example.xlsx and run my_cluster.ipynb; then fill in cluster.xlsx and check it:"
    )
    tell(say(message, options.language, folder=folder))
    how = "" if options.language == "en" else f" --language {options.language}"
    tell(f"  socluster validate {shlex.quote(f'{folder}/cluster.xlsx')}{how}")
    return 0
