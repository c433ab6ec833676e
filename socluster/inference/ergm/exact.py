"""Where the likelihood of a model is known exactly: independent dyads, independent pairs, and few enough networks."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal, TypeAlias

import numpy as np

from socluster.core.columns import Array
from socluster.inference.ergm.estimation.outcomes import Outcomes, of_dyads, of_list, of_pairs
from socluster.inference.ergm.model import MOST_NETWORKS, ErgmModel

__all__ = ["Exactly", "exactly", "how_exactly", "pseudo"]

Exactly: TypeAlias = Literal["dyads", "pairs", "enumeration"]
"""How the likelihood is known: of each dyad, of each pair of actors, or of every network."""


def how_exactly(model: ErgmModel) -> Exactly | None:
    """Return how the likelihood of a model is known exactly; None if it must be simulated."""
    if model.constraint is None and model.taper is None:
        if all(each == "dyad" for each in model.dependence):
            return "dyads"
        if all(each in ("dyad", "pair") for each in model.dependence):
            return "pairs"
    n_free = len(model.dyads.free)
    return "enumeration" if n_free <= 62 and 2**n_free <= MOST_NETWORKS else None


def exactly(model: ErgmModel, how: Exactly) -> Outcomes:
    """Return the likelihood of a model; unknown dyads leave open what they hold."""
    if how == "dyads":
        return pseudo(model)
    if how == "pairs":
        return _pairs(model)
    statistics, ways = model.enumerate()
    if len(model.dyads.unknown):
        listed = of_list(statistics, ways, *model.enumerate(dyads=model.dyads.unknown))
    else:
        listed = of_list(statistics, ways, model.statistics())
    if model.taper is None:
        return listed
    centre, pull = model.taper
    away = listed.statistics + listed.origin - centre
    return replace(listed, weights=listed.weights - away**2 @ pull)


def pseudo(model: ErgmModel, state: Array | None = None) -> Outcomes:
    """Return the pseudo-likelihood: of each known dyad given all others; the likelihood, if dyads are independent."""
    known = model.dyads.known
    found = of_dyads(model.changes(state, known), model.tied(state, known))
    if model.taper is None:
        return found
    # The observed network is the centre: a tie more, or one less, loses pull times its change squared.
    loss = found.statistics[:, 1] ** 2 @ model.taper[1]
    tied = found.observed[:, 1]
    return replace(found, weights=np.column_stack([np.where(tied, -loss, 0.0), np.where(tied, 0.0, -loss)]))


def _pairs(model: ErgmModel) -> Outcomes:
    """Return the likelihood of pairs of actors: what a tie adds is asked of a network without and one with all ties."""
    observed = model.observed
    n = len(observed)
    first, second = np.triu_indices(n, 1)
    there, back = np.column_stack([first, second]), np.column_stack([second, first])
    empty, full = np.zeros_like(observed), np.ones_like(observed) - np.eye(n, dtype=observed.dtype)
    alone, other = model.changes(empty, there), model.changes(empty, back)
    returned = model.changes(full, back)
    statistics = np.stack([np.zeros_like(alone), alone, other, alone + returned], axis=1)
    is_held, is_unknown = np.zeros((2, n, n), dtype=bool)
    is_held[tuple(model.dyads.fixed.T)] = True
    is_unknown[tuple(model.dyads.unknown.T)] = True
    possible, seen = np.ones((2, len(there), 4), dtype=bool)
    for cells, in_outcome in ((there, np.array([0, 1, 0, 1])), (back, np.array([0, 0, 1, 1]))):
        place = tuple(cells.T)
        agrees = observed[place][:, None] == in_outcome
        possible &= agrees | ~is_held[place][:, None]
        seen &= agrees | is_unknown[place][:, None]
    return of_pairs(statistics, possible, seen)
