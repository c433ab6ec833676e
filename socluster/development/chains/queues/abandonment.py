"""Waiting where clients give up: Erlang's model with patience (M/M/c+M), which always has a steady state."""

from __future__ import annotations

import numpy as np

from socluster._kernels.waiting.erlang import impatient
from socluster.core.checked import checked
from socluster.core.errors import InputError
from socluster.development.chains.queues.checks import rate, whole_servers
from socluster.development.chains.queues.queue import Queue
from socluster.development.chains.units import Unit

__all__ = ["abandonment"]

_MOST_STATES = 5_000_000


@checked
def abandonment(
    arrival_rate: float, service_rate: float, servers: int, patience_rate: float, *, unit: Unit = "year"
) -> Queue:
    r"""How long do clients wait, and how many give up?

    A client who waits gives up after a random time with mean 1 / θ (Erlang A). The number in the system is a chain of
    births and deaths,

    .. math:: \lambda_k = \lambda, \quad \mu_k = \min(k, c) \mu + \max(k - c, 0) \theta, \quad
              P(\text{lost}) = \theta L_q / \lambda, \quad E[W] = L_q / \lambda

    Parameters
    ----------
    arrival_rate, service_rate : float
        Clients who come, and clients whom one server serves, in one unit of time.
    servers : int
        How many servers.
    patience_rate : float
        1 / the mean time that a client is ready to wait: 2 a year = half a year on average.
    unit : {"year", "month", "week", "day"}, default "year"
        The unit of time of all three rates.

    Returns
    -------
    Queue
        `wait_probability`, `mean_wait` (over all clients, those who give up included), `queue`, `utilisation`,
        `lost_share`; `.exceeds(time)`; `.plot()`.

    Raises
    ------
    InputError
        If a rate is not a number above 0, or servers are none or not whole.

    Notes
    -----
    There is a steady state whatever the load, since the longer the list, the more leave it. One server more does not
    save as many clients as it serves: it also shortens the wait of those who would have been served anyway.

    References
    ----------
    Garnett, O., Mandelbaum, A. & Reiman, M. (2002). Designing a call center with impatient customers. Manufacturing &
    Service Operations Management, 4, 208-227. doi:10.1287/msom.4.3.208.7753

    Examples
    --------
    >>> import socluster as sc
    >>> four, five = (sc.queues.abandonment(45, 10, servers, 2) for servers in (4, 5))
    >>> round(four.lost - five.lost, 2)  # clients a year whom the fifth psychologist saves
    4.34
    """
    arrivals, service = rate("arrival_rate", arrival_rate, may_be_zero=True), rate("service_rate", service_rate)
    servers, patience = whole_servers("servers", servers), rate("patience_rate", patience_rate)
    if max(arrivals - servers * service, np.sqrt(patience * (arrivals + servers * service))) / patience > _MOST_STATES:
        raise InputError(
            "clients are so patient that practically nobody gives up; use queues.delay or queues.transient"
        )
    shares = impatient(arrivals, service, servers, patience) if arrivals else np.eye(1, servers + 2)[0]
    states = np.arange(len(shares))
    waiting = float(np.maximum(states - servers, 0) @ shares)
    busy = float(np.minimum(states, servers) @ shares)
    return Queue(
        arrival_rate=arrivals,
        service_rate=service,
        servers=servers,
        wait_probability=min(float(shares[servers:].sum()), 1.0),  # a sum of shares is rounded
        mean_wait=waiting / arrivals if arrivals else 0.0,
        queue=waiting,
        utilisation=busy / servers,
        mean_stay=(waiting + busy) / arrivals if arrivals else 1 / service,
        lost_share=patience * waiting / arrivals if arrivals else 0.0,
        patience_rate=patience,
        unit=unit,
        again=abandonment,
    )
