"""Waiting where everybody stays: the formula of Erlang, and its approximation for other service times."""

from __future__ import annotations

from socluster._kernels.waiting.erlang import erlang_c
from socluster.core.checked import checked
from socluster.development.chains.queues.checks import rate, whole_servers
from socluster.development.chains.queues.queue import Queue
from socluster.development.chains.units import Unit

__all__ = ["delay"]


@checked
def delay(arrival_rate: float, service_rate: float, servers: int, *, cv2: float = 1.0, unit: Unit = "year") -> Queue:
    r"""How long do clients wait, if nobody leaves the list?

    With Erlang's probability C of having to wait (M/M/c),

    .. math:: W_q = \frac{1 + CV^2}{2} \, \frac{C}{c\mu - \lambda}, \quad P(W_q > t) = C e^{-(c\mu - \lambda) t},
              \quad L_q = \lambda W_q

    Parameters
    ----------
    arrival_rate : float
        Clients who come in one unit of time, from 0.
    service_rate : float
        Clients whom one server serves in one unit of time.
    servers : int
        How many servers. A case manager who carries 15 families at once is 15 servers, each with the time per family.
    cv2 : float, default 1.0
        Squared coefficient of variation of service times: 1 = exponential (exact), 0 = all alike. Otherwise an
        approximation, which simulations put at about 10 % off; exact for one server.
    unit : {"year", "month", "week", "day"}, default "year"
        The unit of time of both rates.

    Returns
    -------
    Queue
        `wait_probability`, `mean_wait`, `queue`, `utilisation`, `mean_stay`; `.exceeds(time)`; `.plot()`.

    Raises
    ------
    InputError
        If a rate is not a number above 0, or servers are none or not whole.

    Notes
    -----
    Where clients come at least as fast as they are served, there is no steady wait: the list grows as long as this
    lasts. The mean wait is infinite then, `growth` says by how many it grows, and `transient` how long it is when.

    References
    ----------
    Erlang, A. K. (1917). Solution of some problems in the theory of probabilities of significance in automatic
    telephone exchanges. Elektroteknikeren, 13, 5-13.
    Allen, A. O. (1990). Probability, Statistics, and Queueing Theory with Computer Science Applications. 2nd ed.

    Examples
    --------
    >>> import socluster as sc
    >>> print(sc.queues.delay(45, 10, 4).sentences()[0])
    At 113% of capacity (45 clients for 40 places a year) the list grows by about 5 a year; there is no steady waiting
    time.
    >>> sc.queues.delay(40, 10, 5).mean_wait.__round__(6)
    0.055411
    """
    arrivals, service = rate("arrival_rate", arrival_rate, may_be_zero=True), rate("service_rate", service_rate)
    servers, varies = whole_servers("servers", servers), rate("cv2", cv2, may_be_zero=True)
    waits = erlang_c(arrivals / service, servers)
    spare = servers * service - arrivals
    wait = (1 + varies) / 2 * waits / spare if spare > 0 else float("inf")
    return Queue(
        arrival_rate=arrivals,
        service_rate=service,
        servers=servers,
        wait_probability=waits,
        mean_wait=wait,
        queue=arrivals * wait,
        utilisation=arrivals / (servers * service),
        mean_stay=wait + 1 / service,
        cv2=varies,
        unit=unit,
        again=delay,
    )
