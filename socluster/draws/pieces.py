"""The draws of one question: cut into pieces, computed by whoever is at hand, kept as they come, gathered in order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

import numpy as np

from socluster.core.errors import Note
from socluster.core.progress import progress
from socluster.draws.checkpoint import Checkpoint
from socluster.draws.settings import Draws
from socluster.draws.task import Piece, Rows, Task
from socluster.draws.workers import Crew, crew_of

__all__ = ["Drawing", "Pieces"]

Pieces: TypeAlias = dict[Piece, Rows]
Answer = TypeVar("Answer")


class Drawing:
    """Draws the tasks of a question, as its `Draws` say: one crew for all of them, and one folder to keep them in.

    The draws of a task are cut into pieces, by the size of the task alone. A piece gives the same numbers wherever it
    is computed, so neither the number of workers nor a piece that had to be computed twice changes an answer.

    Parameters
    ----------
    settings : Draws
        Who computes, and where finished draws are kept.
    what : str
        What the progress bar says.
    """

    def __init__(self, settings: Draws, what: str) -> None:
        self.settings = settings
        self.what = what
        self._first: str | None = None

    def __enter__(self) -> Drawing:
        self._stack = ExitStack()
        self._crew: Crew = self._stack.enter_context(crew_of(self.settings.executor))
        return self

    def __exit__(self, *error: Any) -> None:
        self._stack.__exit__(*error)

    def rows(self, task: Task, draws: int | None = None, *, kept: Pieces | None = None) -> Rows:
        """Return the numbers of a task: for each of its parts an array of shape (draws, width).

        Parameters
        ----------
        task : Task
            What to compute.
        draws : int, optional
            How many draws; without it, as many as the settings say at most.
        kept : dict, optional
            Pieces of an earlier call with fewer draws; those that are computed now are added.

        Raises
        ------
        InputError
            If the checkpoint belongs to another question.
        KeyboardInterrupt
            If it is interrupted (Ctrl-C); a note says how to resume from the checkpoint.
        """
        draws = self.settings.most if draws is None else draws
        pieces = _pieces(draws, task.draws_at_a_time)
        store = self._store(task)
        kept = {} if kept is None else kept
        if store is not None:
            kept.update(store.read([piece for piece in pieces if piece not in kept]))
        missing = [piece for piece in pieces if piece not in kept]
        try:
            for piece, rows in progress(self._crew.run(task, missing), len(missing), self.what, "piece"):
                kept[piece] = rows
                if store is not None:
                    store.write(piece, rows)
        except KeyboardInterrupt as interruption:
            if store is not None:
                interruption.add_note(Note(store.how_to_resume(draws)))
            raise
        if store is not None:
            store.refuse_mixed(kept)
        return [np.concatenate([kept[piece][part] for piece in pieces]) for part in range(task.parts)]

    def until(
        self,
        task: Task,
        answer: Callable[[Rows], Answer],
        errors: Callable[[Answer], Mapping[Any, float]],
        limits: Mapping[Any, float],
    ) -> Answer:
        """Return the answer of as many draws as the tolerance needs, at most as many as the settings say.

        Parameters
        ----------
        task : Task
            What to compute.
        answer : callable
            From the numbers of some draws to what they say.
        errors : callable
            From an answer to its standard errors by name.
        limits : mapping
            The largest error that is accepted, by name (`Draws.limits`).
        """
        kept: Pieces = {}
        for draws in self.settings.rounds:
            found = answer(self.rows(task, draws, kept=kept))
            if draws < self.settings.most and _are_within(errors(found), limits):
                break
        return found

    def _store(self, task: Task) -> Checkpoint | None:
        """Return where the draws of a task are kept: of the first one in the folder itself, of others inside it."""
        if self.settings.checkpoint is None:
            return None
        folder = Path(self.settings.checkpoint)
        self._first = self._first or task.fingerprint
        return Checkpoint(folder if task.fingerprint == self._first else folder / task.fingerprint, task)


def _are_within(errors: Mapping[Any, float], limits: Mapping[Any, float]) -> bool:
    """Whether no error is above its limit; one that is undefined is not."""
    return not any(errors[name] > limit for name, limit in limits.items())


def _pieces(draws: int, size: int) -> list[Piece]:
    return [(first, min(first + size, draws)) for first in range(0, draws, size)]
