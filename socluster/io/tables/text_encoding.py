"""From the bytes of a text file to its text, whether it was saved as UTF-8, UTF-16 or Windows-1257 (Baltic)."""

from __future__ import annotations

import codecs

from socluster.core.errors import InputError, Problem
from socluster.words import either, later, marked

__all__ = ["NO_TEXT", "decode"]

NO_TEXT = marked("is no text in {encoding}: byte {position} (line {line}) is {byte}")

_REPLACEMENT = "\ufffd"


def decode(data: bytes, file: str, encoding: str | None = None) -> str:
    """Return the text of a file.

    Parameters
    ----------
    data : bytes
        The whole file.
    file : str
        Its name, for the error.
    encoding : str, optional
        What the user says that it is; None finds out.

    Raises
    ------
    InputError
        If it is no text, or text in none of these encodings.

    Examples
    --------
    >>> decode("Šiauliai".encode("cp1257"), "actors.csv")
    'Šiauliai'
    """
    if encoding is not None:
        text = _decode_strictly(data, encoding, file).removeprefix("\ufeff")
    elif data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = _decode_strictly(data, "utf-16", file)
    elif _is_utf8(data):
        text = _decode_strictly(data, "utf-8", file).removeprefix("\ufeff")
    else:
        text = _decode_strictly(data, "cp1257", file)
    if "\0" in text:
        place = {"position": text.index(chr(0)) + 1}
        message = marked("is not a text file (zero byte at character {position})")
        if encoding is None and data[1::2].count(0) > len(data) // 4:
            message = marked(
                "is not a text file (zero byte at character {position}) or, if every other byte is zero, a text in "
                "UTF-16 without its mark, as encoding='utf-16-le' reads it"
            )
        raise InputError(Problem(message, file=file, values=place))
    return text


def _is_utf8(data: bytes) -> bool:
    """Tell UTF-8, also where a few bytes of it are damaged, from an older encoding.

    Letters of an older encoding almost never form valid UTF-8 sequences, so where most of them do, the file is UTF-8.
    Reading a damaged one as Windows-1257 would succeed and turn every Lithuanian letter into rubbish.
    """
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        letters = [character for character in data.decode("utf-8", errors="replace") if character > "\x7f"]
        damaged = letters.count(_REPLACEMENT)
        return data.startswith(codecs.BOM_UTF8) or len(letters) - damaged > damaged
    return True


def _decode_strictly(data: bytes, encoding: str, file: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        guessed = {"utf-8": ["UTF-8"], "utf-16": ["UTF-16"], "cp1257": ["UTF-8", "Windows-1257"]}
        names: list[str] = guessed.get(encoding, [encoding])
        start = error.start
        values = {
            "encoding": later(either, names),
            "position": start + 1,
            "line": data.count(b"\n", 0, start) + 1,
            "byte": f"0x{data[start : start + 1].hex()}",
        }
        raise InputError(Problem(NO_TEXT, file=file, values=values)) from None
