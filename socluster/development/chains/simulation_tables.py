"""Tables of simulated clients: what came of each station, how busy it was, and by what arrivals were multiplied."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from socluster.core.columns import Array
from socluster.draws.spread import spread

__all__ = ["busy_share", "factors_at", "station_table"]


def station_table(counts: Array, sums: Array, interval: float) -> pd.DataFrame:
    """Return one row per station.

    Parameters
    ----------
    counts : array of float of shape (draws, stations, 5)
        Arrived, served, lost, waiting and in service.
    sums : array of float of shape (draws, stations, 3)
        First, the times waited.
    interval : float
        Share of the draws between waiting_low and waiting_high.

    Returns
    -------
    DataFrame
        Columns arrived, served, lost, waiting (medians over the draws), waiting_low, waiting_high, mean_wait (of those
        who came, over all draws; NaN if nobody did).
    """
    middle = np.median(counts, axis=0) if len(counts) else np.full(counts.shape[1:], np.nan)
    waits = spread(counts[:, :, 3], interval)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = sums[:, :, 0].sum(axis=0) / counts[:, :, 0].sum(axis=0)
    table = pd.DataFrame(middle[:, :4], columns=["arrived", "served", "lost", "waiting"])
    return table.assign(waiting_low=waits["low"].to_numpy(), waiting_high=waits["high"].to_numpy(), mean_wait=mean)


def busy_share(servers: Array, ends: Array, sums: Array) -> Array:
    """Return what share of the time of its servers each station was busy; NaN where there are none.

    Parameters
    ----------
    servers : array of int of shape (stations, phases)
        Servers in every phase.
    ends : array of float of shape (phases,)
        When every phase ends.
    sums : array of float of shape (draws, stations, 3)
        Last, the time in which servers who are there were busy.
    """
    could = (servers * np.diff(ends, prepend=0.0)).sum(axis=1) * max(len(sums), 1)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray(sums[:, :, 2].sum(axis=0) / could)


def factors_at(times: Array, season: Sequence[tuple[float, float]], slack: float) -> list[float]:
    """Return by what arrivals were multiplied until each time, in phases of (length, factor).

    Parameters
    ----------
    times : array of float
        The times.
    season : sequence of (float, float)
        Length of every phase, and its factor.
    slack : float
        How far rounding may put a time behind the end of its phase.
    """
    ends = np.cumsum([length for length, _ in season])
    phase = np.minimum(np.searchsorted(ends, times - slack), len(ends) - 1)
    return [season[each][1] for each in phase.tolist()]
