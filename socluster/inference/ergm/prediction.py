"""How likely is each tie under a fitted model: given all others, or among the networks that the model gives?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
from scipy.special import expit

from socluster.core.columns import Array
from socluster.draws.pieces import Drawing
from socluster.draws.settings import Draws
from socluster.draws.task import Rows, draws_at_a_time, fingerprint_of
from socluster.inference.ergm.model import ErgmModel

__all__ = ["SimulatedTies", "among_networks", "given_others", "model_identity", "simulated_states"]


def given_others(model: ErgmModel, theta: Array) -> pd.DataFrame:
    """Return how likely each tie is, given all others as they are: the conditional log odds are linear in the changes.

    Parameters
    ----------
    model : ErgmModel
        The model.
    theta : ndarray of shape (p,)
        Coefficients.
    """
    changes = model.changes()
    energy = changes @ theta
    if model.taper is not None:
        centre, pull = model.taper
        without = model.statistics() - changes * model.tied()[:, None]
        energy = energy - (changes * (2 * (without - centre) + changes)) @ pull
    return _table(model, expit(energy))


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


def _table(model: ErgmModel, probability: Array) -> pd.DataFrame:
    free = model.dyads.free
    tied = pd.array(model.tied(), dtype="boolean")
    tied[~model.dyads.is_known] = pd.NA
    return pd.DataFrame({"tied": tied, "probability": probability}, index=model.network.dyad_index(free))
