"""Folders with one file per table."""

from __future__ import annotations

from pathlib import Path

from socluster.core.errors import InputError, Problem
from socluster.io.tables.table_names import ALL_TABLES, table_called

__all__ = ["prepare_folder", "table_files"]


def prepare_folder(path: Path) -> None:
    """Make the folder; a file of an earlier table left in it would become part of the cluster."""
    path.mkdir(exist_ok=True)
    if any(path.iterdir()):
        raise InputError(Problem("the folder is not empty", file=str(path)))


def table_files(folder: Path, ending: str) -> dict[str, Path]:
    """Return the file of each table in a folder, tables in our order.

    Raises
    ------
    InputError
        If there is no such folder, no table of actors, or two files for one table.
    """
    if not folder.is_dir():
        raise InputError(Problem("there is no such file or folder", file=str(folder)))
    present = sorted(file for file in folder.iterdir() if file.is_file() and file.suffix.casefold() == ending)
    found: dict[str, Path] = {}
    problems = []
    for file in present:
        table = table_called(file.stem)
        if table in found:
            problems.append(Problem(f"{found[table].name} and {file.name} both hold the {table}", file=str(folder)))
        elif table in ALL_TABLES:
            found[table] = file
    if "actors" not in found:
        names = ", ".join(file.name for file in present) or "no such files"
        message = f"the folder has no actors{ending}, the table with one row per actor (here: {names})"
        problems.append(Problem(message, file=str(folder)))
    if problems:
        raise InputError(problems)
    return {table: found[table] for table in ALL_TABLES if table in found}
