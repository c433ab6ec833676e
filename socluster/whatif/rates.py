"""A tie model: a new partner forms ties at the rates at which actors of its kind are tied already."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import pandas as pd
from numpy.random import Generator

from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem, nearest
from socluster.core.wording import Language, number
from socluster.whatif.tie_models import IndependentTies, is_number, is_probability

__all__ = ["Posterior", "RateTies", "Rates"]

_NOT_STATED = "(not stated)"


@dataclass(frozen=True)
class Rates:
    """New ties at the rates at which actors of such kinds are tied already.

    The actors are put into blocks by an attribute. A partner of block g is tied to an actor of block h with the rate of
    that pair of blocks, which is not known exactly: with m ties among N dyads it has the distribution
    Beta(c r + m, c (1 - r) + N - m), where r is the prior rate and c says how many dyads the prior is worth. So a pair
    of blocks without a single tie has a small rate rather than none, and one that holds few dyads an uncertain rate.

    Parameters
    ----------
    by : str, default "sector"
        Column of the actors that makes the blocks; the new partner needs a value in it.
    prior_rate : float, optional
        r, between 0 and 1; without it, the rate over all dyads of the cluster, (m + 1/2) / (N + 1).
    prior_dyads : float, default 4
        c, greater than 0.
    layer : str, optional
        The layer that the rates are taken from; without it, the layer of the new ties if that holds ties, else all.

    Notes
    -----
    Uncertain ties count with their confidence. Where both layers are directed, ties out of and into the partner have
    rates of their own. Ties are independent given the rates: no triadic closure, no preference for the well connected.

    Examples
    --------
    >>> Rates(by="sector").assumption()
    'the partner forms ties at the rates of its sector (Beta posterior; the prior is worth 4 dyads)'
    """

    by: str = "sector"
    prior_rate: float | None = None
    prior_dyads: float = 4.0
    layer: str | None = field(default=None, kw_only=True)

    def __post_init__(self) -> None:
        """Check the prior."""
        if self.prior_rate is not None and not (is_probability(self.prior_rate) and 0 < self.prior_rate < 1):
            raise InputError(Problem("prior_rate must lie between 0 and 1, and be neither", value=self.prior_rate))
        if not (is_number(self.prior_dyads) and 0 < self.prior_dyads < np.inf):
            raise InputError(Problem("prior_dyads must be a number greater than 0", value=self.prior_dyads))

    def fit(self, cluster: Cluster, actor: str, layer: str) -> RateTies:
        """Return a possible tie with every other actor; see `TieModel`."""
        blocks = self._blocks(cluster)
        if blocks[actor] == _NOT_STATED:
            message = f"needs a value of {self.by!r}, for its rates follow from it"
            raise InputError(Problem(message, "actors", actor, self.by))
        others = tuple(label for label in cluster.labels if label != actor)
        mine = (actor,) * len(others)
        posterior = self.posterior(cluster.without_actor(actor), layer)
        if layer in cluster.layers and cluster.layers[layer].directed:
            ends = (mine + others, others + mine)
        else:
            ends = (mine, others)
        pairs = tuple((blocks[source], blocks[target]) for source, target in zip(*ends, strict=True))
        return RateTies(*ends, pairs, posterior)

    def posterior(self, cluster: Cluster, layer: str | None = None) -> Posterior:
        """Return what is known about the rate of every pair of blocks.

        Parameters
        ----------
        cluster : Cluster
            The cluster before the partner joins.
        layer : str, optional
            The layer of the new ties.

        Returns
        -------
        Posterior
        """
        source = self._source(cluster, layer)
        directed = cluster.is_directed(source) and (layer not in cluster.layers or cluster.is_directed(layer))
        blocks = pd.Series(self._blocks(cluster))
        names = tuple(sorted(set(blocks)))
        member = np.array([[block == name for name in names] for block in blocks], dtype=float).reshape(-1, len(names))
        expected = _expected(cluster, source)
        if not directed:  # one pair, one dyad; arcs of a directed source count if either way is there
            either = 1 - (1 - expected) * (1 - expected.T) if cluster.is_directed(source) else expected
            expected = np.triu(either)
        dyads = 1 - np.eye(len(blocks)) if directed else np.triu(np.ones_like(expected), k=1)
        ties, dyads = member.T @ expected @ member, member.T @ dyads @ member
        if not directed:  # a pair of blocks is unordered as well
            ties, dyads = (cells + cells.T - np.diag(np.diag(cells)) for cells in (ties, dyads))
        prior = self.prior_rate
        if prior is None:
            once = np.ones_like(ties) if directed else np.triu(np.ones_like(ties))
            prior = float(((ties * once).sum() + 0.5) / ((dyads * once).sum() + 1.0))
        return Posterior(names, ties, dyads, prior, self.prior_dyads, directed)

    def assumption(self, language: Language = "en") -> str:
        """Return what is assumed, in a sentence."""
        worth = number(self.prior_dyads, language)
        if language == "lt":
            return (
                f"partneris užmezga ryšius taip dažnai, kaip jo grupė pagal stulpelį „{self.by}“ "
                f"(Beta aposteriorinis skirstinys; priorinis verčiamas {worth} dyadomis)"
            )
        return (
            f"the partner forms ties at the rates of its {self.by} (Beta posterior; the prior is worth {worth} dyads)"
        )

    def _blocks(self, cluster: Cluster) -> dict[str, str]:
        actors = cluster.actors
        if self.by not in actors:
            columns = [str(column) for column in actors.columns]
            message = "is no column of the actors"
            raise InputError(Problem(message, "actors", column="by", value=self.by, nearest=nearest(self.by, columns)))
        return {str(actor): _NOT_STATED if pd.isna(value) else str(value) for actor, value in actors[self.by].items()}

    def _source(self, cluster: Cluster, layer: str | None) -> str | None:
        if self.layer is not None:
            return self.layer
        return layer if layer in cluster.tie_layers and cluster.matrix(layer).nnz else None


@dataclass(frozen=True, eq=False)
class Posterior:
    """What is known about the rate of ties of every pair of blocks: a Beta distribution for each.

    Parameters
    ----------
    blocks : tuple of str
        Names of the blocks.
    ties, dyads : ndarray of shape (blocks, blocks)
        Expected number of ties, and number of dyads.
    prior_rate : float
        Mean of the prior.
    prior_dyads : float
        How many dyads the prior is worth.
    directed : bool
        Whether (g, h) and (h, g) have rates of their own.
    """

    blocks: tuple[str, ...]
    ties: Array
    dyads: Array
    prior_rate: float
    prior_dyads: float
    directed: bool

    def to_frame(self) -> pd.DataFrame:
        """Return index (from, to) and columns ties, dyads, alpha, beta, rate (the mean)."""
        index = pd.MultiIndex.from_product([self.blocks, self.blocks], names=["from", "to"])
        frame = pd.DataFrame({"ties": self.ties.ravel(), "dyads": self.dyads.ravel()}, index=index)
        frame["alpha"] = self.prior_dyads * self.prior_rate + frame["ties"]
        frame["beta"] = self.prior_dyads * (1 - self.prior_rate) + frame["dyads"] - frame["ties"]
        frame["rate"] = frame["alpha"] / (frame["alpha"] + frame["beta"])
        return frame

    def rates(self, rng: Generator | None) -> Array:
        """Return the table of rates, drawn if `rng` is given, else their means; new blocks come last."""
        alpha = self.prior_dyads * self.prior_rate + np.pad(self.ties, (0, 1))
        beta = self.prior_dyads * (1 - self.prior_rate) + np.pad(self.dyads - self.ties, (0, 1))
        if rng is None:
            means: Array = alpha / (alpha + beta)
            return means
        drawn: Array = rng.beta(alpha, beta)
        return drawn if self.directed else np.triu(drawn) + np.triu(drawn, k=1).T


@dataclass(frozen=True, eq=False)
class RateTies(IndependentTies):
    """Possible ties at the rates of their pairs of blocks; see `FittedTies`."""

    sources: tuple[str, ...]
    targets: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...]
    posterior: Posterior

    @cached_property
    def _cells(self) -> tuple[Array, Array]:
        blocks = self.posterior.blocks
        code = {block: position for position, block in enumerate(blocks)}
        cells = np.array([[code.get(block, len(blocks)) for block in pair] for pair in self.pairs], dtype=int)
        return cells.reshape(-1, 2)[:, 0], cells.reshape(-1, 2)[:, 1]

    def probabilities(self, rng: Generator | None) -> Array:
        """Return the rate of every possible tie: drawn once per pair of blocks, or its mean."""
        return self.posterior.rates(rng)[self._cells]


def _expected(cluster: Cluster, layer: str | None) -> Array:
    """Return the n x n matrix of the probabilities that a tie exists in any of the layers."""
    ties = cluster.ties if layer is None else cluster.layer(layer).ties
    place = {label: position for position, label in enumerate(cluster.labels)}
    directed = {name: each.directed for name, each in cluster.layers.items()}
    absent = np.ones((cluster.n_actors, cluster.n_actors))
    for source, target, name, sure in zip(
        ties["source"], ties["target"], ties["layer"], ties["confidence"], strict=True
    ):
        absent[place[source], place[target]] *= 1 - sure
        if not directed[name]:
            absent[place[target], place[source]] *= 1 - sure
    expected: Array = 1 - absent
    return expected
