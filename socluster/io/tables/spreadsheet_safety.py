"""Text that a spreadsheet would run as a formula is written so that it stays text, and comes back as it was.

A cell of a CSV file that begins with one of `= + - @`, or with a tab or line break, runs as a formula when a person
opens the file in a spreadsheet. An apostrophe in front stops that. So that nothing is lost, text that already begins
with apostrophes before such a character gets one more, and the reader takes exactly one away.
"""

from __future__ import annotations

import re
from typing import Any

import pandas as pd

__all__ = ["escape", "escape_column", "is_risky", "unescape", "unescape_column"]

# The wide forms are folded to the ASCII ones by East Asian spreadsheets.
_RISKY = "=+-@\t\r\n＝＋－＠"
_NEEDS_APOSTROPHE = re.compile(f"'*[{re.escape(_RISKY)}]")
_HAS_APOSTROPHE = re.compile(f"'+[{re.escape(_RISKY)}]")


def is_risky(text: str) -> bool:
    """Whether a spreadsheet may take the text for a formula."""
    return text.startswith(tuple(_RISKY))


def escape(text: str) -> str:
    """Return the text as in a CSV file.

    Examples
    --------
    >>> escape("=SUM(A1)"), escape("'-x"), escape("Kelmė")
    ("'=SUM(A1)", "''-x", 'Kelmė')
    """
    return "'" + text if _NEEDS_APOSTROPHE.match(text) else text


def unescape(text: str) -> str:
    """Return the text that `escape` was given.

    Examples
    --------
    >>> unescape("'=SUM(A1)"), unescape("''-x"), unescape("'t")
    ('=SUM(A1)', "'-x", "'t")
    """
    return text[1:] if _HAS_APOSTROPHE.match(text) else text


def escape_column(column: pd.Series[Any]) -> pd.Series[Any]:
    """Return a text column with every risky cell escaped."""
    return _changed(column, ("'", *_RISKY), escape)


def unescape_column(column: pd.Series[Any]) -> pd.Series[Any]:
    """Return a text column with every escaped cell as it was."""
    return _changed(column, ("'",), unescape)


def _changed(column: pd.Series[Any], beginnings: tuple[str, ...], change: Any) -> pd.Series[Any]:
    """Apply `change` to the few cells with one of these beginnings; a large column is mostly others."""
    concerned = column.str.startswith(beginnings).fillna(False).to_numpy(dtype=bool)
    if not concerned.any():
        return column
    cells = column.to_numpy(dtype=object, copy=True)
    cells[concerned] = [change(text) for text in cells[concerned]]
    return pd.Series(cells, index=column.index, dtype=column.dtype, name=column.name)
