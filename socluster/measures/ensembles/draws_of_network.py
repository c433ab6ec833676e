"""Draws of a network, as rules ask about them (`Networks`): bits in, arrays by draw out, each family on demand."""

from __future__ import annotations

from functools import cached_property

import numpy as np

from socluster._kernels.ensembles import dense, families
from socluster._kernels.ensembles.stack import members_of, number_of_ones
from socluster._kernels.ensembles.strengths import Strengths
from socluster.core.columns import Array
from socluster.measures.ensembles.network_of_draws import Between, NetworkOfDraws
from socluster.measures.shared.direction import Direction

__all__ = ["DrawsOfNetwork"]


class DrawsOfNetwork:
    """So many draws of a network; see `Networks` for what they answer.

    Parameters
    ----------
    network : NetworkOfDraws
        What is drawn.
    there : ndarray of bool of shape (draws, ties that are drawn)
        Which ties are there.
    compiled : bool
        Whether by compiled loops; else by numpy alone.
    """

    def __init__(self, network: NetworkOfDraws, there: Array, *, compiled: bool) -> None:
        self.network = network
        self.there = there
        self.compiled = compiled
        self.n: int = network.n
        self.directed: bool = network.directed

    def __len__(self) -> int:
        """Return the number of draws."""
        return len(self.there)

    # -- bits ----------------------------------------------------------------------------------------------------------

    @cached_property
    def _pairs_there(self) -> Array:
        return self.network.laid_together(self.there)

    @cached_property
    def _rows(self) -> Array:
        return self.network.stack.rows(self._pairs_there)

    @cached_property
    def _turned(self) -> Array:
        return self.network.turned_stack.rows(self._pairs_there) if self.directed else self._rows

    @cached_property
    def _either(self) -> Array:
        return self._rows | self._turned if self.directed else self._rows

    def _walked(self, direction: Direction) -> Array:
        """Return the rows of those whom everybody looks at."""
        return {"out": self._rows, "in": self._turned}.get(direction, self._either)

    # -- ties ----------------------------------------------------------------------------------------------------------

    @cached_property
    def arcs(self) -> Array:
        """Number of ordered pairs that are tied."""
        return np.asarray(number_of_ones(self._rows).sum(axis=1))

    @cached_property
    def mutual(self) -> Array:
        """Number of ordered pairs that are tied both ways."""
        return np.asarray(number_of_ones(self._rows & self._turned).sum(axis=1))

    def contacts(self, direction: Direction) -> Array:
        """By actor: number of partners."""
        return number_of_ones(self._walked(direction))

    def strengths(self, direction: Direction) -> Array:
        """By actor: sum of the strengths of the ties."""
        given, received = self.network.total_strengths(self.there)
        if direction == "all" and self.directed:
            return given + received
        return received if direction == "in" else given

    def across(self, group: str, *, either_way: bool) -> tuple[Array, Array]:
        """Number of ordered pairs that are tied between two groups, and of all that are tied."""
        codes = self.network.grouped(group)
        rows = self._either if either_way else self._rows
        whole = number_of_ones(rows).sum(axis=1)
        return whole - number_of_ones(rows & members_of(codes)[codes]).sum(axis=1), whole

    # -- paths ---------------------------------------------------------------------------------------------------------

    @cached_property
    def by_distance(self) -> Array:
        """Number of ordered pairs at distance 0 (none), 1, 2, ..."""
        if "_carried" in self.__dict__:
            return self._carried[1]
        return families.distances(self._turned, compiled=self.compiled)

    @property
    def carried(self) -> Array:
        """By actor: the part of the shortest paths between ordered pairs of others that it is on."""
        return self._carried[0]

    @cached_property
    def _carried(self) -> tuple[Array, Array]:
        return families.betweenness(self._rows, self._turned, compiled=self.compiled)

    def reach(self, direction: Direction) -> tuple[Array, Array, Array]:
        """By actor: how many others it reaches, the sum of their distances, and of 1 / distance."""
        kept = self.__dict__.setdefault("_reach", {})
        walked = direction if self.directed else "out"
        if walked not in kept:  # whom one reaches are those by whom one is reached along ties that are turned
            counts, inverse = families.reached_from(self._walked(walked), compiled=self.compiled)
            kept[walked] = counts[:, 0], counts[:, 1], inverse
        reached, total, inverse = kept[walked]
        return reached, total, inverse

    @cached_property
    def pieces(self) -> tuple[Array, Array]:
        """Number of (weak) components, and of ordered pairs within them."""
        number, pairs = families.parts(self._either, compiled=self.compiled).T
        return number, pairs

    # -- triangles -----------------------------------------------------------------------------------------------------

    def triples(self, *, either_way: bool) -> tuple[Array, Array]:
        """Number of two-paths a -> b -> c that a -> c closes, and of all; maybe with ties taken either way."""
        rows, turned = (self._either, self._either) if either_way else (self._rows, self._turned)
        two_paths = (number_of_ones(turned) * number_of_ones(rows)).sum(axis=1)
        two_paths -= number_of_ones(rows & turned).sum(axis=1)
        return families.closed(rows, turned, compiled=self.compiled), two_paths

    def constraint(self, *, weighted: bool) -> Array:
        """By actor: Burt's constraint."""
        return self._egos(weighted=weighted, with_hierarchy=False)[:, 0]

    def effective_size(self, *, weighted: bool) -> Array:
        """By actor: Burt's effective size."""
        return self._egos(weighted=weighted, with_hierarchy=False)[:, 1]

    def hierarchy(self, *, weighted: bool) -> Array:
        """By actor: Burt's hierarchy, (sum of c ln c / C + ln N - ln C) / ln N with N contacts and constraint C."""
        total, _, logs = self._egos(weighted=weighted, with_hierarchy=True).transpose(1, 0, 2)
        contacts = number_of_ones(self._either)
        several = contacts > 1
        n_contacts, whole = np.where(several, contacts, 2), np.where(several, total, 1.0)
        uneven = (np.where(several, logs, 0.0) / whole + np.log(n_contacts / whole)) / np.log(n_contacts)
        return np.where(several, np.maximum(uneven, 0.0), np.nan)

    def _egos(self, *, weighted: bool, with_hierarchy: bool) -> Array:
        kept = self.__dict__.setdefault("_holes", {})
        for known in ((weighted, with_hierarchy), (weighted, True)):
            if known in kept:
                found: Array = kept[known]
                return found
        strengths = self._between(weighted=weighted)
        found = families.egos(self._either, strengths, with_hierarchy=with_hierarchy, compiled=self.compiled)
        kept[weighted, with_hierarchy] = found
        return found

    def _between(self, *, weighted: bool) -> Strengths:
        between: Between = self.network.weighted if weighted else self.network.unweighted
        table = self.there if weighted else self.network.possible_there(self._pairs_there)
        there = np.ascontiguousarray(table[:, between.column], dtype=np.uint8)
        return Strengths(between.sure, between.near, between.far, between.more, there)

    def roles(self, group: str) -> Array:
        """By actor and role: number of ordered pairs that are brokered."""
        counted = families.roles(self._rows, self._turned, self.network.grouped(group), compiled=self.compiled)
        return counted.transpose(0, 2, 1).copy()

    # -- spectra -------------------------------------------------------------------------------------------------------

    @cached_property
    def natural(self) -> Array:
        """Natural connectivity of the ties, taken either way."""

        def run(part: slice) -> Array:
            values = np.linalg.eigvalsh(dense.tables(self._either[part]))
            largest = values.max(axis=1, keepdims=True)
            return np.asarray(largest[:, 0] + np.log(np.exp(values - largest).mean(axis=1)))

        return np.concatenate(dense.in_chunks(self._either, run)) if self.n else np.full(len(self), np.nan)

    @cached_property
    def algebraic(self) -> Array:
        """Algebraic connectivity of the ties, taken either way."""
        if self.n < 2:
            return np.full(len(self), np.nan)

        def run(part: slice) -> Array:
            tied = dense.tables(self._either[part])
            laplacian = tied.sum(axis=2)[:, :, None] * np.eye(self.n) - tied
            return np.asarray(np.linalg.eigvalsh(laplacian)[:, 1])

        second = np.concatenate(dense.in_chunks(self._either, run))
        return np.where(self.pieces[0] == 1, second, 0.0)
