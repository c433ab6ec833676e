"""Text in pictures: shown letter by letter, broken into lines, and in the order of the alphabet."""

from __future__ import annotations

import html
import textwrap
import unicodedata
from collections.abc import Iterable

__all__ = ["alphabetical", "flowing", "glued", "plain", "text_width", "under_pointer", "wrap"]

_LETTERS = "abcdefghiyjklmnopqrstuvwxz"  # of the Lithuanian alphabet without their marks
_MARKS = "\u0328\u0307\u0304\u030c"  # ogonek, dot, macron, caron: the order of letters that differ in them only


def plain(text: object) -> str:
    """Return text that plotly shows letter by letter, whatever tags it seems to have."""
    return str(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


# Widths in parts of the size, of DejaVu Sans, which is wider than what most computers show. A letter with a mark is as
# wide as without.
_NARROW, _WIDE = frozenset("iljI.,:;'|!ftr()[]/ -–"), frozenset("mwMW@%—")
_WIDTHS = {"narrow": 0.39, "wide": 0.92, "capital": 0.7, "other": 0.62}
_BOLDER = 1.13


def text_width(text: str, size: float = 12, *, bold: bool = False) -> float:
    """Return about how many pixels wide an escaped line is, rather too many than too few.

    Examples
    --------
    >>> round(text_width("Ministry of Health")), round(text_width("Ministry of Health", bold=True))
    (114, 128)
    """
    kinds = (
        "narrow" if letter in _NARROW else "wide" if letter in _WIDE else "capital" if letter.isupper() else "other"
        for letter in unicodedata.normalize("NFD", html.unescape(text))
        if not unicodedata.combining(letter)
    )
    return size * sum(_WIDTHS[kind] for kind in kinds) * (_BOLDER if bold else 1.0)


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


_GLUE, _SOFT = " · ", " <br>"


def glued(parts: Iterable[str]) -> str:
    """Return parts of one line with dots between them; `flowing` breaks it between parts first."""
    return _GLUE.join(parts)


def flowing(text: str, letters: int, lines: int | None = None) -> str:
    """Return escaped text in lines of at most so many letters; broken anew at another width, it is the same text.

    Breaks that are meant are `<br>`; those made here have a blank before them and are undone first.

    Parameters
    ----------
    text : str
        Escaped, without tags but `<br>`; as it was or as this function returned it.
    letters : int
        That fit into a line.
    lines : int, optional
        At most so many; what does not fit is cut with an ellipsis.

    Examples
    --------
    >>> narrow = flowing("Ministry of Social Security<br>and Labour", 12)
    >>> narrow, flowing(narrow, 40)
    ('Ministry of <br>Social <br>Security<br>and Labour', 'Ministry of Social Security<br>and Labour')
    """
    paragraphs = [_lines(each, letters) for each in text.replace(_SOFT, " ").split("<br>")]
    if lines is not None and sum(map(len, paragraphs)) > lines:
        kept = [line for each in paragraphs for line in each][:lines]
        paragraphs = [[*kept[:-1], f"{kept[-1]} …"]]
    return "<br>".join(_SOFT.join(each) for each in paragraphs)


def _lines(paragraph: str, letters: int) -> list[str]:
    """Break a paragraph between its parts; parts that are too long for a line, between their words."""
    lines: list[str] = []
    for place, part in enumerate(paragraph.split(_GLUE)):
        whole = f"{lines[-1]}{_GLUE}{part}" if place else part
        if place and _length(whole) <= letters:
            lines[-1] = whole
            continue
        if place:
            lines[-1] += _GLUE.rstrip()
        lines += _words_in_lines(part, letters)
    return lines


def _words_in_lines(part: str, letters: int) -> list[str]:
    lines = [""]
    for word in part.split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if lines[-1] and _length(longer) > letters:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _length(escaped: str) -> int:
    return len(html.unescape(escaped))


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
