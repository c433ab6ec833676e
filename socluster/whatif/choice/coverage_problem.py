"""Coverage in numbers: what a set of partners serves, and the best set by integer programming."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp

from socluster.core.columns import Array
from socluster.core.errors import InputError
from socluster.measures.services.flows import Flows
from socluster.whatif.choice.plan_order import EQUAL

__all__ = ["CoverageProblem", "Solution"]

SECONDS = 120.0  # after which the solver says what it has found and how far it may be from the best
BLOCK = 15  # names compared in one program; more would ask for weights beyond the solver's tolerance


@dataclass(frozen=True)
class Solution:
    """What the solver found.

    Parameters
    ----------
    chosen : tuple of str
        The candidates.
    gain, bound : float
        What they add to what is covered already, and what no set can exceed.
    is_proven : bool
        Whether the solver proved that no set is better.
    """

    chosen: tuple[str, ...]
    gain: float
    bound: float
    is_proven: bool


@dataclass(frozen=True, eq=False)
class CoverageProblem:
    """Who serves how much of what.

    Parameters
    ----------
    needs : tuple of str
        Names of the needs.
    amounts, worth : array of float, one per need
        How much is needed, and what a unit counts.
    candidates : tuple of str
        Names of the candidates.
    n_there : int
        How many of the rows belong to actors who are there already; the candidates' rows follow.
    reach : array of float of shape (n_there + candidates, needs)
        What each can serve of each need.
    capacity : array of float, one per row
        What each can serve in all; infinity for no limit.
    """

    needs: tuple[str, ...]
    amounts: Array
    worth: Array
    candidates: tuple[str, ...]
    n_there: int
    reach: Array
    capacity: Array

    @cached_property
    def needed(self) -> float:
        """All that is needed, by its worth."""
        return float(self.amounts @ self.worth)

    @cached_property
    def covered_before(self) -> float:
        """What is covered by those who are there already, by its worth."""
        return self._covered(np.arange(self.n_there))

    def gain(self, chosen: Iterable[str]) -> float:
        """Return what these candidates add to what is covered already."""
        rows = [self.n_there + self._place[name] for name in chosen]
        return self._covered(np.array([*range(self.n_there), *rows], dtype=int)) - self.covered_before

    def best(
        self, k: int | None, costs: Array | None = None, budget: float | None = None, *, fewer: bool = False
    ) -> Solution | None:
        """Return the best set by integer programming (HiGHS), or None if the solver found none in time.

        Of sets that gain equally much it is the one that costs least, then the smallest, then the first by name.

        Parameters
        ----------
        k : int, optional
            How many to choose: exactly this many without a budget, at most this many with one.
        costs : array of float, optional
            Cost of every candidate.
        budget : float, optional
            What they may cost together.
        fewer : bool, default False
            Whether fewer than k will do without a budget, too.
        """
        n = len(self.candidates)
        objective, constraints, size = self._program()
        fewest = 1.0 if fewer or budget is not None or k is None else float(k)
        stated = [_row(np.ones(n), size, fewest, float(n if k is None else k))]
        if budget is not None and costs is not None:
            stated.append(_row(costs, size, -np.inf, budget * (1 + 1e-12)))
        result = _solved(objective, [*constraints, *stated], n, np.zeros(n), np.ones(n))
        if result.x is None:
            return None
        taken = result.x[:n] > 0.5
        gain = self.gain(self._names(taken))
        bound = max(gain, -float(result.mip_dual_bound) - self.covered_before)
        if result.status != 0:
            return Solution(self._names(taken), gain, bound, False)
        chosen = self._names(self._thriftiest(taken, [*constraints, *stated], objective, costs))
        return Solution(chosen, gain, gain, True)

    def _thriftiest(
        self, taken: Array, constraints: list[LinearConstraint], objective: Array, costs: Array | None
    ) -> Array:
        """Return, of the sets that gain as much, the one that costs least; then the smallest, then the first by name.

        Each of these is a program of its own, which holds what was reached before. Names are compared in blocks, in
        which an earlier name weighs more than all later ones together.
        """
        n, size = len(taken), len(objective)
        covered = self.gain(self._names(taken)) + self.covered_before
        held = [*constraints, LinearConstraint(-objective, covered - EQUAL * max(covered, 1.0), np.inf)]
        for amounts in [np.ones(n)] if costs is None else [costs, np.ones(n)]:
            taken = self._lower(taken, amounts, held, np.zeros(n), np.ones(n), size)
            most = float(amounts @ taken)
            held.append(_row(amounts, size, -np.inf, most + EQUAL * max(most, 1.0)))
        low, high = np.zeros(n), np.ones(n)
        for start in range(0, n, BLOCK):
            block = slice(start, min(start + BLOCK, n))
            if low.sum() == taken.sum():
                break
            weights = np.zeros(n)
            weights[block] = -(2.0 ** np.arange(block.stop - start)[::-1])
            taken = self._lower(taken, weights, held, low, high, size)
            low[block] = high[block] = taken[block]
        return taken

    def _lower(
        self, taken: Array, amounts: Array, held: list[LinearConstraint], low: Array, high: Array, size: int
    ) -> Array:
        """Return the set with the smallest sum of amounts, or this one where none that gains as much is lower."""
        n = len(taken)
        result = _solved(np.r_[amounts, np.zeros(size - n)], held, n, low, high)
        if result.x is None:
            return taken
        found = result.x[:n] > 0.5
        now, then = self.gain(self._names(taken)), self.gain(self._names(found))
        is_as_good = then >= now - EQUAL * max(abs(now), 1.0)
        return found if is_as_good and amounts @ found < amounts @ taken - EQUAL else taken

    def _names(self, taken: Array) -> tuple[str, ...]:
        return tuple(name for name, is_in in zip(self.candidates, taken, strict=True) if is_in)

    @cached_property
    def _place(self) -> dict[str, int]:
        return {name: place for place, name in enumerate(self.candidates)}

    def _covered(self, rows: Array) -> float:
        if not len(rows):
            return 0.0
        if np.isinf(self.capacity[rows]).all():  # then nothing competes, and every need is served as far as possible
            return float(np.minimum(self.amounts, self.reach[rows].sum(axis=0)) @ self.worth)
        return self._shared_out(rows)

    def _shared_out(self, rows: Array) -> float:
        """Return the most that these can serve when each has to share out its capacity (a linear program)."""
        flows = Flows.of(self.reach[rows])
        if not flows.amount.size:
            return 0.0
        limits = [
            LinearConstraint(flows.by_need, -np.inf, self.amounts),
            LinearConstraint(flows.by_row, -np.inf, self.capacity[rows]),
        ]
        result = milp(-self.worth[flows.need], constraints=limits, bounds=Bounds(0, flows.amount))
        if result.status != 0:  # it always has a solution (serve nobody), so this is a failure of the solver
            raise InputError("the coverage could not be computed: {reason}", {"reason": str(result.message)})
        return -float(result.fun)

    def _program(self) -> tuple[Array, list[LinearConstraint], int]:
        """Return the objective, its constraints and the number of variables, of which the first are the candidates."""
        return self._by_need() if np.isinf(self.capacity).all() else self._by_flow()

    def _by_need(self) -> tuple[Array, list[LinearConstraint], int]:
        """Without capacities: a variable per need, what is served of it, at most what the chosen can serve."""
        n, m = len(self.candidates), len(self.needs)
        there = self.reach[: self.n_there].sum(axis=0)
        served = sparse.hstack([sparse.csr_array(-self.reach[self.n_there :].T), sparse.eye_array(m)], format="csr")
        enough = sparse.hstack([sparse.csr_array((m, n)), sparse.eye_array(m)], format="csr")
        limits = [LinearConstraint(served, -np.inf, there), LinearConstraint(enough, -np.inf, self.amounts)]
        return np.r_[np.zeros(n), -self.worth], limits, n + m

    def _by_flow(self) -> tuple[Array, list[LinearConstraint], int]:
        """With capacities: a variable per partner and need, what flows from the one to the other if it is chosen."""
        n, rows, flows = len(self.candidates), len(self.reach), Flows.of(self.reach)
        capacity = np.minimum(self.capacity, self.reach.sum(axis=1))
        is_new = np.arange(rows) >= self.n_there
        opens = sparse.csr_array((np.ones(n), (np.arange(n) + self.n_there, np.arange(n))), shape=(rows, n))
        opened = flows.by_row.T @ opens  # the variable that opens each flow
        of_need = sparse.hstack([sparse.csr_array((len(self.needs), n)), flows.by_need])
        of_row = sparse.hstack([-(sparse.diags_array(capacity) @ opens), flows.by_row])
        of_flow = sparse.hstack([-(sparse.diags_array(flows.amount) @ opened), sparse.eye_array(flows.amount.size)])
        limits = [
            LinearConstraint(sparse.csr_array(of_need), -np.inf, self.amounts),
            LinearConstraint(sparse.csr_array(of_row), -np.inf, np.where(is_new, 0.0, capacity)),
            LinearConstraint(sparse.csr_array(of_flow), -np.inf, np.where(is_new[flows.row], 0.0, flows.amount)),
        ]
        return np.r_[np.zeros(n), -self.worth[flows.need]], limits, n + flows.amount.size


def _row(amounts: Array, size: int, low: float, high: float) -> LinearConstraint:
    """Return the limits of a sum over the candidates, who are the first of the variables."""
    return LinearConstraint(np.r_[amounts, np.zeros(size - len(amounts))], low, high)


def _solved(objective: Array, constraints: list[LinearConstraint], n: int, low: Array, high: Array) -> Any:
    """Return what the solver found; the first n variables are taken or not, the others are amounts."""
    size = len(objective)
    bounds = Bounds(np.r_[low, np.zeros(size - n)], np.r_[high, np.full(size - n, np.inf)])
    integrality = np.r_[np.ones(n), np.zeros(size - n)]
    options = {"mip_rel_gap": 0.0, "time_limit": SECONDS}
    return milp(objective, constraints=constraints, integrality=integrality, bounds=bounds, options=options)
