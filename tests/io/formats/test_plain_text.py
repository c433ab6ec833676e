"""From bytes to lines, and from words to numbers."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socluster.core.errors import InputError
from socluster.io.formats.plain_text import format_number, parse_count, parse_number, read_bytes, read_text


@pytest.fixture
def text_of(tmp_path):
    def read(data, **options):
        path = tmp_path / "given.txt"
        path.write_bytes(data)
        return read_text(path, **options)

    return read


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1257"])
def test_the_encoding_is_found(text_of, encoding):
    assert text_of("Šiauliai ė".encode(encoding)) == "Šiauliai ė"


def test_any_byte_is_a_letter_in_the_end(text_of):
    assert text_of(b"\xa1\xe9") == "¡é"  # a1 is no letter in Windows-1257


def test_lines_end_in_one_way_and_the_text_where_dos_says(text_of):
    assert text_of(b"a\r\nb\rc\n\x1arest") == "a\nb\nc\n"


def test_a_stated_encoding_is_kept_to(text_of):
    assert text_of("Łódź".encode("cp1250"), encoding="cp1250") == "Łódź"
    with pytest.raises(InputError, match="the text is not valid in ascii"):
        text_of("Łódź".encode(), encoding="ascii")
    with pytest.raises(InputError, match="the encoding that its first bytes announce"):
        text_of(b"\xff\xfea")


def test_what_cannot_be_opened_is_told_with_its_reason(tmp_path):
    for path, reason in ((tmp_path / "absent", "no such file or directory"), (tmp_path, "is a directory")):
        with pytest.raises(InputError, match=f"the file cannot be read: {reason}") as caught:
            read_bytes(path)
        assert caught.value.problems[0].file == str(path)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_reads_back(value):
    written = format_number(value)
    assert parse_number(written) == value
    assert not written.endswith(".0")


def finite(word):
    try:
        value = float(word)
    except ValueError:
        return None
    return value if math.isfinite(value) else None


@given(st.text("0123456789.+-eE", max_size=6))
def test_digits_signs_and_exponents_are_read_as_python_reads_them(word):
    assert parse_number(word) == finite(word)


@pytest.mark.parametrize("word", ["", "1_000", "inf", "nan", "1e999", "1,5", "٣", "0x1", "1e99999"])
def test_what_is_no_finite_number(word):
    assert parse_number(word) is None


@pytest.mark.parametrize(("word", "count"), [("0", 0), ("007", 7), ("-1", None), ("1.0", None), ("1" * 10, None)])
def test_a_count_is_a_whole_number_of_at_most_nine_digits(word, count):
    assert parse_count(word) == count
