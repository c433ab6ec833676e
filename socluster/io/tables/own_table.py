"""Which table lists the names of a list, so that they are taken as they stand."""

from __future__ import annotations

from socluster.words import later, listed

__all__ = ["call_with_table", "table_of_names"]

_FILES = {
    "source": ("actors.csv", "ties.csv"),
    "target": ("actors.csv", "ties.csv"),
    "actor": ("actors.csv", "groups.csv", "affiliations.csv"),
    "group": ("groups.csv", "actors.csv", "affiliations.csv"),
}


def table_of_names(column: str) -> dict[str, object]:
    """Return the file that lists the ends in a column, and the files beside it in the folder, for a message.

    Examples
    --------
    >>> table_of_names("group")["listing"]
    'groups.csv'
    """
    listing, *others = _FILES[column]
    return {"listing": listing, "others": later(listed, others)}


def call_with_table(table: str) -> str:
    """Return the call that takes DataFrames of names beside one of ties or affiliations.

    Examples
    --------
    >>> call_with_table("ties")
    'Cluster.from_tables(actors, ties)'
    """
    if table == "ties":
        return "Cluster.from_tables(actors, ties)"
    return "Cluster.from_tables(actors, groups=groups, affiliations=affiliations)"
