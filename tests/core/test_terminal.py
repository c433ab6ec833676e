"""What is printed can be shown by any terminal, and nobody has to listen."""

import io
import sys

import pytest

from socluster.core import terminal
from socluster.core.terminal import OutputError, complain, discard_output, flush_output, legible, tell


class Broken(io.StringIO):
    def __init__(self, error):
        super().__init__()
        self.error = error

    def write(self, text):
        raise self.error

    def flush(self):
        raise self.error


def stream(encoding, errors="strict"):
    return io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors=errors)


def test_lines_are_printed_without_what_steers(capsys):
    tell("one \x1b[31m", "two\nsocluster: forged")
    complain("three \u202e")
    said = capsys.readouterr()
    assert said.out == "one \\x1b[31m\ntwo\\nsocluster: forged\n"
    assert said.err == "three \\u202e\n"


@pytest.mark.parametrize(
    ("encoding", "said"), [("ascii", 'Siauliai "a"'), ("cp1252", "Šiauliai „a“"), ("utf-8", "Šiauliai „a“")]
)
def test_every_encoding_can_be_written(monkeypatch, encoding, said):
    out = stream(encoding)
    monkeypatch.setattr(sys, "stdout", out)
    with legible():
        tell("Šiauliai „a“", "\ud800")
    out.flush()
    assert out.buffer.getvalue().decode(encoding).splitlines() == [said, "\\ud800"]
    assert out.errors == "strict"  # as it was


def test_a_closed_pipe_and_a_full_disk_are_told_apart(monkeypatch):
    monkeypatch.setattr(sys, "stdout", Broken(BrokenPipeError()))
    for write in (lambda: tell("x"), flush_output):
        with pytest.raises(BrokenPipeError):
            write()
    monkeypatch.setattr(sys, "stdout", Broken(OSError(28, "No space left on device")))
    for write in (lambda: tell("x"), flush_output):
        with pytest.raises(OutputError, match="the output cannot be written: No space left on device"):
            write()
    discard_output()  # there is no file behind it


def test_nobody_is_told_where_nobody_can_be_told(monkeypatch):
    monkeypatch.setattr(sys, "stderr", Broken(OSError(28, "No space left on device")))
    complain("x")


def test_errors_do_not_go_where_answers_go(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stderr", None)  # closed from the start
    complain("x")
    assert capsys.readouterr().out == ""


def test_a_process_without_output_is_one_too(monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    with legible():
        tell("x")
        complain("x")
        flush_output()
        discard_output()


def test_only_what_cannot_be_encoded_is_replaced():
    with pytest.raises(UnicodeDecodeError):
        terminal._in_plain_letters(UnicodeDecodeError("utf-8", b"\xff", 0, 1, "no"))
