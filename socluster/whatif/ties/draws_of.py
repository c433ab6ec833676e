"""Many draws of the ties of a partner at once, from models that offer that and from models that draw one at a time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.random import Generator

from socluster.core.columns import Array
from socluster.core.streams import stream
from socluster.whatif.ties.protocol import FittedTies, StatedTies

__all__ = ["DRAWS", "probabilities_of_draws", "realised_in_block", "realised_of_draws"]

DRAWS = 64  # what a model does not know about itself is drawn for so many draws at once: 0..63, 64..127, ...


def realised_in_block(ties: FittedTies, uniforms: Array, key: int, seed: int, block: int) -> Array:
    """Return which ties are there in a whole block of draws.

    What the model draws about itself belongs to the block, so that the answer does not depend on which draws are asked
    for together; a model that draws one at a time has numbers of its own for each.

    Parameters
    ----------
    ties : FittedTies
        The ties.
    uniforms : ndarray of shape (64, ties)
        The random numbers of the ties in the draws of the block.
    key : int
        Key of the model's random numbers (`core.streams.stream`).
    seed : int
        Seed of the study.
    block : int
        Number of the block: it holds draws 64 block, ..., 64 block + 63.
    """
    if isinstance(ties, StatedTies):  # which need no numbers of their own
        there: Array = uniforms < np.array(ties.stated)
        return there
    if _of_many(ties, "realised_of_draws") is None:
        draws = range(block * DRAWS, (block + 1) * DRAWS)
        return _rows(ties.realised(own, stream(key, seed, draw)) for own, draw in zip(uniforms, draws, strict=True))
    return realised_of_draws(ties, uniforms, stream(key, seed, block))


def realised_of_draws(ties: FittedTies, uniforms: Array, rng: Generator) -> Array:
    """Return which ties are there in several draws: array of bool of the shape (draws, ties) of the numbers."""
    many = _of_many(ties, "realised_of_draws")
    if many is not None:
        there: Array = many(uniforms, rng)
        return there
    return _rows(ties.realised(own, rng) for own in uniforms).reshape(uniforms.shape)


def probabilities_of_draws(ties: FittedTies, rng: Generator, draws: int) -> Array:
    """Return the probabilities in several draws: array of shape (draws, ties)."""
    many = _of_many(ties, "probabilities_of_draws")
    if many is not None:
        probabilities: Array = many(rng, draws)
        return probabilities
    return _rows(ties.probabilities(rng) for _ in range(draws)).reshape(draws, -1)


def _of_many(ties: FittedTies, name: str) -> Any:
    """Return a method that answers for several draws at once, or None if the model has none.

    A class that says anew how one draw is made, but not how many are, inherits a method that knows nothing of that.
    """
    for one in ("realised", "probabilities"):
        many = f"{one}_of_draws"
        first = next((each for each in type(ties).__mro__ if one in vars(each) or many in vars(each)), None)
        if first is not None and many not in vars(first) and hasattr(first, many):
            return None
    return getattr(ties, name, None)


def _rows(each: Iterable[Array]) -> Array:
    return np.array(list(each))
