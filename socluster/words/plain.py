"""Text from files, made harmless for a terminal or a page: nothing in it moves the cursor, hides or turns letters."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["in_ascii", "on_page", "plain"]

# What steers a terminal, turns the direction of writing, breaks a line unseen, or is half of a character.
_STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)
# What HTML and SVG cannot hold, and what turns the direction of all that follows.
_NOT_ON_A_PAGE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]")
_SIGNS = {"„": '"', "“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "−": "-", "×": "x", "·": "-", "←": "<-"}
_SIGNS |= {"→": "->", "≤": "<=", "≥": ">=", "≠": "!=", "±": "+-", "•": "*", "│": "|", "█": "#"}


def plain(text: object, *, one_line: bool = False) -> str:
    r"""Return the text with every character that steers a terminal written out, as in ``\x1b``.

    Parameters
    ----------
    text : object
        What is to be shown.
    one_line : bool, default False
        Whether the ends of lines are written out too, so that no value can pretend to be a line of ours.

    Examples
    --------
    >>> print(plain("red \x1b[31m and backwards \u202e"))
    red \x1b[31m and backwards \u202e
    """
    shown = _STEERING.sub(_written_out, str(text))
    return shown.replace("\n", "\\n") if one_line else shown


def on_page(text: object) -> str:
    r"""Return the text without the characters that a page cannot hold or that turn what follows; not yet escaped.

    Examples
    --------
    >>> on_page("A\x00 & \u202eB")
    'A & B'
    """
    return _NOT_ON_A_PAGE.sub("", str(text))


def in_ascii(letter: str) -> str:
    """Return what stands for a letter where it cannot be shown: the same without its mark, or a question mark.

    Examples
    --------
    >>> "".join(map(in_ascii, "„Šiauliai“ – ąžuolas"))
    '"Siauliai" - azuolas'
    """
    if letter in _SIGNS:
        return _SIGNS[letter]
    return unicodedata.normalize("NFKD", letter).encode("ascii", "ignore").decode() or "?"


def _written_out(found: re.Match[str]) -> str:
    return found[0].encode("ascii", "backslashreplace").decode() if ord(found[0]) > 0x7F else repr(found[0])[1:-1]
