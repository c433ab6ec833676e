"""Ties of a partner who may be more active, or less, than its kind: probabilities by kind, moved by activity."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

import numpy as np
from numpy.random import Generator
from scipy.special import expit, logit, ndtri

from socluster.core import streams
from socluster.core.columns import Array
from socluster.core.errors import Problem
from socluster.whatif.ties.activity import Activity, activity_of
from socluster.whatif.ties.base import Model, Variants, ranged, with_ends
from socluster.whatif.ties.draws_of import probabilities_of_draws
from socluster.whatif.ties.fitted import OfTies, Possible
from socluster.whatif.ties.observed import Dyads
from socluster.whatif.ties.protocol import FittedTies, IndependentTies, is_number
from socluster.words import Language, number, say

__all__ = [
    "Active",
    "ActiveTies",
    "StatedActivity",
    "estimated_activity",
    "not_activity",
    "told_active",
    "varied_activity",
    "with_activity",
]

StatedActivity: TypeAlias = "bool | float"
_NODES, _SHARES = np.polynomial.hermite_e.hermegauss(20)
_SMALLEST = 2.0**-54


def not_activity(activity: object) -> list[Problem]:
    """Return a problem if it says neither whether to estimate the activity nor how much partners differ in it."""
    if isinstance(activity, bool) or (is_number(activity) and 0 <= activity < np.inf):  # type: ignore[operator]
        return []
    return [Problem("activity must be True, False, or the standard deviation of the log odds, from 0", value=activity)]


def estimated_activity(dyads: Dyads, rates: Array, wanted: StatedActivity) -> Activity | None:
    """Return how much members differ in activity, as `activity=` of a model wants it; None where they do not.

    Parameters
    ----------
    dyads : Dyads
        The ties of the members.
    rates : ndarray of shape (n, n)
        Probability of every tie among them, as the model has it.
    wanted : bool or float
        Whether to estimate it, or how large it is.
    """
    if wanted is False:
        return None
    return activity_of(dyads, rates, None if wanted is True else float(wanted))


def with_activity(ties: FittedTies, possible: Possible, here: int, activity: Activity | None) -> FittedTies:
    """Return the ties of a partner who may be as active, or as quiet, as any member.

    Parameters
    ----------
    ties : FittedTies
        The ties, independent given their probabilities.
    possible : Possible
        The same ties, as places among the actors.
    here : int
        The place of the partner.
    activity : Activity or None
        What is known of the members, in their order; None where they do not differ.
    """
    return ties if activity is None else ActiveTies(ties, possible, here, activity)


@dataclass(frozen=True, eq=False)
class ActiveTies(OfTies, IndependentTies):
    """Ties at the probabilities of another model, more or less of them, as actors are more or less active.

    In every draw each actor has an activity of its own: the partner as any member might, a member near what is known of
    it. It belongs to the actor, so that all partners of one model meet the same members.

    Parameters
    ----------
    ties : FittedTies
        The ties with their probabilities by kind, independent of each other.
    possible : Possible
        The same ties, as places among the actors.
    here : int
        The place of the partner.
    activity : Activity
        What is known of the members, in their order.
    """

    ties: FittedTies
    possible: Possible
    here: int
    activity: Activity

    def probabilities(self, rng: Generator | None) -> Array:
        """Return the probability of every possible tie: for a drawn activity of all, or its mean."""
        if rng is not None:
            drawn: Array = self.probabilities_of_draws(rng, 1)[0]
            return drawn
        (out, into), (out_error, into_error) = self._known
        rows, columns = self.possible.rows, self.possible.columns
        centre = self._odds(self.ties.probabilities(None)) + out[rows] + into[columns]
        error = np.sqrt(out_error[rows] ** 2 + into_error[columns] ** 2)
        return np.asarray(expit(centre[:, None] + error[:, None] * _NODES) @ _SHARES / _SHARES.sum())

    def probabilities_of_draws(self, rng: Generator, draws: int) -> Array:
        """Return the probabilities in several draws, the activity of all being drawn in each; see `IndependentTies`."""
        odds = self._odds(probabilities_of_draws(self.ties, rng, draws))
        (out, into), (out_error, into_error) = self._known
        sending, receiving = self._drawn(rng, draws)
        rows, columns = self.possible.rows, self.possible.columns
        moved = (out + out_error * sending)[:, rows] + (into + into_error * receiving)[:, columns]
        return np.asarray(expit(odds + moved))

    def _odds(self, probabilities: Array) -> Array:
        log_odds: Array = self.activity.stretch * logit(np.clip(probabilities, 1e-9, 1 - 1e-9)) + self.activity.shift
        return log_odds

    def _drawn(self, rng: Generator, draws: int) -> tuple[Array, Array]:
        """Return standard normal numbers of every actor for sending and for receiving ties, a row per draw."""
        seeds = rng.integers(2**63, size=2).tolist()
        sending, together = self._normal(seeds[0], draws), self.activity.correlation
        if together == 1:
            return sending, sending
        own = np.sqrt(1 - together**2)
        return sending, together * sending + own * self._normal(seeds[1], draws)

    def _normal(self, seed: int, draws: int) -> Array:
        uniforms = streams.uniforms_of_draws(self._keys, seed, 0, draws)
        return np.asarray(ndtri(np.maximum(uniforms, _SMALLEST)))

    @cached_property
    def _keys(self) -> Array:
        return np.array([streams.key_of(label) for label in self.possible.labels], dtype=np.uint64)

    @cached_property
    def _known(self) -> tuple[Array, Array]:
        """Mean and standard error of the activity of everybody, the partner in its place; (2, actors) each."""
        means = np.insert(self.activity.means, self.here, 0.0, axis=1)
        errors = np.insert(np.sqrt(self.activity.variances), self.here, self.activity.spread, axis=1)
        return means, errors


@dataclass(frozen=True, repr=False)
class Active(Model):
    """A model told together with how much partners differ in activity; it only says so, and draws nothing.

    Parameters
    ----------
    model : Model
        The model.
    spread : tuple of float
        Standard deviation of the log odds of a tie, from the partner and to it.
    is_stated : bool
        Whether it was stated, rather than estimated.

    Examples
    --------
    >>> from socluster.whatif.ties import Stated
    >>> print(Active(Stated({"A": 0.5}), (0.8, 0.8), True).assumption())
    the ties were stated by the analyst: A 0.5; partners differ in activity, as stated (standard deviation of the log
    odds: 0.8)
    """

    model: Model
    spread: tuple[float, float]
    is_stated: bool

    def assumption(self, language: Language = "en") -> str:
        """Return what is assumed, in a sentence."""
        told = {"assumption": self.model.assumption(language), "spread": number(self.spread[0], language)}
        if self.is_stated:
            return say(
                "{assumption}; partners differ in activity, as stated (standard deviation of the log odds: {spread})",
                language,
                **told,
            )
        if self.spread[0] == self.spread[1]:
            return say(
                "{assumption}; members differ in their number of ties by more than their kinds explain, so the partner "
                "may be as active or as quiet as any (standard deviation of the log odds: {spread})",
                language,
                **told,
            )
        return say(
            "{assumption}; members differ in their number of ties by more than their kinds explain, so the partner may "
            "be as active or as quiet as any (standard deviation of the log odds of ties from it: {spread}, to it: "
            "{into})",
            language,
            into=number(self.spread[1], language),
            **told,
        )


def told_active(model: Model, dyads: Dyads, rates: Array, wanted: StatedActivity) -> Model:
    """Return the model, told together with how much partners differ in activity if they do."""
    activity = estimated_activity(dyads, rates, wanted)
    return model if activity is None else Active(model, activity.spread, wanted is not True)


def varied_activity(model: Any, language: Language) -> Variants:
    """Return the model with half and with twice the activity, where that is stated; what is estimated is not varied."""
    stated = model.activity
    if isinstance(stated, bool) or not stated:
        return {}
    what = say("standard deviation of activity", language)
    return {ranged(what, 0.5 * stated, 2 * stated, language): with_ends(model, "activity", 0.5 * stated, 2 * stated)}
