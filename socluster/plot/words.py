"""What pictures and pages say in English and Lithuanian, how they write numbers, and how they wrap and escape names."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.arguments import choice
from socluster.core.wording import Language
from socluster.plot.lithuanian import LITHUANIAN

__all__ = [
    "Language",
    "alphabetical",
    "decimals_for",
    "number",
    "percent",
    "plain",
    "read_language",
    "say",
    "under_pointer",
    "wrap",
]


_NO_BREAK_SPACE = "\u00a0"
_MINUS = "\u2212"
_UNDEFINED = "\u2013"
_PLACE = {letter: place for place, letter in enumerate("aąbcčdeęėfghiįyjklmnopqrsštuųūvwxzž")}


def read_language(language: str) -> Language:
    """Return the language if it is one of ours.

    Raises
    ------
    InputError
        If it is not.
    """
    return "lt" if choice("language", language, ("en", "lt")) == "lt" else "en"


def say(word: str, language: Language) -> str:
    """Return one of our own words in the language; what is not ours (data) comes back as it is."""
    return LITHUANIAN.get(word, word) if language == "lt" else word


def plain(text: object) -> str:
    """Return text that plotly shows letter by letter, whatever tags it seems to hold."""
    return str(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def under_pointer(name: object, lines: Iterable[str]) -> str:
    """Return what appears under the pointer: the name in bold, then a line each; all of it escaped here."""
    return "<br>".join([f"<b>{plain(name)}</b>", *(plain(line) for line in lines)])


def wrap(text: object, width: int, lines: int = 2) -> str:
    """Return escaped text broken into at most so many lines of about this width, cut with an ellipsis.

    Examples
    --------
    >>> wrap("Ministry of Social Security and Labour", 20)
    'Ministry of Social<br>Security and Labour'
    """
    pieces = textwrap.wrap(str(text), width, max_lines=lines, placeholder=" …") or [""]
    return "<br>".join(plain(piece) for piece in pieces)


def alphabetical(texts: Iterable[str]) -> list[str]:
    """Return the texts in the order of the Lithuanian alphabet (Š after S, Y beside I), whatever the language.

    Examples
    --------
    >>> alphabetical(["Zarasai", "Šiauliai", "Skuodas", "Tauragė", "Ąžuolas", "Biržai"])
    ['Ąžuolas', 'Biržai', 'Skuodas', 'Šiauliai', 'Tauragė', 'Zarasai']
    """

    def key(text: str) -> tuple[list[int], str]:
        # letters outside the alphabet (digits, other scripts) keep their own order, digits first
        return [_PLACE.get(letter, ord(letter) - (1000 if letter < "a" else 0)) for letter in text.casefold()], text

    return sorted(texts, key=key)


def decimals_for(values: Sequence[float] | pd.Series[Any]) -> int:
    """Return how many decimals a column of numbers needs: at most four digits for the largest, and no idle zeros.

    Examples
    --------
    >>> decimals_for([0.123456, 0.5]), decimals_for([0.12, 0.5]), decimals_for([12.5, 103.25]), decimals_for([1.0, 3.0])
    (4, 2, 1, 0)
    """
    numbers = np.asarray(values, dtype=float)
    numbers = numbers[np.isfinite(numbers)]
    if numbers.size == 0 or (numbers == np.round(numbers)).all():
        return 0
    largest = float(np.abs(numbers).max())
    most = int(np.clip(3 - np.floor(np.log10(largest)), 1, 9))
    rounded = np.round(numbers, most)
    return next(places for places in range(most + 1) if np.allclose(np.round(numbers, places), rounded, 0, 1e-12))


def number(value: float, language: Language, *, decimals: int | None = None, sign: bool = False) -> str:
    """Return a number as people write it in the language.

    Parameters
    ----------
    value : float
        Any number; NaN is undefined and comes back as a dash.
    language : {"en", "lt"}
        Lithuanian has a decimal comma; both have a narrow gap between thousands.
    decimals : int, optional
        How many; without it as many as `decimals_for` this one number.
    sign : bool, default False
        Whether a plus is written.

    Returns
    -------
    str

    Examples
    --------
    >>> number(-0.5, "lt", decimals=2), number(0.1234567, "en"), number(0.00001, "en", decimals=3)
    ('−0,50', '0.1235', '<0.001')
    """
    if np.isnan(value):
        return _UNDEFINED
    before = _MINUS if value < 0 else "+" if sign and value > 0 else ""
    if np.isinf(value):
        return before + "∞"
    places = decimals_for([value]) if decimals is None else decimals
    size = abs(float(value))
    if 0 < size < 0.5 * 10.0**-places:
        # a minus in front of "<" would say something else
        return _localised(f"{before}{10.0**-places:.{places}f}" if sign else f"<{10.0**-places:.{places}f}", language)
    return before + _localised(f"{size:,.{places}f}", language)


def percent(part: float, language: Language, *, decimals: int = 0) -> str:
    """Return a share as a percentage; what is neither nothing nor everything is never called so.

    Examples
    --------
    >>> percent(0.974, "en"), percent(0.0123, "lt", decimals=1), percent(0.999, "en"), percent(0.001, "en")
    ('97\xa0%', '1,2\xa0%', '>99\xa0%', '<1\xa0%')
    """
    if np.isnan(part):
        return _UNDEFINED
    step = 10.0**-decimals
    rounded = round(100 * float(part), decimals)
    bound, shown = "", 100 * float(part)
    if rounded <= 0 < part:
        bound, shown = "<", step
    elif rounded >= 100 > 100 * part:
        bound, shown = ">", 100 - step
    return f"{bound}{number(shown, language, decimals=decimals)}{_NO_BREAK_SPACE}%"


def _localised(text: str, language: Language) -> str:
    text = text.replace(",", _NO_BREAK_SPACE)
    return text.replace(".", ",") if language == "lt" else text
