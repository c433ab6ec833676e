"""A tie model: a new partner forms ties at the rates at which actors of its kind are tied already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, TypeAlias

import numpy as np
import pandas as pd
from numpy.random import Generator

from socluster.core.arguments import positive_integer
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.data_notes import data_notes
from socluster.core.errors import InputError, NearNameWarning, Problem, nearest, offered
from socluster.core.groupings import MISSING, NO_VALUE, NOT_STATED, WithoutGroup
from socluster.core.result import Result
from socluster.core.warn import warn
from socluster.draws.settings import MOST
from socluster.whatif.ties.active import StatedActivity, not_activity, told_active, varied_activity
from socluster.whatif.ties.base import Model, Variants, ranged, shifted_odds, with_ends
from socluster.whatif.ties.fitted import possible_ties
from socluster.whatif.ties.members import as_members
from socluster.whatif.ties.observed import Dyads, learning_layer, observed
from socluster.whatif.ties.protocol import FittedTies, IndependentTies, is_probability
from socluster.whatif.ties.scaled import varied_number_of_ties
from socluster.whatif.ties.ungrouped import with_ungrouped
from socluster.whatif.ties.untaught import Untaught, worth_of_prior
from socluster.whatif.ties.values import given, known_columns, not_choice, not_positive, not_text, stated_value
from socluster.words import Language, Phrase, column_name, column_phrase, count, listed, marked, number, say

__all__ = ["Posterior", "RateTies", "Rates", "beta_parameters", "overall_rate"]

_STRANGER = marked(
    "no other actor has the {by} of '{actor}', '{word}' (there are: {options}); its rates are learned from nobody: "
    "they are the prior alone"
)
_NEAR_STRANGER = marked(
    "no other actor has the {by} of '{actor}', '{word}'; did you mean '{near}'? Its rates are learned from nobody: "
    "they are the prior alone"
)

Block: TypeAlias = "tuple[str | None, ...]"


@dataclass(frozen=True, repr=False)
class Rates(Model):
    """New ties at the rates at which actors of such kinds are tied already.

    The actors are put into blocks by one attribute, or by several: then actors who agree in all of them are a block. A
    partner of block g is tied to an actor of block h with the rate of that pair of blocks, which is not known exactly:
    with m ties among N dyads it has the distribution Beta(c r + m, c (1 - r) + N - m), where r is the prior rate and c
    says how many dyads the prior is worth. So a pair of blocks without a single tie has a small rate rather than none,
    and one that holds few dyads is drawn towards the prior rate, and uncertain.

    Parameters
    ----------
    by : str or sequence of str, default "sector"
        Column or columns of the actors that make the blocks; the new partner needs a value in each.
    prior_rate : float, optional
        r, between 0 and 1; without it, the rate over all dyads of the cluster, (m + 1/2) / (N + 1).
    prior_dyads : float, default 4
        c, greater than 0.
    layer : str, optional
        The layer that the rates are taken from; without it, the layer of the new ties if that holds ties, else all.
    missing : {"refuse", "category", "drop"}, default "refuse"
        What becomes of members without a value in `by`: an error names them; they make a block "not stated", to which a
        partner without a value belongs too; or they are left out, so that they teach nothing and get no tie.
    activity : bool or float, default True
        Whether partners differ in activity (`ActiveTies`): True estimates from the members' degrees how much, which is
        not at all where these differ no more than their kinds explain; a number states the standard deviation of the
        log odds of a tie; False leaves it out.

    Notes
    -----
    A partner in whose block the cluster holds nobody learns from nobody: its rates are the prior alone, a warning names
    the nearest block, and the assumption says so (`grounded`).

    Uncertain ties count with their confidence, unknown dyads not at all. Where both layers are directed, ties out of
    and into the partner have rates of their own, and are returned as often as those of the members (`Reciprocity`).
    Where members of one kind differ in their number of ties by more than chance, the partner may be as active or as
    quiet as any of them, and is tied to active members rather than to quiet ones. Given rates and activity, ties are
    independent: no triadic closure. This is a stochastic block model with known blocks and a random effect of actors.

    References
    ----------
    Holland, P. W., Laskey, K. B. and Leinhardt, S. (1983). Stochastic blockmodels: first steps. Social Networks 5(2),
    109-137. doi:10.1016/0378-8733(83)90021-7

    Examples
    --------
    >>> Rates(by="sector").assumption()
    'the partner forms ties at the rates of its sector (Beta posterior; prior weight: 4 dyads)'
    >>> Rates(by=["sector", "place"]).assumption()
    'the partner forms ties at the rates of its sector and place (Beta posterior; prior weight: 4 dyads)'
    """

    by: str | Sequence[str] = "sector"
    prior_rate: float | None = None
    prior_dyads: float = 4.0
    layer: str | None = field(default=None, kw_only=True)
    missing: WithoutGroup = field(default="refuse", kw_only=True)
    activity: StatedActivity = field(default=True, kw_only=True)

    def _problems(self) -> list[Problem]:
        if isinstance(self.by, tuple) and len(self.by) == 1:
            object.__setattr__(self, "by", self.by[0])  # ["sector"] and "sector" are one model
        problems = not_positive(prior_dyads=self.prior_dyads) + not_text(**given(layer=self.layer))
        problems += not_choice(MISSING, missing=self.missing) + not_activity(self.activity)
        if not self.columns or not all(isinstance(column, str) and column for column in self.columns):
            problems.append(Problem("by must be a column of the actors, or several", value=self.by))
        if self.prior_rate is not None and not (is_probability(self.prior_rate) and 0 < self.prior_rate < 1):
            problems.append(Problem("prior_rate must lie between 0 and 1, and be neither", value=self.prior_rate))
        return problems

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that make the blocks."""
        return tuple(self.by) if isinstance(self.by, tuple) else (str(self.by),)

    @property
    def learns(self) -> bool:
        """The rates are those of the ties of the cluster."""
        return True

    @property
    def returns(self) -> bool:
        """In a directed layer, ties are returned as often as those of the cluster."""
        return True

    def fit(self, cluster: Cluster, actor: str, layer: str) -> FittedTies:
        """Return a possible tie with every other actor; see `TieModel`."""
        possible = possible_ties(cluster, actor, layer)
        known_columns(cluster, self.columns, "by")
        if self.missing != "category":
            for column in self.columns:
                needed = marked("needs a value of '{column}', for its rates follow from it")
                stated_value(cluster, actor, column, needed)
        blocks, others = self._blocks(cluster), cluster.without_actor(actor)
        known = self._known_blocks(others)
        code_of = {block: code for code, block in enumerate(known)}
        codes = np.array([code_of.get(block, len(known)) for block in blocks])
        self._warn_of_strangers(cluster, actor)
        posterior = self.posterior(others, layer)
        if self.missing == "drop":
            stated = np.array([None not in block for block in blocks], dtype=bool)
            kept = stated[possible.rows] & stated[possible.columns]
            possible = replace(possible, rows=possible.rows[kept], columns=possible.columns[kept])
        cells = codes[possible.rows], codes[possible.columns]
        ties = RateTies(possible.sources, possible.targets, cells, posterior)
        dyads, rates = self._among_members(others, posterior, layer)
        return as_members(ties, possible, cluster, actor, dyads, rates, self.activity)

    def _among_members(self, others: Cluster, posterior: Posterior, layer: str | None) -> tuple[Dyads, Array]:
        """Return the dyads that teach, and the rate of each."""
        known = self._known_blocks(others)
        code_of = {block: code for code, block in enumerate(known)}
        codes = np.array([code_of.get(block, len(known)) for block in self._blocks(others)], dtype=int)
        dyads = observed(others, learning_layer(others, self.layer, layer), directed=posterior.directed)
        teaches = codes < len(known)
        if not teaches.all():
            dyads = replace(dyads, known=dyads.known & teaches & teaches[:, None])
        return dyads, posterior.rates(None)[np.ix_(codes, codes)]

    def grounded(self, cluster: Cluster, attributes: Mapping[str, Any], layer: str | None = None) -> Model:
        """Return the model for this partner; of one in whose block there is nobody, it says so; see `Model`."""
        if not set(self.columns) <= set(cluster.parts.actors):
            return self
        block = tuple(None if pd.isna(attributes.get(each)) else str(attributes[each]) for each in self.columns)
        is_known = block in self._blocks(cluster)
        told: Model = self if is_known else Untaught(self.columns, _told(block), self.prior_rate, self.prior_dyads)
        told = with_ungrouped(told, cluster, self.columns) if self.missing == "drop" else told
        if self.activity is False or not cluster.n_actors:
            return told
        with suppress(InputError):  # what does not fit is told where the model is fitted
            taught = self._among_members(cluster, self.posterior(cluster, layer), layer)
            return told_active(told, *taught, self.activity)
        return told

    def _known_blocks(self, others: Cluster) -> list[Block]:
        """Return the blocks that teach, in their order."""
        blocks = set(self._blocks(others))
        return sorted((each for each in blocks if self.missing != "drop" or None not in each), key=_sortable)

    def _warn_of_strangers(self, cluster: Cluster, actor: str) -> None:
        """Warn of each value of the partner that no other actor has, since its rates are learned from nobody then."""
        own = cluster.parts.position[actor]
        for column in self.columns:
            values = cluster.parts.actors[column].objects()
            word = values[own]
            options = sorted({str(value) for place, value in enumerate(values) if place != own and value is not None})
            if word is None or not options or str(word) in options:
                continue
            near = nearest(str(word), options)
            message = _STRANGER if near is None else _NEAR_STRANGER
            told = {"by": column_phrase(column), "actor": actor, "word": str(word)}
            warn(message, NearNameWarning, **told, options=offered(options), near=near or "")

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
        known_columns(cluster, self.columns, "by")
        self._refuse_without(cluster)
        source = learning_layer(cluster, self.layer, layer)
        dyads = observed(cluster, source, directed=layer not in cluster.layers or cluster.is_directed(layer))
        blocks = self._blocks(cluster)
        names = self._known_blocks(cluster)
        member = np.array([[block == name for name in names] for block in blocks], dtype=float)
        member = member.reshape(len(blocks), len(names))  # of nobody, too
        n_ties, n_dyads = (member.T @ cells @ member for cells in (dyads.once * dyads.expected, dyads.once * 1.0))
        prior = overall_rate(n_ties.sum(), n_dyads.sum()) if self.prior_rate is None else self.prior_rate
        if not dyads.directed:  # a pair of blocks is unordered as well
            n_ties, n_dyads = (cells + cells.T - np.diag(np.diag(cells)) for cells in (n_ties, n_dyads))
        told = tuple(_told(name) for name in names)
        notes = data_notes(cluster, source, drawn=True, unknown=False)
        return Posterior(told, n_ties, n_dyads, prior, self.prior_dyads, dyads.directed, notes)

    def assumption(self, language: Language = "en") -> str:
        """Return what is assumed, in a sentence."""
        return say(
            "the partner forms ties at the rates of its {by} (Beta posterior; {prior})",
            language,
            by=listed([column_name(column, language) for column in self.columns], language),
            prior=worth_of_prior(self.prior_dyads, language),
        )

    def varied(self, language: Language = "en") -> Variants:
        """Return the model with a weak and a strong prior, and with fewer and more ties; see `Model`."""
        worth = say("dyads that the prior is worth", language)
        found: Variants = {ranged(worth, 1, 16, language): with_ends(self, "prior_dyads", 1.0, 16.0)}
        if self.prior_rate is not None:
            rate = say("prior rate", language)
            ends = shifted_odds(self.prior_rate, 0.5), shifted_odds(self.prior_rate, 2)
            found[ranged(rate, *ends, language)] = with_ends(self, "prior_rate", *ends)
        return found | varied_activity(self, language) | varied_number_of_ties(self, language)

    def _refuse_without(self, cluster: Cluster) -> None:
        if self.missing != "refuse":
            return
        faults = []
        for column in self.columns:
            values = cluster.parts.actors[column].objects()
            without = [label for label, value in zip(cluster.ids, values, strict=True) if value is None]
            faults += [Problem(NO_VALUE, "actors", label, column) for label in without]
        if faults:
            raise InputError(faults)

    def _blocks(self, cluster: Cluster) -> list[Block]:
        columns = [cluster.parts.actors[column].objects() for column in self.columns]
        return [tuple(None if v is None else str(v) for v in row) for row in zip(*columns, strict=True)]


@dataclass(frozen=True, eq=False, repr=False)
class Posterior(Result):
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
    data_notes : tuple of Phrase
        What to keep in mind of the data, said at the end.
    """

    blocks: tuple[str, ...]
    ties: Array
    dyads: Array
    prior_rate: float
    prior_dyads: float
    directed: bool
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)

    def to_frame(self) -> pd.DataFrame:
        """Return index (from, to) and columns ties, dyads, alpha, beta, rate (the mean)."""
        index = pd.MultiIndex.from_product([self.blocks, self.blocks], names=["from", "to"])
        frame = pd.DataFrame({"ties": self.ties.ravel(), "dyads": self.dyads.ravel()}, index=index)
        alpha, beta = beta_parameters(self.ties, self.dyads, self.prior_rate, self.prior_dyads)
        frame["alpha"], frame["beta"] = alpha.ravel(), beta.ravel()
        frame["rate"] = frame["alpha"] / (frame["alpha"] + frame["beta"])
        return frame

    def sentences(self, language: Language = "en") -> list[str]:
        """Return how much there was to learn from, and what the prior adds.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        cells = np.ones_like(self.ties, dtype=bool) if self.directed else np.triu(np.ones_like(self.ties, dtype=bool))
        learnt = count(
            "The rate of ties of {n} block is estimated from {dyads} (expected ties: {ties}).",
            "The rates of ties within and between {n} blocks are estimated from {dyads} (expected ties: {ties}).",
            len(self.blocks),
            language,
            ties=number(float(self.ties[cells].sum()), language),
            dyads=count("{n} dyad", "{n} dyads", int(self.dyads[cells].sum()), language),
        )
        prior = say(
            "The prior of each rate has a mean of {rate} ({weight}).",
            language,
            rate=number(self.prior_rate, language),
            weight=worth_of_prior(self.prior_dyads, language),
        )
        return [learnt, prior, *self.about_data(language)]

    def rates(self, rng: Generator | None) -> Array:
        """Return the table of rates, drawn if `rng` is given, else their means; new blocks come last."""
        alpha, beta = self._parameters
        if rng is None:
            means: Array = alpha / (alpha + beta)
            return means
        drawn: Array = rng.beta(alpha, beta)
        return drawn if self.directed else np.where(self._upper, drawn, drawn.T)

    def rates_of_draws(self, rng: Generator, draws: int) -> Array:
        """Return so many tables of rates: array of shape (draws, blocks, blocks); new blocks come last."""
        alpha, beta = self._parameters
        drawn: Array = rng.beta(alpha, beta, size=(positive_integer("draws", draws, most=MOST), *alpha.shape))
        return drawn if self.directed else np.where(self._upper, drawn, drawn.transpose(0, 2, 1))

    @cached_property
    def _parameters(self) -> tuple[Array, Array]:
        ties, dyads = np.pad(self.ties, (0, 1)), np.pad(self.dyads, (0, 1))
        return beta_parameters(ties, dyads, self.prior_rate, self.prior_dyads)

    @cached_property
    def _upper(self) -> Array:
        """The cells on and above the diagonal: a pair of blocks has one rate, whichever is named first."""
        return np.triu(np.ones_like(self._parameters[0], dtype=bool))


@dataclass(frozen=True, eq=False)
class RateTies(IndependentTies):
    """Possible ties at the rates of their pairs of blocks; see `FittedTies`.

    Parameters
    ----------
    sources, targets : tuple of str
        Ends of the possible ties.
    cells : (ndarray of int, ndarray of int)
        Row and column of each in the table of rates.
    posterior : Posterior
        What is known about the rates.
    """

    sources: tuple[str, ...]
    targets: tuple[str, ...]
    cells: tuple[Array, Array]
    posterior: Posterior

    def probabilities(self, rng: Generator | None) -> Array:
        """Return the rate of every possible tie: drawn once per pair of blocks, or its mean."""
        return self.posterior.rates(rng)[self.cells]

    def probabilities_of_draws(self, rng: Generator, draws: int) -> Array:
        """Return the rates in several draws; see `IndependentTies`."""
        return self.posterior.rates_of_draws(rng, draws)[:, *self.cells]


def overall_rate(ties: float, dyads: float) -> float:
    """Return (m + 1/2) / (N + 1), a rate that is never 0 or 1 (the mean under Jeffreys' prior)."""
    return float((ties + 0.5) / (dyads + 1.0))


def beta_parameters(ties: Array, dyads: Array, rate: float, worth: float) -> tuple[Array, Array]:
    """Return the parameters of the Beta distribution of a rate, for a prior of this rate worth so many dyads."""
    return worth * rate + ties, worth * (1 - rate) + dyads - ties


def _told(block: Block) -> str:
    return ", ".join(each or f"({NOT_STATED})" for each in block)


def _sortable(block: Block) -> list[tuple[bool, str]]:
    return [(value is None, value or "") for value in block]
