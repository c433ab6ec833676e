"""A layer of a cluster whose ties may be there or not, and all that draws of it have in common."""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple, TypeAlias

import numpy as np
import pandas as pd
from scipy import sparse

from socluster._kernels.ensembles.stack import Pairs, Stack
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.groupings import partition
from socluster.core.matrix import is_directed, layer_codes
from socluster.core.parts import Parts

__all__ = ["Between", "LayerNames", "NetworkOfDraws", "can_be_drawn"]

LayerNames: TypeAlias = "str | tuple[str, ...] | None"


class Between(NamedTuple):
    """What runs between two actors, both ways together.

    Parameters
    ----------
    sure : ndarray of float of shape (n, n)
        Through ties that are there in every draw.
    near, far, more, column : ndarray of shape (ties,)
        Of the other ties: between whom, how much runs there, and in which column of the table of draws they are.
    """

    sure: Array
    near: Array
    far: Array
    more: Array
    column: Array


def can_be_drawn(parts: Parts, layer: LayerNames) -> bool:
    """Whether there is such a layer of ties, and it is of one wave; else measuring will say what is wrong."""
    if not parts.tie_layers or not set(_names(layer) or parts.tie_layers) <= set(parts.tie_layers):
        return False
    chosen = _are_of(parts, layer)
    wave = parts.ties.rest["wave"].values[chosen]
    return bool((wave == wave[:1]).all())


class NetworkOfDraws:
    """One layer, several or all of them as one network.

    Several ties between two actors, in several layers, are one: it is there if any of them is, and their strengths add
    up. Where every tie runs both ways the network has no direction.

    Parameters
    ----------
    cluster : Cluster
        With all ties that may be there.
    layer : str, tuple of str or None
        The layer, or several; None = all.
    drawn : ndarray of int
        Which ties of the cluster are not there in every draw. A table of draws has a column for each of these.
    """

    def __init__(self, cluster: Cluster, layer: LayerNames, drawn: Array) -> None:
        parts = cluster.parts
        ties = parts.ties
        column = np.full(len(ties), -1)
        column[drawn] = np.arange(len(drawn))
        chosen = np.flatnonzero(_are_of(parts, layer))
        self.cluster = cluster
        self.n = len(parts.labels)
        self.n_columns = len(drawn)
        self.directed = any(is_directed(parts, name) for name in _names(layer) or (None,))
        self.near, self.far = ties.source[chosen].astype(np.int64), ties.target[chosen].astype(np.int64)
        self.weight: Array = ties.rest["weight"].values[chosen]
        self.column = column[chosen]
        both_ways = ~np.array([each.directed for each in parts.layers], dtype=bool)
        self.runs_back: Array = both_ways[ties.layer[chosen]]

    # -- who is tied to whom -------------------------------------------------------------------------------------------

    def laid_together(self, there: Array) -> Array:
        """Return which of the possible pairs are tied, from which of the ties are there."""
        columns, first = self._columns
        return there if first is None else np.logical_or.reduceat(there[:, columns], first, axis=1)

    def possible_there(self, laid_together: Array) -> Array:
        """Return the same with a column for each of the possible pairs, in their order."""
        return laid_together[:, self._which]

    @cached_property
    def stack(self) -> Stack:
        """To whom ties run."""
        return Stack(self.n, self._sure, self.possible, self._which)

    @cached_property
    def turned_stack(self) -> Stack:
        """From whom ties run."""
        return Stack(self.n, self._sure.turned, self.possible.turned, self._which)

    @cached_property
    def possible(self) -> Pairs:
        """The ordered pairs that may be tied or not."""
        pairs = self._pair_codes[~self._is_sure]
        return Pairs(pairs // self.n, pairs % self.n)

    @property
    def _sure(self) -> Pairs:
        pairs = self._pair_codes[self._is_sure]
        return Pairs(pairs // self.n, pairs % self.n)

    @cached_property
    def _arcs(self) -> tuple[Array, Array]:
        """Every tie as ordered pairs, and its column in a table of draws (-1: it is there in every draw)."""
        back = self.runs_back
        near, far = np.concatenate([self.near, self.far[back]]), np.concatenate([self.far, self.near[back]])
        return near * self.n + far, np.concatenate([self.column, self.column[back]])

    @cached_property
    def _pairs(self) -> tuple[Array, Array]:
        pairs, which = np.unique(self._arcs[0], return_inverse=True)
        return pairs, which

    @property
    def _pair_codes(self) -> Array:
        return self._pairs[0]

    @cached_property
    def _is_sure(self) -> Array:
        pairs, which = self._pairs
        return np.bincount(which[self._arcs[1] < 0], minlength=len(pairs)) > 0

    @cached_property
    def _columns(self) -> tuple[Array, Array | None]:
        """The columns that say of every possible pair whether it is tied, and where those of a pair begin.

        None if each pair has one column.
        """
        which, columns = self._pairs[1], self._arcs[1]
        order = np.argsort(which, kind="stable")
        order = order[~self._is_sure[which[order]]]
        first = np.flatnonzero(np.diff(which[order], prepend=-1))
        return columns[order], None if len(first) == len(order) else first

    @property
    def _which(self) -> Array:
        columns, first = self._columns
        return columns if first is None else np.arange(len(first))

    # -- how strongly --------------------------------------------------------------------------------------------------

    @cached_property
    def weighted(self) -> Between:
        """What runs between two actors by the strengths of their ties, in a unit in which sums stay finite."""
        if not self.directed and self._is_even:
            return self._ones
        flow = self.weight / self.weight.max(initial=1.0) * np.where(self.runs_back, 2.0, 1.0)
        return self._between(self.near, self.far, flow, self.column)

    @cached_property
    def unweighted(self) -> Between:
        """The same if every tied ordered pair counts 1; columns are those of the possible pairs."""
        if not self.directed:
            return self._ones
        pairs = self._pair_codes
        column = np.full(len(pairs), -1)
        column[~self._is_sure] = np.arange(len(self.possible))
        return self._between(pairs // self.n, pairs % self.n, np.ones(len(pairs)), column)

    @property
    def _is_even(self) -> bool:
        """Whether all pairs are tied once, and equally strongly."""
        return len(self._pair_codes) == 2 * len(self.near) and bool((self.weight == self.weight[:1]).all())

    @property
    def _ones(self) -> Between:
        none = np.zeros(0, np.int64)
        return Between(np.ones((self.n, self.n)), none, none, np.zeros(0), none)

    def _between(self, near: Array, far: Array, flow: Array, column: Array) -> Between:
        sure = np.zeros((self.n, self.n))
        is_sure = column < 0
        np.add.at(sure, (near[is_sure], far[is_sure]), flow[is_sure])
        rest = ~is_sure
        return Between(sure + sure.T, near[rest], far[rest], flow[rest], column[rest])

    def total_strengths(self, there: Array) -> tuple[Array, Array]:
        """Return how strongly ties run from everybody, and to everybody: arrays of shape (draws, n)."""
        given, received = (base + there.astype(float) @ more for base, more in self._flows)
        return given, received

    @cached_property
    def _flows(self) -> tuple[tuple[Array, sparse.csr_array], tuple[Array, sparse.csr_array]]:
        """From and to everybody: what runs in every draw, and what runs through each of the ties that are drawn."""
        back = self.runs_back
        near, far = np.concatenate([self.near, self.far[back]]), np.concatenate([self.far, self.near[back]])
        weight, column = (np.concatenate([each, each[back]]) for each in (self.weight, self.column))

        def flow(end: Array) -> tuple[Array, sparse.csr_array]:
            sure, rest = column < 0, column >= 0
            more = sparse.csr_array((weight[rest], (column[rest], end[rest])), shape=(self.n_columns, self.n))
            return np.bincount(end[sure], weight[sure], minlength=self.n), more

        return flow(near), flow(far)

    # -- of which groups -----------------------------------------------------------------------------------------------

    def grouped(self, column: str) -> Array:
        """Return the group of every actor, as a code from 0."""
        kept = self.__dict__.setdefault("_groups", {})
        if column not in kept:
            kept[column] = pd.factorize(partition(self.cluster, column))[0].astype(np.int64)
        codes: Array = kept[column]
        return codes


def _names(layer: LayerNames) -> tuple[str, ...]:
    return () if layer is None else (layer,) if isinstance(layer, str) else layer


def _are_of(parts: Parts, layer: LayerNames) -> Array:
    """Return which ties are of the layer, or of any of several."""
    is_wanted = np.zeros(len(parts.layers), dtype=bool)
    is_wanted[[code for name in _names(layer) or (None,) for code in layer_codes(parts, name)]] = True
    are_of: Array = is_wanted[parts.ties.layer]
    return are_of
