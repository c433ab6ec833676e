"""Text files in the encodings that Lithuanian offices use."""

from __future__ import annotations

import pytest

from socluster.core.errors import InputError
from socluster.io.tables.text_encoding import decode

PANGRAM = "Įlinkdama fechtuotojo špaga sublykčiojusi pragręžė apvalų arbūzą ĄČĘĖĮŠŲŪŽ „“ –"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1257", "utf-16", "ascii"])
def test_text_is_recovered(encoding: str) -> None:
    text = PANGRAM if encoding != "ascii" else "plain"
    assert decode(text.encode(encoding), "file") == text


def test_damaged_utf8_is_not_taken_for_windows_1257() -> None:
    data = bytearray(PANGRAM.encode())
    data[0] = 0x41
    with pytest.raises(InputError, match=r"file: is no text in UTF-8: byte 2 \(line 1\) is 0xae"):
        decode(bytes(data), "file")


def test_marked_utf8_is_utf8() -> None:
    with pytest.raises(InputError, match="no text in UTF-8: byte 4"):
        decode(b"\xef\xbb\xbf\xf0", "file")


def test_one_letter_of_windows_1257() -> None:
    assert decode("ą".encode("cp1257"), "file") == "ą"
