"""The places of a message, written as names in braces, and how they are filled."""

from __future__ import annotations

import re
from collections.abc import Mapping

__all__ = ["filled", "places"]

_PLACE = re.compile(r"\{([a-zA-Z_]\w*)\}")


def places(message: str) -> list[str]:
    """Return the names of the places of a message.

    Examples
    --------
    >>> places("row {row}, column {column}")
    ['row', 'column']
    """
    return _PLACE.findall(message)


def filled(message: str, texts: Mapping[str, str]) -> str:
    """Return the message with its places filled, all at once: braces in a value, and all others, stay what they are.

    Examples
    --------
    >>> filled("{one} and {other}, as in {example}", {"one": "{other}", "other": "B"})
    '{other} and B, as in {example}'
    """
    return _PLACE.sub(lambda place: texts.get(place.group(1), place.group()), message) if texts else message
