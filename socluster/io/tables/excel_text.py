"""How Excel workbooks spell what their XML cannot hold, and the content of the sheets `info` and `columns`."""

from __future__ import annotations

import re
from collections.abc import Mapping

__all__ = [
    "KEY_HEADER",
    "KIND_HEADER",
    "LITHUANIAN_INFO",
    "LITHUANIAN_KEY_HEADER",
    "key_of_info",
    "key_shown",
    "spell",
    "unspell",
]

KEY_HEADER = ("key", "value")
LITHUANIAN_KEY_HEADER = ("raktas", "reikšmė")
LITHUANIAN_INFO = "informacija"  # the sheet whose keys are in Lithuanian; socluster itself writes English ones
KIND_HEADER = ("table", "column", "kind")

_SPELLED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_WOULD_SPELL = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # also where one ends with the `_` that begins the next
_NAME = re.compile(r"(info\.)*name", re.IGNORECASE)


def spell(text: str) -> str:
    r"""Return the text as in a workbook, where `_x000D_` means the character U+000D.

    Examples
    --------
    >>> spell("_x000D_")
    '_x005F_x000D_'
    """
    return _WOULD_SPELL.sub("_x005F_", text) if "_x" in text else text


def unspell(text: str) -> str:
    """Return the text that `spell` was given, and the characters that Excel spelled.

    Examples
    --------
    >>> unspell("_x005F_x000D_"), unspell("a_x0009_b")
    ('_x000D_', 'a\\tb')
    """
    return _SPELLED.sub(_character, text) if "_x" in text else text


def _character(found: re.Match[str]) -> str:
    code = int(found[1], 16)
    half_of_a_pair = 0xD800 <= code <= 0xDFFF  # no character, and no text can hold it
    return found[0] if half_of_a_pair else chr(code)


def key_shown(key: str) -> str:
    """Return a key of info as the sheet shows it: `name` is taken by the name of the cluster.

    Examples
    --------
    >>> key_shown("title"), key_shown("name")
    ('title', 'info.name')
    """
    return f"info.{key}" if _NAME.fullmatch(key) else key


def key_of_info(shown: Mapping[str, str]) -> tuple[str | None, dict[str, str]]:
    """Return the name of the cluster and its info from the rows of the sheet."""
    name = None
    info = {}
    for key, value in shown.items():
        if not _NAME.fullmatch(key):
            info[key] = value
        elif "." in key:
            info[key.partition(".")[2]] = value
        else:
            name = value
    return name, info
