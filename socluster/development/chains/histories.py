"""Histories of clients in a chain, from what a question states to a task, and from its rows to what happened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.arguments import is_number
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem
from socluster.development.chains.amounts import by_name
from socluster.development.chains.chain import Chain
from socluster.development.chains.queues.checks import rate
from socluster.development.chains.requests import requests_of
from socluster.development.chains.simulated import COUNTS, SUMS, Histories
from socluster.development.chains.stations import Routing, Staff, stations_of
from socluster.development.chains.units import Unit
from socluster.words import marked

__all__ = ["Happened", "histories_of", "read"]

_POINTS, _MOST_POINTS = 24, 240  # times at which lists are counted, in a unit of time and in all
_MOST_CLIENTS = 20_000_000  # in a draw


@dataclass(frozen=True, eq=False)
class Happened:
    """What happened in some draws.

    Parameters
    ----------
    values : DataFrame
        A row per draw; columns arrived, served, lost, waiting, in_service, mean_wait, lost_share, without_path.
    counts : array of float of shape (draws, stations, 5)
        Arrived, served, lost, waiting and in service at the end.
    sums : array of float of shape (draws, stations, 3)
        Times waited, and the integrals of those waiting and of those in service over time.
    lists : array of float of shape (draws, times, steps)
        Those waiting at each step, the second and those after it, at each time.
    """

    values: pd.DataFrame
    counts: Array
    sums: Array
    lists: Array


def histories_of(
    chain: Chain,
    crew: Staff,
    demand: Any,
    *,
    horizon: float,
    seed: int,
    start: Any = None,
    season: Any = None,
    holidays: Any = None,
    needs: Any = None,
    routing: Routing = "capacity",
    priority: Any = None,
    never_leave: float = 0.0,
    cv2: float = 1.0,
    unit: Unit = "year",
    lenient: bool = False,
) -> Histories:
    """Return the task of a question; its arguments are those of `simulate_clients`.

    Raises
    ------
    InputError
        If one of them is none, or a history would hold too many clients.
    """
    stations, phases_of_demand = stations_of(
        chain, crew, routing=routing, needs=needs, holidays=holidays, season=season, horizon=horizon, unit=unit
    )
    task = Histories(
        stations=stations,
        names=tuple(chain.cluster.ids[place] for place in crew.places.tolist()),
        kinds=chain.steps[1:],
        entries=tuple(chain.cluster.ids[place] for place in chain.entries.tolist()),
        rates=_one_group(requests_of(chain, demand, lenient=lenient).amounts),
        ranks=_ranks(chain, priority),
        season=tuple(phases_of_demand),
        start=_start(chain, crew, start, lenient),
        cv2=rate("cv2", cv2, may_be_zero=True),
        loyal=_share("never_leave", never_leave),
        grid=_grid(stations.ends),
        seed=seed,
    )
    _refuse_too_many(task)
    return task


def read(task: Histories, rows: Array) -> Happened:
    """Return what the rows of a task say."""
    n, draws = len(task.names), len(rows)
    came, nowhere = rows[:, 0], rows[:, 1]
    ends = 2 + n * len(COUNTS), 2 + n * (len(COUNTS) + len(SUMS))
    counts = rows[:, 2 : ends[0]].reshape(draws, n, len(COUNTS))
    sums = rows[:, ends[0] : ends[1]].reshape(draws, n, len(SUMS))
    last = task.stations.step == len(task.kinds) - 1
    lost = counts[:, :, 2].sum(axis=1) + nowhere
    with np.errstate(invalid="ignore"):
        values = pd.DataFrame(
            {
                "arrived": came,
                "served": counts[:, last, 1].sum(axis=1),
                "lost": lost,
                "waiting": counts[:, :, 3].sum(axis=1),
                "in_service": counts[:, :, 4].sum(axis=1),
                "mean_wait": sums[:, :, 0].sum(axis=1) / came,
                "lost_share": lost / came,
                "without_path": nowhere,
            }
        )
    lists = rows[:, ends[1] :].reshape(draws, len(task.grid), len(task.kinds))
    return Happened(values.rename_axis("draw"), counts, sums, lists)


def _one_group(amounts: Array) -> Array:
    if len(amounts) > 1 or not np.isfinite(amounts).all():
        message = marked("give clients by actor of the first step; a simulation tells no target groups apart")
        raise InputError(Problem(message, column="demand", is_argument=True))
    rates: Array = amounts[0]
    return rates


def _start(chain: Chain, crew: Staff, start: Any, lenient: bool) -> Array:
    """Return how many clients are at every station in the beginning."""
    found = np.zeros(len(crew.places), dtype=np.int64)
    if start is None:
        return found
    station = {place: number for number, place in enumerate(crew.places.tolist())}
    problems = []
    for place, value in by_name(chain.cluster, start, "start", lenient=lenient).items():
        name = str(chain.cluster.labels[place])
        if place not in station:
            message = marked("is not where clients wait: that is at actors of the steps after the first")
            problems.append(Problem(message, column="start", is_argument=True, value=name))
        elif not (is_number(value) and 0 <= value < 1e7 and float(value).is_integer()):
            message = marked("must be a whole number of clients from 0")
            problems.append(Problem(message, row=name, column="start", is_argument=True, value=value))
        else:
            found[station[place]] = int(value)
    if problems:
        raise InputError(problems)
    return found


def _ranks(chain: Chain, priority: Any) -> Array:
    """Return whose clients go first; those of whom nothing is said go last."""
    if priority is None:
        return np.zeros(len(chain.entries), dtype=np.int64)
    told = by_name(chain.cluster, priority, "priority")
    message = marked("must be a whole number from 0 to 99: clients of 0 go first")
    problems = [
        Problem(message, row=str(chain.cluster.labels[place]), column="priority", is_argument=True, value=value)
        for place, value in told.items()
        if not (is_number(value) and 0 <= value < 100 and float(value).is_integer())
    ]
    elsewhere = marked("is not where clients enter: that is at actors of the kind '{kind}'")
    problems += [
        Problem(
            elsewhere,
            column="priority",
            is_argument=True,
            value=str(chain.cluster.labels[place]),
            values={"kind": chain.steps[0]},
        )
        for place in told
        if chain.step_of[place] != 0
    ]
    if problems:
        raise InputError(problems)
    last = max((int(each) for each in told.values()), default=0) + 1
    return np.array([int(told.get(place, last)) for place in chain.entries.tolist()], dtype=np.int64)


def _share(argument: str, value: Any) -> float:
    if is_number(value) and 0 <= value <= 1:
        return float(value)
    raise InputError(Problem("must be a share from 0 to 1", column=argument, is_argument=True, value=value))


def _grid(ends: Array) -> Array:
    """Return times at which lists are counted: the ends of phases, and times between them."""
    horizon = float(ends[-1])
    n = min(_MOST_POINTS, max(2, int(np.ceil(horizon * _POINTS))))
    times = np.sort(np.concatenate([np.linspace(0.0, horizon, n + 1), ends if len(ends) <= _MOST_POINTS else ends[:0]]))
    apart: Array = times[np.append(np.diff(times) > 1e-9 * horizon, True)]
    return apart


def _refuse_too_many(task: Histories) -> None:
    lengths, factors = np.array(task.season).T
    expected = float(task.rates.sum() * (lengths * factors).sum() + task.start.sum())
    if expected > _MOST_CLIENTS:
        raise InputError(
            "a history would hold about {n} clients, more than {most}; look at a shorter horizon",
            {"n": expected, "most": float(_MOST_CLIENTS)},
        )
