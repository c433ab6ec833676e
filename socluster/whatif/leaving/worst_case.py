"""The worst loss of several actors at the same time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import comb
from typing import Any, Literal, TypeAlias

import numpy as np
import pandas as pd

from socluster._kernels.losing.key_sets import (
    EQUAL,
    Fragmentation,
    SetGoal,
    best_by_search,
    best_of_all,
    valued_with_each,
)
from socluster._kernels.losing.losses import Breakable
from socluster.core.arguments import positive_integer
from socluster.core.called import called
from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.data_notes import data_notes
from socluster.core.errors import InputError, Problem
from socluster.core.labels import label_index
from socluster.core.result import Result
from socluster.measures.brokerage.key_players import ENUMERATED, WORK
from socluster.measures.shared.network import Network, network
from socluster.whatif.leaving.loss_counts import BROKEN, NOBODY, breaking, counts_of, named
from socluster.whatif.leaving.loss_text import NAMED, heading, in_words, notes, what_is_lost, without
from socluster.words import Language, Phrase, count, counted, listed, marked, number, say, translated

__all__ = ["WorstCase", "worst_case"]

By: TypeAlias = Literal["broken_pairs", "fragmentation", "largest_component", "chains", "services"]
CRITERIA: Mapping[By, str] = {
    "broken_pairs": marked("Pairs of the others that no longer reach each other"),
    "fragmentation": marked("Share of the pairs of the others without a path"),
    "largest_component": marked("Actors outside the largest component that is left"),
    "chains": marked("Chains to a group that break"),
    "services": marked("Groups without members"),
}


@dataclass(frozen=True, eq=False, repr=False)
class WorstCase(Result):
    """What `worst_case` found. Its text is a few sentences.

    Parameters
    ----------
    cluster : Cluster
        The cluster that was looked at.
    by : str
        What says how bad a loss is.
    layer, provides : str or None
        Layers as in `worst_case`.
    actors : tuple of str
        The worst set; of several, the first in the order of the actors.
    value : float
        How bad its loss is: see `worst_case`.
    exact : bool
        Whether it is sure that no set of this size is worse.
    sets : tuple of tuples of str
        All worst sets where all were tried, else the one that was found.
    tried : int
        Number of sets that were tried.
    enumerated : bool
        Whether these were all sets of this size.
    row : dict of str to int
        What the loss of `actors` breaks, as in `Losses.to_frame`.
    now : int
        Number of components before.
    data_notes : tuple of Phrase
        What to keep in mind of the data, said at the end.
    """

    cluster: Cluster = field(compare=False)
    by: By
    layer: str | None
    provides: str | None
    actors: tuple[str, ...]
    value: float
    exact: bool
    sets: tuple[tuple[str, ...], ...]
    tried: int
    enumerated: bool
    row: dict[str, int]
    now: int
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)

    @property
    def directed(self) -> bool:
        """Whether paths have a direction."""
        return self.cluster.is_directed(self.layer)

    def to_frame(self) -> pd.DataFrame:
        """Return one row per worst set.

        Returns
        -------
        DataFrame
            Index `set`, from 1; columns `actor 1` to `actor k`, value, exact (bool).
        """
        columns = [f"actor {place}" for place in range(1, len(self.actors) + 1)]
        index = pd.RangeIndex(1, len(self.sets) + 1, name="set")
        return pd.DataFrame(list(self.sets), index=index, columns=columns).assign(value=self.value, exact=self.exact)

    def what_breaks(self) -> pd.DataFrame:
        """Return everything that breaks if `actors` are lost, by name, as `Losses.what_breaks` does."""
        gone = self.cluster.index.get_indexer(label_index(self.actors))
        net = Network(self.cluster, self.layer, self.directed)
        return named(breaking(net, self.provides), np.sort(gone), net)

    def plot(self, *, title: str | None = None, language: Language = "en") -> Any:
        """Draw the cluster with those whose loss is worst crossed out, and the ties that go with them.

        Parameters
        ----------
        title : str, optional
            Default: how bad their loss is.
        language : {"en", "lt"}, default "en"
            Of our own words and of the numbers.

        Returns
        -------
        plotly.graph_objects.Figure
        """
        from socluster.plot.clusters.before_after import before_after  # loads plotly, which is heavy

        names = listed(called(self.cluster, self.actors, language), language, most=NAMED)
        what, n = translated(CRITERIA[self.by], language), number(self.value, language)
        finding = say("{what}: {n} without {name}", language, what=what, name=names, n=n)
        if self.cluster.name:
            finding = say("{cluster}. {finding}", language, cluster=self.cluster.name, finding=finding)
        left = self.cluster
        for actor in self.actors:
            left = left.without_actor(actor)
        return before_after(self.cluster, left, title=finding if title is None else title, language=language)

    def sentences(self, language: Language = "en") -> list[str]:
        """Return who they are, what breaks, how sure it is that nothing is worse, and what to keep in mind.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        gone = called(self.cluster, self.actors, language)
        names = listed(gone, language, most=NAMED)
        criterion = translated(CRITERIA[self.by], language)
        value = number(self.value, language)
        broken = in_words(self.what_breaks(), self.cluster, language)
        lost = what_is_lost(self.row, broken, self.now, self.directed, language)
        return [
            heading(self._question(language), self.cluster, self.layer, language),
            say(
                "{criterion}: {value}; worst without {names}.", language, criterion=criterion, value=value, names=names
            ),
            without(gone, lost, language),
            self._how_sure(language),
            *self.about_data(language),
            *notes(self.row["chains"] > 0, language),
        ]

    def _question(self, language: Language) -> str:
        size = len(self.actors)
        if size == 1:
            return say("Which actor would it hurt most to lose?", language)
        return count(
            "Which {n} actor would it hurt most to lose?",
            "Which {n} actors would it hurt most to lose?",
            size,
            language,
        )

    def _how_sure(self, language: Language) -> str:
        """Return how sure it is that no set of this size is worse, and which are as bad."""
        if self.enumerated:
            sure = count(
                "{n} set of this size was tried, which is all: none is worse.",
                "All {n} sets of this size were tried: none is worse.",
                self.tried,
                language,
            )
        elif self.exact:
            sure = say("No set of this size can be worse.", language)
        else:
            sure = count(
                "Found by greedy steps and exchanges among {n} set: there may be a worse one.",
                "Found by greedy steps and exchanges among {n} sets: there may be a worse one.",
                self.tried,
                language,
            )
        if len(self.sets) == 1:
            return sure
        others = listed(
            [" + ".join(called(self.cluster, each, language)) for each in self.sets[1:]], language, most=NAMED
        )
        return f"{sure} {say('Equally bad: {names}.', language, names=others)}"


@checked
def worst_case(
    cluster: Any,
    /,
    *,
    size: int,
    by: By = "broken_pairs",
    layer: str | None = None,
    provides: str | None = None,
) -> WorstCase:
    """Which actors would it hurt most to lose at the same time?

    ==================== ==============================================================================
    by                   value of a set
    ==================== ==============================================================================
    "broken_pairs"       pairs of the others that had a path before and have none (`losses`)
    "fragmentation"      share of the pairs of the others without a path (`key_players`: KPP-NEG)
    "largest_component"  actors outside the largest component that is left, those who are lost included
    "chains"             pairs of another actor and a group whose service it no longer reaches (`losses`)
    "services"           groups in which nobody is left (`losses`)
    ==================== ==============================================================================

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What may lose actors; one that has only affiliations is projected first, with a warning.
    size : int
        How many are lost; at least 2 must be left.
    by : str, default "broken_pairs"
        What says how bad a loss is.
    layer : str, optional
        One layer of ties; without it, paths run over all layers.
    provides : str, optional
        The layer of affiliations that says who provides which service; without it, all.

    Returns
    -------
    WorstCase
        Prints as sentences; `.actors`, `.value`, `.exact`, `.sets`, `.to_frame()`, `.what_breaks()`.

    Raises
    ------
    InputError
        If the size leaves too few, the criterion is unknown, or there are no services to lose.

    Notes
    -----
    Up to 200,000 sets are all tried, if that takes no more than about half a minute: then the answer is exact, and
    `sets` holds all that are as bad. Beyond, the set is grown by the worst next actor, another one is made of the worst
    single actors, and members of both are exchanged for outsiders while that makes it worse (Borgatti's procedure,
    without its chance); `exact` is false then, and there may be a worse set. Nothing is drawn.

    "broken_pairs" and "fragmentation" differ: the first counts what the others had and lose, the second also counts
    pairs that never had a path, among the fewer pairs that are left.

    References
    ----------
    Borgatti, S. P. (2006). Identifying sets of key players in a social network. Computational & Mathematical
    Organization Theory, 12, 21-34. doi:10.1007/s10588-006-7084-x
    Arulselvan, A., Commander, C. W., Elefteriadou, L. & Pardalos, P. M. (2009). Detecting critical nodes in sparse
    graphs. Computers & Operations Research, 36, 2193-2200. doi:10.1016/j.cor.2008.08.016

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.whatif.leaving.worst_case import worst_case
    >>> found = worst_case(sc.load_dataset("florentine").layer("marriage"), size=2)
    >>> found.actors, found.value, found.exact
    (('Guadagni', 'Medici'), 55.0, True)
    """
    size = positive_integer("size", size)
    net = network(cluster, layer)
    if size > net.n - 2:
        of_all = counted("of {n} actor", "of {n} actors", net.n)
        raise InputError(Problem("size must leave at least 2 {of_all}", value=size, values={"of_all": of_all}))
    kernel = breaking(net, provides)
    if by in ("chains", "services") and not kernel.before.counts()["provided"].any():
        raise InputError(Problem("there are no affiliations, so that no service can be lost", value=by))
    goal = _goal(kernel, net, by)
    enumerated = comb(net.n, size) <= ENUMERATED and goal.cost(comb(net.n, size), size) <= WORK
    found = best_of_all(goal, size) if enumerated else best_by_search(goal, size)
    labels = net.cluster.labels
    sets = tuple(tuple(labels[actor] for actor in members) for members in found.sets.tolist())
    return WorstCase(
        cluster=net.cluster,
        by=by,
        layer=layer,
        provides=provides,
        actors=sets[0],
        value=found.value,
        exact=enumerated or found.bound <= found.value + EQUAL,
        sets=sets,
        tried=found.tried,
        enumerated=enumerated,
        row={name: int(values[0]) for name, values in counts_of(kernel, net, found.sets[:1]).items()},
        now=int(kernel.components(NOBODY, kernel.before)[0]),
        data_notes=data_notes(net.cluster, layer),
    )


def _goal(kernel: Breakable, net: Network, by: By) -> SetGoal:
    if by == "fragmentation":
        return Fragmentation(net.strength, by_distance=False, remaining=True)
    return _Damage(kernel, by, 1 if net.directed or by != "broken_pairs" else 2)


class _Damage:
    """How much is lost; what `_kernels.key_sets` searches for the most of (`SetGoal`)."""

    def __init__(self, kernel: Breakable, by: By, cells: int) -> None:
        self.kernel, self.n, self.by, self.cells = kernel, kernel.n, by, cells  # cells of a matrix for one of them
        self.what = {column: name for name, column in BROKEN.items()}.get(by, "")

    def values(self, sets: Array) -> Array:
        """Return the value of every row of actors."""
        return np.concatenate([self._of(sets[run]) for run in self.kernel.runs(len(sets))]).astype(float)

    def with_each(self, members: Array) -> Array:
        """Return the value of these actors together with each other one."""
        return valued_with_each(self, members)

    def bound(self, k: int, path: list[Array]) -> float:
        """Return a value that no set of k exceeds: all that is there."""
        del path
        if self.by == "largest_component":
            return float(self.n - 1)
        return float(self.kernel.before.counts()[self.what][0] // self.cells)

    def cost(self, sets: int, k: int) -> float:
        """Return about how many words are touched; there are several tables."""
        del k
        return 4.0 * self.kernel.work * sets

    def _of(self, sets: Array) -> Array:
        after = self.kernel.remains(sets)
        if self.by == "largest_component":
            return np.asarray(self.n - self.kernel.largest(sets, after))
        lost: Array = self.kernel.at_stake(sets).counts()[self.what] - after.counts()[self.what]
        return lost // self.cells
