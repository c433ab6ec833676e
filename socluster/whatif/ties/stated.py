"""A tie model: the analyst states the ties of a new partner, each with its probability."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from socluster.core.cluster import Cluster
from socluster.core.edit import known_actor
from socluster.core.errors import InputError, Problem, nearest
from socluster.core.labels import by_id
from socluster.whatif.ties.base import Model, Variants, ranged, shifted_odds
from socluster.whatif.ties.fitted import Possible, is_directed, stated_ties
from socluster.whatif.ties.protocol import StatedTies, TieDirection, is_probability
from socluster.whatif.ties.values import not_choice
from socluster.words import Language, number, say

__all__ = ["Stated"]


@dataclass(frozen=True, repr=False)
class Stated(Model):
    """New ties with probabilities that the analyst states.

    The plainest model, and the right one where somebody has asked the partner: with whom will you work, and how sure
    are you?

    Parameters
    ----------
    targets : mapping of str to float
        From the actor to be tied to the probability of the tie, 0..1.
    direction : {"out", "in", "both"}, default "out"
        In a directed layer: from the new partner, to it, or both. Undirected layers have no direction.

    Examples
    --------
    >>> Stated({"School": 0.9, "Clinic": 0.5}).assumption()
    'the ties were stated by the analyst: School 0.9, Clinic 0.5'
    """

    targets: Mapping[str, float]
    direction: TieDirection = "out"

    def __post_init__(self) -> None:
        """Name the actors by their ids, as a cluster does inside."""
        if isinstance(self.targets, Mapping):
            object.__setattr__(self, "targets", by_id(self.targets))
        super().__post_init__()

    def _problems(self) -> list[Problem]:
        problems = not_choice(("out", "in", "both"), direction=self.direction)
        if not isinstance(self.targets, Mapping) or not self.targets:
            return [*problems, Problem("Stated needs a mapping from actor to probability", value=self.targets)]
        wrong = {actor: p for actor, p in self.targets.items() if not is_probability(p)}
        return problems + [
            Problem(
                "is not a probability; it must be between 0 and 1",
                row=actor,
                is_argument=True,
                column="targets",
                value=p,
            )
            for actor, p in wrong.items()
        ]

    def fit(self, cluster: Cluster, actor: str, layer: str) -> StatedTies:
        """Return the stated ties; see `TieModel`."""
        labels = cluster.ids
        unknown = [target for target in self.targets if target not in labels]
        if unknown:
            raise InputError(
                [
                    Problem(
                        "is not an actor of this cluster",
                        is_argument=True,
                        column="targets",
                        value=each,
                        nearest=nearest(each, labels),
                    )
                    for each in unknown
                ]
            )
        known_actor(cluster.parts, actor)
        position = cluster.parts.position
        others = np.array([position[target] for target in self.targets])
        mine = np.full(len(others), position[actor])
        stated = np.array(list(self.targets.values()), dtype=float)
        if not is_directed(cluster, layer) or self.direction == "out":
            return stated_ties(Possible(labels, mine, others), stated)
        if self.direction == "in":
            return stated_ties(Possible(labels, others, mine), stated)
        both = Possible(labels, np.concatenate([mine, others]), np.concatenate([others, mine]))
        return stated_ties(both, np.concatenate([stated, stated]))

    def assumption(self, language: Language = "en") -> str:
        """Return what is assumed, in a sentence."""
        ties = ", ".join(f"{target} {number(p, language)}" for target, p in self.targets.items())
        return say("the ties were stated by the analyst: {ties}", language, ties=ties)

    def varied(self, language: Language = "en") -> Variants:
        """Return the model with the odds of all ties halved and doubled; certain ties stay certain. See `Model`."""
        what = say("odds of the stated ties, times", language)
        low, high = (
            replace(self, targets={actor: shifted_odds(p, factor) for actor, p in self.targets.items()})
            for factor in (0.5, 2.0)
        )
        return {ranged(what, 0.5, 2, language): (low, high)}
