"""Names that stand together in one cell, as forms and surveys write them: "School; Clinic"."""

from __future__ import annotations

import re

from socluster.core.coerce import clean_text

__all__ = ["parts_of"]

_BETWEEN = re.compile(r"[;|\n]")


def parts_of(cell: str) -> list[str]:
    """Return the names that a cell may hold, between semicolons, vertical bars or line breaks.

    Examples
    --------
    >>> parts_of("School; Clinic"), parts_of("Fire, rescue and police")
    (['School', 'Clinic'], ['Fire, rescue and police'])
    """
    return [part for text in _BETWEEN.split(cell) if (part := clean_text(text))]
