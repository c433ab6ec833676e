"""Capacities shared out over needs: the most that can be met together, and between what bounds each need is met."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy import sparse
from scipy.optimize import linprog
from scipy.sparse.csgraph import connected_components

from socluster.core.columns import Array
from socluster.core.errors import SoclusterError
from socluster.measures.services.flows import Flows
from socluster.words import marked

__all__ = ["Sharing"]

_SLACK = 1e-9  # relative: how far below the best total an optimum may lie by rounding


@dataclass(frozen=True, eq=False)
class Sharing:
    """Who may serve what, and how much of it.

    Parameters
    ----------
    amounts : array of float, one per need
        How much is needed.
    capacity : array of float, one per offer
        How much each offers in all.
    serves : array of bool of shape (offers, needs)
        Which offer may serve which need.
    """

    amounts: Array
    capacity: Array
    serves: Array

    @cached_property
    def total(self) -> float:
        """The most that can be met in all; it is unique, even where there are several ways to meet it."""
        if not self._is_shared.any():
            return float(np.minimum(self.amounts, self._offered).sum())
        return sum(part._total_of_one for _, part in self._parts_apart)

    @property
    def offered(self) -> Array:
        """For every need the capacity of those who may serve it."""
        return self._offered

    @property
    def tolerance(self) -> float:
        """How far apart the least and the most of a need may be by rounding of the solver."""
        return 1e-7 * max(float(self.amounts.max(initial=0.0)), 0.1 * self.total)

    def bounds(self) -> tuple[Array, Array]:
        """Return for every need the least and the most of it that is met, over all ways to meet the total."""
        low = np.minimum(self.amounts, self._offered)
        high = low.copy()
        if self._is_shared.any():
            for needs, part in self._parts_apart:
                low[needs], high[needs] = part._bounds_of_one()
        return _rounded(low), _rounded(high)

    @cached_property
    def _parts_apart(self) -> list[tuple[Array, Sharing]]:
        """The needs that have no offer in common with others, part by part, each a small problem of its own."""
        n_offers, n_needs = self.serves.shape
        ends = sparse.block_array(
            [[None, sparse.csr_array(self.serves)], [sparse.csr_array((n_needs, n_offers)), None]]
        )
        _, part = connected_components(ends, directed=False)
        offers, needs = part[:n_offers], part[n_offers:]
        apart = []
        for each in np.unique(needs):
            mine, held = np.flatnonzero(needs == each), np.flatnonzero(offers == each)
            apart.append((mine, Sharing(self.amounts[mine], self.capacity[held], self.serves[np.ix_(held, mine)])))
        return apart

    @cached_property
    def _total_of_one(self) -> float:
        """The most that can be met of a part."""
        if not self._is_shared.any():
            return float(np.minimum(self.amounts, self._offered).sum())
        return self._best(np.ones(self._need.size))

    def _bounds_of_one(self) -> tuple[Array, Array]:
        """Return between what the needs of a part are met."""
        low = np.minimum(self.amounts, self._offered)
        high = low.copy()
        if self._total_of_one >= self.amounts.sum() * (1 - _SLACK):  # then all needs are met in full
            return low, high
        # an offer that is all a single need's own is used first: only what a shared offer may serve is open
        for need in np.flatnonzero(self.serves[self._is_shared].sum(axis=0)):
            of_need = (self._need == need).astype(float)
            low[need] = -self._best(-of_need, keep_total=True)
            high[need] = self._best(of_need, keep_total=True)
        return low, high

    @cached_property
    def _offered(self) -> Array:
        offered: Array = self.capacity @ self.serves.astype(float)
        return offered

    @cached_property
    def _is_shared(self) -> Array:
        """Whether an offer may serve several needs, so that they compete for it."""
        shared: Array = np.array([len(np.flatnonzero(row)) > 1 for row in self.serves], dtype=bool)
        return shared

    @cached_property
    def _flows(self) -> Flows:
        return Flows.of(self.serves)

    @property
    def _need(self) -> Array:
        return self._flows.need

    def _best(self, objective: Array, *, keep_total: bool = False) -> float:
        """Return the largest value of an objective over all ways of sharing out, or over the best of them only."""
        limits, most = [self._flows.by_need, self._flows.by_row], [self.amounts, self.capacity]
        if keep_total:
            limits.append(sparse.csr_array(-np.ones((1, self._need.size))))
            most.append(np.array([-self._total_of_one * (1 - _SLACK)]))
        found = linprog(-objective, A_ub=sparse.vstack(limits), b_ub=np.concatenate(most), method="highs")
        if found.status != 0:  # serving nobody is always possible, so this is a failure of the solver
            message = marked("the capacities could not be shared out: {reason}")
            raise SoclusterError(message, {"reason": str(found.message)})
        return -float(found.fun)


def _rounded(values: Array) -> Array:
    """Return values without what rounding of the solver adds: to 9 digits of the largest."""
    largest = float(np.abs(values).max(initial=0.0))
    if largest == 0:
        return values
    decimals = 8 - int(np.floor(np.log10(largest)))
    rounded: Array = np.round(values, decimals) + 0.0
    return rounded
