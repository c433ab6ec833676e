"""Writing whole or not at all: after an interruption there is either the old file or the new one, never half of it.

Everything is written into a scratch folder beside the target and then renamed. A file is renamed over the old one in
one step. What consists of several (a folder, a pair of files) first moves the old out of the way, and back again if
anything fails.
"""

from __future__ import annotations

import errno
import os
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from socluster.core.errors import InputError, Problem

__all__ = ["whole", "write_text"]


@contextmanager
def whole(target: str | os.PathLike[str], *, replace: bool = True, parents: bool = False) -> Iterator[Path]:
    """Yield a path to write to, and put what was written there in the place of the target if nothing failed.

    Parameters
    ----------
    target : str or path
        The file or folder to write; a link is followed, so that what it points to is replaced.
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
        If the folder to write to does not exist, or anything cannot be written.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with whole(f"{folder}/greeting.txt") as scratch:
    ...         _ = scratch.write_text("good day", encoding="utf-8")
    ...     Path(f"{folder}/greeting.txt").read_text(encoding="utf-8")
    'good day'
    """
    place = Path(os.path.realpath(target))
    if not parents and not place.parent.is_dir():
        raise InputError(Problem("the folder to write to does not exist", file=str(Path(target).parent)))
    holder = place.with_name(f".{uuid.uuid4().hex}")
    try:
        holder.mkdir(parents=parents)
        yield holder / place.name
        _swap(holder, place, replace=replace)
    except OSError as error:
        reason = {"reason": error.strerror or error}
        raise InputError(Problem("cannot be written: {reason}", file=str(target), values=reason)) from error
    finally:
        shutil.rmtree(holder, ignore_errors=True)


def write_text(target: str | os.PathLike[str], text: str) -> None:
    """Write a text as UTF-8, whole or not at all, with line ends as they are.

    Raises
    ------
    InputError
        If it cannot be written there.
    """
    with whole(target) as scratch:
        scratch.write_bytes(text.encode())


def _swap(holder: Path, place: Path, *, replace: bool) -> None:
    """Move everything in the holder to its place."""
    beside = sorted(each.name for each in holder.iterdir() if each.name != place.name)
    places = [place.with_name(name) for name in (*beside, place.name)]  # what was not written fails last, as missing
    for each in places:
        _refuse(holder / each.name, each, replace=replace)
    if len(places) == 1 and not (holder / place.name).is_dir():
        os.replace(holder / place.name, place)
        return
    aside = place.with_name(f"{holder.name}.old")
    aside.mkdir()
    try:
        for each in places:
            if each.exists():
                os.replace(each, aside / each.name)
            os.replace(holder / each.name, each)
    except BaseException:
        _put_back(places, holder, aside)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def _refuse(new: Path, old: Path, *, replace: bool) -> None:
    if not replace and old.exists():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
    if old.is_dir() and not new.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))


def _put_back(places: list[Path], holder: Path, aside: Path) -> None:
    """Undo the moves that were made; what cannot be put back is kept, and the error says where."""
    try:
        for each in places:
            if each.exists() and not (holder / each.name).exists():
                os.replace(each, holder / each.name)
            if (aside / each.name).exists():
                os.replace(aside / each.name, each)
        aside.rmdir()
    except OSError as error:
        raise OSError(error.errno, f"{error.strerror or error}; what stood there is kept in {aside}") from error
