"""Factions: k groups whose inside should be all tied and whose outside not at all, found by moving one at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.random import Generator

from socluster._kernels.products import Matrix, Vector

__all__ = ["Division", "best_factions"]

PENALTY = 15  # moves for which an actor must not go back
PATIENCE = 20  # moves without an improvement after which a search ends, besides one for every actor

Misfit = Callable[[Vector, Vector], Vector]


@dataclass(frozen=True)
class Division:
    """A division into factions.

    Parameters
    ----------
    codes : array of int
        The faction of every actor.
    pairs_inside, ties_inside : int
        Ordered pairs of actors of one faction, and how many of them are tied.
    """

    codes: Vector
    pairs_inside: int
    ties_inside: int


def best_factions(ties: Matrix, k: int, variant: Literal["hamming", "phi"], restarts: int, rng: Generator) -> Division:
    """Return the best division into k factions, none of them empty, of so many searches from random ones.

    Parameters
    ----------
    ties : sparse matrix of shape (n, n)
        Ones, without a diagonal.
    k : int
        From 1 to n.
    variant : {"hamming", "phi"}
        Make the number of cells that differ from the ideal small, or the correlation with it large.
    restarts : int
        Number of searches.
    rng : Generator
        Draws the divisions to start from.
    """
    n, arcs = ties.shape[0], ties.nnz
    both = (ties + ties.T).tocsr()
    cost = _hamming(arcs) if variant == "hamming" else _phi(arcs, n * (n - 1))
    found = [_searched(_Search(both, _random_codes(n, k, rng), k), cost) for _ in range(restarts)]
    return min(found, key=lambda each: float(cost(np.array(each.pairs_inside), np.array(each.ties_inside))))


def _hamming(arcs: int) -> Misfit:
    return lambda pairs, inside: pairs + arcs - 2.0 * inside


def _phi(arcs: int, cells: int) -> Misfit:
    """Return minus the correlation of two fourfold marks; where it is undefined, no division is worse."""

    def cost(pairs: Vector, inside: Vector) -> Vector:
        room = np.maximum(pairs * (cells - pairs), 0)  # below 0 only for a move to where an actor is, which is none
        spread = np.sqrt(np.asarray(room, dtype=float)) * np.sqrt(float(arcs * (cells - arcs)))
        covariance = np.asarray(inside * float(cells) - pairs * float(arcs))
        values: Vector = np.divide(-covariance, spread, out=np.full(np.shape(spread), 2.0), where=spread > 0)
        return values

    return cost


def _random_codes(n: int, k: int, rng: Generator) -> Vector:
    """Return a random division in which no faction is empty."""
    codes = rng.integers(k, size=n)
    codes[rng.permutation(n)[:k]] = np.arange(k)
    return codes


class _Search:
    """A division in change, with what a move of any actor to any faction would do."""

    def __init__(self, both: Matrix, codes: Vector, k: int) -> None:
        self.both, self.codes = both, codes
        members = np.zeros((len(codes), k))
        members[np.arange(len(codes)), codes] = 1
        self.ties_with = both @ members  # of every actor with every faction, both directions added up
        self.sizes = np.bincount(codes, minlength=k)
        self.pairs = int((self.sizes * (self.sizes - 1)).sum())
        self.inside = round(self.ties_with[np.arange(len(codes)), codes].sum() / 2)

    def after_moves(self) -> tuple[Vector, Vector]:
        """Return pairs and ties inside factions after a move of every actor (row) to every faction (column)."""
        own = self.codes
        pairs = self.pairs + 2 * (self.sizes[None, :] - self.sizes[own][:, None] + 1)
        ties = self.inside + self.ties_with - self.ties_with[np.arange(len(own)), own][:, None]
        return pairs, ties

    def move(self, actor: int, to: int) -> None:
        """Move an actor to a faction that is not its own."""
        old = self.codes[actor]
        self.pairs += int(2 * (self.sizes[to] - self.sizes[old] + 1))
        self.inside += round(self.ties_with[actor, to] - self.ties_with[actor, old])
        cells = slice(self.both.indptr[actor], self.both.indptr[actor + 1])
        partners, ties = self.both.indices[cells], self.both.data[cells]
        self.ties_with[partners, old] -= ties
        self.ties_with[partners, to] += ties
        self.sizes[old] -= 1
        self.sizes[to] += 1
        self.codes[actor] = to

    def as_found(self) -> Division:
        return Division(self.codes.copy(), self.pairs, self.inside)


def _searched(division: _Search, cost: Misfit) -> Division:
    """Make the best move that is allowed, time and again, for the better or the worse; return the best on the way."""
    n, k = division.ties_with.shape
    barred_until = np.zeros((n, k), dtype=np.int64)
    best, lowest = division.as_found(), float(cost(np.array(division.pairs), np.array(division.inside)))
    step = last = 0
    while step - last < PATIENCE + n:
        step += 1
        costs = np.where(barred_until > step, np.inf, cost(*division.after_moves()))
        costs[np.arange(n), division.codes] = np.inf
        costs[division.sizes[division.codes] == 1] = np.inf  # no faction is left empty
        actor, to = np.unravel_index(np.argmin(costs), costs.shape) if costs.size else (0, 0)
        if not costs.size or np.isinf(costs[actor, to]):
            break
        barred_until[actor, division.codes[actor]] = step + PENALTY
        division.move(int(actor), int(to))
        if costs[actor, to] < lowest - 1e-12:
            best, lowest, last = division.as_found(), float(costs[actor, to]), step
    return best
