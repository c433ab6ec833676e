"""Names of files as people give them: checked before the system is asked about them."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Any

from socluster.core.errors import InputError, Problem
from socluster.words import marked

__all__ = ["file_of", "is_there", "path_of", "refuse_special"]


def path_of(path: Any) -> Path:
    """Return the path.

    Raises
    ------
    InputError
        If it is none: no text, empty, or with characters that no name of a file can have.

    Examples
    --------
    >>> path_of("data/knoke.json").name
    'knoke.json'
    """
    try:
        given = Path(path)
        text = os.fspath(path)
    except TypeError:
        raise InputError(
            Problem("a path is text, or a pathlib.Path", is_argument=True, column="path", value=path)
        ) from None
    if not text or "\0" in text or not _is_writable(text):
        raise InputError(Problem("is no name of a file", is_argument=True, column="path", value=text))
    return given


def file_of(path: Any) -> Path:
    """Return the path of a file that is there.

    Raises
    ------
    InputError
        If it is no path, or no file stands under this name.
    """
    given = path_of(path)
    refuse_special(given)
    if not given.is_file():
        raise InputError(Problem("there is no such file", file=str(given)))
    return given


def is_there(path: Path) -> bool:
    """Whether something stands under this name; a link counts as what it leads to.

    Raises
    ------
    InputError
        If the system cannot tell, because the name is too long or a folder on the way may not be entered.
    """
    try:
        os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        if _is_loop(path):
            raise InputError(Problem("is a link that leads back to itself", file=str(path))) from None
        reason = {"reason": error.strerror or error}
        raise InputError(Problem("cannot be read: {reason}", file=str(path), values=reason)) from None
    return True


def refuse_special(path: Path) -> None:
    """Refuse what is neither a file nor a folder, such as a pipe, which would be waited for without an end.

    Raises
    ------
    InputError
        If something of that kind, or a link that leads back to itself, stands there.
    """
    if not is_there(path):
        return
    mode = path.stat().st_mode
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        message = marked("is neither a file nor a folder, but a pipe, a device or the like")
        raise InputError(Problem(message, file=str(path)))


def _is_loop(path: Path) -> bool:
    try:
        return os.path.islink(os.path.realpath(path))
    except OSError:
        return False


def _is_writable(text: str) -> bool:
    """Whether the system can write this name; it cannot write half of a character of two halves."""
    try:
        os.fsencode(text)
    except UnicodeEncodeError:
        return False
    return True
