"""Folders with one file per table."""

from __future__ import annotations

from pathlib import Path

from socluster.core.errors import InputError, Problem, offered, table_name
from socluster.io.tables.table_names import ALL_TABLES, table_called
from socluster.words import marked

__all__ = ["NO_ACTORS", "no_file", "prepare_folder", "table_files"]

NO_ACTORS = marked("the folder has no {file}, the table with one row per actor (here: {names})")


def prepare_folder(path: Path) -> None:
    """Make the folder; a file of an earlier table left in it would become part of the cluster."""
    path.mkdir(exist_ok=True)
    if any(path.iterdir()):
        raise InputError(Problem("the folder is not empty", file=str(path)))


def no_file(path: Path) -> Problem:
    """Return what to say of a name in a folder of a cluster that is no file: a link to nowhere, a folder, a pipe."""
    if path.is_symlink() and not _is_linked(path):
        return Problem("is a link to a file that is not there; fetch that file, or delete the link", file=str(path))
    return Problem("is no file, though it has the name of one", file=str(path))


def table_files(folder: Path, ending: str) -> dict[str, Path]:
    """Return the file of each table in a folder, tables in our order.

    Raises
    ------
    InputError
        If there is no such folder, no table of actors, two files for one table, or a link to a file that is not there.
    """
    if not folder.is_dir():
        raise InputError(Problem("there is no such file or folder", file=str(folder)))
    present = sorted(file for file in folder.iterdir() if file.suffix.casefold() == ending)
    found: dict[str, Path] = {}
    problems = []
    for file in present:
        table = table_called(file.stem)
        if table in ALL_TABLES and not file.is_file():
            problems.append(no_file(file))
        elif table in found:
            values = {"one": found[table].name, "other": file.name, "table": table_name(str(table))}
            problems.append(Problem("{one} and {other} both hold the {table}", file=str(folder), values=values))
        elif table in ALL_TABLES:
            found[table] = file
    if "actors" not in found:
        values = {"file": f"actors{ending}", "names": offered(file.name for file in present)}
        problems.append(Problem(NO_ACTORS, file=str(folder), values=values))
    if problems:
        raise InputError(problems)
    return {table: found[table] for table in ALL_TABLES if table in found}


def _is_linked(path: Path) -> bool:
    """Whether a link leads to something."""
    try:
        return path.exists()
    except OSError:  # it leads back to itself
        return False
