"""What one more actor changes around everybody: contacts, triangles and structural holes, without recomputing.

An actor x joins a network of undirected ties; each of many candidates says with whom it would be tied. All candidates
are given at once, as ragged lists: candidate c has the partners `partners[starts[c]:starts[c + 1]]`, each at most once,
tied with `strengths`. Every function returns what a recount of the network with x would give (`ego.holes`), x last.

With w_ij for the ties, s_i for their sum at i and x_ij = w_ij + sum_q w_iq w_qj / s_q for what runs between i and j,
the constraint of i is sum_j (x_ij / s_i)^2. When x joins, s_q grows for the partners q only. So x_ij changes only where
both i and j are contacts of a partner, or partners themselves, and that is all that has to be looked at.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

from socluster._kernels.compiling.compiled import in_chunks, load
from socluster._kernels.ego.holes import Holes
from socluster._kernels.joining.candidates import inverse, owners, sums, with_newcomer
from socluster._kernels.joining.ego_state import EgoState, ego_state, sums_by_actor
from socluster._kernels.products import Vector

__all__ = [
    "EgoState",
    "ego_state",
    "joined_constraint",
    "joined_contacts",
    "joined_effective_size",
    "joined_hierarchy",
    "joined_holes",
    "joined_strength",
    "joined_triangles",
    "newcomer_holes",
]

# Least number of candidates that a thread takes at a time: work for about a quarter of a millisecond.
SOME, MANY = 128, 2048

CELLS = 2**21  # of a table that is needed for a while only (16 MB)


def joined_contacts(state: EgoState, starts: Vector, partners: Vector) -> Vector:
    """Return everybody's number of contacts for each candidate: array of int of shape (candidates, n + 1)."""
    result = with_newcomer(state.contacts, np.diff(starts))
    result[owners(starts), partners] += 1
    return result


def joined_strength(state: EgoState, starts: Vector, partners: Vector, strengths: Vector) -> Vector:
    """Return everybody's sum of strengths for each candidate: array of float of shape (candidates, n + 1)."""
    owner = owners(starts)
    result = with_newcomer(state.total, sums(owner, strengths, len(starts) - 1))
    result[owner, partners] += strengths
    return result


def joined_triangles(state: EgoState, starts: Vector, partners: Vector) -> tuple[Vector, Vector]:
    """Return how many triangles there are, and how many pairs of ties that share an actor.

    Three times the first over the second is the transitivity. This is the quickest question of all, because nothing is
    written for every actor.

    Parameters
    ----------
    state : EgoState
    starts, partners : arrays of int
        The candidates.

    Returns
    -------
    triangles, wedges : arrays of int64 of shape (candidates,)
    """
    chosen = _candidates(state, starts, partners, np.ones(len(partners)))
    k, contacts = np.diff(chosen.starts), state.contacts
    triangles = int(state.triangles.sum()) // 3 + _counted(chosen, chosen.closed) // 2
    wedges = (
        int((contacts * (contacts - 1)).sum()) // 2 + _counted(chosen, contacts[chosen.partners]) + k * (k - 1) // 2
    )
    return triangles, wedges


def joined_constraint(state: EgoState, starts: Vector, partners: Vector, strengths: Vector) -> Vector:
    """Return everybody's constraint for each candidate: array of float of shape (candidates, n + 1)."""
    return _constraint(state, _candidates(state, starts, partners, strengths))


def joined_hierarchy(state: EgoState, starts: Vector, partners: Vector, strengths: Vector) -> Vector:
    """Return everybody's hierarchy for each candidate: array of float of shape (candidates, n + 1)."""
    return _hierarchy(state, _candidates(state, starts, partners, strengths))


def joined_effective_size(state: EgoState, starts: Vector, partners: Vector, strengths: Vector) -> Vector:
    """Return everybody's effective size for each candidate: array of float of shape (candidates, n + 1)."""
    return _effective_size(state, _candidates(state, starts, partners, strengths))


def joined_holes(state: EgoState, starts: Vector, partners: Vector, strengths: Vector) -> Holes:
    """Return all of Burt's measures of everybody, for each candidate.

    Parameters
    ----------
    state : EgoState
    starts, partners, strengths : arrays
        The candidates.

    Returns
    -------
    Holes
        Arrays of shape (candidates, n + 1).
    """
    chosen = _candidates(state, starts, partners, strengths)
    triangles = with_newcomer(state.triangles, _counted(chosen, chosen.closed) // 2)
    triangles[chosen.owner, chosen.partners] += chosen.closed
    return Holes(
        joined_contacts(state, starts, partners),
        _constraint(state, chosen),
        _effective_size(state, chosen),
        _hierarchy(state, chosen),
        triangles,
    )


def newcomer_holes(state: EgoState, starts: Vector, partners: Vector, strengths: Vector) -> Holes:
    """Return all of Burt's measures of x alone, for each candidate.

    Parameters
    ----------
    state : EgoState
    starts, partners, strengths : arrays
        The candidates.

    Returns
    -------
    Holes
        Arrays of shape (candidates,).
    """
    chosen = _candidates(state, starts, partners, strengths)
    contacts, has_any = np.diff(chosen.starts), np.diff(chosen.starts) > 0
    per_total = inverse(_summed(chosen, chosen.strengths))
    parts = (chosen.through * per_total[chosen.owner]) ** 2
    constraint = np.where(has_any, _summed(chosen, parts), np.nan)
    ratio = parts / (constraint / np.maximum(contacts, 1))[chosen.owner]
    unevenness = np.maximum(_summed(chosen, ratio * np.log(ratio)), 0.0) / (
        np.maximum(contacts, 2) * np.log(np.maximum(contacts, 2))
    )
    return Holes(
        contacts,
        constraint,
        np.where(has_any, contacts - _summed(chosen, chosen.overlap_of_x) * per_total, np.nan),
        np.where(contacts > 1, unevenness, np.nan),
        _counted(chosen, chosen.closed) // 2,
    )


class _Candidates(NamedTuple):
    """All candidates, with what the ties among their partners tell (`loops_ego.among_partners`)."""

    starts: Vector
    partners: Vector
    strengths: Vector
    owner: Vector  # the candidate of every partner
    through: Vector
    closed: Vector
    overlap: Vector
    overlap_of_x: Vector

    @property
    def lists(self) -> tuple[Vector, Vector, Vector]:
        """What the compiled loops take for each partner."""
        return self.partners, self.strengths, self.through


def _candidates(state: EgoState, starts: Vector, partners: Vector, strengths: Vector) -> _Candidates:
    lists = np.array(starts, np.int64), np.array(partners, np.int64), np.array(strengths, np.float64)
    size = len(lists[1])
    found = np.empty(size), np.empty(size, np.int64), np.empty(size), np.empty(size)

    def look(loops: Any, some: Vector, _: slice) -> None:
        loops.among_partners(*state.ties, state.total, state.largest, some, *lists[1:], *found)

    _for_all(lists[0], look, least=MANY)
    return _Candidates(*lists, owners(lists[0]), *found)


def _constraint(state: EgoState, chosen: _Candidates) -> Vector:
    result = _table(state, chosen)

    def add_up(loops: Any, some: Vector, rows: slice) -> None:
        known = (*state.rows, *state.ties, state.between, state.total, state.per_total)
        loops.contact_sums(*known, some, *chosen.lists, False, state.constraint, result[rows])

    _for_all(chosen.starts, add_up)
    return result


def _hierarchy(state: EgoState, chosen: _Candidates) -> Vector:
    """Return the hierarchies, from the constraint and how it is spread over the contacts (`ego.loops_triangles`)."""
    spread = _spread(state)
    result = _table(state, chosen)
    step = max(CELLS // result.shape[1], 1)

    def finish(loops: Any, some: Vector, rows: slice) -> None:
        known = (*state.rows, *state.ties, state.between, state.total, state.per_total)
        before = state.contacts, state.total
        for first in range(0, len(some) - 1, step):
            few, finished = some[first : first + step + 1], result[rows][first : first + step]
            both = np.empty((2, *finished.shape))
            loops.contact_sums(*known, few, *chosen.lists, False, state.constraint, both[0])
            loops.contact_sums(*known, few, *chosen.lists, True, spread, both[1])
            loops.hierarchies(*before, few, *chosen.lists[:2], *both, finished)

    _for_all(chosen.starts, finish)
    return result


def _spread(state: EgoState) -> Vector:
    """Return sum_j (x_ij / s_i)^2 ln x_ij of every i."""
    ties, logarithm = state.ties, np.log(state.between)
    here, there = (state.between * state.per_total[end] for end in (ties.near, ties.far))
    return sums_by_actor(here**2 * logarithm, there**2 * logarithm, ties)


def _effective_size(state: EgoState, chosen: _Candidates) -> Vector:
    """Return contacts less redundancy: x adds some among its partners, and eases some where it is their strongest."""
    q, total = chosen.partners, state.total
    redundancy = np.where(state.contacts > 0, (state.contacts - state.effective_size) * total, 0.0)
    k, of_x = np.diff(chosen.starts), _summed(chosen, chosen.overlap_of_x)
    size_of_x = np.where(k > 0, k - of_x * inverse(_summed(chosen, chosen.strengths)), np.nan)
    result = with_newcomer(state.effective_size, size_of_x)
    joined_redundancy = (redundancy[q] + chosen.overlap) / (total[q] + chosen.strengths)
    result[chosen.owner, q] = state.contacts[q] + 1 - joined_redundancy
    if ((chosen.strengths > state.largest[q]) & (state.contacts[q] > 1)).any():

        def ease(loops: Any, some: Vector, rows: slice) -> None:
            known = (*state.rows, *state.ties, total, state.largest)
            loops.eased(*known, some, *chosen.lists[:2], result[rows])

        _for_all(chosen.starts, ease)
    return result


def _for_all(starts: Vector, run: Callable[[Any, Vector, slice], None], least: int = SOME) -> None:
    """Run a loop over all candidates, `least` of them at a time or more; several threads share them.

    The loop gets its module, a part of `starts`, and the rows of results that belong to it.
    """
    loops = load("joining.loops_ego")

    def run_some(first: int, last: int) -> None:
        run(loops, starts[first : last + 1], slice(first, last))

    for _ in in_chunks(run_some, len(starts) - 1, least):
        pass


def _table(state: EgoState, chosen: _Candidates) -> Vector:
    """Return room for a number for everybody, x last, for each candidate."""
    return np.empty((len(chosen.starts) - 1, len(state.contacts) + 1))


def _summed(chosen: _Candidates, values: Vector) -> Vector:
    """Sum values of partners by candidate."""
    return sums(chosen.owner, values, len(chosen.starts) - 1)


def _counted(chosen: _Candidates, values: Vector) -> Vector:
    """Sum whole numbers of partners by candidate; they are exact in floats up to 2^53."""
    return _summed(chosen, values).astype(np.int64)
