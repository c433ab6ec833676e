"""Who may read and write a file: the same people after it is written anew as before."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterable
from contextlib import suppress
from functools import reduce
from pathlib import Path

from socluster.core.errors import InputError, Problem

__all__ = ["keep_modes", "refuse_read_only"]

_ALL = 0o777


def keep_modes(new: Path, old: Path, *, beside: Iterable[Path] = ()) -> None:
    """Let what is new be read and written by those who may read and write the old.

    Parameters
    ----------
    new : Path
        A file, or a folder of files.
    old : Path
        What it is going to replace. A file that was not there before may be read by those only who may read all files
        that were there.
    beside : iterable of Path, optional
        The other files that are replaced together with this one.
    """
    if not old.exists():
        _restrict(new, [each for each in beside if each.exists()])
        return
    if new.is_dir() and old.is_dir():
        there = list(old.iterdir())
        for each in new.iterdir():
            keep_modes(each, old / each.name, beside=there)
    if new.is_dir() == old.is_dir():
        _copy(old, new)


def refuse_read_only(place: Path, said: str) -> None:
    """Refuse to replace what its owner has made read-only, or a folder with such a file.

    Raises
    ------
    InputError
        If it is; `said` is how the user calls it.
    """
    with suppress(FileNotFoundError):
        for each in (place, *(place.iterdir() if place.is_dir() else ())):
            if not each.is_symlink() and not each.stat().st_mode & 0o222:
                file = said if each == place else str(Path(said) / each.name)
                raise InputError(Problem("is read-only; make it writable, or write to another name", file=file))


def _copy(old: Path, new: Path) -> None:
    before = old.stat()
    with suppress(OSError, AttributeError):  # only the owner, and not on every system
        os.chown(new, before.st_uid, before.st_gid)
    shutil.copystat(old, new)  # with access lists, where there are such
    os.utime(new)


def _restrict(new: Path, others: list[Path]) -> None:
    if others and new.is_file():
        new.chmod(reduce(int.__and__, (stat.S_IMODE(each.stat().st_mode) for each in others), _ALL) & _ALL)
