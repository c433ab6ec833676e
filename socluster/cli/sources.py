"""What a command is given to read: a file, a folder, or the name of a shipped dataset."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from socluster.cli.reading import reading_options
from socluster.core.errors import InputError
from socluster.words import marked

if TYPE_CHECKING:
    from socluster.core.cluster import Cluster

__all__ = ["add_path", "opened"]


def add_path(parser: argparse.ArgumentParser) -> None:
    """Declare what the command is given to read."""
    parser.add_argument("path", help=marked("file or folder, or the name of a shipped dataset", context="help"))


def opened(path: str, typed: argparse.Namespace) -> Cluster:
    """Return the cluster, read as was typed; what lies on the disk goes before a dataset of the same name."""
    from socluster.io.datasets import DATASETS, load_dataset  # loads pandas, which the help does not need
    from socluster.io.files import read_with

    if path in DATASETS and not Path(path).exists():
        return load_dataset(path)
    try:
        return read_with(path, reading_options(typed))
    except InputError as error:
        raise error.in_language(typed.language) from error.__cause__
