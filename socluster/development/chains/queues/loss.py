"""Lists that are closed: nobody waits (Erlang B), or only so many (M/M/c/K)."""

from __future__ import annotations

import numpy as np

from socluster._kernels.waiting.erlang import birth_death, erlang_b
from socluster.core.arguments import positive_integer
from socluster.core.checked import checked
from socluster.core.errors import InputError, Problem
from socluster.development.chains.queues.checks import rate, whole_servers
from socluster.development.chains.queues.queue import Queue
from socluster.development.chains.units import Unit
from socluster.words import marked

__all__ = ["loss"]

_MOST_STATES = 1_000_000


@checked
def loss(
    arrival_rate: float, service_rate: float, servers: int, *, limit: int | None = None, unit: Unit = "year"
) -> Queue:
    r"""How many clients are turned away, if the list is closed at some length?

    Without a place to wait, a client who finds all servers busy is lost (Erlang B):

    .. math:: B(k) = \frac{a B(k - 1)}{k + a B(k - 1)}, \quad B(0) = 1, \quad a = \lambda / \mu

    Parameters
    ----------
    arrival_rate, service_rate : float
        Clients who come, and clients whom one server serves, in one unit of time.
    servers : int
        How many servers.
    limit : int, optional
        Most clients in the system, those in service included (M/M/c/K); without it as many as servers: nobody waits.
    unit : {"year", "month", "week", "day"}, default "year"
        The unit of time of both rates.

    Returns
    -------
    Queue
        `blocked`, `lost_share`, `queue`, `mean_wait` (of those who are let in).

    Raises
    ------
    InputError
        If a rate is not a number above 0, servers are none or not whole, or the limit is below the servers.

    Notes
    -----
    Erlang's B holds for any distribution of service times with this mean.

    References
    ----------
    Erlang, A. K. (1917). Solution of some problems in the theory of probabilities of significance in automatic
    telephone exchanges. Elektroteknikeren, 13, 5-13.

    Examples
    --------
    >>> import socluster as sc
    >>> round(sc.queues.loss(20, 5, 5).blocked, 6)
    0.199067
    """
    arrivals, service = rate("arrival_rate", arrival_rate, may_be_zero=True), rate("service_rate", service_rate)
    servers = whole_servers("servers", servers)
    most = servers if limit is None else positive_integer("limit", limit, most=_MOST_STATES)
    if most < servers:
        message = marked("must be at least the number of servers: those in service count, too")
        raise InputError(Problem(message, column="limit", is_argument=True, value=limit))
    states = np.arange(most + 1)
    if arrivals == 0:
        shares = (states == 0).astype(float)
    else:
        shares = birth_death(np.full(most, arrivals), np.minimum(states[1:], servers) * service)
    blocked = erlang_b(arrivals / service, servers) if most == servers else float(shares[-1])
    waiting = float(np.maximum(states - servers, 0) @ shares)
    let_in = arrivals * (1 - blocked)
    wait = waiting / let_in if let_in else 0.0
    return Queue(
        arrival_rate=arrivals,
        service_rate=service,
        servers=servers,
        wait_probability=float(shares[servers:-1].sum() / (1 - blocked)) if most > servers else 0.0,
        mean_wait=wait,
        queue=waiting,
        utilisation=let_in / (servers * service),
        mean_stay=wait + 1 / service,
        lost_share=blocked,
        blocked=blocked,
        limit=most,
        unit=unit,
        again=loss,
    )
