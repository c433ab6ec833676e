"""Typed attributes, as GraphML and GEXF both have them: which type each has, and values as text and back."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from socluster.words import Phrase, counted

__all__ = ["agreed_kinds", "kind_of_type", "parsed", "type_of_value", "value_text", "without_infinities"]

_TYPES = {
    "boolean": "flag",
    **dict.fromkeys(("int", "integer", "long", "short", "byte", "biginteger"), "integer"),
    **dict.fromkeys(("float", "double", "bigdecimal"), "number"),
}
_WHOLE = re.compile(r"\s*[+-]?[0-9]{1,19}\s*")


def kind_of_type(type_name: str | None) -> str:
    """Return our kind for a type of GraphML or GEXF; a type that is unknown is text."""
    return _TYPES.get((type_name or "string").casefold(), "text")


def type_of_value(value: object) -> str:
    """Return the type, called the same in GraphML and GEXF, that holds a value exactly."""
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return "long"
    return "double" if isinstance(value, float) else "string"


def value_text(value: object) -> str:
    """Return a value as text that reads back exactly."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return repr(value) if isinstance(value, int | float) else str(value)


def parsed(text: str, kind: str) -> Any:
    """Return the value that a text stands for; where it is none of this kind, the text, for the core to name it."""
    text = text.strip() if kind != "text" else text
    if not text:
        return None
    if kind == "flag":
        return {"true": True, "1": True, "false": False, "0": False}.get(text.casefold(), text)
    if kind == "integer" and _WHOLE.fullmatch(text):
        return int(text)
    if kind in ("integer", "number"):
        try:
            return float(text)
        except ValueError:
            return text
    return text


def without_infinities(rows: Sequence[dict[str, Any]]) -> list[Phrase]:
    """Take numbers that are not finite out of the attributes of nodes, and return what was taken."""
    taken: dict[str, int] = {}
    for row in rows:
        for name in [name for name, value in row.items() if isinstance(value, float) and not math.isfinite(value)]:
            taken[name] = taken.get(name, 0) + (not math.isnan(row.pop(name)))
    return [
        counted(
            "{n} infinite value of the node attribute {name}",
            "{n} infinite values of the node attribute {name}",
            n,
            name=name,
        )
        for name, n in taken.items()
        if n
    ]


def agreed_kinds(stated: Iterable[tuple[str, str]], rows: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Return the kind of each attribute for which it is stated once; others are for the core to find out.

    Some programs state whole numbers and write decimals; such an attribute has no agreed kind either.
    """
    kinds: dict[str, set[str]] = {}
    for name, kind in stated:
        kinds.setdefault(name, set()).add(kind)
    decimals = {name for row in rows for name, value in row.items() if isinstance(value, float)}
    agreed = {name: next(iter(found)) for name, found in kinds.items() if len(found) == 1}
    return {name: kind for name, kind in agreed.items() if kind != "integer" or name not in decimals}
