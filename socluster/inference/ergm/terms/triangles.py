"""Terms of triangles and cycles: who is tied to the partner of a partner.

Triangles feed on themselves: models with them tend to have almost empty or almost full networks only, and `gwesp` is
the remedy.

References
----------
Frank, O. & Strauss, D. (1986). Markov graphs. Journal of the American Statistical Association, 81, 832-842.
doi:10.1080/01621459.1986.10478342
"""

from __future__ import annotations

from typing import Any

from socluster._kernels.sampling.toggles import Statistic
from socluster.core.checked import checked
from socluster.core.errors import InputError, Problem
from socluster.inference.ergm.observed import MissingCategory, Observed
from socluster.inference.ergm.term import (
    Coefficient,
    ErgmTerm,
    called,
    directed_only,
    one_mode_only,
    term,
    undirected_only,
)
from socluster.words import column_phrase, marked, phrase

__all__ = ["ctriple", "cycle", "triangle", "ttriple"]

_UNDIRECTED, _TRANSITIVE, _CYCLIC, _BOTH = range(4)


@checked
def triangle(attribute: Any = None, *, missing: MissingCategory = "refuse") -> ErgmTerm:
    """Return the term that counts triangles; directed, transitive and cyclic triples together.

    Parameters
    ----------
    attribute : str or Series, optional
        A column of the actors, or a Series indexed by actor: only triangles of one category count, in undirected
        networks.
    missing : {"refuse", "own category"}, default "refuse"
        Whether actors without a category are an error, or a category "not stated".

    Returns
    -------
    ErgmTerm
    """
    if attribute is None:
        return term("triangle", _triangle, phrase("triangles"), attribute=None, missing=missing)
    meaning = phrase("triangles within a category of {attribute}", attribute=column_phrase(called(attribute)))
    return term("triangle", _triangle, meaning, attribute=attribute, missing=missing)


@checked
def ttriple() -> ErgmTerm:
    """Return the term that counts transitive triples: i -> j, j -> k and i -> k, in directed networks.

    Returns
    -------
    ErgmTerm
    """
    return term("ttriple", _ttriple, phrase("transitive triples"))


@checked
def ctriple() -> ErgmTerm:
    """Return the term that counts cyclic triples: i -> j, j -> k and k -> i, each once, in directed networks.

    Returns
    -------
    ErgmTerm
    """
    return term("ctriple", _ctriple, phrase("cyclic triples"))


@checked
def cycle(length: int) -> ErgmTerm:
    """Return the term that counts cycles of four ties, each once, in networks of one mode or two, undirected.

    Parameters
    ----------
    length : int
        4; shorter ones are triangles, and longer ones are not counted.

    Returns
    -------
    ErgmTerm
    """
    if not isinstance(length, int) or length != 4:
        message = marked("length must be 4: cycles of three are triangles, and longer ones are not counted")
        raise InputError(Problem(message, value=length))
    return term("cycle", _cycle, phrase("cycles of four ties"), length=4)


def _triangle(observed: Observed, attribute: Any, missing: MissingCategory) -> list[Coefficient]:
    one_mode_only(observed, "triangle")
    if attribute is None:
        return [("triangle", Statistic("triangles", _BOTH if observed.frame.directed else _UNDIRECTED))]
    undirected_only(observed, "triangle")
    codes, _ = observed.categories(attribute, missing=missing)
    return [(f"triangle.{called(attribute)}", Statistic("same triangles", marks=codes))]


def _ttriple(observed: Observed) -> list[Coefficient]:
    directed_only(observed, "ttriple")
    return [("ttriple", Statistic("triangles", _TRANSITIVE))]


def _ctriple(observed: Observed) -> list[Coefficient]:
    directed_only(observed, "ctriple")
    return [("ctriple", Statistic("triangles", _CYCLIC))]


def _cycle(observed: Observed, length: int) -> list[Coefficient]:
    undirected_only(observed, "cycle")
    return [(f"cycle{length}", Statistic("four-cycles"))]
