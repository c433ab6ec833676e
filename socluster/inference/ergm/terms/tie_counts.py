"""Terms that count ties: their number, the density, the mean degree."""

from __future__ import annotations

import numpy as np

from socluster._kernels.sampling.toggles import Statistic
from socluster.core.checked import checked
from socluster.inference.ergm.observed import Observed
from socluster.inference.ergm.term import Coefficient, ErgmTerm, one_mode_only, term
from socluster.words import phrase

__all__ = ["density", "edges", "meandeg"]


@checked
def edges() -> ErgmTerm:
    r"""Return the term that counts ties, :math:`\sum y_{ij}`; the intercept of nearly every model.

    Returns
    -------
    ErgmTerm

    Examples
    --------
    >>> import socluster as sc
    >>> sc.ergm_statistics(sc.load_dataset("florentine"), [sc.terms.edges()], layer="marriage")
    edges    20.0
    Name: statistic, dtype: float64
    """
    return term("edges", _edges, phrase("ties"))


@checked
def density() -> ErgmTerm:
    r"""Return the term of the density: ties by dyads, :math:`\sum y_{ij} / D`.

    Returns
    -------
    ErgmTerm
    """
    return term("density", _density, phrase("density: ties by dyads"))


@checked
def meandeg() -> ErgmTerm:
    """Return the term of the mean degree: twice the ties by actors; directed, the ties by actors.

    Returns
    -------
    ErgmTerm
    """
    return term("meandeg", _meandeg, phrase("mean degree"))


def _edges(observed: Observed) -> list[Coefficient]:
    return [("edges", Statistic("constant", values=np.ones(1)))]


def _density(observed: Observed) -> list[Coefficient]:
    return [("density", Statistic("constant", values=np.array([1 / max(observed.frame.n_dyads, 1)])))]


def _meandeg(observed: Observed) -> list[Coefficient]:
    one_mode_only(observed, "meandeg")
    ends = 1 if observed.frame.directed else 2
    return [("meandeg", Statistic("constant", values=np.array([ends / max(observed.frame.n, 1)])))]
