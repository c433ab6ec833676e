"""What a picture calls the columns that it is given: the colour, the size, the two scales of a trade-off."""

from __future__ import annotations

from socluster.words import Language, column_name, marked, measure_name, say

__all__ = ["SIZE", "UNNAMED_COLOR", "quantity_name"]

UNNAMED_COLOR, SIZE = "colour", "size"  # what a Series without a name is called

_OURS = {
    UNNAMED_COLOR: marked("colour", context="column"),
    SIZE: marked("size", context="column"),
    "distance": marked("distance", context="column"),
    "cost": marked("cost", context="column"),
    "gain": marked("gain", context="column"),
    "median": marked("median", context="column"),
}


def quantity_name(name: str, language: Language) -> str:
    """Return what people call a column, a measure or a number of a result; of a user's own only underscores change.

    Examples
    --------
    >>> quantity_name("sector", "lt"), quantity_name("betweenness", "lt"), quantity_name("cost", "lt")
    ('sektorius', 'tarpiškumas', 'kaina')
    """
    if name in _OURS:
        return say(_OURS[name], language, context="column")
    ours = column_name(name, language)
    return measure_name(name, language) if ours == name else ours
