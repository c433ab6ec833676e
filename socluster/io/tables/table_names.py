"""By which names of files, sheets and columns the tables of a cluster are recognised."""

from __future__ import annotations

from collections.abc import Sequence

from socluster.core.errors import InputError
from socluster.core.schema import KEYS, TABLES, canonical_columns, column_words

__all__ = ["ALL_TABLES", "HEADER_WORDS", "is_header", "links_named", "our_columns", "recognised_keys", "table_called"]

ALL_TABLES = (*TABLES, "layers")

_CALLED = {
    "actors": "actors nodes elements vertices organisations organizations veikėjai veikejai",
    "ties": "ties edges links connections ryšiai rysiai",
    "groups": "groups events grupės grupes",
    "affiliations": "affiliations memberships attendance dalyvavimas priklausymas",
    "unknown": "unknown nežinomi nezinomi nežinoma nezinoma",
    "layers": "layers sluoksniai",
    "needs": "needs poreikiai",
    "info": "info informacija",
    "columns": "columns stulpeliai",
}
_TABLE_OF = {word: table for table, words in _CALLED.items() for word in words.split()}

_LAYER_COLUMNS = {
    "name": "name layer sluoksnis pavadinimas",
    "directed": "directed kryptingas kryptinis kryptis",
    "scale": "scale skalė skale",
    "meaning": "meaning reikšmė reiksme prasmė prasme",
}
_LAYER_COLUMN_OF = {word: column for column, words in _LAYER_COLUMNS.items() for word in words.split()}
_WORDS = {table: column_words(table) for table in TABLES} | {"layers": frozenset(_LAYER_COLUMN_OF)}
_BEGIN = {"actors": {"actor", "name"}, "groups": {"group", "name"}}  # the columns that one row of these is called by

HEADER_WORDS = frozenset().union(*_WORDS.values())
"""Every word, in lower case, that means a column of one of the tables."""


def table_called(name: str) -> str | None:
    """Return the table that a file or sheet of this name holds, or None.

    Examples
    --------
    >>> table_called("Veikėjai"), table_called("notes")
    ('actors', None)
    """
    return _TABLE_OF.get(name.strip().casefold())


def our_columns(table: str, columns: Sequence[str]) -> dict[str, str]:
    """Return, for each column as written, our name of it; as `canonical_columns`, but for layers too."""
    if table == "layers":
        return _layer_columns(columns)
    return canonical_columns(table, columns)


def _layer_columns(columns: Sequence[str]) -> dict[str, str]:
    """Translate a synonym only where no other column has our name already."""
    ours = {column: column for column in columns if column in _LAYER_COLUMNS}
    for column in columns:
        meant = _LAYER_COLUMN_OF.get(column.strip().casefold(), column)
        ours.setdefault(column, column if meant in ours.values() else meant)
    return ours


def links_named(columns: Sequence[str]) -> str | None:
    """Return whether columns are those of ties or of affiliations, whatever their table is called; None for neither.

    Examples
    --------
    >>> links_named(["From", "to", "strength"]), links_named(["place", "service"])
    ('ties', None)
    """
    for table in ("ties", "affiliations"):
        try:
            if {*KEYS[table][:2]} <= recognised_keys(table, columns):
                return table
        except InputError:  # two columns for one key, so it was meant to be one
            return table
    return None


def is_header(cells: Sequence[str]) -> bool:
    """Whether cells are the header of a table of ours: two or more known words for columns, its key among them.

    Examples
    --------
    >>> is_header(["Organisation", "sector"]), is_header(["School", "sector"]), is_header(["time", "value"])
    (True, False, False)
    """
    words = [cell.strip().casefold() for cell in cells]
    if len({*words}) < 2:
        return False
    if links_named(cells) is not None and HEADER_WORDS.issuperset(words):
        return True
    for table in ("actors", "groups", "layers"):
        if _WORDS[table].issuperset(words):
            meant = {*our_columns(table, words).values()}
            if meant & _BEGIN.get(table, {"name"}):
                return True
    return False


def recognised_keys(table: str, columns: Sequence[str]) -> set[str]:
    """Return which key columns of the table are among these columns."""
    keys = {"name"} if table == "layers" else {*KEYS[table]}
    return keys & {*our_columns(table, columns).values()}
