"""Text in pictures: shown letter by letter, broken into lines, and in the order of the alphabet."""

from __future__ import annotations

import html
import re
import textwrap
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

__all__ = [
    "ROOM",
    "alphabetical",
    "fitted",
    "flowing",
    "glued",
    "in_room",
    "line_room",
    "plain",
    "text_width",
    "under_pointer",
    "with_p",
    "wrap",
]

ROOM = 337.0  # pixels of a line in the narrowest picture that is printed: a column of 85 mm without its margins

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
_SPAN = re.compile(r"<span style='color:#\w{6}'>|</span>")  # our own: signs of notes are in the colour of their marks


def text_width(text: str, size: float = 12, *, bold: bool = False) -> float:
    """Return about how many pixels wide an escaped line is, rather too many than too few.

    Examples
    --------
    >>> round(text_width("Ministry of Health")), round(text_width("Ministry of Health", bold=True))
    (114, 128)
    """
    text = _SPAN.sub("", text)
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


_given_room: ContextVar[float] = ContextVar("room", default=ROOM)


def line_room() -> float:
    """Return how many pixels a line has: those of the narrowest picture, unless one is drawn for a width."""
    return _given_room.get()


@contextmanager
def in_room(pixels: float) -> Iterator[None]:
    """Let lines have so many pixels as long as this lasts."""
    before = _given_room.set(pixels)
    try:
        yield
    finally:
        _given_room.reset(before)


def fitted(text: object, room: float | None = None, *, size: float = 12, bold: bool = False, lines: int = 3) -> str:
    """Return escaped text in lines none of which is wider than the room in pixels, whatever font a computer has.

    Without a room it is that of the picture (`line_room`).

    Of more than so many lines the rest is cut, with an ellipsis; a word that is wider than the room is broken.

    Examples
    --------
    >>> fitted("Ministry of Social Security and Labour", 150)
    'Ministry of Social<br>Security and Labour'
    >>> fitted("Ministry of Social Security and Labour", 150, lines=1)
    'Ministry of Social …'
    """

    most = line_room() if room is None else room

    def wide(line: str) -> bool:
        return text_width(plain(line), size, bold=bold) > most

    found = [""]
    for word in re.split(r"[ \t\n]+", str(text).strip()):
        longer = f"{found[-1]} {word}" if found[-1] else word
        if not wide(longer):
            found[-1] = longer
            continue
        rest = word
        while wide(rest) and len(rest) > 1:
            end = next((end for end in range(len(rest) - 1, 1, -1) if not wide(rest[:end])), 1)
            found.append(rest[:end])
            rest = rest[end:]
        found.append(rest)
    found = [line for line in found if line] or [""]
    if len(found) > lines:
        last = found[lines - 1]
        while last and wide(f"{last} …"):
            last = last[: last.rfind(" ")] if " " in last else last[:-1]
        found = [*found[: lines - 1], f"{last} …"]
    return "<br>".join(plain(line) for line in found)


_TINY_P = re.compile(r"p = <?0([.,])000\d*")


def with_p(text: str) -> str:
    """Return text in which a p-value stays in one line: "p = 0.04"; of one below 0.001 nobody reads more digits.

    Examples
    --------
    >>> with_p("lower, p = 0.04")
    'lower, p\\xa0=\\xa00.04'
    >>> with_p("lower, p = 0.00004")
    'lower, p\\xa0<\\xa00.001'
    """
    shown = _TINY_P.sub(lambda seen: f"p < 0{seen[1]}001", text)
    return shown.replace("p = ", "p\u00a0=\u00a0").replace("p < ", "p\u00a0<\u00a0")


_TAG, _WHOLE_TAG = "<span style", "<span\0style"  # within which no line is broken
_GLUE, _SOFT = " · ", " <br>"
_BETWEEN = "  <br>"  # two blanks: a break between parts, which stands for the dot that would end the line


def glued(parts: Iterable[str]) -> str:
    """Return parts of one line with dots between them; `flowing` breaks it between parts first."""
    return _GLUE.join(parts)


def flowing(text: str, room: float, lines: int | None = None, *, size: float = 12, bold: bool = False) -> str:
    """Return escaped text in lines that are no wider than the room; broken anew at another width, it is the same text.

    Breaks that are meant are `<br>`; those made here have a blank before them (two where they stand for the dot between
    parts) and are undone first.

    Parameters
    ----------
    text : str
        Escaped, without tags but `<br>`; as it was or as this function returned it.
    room : float
        Pixels.
    lines : int, optional
        At most so many; what does not fit is cut with an ellipsis.
    size : float
        Of the letters, in pixels.
    bold : bool
        Whether they are bold.

    Examples
    --------
    >>> narrow = flowing("Ministry of Social Security<br>and Labour", 90)
    >>> narrow, flowing(narrow, 300)
    ('Ministry of <br>Social <br>Security<br>and Labour', 'Ministry of Social Security<br>and Labour')
    """

    def fits(line: str) -> bool:
        return text_width(line.replace(_WHOLE_TAG, _TAG), size, bold=bold) <= room

    paragraphs = [_lines(each, fits) for each in _undone(text).replace(_TAG, _WHOLE_TAG).split("<br>")]
    if lines is not None and sum(map(len, paragraphs)) > lines:
        kept = [line for each in paragraphs for line in each][:lines]
        paragraphs = [[*kept[:-1], f"{kept[-1]} …"]]
    joined = "<br>".join(_SOFT.join(each).replace(f"{_GLUE.rstrip()}{_SOFT}", _BETWEEN) for each in paragraphs)
    return joined.replace(_WHOLE_TAG, _TAG)


def _undone(text: str) -> str:
    """Return the text without the breaks that were made for a width."""
    return text.replace(_BETWEEN, _GLUE).replace(_SOFT, " ")


def _lines(paragraph: str, fits: Callable[[str], bool]) -> list[str]:
    """Break a paragraph between its parts; parts that are too long for a line, between their words."""
    lines: list[str] = []
    for place, part in enumerate(paragraph.split(_GLUE)):
        whole = f"{lines[-1]}{_GLUE}{part}" if place else part
        if place and fits(whole):
            lines[-1] = whole
            continue
        if place:
            lines[-1] += _GLUE.rstrip()
        lines += _words_in_lines(part, fits)
    return lines


def _words_in_lines(part: str, fits: Callable[[str], bool]) -> list[str]:
    lines = [""]
    for word in part.split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if lines[-1] and not fits(longer):
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


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


@cache
def _place(letter: str) -> tuple[int, int]:
    """Where a letter is in the alphabet; digits and signs come before it, other scripts after it."""
    parts = unicodedata.normalize("NFD", letter)
    place = _LETTERS.find(parts[0])
    if place < 0:
        return (ord(letter) - 1000 if letter < "a" else ord(letter)), 0
    return place, max((_MARKS.find(mark) + 1 or len(_MARKS) + 1 for mark in parts[1:]), default=0)
