"""A tie model: those who sit together at events get to know each other, at each further event less."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.random import Generator

from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem, nearest
from socluster.core.streams import key_of, stream
from socluster.whatif.ties.base import Model, Variants, ranged, shifted_odds, with_ends
from socluster.whatif.ties.fitted import possible_ties, stated_ties
from socluster.whatif.ties.observed import memberships
from socluster.whatif.ties.protocol import FittedTies, IndependentTies, is_number, is_probability
from socluster.whatif.ties.values import given, not_probability, not_text
from socluster.words import Language, listed, marked, number, say, translated

__all__ = ["Committee", "CommitteeTies"]

_VARIED = {
    "probability": marked("ties from one event"),
    "further": marked("weight of further events"),
    "elsewhere": marked("weight for attendees in other groups"),
}


@dataclass(frozen=True, repr=False)
class Committee(Model):
    """New ties with those that the partner meets at the cluster's events: round tables, committees, projects.

    After k shared events the probability of a tie is

    .. math:: 1 - (1 - p)^{e(k)}, \\quad e(k) = b \\, (1 + q + q^2 + \\dots + q^{k-1})

    where p is the probability after one event, q says what each further event counts relative to the one before
    (diminishing returns), and b is 1, or less for attendees who belong to other groups as well.

    Parameters
    ----------
    events : mapping of str to float, sequence of str, or float, optional
        The groups that the partner joins: each with its probability; or named, for sure; or a number, the probability
        of each group. Without it, the groups that it belongs to already (`Scenario.with_affiliation`); who belongs to
        none meets nobody.
    probability : float
        p, between 0 and 1.
    further : float, default 1
        q, between 0 and 1; 1 means that every event counts the same.
    elsewhere : float, default 1
        b for attendees who belong to groups other than these events, between 0 and 1; 1 means that it does not matter.
    layer : str, optional
        Layer of the affiliations; without it, all of them.

    Notes
    -----
    A study of 57 collaborative groups (see below) found that membership raises coordination most for organisations that
    are in no other group, and for pairs that had no tie before. Of this, the model has the diminishing returns (q) and
    the other groups of the attendee (b). A partner who is new has no ties before, so that part holds of itself. The
    values of p, q and b are yours to state; the study does not give them.

    Which events the partner attends is drawn once per draw, for each partner on its own, so the ties with those who
    attend one event depend on each other; given that, ties are independent. Uncertain affiliations count with their
    confidence. In a directed layer the ties from and to the partner are separate, with the same probability.

    References
    ----------
    Scott, T. A. Analyzing policy networks using valued exponential random graph models: do government-sponsored
    collaborative groups enhance organizational networks? Policy Studies Journal.
    https://pmc.ncbi.nlm.nih.gov/articles/PMC8186521/

    Leifeld, P. and Schneider, V. (2012). Information exchange in policy networks. American Journal of Political Science
    56(3), 731-744 (on shared committees as a source of ties). doi:10.1111/j.1540-5907.2011.00580.x

    Examples
    --------
    >>> print(Committee(["Round table"], probability=0.3, further=0.5).assumption())
    the partner attends: Round table; a shared event leads to a tie with a probability of 0.3, each further one counts
    0.5
    """

    events: Mapping[str, float] | Sequence[str] | float | None = None
    probability: float = field(kw_only=True)
    further: float = field(default=1.0, kw_only=True)
    elsewhere: float = field(default=1.0, kw_only=True)
    layer: str | None = field(default=None, kw_only=True)

    def _problems(self) -> list[Problem]:
        if isinstance(self.events, str):
            object.__setattr__(self, "events", (self.events,))
        problems = not_probability(probability=self.probability, further=self.further, elsewhere=self.elsewhere)
        problems += not_text(**given(layer=self.layer))
        stated = self.events if isinstance(self.events, Mapping) else {}
        wrong = {event: p for event, p in stated.items() if not is_probability(p)}
        problems += [
            Problem(
                "is not a probability; it must be between 0 and 1",
                row=event,
                is_argument=True,
                column="events",
                value=p,
            )
            for event, p in wrong.items()
        ]
        is_list = isinstance(self.events, tuple) and bool(self.events) and all(isinstance(e, str) for e in self.events)
        if not (self.events is None or stated or is_list or is_probability(self.events)):
            problems.append(Problem("events must be names of groups, or probabilities", value=self.events))
        return problems

    def fit(self, cluster: Cluster, actor: str, layer: str) -> FittedTies:
        """Return a possible tie with everybody whom the partner may meet; see `TieModel`."""
        possible = possible_ties(cluster, actor, layer)
        belongs = memberships(cluster, self.layer)
        here = cluster.parts.position[actor]
        attends = self._attends(cluster, belongs[here])
        by_name = sorted(np.flatnonzero(attends).tolist(), key=lambda code: cluster.parts.group_labels[code])
        events = np.array(by_name, dtype=int)  # so that draws do not depend on the order of the groups
        other = np.where(possible.rows == here, possible.columns, possible.rows)
        busy = np.delete(belongs, events, axis=1).max(axis=1, initial=0)
        counts = 1 - (1 - self.elsewhere) * busy
        chance = _after(len(events), self.probability, self.further, counts[other])
        there = belongs[np.ix_(other, events)]
        ties = CommitteeTies(possible.sources, possible.targets, actor, attends[events], there, chance)
        return stated_ties(possible, ties.probabilities(None)) if (attends[events] == 1).all() else ties

    def _attends(self, cluster: Cluster, own: Array) -> Array:
        """Probability that the partner attends, for every group."""
        groups = cluster.parts.group_labels
        if self.events is None:
            if not own.any() and not cluster.n_affiliations:
                raise InputError("the partner belongs to no group; name the events= that it attends")
            return own
        if is_number(self.events):
            links = cluster.parts.affiliations
            used = links if self.layer is None else links.take(links.layer == list(cluster.layers).index(self.layer))
            is_used = np.isin(np.arange(len(groups)), used.target)
            return np.where(is_used, float(self.events), 0.0)  # type: ignore[arg-type]  # a number
        stated = self.events if isinstance(self.events, Mapping) else dict.fromkeys(self.events, 1.0)  # type: ignore[arg-type]
        unknown = [event for event in stated if event not in groups]
        if unknown:
            raise InputError(
                [
                    Problem(
                        "is not a group of this cluster",
                        column="events",
                        is_argument=True,
                        value=e,
                        nearest=nearest(e, groups),
                    )
                    for e in unknown
                ]
            )
        return np.array([stated.get(group, 0.0) for group in groups], dtype=float)

    def assumption(self, language: Language = "en") -> str:
        """Return what is assumed, in a sentence."""
        p, further, busy = (number(value, language) for value in (self.probability, self.further, self.elsewhere))
        where = self._told(language)
        if self.elsewhere == 1:
            return say(
                "the partner attends: {where}; a shared event leads to a tie with a probability of {p}, each further "
                "one counts {further}",
                language,
                where=where,
                p=p,
                further=further,
            )
        return say(
            "the partner attends: {where}; a shared event leads to a tie with a probability of {p}, each further one "
            "counts {further}, and all count {busy} with attendees who belong to other groups",
            language,
            where=where,
            p=p,
            further=further,
            busy=busy,
        )

    def _told(self, language: Language) -> str:
        if self.events is None:
            return say("the groups that it belongs to", language)
        if isinstance(self.events, Mapping):
            return ", ".join(f"{event} {number(p, language)}" for event, p in self.events.items())
        if is_number(self.events):
            p = number(self.events, language)  # type: ignore[arg-type]  # a number
            return say("each group with a probability of {p}", language, p=p)
        return listed(self.events, language)  # type: ignore[arg-type]  # a sequence of texts

    def varied(self, language: Language = "en") -> Variants:
        """Return the model with the odds of a tie halved and doubled, and from one event counting to all alike.

        See `Model`.
        """
        ranges = {"further": (0.0, 1.0), "elsewhere": (0.5, 1.0)}
        if 0 < self.probability < 1:
            ranges["probability"] = shifted_odds(self.probability, 0.5), shifted_odds(self.probability, 2)
        found: Variants = {}
        for name, (low, high) in ranges.items():
            found[ranged(translated(_VARIED[name], language), low, high, language)] = with_ends(self, name, low, high)
        return found


@dataclass(frozen=True, eq=False)
class CommitteeTies(IndependentTies):
    """Possible ties with those whom the partner may meet; see `FittedTies`.

    Parameters
    ----------
    sources, targets : tuple of str
        Ends of the possible ties.
    actor : str
        The partner, to whom it belongs which events it attends.
    attends : ndarray of shape (events,)
        Probability that the partner attends.
    belongs : ndarray of shape (ties, events)
        Probability that the other end does.
    chance : ndarray of shape (ties, events + 1)
        Probability of a tie after 0, 1, 2, ... shared events.
    """

    sources: tuple[str, ...]
    targets: tuple[str, ...]
    actor: str
    attends: Array
    belongs: Array
    chance: Array

    def probabilities(self, rng: Generator | None) -> Array:
        """Return the probability of every possible tie: given the events that are drawn, or the mean over all."""
        attends = self.attends if rng is None else self._own(rng).random(len(self.attends)) < self.attends
        probabilities: Array = self._after_sharing(attends[None])[0]
        return probabilities

    def probabilities_of_draws(self, rng: Generator, draws: int) -> Array:
        """Return the probabilities in several draws, given the events of each; see `IndependentTies`."""
        return self._after_sharing(self._own(rng).random((draws, len(self.attends))) < self.attends)

    def _after_sharing(self, attends: Array) -> Array:
        """Return the probability of every tie, given which events the partner attends in every draw (rows)."""
        shared = np.zeros((len(attends), *self.chance.shape))  # how probable it is to share so many events
        shared[:, :, 0] = 1.0
        for attended, belongs in zip(attends.T, self.belongs.T, strict=True):
            both = np.multiply.outer(attended, belongs)[:, :, None]
            shared[:, :, 1:] = shared[:, :, 1:] * (1 - both) + shared[:, :, :-1] * both
            shared[:, :, :1] *= 1 - both
        return np.asarray((shared * self.chance).sum(axis=2))

    def _own(self, rng: Generator) -> Generator:
        """Return random numbers of the partner's own: those of one model are shared by all who have that model."""
        return stream(key_of(self.actor), int(rng.integers(2**63)), 0)


def _after(n_events: int, probability: float, further: float, counts: Array) -> Array:
    """Return the probability of a tie after 0, 1, ..., n shared events (columns), for every possible tie (rows)."""
    effective = np.concatenate([[0.0], np.cumsum(further ** np.arange(n_events))])
    return np.asarray(1 - (1 - probability) ** (counts[:, None] * effective))
