"""Finished draws on disk, so that long work can be stopped and resumed."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem
from socluster.core.whole import whole, write_text
from socluster.draws.task import Piece, Rows, Task
from socluster.words import marked

__all__ = ["Checkpoint"]

VERSION = 2
CARD = "task.json"


class Checkpoint:
    """A folder that holds the finished pieces of one task, a Parquet file for each.

    A file has a row per part and draw, with all numbers of that draw, and is written whole or not at all. `task.json`
    says what task the folder belongs to.

    Parameters
    ----------
    folder : path
        Where; made if it is not there.
    task : Task
        What is computed.

    Raises
    ------
    InputError
        If the folder belongs to another task, cannot be written to, or pyarrow is not installed.
    """

    def __init__(self, folder: str | os.PathLike[str], task: Task) -> None:
        self.folder = Path(folder)
        self.arrow, self.parquet = _pyarrow()
        self._n_parts = task.parts
        about = {"socluster_checkpoint": VERSION, "task": task.fingerprint}
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._claim(about)
        except OSError as error:
            reason = {"reason": error.strerror or str(error)}
            raise InputError(Problem("cannot be used: {reason}", file=str(self.folder), values=reason)) from error

    def read(self, pieces: Sequence[Piece]) -> dict[Piece, Rows]:
        """Return those of the pieces that are finished."""
        return {piece: self._read(self._path(piece)) for piece in pieces if self._path(piece).exists()}

    def write(self, piece: Piece, rows: Rows) -> None:
        """Keep a finished piece."""
        first, last = piece
        table = self.arrow.table(
            {
                "part": np.repeat(np.arange(len(rows)), last - first),
                "draw": np.tile(np.arange(first, last), len(rows)),
                "numbers": self.arrow.array(
                    [row for each in rows for row in each], type=self.arrow.list_(self.arrow.float64())
                ),
            }
        )
        with whole(self._path(piece)) as scratch:
            self.parquet.write_table(table, scratch)

    def how_to_resume(self, draws: int) -> str:
        """Say how much is kept and what to do."""
        done = sum(int(path.stem.split("-")[2]) - int(path.stem.split("-")[1]) for path in self._files())
        return f"{done} of {draws} draws are kept in {self.folder}; the same call resumes from there"

    def _claim(self, about: dict[str, Any]) -> None:
        card = self.folder / CARD
        if not card.exists():
            if any(self._files()):
                raise InputError(
                    Problem(
                        "holds draws, but no {card} that says of what", file=str(self.folder), values={"card": CARD}
                    )
                )
            write_text(card, json.dumps(about))
            return
        try:
            found = json.loads(card.read_text(encoding="utf-8"))
        except ValueError as error:
            raise InputError(Problem("is no checkpoint of socluster", file=str(card))) from error
        if found != about:
            message = marked(
                "belongs to another question: the cluster, a scenario, a measure, an option, the seed or the version "
                "differs; name another folder, or delete this one"
            )
            raise InputError(Problem(message, file=str(self.folder)))

    def _read(self, path: Path) -> Rows:
        try:
            table = self.parquet.read_table(path)
            parts = table["part"].to_numpy()
            numbers = table["numbers"].combine_chunks()
            values = numbers.values.to_numpy(zero_copy_only=False)
            width = np.diff(numbers.offsets.to_numpy())
        except (self.arrow.ArrowException, KeyError, OSError) as error:
            reason = {"reason": str(error)}
            raise InputError(Problem("cannot be read: {reason}", file=str(path), values=reason)) from error
        ends = np.concatenate([[0], np.cumsum(width)])
        found: list[Array] = []
        for part in range(self._n_parts):
            rows = np.flatnonzero(parts == part)
            found.append(values[ends[rows[0]] : ends[rows[-1] + 1]].reshape(len(rows), -1).copy())
        return found

    def _path(self, piece: Piece) -> Path:
        return self.folder / f"draws-{piece[0]:09d}-{piece[1]:09d}.parquet"

    def _files(self) -> list[Path]:
        return sorted(self.folder.glob("draws-*-*.parquet"))


def _pyarrow() -> tuple[Any, Any]:
    try:
        return import_module("pyarrow"), import_module("pyarrow.parquet")
    except ImportError as error:
        raise InputError('a checkpoint needs pyarrow: pip install "socluster[parquet]"') from error
