"""What a cluster has of its ties: the four benefits, read from which dyads are tied and which trust each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.development.incubation.dyads import ends, places
from socluster.measures.services.offers import CELL, PROVIDES, offers_of

__all__ = ["BENEFITS", "QUANTITIES", "Benefits", "cells_of", "pairs_of"]

BENEFITS = ("sharing_knowledge", "building_ties", "ensuring_cooperation", "coordinated_activity")
QUANTITIES = (
    "ties",
    "staying_ties",
    "building_ties",
    "across_sectors",
    *(each for each in BENEFITS if "ties" not in each),
)


@dataclass(frozen=True, eq=False)
class Benefits:
    """What is counted.

    Parameters
    ----------
    n : int
        Number of actors.
    across : array of bool of shape (dyads,)
        Which dyads are of two sectors.
    stays : array of bool of shape (dyads,)
        Of which dyads both stay when the project ends.
    cells : tuple of array of int
        For each offer of several providers, the dyads of these.
    knows_offers : bool
        Whether anybody's services are known.
    blocks : tuple of array of int
        For each attribute by which new ties are counted, the pair of values of each dyad.
    """

    n: int
    across: Array
    stays: Array
    cells: tuple[Array, ...]
    knows_offers: bool
    blocks: tuple[Array, ...]

    def rows(self, tied: Array, trusted: Array) -> Array:
        """Return the quantities at the beginning and at the end of every period: array of shape (periods + 1, 7)."""
        new = tied & ~tied[0]
        columns = [
            tied.sum(axis=1),
            (tied & self.stays).sum(axis=1),
            new.sum(axis=1),
            (new & self.across).sum(axis=1),
            [self._within_two(each) for each in tied],
            (tied & trusted & self.stays).sum(axis=1),
            [self._coordinated(each) for each in tied],
        ]
        return np.column_stack([np.asarray(each, dtype=float) for each in columns])

    def of_blocks(self, tied: Array) -> Array:
        """Return the new ties at the end by pairs of values, one attribute after the other."""
        new = tied[-1] & ~tied[0]
        counts = [np.bincount(codes[new], minlength=int(codes.max(initial=-1)) + 1) for codes in self.blocks]
        return np.concatenate([np.zeros(0), *counts])

    def _within_two(self, tied: Array) -> float:
        """Return the mean share of the others whom an actor reaches in one or two steps."""
        if self.n < 2:
            return float("nan")
        table = np.zeros((self.n, self.n), dtype=np.float32)
        one, other = ends(self.n)
        table[one[tied], other[tied]] = table[other[tied], one[tied]] = 1
        near = (table @ table + table) > 0
        np.fill_diagonal(near, False)
        return float(near.sum()) / (self.n * (self.n - 1))

    def _coordinated(self, tied: Array) -> float:
        if not self.knows_offers:
            return float("nan")
        return float(sum(bool(tied[dyads].any()) for dyads in self.cells))


def cells_of(cluster: Cluster) -> tuple[tuple[Array, ...], bool]:
    """Return, for each offer (place, service, target group) of several providers, their dyads; and if any is known."""
    if PROVIDES not in cluster.layers or not (cluster.groups.get("kind") == "service").any():
        return (), False
    table = offers_of(cluster).table
    place = {label: spot for spot, label in enumerate(cluster.labels)}
    found = []
    for _, rows in table.groupby(list(CELL), sort=True):
        who = np.array(sorted({place[provider] for provider in rows["provider"]}))
        if len(who) > 1:
            one, other = ends(len(who))
            found.append(places(who[one], who[other], cluster.n_actors))
    return tuple(found), True


def pairs_of(
    cluster: Cluster, columns: Sequence[str]
) -> tuple[tuple[Array, ...], tuple[tuple[tuple[str, str], ...], ...]]:
    """Return, for each column of the actors, the pair of values of each dyad as a code, and what the codes mean."""
    one, other = ends(cluster.n_actors)
    codes, names = [], []
    for column in columns:
        values = cluster.actors[column]
        texts = [None if pd.isna(each) else str(each) for each in values]
        known = sorted({each for each in texts if each is not None})
        options = [*known, ""] if None in texts else known  # last, what is not stated
        place = {each: spot for spot, each in enumerate(options)}
        of_actor = np.array([place[each or ""] for each in texts], dtype=np.int64)
        low, high = (
            (np.array([], dtype=np.int64),) * 2
            if not len(one)
            else (
                np.minimum(of_actor[one], of_actor[other]),
                np.maximum(of_actor[one], of_actor[other]),
            )
        )
        used, code = np.unique(low * len(options) + high, return_inverse=True)
        codes.append(np.asarray(code, dtype=np.int64))
        names.append(tuple((options[each // len(options)], options[each % len(options)]) for each in used.tolist()))
    return tuple(codes), tuple(names)
