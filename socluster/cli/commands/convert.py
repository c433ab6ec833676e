"""`socluster convert`: read a cluster in one format and write it in another."""

from __future__ import annotations

import argparse
from typing import Any

from socluster.cli.language import add_language
from socluster.cli.reading import add_reading_options
from socluster.cli.sources import opened
from socluster.core.errors import InputError, Problem
from socluster.core.terminal import tell
from socluster.words import marked, say

__all__ = ["add", "run"]


def add(commands: Any) -> None:
    """Declare the command and its options."""
    convert = commands.add_parser(
        "convert",
        help=marked("read a cluster in one format and write it in another", context="help"),
        examples=["convert siauliai siauliai.xlsx", "convert ties.csv cluster.graphml --directed --weight hours"],
    )
    convert.add_argument(
        "file", metavar="IN", help=marked("file or folder, or the name of a shipped dataset", context="help")
    )
    convert.add_argument(
        "written_to", metavar="OUT", help=marked("file or folder; its name says the format", context="help")
    )
    convert.add_argument(
        "--force",
        action="store_true",
        help=marked("also if OUT is the same file as IN, which is replaced", context="help"),
    )
    convert.add_argument(
        "--names",
        action="store_true",
        help=marked("also if the ties tell who trusts whom by name", context="help"),
    )
    add_language(convert)
    add_reading_options(convert)
    convert.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the cluster and say where."""
    from socluster.io.files import is_same, write

    if not options.force and is_same(options.file, options.written_to):
        message = marked("is read and written to; name another file, or say --force to replace it by what is read")
        raise InputError(Problem(message, file=options.written_to))
    cluster = opened(options.file, options)
    written = write(cluster, options.written_to, names=options.names)
    tell(say("{path}: written. {cluster}", options.language, path=written, cluster=cluster.summary(options.language)))
    return 0
