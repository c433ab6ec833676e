"""Terms of shared partners: do those tie who have partners in common?

The number of shared partners of a pair enters as it is (pairs with exactly k: `esp`, `dsp`, `nsp`) or with
geometrically falling weight (`gwesp`, `gwdsp`, `gwnsp`): the k-th shared partner adds (1 - exp(-decay))^(k - 1). They
run over ties, over all dyads, or over dyads without a tie. In a directed network there are five kinds of shared
partners k of i and j: OTP, i -> k -> j; ITP, j -> k -> i; OSP, i -> k and j -> k; ISP, k -> i and k -> j; RTP, both
ways throughout.

References
----------
Hunter, D. R. & Handcock, M. S. (2006). Inference in curved exponential family models for networks. Journal of
Computational and Graphical Statistics, 15, 565-583. doi:10.1198/106186006X133069
Snijders, T. A. B., Pattison, P. E., Robins, G. L. & Handcock, M. S. (2006). New specifications for exponential random
graph models. Sociological Methodology, 36, 99-153. doi:10.1111/j.1467-9531.2006.00176.x
"""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

import numpy as np

from socluster._kernels.sampling.toggles import Statistic
from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.core.errors import InputError
from socluster.inference.ergm.observed import Observed
from socluster.inference.ergm.term import (
    Coefficient,
    ErgmTerm,
    decay_of,
    from_zero,
    one_mode_only,
    short,
    term,
    two_mode_only,
    weights,
)
from socluster.words import Phrase, marked, phrase

__all__ = [
    "b1dsp",
    "b2dsp",
    "cyclicalties",
    "dsp",
    "esp",
    "gwb1dsp",
    "gwb2dsp",
    "gwdsp",
    "gwesp",
    "gwnsp",
    "nsp",
    "transitiveties",
]

PartnerKind: TypeAlias = Literal["OTP", "ITP", "OSP", "ISP", "RTP"]

_OVER = ("ties", "dyads", "untied")
_KINDS = ("OTP", "ITP", "OSP", "ISP", "RTP", "first", "second")
_WEIGHTED = {
    "gwesp": marked("ties, by their shared partners with falling weight (decay {decay})"),
    "gwdsp": marked("dyads, by their shared partners with falling weight (decay {decay})"),
    "gwnsp": marked("dyads without a tie, by their shared partners with falling weight (decay {decay})"),
}
_EXACT = {
    "esp": marked("ties with exactly {k} shared partners"),
    "dsp": marked("dyads with exactly {k} shared partners"),
    "nsp": marked("dyads without a tie with exactly {k} shared partners"),
}


@checked
def gwesp(decay: float, *, kind: PartnerKind = "OTP") -> ErgmTerm:
    r"""Return the term of closure: ties by their shared partners, each further one counting less.

    .. math:: \sum_{i,j} y_{ij} \, e^{\tau} \left(1 - (1 - e^{-\tau})^{p_{ij}}\right)

    with the number :math:`p_{ij}` of shared partners and the decay :math:`\tau`.

    Parameters
    ----------
    decay : float
        From 0 (whether there is any shared partner) up; large ones count all alike, which makes models degenerate.
    kind : {"OTP", "ITP", "OSP", "ISP", "RTP"}, default "OTP"
        Which shared partners, in a directed network: i -> k -> j; j -> k -> i; i -> k, j -> k; k -> i, k -> j; all ties
        both ways.

    Returns
    -------
    ErgmTerm
    """
    return _weighted("gwesp", decay, kind)


@checked
def gwdsp(decay: float, *, kind: PartnerKind = "OTP") -> ErgmTerm:
    """Return the term of two-paths: all dyads, tied or not, by their shared partners, each further one counting less.

    Parameters
    ----------
    decay : float
        From 0 (whether there is any shared partner) up.
    kind : {"OTP", "ITP", "OSP", "ISP", "RTP"}, default "OTP"
        Which shared partners, in a directed network, as in `gwesp`; there, dyads are ordered pairs.

    Returns
    -------
    ErgmTerm
    """
    return _weighted("gwdsp", decay, kind)


@checked
def gwnsp(decay: float, *, kind: PartnerKind = "OTP") -> ErgmTerm:
    """Return the term of open two-paths: dyads without a tie by their shared partners, each further one counting less.

    Parameters
    ----------
    decay : float
        From 0 (whether there is any shared partner) up.
    kind : {"OTP", "ITP", "OSP", "ISP", "RTP"}, default "OTP"
        Which shared partners, in a directed network, as in `gwesp`; there, dyads are ordered pairs.

    Returns
    -------
    ErgmTerm
    """
    return _weighted("gwnsp", decay, kind)


@checked
def esp(k: int | list[int], *, kind: PartnerKind = "OTP") -> ErgmTerm:
    """Return the term that counts ties with exactly k shared partners.

    Parameters
    ----------
    k : int or list of int
        How many; of several, each has a coefficient.
    kind : {"OTP", "ITP", "OSP", "ISP", "RTP"}, default "OTP"
        Which shared partners, in a directed network, as in `gwesp`.

    Returns
    -------
    ErgmTerm
    """
    return _exact("esp", k, kind)


@checked
def dsp(k: int | list[int], *, kind: PartnerKind = "OTP") -> ErgmTerm:
    """Return the term that counts dyads, tied or not, with exactly k shared partners.

    Parameters
    ----------
    k : int or list of int
        How many; of several, each has a coefficient.
    kind : {"OTP", "ITP", "OSP", "ISP", "RTP"}, default "OTP"
        Which shared partners, in a directed network, as in `gwesp`; there, dyads are ordered pairs.

    Returns
    -------
    ErgmTerm
    """
    return _exact("dsp", k, kind)


@checked
def nsp(k: int | list[int], *, kind: PartnerKind = "OTP") -> ErgmTerm:
    """Return the term that counts dyads without a tie with exactly k shared partners.

    Parameters
    ----------
    k : int or list of int
        How many; of several, each has a coefficient.
    kind : {"OTP", "ITP", "OSP", "ISP", "RTP"}, default "OTP"
        Which shared partners, in a directed network, as in `gwesp`; there, dyads are ordered pairs.

    Returns
    -------
    ErgmTerm
    """
    return _exact("nsp", k, kind)


@checked
def transitiveties() -> ErgmTerm:
    """Return the term that counts ties i -> j with at least one i -> k -> j; undirected, ties in a triangle.

    Returns
    -------
    ErgmTerm
    """
    return term(
        "transitiveties", _at_least_one, phrase("ties that close at least one path of two"), name="transitiveties"
    )


@checked
def cyclicalties() -> ErgmTerm:
    """Return the term that counts ties i -> j with at least one j -> k -> i; undirected, ties in a triangle.

    Returns
    -------
    ErgmTerm
    """
    return term(
        "cyclicalties", _at_least_one, phrase("ties that close at least one cycle of three"), name="cyclicalties"
    )


@checked
def b1dsp(k: int | list[int]) -> ErgmTerm:
    """Return the term that counts pairs of the first mode with exactly k shared partners in the second.

    Parameters
    ----------
    k : int or list of int
        How many; of several, each has a coefficient.

    Returns
    -------
    ErgmTerm
    """
    return _of_mode("b1dsp", k)


@checked
def b2dsp(k: int | list[int]) -> ErgmTerm:
    """Return the term that counts pairs of the second mode with exactly k shared partners in the first.

    Parameters
    ----------
    k : int or list of int
        How many; of several, each has a coefficient.

    Returns
    -------
    ErgmTerm
    """
    return _of_mode("b2dsp", k)


@checked
def gwb1dsp(decay: float) -> ErgmTerm:
    """Return the term of pairs of the first mode by their shared partners, each further one counting less.

    Parameters
    ----------
    decay : float
        From 0 (whether there is any shared partner) up.

    Returns
    -------
    ErgmTerm
    """
    return _weighted_of_mode("gwb1dsp", decay)


@checked
def gwb2dsp(decay: float) -> ErgmTerm:
    """Return the term of pairs of the second mode by their shared partners, each further one counting less.

    Parameters
    ----------
    decay : float
        From 0 (whether there is any shared partner) up.

    Returns
    -------
    ErgmTerm
    """
    return _weighted_of_mode("gwb2dsp", decay)


def _weighted(name: str, decay: Any, kind: str) -> ErgmTerm:
    tau = decay_of(decay)
    return term(name, _gw, phrase(_WEIGHTED[name], decay=tau), decay=tau, kind=kind, name=name)


def _exact(name: str, k: Any, kind: str) -> ErgmTerm:
    given = from_zero("k", k)
    return term(name, _each, phrase(_EXACT[name], k=_listed(given)), k=given, kind=kind, name=name)


def _of_mode(name: str, k: Any) -> ErgmTerm:
    given, mode = from_zero("k", k), "1" if name == "b1dsp" else "2"
    meaning = phrase("pairs of mode {mode} with exactly {k} shared partners", mode=mode, k=_listed(given))
    return term(name, _each_of_mode, meaning, k=given, name=name)


def _weighted_of_mode(name: str, decay: Any) -> ErgmTerm:
    tau, mode = decay_of(decay), "1" if name == "gwb1dsp" else "2"
    meaning = phrase(
        "pairs of mode {mode}, by their shared partners with falling weight (decay {decay})", mode=mode, decay=tau
    )
    return term(name, _gw_of_mode, meaning, decay=tau, name=name)


def _gw(observed: Observed, decay: float, kind: str, name: str) -> list[Coefficient]:
    _refuse_modes(observed, name)
    called = f"{name}.{kind}.fixed.{short(decay)}" if observed.frame.directed else f"{name}.fixed.{short(decay)}"
    return [(called, partners(observed, weights(decay, observed.frame.n), kind, name[2], name))]


def _each(observed: Observed, k: tuple[int, ...], kind: str, name: str) -> list[Coefficient]:
    _refuse_modes(observed, name)
    called = f"{name}.{kind}#" if observed.frame.directed else f"{name}#"
    return [(f"{called}{each}", partners(observed, exactly(each, observed), kind, name[0], name)) for each in k]


def _at_least_one(observed: Observed, name: str) -> list[Coefficient]:
    one_mode_only(observed, name)
    is_cyclic = name == "cyclicalties" and observed.frame.directed
    return [(name, partners(observed, weights(0.0, observed.frame.n), "ITP" if is_cyclic else "OTP", "e", name))]


def _each_of_mode(observed: Observed, k: tuple[int, ...], name: str) -> list[Coefficient]:
    two_mode_only(observed, name)
    mode = "first" if name == "b1dsp" else "second"
    return [(f"{name}{each}", partners(observed, exactly(each, observed), mode, "d", name)) for each in k]


def _gw_of_mode(observed: Observed, decay: float, name: str) -> list[Coefficient]:
    two_mode_only(observed, name)
    mode = "first" if name == "gwb1dsp" else "second"
    return [(f"{name}.fixed.{short(decay)}", partners(observed, weights(decay, observed.frame.n), mode, "d", name))]


def partners(observed: Observed, values: Array, kind: str, over: str, name: str) -> Statistic:
    """Return the sum of a function of shared partners (values for 0, 1, ..., n) over ties (e), dyads (d) or others (n).

    Raises
    ------
    InputError
        If the network does not tell this kind of shared partner from others.
    """
    frame = observed.frame
    if not frame.directed and kind in ("ITP", "OSP", "ISP", "RTP"):
        raise InputError(
            "the term {term} tells kinds of shared partners apart ({kind}), and the network is undirected; leave kind= "
            "out",
            {"term": name, "kind": kind},
        )
    pairs = {"first": frame.rows, "second": frame.columns}.get(kind, frame.n)
    dyads = pairs * (pairs - 1) // (1 if frame.directed else 2)
    if frame.two_mode and kind == "OTP":  # those of either mode
        dyads = (frame.rows * (frame.rows - 1) + frame.columns * (frame.columns - 1)) // 2
    table = np.concatenate([values, np.diff(values, append=0.0)])
    at_empty = 0.0 if over == "e" else float(values[0] * dyads)
    return Statistic("partners", _KINDS.index(kind), "edn".index(over), table, at_empty=at_empty)


def exactly(k: int, observed: Observed) -> Array:
    """Return the function that is 1 for k and 0 for all others of 0, 1, ..., n."""
    found: Array = (np.arange(observed.frame.n + 1) == k).astype(float)
    return found


def _refuse_modes(observed: Observed, name: str) -> None:
    if observed.frame.two_mode and name not in ("gwdsp", "dsp"):
        raise InputError(
            "the term {term} is about ties between those who share partners, and in a network of two modes nobody of "
            "one mode is tied to another; use {others}",
            {"term": name, "others": "gwb1dsp, gwb2dsp"},
        )


def _listed(given: tuple[int, ...]) -> str | Phrase:
    return ", ".join(map(str, given))
