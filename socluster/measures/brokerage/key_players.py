"""Key players: which few actors matter most together, as those to lose or as those to start from."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import comb
from typing import Any, Literal, TypeAlias

import numpy as np
import pandas as pd

from socluster._kernels.losing.key_sets import (
    EQUAL,
    Fragmentation,
    ReachOfSets,
    Search,
    SetGoal,
    best_by_search,
    best_of_all,
)
from socluster.core.arguments import positive_integer
from socluster.core.called import called
from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.data_notes import data_notes
from socluster.core.errors import InputError, Problem
from socluster.core.result import Result
from socluster.measures.shared.direction import Direction, check_direction
from socluster.measures.shared.network import Network, network
from socluster.measures.shared.room import refuse_without_room
from socluster.words import Language, Phrase, count, counted, listed, marked, measure_name, number, say

__all__ = ["KeyPlayers", "key_players"]

GoalName: TypeAlias = Literal["fragmentation", "distance_fragmentation", "reach", "distance_reach"]

GOALS = {
    "fragmentation": marked("the share of pairs without a path once they are gone"),
    "distance_fragmentation": marked("the share of nearness (1 / distance) missing once they are gone"),
    "reach": marked("the share of actors whom they reach"),
    "distance_reach": marked("the mean of 1 / distance from the nearest of them"),
}
ENUMERATED = 200_000  # sets that are tried one and all
WORK = 1.5e9  # elementary steps that trying them may take: some 15 seconds
SHOWN = 3  # sets of equal value in the sentence


@dataclass(frozen=True, eq=False, repr=False)
class KeyPlayers(Result):
    """What `key_players` found. Its text is a sentence.

    Parameters
    ----------
    cluster : Cluster
        Where the actors were looked for.
    goal : str
        What they were to be best at.
    players : tuple of str
        The best set; of several, the first in the order of the actors.
    value : float
        Its value, from 0 to 1.
    bound : float
        No set of this size has a higher value.
    proven : bool
        Whether no other set is better; then `bound` is `value`.
    sets : tuple of tuples of str
        All best sets where all were tried, else the set that was found.
    before : float
        The value of nobody: the fragmentation of the current cluster; 0 for reach.
    tried : int
        Number of sets that were valued.
    enumerated : bool
        Whether these were all sets of this size.
    data_notes : tuple of Phrase
        What to keep in mind of the data, said at the end.
    """

    cluster: Cluster = field(compare=False)
    goal: str
    players: tuple[str, ...]
    value: float
    bound: float
    proven: bool
    sets: tuple[tuple[str, ...], ...]
    before: float
    tried: int
    enumerated: bool
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)

    @property
    def gap(self) -> float:
        """How far above `value` a better set could be at most; 0 where the set is proven to be best."""
        return max(0.0, self.bound - self.value)

    def mark(self) -> pd.Series[Any]:
        """Return who belongs to the best set: bool Series, index `actor`, name `key_players`."""
        is_player = self.cluster.index.isin(self.players)
        return pd.Series(is_player, index=self.cluster.index, name="key_players")

    def to_frame(self) -> pd.DataFrame:
        """Return one row per best set.

        Returns
        -------
        DataFrame
            Index `set`, from 1; columns `player 1` to `player k` (actors), value, bound (0 to 1), proven (bool).
        """
        columns = [f"player {place}" for place in range(1, len(self.players) + 1)]
        index = pd.RangeIndex(1, len(self.sets) + 1, name="set")
        frame = pd.DataFrame(list(self.sets), index=index, columns=columns)
        return frame.assign(value=self.value, bound=self.bound, proven=self.proven)

    def plot(self, *, language: Language = "en") -> Any:
        """Return a plotly figure of the cluster with the key players as large marks.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the labels.
        """
        from socluster.plot import network as picture  # plotly is heavy; load it when somebody wants to see

        has_sectors = self.cluster.actors["sector"].notna().any()
        color = "sector" if has_sectors else None
        return picture(self.cluster, color=color, size=self.mark().astype(float), language=language)

    def sentences(self, language: Language = "en") -> list[str]:
        """Return who they are, what they are worth together, and whether another set could be better.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        return [
            say(
                "Key players: {names}.", language, names=listed(called(self.cluster, self.players, language), language)
            ),
            self._worth(language),
            *(self._all_tried(language) if self.enumerated else self._searched(language)),
            *self.about_data(language),
        ]

    def _worth(self, language: Language) -> str:
        values = {
            "goal": measure_name(self.goal, language),
            "what": say(GOALS[self.goal], language),
            "value": number(self.value, language),
        }
        if self.goal in ("reach", "distance_reach"):  # nobody reaches nobody
            return say("{value} in {goal} ({what}).", language, **values)
        before = number(self.before, language)
        return say("{value} in {goal} ({what}); {before} with everybody there.", language, before=before, **values)

    def _all_tried(self, language: Language) -> list[str]:
        tried = count("The only set was tried.", "All {n} sets were tried.", self.tried, language)
        others = [" + ".join(called(self.cluster, each, language)) for each in self.sets[1:]]
        if not others:
            return [tried, say("No other is as good.", language)]
        return [tried, say("Equally good: {sets}.", language, sets=listed(others, language, most=SHOWN))]

    def _searched(self, language: Language) -> list[str]:
        tried = count("{n} set", "{n} sets", self.tried, language, context="of")
        if self.proven:
            said = say("Found by greedy search and exchange among {tried}; proven to be best.", language, tried=tried)
        else:
            said = say(
                "Found by greedy search and exchange among {tried}; no set can have more than {bound}.",
                language,
                tried=tried,
                bound=number(self.bound, language),
            )
        return [said]


@checked
def key_players(
    cluster: Any,
    /,
    *,
    k: int,
    goal: GoalName = "distance_fragmentation",
    layer: str | None = None,
    direction: Direction = "out",
    over: Literal["remaining", "original"] = "remaining",
    steps: int = 1,
) -> KeyPlayers:
    r"""Which k actors matter most together?

    The k most central actors are rarely the best k: they tend to reach the same others. So sets are valued as sets,
    either by what the cluster loses without them, or by how near they are to everybody.

    ========================= ===========================================================================
    goal                      value of a set K, over N actors
    ========================= ===========================================================================
    "fragmentation"           :math:`1 - \sum_{i \ne j} r_{ij} / (N (N - 1))` among those not in K,
                              r = 1 where a path is left
    "distance_fragmentation"  :math:`1 - \sum_{i \ne j} d_{ij}^{-1} / (N (N - 1))` among those not in K
    "reach"                   share of actors at most `steps` away from a member of K
    "distance_reach"          :math:`\sum_j d_{Kj}^{-1} / N`, d from the nearest member of K
    ========================= ===========================================================================

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        Where to look.
    k : int
        Number of actors; at least 2 (fragmentation) or 1 (reach) must be left.
    goal : {"fragmentation", "distance_fragmentation", "reach", "distance_reach"}, default "distance_fragmentation"
        Whom to lose would hurt most (the first two), or with whom to start (the last two).
    layer : str, optional
        One layer of ties; without it, paths run over all layers.
    direction : {"out", "in", "all"}, default "out"
        Distances from the set to the others, from the others to the set, or along ties whichever way they run.
        Fragmentation is the same for "out" and "in".
    over : {"remaining", "original"}, default "remaining"
        N is the number of those not in K, or of all actors. With "original", a member of K counts as reached, worth 1.
    steps : int, default 1
        For "reach" only: how far is near enough.

    Returns
    -------
    KeyPlayers
        Prints as a sentence; `.players`, `.value`, `.bound`, `.proven`, `.sets`, `.mark()`, `.to_frame()`, `.plot()`.

    Raises
    ------
    InputError
        If an option is unknown, or k leaves too few actors.

    Notes
    -----
    Up to 200,000 sets are all tried, if that takes no more than some 15 seconds: then the answer is proven, and `sets`
    holds every set that is as good. Beyond, a set is grown by the best next actor, another one is made of the best
    single actors, and members of both are exchanged for outsiders while that helps (Borgatti's procedure, without its
    chance). Nothing is drawn, so the answer is always the same. `bound` then says what no set can exceed. For reach it
    holds because what an actor adds shrinks as the set grows, and the greedy set alone is worth at least 63 % of the
    best (with "original"). For fragmentation it counts the nearness that no k removals can take away; it can be loose.

    For a given k, both kinds of N rank sets alike, but they give other values: the kite without its cut point has a
    fragmentation of .3889 of what remains, and .5111 of the original. Strengths do not count. Losing an actor is more
    than losing its ties; take the answer as a question to those who know the cluster.

    References
    ----------
    Borgatti, S. P. (2006). Identifying sets of key players in a social network. Computational & Mathematical
    Organization Theory, 12, 21-34. doi:10.1007/s10588-006-7084-x
    Nemhauser, G. L., Wolsey, L. A. & Fisher, M. L. (1978). An analysis of approximations for maximizing submodular set
    functions I. Mathematical Programming, 14, 265-294. doi:10.1007/BF01588971

    Examples
    --------
    >>> import socluster as sc
    >>> kite = sc.load_dataset("kite")
    >>> key_players(kite, k=2)
    Key players: 5 and 6.
    0.607 in distance-weighted fragmentation (the share of nearness (1 / distance) missing once they are gone); 0.354
    with everybody there.
    All 45 sets were tried.
    No other is as good.
    >>> key_players(kite, k=2, goal="distance_reach").players
    ('3', '8')
    """
    check_direction(direction)
    k, steps = positive_integer("k", k), positive_integer("steps", steps)
    net = network(cluster, layer)
    refuse_without_room("key_players", net.n)
    _check_size(net.n, k, goal)
    wanted = _goal(net, goal, direction, remaining=over == "remaining", steps=steps)
    sets = comb(net.n, k)
    enumerated = sets <= ENUMERATED and wanted.cost(sets, k) <= WORK
    found = best_of_all(wanted, k) if enumerated else best_by_search(wanted, k)
    return _answer(net, goal, found, before=_before(wanted), enumerated=enumerated)


def _check_size(n: int, k: int, goal: str) -> None:
    left = 1 if goal in ("reach", "distance_reach") else 2
    if k > n - left:
        told = {"left": left, "actors": counted("{n} actor", "{n} actors", n, context="of"), "goal": goal}
        raise InputError(Problem("k must leave at least {left} of {actors} with goal='{goal}'", value=k, values=told))


def _goal(net: Network, goal: str, direction: str, *, remaining: bool, steps: int) -> SetGoal:
    ties = {"out": net.strength, "in": net.strength.T, "all": net.strength + net.strength.T}[direction].tocsr()
    if goal in ("fragmentation", "distance_fragmentation"):
        return Fragmentation(ties, by_distance=goal == "distance_fragmentation", remaining=remaining)

    def within(distance: Array) -> Array:
        return (distance <= steps).astype(float)

    def inverse(distance: Array) -> Array:
        return np.asarray(1.0 / distance)

    return ReachOfSets(ties, worth=within if goal == "reach" else inverse, remaining=remaining)


def _before(goal: SetGoal) -> float:
    """Return the value of taking nobody."""
    return float(goal.values(np.zeros((1, 0), dtype=np.int64))[0])


def _answer(net: Network, goal: str, found: Search, *, before: float, enumerated: bool) -> KeyPlayers:
    labels = net.cluster.labels
    sets = tuple(tuple(labels[actor] for actor in members) for members in found.sets.tolist())
    proven = enumerated or found.bound <= found.value + EQUAL
    return KeyPlayers(
        cluster=net.cluster,
        goal=goal,
        players=sets[0],
        value=found.value,
        bound=found.value if proven else found.bound,
        proven=proven,
        sets=sets,
        before=before,
        tried=found.tried,
        enumerated=enumerated,
        data_notes=data_notes(net.cluster, net.layer),
    )
