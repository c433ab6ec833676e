"""What pictures and pages say in English and Lithuanian, how they write numbers, and how they wrap and escape names."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import pandas as pd

from socluster import words
from socluster.core.arguments import choice
from socluster.plot.lithuanian import LITHUANIAN
from socluster.words import Language

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
    """Return one of our own words in the language; what is not ours (data) is returned unchanged."""
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
    """Return a number as a picture or a table shows it: a dash where it is undefined."""
    return words.number(value, language, digits=4, decimals=decimals, sign=sign, undefined=words.DASH)


def percent(part: float, language: Language, *, decimals: int = 0) -> str:
    """Return a share as a picture or a table shows it: a dash where it is undefined."""
    return words.percent(part, language, decimals=decimals, undefined=words.DASH)
