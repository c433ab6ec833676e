"""What consists of several (a pair of files) takes its names in several steps; these are finished after a death, too.

Before the first step the scratch folder gets a name that follows from the names to take, and a list of what stood
there. Who finds such a folder, and no living writer of it, takes the remaining steps. Only one writer can give its
folder this name, so two of them never mix.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from socluster.core.errors import InputError, Problem
from socluster.core.scratch import MOVES, Scratch, adopted, remove
from socluster.words import marked

__all__ = ["KeptError", "finish", "take_names"]

_PATIENCE, _LOOK = 10.0, 0.01  # seconds that a living writer is waited for, and between two looks

_Stamp = list[int] | None


def take_names(scratch: Scratch, places: Sequence[Path]) -> None:
    """Move what was written to its places: all of it or, after an error, nothing.

    Parameters
    ----------
    scratch : Scratch
        In its folder `new`, a file or folder by the name of each place.
    places : sequence of Path
        Names in one folder.

    Raises
    ------
    InputError
        If another process writes to the same places and does not come to an end, or died there and left what cannot be
        finished.
    OSError
        If something cannot be moved; all is as it was, or the error says where it is kept.
    """
    moves = {place.name: {"old": _stamp(place), "new": _stamp(scratch.new / place.name)} for place in places}
    (scratch.folder / MOVES).write_text(json.dumps(moves), encoding="utf-8")
    (scratch.folder / "old").mkdir(exist_ok=True)
    home = scratch.folder
    while True:
        finish(places)
        try:
            scratch.move(_folder_of(places))
            break
        except OSError as error:
            if error.errno not in (errno.ENOTEMPTY, errno.EEXIST):
                raise
    try:
        _move(scratch.folder, places)
    except BaseException:
        _put_back(scratch.folder, places)
        scratch.move(home)
        raise


def finish(places: Sequence[Path]) -> None:
    """Take the steps to these names that a dead writer has left; wait for one that is alive.

    Parameters
    ----------
    places : sequence of Path
        Names in one folder that are written together, or a single one.

    Raises
    ------
    InputError
        If the writer is alive and does not come to an end, if the steps cannot be taken, or if something else has been
        written to these places since. The problem says where the files are.
    """
    folder = _folder_of(places)
    begun = time.monotonic()
    while os.path.lexists(folder):
        with adopted(folder) as is_mine:
            if is_mine:
                _finish_dead(folder, places)
                return
        if time.monotonic() - begun > _PATIENCE:
            message = marked(
                "another process is writing here, or has died while it did: try again once it has ended, or, as the "
                "owner of {folder}, read this once"
            )
            raise InputError(Problem(message, file=str(places[0]), values={"folder": str(folder)}))
        time.sleep(_LOOK)


def _finish_dead(folder: Path, places: Sequence[Path]) -> None:
    moves = _moves(folder)
    where = {"folder": str(folder / "new")}
    if moves and not all(_is_as_left(folder, place, moves.get(place.name, {})) for place in places):
        message = marked(
            "an interrupted writing left new files in {folder}, and other files have been written here since; move the "
            "new ones here, or delete that folder with all that is in it"
        )
        raise InputError(Problem(message, file=str(places[0]), values=where))
    try:
        if moves:
            _move(folder, places)
    except OSError as error:
        message = marked("an interrupted writing left new files in {folder}; move them here ({reason})")
        values = {**where, "reason": error.strerror or error}
        raise InputError(Problem(message, file=str(places[0]), values=values)) from error
    remove(folder)
    if os.path.lexists(folder):
        message = marked("an interrupted writing is finished, but {folder} cannot be deleted; delete it")
        raise InputError(Problem(message, file=str(places[0]), values={"folder": str(folder)}))


def _move(folder: Path, places: Sequence[Path]) -> None:
    for place in places:
        new = folder / "new" / place.name
        if not os.path.lexists(new):  # moved before a death
            continue
        if os.path.lexists(place):
            _keep(place, folder / "old" / place.name, new)
        os.replace(new, place)


def _keep(place: Path, old: Path, new: Path) -> None:
    """Keep what stands at a place under a second name, so that the first one is never missing, or else move it."""
    if not place.is_dir() and not new.is_dir():
        with suppress(OSError, NotImplementedError):  # a disk without second names, or it was kept before a death
            os.link(place, old, follow_symlinks=False)
            return
    os.replace(place, old)


def _put_back(folder: Path, places: Sequence[Path]) -> None:
    """Undo the moves that were made; what cannot be put back is kept, and the error says where."""
    try:
        for place in places:
            new, old = folder / "new" / place.name, folder / "old" / place.name
            if os.path.lexists(place) and not os.path.lexists(new):
                os.replace(place, new)
            if os.path.lexists(old):
                os.replace(old, place)
    except OSError as error:
        raise KeptError(error.errno, f"{error.strerror or error}; what stood there is kept in {folder}") from error


class KeptError(OSError):
    """What stood there could not be put back, and must not be cleaned up."""


def _is_as_left(folder: Path, place: Path, moves: dict[str, Any]) -> bool:
    """Whether what stands at a place is what the dead writer found there or put there, or nothing."""
    moved = not os.path.lexists(folder / "new" / place.name)
    found = _stamp(place)
    return found == moves.get("new") if moved else found is None or found == moves.get("old")


def _stamp(place: Path) -> _Stamp:
    """What tells a file from one that was written later under its name."""
    try:
        found = place.lstat()
    except FileNotFoundError:
        return None
    return [found.st_ino, found.st_size, found.st_mtime_ns]


def _moves(folder: Path) -> dict[str, dict[str, Any]]:
    """Return what was to be moved; nothing if all moves are done."""
    with suppress(OSError, ValueError):
        found = json.loads((folder / MOVES).read_text(encoding="utf-8"))
        if isinstance(found, dict):
            return found
    return {}


def _folder_of(places: Sequence[Path]) -> Path:
    """Return what the scratch folder is called while these names are taken."""
    first = min(places, key=lambda place: place.name)
    name = hashlib.blake2b(os.fsencode(first.name), digest_size=6).hexdigest()
    return first.with_name(f".socluster-unfinished-{name}")
