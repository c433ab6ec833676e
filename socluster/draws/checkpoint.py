"""Finished draws on disk, so that long work can be stopped and resumed."""

from __future__ import annotations

import itertools
import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem
from socluster.core.paths import path_of, refuse_special
from socluster.core.whole import whole, write_text
from socluster.draws.task import Piece, Rows, Task
from socluster.words import Phrase, counted, later, marked, number

__all__ = ["Checkpoint"]

VERSION = 2
CARD = "task.json"
_NAME = re.compile(r"draws-(\d+)-(\d+)\.parquet")


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
        self.folder = path_of(folder)
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
        return {piece: self._read(piece) for piece in pieces if self._path(piece).is_file()}

    def refuse_mixed(self, pieces: Mapping[Piece, Rows]) -> None:
        """Refuse pieces that cannot be laid together, because a file was put here that holds other numbers.

        Raises
        ------
        InputError
            If a part is not equally wide in all of them.
        """
        if len({tuple(part.shape[1] for part in rows) for rows in pieces.values()}) > 1:
            message = marked("the files of draws here do not fit each other; delete them, and all is drawn again")
            raise InputError(Problem(message, file=str(self.folder)))

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

    def how_to_resume(self, draws: int) -> Phrase:
        """Say how much is kept and what to do."""
        kept = {draw for piece in self._pieces() for draw in range(piece[0], min(piece[1], draws))}
        return counted(
            "{kept} of {n} draw is kept in {folder}; the same call resumes from there",
            "{kept} of {n} draws are kept in {folder}; the same call resumes from there",
            draws,
            kept=later(number, len(kept)),
            folder=str(self.folder),
        )

    def _claim(self, about: dict[str, Any]) -> None:
        card = self.folder / CARD
        refuse_special(card)
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
        except (ValueError, RecursionError) as error:
            raise InputError(Problem("is no checkpoint of socluster", file=str(card))) from error
        if found != about:
            message = marked(
                "belongs to another question: the cluster, a scenario, a measure, an option, the seed or the version "
                "differs; name another folder, or delete this one"
            )
            raise InputError(Problem(message, file=str(self.folder)))

    def _read(self, piece: Piece) -> Rows:
        path = self._path(piece)
        try:
            table = self.parquet.read_table(path)
            parts, draws = table["part"].to_numpy(), table["draw"].to_numpy()
            numbers = table["numbers"].combine_chunks()
            values = numbers.values.to_numpy(zero_copy_only=False)
            ends = numbers.offsets.to_numpy()
        except (self.arrow.ArrowException, OSError) as error:
            reason = {"reason": str(error)}
            raise InputError(Problem("cannot be read: {reason}", file=str(path), values=reason)) from error
        except (AttributeError, LookupError, TypeError, ValueError):  # a table, but of something else
            raise self._strange(path) from None
        if (
            numbers.null_count
            or numbers.values.null_count
            or not self._are_of(piece, parts, draws, np.diff(ends), values)
        ):
            raise self._strange(path)
        n_draws = piece[1] - piece[0]
        rows = ends[: len(draws) + 1 : n_draws]  # each part begins and ends at one of these
        return [values[first:last].reshape(n_draws, -1).copy() for first, last in itertools.pairwise(rows)]

    def _are_of(self, piece: Piece, parts: Array, draws: Array, widths: Array, values: Array) -> bool:
        """Whether a file holds every draw of a piece once in each part, numbers of one width for each part."""
        first, last = piece
        n_draws = last - first
        if values.dtype != np.float64 or len(parts) != n_draws * self._n_parts:
            return False
        by_part = widths.reshape(self._n_parts, n_draws)
        return bool(
            np.array_equal(parts, np.repeat(np.arange(self._n_parts), n_draws))
            and np.array_equal(draws, np.tile(np.arange(first, last), self._n_parts))
            and (by_part == by_part[:, :1]).all()
        )

    def _strange(self, path: Path) -> InputError:
        message = marked("does not hold the draws that its name says; delete it, and they are drawn again")
        return InputError(Problem(message, file=str(path)))

    def _pieces(self) -> Iterator[Piece]:
        """Give the pieces that are kept, by the names of their files."""
        for path in self._files():
            found = _NAME.fullmatch(path.name)
            if found is not None:
                yield int(found[1]), int(found[2])

    def _path(self, piece: Piece) -> Path:
        return self.folder / f"draws-{piece[0]:09d}-{piece[1]:09d}.parquet"

    def _files(self) -> list[Path]:
        return sorted(self.folder.glob("draws-*-*.parquet"))


def _pyarrow() -> tuple[Any, Any]:
    try:
        return import_module("pyarrow"), import_module("pyarrow.parquet")
    except ImportError as error:
        raise InputError('a checkpoint needs pyarrow: pip install "socluster[parquet]"') from error
