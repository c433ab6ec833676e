"""The tables of a plan: what each choice adds, and how all sets that were looked at compare."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.columns import Array
from socluster.draws.spread import low_high, spread
from socluster.whatif.choice.pareto import non_dominated, share_on_front
from socluster.whatif.choice.plan_limits import Limits, Names
from socluster.whatif.choice.plan_order import best_first
from socluster.whatif.choice.plan_values import SetValues

__all__ = ["mean_gains", "plan_name", "sets_table", "steps_table"]


def plan_name(chosen: Sequence[str]) -> str:
    """Return the set as text, in the order of names."""
    return " + ".join(sorted(chosen))


def mean_gains(values: SetValues, sets: Sequence[Names]) -> Array:
    """Return the mean gain of every set (row) in every goal (column)."""
    return np.array([values.gains(each).mean(axis=1) for each in sets]).reshape(len(sets), len(values.goals))


def sets_table(values: SetValues, sets: Sequence[Names], limits: Limits, interval: float) -> pd.DataFrame:
    """Return one row per set; the columns are described in `Plan.pareto`."""
    draws = np.array([values.gains(each) for each in sets])
    means = mean_gains(values, sets)
    low, high = low_high(np.moveaxis(draws, 2, 0), interval)
    columns: dict[str, Array] = {}
    for place, goal in enumerate(values.goals):
        columns |= {goal: means[:, place], f"{goal}_low": low[:, place], f"{goal}_high": high[:, place]}
    if limits.costs is not None:
        columns["cost"] = np.array([limits.cost(each) for each in sets])
    on_front = non_dominated(means)
    p_front = np.full(len(sets), np.nan)
    p_front[on_front] = share_on_front(draws, np.flatnonzero(on_front))
    columns |= {"on_front": on_front, "p_front": p_front}
    columns["defined"] = np.array([values.defined(each) for each in sets])
    table = pd.DataFrame(columns, index=pd.Index([plan_name(each) for each in sets], name="plan"))
    order = best_first(sets, means[:, 0], limits)
    if len(values.goals) > 1:
        order = sorted(order, key=lambda place: not on_front[place])
    return table.iloc[order]


def steps_table(values: SetValues, options: Mapping[str, Names], limits: Limits, interval: float) -> pd.DataFrame:
    """Return one row per plan, goal and candidate; the columns are described in `Plan.to_frame`."""
    rows = []
    for option, chosen in options.items():
        for place, goal in enumerate(values.goals):
            for step in range(1, len(chosen) + 1):
                total, before = values.gains(chosen[:step])[place], values.gains(chosen[: step - 1])[place]
                row: dict[str, Any] = {"plan": option, "goal": goal, "candidate": chosen[step - 1]}
                row |= _with_interval("mean_gain", "", total - before, interval)
                row |= _with_interval("mean_total", "total_", total, interval)
                if limits.costs is not None:
                    row |= {"cost": limits.costs[chosen[step - 1]], "total_cost": limits.cost(chosen[:step])}
                rows.append(row)
    return pd.DataFrame(rows).set_index(["plan", "goal", "candidate"])


def _with_interval(name: str, prefix: str, values: Array, interval: float) -> dict[str, float]:
    row = spread(values, interval).iloc[0]
    return {name: float(row["mean"]), f"{prefix}low": float(row["low"]), f"{prefix}high": float(row["high"])}
