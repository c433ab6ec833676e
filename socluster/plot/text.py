"""Text in pictures: shown letter by letter, broken into lines, and in the order of the alphabet."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterable

__all__ = ["alphabetical", "plain", "under_pointer", "wrap"]

_LETTERS = "abcdefghiyjklmnopqrstuvwxz"  # of the Lithuanian alphabet without their marks
_MARKS = "\u0328\u0307\u0304\u030c"  # ogonek, dot, macron, caron: the order of letters that differ in them only


def plain(text: object) -> str:
    """Return text that plotly shows letter by letter, whatever tags it seems to have."""
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

    def key(text: str) -> tuple[list[tuple[int, int]], str]:
        return [_place(letter) for letter in unicodedata.normalize("NFC", text.casefold())], text

    return sorted(texts, key=key)


def _place(letter: str) -> tuple[int, int]:
    """Where a letter is in the alphabet; digits and signs come before it, other scripts after it."""
    parts = unicodedata.normalize("NFD", letter)
    place = _LETTERS.find(parts[0])
    if place < 0:
        return (ord(letter) - 1000 if letter < "a" else ord(letter)), 0
    return place, max((_MARKS.find(mark) + 1 or len(_MARKS) + 1 for mark in parts[1:]), default=0)
