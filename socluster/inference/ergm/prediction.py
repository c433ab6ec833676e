"""How likely is each tie under a fitted model: given all others, or among the networks that the model gives?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
import pandas as pd
from numpy.random import Generator
from scipy.special import expit

from socluster.core.columns import Array
from socluster.core.errors import InputError
from socluster.draws.pieces import Drawing
from socluster.draws.settings import NO_INTERVALS, Draws, as_draws
from socluster.draws.task import Rows, draws_at_a_time, fingerprint_of
from socluster.inference.ergm.model import ErgmModel
from socluster.inference.ergm.networks import start_of

__all__ = [
    "SimulatedOdds",
    "SimulatedTies",
    "among_networks",
    "given_known",
    "given_others",
    "model_identity",
    "predicted",
    "simulated_states",
]


def predicted(
    model: ErgmModel,
    theta: Array,
    kind: Literal["conditional", "marginal"],
    steps: int,
    draws: int | Draws,
    rng: Generator | int | None,
) -> pd.DataFrame:
    """Return how likely each tie is, exactly where that can be, and drawn otherwise.

    Parameters
    ----------
    model : ErgmModel
        The model.
    theta : ndarray of shape (p,)
        Coefficients.
    kind : {"conditional", "marginal"}
        Given all others as they are, or among the networks of the model.
    steps : int
        Proposals for each draw.
    draws : int or Draws
        How many draws, and who computes.
    rng : int or numpy.random.Generator, optional
        Seed; needed where something is drawn.

    Raises
    ------
    InputError
        If the seed is needed and missing; or for "conditional" where ties or degrees are kept.
    """
    is_dependent = any(each != "dyad" for each in model.dependence)
    if kind == "conditional" and model.constraint is not None:
        raise InputError(
            "given all other ties, one that is kept in number or degree is there or not: there is nothing to "
            "predict; kind='marginal' says in which share of the networks it is there"
        )
    if kind == "conditional" and not (is_dependent and len(model.dyads.unknown)):
        return given_others(model, theta)
    settings = as_draws(draws).only("executor", "checkpoint", why=NO_INTERVALS)
    drawn = among_networks if kind == "marginal" else given_known
    return drawn(model, theta, steps, settings, start_of(rng))


def given_others(model: ErgmModel, theta: Array) -> pd.DataFrame:
    """Return how likely each tie is, given all others as they are: the conditional log odds are linear in the changes.

    Parameters
    ----------
    model : ErgmModel
        The model; where dyads are unknown, `given_known` is right unless all dyads are independent.
    theta : ndarray of shape (p,)
        Coefficients.
    """
    return _table(model, expit(_log_odds(model, theta, model.observed)))


def given_known(model: ErgmModel, theta: Array, steps: int, settings: Draws, start: int) -> pd.DataFrame:
    r"""Return how likely each tie is, given all others that are known, with its Monte-Carlo error.

    The unknown dyads u are drawn given the known ones. An unknown tie is as likely as it is on average over the draws.
    The draws also know whether a known tie is there, which must not count; with its log odds :math:`e(u)`, its odds are
    the mean of :math:`\exp(e(u))` if it is absent, and one over the mean of :math:`\exp(-e(u))` if it is there.

    Parameters
    ----------
    model : ErgmModel
        The model, with unknown dyads.
    theta : ndarray of shape (p,)
        Coefficients.
    steps : int
        Proposals for each draw of the unknown dyads.
    settings : Draws
        How many draws, and who computes.
    start : int
        What the random numbers start from.
    """
    with Drawing(settings, "drawing unknown dyads") as drawing:
        odds = drawing.rows(SimulatedOdds(model, theta, steps, start))[0]
    known, tied = model.dyads.is_known, model.tied()
    sign = np.where(tied, -1.0, 1.0)
    values = np.where(known, np.exp(sign * odds), expit(odds))
    mean, error = values.mean(axis=0), values.std(axis=0) / np.sqrt(len(values))
    share = np.where(tied, 1 / (1 + mean), mean / (1 + mean))
    probability, slope = np.where(known, share, mean), np.where(known, 1 / (1 + mean) ** 2, 1.0)
    return _table(model, probability).assign(error=slope * error)


def among_networks(model: ErgmModel, theta: Array, steps: int, settings: Draws, start: int) -> pd.DataFrame:
    """Return in which share of the networks of the model each tie is there, with the Monte-Carlo error of the share.

    Parameters
    ----------
    model : ErgmModel
        The model.
    theta : ndarray of shape (p,)
        Coefficients.
    steps : int
        Proposals from the observed network to a simulated one.
    settings : Draws
        How many networks, and who computes.
    start : int
        What the random numbers start from.
    """
    with Drawing(settings, "simulating networks") as drawing:
        there = drawing.rows(SimulatedTies(model, theta, steps, start))[0]
    share = there.mean(axis=0)
    return _table(model, share).assign(error=np.sqrt(share * (1 - share) / len(there)))


def simulated_states(model: ErgmModel, theta: Array, steps: int, start: int, first: int, last: int) -> list[Array]:
    """Return networks number first..last-1, each from a chain of its own."""
    found = []
    for draw in range(first, last):
        chain = model.chain([start, 40, draw])
        chain.run(theta, 1, thinning=steps)
        found.append(chain.matrix)
    return found


def model_identity(model: ErgmModel, theta: Array) -> list[tuple[str, object]]:
    """Return all on which networks of a model depend besides their random numbers."""
    network = model.network
    return [
        ("the cluster", (network.cluster.fingerprint, network.layer, model.constraint)),
        ("the terms", tuple((each.name, each.options) for each in model.terms)),
        ("the dyads", model.dyads.free),
        ("the coefficients", (theta, model.taper)),
    ]


@dataclass(frozen=True, eq=False)
class SimulatedTies:
    """A task: which free dyads are tied in networks of a fitted model.

    Parameters
    ----------
    model : ErgmModel
        The model.
    theta : ndarray of shape (p,)
        Coefficients.
    steps : int
        Proposals from the observed network to the simulated one.
    seed : int
        Seed.
    """

    model: ErgmModel
    theta: Array
    steps: int
    seed: int

    @property
    def parts(self) -> int:
        """One array."""
        return 1

    @cached_property
    def fingerprint(self) -> str:
        """What the numbers depend on."""
        return fingerprint_of([*model_identity(self.model, self.theta), ("the draws", (self.steps, self.seed))])

    @property
    def draws_at_a_time(self) -> int:
        """How many draws make a piece of work."""
        return draws_at_a_time(len(self.model.dyads.free))

    def run(self, first: int, last: int) -> Rows:
        """Return which dyads are tied in networks first..last-1: an array of shape (draws, free dyads)."""
        states = simulated_states(self.model, self.theta, self.steps, self.seed, first, last)
        return [np.array([self.model.tied(state) for state in states], dtype=float)]


@dataclass(frozen=True, eq=False)
class SimulatedOdds(SimulatedTies):
    """A task: the log odds of the free dyads, given all others, where the unknown ones are drawn given the known."""

    @cached_property
    def fingerprint(self) -> str:
        """What the numbers depend on."""
        return fingerprint_of([*model_identity(self.model, self.theta), ("given the known", (self.steps, self.seed))])

    def run(self, first: int, last: int) -> Rows:
        """Return log odds in draws first..last-1: an array of shape (draws, free dyads)."""
        found = np.empty((last - first, len(self.model.dyads.free)))
        for draw in range(first, last):
            chain = self.model.chain([self.seed, 45, draw], dyads=self.model.dyads.unknown)
            chain.run(self.theta, 1, thinning=self.steps)
            found[draw - first] = _log_odds(self.model, self.theta, chain.matrix)
        return [found]


def _log_odds(model: ErgmModel, theta: Array, state: Array) -> Array:
    """Return the log odds of every free dyad, given all others as they are in a network."""
    changes = model.changes(state)
    odds: Array = changes @ theta
    if model.taper is not None:
        centre, pull = model.taper
        without = model.statistics(state) - changes * model.tied(state)[:, None]
        odds = odds - (changes * (2 * (without - centre) + changes)) @ pull
    return odds


def _table(model: ErgmModel, probability: Array) -> pd.DataFrame:
    free = model.dyads.free
    tied = pd.array(model.tied(), dtype="boolean")
    tied[~model.dyads.is_known] = pd.NA
    return pd.DataFrame({"tied": tied, "probability": probability}, index=model.network.dyad_index(free))
