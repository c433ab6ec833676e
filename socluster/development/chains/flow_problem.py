"""How many clients can get through, in numbers: a linear programme over the ties, and what proves its answer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import csgraph

from socluster.core.columns import Array
from socluster.core.errors import SoclusterError
from socluster.core.matrix import Matrix

__all__ = ["FlowProblem", "WholeClients"]

SECONDS = 60.0  # after which the search for whole clients says what it has found
CLOSE = 1e-7  # in clients, as a share of the largest amount: what differs less is rounding of the solver


@dataclass(frozen=True)
class WholeClients:
    """How many whole clients get through.

    Parameters
    ----------
    served : int
        The most that was found.
    is_proven : bool
        Whether it is proven that there are no more.
    """

    served: int
    is_proven: bool


@dataclass(frozen=True, eq=False)
class FlowProblem:
    """Clients of several groups on their way through actors with capacity.

    Variables are clients of a group over a tie, and clients of a group who enter. Everywhere but at the last step as
    many leave an actor as come; the sum over groups is at most its capacity.

    Parameters
    ----------
    step_of : array of int of shape (actors,)
        Step of every actor, from 0.
    sources, targets : array of int of shape (ties,)
        Ends of the ties, which lead to a later step.
    capacity : array of float of shape (actors,)
        Most clients of each actor; infinite where there is no limit.
    amounts : array of float of shape (groups, entries)
        Most clients of each group at each entry, in the order of the actors of step 0; infinite = anywhere.
    totals : array of float of shape (groups,)
        Most clients of each group.
    serves : array of bool of shape (groups, actors)
        Who may serve which group.
    """

    step_of: Array
    sources: Array
    targets: Array
    capacity: Array
    amounts: Array
    totals: Array
    serves: Array

    # -- variables and constraints -------------------------------------------------------------------------------------

    @cached_property
    def entries(self) -> Array:
        """Places of the actors where clients enter."""
        return np.flatnonzero(self.step_of == 0)

    @property
    def n_groups(self) -> int:
        """Number of groups."""
        return len(self.totals)

    @property
    def anywhere(self) -> Array:
        """Which groups may enter at any entry: array of bool."""
        return np.asarray(np.isinf(self.amounts).any(axis=1))

    @cached_property
    def ties_used(self) -> tuple[Array, Array]:
        """Group and tie of every variable of the first kind."""
        usable = self.serves[:, self.sources] & self.serves[:, self.targets]
        group, tie = np.nonzero(usable)
        return group, tie

    @cached_property
    def enters(self) -> tuple[Array, Array]:
        """Group and number of the entry of every variable of the second kind."""
        group, entry = np.nonzero(self.serves[:, self.entries] & (self.amounts > 0))
        return group, entry

    @property
    def n_variables(self) -> int:
        """Number of variables."""
        return len(self.ties_used[0]) + len(self.enters[0])

    @cached_property
    def upper(self) -> Array:
        """Largest value of every variable."""
        return np.concatenate([np.full(len(self.ties_used[0]), np.inf), self.amounts[self.enters]])

    @cached_property
    def coming(self) -> Matrix:
        """Which variables come to which actor of which group: matrix of shape (groups * actors, variables)."""
        (group, tie), (own, entry) = self.ties_used, self.enters
        rows = np.concatenate([group, own]) * len(self.step_of)
        rows += np.concatenate([self.targets[tie], self.entries[entry]])
        ones = np.ones(self.n_variables)
        shape = (self.n_groups * len(self.step_of), self.n_variables)
        return sparse.csr_array((ones, (rows, np.arange(self.n_variables))), shape=shape)

    @cached_property
    def leaving(self) -> Matrix:
        """Which variables leave which actor of which group."""
        group, tie = self.ties_used
        rows = group * len(self.step_of) + self.sources[tie]
        shape = (self.n_groups * len(self.step_of), self.n_variables)
        return sparse.csr_array((np.ones(len(tie)), (rows, np.arange(len(tie)))), shape=shape)

    @cached_property
    def balance(self) -> Matrix:
        """What comes less what leaves, for actors before the last step."""
        inner = np.tile(self.step_of < self.step_of.max(initial=0), self.n_groups)
        return (self.coming - self.leaving)[inner]

    @cached_property
    def load(self) -> Matrix:
        """Clients of each actor, of all groups: matrix of shape (actors, variables)."""
        over_groups = sparse.hstack([sparse.eye_array(len(self.step_of))] * self.n_groups, format="csr")
        return sparse.csr_array(over_groups @ self.coming)

    @cached_property
    def limited(self) -> Array:
        """Places of the actors that have a limit."""
        return np.flatnonzero(np.isfinite(self.capacity))

    @cached_property
    def of_group(self) -> Matrix:
        """Clients of each group who enter: matrix of shape (groups, variables)."""
        group, _ = self.enters
        columns = len(self.ties_used[0]) + np.arange(len(group))
        return sparse.csr_array((np.ones(len(group)), (group, columns)), shape=(self.n_groups, self.n_variables))

    @cached_property
    def everybody(self) -> Array:
        """Weights that add up all clients who enter."""
        return np.concatenate([np.zeros(len(self.ties_used[0])), np.ones(len(self.enters[0]))])

    @cached_property
    def limits(self) -> tuple[Matrix, Array]:
        """Capacities and totals: rows and what they may come to."""
        rows = sparse.vstack([self.load[self.limited], self.of_group], format="csr")
        return rows, np.concatenate([self.capacity[self.limited], self.totals])

    # -- answers -------------------------------------------------------------------------------------------------------

    @cached_property
    def _best(self) -> tuple[Array, Array]:
        """Return a plan that serves most, and what one place more at each actor with a limit is worth at most."""
        if not self.n_variables:
            return np.zeros(0), np.zeros(len(self.limited))
        found = self._solve(-self.everybody)
        prices: Array = -np.asarray(found.ineqlin.marginals[: len(self.limited)])
        return found.x, np.where(prices < CLOSE, 0.0, prices)

    @property
    def plan(self) -> Array:
        """A plan that serves most: a number of clients for every variable."""
        return self._best[0]

    @cached_property
    def served(self) -> float:
        """The most clients who can get through."""
        return tidy(float(self.everybody @ self.plan), self.scale)

    @property
    def scale(self) -> float:
        """The largest amount, beside which differences are rounding."""
        finite = np.concatenate([self.capacity, self.amounts.ravel(), self.totals, [1.0]])
        return float(finite[np.isfinite(finite)].max())

    @property
    def prices(self) -> Array:
        """What one place more at each actor is worth at most (a solution of the dual programme)."""
        prices = np.zeros(len(self.step_of))
        prices[self.limited] = self._best[1]
        return prices

    def with_one_more(self, actor: int) -> float:
        """Return how many more get through with one place more at an actor, by solving anew."""
        capacity = self.capacity.copy()
        capacity[actor] += 1
        return max(0.0, tidy(replace(self, capacity=capacity).served - self.served, self.scale))

    def range_of(self, weights: Array) -> tuple[float, float]:
        """Return the least and the most of a sum over all plans that serve as many clients as can be served."""
        if not self.n_variables:
            return 0.0, 0.0
        ends = [self._solve(sign * weights, most=True).fun * sign for sign in (1, -1)]
        low, high = (tidy(float(each), self.scale) for each in ends)
        return low, max(low, high)

    def fair(self) -> Array:
        """Return the plan that serves most and, of these, makes the smallest shares of requests as large as can be.

        The smallest share is made as large as can be, then the next smallest, and so on (lexicographic max-min).
        """
        rows, asked = self.requests
        if not len(asked):
            return self.plan
        kept = np.full(len(asked), -1.0)  # the share that a request keeps, once nothing can improve it
        plan = self.plan
        while (kept < 0).any():
            plan, share, binding = self._raise_smallest(rows, asked, kept)
            is_open = kept < 0
            settled = is_open & binding
            kept[settled if settled.any() else is_open] = share
        return plan

    @cached_property
    def requests(self) -> tuple[Matrix, Array]:
        """Who asks: rows that add up its clients, and how many they are. A group at an entry, or a group anywhere."""
        group, entry = self.enters
        anywhere = self.anywhere
        start, asked = len(self.ties_used[0]), []
        rows: list[tuple[int, ...]] = []
        for number, (own, place) in enumerate(zip(group.tolist(), entry.tolist(), strict=True)):
            if not anywhere[own]:
                rows.append((number,))
                asked.append(self.amounts[own, place])
        for own in np.flatnonzero(anywhere & (self.totals > 0)).tolist():
            rows.append(tuple(np.flatnonzero(group == own).tolist()))
            asked.append(self.totals[own])
        table = sparse.lil_array((len(rows), self.n_variables))
        for row, columns in enumerate(rows):
            table[row, [start + column for column in columns]] = 1.0
        return sparse.csr_array(table), np.array(asked, dtype=float)

    def whole(self) -> WholeClients:
        """Return how many get through if clients and places are whole."""
        floored = replace(
            self, capacity=np.floor(self.capacity), amounts=np.floor(self.amounts), totals=np.floor(self.totals)
        )
        if not self.n_variables or not floored.served:
            return WholeClients(0, is_proven=True)
        if self.serves.all():  # then a whole plan is among the best (Ford & Fulkerson)
            return WholeClients(round(floored.served), is_proven=True)
        rows, most = floored.limits
        found = milp(
            -floored.everybody,
            integrality=np.ones(floored.n_variables),
            bounds=Bounds(0, floored.upper),
            constraints=[LinearConstraint(rows, -np.inf, most), LinearConstraint(floored.balance, 0, 0)],
            options={"time_limit": SECONDS},
        )
        if found.x is None:
            return WholeClients(0, is_proven=False)
        return WholeClients(round(float(-found.fun)), is_proven=found.status == 0)

    def cuts(self) -> tuple[Array, Array]:
        """Return two smallest cuts, that nearest the demand and that nearest the services: actors, as bool each.

        They prove the answer where everybody may use everything: what the actors of a cut have places for, and the
        clients who are served for want of more, add up to all who are served.
        """
        n = len(self.step_of)
        ends, room = self._arcs()
        graph = sparse.csr_array((room, ends), shape=(2 * n + 2 + self.n_groups, 2 * n + 2 + self.n_groups))
        graph.eliminate_zeros()
        source, sink = 2 * n, 2 * n + 1
        early, late = np.zeros(graph.shape[0], dtype=bool), np.ones(graph.shape[0], dtype=bool)
        early[csgraph.breadth_first_order(graph, source, return_predecessors=False)] = True
        late[csgraph.breadth_first_order(graph.T.tocsr(), sink, return_predecessors=False)] = False
        return tuple(side[:n] & ~side[n : 2 * n] for side in (early, late))  # type: ignore[return-value]  # two sides

    def _arcs(self) -> tuple[tuple[Array, Array], Array]:
        """Return the arcs along which more could flow, or what flows could be taken back, and that there is room.

        An actor v is an arc from v to n + v; then come the source, the sink, and a node for each group that may enter
        anywhere.
        """
        n, (_, tie), (own, entry) = len(self.step_of), self.ties_used, self.enters
        over, enter = self.plan[: len(tie)], self.plan[len(tie) :]
        load, source = np.asarray(self.load @ self.plan), 2 * n
        last = np.flatnonzero(self.step_of == self.step_of.max(initial=0))
        anywhere = self.anywhere
        gate = np.where(anywhere[own], 2 * n + 2 + own, source)
        starts = [np.arange(n), n + self.sources[tie], n + last, gate, np.full(self.n_groups, source)]
        stops = [n + np.arange(n), self.targets[tie], np.full(len(last), 2 * n + 1), self.entries[entry]]
        stops.append(2 * n + 2 + np.arange(self.n_groups))
        flows = [load, over, load[last], enter, np.asarray(self.of_group @ self.plan) * anywhere]
        most = [self.capacity, np.full(len(tie), np.inf), np.full(len(last), np.inf), self.amounts[own, entry]]
        most.append(np.where(anywhere, self.totals, 0.0))
        start, stop = np.concatenate(starts), np.concatenate(stops)
        flow, limit = np.concatenate(flows), np.concatenate(most)
        more, back = limit - flow > CLOSE * self.scale, flow > CLOSE * self.scale
        ends = np.concatenate([start[more], stop[back]]), np.concatenate([stop[more], start[back]])
        return ends, np.ones(len(ends[0]))

    def _raise_smallest(self, rows: Matrix, asked: Array, kept: Array) -> tuple[Array, float, Array]:
        """Return the plan that makes the smallest open share largest, that share, and which requests bind it."""
        n, is_open = self.n_variables, kept < 0
        limits, most = self._with_all_served()
        fixed = np.where(is_open, 0.0, kept * asked) - CLOSE * self.scale / 10
        shares = sparse.hstack([-rows, sparse.csr_array((asked * is_open)[:, None])], format="csr")
        table = sparse.vstack([sparse.hstack([limits, sparse.csr_array((limits.shape[0], 1))]), shares], format="csr")
        found = _checked(
            linprog(
                np.append(np.zeros(n), -1.0),
                A_ub=table,
                b_ub=np.concatenate([most, np.where(is_open, 0.0, -fixed)]),
                A_eq=sparse.hstack([self.balance, sparse.csr_array((self.balance.shape[0], 1))], format="csr"),
                b_eq=np.zeros(self.balance.shape[0]),
                bounds=np.column_stack([np.zeros(n + 1), np.append(self.upper, 1.0)]),
                method="highs",
            )
        )
        binding = np.asarray(found.ineqlin.marginals[len(most) :]) < -1e-9
        return found.x[:n], float(found.x[n]), binding

    def _with_all_served(self) -> tuple[Matrix, Array]:
        """Return the limits, and that as many are served as can be."""
        rows, most = self.limits
        table = sparse.vstack([rows, sparse.csr_array(-self.everybody[None, :])], format="csr")
        return table, np.append(most, -self.served + CLOSE * self.scale / 10)

    def _solve(self, costs: Array, most: bool = False) -> Any:
        rows, limits = self._with_all_served() if most else self.limits
        return _checked(
            linprog(
                costs,
                A_ub=rows,
                b_ub=limits,
                A_eq=self.balance,
                b_eq=np.zeros(self.balance.shape[0]),
                bounds=np.column_stack([np.zeros(self.n_variables), self.upper]),
                method="highs",
            )
        )


def tidy(value: float, scale: float) -> float:
    """Return the value, rounded to a whole number where the difference is rounding of the solver."""
    near = float(round(value))
    return near if abs(value - near) <= 1e-6 * max(scale, 1.0) ** 0.5 and abs(value - near) < 1e-5 else value


def _checked(found: Any) -> Any:
    """Return what the solver found.

    Raises
    ------
    SoclusterError
        If it found nothing, which the kind of problem rules out but for numbers beyond its precision.
    """
    if found.status != 0:
        raise SoclusterError(
            "the solver (HiGHS) found no answer: {why}; amounts of very different sizes may be the reason",
            {"why": found.message},
        )
    return found
