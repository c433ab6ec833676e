"""Simulated clients: from a starting list through a school year, with holidays, patience and priorities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.random import Generator

from socluster.core.arguments import generator, seed_of
from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.core.data_notes import ONE_DRAW
from socluster.core.labels import label_index
from socluster.development.chains.chain import Chain, chain_of
from socluster.development.chains.histories import histories_of, read
from socluster.development.chains.queues.checks import rate
from socluster.development.chains.simulated import COUNTS, Histories
from socluster.development.chains.simulation import ClientSimulation
from socluster.development.chains.simulation_assumed import Assumed
from socluster.development.chains.stations import Routing, Staff, staff_of
from socluster.development.chains.units import Unit
from socluster.draws.pieces import Drawing
from socluster.draws.settings import Draws, as_draws
from socluster.draws.task import Rows

__all__ = ["simulate_clients"]


@checked
def simulate_clients(
    cluster: Any,
    /,
    *,
    steps: Sequence[str],
    demand: Any,
    service_rate: Any,
    patience_rate: Any = None,
    servers: Any = "servers",
    horizon: float,
    draws: int | Draws = 100,
    rng: Generator | int,
    start: Any = None,
    season: Any = None,
    holidays: Any = None,
    needs: Any = None,
    routing: Routing = "capacity",
    priority: Any = None,
    never_leave: float = 0.0,
    cv2: float = 1.0,
    layer: str | None = None,
    unit: Unit = "year",
) -> ClientSimulation:
    """How long do clients wait over some years, from the list that there is now, and how many give up?

    Clients come at random to actors of the first step, are passed on along the ties, and wait at every actor of the
    following steps until one of its servers is free; first come, first served. Who waits too long gives up. Every draw
    is one history from now to the horizon.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        Its actors state their `kind`.
    steps : sequence of str
        Kinds of actors, in the order in which a client meets them. One that ends in "?" may be skipped.
    demand : mapping, Series, str or number
        Clients who come in one unit of time, by actor of the first step: by name, or a column of the actors; a number
        if there is only one.
    service_rate : number, mapping, Series or str
        Clients whom one server serves in one unit of time: for all, by kind, by actor, or a column of the actors.
    patience_rate : number, mapping, Series or str, optional
        1 / the mean time that a client is ready to wait, in the same ways; where it is not stated nobody leaves.
    servers : str, number, mapping or Series, default "servers"
        Whole numbers of servers, in the same ways. A case manager who carries 15 families at once is 15 servers.
    horizon : float
        How far to look, in units of time.
    draws : int or Draws, default 100
        How many histories; with ``sc.Draws(...)`` also the interval, who computes, and where finished draws are kept.
        Its tolerance holds for the standard errors of the means, by quantity.
    rng : int or numpy.random.Generator
        Seed. The same seed gives the same histories, client by client, whoever computes them.
    start : mapping or Series, optional
        By actor, clients who are there now, on the list or in service. Without it all are empty, which is an assumption
        that the answer names.
    season : sequence of (length, factor), optional
        By what the arrivals are multiplied in each phase of a year that repeats: ``queues.school_year(1.2)``.
    holidays : sequence of (length, factor), optional
        By what the servers are multiplied in each phase: ``queues.school_year(1, 0)``. Services pause while nobody of
        an actor is there; otherwise one that has begun is ended.
    needs : mapping, optional
        Of each step that may be skipped, the share of the clients who need it.
    routing : {"capacity", "weight"}, default "capacity"
        How those who may go to several actors are shared out: by what these can serve in a unit of time, or by the
        strength of the ties. An assumption that the answer names.
    priority : mapping, optional
        From actor of the first step to a whole number from 0: clients of 0 go before those of 1, and so on.
    never_leave : float, default 0.0
        Share of the clients who wait as long as it takes.
    cv2 : float, default 1.0
        Squared coefficient of variation of service times (gamma; 1 = exponential, 0 = all alike).
    layer : str, optional
        One layer of ties; without it all.
    unit : {"year", "month", "week", "day"}, default "year"
        The unit of time of all rates, of the horizon and of the phases.

    Returns
    -------
    ClientSimulation
        `arrived`, `served`, `lost`, `waiting`, `in_service` by draw; `mean_wait`, `lost_share`; `.to_frame()`,
        `.by_station()`, `.over_time()`; `.minus(before)`: the difference to another simulation, draw by draw.

    Raises
    ------
    InputError
        If a number is missing or none (all who lack one are named), servers are none or not whole, demand stands where
        nobody enters, a step may be skipped and nobody says how many need it, or the histories would be too long.

    Notes
    -----
    In every draw all who came were served, lost, wait or are in service at the end. Clients for whom no tie leads on
    count as lost. For one station it agrees with `queues.transient` and, after long times, with `queues.abandonment`.

    Examples
    --------
    >>> import pandas as pd
    >>> import socluster as sc
    >>> actors = pd.DataFrame({"actor": ["S", "P"], "kind": ["school", "psychologist"], "servers": [None, 2]})
    >>> ties = pd.DataFrame({"source": ["S"], "target": ["P"]})
    >>> town = sc.Cluster.from_tables(actors, ties, layers={"tie": {"directed": True}})
    >>> how = {"steps": ["school", "psychologist"], "demand": 100, "service_rate": 40, "horizon": 1, "rng": 7}
    >>> simulation = sc.simulate_clients(town, **how, draws=200)
    >>> expected = sc.queues.transient(100, 40, 2, horizon=1, start=0).waiting
    >>> bool(abs(simulation.waiting.mean() - expected) < 2)
    True
    """
    chain = chain_of(cluster, steps, layer)
    question = _Question(
        chain=chain,
        staff=staff_of(chain, servers, service_rate, patience_rate),
        demand=demand,
        horizon=rate("horizon", horizon),
        settings=as_draws(draws),
        seed=int(generator(rng).integers(2**63)),
        told_seed=seed_of(rng),
        unit=unit,
        options={
            "start": start,
            "season": season,
            "holidays": holidays,
            "needs": needs,
            "routing": routing,
            "priority": priority,
            "never_leave": never_leave,
            "cv2": cv2,
        },
    )
    return question.answered()


@dataclass(frozen=True, eq=False)
class _Question:
    """What is asked, so that it can be asked again with other assumptions."""

    chain: Chain
    staff: Staff
    demand: Any
    horizon: float
    settings: Draws
    seed: int
    told_seed: int | None
    unit: Unit
    options: dict[str, Any]

    def answered(
        self, *, service: float = 1.0, patience: float | None = None, cv2: float | None = None
    ) -> ClientSimulation:
        """Answer it, with service rates multiplied, patience of those who may leave, or other service times."""
        bears = self.staff.patience
        if patience is not None:
            bears = np.where(np.isfinite(bears), patience, np.inf)
        staff = replace(self.staff, service_rate=self.staff.service_rate * service, patience=bears)
        options = self.options if cv2 is None else {**self.options, "cv2": cv2}
        task = histories_of(
            self.chain, staff, self.demand, horizon=self.horizon, seed=self.seed, unit=self.unit, **options
        )

        def answer(rows: Rows) -> ClientSimulation:
            return self._answer(staff, task, rows[0])

        limits = self.settings.limits([*COUNTS, "mean_wait", "lost_share"])
        with Drawing(self.settings, "clients") as drawing:
            return drawing.until(task, answer, _errors, limits)

    def _answer(self, staff: Staff, task: Histories, rows: Array) -> ClientSimulation:
        found, notes = read(task, rows), self.chain.notes
        return ClientSimulation(
            cluster=self.chain.cluster,
            steps=self.chain.steps,
            horizon=self.horizon,
            values=found.values,
            stations=label_index(self.chain.labels(staff.places.tolist())),
            counts=found.counts,
            sums=found.sums,
            lists=found.lists,
            times=task.grid,
            servers=task.stations.crew,
            ends=task.stations.ends,
            season=task.season,
            assumed=self._assumed(staff, task),
            interval=self.settings.interval,
            unit=self.unit,
            seed=self.told_seed,
            data_notes=notes if len(rows) > 1 else (ONE_DRAW, *notes),
            again=self.answered,
        )

    def _assumed(self, staff: Staff, task: Histories) -> Assumed:
        return Assumed(
            service_rate=staff.service_rate,
            patience=staff.patience,
            cv2=task.cv2,
            never_leave=task.loyal,
            routing=self.options["routing"],
            start=int(task.start.sum()),
            has_season=self.options["season"] is not None,
            has_holidays=self.options["holidays"] is not None,
            is_choice=bool((np.diff(task.stations.first) > 1).any()),
        )


def _errors(found: ClientSimulation) -> dict[str, float]:
    errors = found.to_frame()["error_of_mean"].fillna(np.inf)
    return {str(name): float(error) for name, error in errors.items() if name in (*COUNTS, "mean_wait", "lost_share")}
