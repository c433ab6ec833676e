"""Writing whole or not at all: after an interruption there is either the old file or the new one, never half of it.

Everything is written into a scratch folder beside the target (`core.scratch`). A file is then renamed over the old one,
and a folder changes places with it, in one step (`core.exchange`). What consists of several, or stands on a system that
cannot exchange folders, takes several steps, which are finished by whoever comes next (`core.unfinished`).
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from socluster.core.errors import HardLinkWarning, InputError, Problem
from socluster.core.exchange import exchange
from socluster.core.modes import keep_modes, refuse_read_only
from socluster.core.paths import path_of, refuse_special
from socluster.core.scratch import Scratch, clean
from socluster.core.unfinished import KeptError, finish, take_names
from socluster.core.warn import warn

__all__ = ["settle", "whole", "write_text"]


@contextmanager
def whole(target: str | os.PathLike[str], *, replace: bool = True, parents: bool = False) -> Iterator[Path]:
    """Yield a path to write to, and put what was written there in the place of the target if nothing failed.

    Parameters
    ----------
    target : str or path
        The file or folder to write; a link is followed, so that what it points to is replaced. Who could read and
        write it can do so afterwards, and nobody else.
    replace : bool, default True
        Whether an existing file or folder may be replaced. A file never replaces a folder.
    parents : bool, default False
        Whether to make the folders above if they do not exist; they stay if the writing fails.

    Yields
    ------
    pathlib.Path
        A path with the target's name in a new folder beside it. Files that are written next to it (the other half of
        a pair) are put next to the target.

    Raises
    ------
    InputError
        If the folder to write to does not exist, what stands there is read-only or neither a file nor a folder, or
        anything cannot be written.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with whole(f"{folder}/greeting.txt") as scratch:
    ...         _ = scratch.write_text("good day", encoding="utf-8")
    ...     Path(f"{folder}/greeting.txt").read_text(encoding="utf-8")
    'good day'
    """
    given = path_of(target)
    scratch = None
    keep = False
    try:
        place = Path(os.path.realpath(given))
        _refuse(given, place)
        if not parents and not place.parent.is_dir():
            raise InputError(Problem("the folder to write to does not exist", file=str(given.parent)))
        place.parent.mkdir(parents=parents, exist_ok=True)
        clean(place.parent)
        scratch = Scratch(place.parent)
        yield scratch.new / place.name
        _swap(scratch, place, replace=replace)
    except OSError as error:
        keep = isinstance(error, KeptError)
        reason = {"reason": error.strerror or error}
        raise InputError(Problem("cannot be written: {reason}", file=str(given), values=reason)) from error
    finally:
        if scratch is not None:
            scratch.close(keep=keep)


def settle(*paths: Path) -> None:
    """Finish what a writer that died has begun to put in these places, before they are read.

    Parameters
    ----------
    *paths : Path
        A file or folder, or files that are written together.

    Raises
    ------
    InputError
        If it cannot be finished; the problem says where the files are.
    """
    places = [Path(os.path.realpath(path)) for path in paths]
    if places[0].name:  # nothing is put in the place of the root of all folders
        finish(places)


def write_text(target: str | os.PathLike[str], text: str) -> None:
    """Write a text as UTF-8, whole or not at all, with line ends as they are.

    Raises
    ------
    InputError
        If it cannot be written there.
    """
    with whole(target) as scratch:
        scratch.write_bytes(text.encode(errors="replace"))  # half of a character of two halves cannot be written


def _refuse(given: Path, place: Path) -> None:
    """Refuse what cannot be replaced, before anything is written."""
    if not place.name:
        raise InputError(Problem("is no name of a file", is_argument=True, column="path", value=str(given)))
    with suppress(FileNotFoundError):  # somebody has deleted the folder in which we are
        if place in (here := Path.cwd(), *here.parents):
            raise InputError(Problem("is the folder in which you are; write to another name", file=str(given)))
    refuse_special(given)
    refuse_read_only(place, str(given))


def _swap(scratch: Scratch, place: Path, *, replace: bool) -> None:
    """Move everything in the scratch folder to its place."""
    beside = sorted(each.name for each in scratch.new.iterdir() if each.name != place.name)
    places = [place.with_name(name) for name in (*beside, place.name)]  # what was not written fails last, as missing
    for each in places:
        _refuse_pair(scratch.new / each.name, each, replace=replace)
    _send_to_disk(scratch.new)
    for each in places:
        keep_modes(scratch.new / each.name, each, beside=places)
    if len(places) > 1:
        take_names(scratch, places)
        return
    finish(places)
    new = scratch.new / place.name
    if not new.is_dir() or not place.exists():
        _tell_other_names(place)
        os.replace(new, place)
    elif not exchange(new, place):
        take_names(scratch, places)


def _tell_other_names(place: Path) -> None:
    """Warn of a file with several names: a new file takes one of them, and the others keep the old one."""
    try:
        names = place.stat().st_nlink if place.is_file() else 1
    except OSError:  # whether there are other names cannot be known, and writing goes on
        return
    if names > 1:
        warn(
            "{file} had other names (hard links); they keep the old content, since the file was replaced, not changed",
            HardLinkWarning,
            file=str(place),
        )


def _send_to_disk(folder: Path) -> None:
    """Wait until the disk has what was written, so that not even a power cut leaves a name without its content."""
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb+") as file:
                os.fsync(file.fileno())


def _refuse_pair(new: Path, old: Path, *, replace: bool) -> None:
    if not new.exists():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
    if not replace and old.exists():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
    if old.is_dir() and not new.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    refuse_special(old)
    refuse_read_only(old, str(old))
