"""Excel workbook with one sheet per table: actors, ties, groups, affiliations, unknown, layers, info and columns.

The sheet `info` has a row per key, the name of the cluster among them; the sheet `columns` says which kind each further
column has. Sheets are recognised by their English or Lithuanian name.
"""

from __future__ import annotations

from socluster.core.tables import Tables
from socluster.io.tables.excel_reader import read
from socluster.io.tables.excel_writer import write
from socluster.words import Phrase

__all__ = ["losses", "read", "write"]


def losses(tables: Tables) -> list[Phrase]:
    """Return what the format cannot carry: nothing."""
    return []
