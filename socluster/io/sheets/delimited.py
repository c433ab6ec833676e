"""One text file with a table: values separated by commas, semicolons, tabs, vertical bars or blanks."""

from __future__ import annotations

from pathlib import Path

from socluster.core.tables import Origin, Tables
from socluster.io.formats.reading_only import losses, write
from socluster.io.options import ReadingOptions
from socluster.io.sheets.one_table import OneSheet, tables_of_rows
from socluster.io.tables.csv_text import read_rows

__all__ = ["losses", "read", "write"]


def read(path: Path, options: ReadingOptions | None = None) -> Tables:
    """Read a list of ties, a list of affiliations or a matrix.

    Parameters
    ----------
    path : Path
        The file. Delimiter and encoding (UTF-8, UTF-16, Windows-1257) are found.
    options : ReadingOptions, optional
        Encoding, columns, modes and what to do about missing values.

    Returns
    -------
    Tables
        Cells as text; the actors are those who are in it, in order of appearance.

    Raises
    ------
    InputError
        If it is none of these; every bad row is listed.
    """
    options = options or ReadingOptions()
    header, cells, numbers = read_rows(path, "ties", options.encoding, blanks=True)
    return tables_of_rows(OneSheet(header, cells, numbers, Origin(str(path))), options)
