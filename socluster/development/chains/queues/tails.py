"""What share of the clients waits longer than a time, where nobody gives up."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd
from scipy import stats

from socluster._kernels.waiting.erlang import birth_death
from socluster.core.columns import Array

__all__ = ["tail_of_endless", "tail_of_limited", "tail_table"]

_TIMES, _RARE = 61, 0.005


def tail_of_endless(arrivals: float, service: float, servers: int, waits: float, cv2: float, times: Array) -> Array:
    """Return the tail where everybody is let in.

    Parameters
    ----------
    arrivals, service : float
        Clients who come, and whom one server serves, in one unit of time.
    servers : int
        Number of servers, who are not busy all the time.
    waits : float
        Probability that a client has to wait at all.
    cv2 : float
        Squared coefficient of variation of service times; if it is not 1, the tail is an approximation on the scale of
        the mean wait.
    times : array of float
        From 0.
    """
    spare = servers * service - arrivals
    tail: Array = waits * np.exp(-2 / (1 + cv2) * spare * times)
    return tail


def tail_of_limited(arrivals: float, service: float, servers: int, limit: int, times: Array) -> Array:
    """Return the tail over who is let in: who finds j waiting waits for j + 1 services to end.

    Parameters
    ----------
    arrivals, service : float
        Clients who come, and whom one server serves, in one unit of time.
    servers : int
        Number of servers.
    limit : int
        How many the system holds.
    times : array of float
        From 0.
    """
    states = np.arange(1, limit + 1)
    shares = birth_death(np.full(limit, arrivals), np.minimum(states, servers) * service)
    let_in = shares[:-1] / shares[:-1].sum()
    ahead = np.arange(limit - servers)
    tails: Array = stats.poisson.cdf(ahead[:, None], servers * service * times)
    return np.asarray(let_in[servers:] @ tails) if len(ahead) else np.zeros(len(times))


def tail_table(tail: Callable[[Array], Array], first: float) -> pd.DataFrame:
    """Return a tail at 61 times from 0 to where it is below 1 in 200.

    Parameters
    ----------
    tail : callable
        From times to the shares that wait longer.
    first : float
        A time above 0, from which on the last one is looked for.
    """
    last = first
    while tail(np.array([last]))[0] > _RARE:
        last *= 1.5
    times = np.linspace(0.0, last, _TIMES)
    return pd.DataFrame({"longer": tail(times)}, index=pd.Index(times, name="time"))
