"""By which names of files, sheets and columns the tables of a cluster are recognised."""

from __future__ import annotations

from collections.abc import Sequence

from socluster.core.errors import InputError
from socluster.core.schema import KEYS, TABLES, canonical_columns

__all__ = ["ALL_TABLES", "links_named", "our_columns", "recognised_keys", "table_called"]

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


def recognised_keys(table: str, columns: Sequence[str]) -> set[str]:
    """Return which key columns of the table are among these columns."""
    keys = {"name"} if table == "layers" else {*KEYS[table]}
    return keys & {*our_columns(table, columns).values()}
