"""Terms of degrees: how many actors have how many ties.

In two modes, b1 is the first mode and b2 the second. For hubs in general see `weighted_degrees`.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from socluster._kernels.sampling.toggles import Statistic
from socluster.core.arguments import is_number
from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem
from socluster.inference.ergm.observed import Observed
from socluster.inference.ergm.term import (
    Coefficient,
    Ends,
    ErgmTerm,
    check_ends,
    degree_sum,
    from_zero,
    term,
    undirected_only,
)
from socluster.words import marked, phrase

__all__ = [
    "b1concurrent",
    "b1degree",
    "b2concurrent",
    "b2degree",
    "concurrent",
    "degrange",
    "degree",
    "degree_1_5",
    "idegrange",
    "idegree",
    "isolates",
    "odegrange",
    "odegree",
]

_ENDS: dict[str, Ends] = {
    "degree": "all",
    "degrange": "all",
    "concurrent": "all",
    "idegree": "in",
    "idegrange": "in",
    "odegree": "out",
    "odegrange": "out",
    "b1degree": "first",
    "b1concurrent": "first",
    "b2degree": "second",
    "b2concurrent": "second",
}
_EXACT = {
    "all": marked("actors with exactly {k} ties"),
    "in": marked("actors with exactly {k} ties received"),
    "out": marked("actors with exactly {k} ties sent"),
    "first": marked("actors of the first mode with exactly {k} ties"),
    "second": marked("actors of the second mode with exactly {k} ties"),
}
_RANGE = {
    "all": marked("actors with at least {low} and fewer than {high} ties"),
    "in": marked("actors with at least {low} and fewer than {high} ties received"),
    "out": marked("actors with at least {low} and fewer than {high} ties sent"),
}
_CONCURRENT = {
    "all": marked("actors with two ties or more"),
    "first": marked("actors of the first mode with two ties or more"),
    "second": marked("actors of the second mode with two ties or more"),
}


@checked
def isolates() -> ErgmTerm:
    """Return the term that counts actors without any tie, in either direction, of either mode.

    Returns
    -------
    ErgmTerm
    """
    return term("isolates", _isolates, phrase("actors without ties"))


@checked
def degree(k: int | list[int]) -> ErgmTerm:
    """Return the term that counts actors with exactly k ties, in undirected networks.

    Parameters
    ----------
    k : int or list of int
        How many; of several, each has a coefficient.

    Returns
    -------
    ErgmTerm
    """
    return _exact("degree", k)


@checked
def idegree(k: int | list[int]) -> ErgmTerm:
    """Return the term that counts actors who receive exactly k ties.

    Parameters
    ----------
    k : int or list of int
        How many; of several, each has a coefficient.

    Returns
    -------
    ErgmTerm
    """
    return _exact("idegree", k)


@checked
def odegree(k: int | list[int]) -> ErgmTerm:
    """Return the term that counts actors who send exactly k ties.

    Parameters
    ----------
    k : int or list of int
        How many; of several, each has a coefficient.

    Returns
    -------
    ErgmTerm
    """
    return _exact("odegree", k)


@checked
def b1degree(k: int | list[int]) -> ErgmTerm:
    """Return the term that counts actors of the first mode with exactly k ties.

    Parameters
    ----------
    k : int or list of int
        How many; of several, each has a coefficient.

    Returns
    -------
    ErgmTerm
    """
    return _exact("b1degree", k)


@checked
def b2degree(k: int | list[int]) -> ErgmTerm:
    """Return the term that counts those of the second mode with exactly k ties.

    Parameters
    ----------
    k : int or list of int
        How many; of several, each has a coefficient.

    Returns
    -------
    ErgmTerm
    """
    return _exact("b2degree", k)


@checked
def degrange(low: int, high: float = np.inf) -> ErgmTerm:
    """Return the term that counts actors with at least `low` and fewer than `high` ties, in undirected networks.

    Parameters
    ----------
    low : int
        Fewest ties.
    high : int, default infinity
        The first number that is too large.

    Returns
    -------
    ErgmTerm
    """
    return _between("degrange", low, high)


@checked
def idegrange(low: int, high: float = np.inf) -> ErgmTerm:
    """Return the term that counts actors who receive at least `low` and fewer than `high` ties.

    Parameters
    ----------
    low : int
        Fewest ties.
    high : int, default infinity
        The first number that is too large.

    Returns
    -------
    ErgmTerm
    """
    return _between("idegrange", low, high)


@checked
def odegrange(low: int, high: float = np.inf) -> ErgmTerm:
    """Return the term that counts actors who send at least `low` and fewer than `high` ties.

    Parameters
    ----------
    low : int
        Fewest ties.
    high : int, default infinity
        The first number that is too large.

    Returns
    -------
    ErgmTerm
    """
    return _between("odegrange", low, high)


@checked
def concurrent() -> ErgmTerm:
    """Return the term that counts actors with two ties or more, in undirected networks.

    Returns
    -------
    ErgmTerm
    """
    return _two_or_more("concurrent")


@checked
def b1concurrent() -> ErgmTerm:
    """Return the term that counts actors of the first mode with two ties or more.

    Returns
    -------
    ErgmTerm
    """
    return _two_or_more("b1concurrent")


@checked
def b2concurrent() -> ErgmTerm:
    """Return the term that counts those of the second mode with two ties or more.

    Returns
    -------
    ErgmTerm
    """
    return _two_or_more("b2concurrent")


@checked
def degree_1_5() -> ErgmTerm:
    r"""Return the term :math:`\sum d_i^{1.5}`, which lies between ties and two-stars, in undirected networks.

    Returns
    -------
    ErgmTerm
    """
    return term("degree_1_5", _degree_1_5, phrase("sum of degrees to the power of 1.5"))


def _exact(name: str, k: Any) -> ErgmTerm:
    given = from_zero("k", k)
    meaning = phrase(_EXACT[_ENDS[name]], k=", ".join(map(str, given)))
    return term(name, _each, meaning, k=given, name=name)


def _between(name: str, low: Any, high: Any) -> ErgmTerm:
    first = from_zero("low", low)[0]
    if not is_number(low):
        raise InputError(Problem("low must be one whole number", value=low))
    is_endless = isinstance(high, float) and high == np.inf
    if not is_endless and not (is_number(high) and high > first and high == int(high)):
        raise InputError(Problem("high must be a whole number above low, or infinity", value=high))
    meaning = phrase(_RANGE[_ENDS[name]], low=first, high="∞" if is_endless else int(high))
    return term(name, _ranged, meaning, low=first, high=float(high), name=name)


def _two_or_more(name: str) -> ErgmTerm:
    return term(name, _concurrent, phrase(_CONCURRENT[_ENDS[name]]), name=name)


def _isolates(observed: Observed) -> list[Coefficient]:
    none = np.zeros(observed.frame.n * 2 + 1)
    none[0] = 1.0
    if observed.frame.directed:
        steps = np.diff(none)
        return [("isolates", Statistic("total degree", values=steps, at_empty=float(observed.frame.n)))]
    return [("isolates", degree_sum(observed, none, "all"))]


def _each(observed: Observed, k: tuple[int, ...], name: str) -> list[Coefficient]:
    degrees = _degrees(observed, name)
    called = {"b1degree": "b1deg", "b2degree": "b2deg"}.get(name, name)
    return [(f"{called}{each}", degree_sum(observed, (degrees == each).astype(float), _ENDS[name])) for each in k]


def _ranged(observed: Observed, low: int, high: float, name: str) -> list[Coefficient]:
    degrees = _degrees(observed, name)
    inside = ((degrees >= low) & (degrees < high)).astype(float)
    short_name = {"degrange": "deg", "idegrange": "ideg", "odegrange": "odeg"}[name]
    called = f"{short_name}{low}+" if high == np.inf else f"{short_name}{low}to{int(high)}"
    return [(called, degree_sum(observed, inside, _ENDS[name]))]


def _concurrent(observed: Observed, name: str) -> list[Coefficient]:
    degrees = _degrees(observed, name)
    return [(name, degree_sum(observed, (degrees >= 2).astype(float), _ENDS[name]))]


def _degree_1_5(observed: Observed) -> list[Coefficient]:
    undirected_only(observed, "degree_1_5")
    return [("degree1.5", degree_sum(observed, np.arange(observed.frame.n + 1) ** 1.5, "all"))]


def _degrees(observed: Observed, name: str) -> Array:
    """Return 0, 1, ..., n, if the network has such degrees."""
    check_ends(observed, name, _ENDS[name])
    return np.arange(observed.frame.n + 1)
