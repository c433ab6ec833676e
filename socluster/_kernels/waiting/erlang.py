"""Stationary queues: Erlang's formulas by recursion, and chains of births and deaths in logarithms.

Nothing here uses a factorial or a power of the load, which overflow at a few hundred servers.
"""

from __future__ import annotations

import numpy as np

from socluster._kernels.products import Vector

__all__ = ["birth_death", "erlang_b", "erlang_c", "impatient", "wait_tail"]


def erlang_b(load: float, servers: int) -> float:
    """Return the share of clients who find all servers busy and are lost (Erlang B).

    Parameters
    ----------
    load : float
        Arrival rate / service rate.
    servers : int
        Number of servers.
    """
    blocked = 1.0
    for k in range(1, servers + 1):
        blocked = load * blocked / (k + load * blocked)
    return blocked


def erlang_c(load: float, servers: int) -> float:
    """Return the share of clients who have to wait (Erlang C); 1 where the load is no less than the servers."""
    if load >= servers:
        return 1.0
    blocked = erlang_b(load, servers)
    return blocked / (1 - load / servers * (1 - blocked))


def birth_death(births: Vector, deaths: Vector) -> Vector:
    """Return the stationary distribution of a chain of states 0..n.

    Parameters
    ----------
    births, deaths : array of float of shape (n,)
        Rates from state k to k + 1, and from k + 1 to k.
    """
    shares: Vector = np.exp(_log_shares(births, deaths))
    return shares


def impatient(arrivals: float, service: float, servers: int, patience: float) -> Vector:
    """Return the stationary distribution of the number in the system if who waits may give up (Erlang A).

    Parameters
    ----------
    arrivals, service, patience : float
        Rates: of clients, of a busy server, and of giving up while one waits.
    servers : int
        Number of servers.

    Returns
    -------
    array of float
        Probability of 0, 1, 2, ... clients, up to where it is far below rounding.
    """
    shares: Vector = np.exp(_log_impatient(arrivals, service, servers, patience))
    return shares


def wait_tail(arrivals: float, service: float, servers: int, patience: float, times: Vector) -> Vector:
    """Return the probability that a client waits longer than each time and has not given up by then (Erlang A).

    The wait that is offered to a client who never gave up has the density p(c - 1) λ exp(λ (1 - e^-θx) / θ - c μ x) for
    x > 0 (Baccelli & Hébuterne 1981), which is integrated up to each time.
    """
    logs = _log_impatient(arrivals, service, servers, patience)
    waits = np.exp(logs[servers:]).sum()
    nodes, weights = np.polynomial.legendre.leggauss(40)

    def density(x: Vector) -> Vector:
        grown = arrivals * -np.expm1(-patience * x) / patience - servers * service * x
        found: Vector = arrivals * np.exp(logs[servers - 1] + grown)
        return found

    found = np.zeros(len(times))
    for place, time in enumerate(times.tolist()):
        steps = np.linspace(0.0, time, 9)
        half = np.diff(steps)[:, None] / 2
        found[place] = (density(steps[:-1, None] + half * (1 + nodes)) * weights * half).sum()
    tail: Vector = np.clip(waits - found, 0.0, 1.0) * np.exp(-patience * times)
    return tail


def _log_impatient(arrivals: float, service: float, servers: int, patience: float) -> Vector:
    middle = max(0.0, (arrivals - servers * service) / patience)
    width = np.sqrt((arrivals + servers * service) / patience)
    states = np.arange(1, servers + int(middle + 12 * width + 60) + 1)
    deaths = np.minimum(states, servers) * service + np.maximum(states - servers, 0) * patience
    return _log_shares(np.full(len(states), arrivals), deaths)


def _log_shares(births: Vector, deaths: Vector) -> Vector:
    logs = np.concatenate([[0.0], np.cumsum(np.log(births) - np.log(deaths))])
    shares: Vector = logs - np.logaddexp.reduce(logs)
    return shares
