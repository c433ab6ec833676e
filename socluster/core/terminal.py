"""Where the command line prints: whatever the terminal can show, and whether or not somebody still listens."""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from socluster.core.errors import SoclusterError
from socluster.words import marked
from socluster.words.plain import in_ascii, plain

__all__ = ["OutputError", "complain", "discard_output", "flush_output", "legible", "tell"]

_LEGIBLE = "socluster.legible"


class OutputError(SoclusterError):
    """The standard output cannot be written, as on a full disk."""


def tell(*lines: object) -> None:
    """Print lines, with every character that steers a terminal written out.

    Parameters
    ----------
    *lines : object
        Each becomes one line: an end of a line inside it is written out, too, so that no value looks like our own.

    Raises
    ------
    BrokenPipeError
        If nobody listens any more.
    OutputError
        If they cannot be written.
    """
    try:
        print(*(plain(line, one_line=True) for line in lines), sep="\n")
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _unwritten(error) from error


def complain(*lines: object) -> None:
    """Print lines in the same way where errors go; if that is closed, there is nobody to be told."""
    if sys.stderr is not None:
        with suppress(OSError):
            print(*(plain(line, one_line=True) for line in lines), sep="\n", file=sys.stderr)


def flush_output() -> None:
    """Write what is still in hand; raises as `tell` does."""
    if sys.stdout is None:  # closed from the start
        return
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _unwritten(error) from error


def discard_output() -> None:
    """Give up the standard output, so that the end of the process does not try to write to it once more."""
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


@contextmanager
def legible() -> Iterator[None]:
    """Let standard output and errors write in plain letters what their encoding does not have."""
    codecs.register_error(_LEGIBLE, _in_plain_letters)
    streams: list[tuple[Any, Any]] = []
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            streams.append((stream, stream.errors))
            stream.reconfigure(errors=_LEGIBLE)
    try:
        yield
    finally:
        for stream, errors in streams:
            with suppress(OSError, ValueError):
                stream.reconfigure(errors=errors)


def _in_plain_letters(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(in_ascii, error.object[error.start : error.end])), error.end


def _unwritten(error: OSError) -> OutputError:
    return OutputError(marked("the output cannot be written: {reason}"), {"reason": error.strerror or error})
