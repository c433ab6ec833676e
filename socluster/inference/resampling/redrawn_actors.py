"""A cluster of actors drawn with replacement, with the ties that they have to each other."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.random import Generator

from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.labels import Originals
from socluster.core.parts import Links

__all__ = ["RedrawnActors"]


class RedrawnActors:
    """Draws actors, as many as there are, with replacement.

    The dyad of two copies of one actor is that of two different actors drawn at random, in all layers at once (Snijders
    & Borgatti 1999). Copies have the attributes and the affiliations of their actor; they are called 1, 2, 3, ...

    Parameters
    ----------
    cluster : Cluster
        The observed one, of at least two actors.
    """

    def __init__(self, cluster: Cluster) -> None:
        parts = cluster.parts
        self.parts, self.n = parts, cluster.n_actors
        self.directed = [layer.directed for layer in parts.layers]
        self.ties, self.unknown = self._tables(parts.ties), self._tables(parts.unknown)
        actors = parts.affiliations.source
        self.memberships = [np.flatnonzero(actors == actor) for actor in range(self.n)]
        self.labels = tuple(str(place) for place in range(1, self.n + 1))

    def cluster(self, rng: Generator) -> Cluster:
        """Return the cluster of one draw."""
        drawn = rng.integers(self.n, size=self.n)
        one, other = self._dyads(drawn, rng)
        rows = [self.memberships[actor] for actor in drawn.tolist()]
        affiliations = self.parts.affiliations.take(np.concatenate(rows))
        source = np.repeat(np.arange(self.n), [len(each) for each in rows])
        order = np.lexsort((affiliations.target, source, affiliations.layer))
        return Cluster(
            replace(
                self.parts,
                labels=self.labels,
                actors=self.parts.actors.take(drawn),
                ties=self._links(self.parts.ties, self.ties, one, other),
                unknown=self._links(self.parts.unknown, self.unknown, one, other),
                affiliations=replace(affiliations, source=source).take(order),
                originals=Originals({}, self.parts.originals.groups),
            )
        )

    def _dyads(self, drawn: Array, rng: Generator) -> tuple[Array, Array]:
        """Return, for every cell of the drawn network, the two observed actors whose tie it gets."""
        one, other = (each.copy() for each in np.meshgrid(drawn, drawn, indexing="ij"))
        i, j = np.nonzero(np.triu(one == other, 1))
        near = rng.integers(self.n, size=len(i))
        far = rng.integers(self.n - 1, size=len(i))
        far += far >= near
        one[i, j], other[i, j] = near, far
        one[j, i], other[j, i] = far, near
        return one, other

    def _tables(self, links: Links) -> dict[int, Array]:
        """Return, for each layer, which row stands in which cell (-1: none)."""
        tables = {}
        for code in sorted(links.layer_codes()):
            rows = np.flatnonzero(links.layer == code)
            table = np.full((self.n, self.n), -1)
            table[links.source[rows], links.target[rows]] = rows
            if not self.directed[code]:
                table[links.target[rows], links.source[rows]] = rows
            tables[code] = table
        return tables

    def _links(self, links: Links, tables: dict[int, Array], one: Array, other: Array) -> Links:
        rows, near, far = [np.empty(0, dtype=int)], [np.empty(0, dtype=int)], [np.empty(0, dtype=int)]
        for code, table in tables.items():
            found = table[one, other]
            is_there = found >= 0
            np.fill_diagonal(is_there, False)
            i, j = np.nonzero(is_there if self.directed[code] else np.triu(is_there))
            rows.append(found[i, j])
            near.append(i)
            far.append(j)
        taken = links.take(np.concatenate(rows))
        return replace(taken, source=np.concatenate(near), target=np.concatenate(far))
