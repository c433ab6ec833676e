"""The direction of a measure: along the ties of an actor, along those that point to it, or both."""

from __future__ import annotations

from typing import Literal, TypeAlias

import numpy as np

from socluster._kernels.products import ones_like
from socluster.core.arguments import choice
from socluster.core.errors import InputError
from socluster.core.matrix import Matrix
from socluster.measures.shared.network import Network
from socluster.words import Phrase

__all__ = ["DIRECTIONS", "Direction", "check_direction", "partner_ties", "refuse_directed", "seen_from", "underlying"]

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


def partner_ties(net: Network, direction: Direction, *, weighted: bool) -> Matrix:
    """Return a row for every actor with a cell for every partner.

    Parameters
    ----------
    net : Network
        The network.
    direction : {"all", "out", "in"}
        Partners to whom the actor's ties run ("out"), from whom ties run to it ("in"), or both, a mutual partner being
        one partner whose strengths add up ("all"). Undirected ties are the same in each.
    weighted : bool
        Whether cells hold strengths, or ones.

    Raises
    ------
    InputError
        If there is no such direction.
    """
    check_direction(direction)
    ties = seen_from(net.strength, direction, directed=net.directed)
    return ties if weighted else ones_like(ties)


def underlying(net: Network) -> Matrix:
    """Return 1 for every pair that is tied in either direction, in both of its cells."""
    either = (net.strength + net.strength.T).tocsr()
    either.data = np.ones_like(either.data)
    return either


def refuse_directed(net: Network, why: Phrase) -> None:
    """Raise an InputError if the ties have a direction that the measure cannot heed."""
    if net.directed:
        raise InputError(
            "{why}, but these ties have a direction; choose what becomes of it with symmetrise(rule='any'), "
            "'all' or 'mean', and measure the result",
            {"why": why},
        )
