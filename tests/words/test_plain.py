"""Nothing that comes from a file steers a terminal, and what a terminal does not have is shown in plain letters."""

import re
import sys
import unicodedata

import pytest

from socluster.words.plain import in_ascii, plain

STEERING = {"Cc", "Cs", "Zl", "Zp"}


def test_every_character_that_steers_is_written_out():
    letters = [chr(code) for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)) in STEERING]
    shown = plain("".join(set(letters) - {"\n", "\t"}))
    assert re.fullmatch(r"(\\(x[0-9a-f]{2}|u[0-9a-f]{4}|r))+", shown)


def test_every_character_that_turns_the_direction_or_hides_is_written_out():
    turning = [
        chr(code)
        for code in range(sys.maxunicode + 1)
        if unicodedata.bidirectional(chr(code)) in {"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"}
    ]
    assert len(turning) == 9
    for letter in [*turning, "\u200e", "\u200f", "\u061c", "\ufeff", "\u200b", "\U000e0041"]:
        assert letter not in plain(letter)


@pytest.mark.parametrize(
    "text", ["Šiauliai", "„ąžuolas“ – 5 ×", "日本語", "क्‍ष", "naïve\ttab", "two\nlines", "Ο Αθήνα", "עברית"]
)
def test_what_people_write_stays(text):
    assert plain(text) == text


def test_an_end_of_a_line_is_kept_or_written_out():
    assert plain("a\nb\r") == "a\nb\\r"
    assert plain("a\nb", one_line=True) == "a\\nb"


@pytest.mark.parametrize(
    ("text", "said"), [("ŠĄŽ ėįų", "SAZ eiu"), ("„a“ – b…", '"a" - b...'), ("5\u00a0% − 1", "5 % - 1"), ("日", "?")]
)
def test_plain_letters(text, said):
    assert "".join(map(in_ascii, text)) == said
