"""From the bytes of a text file to its lines, and from words to numbers, without surprises."""

from __future__ import annotations

import codecs
import math
import re
from pathlib import Path

from socluster.core.errors import InputError, Problem
from socluster.words import Phrase, later, marked, number, phrase

__all__ = [
    "MOST_MATRICES",
    "MOST_NODES",
    "empty_promise",
    "format_number",
    "parse_count",
    "parse_number",
    "read_bytes",
    "read_text",
]

# A file may announce any number of nodes and matrices in a few bytes; beyond these it is damaged rather than large.
MOST_NODES = 1_000_000
MOST_MATRICES = 1_000
_MOST_UNMENTIONED = 10_000

_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,4})?", re.ASCII | re.IGNORECASE)
_COUNT = re.compile(r"\d{1,9}", re.ASCII)
_LINE_END = re.compile(r"\r\n?")
_END_OF_FILE = "\x1a"  # the mark that DOS programs put behind the last line


def read_bytes(path: Path) -> bytes:
    """Return what the file holds; a file that cannot be opened is an InputError."""
    try:
        return path.read_bytes()
    except OSError as error:
        reason = {"reason": error.strerror.lower() if error.strerror else phrase("unknown reason")}
        raise InputError(Problem("the file cannot be read: {reason}", file=str(path), values=reason)) from None


def read_text(path: Path, encoding: str | None = None) -> str:
    r"""Return the text of the file with `\n` at the end of every line.

    Without `encoding`: what the byte order mark says, else UTF-8 if the bytes are valid UTF-8, else Windows-1257
    (Baltic), else Latin-1, which takes any byte.
    """
    data = read_bytes(path)
    try:
        text = data.decode(encoding) if encoding is not None else _decode(data)
    except UnicodeError as error:
        wanted = encoding or phrase("the encoding that its first bytes announce")
        values = {"encoding": wanted, "reason": str(error)}
        raise InputError(
            Problem("the text is not valid in {encoding}: {reason}", file=str(path), values=values)
        ) from None
    return _LINE_END.sub("\n", text.removeprefix("\ufeff").split(_END_OF_FILE, 1)[0])


def _decode(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16")
    for encoding in ("utf-8-sig", "cp1257"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def parse_number(word: str) -> float | None:
    """Return the finite number that `word` writes, or None.

    Examples
    --------
    >>> parse_number("2.5"), parse_number("1_000"), parse_number("inf")
    (2.5, None, None)
    """
    value = float(word) if _NUMBER.fullmatch(word) else math.nan
    return value if math.isfinite(value) else None


def parse_count(word: str) -> int | None:
    """Return the whole number from 0 on that `word` writes, or None."""
    return int(word) if _COUNT.fullmatch(word) else None


def empty_promise(announced: int, mentioned: int) -> Phrase | None:
    """Say that a file announces far more nodes than it names or ties, so that hardly anything of it is a network.

    Examples
    --------
    >>> empty_promise(5_000, 2) is None, empty_promise(999_999, 900_000) is None, empty_promise(999_999, 2) is None
    (True, True, False)
    """
    if announced <= _MOST_UNMENTIONED or mentioned * 10 >= announced:
        return None
    message = marked("announces {announced} nodes, but names or ties {mentioned} of them; write how many there are")
    return phrase(message, announced=later(number, announced), mentioned=later(number, mentioned))


def format_number(value: float) -> str:
    """Return the shortest text that reads as the same number.

    Examples
    --------
    >>> format_number(3.0), format_number(0.1)
    ('3', '0.1')
    """
    return repr(float(value)).removesuffix(".0")
