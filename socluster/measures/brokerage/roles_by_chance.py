"""Roles of brokerage that a null model gives: in closed form, or counted in draws, beside what was observed."""

from __future__ import annotations

from math import sqrt

import numpy as np
from numpy.random import Generator
from scipy import special

from socluster._kernels.ego import brokerage as kernel
from socluster._kernels.ego.brokerage_draws import Draw, fixed_dyads, fixed_ties, roles_of_draws, with_total
from socluster._kernels.ego.brokerage_moments import moments_of_actors, moments_of_whole
from socluster.core.columns import Array
from socluster.core.progress import progress
from socluster.draws.spread import INTERVAL, low_high
from socluster.measures.shared.network import Network

__all__ = ["ROLES", "closed_form", "draws_of_null", "from_draws"]

ROLES = [*kernel.ROLES, "total"]


def closed_form(
    net: Network, codes: Array, raw: Array, *, directed: bool, like_sna: bool
) -> tuple[dict[str, Array], dict[str, Array]]:
    """Return the columns of the answer, for the whole cluster and by actor, if ties are thrown independently.

    Parameters
    ----------
    net : Network
        What was measured.
    codes : ndarray of int
        The group of every actor.
    raw : ndarray of shape (actors, 6)
        What was counted.
    directed : bool
        Whether a pair counts in both orders.
    like_sna : bool
        Whether triples are independent that are not, as R's sna takes them.
    """
    sizes = np.bincount(codes)
    p = net.ties.nnz / max(net.n * (net.n - 1), 1)
    of_whole = moments_of_whole(sizes, p, directed=directed, like_sna=like_sna)
    of_actors = (moment[codes] for moment in moments_of_actors(sizes, p, directed=directed))
    return _normal(raw.sum(axis=0), *of_whole), _normal(raw, *of_actors)


def _normal(raw: Array, mean: Array, variance: Array) -> dict[str, Array]:
    """Return the columns of the answer where only mean and variance are known."""
    sd = np.sqrt(variance)
    z = _in_sd(raw - mean, sd)
    reach = float(special.ndtri((1 + INTERVAL) / 2)) * sd
    low, high = np.maximum(mean - reach, 0), mean + reach
    return {
        "raw": raw,
        "expected": mean,
        "sd": sd,
        "low": low,
        "high": high,
        "z": z,
        "p": special.erfc(np.abs(z) / sqrt(2)),
    }


def draws_of_null(net: Network, codes: Array, null: str, draws: int, rng: Generator, *, once: bool) -> Array:
    """Return the roles of all draws; shape (draws, actors, 6).

    Parameters
    ----------
    net : Network
        What was measured.
    codes : ndarray of int
        The group of every actor.
    null : {"fixed", "dyad_census", "label_permutation"}
        What is drawn.
    draws : int
        How many.
    rng : numpy.random.Generator
        Where the random numbers come from.
    once : bool
        Whether an undirected pair counts once.
    """
    found = np.empty((draws, net.n, len(ROLES)), dtype=np.int64)
    drawn = roles_of_draws(net.strength, codes, _drawer(net, null), draws, rng)
    for place, roles in enumerate(progress(drawn, draws, "drawing networks", "draw")):
        found[place] = with_total(roles, once=once)
    return found


def _drawer(net: Network, null: str) -> Draw | None:
    """Return what draws the ties; None where they stay."""
    if null == "label_permutation":
        return None
    arcs = net.strength.nnz
    mutual = net.binary.multiply(net.binary.T).nnz // 2
    if net.directed and null == "fixed":
        return fixed_ties(net.n, arcs)
    return fixed_dyads(net.n, mutual, arcs - 2 * mutual)


def from_draws(drawn: Array, raw: Array, interval: float) -> tuple[dict[str, Array], dict[str, Array]]:
    """Return the columns of the answer, for the whole cluster and by actor, from the roles of all draws."""
    return _compared(drawn.sum(axis=1), raw.sum(axis=0), interval), _compared(drawn, raw, interval)


def _compared(drawn: Array, raw: Array, interval: float) -> dict[str, Array]:
    """Return the columns of the answer from draws along the first axis."""
    mean = drawn.mean(axis=0)
    sd = drawn.std(axis=0, ddof=1) if len(drawn) > 1 else np.full(mean.shape, np.nan)
    low, high = low_high(drawn, interval)
    below, above = (drawn <= raw).sum(axis=0), (drawn >= raw).sum(axis=0)
    p = np.minimum(1.0, 2 * (1 + np.minimum(below, above)) / (1 + len(drawn)))
    return {
        "raw": raw,
        "expected": mean,
        "sd": sd,
        "low": low,
        "high": high,
        "z": _in_sd(raw - mean, sd),
        "p": np.where(sd > 0, p, np.nan),
    }


def _in_sd(distance: Array, sd: Array) -> Array:
    z: Array = np.divide(distance, sd, out=np.full(distance.shape, np.nan), where=sd > 0)
    return z
