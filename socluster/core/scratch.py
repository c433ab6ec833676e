"""Scratch folders, in which something is written before it takes its name; whoever dies, the next one cleans up.

A writer holds a lock on a file in its folder. The system takes the lock away when the writer ends, however it ends, so
a folder whose lock is free belongs to nobody any more.
"""

from __future__ import annotations

import os
import re
import shutil
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Any

__all__ = ["MOVES", "Scratch", "adopted", "clean", "remove"]

LOCK = "lock"
MOVES = "moves.json"  # what is in a folder means something only as long as this file is there (`core.unfinished`)
_LOCKS: Any = import_module("fcntl") if find_spec("fcntl") else None  # Windows has none
_NAME = re.compile(r"\.socluster-[0-9a-f]{12}")
_HOUR = 3600.0  # where no locks are to be had, a folder that was not touched for so long is abandoned


class Scratch:
    """A folder of one's own in another one, to write in.

    Parameters
    ----------
    parent : Path
        Where to make it. Nobody else may look into it.
    """

    def __init__(self, parent: Path) -> None:
        self._lock: IO[bytes] | None = None
        while True:
            self.folder = parent / f".socluster-{uuid.uuid4().hex[:12]}"
            self.folder.mkdir(mode=0o700)
            if _LOCKS is None or self._take_lock():
                break
        self.new.mkdir()

    def _take_lock(self) -> bool:
        """Whether the folder is ours; not so if somebody has taken it for abandoned before it was locked."""
        try:
            lock = (self.folder / LOCK).open("xb")
        except FileNotFoundError:
            return False
        if _locked(lock) is not False and _is(lock, self.folder / LOCK):
            self._lock = lock
            return True
        lock.close()
        return False

    @property
    def new(self) -> Path:
        """Where to write."""
        return self.folder / "new"

    def move(self, folder: Path) -> None:
        """Give the whole folder another name, which must not be taken."""
        os.rename(self.folder, folder)
        self.folder = folder

    def close(self, *, keep: bool = False) -> None:
        """Remove it, or keep what is in it for whoever comes next."""
        if not keep:
            remove(self.folder)
        if self._lock is not None:
            self._lock.close()


def clean(parent: Path) -> None:
    """Remove the scratch folders in a folder whose writers are dead."""
    with suppress(OSError):
        for name in os.listdir(parent):
            if _NAME.fullmatch(name):
                with adopted(parent / name) as is_mine:
                    if is_mine:
                        remove(parent / name)


@contextmanager
def adopted(folder: Path) -> Iterator[bool]:
    """Take over a scratch folder whose writer is dead, so that nobody else does; yield whether it is one."""
    if _LOCKS is None:
        yield _is_old(folder)
        return
    try:
        lock = (folder / LOCK).open("rb+")
    except FileNotFoundError:  # not yet locked, or almost removed: a writer that is still there makes another one
        yield not _entries(folder) or _is_old(folder)
    except OSError:
        yield False
    else:
        with lock:
            is_mine = _locked(lock)
            yield _is_old(folder) if is_mine is None else is_mine and _is(lock, folder / LOCK)


def remove(folder: Path) -> None:
    """Remove a scratch folder, its lock last, so that what is left by a second death is known as well."""
    others = [name for name in _entries(folder) if name not in (MOVES, LOCK)]
    for name in (MOVES, *others, LOCK):
        path = folder / name
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            with suppress(OSError):
                path.unlink()
    with suppress(OSError):
        folder.rmdir()


def _locked(file: IO[bytes]) -> bool | None:
    """Take the lock and return True; False if another process has it, None if there are no locks on this disk."""
    try:
        _LOCKS.flock(file, _LOCKS.LOCK_EX | _LOCKS.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return None
    return True


def _is(file: IO[bytes], path: Path) -> bool:
    """Whether an open file still stands under its name."""
    with suppress(OSError):
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    return False


def _is_old(folder: Path) -> bool:
    with suppress(OSError):
        return time.time() - folder.stat().st_mtime > _HOUR
    return False


def _entries(folder: Path) -> list[str]:
    with suppress(OSError):
        return os.listdir(folder)
    return []
