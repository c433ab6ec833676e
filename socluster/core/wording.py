"""Numbers as people write them, in English and in Lithuanian."""

from __future__ import annotations

import math
from typing import Literal, TypeAlias

__all__ = ["LANGUAGES", "Language", "number", "percent"]

Language: TypeAlias = Literal["en", "lt"]
LANGUAGES: tuple[Language, ...] = ("en", "lt")

_UNDEFINED = {"en": "undefined", "lt": "neapibrėžta"}
_NARROW_SPACE = "\u00a0"


def number(value: float, language: Language = "en", digits: int = 3) -> str:
    """Return the number with about `digits` significant digits.

    Examples
    --------
    >>> number(0.123456), number(0.123456, "lt"), number(-2.0), number(1234.5)
    ('0.123', '0,123', '-2', '1,234')
    """
    if math.isnan(value):
        return _UNDEFINED[language]
    places = 0 if value == 0 else max(0, digits - 1 - math.floor(math.log10(abs(value))))
    text = f"{value:,.{min(places, 6)}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    if text in ("-0", ""):
        text = "0"
    if language == "lt":
        text = text.replace(",", _NARROW_SPACE).replace(".", ",").replace("-", "−")
    return text


def percent(share: float, language: Language = "en") -> str:
    """Return a share as a percentage, never rounded to certainty.

    Examples
    --------
    >>> percent(0.97), percent(0.97, "lt"), percent(0.9999)
    ('97%', '97\xa0%', '>99%')
    """
    if math.isnan(share):
        return _UNDEFINED[language]
    rounded = round(100 * share)
    text = ">99" if rounded == 100 and share < 1 else "<1" if rounded == 0 and share > 0 else str(rounded)
    return f"{text}{_NARROW_SPACE}%" if language == "lt" else f"{text}%"
