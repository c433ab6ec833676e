"""The null model that keeps how dense the ties are within and between groups of actors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.random import Generator

from socluster._kernels.sampling.cells import Arcs, TieCells
from socluster._kernels.sampling.everything import choices, n_choices, subsets
from socluster._kernels.sampling.placing import by_block, by_probability
from socluster.core.arguments import choice
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.groupings import partition
from socluster.inference.nulls.base import EachByItself, Sampler, TieNull
from socluster.inference.nulls.layer_ties import LayerTies
from socluster.measures.shared.grouping import group_name, grouping
from socluster.words import Language, say

__all__ = ["Blocks"]


@dataclass(frozen=True)
class Blocks(TieNull):
    """As many ties within each group and between each two groups as observed, placed at random there.

    What is left to chance is who within the groups is tied to whom; that sectors mix as they do is taken as given.

    Parameters
    ----------
    by : str, list of str or Series
        The groups: a column of the actors, as "sector"; several columns, whose combinations are the groups; or a Series
        indexed by actor.
    keep : {"counts", "probabilities"}, default "counts"
        Whether every block has as many ties as observed, or that many on average, its ties being independent.
    missing : {"refuse", "category"}, default "refuse"
        What becomes of actors without a group: an error names them, or they make a group "not stated".

    Examples
    --------
    >>> import socluster as sc
    >>> knoke = sc.load_dataset("knoke").layer("information")
    >>> drawn = sc.nulls.Blocks("sector").draw(knoke, rng=7)
    >>> sc.mixing_table(drawn, group="sector").equals(sc.mixing_table(knoke, group="sector"))
    True
    """

    by: Any
    keep: Literal["counts", "probabilities"] = "counts"
    missing: Literal["refuse", "category"] = "refuse"

    def __post_init__(self) -> None:
        """Refuse what is no option."""
        choice("keep", self.keep, ("counts", "probabilities"))
        choice("missing", self.missing, ("refuse", "category"))

    def sampler(self, ties: LayerTies, cluster: Cluster) -> Sampler:
        """Return what draws the ties of one layer."""
        groups = grouping(partition(cluster, self.by, self.missing))
        row, column = ties.dyads.all()
        one, other = groups.codes[row], groups.codes[column]
        if not ties.directed:
            one, other = np.minimum(one, other), np.maximum(one, other)
        block = one * max(len(groups.labels), 1) + other
        _, place = np.unique(block, return_inverse=True)
        n_ties = np.bincount(place[ties.dyads.numbers(ties.arcs)], minlength=place.max(initial=-1) + 1)
        if self.keep == "probabilities":
            shares = n_ties / np.maximum(np.bincount(place), 1)
            return Unequal(ties.dyads, shares[place])
        return _Counts(ties.dyads, [np.flatnonzero(place == each) for each in range(len(n_ties))], n_ties.tolist())

    def kept(self, language: Language = "en") -> str:
        """Return what the null keeps of the cluster, and what it leaves to chance."""
        group = group_name(_name_of(self.by), language)
        if self.keep == "counts":
            return say("as many ties within and between the groups by {group} as observed", language, group=group)
        return say(
            "ties are independent of each other, and as dense within and between the groups by {group}, on average, as "
            "observed",
            language,
            group=group,
        )


@dataclass(frozen=True)
class _Counts(EachByItself):
    """So many ties in each block."""

    dyads: TieCells
    members: list[Array]
    ties: list[int]

    def one(self, rng: Generator) -> Arcs:
        return by_block(self.dyads, self.members, self.ties, rng)

    def everything(self, most: int) -> list[tuple[Arcs, float]] | None:
        number = n_choices(self.members, self.ties)
        if number > most:
            return None
        return [(self.dyads.ends(chosen), 1 / number) for chosen in choices(self.members, self.ties)]


@dataclass(frozen=True)
class Unequal(EachByItself):
    """Independent ties, each with a probability of its own."""

    dyads: TieCells
    probability: Array

    def one(self, rng: Generator) -> Arcs:
        """Return the ends of the ties of a network."""
        return by_probability(self.dyads, self.probability, rng)

    def everything(self, most: int) -> list[tuple[Arcs, float]] | None:
        """Return all networks with their probabilities, or None if there are more than `most`."""
        size = len(self.dyads)
        if size > 30 or 2**size > most:
            return None
        found = []
        for chosen in subsets(self.dyads):
            is_tied = np.zeros(size, dtype=bool)
            is_tied[chosen] = True
            share = float(np.where(is_tied, self.probability, 1 - self.probability).prod())
            found.append((self.dyads.ends(chosen), share))
        return found


def _name_of(by: Any) -> str:
    if isinstance(by, list):
        return " × ".join(map(str, by))
    return str(by if isinstance(by, str) else getattr(by, "name", None) or "group")
