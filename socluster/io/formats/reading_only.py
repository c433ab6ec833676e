"""Formats that are read, as other programs write them, and not written."""

from __future__ import annotations

from pathlib import Path

from socluster.core.errors import InputError, Problem
from socluster.core.tables import Tables
from socluster.words import Phrase, marked

__all__ = ["losses", "write"]


def write(tables: Tables, path: Path) -> None:
    """Refuse, and name formats that hold a whole cluster.

    Raises
    ------
    InputError
        Always.
    """
    del tables
    message = marked(
        "files of the format '{suffix}' are read only; write .xlsx, .json, .graphml, .gexf, .gml, or a folder, whose "
        "ties.csv is the list of ties"
    )
    raise InputError(Problem(message, file=path.name, values={"suffix": path.suffix}))


def losses(tables: Tables) -> list[Phrase]:
    """Return nothing, as nothing is written."""
    del tables
    return []
