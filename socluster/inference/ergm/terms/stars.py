"""Terms of stars and paths of two: how ties gather at actors.

Stars grow without bound with the degree, so that models with them tend to have almost empty or almost full networks
only; `gwdegree` is the remedy.

References
----------
Frank, O. & Strauss, D. (1986). Markov graphs. Journal of the American Statistical Association, 81, 832-842.
doi:10.1080/01621459.1986.10478342
"""

from __future__ import annotations

from math import comb
from typing import Any

import numpy as np

from socluster._kernels.sampling.toggles import Statistic
from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.inference.ergm.observed import Observed
from socluster.inference.ergm.term import (
    Coefficient,
    Ends,
    ErgmTerm,
    check_ends,
    degree_sum,
    directed_only,
    one_or_more,
    term,
)
from socluster.words import marked, phrase

__all__ = ["b1star", "b2star", "istar", "kstar", "m2star", "ostar", "threetrail", "twopath"]

_ENDS: dict[str, Ends] = {"kstar": "all", "istar": "in", "ostar": "out", "b1star": "first", "b2star": "second"}
_STARS = {
    "kstar": marked("stars of {k} ties"),
    "istar": marked("stars of {k} ties that are received"),
    "ostar": marked("stars of {k} ties that are sent"),
    "b1star": marked("stars of {k} ties around the first mode"),
    "b2star": marked("stars of {k} ties around the second mode"),
}


@checked
def kstar(k: int | list[int]) -> ErgmTerm:
    r"""Return the term of stars, :math:`\sum_i \binom{d_i}{k}`, in undirected networks.

    Parameters
    ----------
    k : int or list of int
        Number of ties of a star; of several, each has a coefficient.

    Returns
    -------
    ErgmTerm
    """
    return _stars("kstar", k)


@checked
def istar(k: int | list[int]) -> ErgmTerm:
    """Return the term of sets of k ties that one actor receives.

    Parameters
    ----------
    k : int or list of int
        Number of ties of a star; of several, each has a coefficient.

    Returns
    -------
    ErgmTerm
    """
    return _stars("istar", k)


@checked
def ostar(k: int | list[int]) -> ErgmTerm:
    """Return the term of sets of k ties that one actor sends.

    Parameters
    ----------
    k : int or list of int
        Number of ties of a star; of several, each has a coefficient.

    Returns
    -------
    ErgmTerm
    """
    return _stars("ostar", k)


@checked
def b1star(k: int | list[int]) -> ErgmTerm:
    """Return the term of sets of k ties of one actor of the first mode.

    Parameters
    ----------
    k : int or list of int
        Number of ties of a star; of several, each has a coefficient.

    Returns
    -------
    ErgmTerm
    """
    return _stars("b1star", k)


@checked
def b2star(k: int | list[int]) -> ErgmTerm:
    """Return the term of sets of k ties of one of the second mode.

    Parameters
    ----------
    k : int or list of int
        Number of ties of a star; of several, each has a coefficient.

    Returns
    -------
    ErgmTerm
    """
    return _stars("b2star", k)


@checked
def twopath() -> ErgmTerm:
    """Return the term that counts paths of two ties: directed, i -> j -> k with k other than i.

    Returns
    -------
    ErgmTerm
    """
    return term("twopath", _twopath, phrase("paths of two ties"))


@checked
def m2star() -> ErgmTerm:
    """Return the term that counts paths i -> j -> k with k other than i, in directed networks (`twopath`).

    Returns
    -------
    ErgmTerm
    """
    return term("m2star", _m2star, phrase("paths of two ties"))


@checked
def threetrail() -> ErgmTerm:
    r"""Return the term of trails of three ties, :math:`\sum y_{ij} (d_i - 1)(d_j - 1)`, in undirected networks.

    Returns
    -------
    ErgmTerm

    Notes
    -----
    A trail repeats no tie, but may come back to where it began: each triangle counts three times.
    """
    return term("threetrail", _threetrail, phrase("trails of three ties"))


def _stars(name: str, k: Any) -> ErgmTerm:
    given = one_or_more("k", k)
    return term(name, _each, phrase(_STARS[name], k=", ".join(map(str, given))), k=given, name=name)


def _each(observed: Observed, k: tuple[int, ...], name: str) -> list[Coefficient]:
    check_ends(observed, name, _ENDS[name])
    return [(f"{name}{each}", degree_sum(observed, _choose(observed.frame.n, each), _ENDS[name])) for each in k]


def _twopath(observed: Observed) -> list[Coefficient]:
    if observed.frame.directed:
        return [("twopath", Statistic("two-paths"))]
    return [("twopath", degree_sum(observed, _choose(observed.frame.n, 2), "all"))]


def _m2star(observed: Observed) -> list[Coefficient]:
    directed_only(observed, "m2star")
    return [("m2star", Statistic("two-paths"))]


def _threetrail(observed: Observed) -> list[Coefficient]:
    check_ends(observed, "threetrail", "all")
    return [("threetrail", Statistic("three-trails"))]


def _choose(n: int, k: int) -> Array:
    """Return how many sets of k there are among 0, 1, ..., n."""
    return np.array([comb(each, k) for each in range(n + 1)], dtype=float)
