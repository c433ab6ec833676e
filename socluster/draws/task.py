"""Whatever repeats: so many draws, each of which depends on nothing but the task and its own number.

Draws of uncertain ties, permutations, chains and simulated years are all tasks. Who writes one gets pieces, workers,
resuming, progress and stopping by precision from this folder (`pieces.Drawing`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Protocol, TypeAlias, runtime_checkable

import numpy as np

from socluster.core.columns import Array
from socluster.core.errors import InputError
from socluster.core.identity import CannotTellError, identity
from socluster.words import Phrase

__all__ = ["Piece", "Rows", "Task", "draws_at_a_time", "fingerprint_of"]

Piece: TypeAlias = tuple[int, int]  # draws first..last-1
Rows: TypeAlias = "list[Array]"  # for each part of the task, an array of shape (draws, width of the part)

PIECE, MOST_DRAWS = 2**22, 50  # numbers (32 MB) and draws in a piece of work


@runtime_checkable
class Task(Protocol):
    """So many draws of the same kind: any of them can be computed anywhere, in any order, and again.

    A draw of number d takes its random numbers from the seed of the task and d alone (`core.streams`), never from a
    generator that other draws use too.
    """

    @property
    def parts(self) -> int:
        """How many arrays `run` returns: one per scenario, say. Each has the same width in all draws."""

    @property
    def fingerprint(self) -> str:
        """32 hexadecimal digits that change with anything on which a value depends (`fingerprint_of`)."""

    @property
    def draws_at_a_time(self) -> int:
        """How many draws make a piece of work, by the size of the task alone (`draws_at_a_time`)."""

    def run(self, first: int, last: int) -> Rows:
        """Return the numbers of draws first..last-1: for each part an array of float of shape (draws, width)."""


def draws_at_a_time(width: int, *, most: int = MOST_DRAWS) -> int:
    """Return how many draws make a piece: few enough for memory, many enough to be worth sending.

    Parameters
    ----------
    width : int
        How many numbers a draw has in all parts together.
    most : int
        How many draws are many enough.
    """
    return int(np.clip(PIECE // max(width, 1), 1, most))


def fingerprint_of(about: Iterable[tuple[str | Phrase, object]]) -> str:
    """Return 32 hexadecimal digits that change with any of these values.

    Parameters
    ----------
    about : iterable of (str or Phrase, object)
        All on which the values of a task depend, each after what a person would call it ("the measure 'density'").

    Raises
    ------
    InputError
        If one of them cannot be told from another of its kind.
    """
    told = "\n".join(f"{what}: {_told(what, value)}" for what, value in about)
    return hashlib.blake2b(told.encode(), digest_size=16).hexdigest()


def _told(what: str | Phrase, value: object) -> str:
    try:
        return identity(value)
    except CannotTellError as error:
        raise InputError(
            "no checkpoint can be kept for {what}: a later call could not tell whether the {part} that it depends on "
            "is still the same; leave the checkpoint out, or give plain values in its place",
            {"what": what, "part": str(error)},
        ) from error
