"""A workbook: the tables of a cluster, sheet by sheet, or one sheet with a list or a matrix."""

from __future__ import annotations

from pathlib import Path

from socluster.core.tables import Tables
from socluster.io.options import ReadingOptions, refuse_modes
from socluster.io.sheets.one_table import OneSheet, tables_of_rows
from socluster.io.tables import excel
from socluster.io.tables.excel import losses, write
from socluster.io.tables.excel_reader import alone

__all__ = ["losses", "read", "write"]


def read(path: Path, options: ReadingOptions | None = None) -> Tables:
    """Read a workbook with a sheet of actors, or else the sheet that holds the network.

    Parameters
    ----------
    path : Path
        The `.xlsx` file.
    options : ReadingOptions, optional
        Sheet, columns, modes and what to do about missing values.

    Returns
    -------
    Tables
        Cells as text.

    Raises
    ------
    InputError
        If the file is damaged, or no sheet can be understood; every bad row is listed.
    """
    options = options or ReadingOptions()
    found = alone(path, options)
    if found is None:
        refuse_modes(options)
        return excel.read(path)
    header, cells, numbers, origin = found
    return tables_of_rows(OneSheet(header, cells, numbers, origin), options)
