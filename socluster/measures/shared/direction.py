"""Which way a measure looks: along the ties of an actor, along those that point to it, or both."""

from __future__ import annotations

from typing import Literal, TypeAlias

from socluster.core.arguments import choice
from socluster.core.errors import InputError
from socluster.core.matrix import Matrix
from socluster.measures.shared.network import Network

__all__ = ["DIRECTIONS", "Direction", "check_direction", "refuse_directed", "seen_from"]

Direction: TypeAlias = Literal["out", "in", "all"]

DIRECTIONS = ("out", "in", "all")


def check_direction(direction: str) -> None:
    """Raise an InputError if it is no direction."""
    choice("direction", direction, DIRECTIONS)


def seen_from(matrix: Matrix, direction: Direction, *, directed: bool) -> Matrix:
    """Return the matrix whose row i holds those whom i looks at: its targets, its sources, or both added up.

    Undirected ties are the same in every direction.
    """
    if direction == "out" or not directed:
        return matrix
    back = matrix.T.tocsr()
    return back if direction == "in" else (matrix + back).tocsr()


def refuse_directed(net: Network, why: str) -> None:
    """Raise an InputError if the ties have a direction that the measure cannot heed."""
    if net.directed:
        raise InputError(
            f"{why}, but these ties have a direction; choose what becomes of it with symmetrise(rule='any'), "
            "'all' or 'mean', and measure the result"
        )
