"""A tie model: a new partner has the ties of a member that it resembles."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from socluster.core.cluster import Cluster
from socluster.core.edit import known_actor
from socluster.core.errors import InputError, Problem
from socluster.core.labels import id_of
from socluster.whatif.ties.base import Model, Variants, ranged, with_ends
from socluster.whatif.ties.fitted import is_directed, possible_ties, stated_ties
from socluster.whatif.ties.observed import learning_layer, observed
from socluster.whatif.ties.protocol import StatedTies
from socluster.whatif.ties.values import given, not_probability, not_text
from socluster.words import Language, number, percent, say

__all__ = ["LikeActor"]


@dataclass(frozen=True, repr=False)
class LikeActor(Model):
    """New ties to the same partners as a named member has: the partner takes its position in the network.

    Two actors who are tied to the same others are structurally equivalent. The new partner is tied to an actor k with

    .. math:: p_k = s \\, c_{mk}

    where s is the stated share, m the member, and c the confidence of its tie (1 for a tie that is certain). With
    ``share=1`` it is its twin; with less, it keeps each of the ties with that probability.

    Parameters
    ----------
    actor : str
        The member.
    share : float, default 1
        s, between 0 and 1.
    itself : float, default 0
        Probability of a tie with the member itself.
    layer : str, optional
        The layer whose ties are taken; without it, the layer of the new ties if that holds ties, else all.

    Notes
    -----
    In a directed layer the ties keep their direction; those of an undirected layer go both ways. Ties are independent
    of each other. Network growth by copying the ties of somebody who is there already is an old idea (see the second
    reference); it gives new partners who close triangles and know the well connected.

    References
    ----------
    Lorrain, F. and White, H. C. (1971). Structural equivalence of individuals in social networks. Journal of
    Mathematical Sociology 1(1), 49-80. doi:10.1080/0022250X.1971.9989788

    Kumar, R. et al. (2000). Stochastic models for the web graph. Proceedings of FOCS 2000, 57-65.
    doi:10.1109/SFCS.2000.892065

    Examples
    --------
    >>> LikeActor("MEDICI", share=0.5).assumption()
    'the partner is tied to each partner of MEDICI with a probability of 50%, times the confidence of that tie'
    """

    actor: str
    share: float = 1.0
    itself: float = 0.0
    layer: str | None = field(default=None, kw_only=True)

    def __post_init__(self) -> None:
        """Name the member by its id, as a cluster does inside."""
        object.__setattr__(self, "actor", id_of(self.actor))
        super().__post_init__()

    def _problems(self) -> list[Problem]:
        problems = not_text(actor=self.actor, **given(layer=self.layer))
        return problems + not_probability(share=self.share, itself=self.itself)

    @property
    def learns(self) -> bool:
        """The ties are those of a member."""
        return True

    def fit(self, cluster: Cluster, actor: str, layer: str) -> StatedTies:
        """Return the ties of the member as the partner's own; see `TieModel`."""
        member = cluster.parts.position[known_actor(cluster.parts, self.actor)]
        if self.actor == actor:
            raise InputError(Problem("a partner cannot be like itself; name another member", "actors", actor))
        possible = possible_ties(cluster, actor, layer)
        source = learning_layer(cluster, self.layer, layer)
        ties = self.share * observed(cluster, source, directed=is_directed(cluster, layer)).expected
        out, into = ties[member].copy(), ties[:, member].copy()
        out[member] = into[member] = self.itself
        here = cluster.parts.position[actor]
        outward = possible.rows == here
        return stated_ties(possible, np.where(outward, out[possible.columns], into[possible.rows]))

    def assumption(self, language: Language = "en") -> str:
        """Return what is assumed, in a sentence."""
        share, itself = percent(self.share, language), number(self.itself, language)
        if self.share == 1 and self.itself in (0, 1):
            return say(
                "{assumed}; how far partners differ from {actor} is left out",
                language,
                actor=self.actor,
                assumed=self._assumed(share, itself, language),
            )
        return self._assumed(share, itself, language)

    def _assumed(self, share: str, itself: str, language: Language) -> str:
        if not self.itself:
            return say(
                "the partner is tied to each partner of {actor} with a probability of {share}, times the confidence of "
                "that tie",
                language,
                actor=self.actor,
                share=share,
            )
        return say(
            "the partner is tied to each partner of {actor} with a probability of {share}, times the confidence of "
            "that tie, and to {actor} itself with {itself}",
            language,
            actor=self.actor,
            share=share,
            itself=itself,
        )

    def varied(self, language: Language = "en") -> Variants:
        """Return the model with half of the share and with all of the ties; and without and with a tie to the member.

        See `Model`.
        """
        share = say("share of the ties of {actor}", language, actor=self.actor)
        itself = say("tie to {actor}", language, actor=self.actor)
        half = 0.5 * self.share
        return {
            ranged(share, half, 1, language): with_ends(self, "share", half, 1.0),
            ranged(itself, 0, 1, language): with_ends(self, "itself", 0.0, 1.0),
        }
