"""A column that is called almost like one of ours is more likely a slip of the keyboard than a column of one's own."""

from __future__ import annotations

from collections.abc import Iterable

from socluster.core.columns import Table
from socluster.core.errors import NearNameWarning
from socluster.core.schema import KEYS, KNOWN
from socluster.core.warn import warn

__all__ = ["near_name", "warn_of_near_names"]

_ALIKE = 0.8  # sectr, sektor and levl are; places is a word of its own beside place, and so is name_lt beside name


def near_name(name: str, known: Iterable[str], alike: float = _ALIKE) -> str | None:
    """Return the known name that this one was probably meant to be, or None if it stands for itself.

    Examples
    --------
    >>> near_name("sectr", ["sector", "kind"]), near_name("sector", ["sector"]), near_name("places", ["place"])
    ('sector', None, None)
    """
    listed = list(known)
    if name in listed:
        return None
    options = [each for each in listed if not name.startswith(each) and not each.startswith(name)]
    import difflib  # few ask, and not while it loads

    found = difflib.get_close_matches(name.casefold(), options, n=1, cutoff=alike)
    return found[0] if found else None


def warn_of_near_names(table: str, held: Table, columns: Iterable[object]) -> None:
    """Warn of a new column whose name is almost that of a column which the table has or could have.

    Parameters
    ----------
    table : {"actors", "ties", "groups", "affiliations"}
        Which table.
    held : Table
        The columns that it has; a new one is one that it has not.
    columns : iterable
        Names of the columns that are given.
    """
    known = [*KEYS[table], *KNOWN[table], *held]
    for name in columns:
        meant = near_name(str(name), known)
        if meant is not None:
            warn(
                "'{name}' became a column of its own; did you mean '{meant}'?",
                NearNameWarning,
                name=name,
                meant=meant,
            )
