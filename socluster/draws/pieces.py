"""Many draws, computed by any workers, kept as they finish, and gathered in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

import numpy as np

from socluster.core.columns import Array
from socluster.core.progress import progress
from socluster.draws.checkpoint import Checkpoint
from socluster.draws.task import Task
from socluster.draws.workers import workers

__all__ = ["Piece", "Pieces", "collected"]

Piece: TypeAlias = tuple[int, int]  # draws first..last-1
Pieces: TypeAlias = "dict[Piece, list[Array]]"


def collected(
    study: Task,
    draws: int,
    *,
    executor: Any = None,
    checkpoint: Any = None,
    kept: Pieces | None = None,
) -> list[Array]:
    """Return the numbers of all draws: for each scenario, an array of shape (draws, width).

    The draws are cut into pieces, by the size of the study alone. A piece gives the same numbers wherever it is
    computed, so neither the number of workers nor a piece that had to be computed twice changes an answer.

    Parameters
    ----------
    study : Task
        What to compute.
    draws : int
        How many draws.
    executor : None, int or dask.distributed.Client
        None: this process. A number: that many processes of this computer. A client: the workers of its cluster.
    checkpoint : path, optional
        Folder in which every finished piece is kept. Pieces that are there already are not computed again.
    kept : dict, optional
        Pieces that the caller has already; those that are computed now are added.

    Raises
    ------
    InputError
        If the executor is none of these, or the checkpoint belongs to another study.
    KeyboardInterrupt
        If it is interrupted (Ctrl-C); a note says how to resume from the checkpoint.
    """
    pieces = _pieces(draws, study.draws_at_a_time)
    store = None if checkpoint is None else Checkpoint(checkpoint, study)
    kept = {} if kept is None else kept
    if store is not None:
        kept.update(store.read([piece for piece in pieces if piece not in kept]))
    missing = [piece for piece in pieces if piece not in kept]
    try:
        for piece, rows in progress(_computed(study, missing, executor), len(missing), "what if", "piece"):
            kept[piece] = rows
            if store is not None:
                store.write(piece, rows)
    except KeyboardInterrupt as interruption:
        if store is not None:
            interruption.add_note(store.how_to_go_on(draws))
        raise
    return [np.concatenate([kept[piece][place] for piece in pieces]) for place in range(len(study.scenarios))]


def _pieces(draws: int, size: int) -> list[Piece]:
    return [(first, min(first + size, draws)) for first in range(0, draws, size)]


def _computed(study: Task, pieces: Sequence[Piece], executor: Any) -> Iterator[tuple[Piece, list[Array]]]:
    """Yield every piece with its numbers, in the order in which they become ready."""
    if not pieces and executor is None:
        return
    with workers(executor) as crew:
        yield from crew.run(study, pieces)
