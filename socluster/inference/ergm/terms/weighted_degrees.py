"""Terms of degrees in which each further tie of an actor counts less: are ties spread evenly, or gathered at hubs?

A positive coefficient spreads ties, a negative one gathers them. The k-th tie of an actor adds (1 - e^-decay)^(k - 1).

References
----------
Snijders, T. A. B., Pattison, P. E., Robins, G. L. & Handcock, M. S. (2006). New specifications for exponential random
graph models. Sociological Methodology, 36, 99-153. doi:10.1111/j.1467-9531.2006.00176.x
"""

from __future__ import annotations

from typing import Any

from socluster.core.checked import checked
from socluster.inference.ergm.observed import Observed
from socluster.inference.ergm.term import (
    Coefficient,
    Ends,
    ErgmTerm,
    check_ends,
    decay_of,
    degree_sum,
    short,
    term,
    weights,
)
from socluster.words import marked, phrase

__all__ = ["gwb1degree", "gwb2degree", "gwdegree", "gwidegree", "gwodegree"]

_ENDS: dict[str, Ends] = {
    "gwdegree": "all",
    "gwidegree": "in",
    "gwodegree": "out",
    "gwb1degree": "first",
    "gwb2degree": "second",
}
_WEIGHTED = {
    "all": marked("actors, by their ties with falling weight (decay {decay})"),
    "in": marked("actors, by the ties that they receive with falling weight (decay {decay})"),
    "out": marked("actors, by the ties that they send with falling weight (decay {decay})"),
    "first": marked("actors of the first mode, by their ties with falling weight (decay {decay})"),
    "second": marked("actors of the second mode, by their ties with falling weight (decay {decay})"),
}
_NAMES = {"in": "gwideg", "out": "gwodeg", "all": "gwdeg", "first": "gwb1deg", "second": "gwb2deg"}


@checked
def gwdegree(decay: float) -> ErgmTerm:
    r"""Return the term of actors by their ties, each further one counting less, in undirected networks.

    .. math:: \sum_i e^{\tau} \left(1 - (1 - e^{-\tau})^{d_i}\right)

    with the degree :math:`d_i` and the decay :math:`\tau`.

    Parameters
    ----------
    decay : float
        From 0 (whether there is any tie) up.

    Returns
    -------
    ErgmTerm
    """
    return _weighted("gwdegree", decay)


@checked
def gwidegree(decay: float) -> ErgmTerm:
    """Return the term of actors by the ties that they receive, each further one counting less.

    Parameters
    ----------
    decay : float
        From 0 (whether there is any tie) up.

    Returns
    -------
    ErgmTerm
    """
    return _weighted("gwidegree", decay)


@checked
def gwodegree(decay: float) -> ErgmTerm:
    """Return the term of actors by the ties that they send, each further one counting less.

    Parameters
    ----------
    decay : float
        From 0 (whether there is any tie) up.

    Returns
    -------
    ErgmTerm
    """
    return _weighted("gwodegree", decay)


@checked
def gwb1degree(decay: float) -> ErgmTerm:
    """Return the term of actors of the first mode by their ties, each further one counting less.

    Parameters
    ----------
    decay : float
        From 0 (whether there is any tie) up.

    Returns
    -------
    ErgmTerm
    """
    return _weighted("gwb1degree", decay)


@checked
def gwb2degree(decay: float) -> ErgmTerm:
    """Return the term of those of the second mode by their ties, each further one counting less.

    Parameters
    ----------
    decay : float
        From 0 (whether there is any tie) up.

    Returns
    -------
    ErgmTerm
    """
    return _weighted("gwb2degree", decay)


def _weighted(name: str, decay: Any) -> ErgmTerm:
    tau = decay_of(decay)
    return term(name, _gw, phrase(_WEIGHTED[_ENDS[name]], decay=tau), decay=tau, name=name)


def _gw(observed: Observed, decay: float, name: str) -> list[Coefficient]:
    check_ends(observed, name, _ENDS[name])
    ends = _ENDS[name]
    called = f"{_NAMES[ends]}.fixed.{short(decay)}"
    return [(called, degree_sum(observed, weights(decay, observed.frame.n), ends))]
