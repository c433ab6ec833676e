"""What incubation assumes where no source gives a number: defaults, ranges, marks; and kinds of events."""

from __future__ import annotations

import pandas as pd

from socluster.words import Language, marked, say

__all__ = ["KINDS", "OF_KINDS", "RANGES", "kind_of_event", "quantity_name", "table_of_assumptions"]

# kind -> encounters of each who is there, organisations that are there
OF_KINDS = {"conference": (14.0, 100), "seminar": (8.0, 40), "round table": (10.0, 34)}
KINDS = tuple(OF_KINDS)

_ASSUMED, _FOUND = "assumed", "found"
_BARRIER = "named in the slides of the care reform; the size is ours"

# quantity -> default, low, high, unit, mark, source
_ROWS: dict[str, tuple[float, float, float, str, str, str]] = {
    "formation": (0.1, 0.02, 0.3, "chance of a tie at a first meeting", _ASSUMED, "no source"),
    "repeat": (
        0.7,
        0.4,
        1.0,
        "factor for each further meeting of the same two",
        _ASSUMED,
        "groups add coordination mainly where there was no other group and no tie (PMC8186521); the size is ours",
    ),
    "trust": (0.3, 0.0, 0.6, "trust in the beginning (0 to 1)", _ASSUMED, "no source"),
    "trust_gain": (0.1, 0.0, 0.3, "share of the missing trust that a meeting brings", _ASSUMED, "no source"),
    "half_life": (
        2.0,
        0.3,
        5.0,
        "years in which half of the unused ties fade",
        _ASSUMED,
        "0.3: nine of ten bridges among bankers were gone a year later (Burt 2002); for organisations a lower bound",
    ),
    "experience": (0.3, 0.0, 0.7, "share of chances blocked where nobody has cooperated before", _ASSUMED, _BARRIER),
    "distrust": (0.3, 0.0, 0.7, "share of chances blocked where there is no trust", _ASSUMED, _BARRIER),
    "attitudes": (0.3, 0.0, 0.7, "share of chances blocked by prior negative attitudes", _ASSUMED, _BARRIER),
    "competition": (0.3, 0.0, 0.7, "share of chances blocked where both offer the same", _ASSUMED, _BARRIER),
    "meetings, conference": (
        14.0,
        4.0,
        20.0,
        "encounters of each who is there",
        _FOUND,
        "a mixer of about 100 guests, of whom each met 14 (doi:10.2189/asqu.52.4.558); persons, not organisations",
    ),
    "meetings, seminar": (8.0, 4.0, 20.0, "encounters of each who is there", _ASSUMED, "no source"),
    "meetings, round table": (10.0, 4.0, 20.0, "encounters of each who is there", _ASSUMED, "no source"),
    "participants, conference": (100.0, 50.0, 200.0, "organisations", _ASSUMED, "head counts (118 to 223) are persons"),
    "participants, seminar": (40.0, 20.0, 60.0, "organisations", _ASSUMED, "no source"),
    "participants, round table": (34.0, 20.0, 40.0, "organisations", _ASSUMED, "head counts (32 and 34) are persons"),
}
_COLUMNS = ("default", "low", "high", "unit", "mark", "source")

RANGES = {name: (row[1], row[2]) for name, row in _ROWS.items()}
"""Of every quantity, the range in which it may lie."""

_NAMES = {
    "formation": marked("chance of a tie at a first meeting", context="quantity"),
    "repeat": marked("what a further meeting adds", context="quantity"),
    "trust": marked("trust in the beginning", context="quantity"),
    "trust_gain": marked("trust gained at a meeting", context="quantity"),
    "half_life": marked("half-life of an unused tie", context="quantity"),
    "experience": marked("little experience of cooperation", context="quantity"),
    "distrust": marked("distrust", context="quantity"),
    "attitudes": marked("prior negative attitudes", context="quantity"),
    "competition": marked("competition", context="quantity"),
    "meetings": marked("encounters of each who is there", context="quantity"),
    "barriers": marked("all barriers alike", context="quantity"),
}


def table_of_assumptions() -> pd.DataFrame:
    """Return what is assumed: index `quantity`; columns default, low, high, unit, mark, source."""
    table = pd.DataFrame.from_dict(_ROWS, orient="index", columns=list(_COLUMNS))
    return table.rename_axis("quantity").astype({"default": float, "low": float, "high": float})


def kind_of_event(kind: str) -> str:
    """Return a kind of event as it stands in the tables here: one of them, in lower case, not several.

    Examples
    --------
    >>> kind_of_event("Round tables"), kind_of_event("seminar"), kind_of_event("visit")
    ('round table', 'seminar', 'visit')
    """
    plain = " ".join(kind.replace("_", " ").split()).casefold()
    return next((each for each in KINDS if plain in (each, f"{each}s")), plain)


def quantity_name(name: str, language: Language) -> str:
    """Return what people call a quantity that is assumed."""
    return say(_NAMES[name], language, context="quantity") if name in _NAMES else name
