"""The worlds that a cluster with uncertain ties may stand for: in each, every tie is there for sure or not at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.combine import drawn
from socluster.core.streams import tie_keys, uniforms_of_draws
from socluster.draws.task import Rows, draws_at_a_time, fingerprint_of
from socluster.words import Phrase

__all__ = ["EachWorld", "Worlds"]


class Worlds:
    """A cluster, drawn again and again. In each draw a tie is there with its confidence, independently of the others.

    The random number of a tie belongs to the tie (its layer and ends), the seed and the draw. So two clusters that are
    drawn with one seed agree about every tie that both hold.

    Parameters
    ----------
    cluster : Cluster
        What is drawn.
    seed : int
        Seed.
    keep : float, default 1.0
        With what probability a tie is kept besides, the sure ones too; below 1, every tie may be left out.

    Examples
    --------
    >>> import pandas as pd
    >>> ties = pd.DataFrame({"source": ["a", "b"], "target": ["b", "c"], "confidence": [1.0, 0.5]})
    >>> actors = pd.DataFrame({"actor": list("abc")})
    >>> worlds = Worlds(Cluster.from_tables(actors, ties.assign(evidence="assumed")), seed=7)
    >>> [worlds.cluster(draw).n_ties for draw in range(5)]
    [1, 2, 2, 1, 1]
    """

    def __init__(self, cluster: Cluster, seed: int, *, keep: float = 1.0) -> None:
        self.whole = cluster
        self.seed = seed
        self.keep = keep
        self.confidence: Array = cluster.parts.ties.rest["confidence"].values * keep

    @property
    def is_certain(self) -> bool:
        """Whether all draws are the same."""
        return bool((self.confidence == 1).all())

    def numbers(self, first: int, last: int) -> Array:
        """Return the random numbers of all ties in draws first..last-1: array of shape (draws, ties)."""
        return uniforms_of_draws(self._keys, self.seed, first, last)

    def present_in(self, first: int, last: int) -> Array:
        """Return which ties are there in draws first..last-1: array of bool of shape (draws, ties)."""
        there: Array = self.numbers(first, last) < self.confidence
        return there

    def present(self, draw: int) -> Array:
        """Return which ties are there in a draw: array of bool, one per tie."""
        there: Array = self.present_in(draw, draw + 1)[0]
        return there

    def cluster(self, draw: int) -> Cluster:
        """Return the cluster of a draw, all of whose ties are sure."""
        if self.is_certain:
            return self.whole
        return Cluster(drawn(self.whole.parts, self.present(draw)))

    @property
    def _keys(self) -> Array:
        """Keys of the ties, kept with the cluster, since other seeds and draws need the same."""
        return self.whole.kept("keys of ties", lambda: tie_keys(self.whole.parts))


@dataclass(frozen=True, eq=False)
class EachWorld:
    """A task that asks the same of every world: its one part has a row of numbers for each draw.

    Parameters
    ----------
    worlds : Worlds
        What is drawn.
    ask : callable
        From a cluster to an array of numbers.
    width : int
        How many numbers there are, in all draws.
    about : tuple of (str or Phrase, object)
        All on which the numbers depend besides the worlds, each after what a person would call it.
    """

    worlds: Worlds
    ask: Callable[[Cluster], Array]
    width: int
    about: tuple[tuple[str | Phrase, object], ...]

    @property
    def parts(self) -> int:
        """One array."""
        return 1

    @cached_property
    def fingerprint(self) -> str:
        """What the numbers depend on."""
        worlds = self.worlds
        return fingerprint_of([("the worlds", (worlds.whole.fingerprint, worlds.seed, worlds.keep)), *self.about])

    @property
    def draws_at_a_time(self) -> int:
        """How many draws make a piece of work."""
        return draws_at_a_time(self.width)

    def run(self, first: int, last: int) -> Rows:
        """Return the numbers of draws first..last-1; where nothing is uncertain, the first one holds for all."""
        if self.worlds.is_certain:
            return [np.repeat(self.ask(self.worlds.cluster(first))[None, :], last - first, axis=0)]
        return [np.array([self.ask(self.worlds.cluster(draw)) for draw in range(first, last)])]
