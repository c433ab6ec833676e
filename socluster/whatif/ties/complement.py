"""A tie model: who needs something is tied to who offers it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np

from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem, nearest
from socluster.core.labels import by_id
from socluster.whatif.ties.base import Model, Variants, ranged, shifted_odds, with_ends
from socluster.whatif.ties.fitted import is_directed, possible_ties, stated_ties
from socluster.whatif.ties.observed import memberships
from socluster.whatif.ties.protocol import StatedTies
from socluster.whatif.ties.values import not_choice, not_probability
from socluster.words import Language, marked, number, say, translated

__all__ = ["Complement"]

Having: TypeAlias = "str | Mapping[str, Sequence[str]]"

_VARIED = {"rate": marked("ties for a need that is met"), "otherwise": marked("ties for other reasons")}


@dataclass(frozen=True, repr=False)
class Complement(Model):
    """New ties where one side offers what the other needs: a service and a need, a resource and a gap.

    If k of the things that one actor needs are offered by the other (in an undirected layer both ways add up), a tie
    forms with the probability

    .. math:: p = 1 - (1 - o) (1 - r)^k

    where r is the stated probability for each need that is met, and o that of a tie for any other reason.

    Parameters
    ----------
    needs, offers : str or mapping of str to sequence of str
        What each actor needs and offers: a column of the actors (several things in a cell are separated by ";"), or a
        layer of affiliations whose groups are the things (``"provides"``), or a mapping from actor to things.
    rate : float
        r, between 0 and 1.
    otherwise : float, default 0
        o, between 0 and 1.
    runs : {"to_offer", "to_need"}, default "to_offer"
        In a directed layer: from the actor who needs to the one who offers (a referral), or the other way (a service).

    Notes
    -----
    Things are the same if they are written the same. An affiliation that is uncertain counts with its confidence. Ties
    are independent of each other, so two actors who offer the same thing do not compete.

    References
    ----------
    Levine, S. and White, P. E. (1961). Exchange as a conceptual framework for the study of interorganizational
    relationships. Administrative Science Quarterly 5(4), 583-601. doi:10.2307/2390622

    Examples
    --------
    >>> Complement(needs={"School": ["psychologist"]}, offers={"hub": ["psychologist"]}, rate=0.6).assumption()
    'each need of one side that the other meets leads to a tie with a probability of 0.6'
    """

    needs: Having
    offers: Having
    rate: float
    otherwise: float = 0.0
    runs: Literal["to_offer", "to_need"] = "to_offer"

    def __post_init__(self) -> None:
        """Name the actors by their ids, as a cluster does inside."""
        for name in ("needs", "offers"):
            having = getattr(self, name)
            if isinstance(having, Mapping):
                object.__setattr__(self, name, by_id(having))
        super().__post_init__()

    def _problems(self) -> list[Problem]:
        problems = not_probability(rate=self.rate, otherwise=self.otherwise)
        problems += not_choice(("to_offer", "to_need"), runs=self.runs)
        both: list[tuple[str, object]] = [("needs", self.needs), ("offers", self.offers)]
        for name, having in both:
            if isinstance(having, Mapping):
                wrong = {actor: things for actor, things in having.items() if not isinstance(things, tuple)}
                problems += [
                    Problem("{option} must contain a list of things", row=actor, value=things, values={"option": name})
                    for actor, things in wrong.items()
                ]
            elif not isinstance(having, str):
                problems.append(
                    Problem("{option} must be a column, a layer or a mapping", value=having, values={"option": name})
                )
        return problems

    def fit(self, cluster: Cluster, actor: str, layer: str) -> StatedTies:
        """Return a possible tie wherever a need is met, or everywhere if there are ties otherwise; see `TieModel`."""
        possible = possible_ties(cluster, actor, layer)
        needs, offers = _having(cluster, self.needs, "needs"), _having(cluster, self.offers, "offers")
        things = sorted(set(needs) & set(offers))
        here = cluster.parts.position[actor]
        out, into = np.ones(cluster.n_actors), np.ones(cluster.n_actors)  # that no need is met
        for thing in things:
            out *= 1 - self.rate * needs[thing][here] * offers[thing]
            into *= 1 - self.rate * needs[thing] * offers[thing][here]
        if not is_directed(cluster, layer):
            out = into = out * into
        elif self.runs == "to_need":
            out, into = into, out
        outward = possible.rows == here
        unmet = np.where(outward, out[possible.columns], into[possible.rows])
        return stated_ties(possible, 1 - (1 - self.otherwise) * unmet)

    def assumption(self, language: Language = "en") -> str:
        """Return what is assumed, in a sentence."""
        rate, otherwise = number(self.rate, language), number(self.otherwise, language)
        if not self.otherwise:
            return say(
                "each need of one side that the other meets leads to a tie with a probability of {rate}",
                language,
                rate=rate,
            )
        return say(
            "each need of one side that the other meets leads to a tie with a probability of {rate}; a tie forms for "
            "other reasons with a probability of {otherwise}",
            language,
            rate=rate,
            otherwise=otherwise,
        )

    def varied(self, language: Language = "en") -> Variants:
        """Return the model with the odds of each stated probability halved and doubled; see `Model`."""
        found: Variants = {}
        for name, p in (("rate", self.rate), ("otherwise", self.otherwise)):
            if 0 < p < 1:
                ends = shifted_odds(p, 0.5), shifted_odds(p, 2)
                found[ranged(translated(_VARIED[name], language), *ends, language)] = with_ends(self, name, *ends)
        return found


def _having(cluster: Cluster, having: Having, what: str) -> dict[str, Array]:
    """For every thing: the probability that each actor needs, or offers, it."""
    if isinstance(having, Mapping):
        return _from_mapping(cluster, having, what)
    two_mode = [name for name in cluster.layers if name not in cluster.tie_layers]
    columns = [str(column) for column in cluster.parts.actors]
    if having in two_mode and having in columns:
        raise InputError(
            Problem(
                "is both a column of the actors and a layer; rename one", is_argument=True, column=what, value=having
            )
        )
    if having in two_mode:
        belongs = memberships(cluster, having)
        return dict(zip(cluster.parts.group_labels, belongs.T, strict=True))
    if having in columns:
        cells = cluster.parts.actors[having].objects()
        stated = {a: _split(str(cell)) for a, cell in zip(cluster.ids, cells, strict=True) if cell is not None}
        return _from_mapping(cluster, stated, what)
    raise InputError(
        Problem(
            "is neither a column of the actors nor a layer of affiliations",
            is_argument=True,
            column=what,
            value=having,
            nearest=nearest(having, [*columns, *two_mode]),
        )
    )


def _from_mapping(cluster: Cluster, having: Mapping[str, Sequence[str]], what: str) -> dict[str, Array]:
    unknown = [actor for actor in having if actor not in cluster.parts.position]
    if unknown:
        raise InputError(
            [
                Problem(
                    "is not an actor of this cluster",
                    is_argument=True,
                    column=what,
                    value=each,
                    nearest=nearest(each, cluster.ids),
                )
                for each in unknown
            ]
        )
    found: dict[str, Array] = {}
    for actor, things in having.items():
        for thing in things:
            found.setdefault(thing, np.zeros(cluster.n_actors))[cluster.parts.position[actor]] = 1.0
    return found


def _split(cell: str) -> list[str]:
    return [thing.strip() for thing in cell.split(";") if thing.strip()]
