"""`socluster convert`: read a cluster in one format and write it in another."""

from __future__ import annotations

import argparse
from typing import Any

from socluster.cli.language import add_language
from socluster.cli.reading import add_reading_options
from socluster.cli.sources import opened
from socluster.words import say

__all__ = ["add", "run"]


def add(commands: Any) -> None:
    """Declare the command and its options."""
    convert = commands.add_parser("convert", help="read a cluster in one format and write it in another")
    convert.add_argument("file", metavar="IN", help="file or folder, or the name of a shipped dataset")
    convert.add_argument("written_to", metavar="OUT", help="file or folder; its name says the format")
    add_language(convert)
    add_reading_options(convert)
    convert.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the cluster and say where."""
    from socluster.io.files import write

    cluster = opened(options.file, options)
    written = write(cluster, options.written_to)
    print(say("{path}: written. {cluster}", options.language, path=written, cluster=cluster.summary(options.language)))
    return 0
