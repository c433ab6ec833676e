"""Queues over time: the distribution of the number in the system, by uniformisation, with what it is on average.

A chain of births and deaths that changes at rate at most Λ is a chain in steps, of which a Poisson number with mean Λ t
are made in a time t (Jensen 1953). So p(t) is a sum of non-negative numbers, without cancellation, and so is the
integral of p over the time.
"""

from __future__ import annotations

import numpy as np
from scipy import stats

from socluster._kernels.products import Vector

__all__ = ["after"]

_LONGEST = 2000.0  # steps in one go, beyond which weights would underflow at the start
_REST = 1e-15  # probability of more steps than are looked at


def after(shares: Vector, births: Vector, deaths: Vector, time: float) -> tuple[Vector, Vector]:
    """Return the distribution after a time, and its integral over that time.

    Parameters
    ----------
    shares : array of float of shape (n + 1,)
        Probability of every state now.
    births, deaths : array of float of shape (n,)
        Rates from state k to k + 1, and from k + 1 to k.
    time : float
        How long these rates hold.
    """
    up = np.append(births, 0.0)
    down = np.insert(deaths, 0, 0.0)
    fastest = float((up + down).max(initial=0.0))
    if fastest == 0 or time == 0:
        return shares.copy(), shares * time
    parts = max(1, int(np.ceil(fastest * time / _LONGEST)))
    integral = np.zeros_like(shares)
    for _ in range(parts):
        shares, inside = _in_one_go(shares, up / fastest, down / fastest, fastest * time / parts)
        integral += inside / fastest
    return shares, integral


def _in_one_go(shares: Vector, up: Vector, down: Vector, mean: float) -> tuple[Vector, Vector]:
    """Return the distribution after a Poisson number of steps, and the expected number of steps in every state."""
    last = int(stats.poisson.isf(_REST, mean)) + 2
    weights = stats.poisson.pmf(np.arange(last), mean)
    later = stats.poisson.sf(np.arange(last), mean)
    stay = 1 - up - down
    ended, inside = weights[0] * shares, later[0] * shares
    for weight, rest in zip(weights[1:].tolist(), later[1:].tolist(), strict=True):
        moved = stay * shares
        moved[1:] += up[:-1] * shares[:-1]
        moved[:-1] += down[1:] * shares[1:]
        shares = moved
        ended = ended + weight * shares
        inside = inside + rest * shares
    return ended, inside
