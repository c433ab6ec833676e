"""Some of the ties that a scenario makes possible, and which of them are there in which draw."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from socluster.core.columns import Array
from socluster.core.parts import Parts
from socluster.core.streams import tie_keys, uniforms_of_draws
from socluster.whatif.ties.draws_of import DRAWS, realised_in_block
from socluster.whatif.ties.protocol import FittedTies

__all__ = ["DrawnTies", "Modelled"]


@dataclass(frozen=True, eq=False)
class Modelled:
    """Ties of one step that come from a model.

    Parameters
    ----------
    ties : FittedTies
        The ties.
    layer : str
        Their layer.
    key : int
        Key of the model's random numbers.
    owned : ndarray of bool
        Which of the ties are the model's; another step says of the others whether they are there.
    is_stated : bool
        Whether the analyst states these ties one by one, so that they go before those of other models.
    """

    ties: FittedTies
    layer: str
    key: int
    owned: Array
    is_stated: bool = False

    def rows(self, parts: Parts) -> Array:
        """Return the row of each tie among those of a cluster, -1 where it is not there or not the model's."""
        return np.where(self.owned, parts.rows_of(self.layer, self.ties.sources, self.ties.targets), -1)


@dataclass(frozen=True, eq=False)
class DrawnTies:
    """Ties that may be there or not.

    The same tie has the same random number in every scenario, and a model that draws something about itself (its rates,
    say) gets the same stream wherever it is used, so that differences are due to the scenario alone, and partners of
    one model share what is not known about it. That is drawn for whole blocks of draws (`ties.draws_of`).

    Parameters
    ----------
    parts : Parts
        A cluster.
    rows : ndarray of int
        Which of its ties: of those of a model all or none, unless they are independent of each other.
    modelled : tuple of Modelled
        The models that say of some of them whether they are there; of the others, their confidence says so.
    """

    parts: Parts
    rows: Array
    modelled: tuple[Modelled, ...]

    def present_in(self, seed: int, first: int, last: int) -> Array:
        """Return which of the ties are there in draws first..last-1: array of bool of shape (draws, ties)."""
        if not self.modelled:
            own: Array = self._numbers(seed, first, last) < self._confidence
            return own
        begin, end = first // DRAWS * DRAWS, -(-last // DRAWS) * DRAWS
        numbers = self._numbers(seed, begin, end)
        there: Array = numbers < self._confidence
        for number in range(begin // DRAWS, end // DRAWS):
            block = slice(number * DRAWS - begin, (number + 1) * DRAWS - begin)
            self._let_models_say(there[block], numbers[block], seed, number)
        return there[first - begin : last - begin]

    def _let_models_say(self, there: Array, numbers: Array, seed: int, block: int) -> None:
        for each, places in zip(self.modelled, self._places, strict=True):
            kept = places >= 0  # a later step may have taken a tie away again
            own = np.ones((DRAWS, len(places)))
            own[:, kept] = numbers[:, places[kept]]
            there[:, places[kept]] = realised_in_block(each.ties, own, each.key, seed, block)[:, kept]

    def _numbers(self, seed: int, first: int, last: int) -> Array:
        return uniforms_of_draws(self._keys, seed, first, last)

    @cached_property
    def _keys(self) -> Array:
        return tie_keys(self.parts, self.parts.ties.take(self.rows))

    @cached_property
    def _confidence(self) -> Array:
        confidence: Array = self.parts.ties.rest["confidence"].values[self.rows]
        return confidence

    @cached_property
    def _places(self) -> list[Array]:
        """For the ties of every model, where they are among `rows`, -1 where they are not there any more."""
        place = np.full(len(self.parts.ties) + 1, -1)
        place[self.rows] = np.arange(len(self.rows))
        return [place[each.rows(self.parts)] for each in self.modelled]
