"""A tie model: the probability of a tie decays with the distance between two places."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any, Literal, TypeAlias

import numpy as np
import pandas as pd
from numpy.random import Generator

from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem, nearest
from socluster.whatif.ties.active import (
    StatedActivity,
    estimated_activity,
    not_activity,
    told_active,
    varied_activity,
    with_activity,
)
from socluster.whatif.ties.base import Model, Variants, ranged, shifted_odds, with_ends
from socluster.whatif.ties.fitted import is_directed, possible_ties, stated_ties
from socluster.whatif.ties.observed import Dyads, learning_layer, observed
from socluster.whatif.ties.protocol import FittedTies, IndependentTies, is_number
from socluster.whatif.ties.scaled import varied_number_of_ties
from socluster.whatif.ties.unplaced import with_unplaced
from socluster.whatif.ties.values import (
    given,
    known_columns,
    not_choice,
    not_positive,
    not_probability,
    not_text,
    stated_value,
)
from socluster.words import Language, marked, number, say

__all__ = ["DecayTies", "DistanceDecay"]

Shape: TypeAlias = Literal["exponential", "hyperbolic"]
GRID = 50

_FALLS: dict[Shape, str] = {
    "exponential": marked(
        "the probability of a tie is {p0} at distance 0 and falls exponentially with distance, on a scale of {scale}"
    ),
    "hyperbolic": marked(
        "the probability of a tie is {p0} at distance 0 and falls hyperbolically with distance, on a scale of {scale}"
    ),
}


@dataclass(frozen=True, repr=False)
class DistanceDecay(Model):
    """New ties whose probability falls with the distance d between two places.

    .. math:: p = p_0 \\, e^{-d/s} \\quad\\text{(exponential)} \\qquad p = p_0 / (1 + d/s) \\quad\\text{(hyperbolic)}

    p_0 is the probability at no distance, s the scale: the distance at which the probability has fallen to 37 % of it
    (exponential) or to one half (hyperbolic). State them; where you do not, they are learnt from the cluster's own
    dyads: the log-likelihood m log p + (N - m) log(1 - p), added up over the distances, is computed on a grid of 50
    values of p_0 between 0 and 1 and 50 of s (equal ratios, from a quarter of the shortest distance to four times the
    longest), and again on a finer one where it is not negligible. Divided by its sum the likelihood says how plausible
    each pair of values is; each draw takes one pair. The likeliest one is the maximum likelihood estimate (`fitted`).

    Parameters
    ----------
    distances : mapping of str to mapping of str to float, or DataFrame
        Distance between two places, in any unit; symmetric, so that one of two directions is enough. Within a place it
        is 0 unless stated.
    by : str, default "place"
        Column of the actors that says where they are; the new partner needs a value in it.
    p0 : float, optional
        p_0, between 0 and 1.
    scale : float, optional
        s, in the unit of the distances.
    shape : {"exponential", "hyperbolic"}, default "exponential"
        How the probability falls.
    layer : str, optional
        The layer to learn from; without it, the layer of the new ties if that holds ties, else all.
    activity : bool or float, default True
        Whether partners differ in activity (`ActiveTies`): True estimates from the members' degrees how much, which is
        not at all where these differ no more than their kinds explain; a number states the standard deviation of the
        log odds of a tie; False leaves it out. It has no part where both parameters are stated.

    Notes
    -----
    Actors whose place is not stated get no tie from this model; nor do they teach it. Ties are independent given p_0
    and s. In a directed layer the ties from and to the partner are separate, with the same probability.

    References
    ----------
    Daraganova, G. et al. (2012). Networks and geography: modelling community network structures as the outcome of both
    spatial and network processes. Social Networks 34(1), 6-17. doi:10.1016/j.socnet.2010.12.001

    Examples
    --------
    >>> km = {"Kelmė": {"Šiauliai": 43, "Joniškis": 82}, "Šiauliai": {"Joniškis": 41}}
    >>> DistanceDecay(km, p0=0.6, scale=30).assumption()
    'the probability of a tie is 0.6 at distance 0 and falls exponentially with distance, on a scale of 30'
    """

    distances: Mapping[str, Mapping[str, float]]
    by: str = "place"
    p0: float | None = None
    scale: float | None = None
    shape: Shape = "exponential"
    layer: str | None = field(default=None, kw_only=True)
    activity: StatedActivity = field(default=True, kw_only=True)

    def __post_init__(self) -> None:
        """Take a table of distances as a mapping, then freeze and check."""
        if isinstance(self.distances, pd.DataFrame):
            rows = {str(place): row.dropna().to_dict() for place, row in self.distances.iterrows()}
            object.__setattr__(self, "distances", rows)
        super().__post_init__()

    def _problems(self) -> list[Problem]:
        problems = not_probability(**given(p0=self.p0)) + not_positive(**given(scale=self.scale))
        problems += not_text(by=self.by, **given(layer=self.layer))
        problems += not_choice(("exponential", "hyperbolic"), shape=self.shape) + not_activity(self.activity)
        rows: Mapping[str, Any] = self.distances if isinstance(self.distances, Mapping) else {}
        if not rows or not all(isinstance(row, Mapping) for row in rows.values()):
            return [
                *problems,
                Problem("distances must be a mapping from place to place to distance", value=self.distances),
            ]
        for place, row in rows.items():
            for other, d in row.items():
                if not (is_number(d) and 0 <= d < np.inf):
                    problems.append(Problem("a distance is a number from 0", row=place, column=other, value=d))
                elif place < other and rows.get(other, {}).get(place, d) != d:
                    problems.append(Problem("the two directions differ", row=place, column=other, value=d))
        return problems

    @property
    def learns(self) -> bool:
        """Whether the decay is fitted to the ties of the cluster."""
        return self.p0 is None or self.scale is None

    def fit(self, cluster: Cluster, actor: str, layer: str) -> FittedTies:
        """Return a possible tie with every actor whose place is stated; see `TieModel`."""
        possible = possible_ties(cluster, actor, layer)
        known_columns(cluster, [self.by], "by")
        stated_value(cluster, actor, self.by, marked("needs a value of '{column}', for distances follow from it"))
        lengths = self._lengths(cluster)
        here = cluster.parts.position[actor]
        self._refuse_gaps(cluster, lengths[here])
        own = lengths[possible.rows, possible.columns]
        others = cluster.without_actor(actor)
        p0, scale, weights = self._plausible(others, layer)
        ties = DecayTies(possible.sources, possible.targets, own, p0, scale, weights, self.shape)
        if len(weights) == 1:
            return stated_ties(possible, ties.probabilities(None))
        placed = ~np.isnan(own)
        ties = replace(
            ties, sources=_of(possible.sources, placed), targets=_of(possible.targets, placed), distances=own[placed]
        )
        possible = replace(possible, rows=possible.rows[placed], columns=possible.columns[placed])
        activity = estimated_activity(*self._among_members(others, layer, (p0, scale, weights)), self.activity)
        return with_activity(ties, possible, here, activity)

    def _among_members(
        self, others: Cluster, layer: str | None, plausible: tuple[Array, Array, Array]
    ) -> tuple[Dyads, Array]:
        """Return the dyads of members whose distance is known, and the probability of each at the likeliest decay."""
        directed = layer not in others.layers or is_directed(others, str(layer))
        dyads = observed(others, learning_layer(others, self.layer, layer), directed=directed)
        lengths, likeliest = self._lengths(others), plausible[2].argmax()
        p0, scale = plausible[0][likeliest], plausible[1][likeliest]
        rates = p0 * _falling(np.nan_to_num(lengths, nan=np.inf) / scale, self.shape)
        return replace(dyads, known=dyads.known & ~np.isnan(lengths)), rates

    def grounded(self, cluster: Cluster, attributes: Mapping[str, Any], layer: str | None = None) -> Model:
        """Return the model, which says so if the place of some actors is not stated; see `Model`."""
        del attributes
        told = with_unplaced(self, cluster, self.by, "no tie")
        if not self.learns or self.activity is False or self.by not in cluster.parts.actors:
            return told
        with suppress(InputError):  # what does not fit is told where the model is fitted
            found = self._among_members(cluster, layer, self._plausible(cluster, layer))
            return told_active(told, *found, self.activity)
        return told

    def fitted(self, cluster: Cluster, layer: str | None = None) -> pd.DataFrame:
        """Return what the cluster's own dyads say about the parameters.

        Returns
        -------
        DataFrame
            Index (p0, scale), columns likeliest (the maximum likelihood estimate, as fine as the grid), mean, low, high
            (an interval of 90 %).
        """
        known_columns(cluster, [self.by], "by")
        p0, scale, weights = self._plausible(cluster, layer)
        rows = {}
        for name, values in (("p0", p0), ("scale", scale)):
            order = np.argsort(values, kind="stable")
            below = np.cumsum(weights[order])
            ends = np.minimum(np.searchsorted(below, [0.05, 0.95]), len(below) - 1)
            rows[name] = [values[weights.argmax()], weights @ values, *values[order][ends]]
        return pd.DataFrame.from_dict(rows, orient="index", columns=["likeliest", "mean", "low", "high"])

    def _plausible(self, cluster: Cluster, layer: str | None) -> tuple[Array, Array, Array]:
        """Values of p0 and s, and how plausible each pair of them is."""
        if self.p0 is not None and self.scale is not None:
            return np.array([self.p0]), np.array([self.scale]), np.ones(1)
        source = learning_layer(cluster, self.layer, layer)
        dyads = observed(cluster, source, directed=layer not in cluster.layers or is_directed(cluster, str(layer)))
        lengths = self._lengths(cluster)
        taught = dyads.once & ~np.isnan(lengths)
        if not (taught & (lengths > 0)).any():
            raise InputError("no two actors of the cluster have a distance to learn from; state p0= and scale=")
        distance, kind = np.unique(lengths[taught], return_inverse=True)
        n_ties = np.bincount(kind, weights=dyads.expected[taught])
        n_dyads = np.bincount(kind)
        apart = distance[distance > 0]
        some_p0 = np.linspace(0.005, 0.995, GRID) if self.p0 is None else np.array([self.p0])
        some_scale = np.geomspace(apart[0] / 4, apart[-1] * 4, GRID) if self.scale is None else np.array([self.scale])
        for is_fine in (False, True):
            weights = _likelihood(some_p0, some_scale, self.shape, distance, n_ties, n_dyads)
            if not is_fine:  # look closer where it is plausible
                some_p0 = _closer(some_p0, weights.max(axis=1), np.linspace)
                some_scale = _closer(some_scale, weights.max(axis=0), np.geomspace)
        p0, scale = np.meshgrid(some_p0, some_scale, indexing="ij")
        return p0.ravel(), scale.ravel(), weights.ravel() / weights.sum()

    def _lengths(self, cluster: Cluster) -> Array:
        """Distance between every two actors (n x n), NaN where it is not known."""
        places = cluster.parts.actors[self.by].objects()
        names = sorted({str(place) for place in places if place is not None})
        table = np.full((len(names) + 1, len(names) + 1), np.nan)  # the last row is "not stated"
        for row, place in enumerate(names):
            for column, other in enumerate(names):
                default = 0.0 if place == other else np.nan
                known = self.distances.get(place, {}).get(other)
                table[row, column] = self.distances.get(other, {}).get(place, default) if known is None else known
        codes = np.array([names.index(str(place)) if place is not None else -1 for place in places])
        return np.asarray(table[codes[:, None], codes])

    def _refuse_gaps(self, cluster: Cluster, lengths: Array) -> None:
        """Refuse places whose distance from the partner is not in the table: one misspelt name would cost ties."""
        places = cluster.parts.actors[self.by].objects()
        gaps = {str(p) for p, d in zip(places, lengths, strict=True) if p is not None and np.isnan(d)}
        known = {*self.distances, *(each for row in self.distances.values() for each in row)}
        if gaps:
            rows = [(each, None if each in known else nearest(each, known)) for each in sorted(gaps)]
            raise InputError(
                [
                    Problem(
                        "has no distance from the partner's place",
                        is_argument=True,
                        column="distances",
                        value=gap,
                        nearest=like,
                    )
                    for gap, like in rows
                ]
            )

    def assumption(self, language: Language = "en") -> str:
        """Return what is assumed, in a sentence."""
        fitted = say("(estimated from the cluster)", language)
        p0, scale = (fitted if value is None else number(value, language) for value in (self.p0, self.scale))
        return say(_FALLS[self.shape], language, p0=p0, scale=scale)

    def varied(self, language: Language = "en") -> Variants:
        """Return the model with the odds of p0 and with the scale halved and doubled, or with fewer and more ties.

        See `Model`.
        """
        found: Variants = {}
        if self.p0 is not None:
            what = say("ties at distance 0", language)
            ends = shifted_odds(self.p0, 0.5), shifted_odds(self.p0, 2)
            found[ranged(what, *ends, language)] = with_ends(self, "p0", *ends)
        if self.scale is not None:
            what = say("scale of distance", language)
            ends = 0.5 * self.scale, 2 * self.scale
            found[ranged(what, *ends, language)] = with_ends(self, "scale", *ends)
        if len(found) == 2:
            return found
        return found | varied_activity(self, language) | varied_number_of_ties(self, language)


@dataclass(frozen=True, eq=False)
class DecayTies(IndependentTies):
    """Possible ties whose probability falls with distance; see `FittedTies`.

    Parameters
    ----------
    sources, targets : tuple of str
        Ends of the possible ties.
    distances : ndarray of float
        Distance of each, NaN where there can be no tie.
    p0, scale, weights : ndarray of float
        Values of the parameters, and how plausible each pair is (adds up to 1).
    shape : {"exponential", "hyperbolic"}
        How the probability falls.
    """

    sources: tuple[str, ...]
    targets: tuple[str, ...]
    distances: Array
    p0: Array
    scale: Array
    weights: Array
    shape: Shape

    def probabilities(self, rng: Generator | None) -> Array:
        """Return the probability of every possible tie: for one drawn pair of parameters, or the mean over all."""
        length = np.nan_to_num(self.distances, nan=np.inf)
        if rng is not None:
            pair = int(rng.choice(len(self.weights), p=self.weights))
            return np.asarray(self.p0[pair] * _falling(length / self.scale[pair], self.shape))
        apart, place = np.unique(length, return_inverse=True)
        mean: Any = [(self.weights * self.p0) @ _falling(each / self.scale, self.shape) for each in apart]
        return np.asarray(mean)[place]

    def probabilities_of_draws(self, rng: Generator, draws: int) -> Array:
        """Return the probabilities in several draws, for a pair of parameters each; see `IndependentTies`."""
        length = np.nan_to_num(self.distances, nan=np.inf)
        pairs = rng.choice(len(self.weights), size=draws, p=self.weights)
        return np.asarray(self.p0[pairs, None] * _falling(length / self.scale[pairs, None], self.shape))


def _of(labels: tuple[str, ...], kept: Array) -> tuple[str, ...]:
    return tuple(label for label, is_kept in zip(labels, kept.tolist(), strict=True) if is_kept)


def _likelihood(p0: Array, scale: Array, shape: Shape, distance: Array, ties: Array, dyads: Array) -> Array:
    """Return the likelihood of every pair of p0 (rows) and scale (columns), relative to the highest."""
    fit = np.empty((len(p0), len(scale)))
    for column, each in enumerate(scale.tolist()):
        p = np.clip(p0[:, None] * _falling(distance / each, shape), 1e-12, 1 - 1e-12)
        fit[:, column] = np.log(p) @ ties + np.log(1 - p) @ (dyads - ties)
    return np.asarray(np.exp(fit - fit.max()))


def _closer(values: Array, weights: Array, spaced: Callable[[float, float, int], Array]) -> Array:
    """Return as many values, spaced over the part of the range where the weights are not negligible."""
    plausible = np.flatnonzero(weights > 1e-6)
    first, last = max(plausible[0] - 1, 0), min(plausible[-1] + 1, len(values) - 1)
    return spaced(values[first], values[last], len(values))


def _falling(ratio: Array, shape: Shape) -> Array:
    return np.asarray(np.exp(-ratio) if shape == "exponential" else 1 / (1 + ratio))
