"""Terms that count pairs of actors by what runs between them both ways."""

from __future__ import annotations

from typing import Any

import numpy as np

from socluster._kernels.sampling.toggles import Statistic
from socluster.core.checked import checked
from socluster.inference.ergm.observed import MissingCategory, Observed
from socluster.inference.ergm.term import Coefficient, ErgmTerm, called, directed_only, term
from socluster.words import column_phrase, phrase

__all__ = ["asymmetric", "mutual"]


@checked
def mutual(*, same: Any = None, missing: MissingCategory = "refuse") -> ErgmTerm:
    r"""Return the term that counts pairs tied both ways, :math:`\sum_{i<j} y_{ij} y_{ji}`, of directed networks.

    Parameters
    ----------
    same : str or Series, optional
        A column of the actors, or a Series indexed by actor: only pairs of one category count.
    missing : {"refuse", "own category"}, default "refuse"
        Whether actors without a category are an error, or a category "not stated".

    Returns
    -------
    ErgmTerm

    References
    ----------
    Holland, P. W. & Leinhardt, S. (1981). An exponential family of probability distributions for directed graphs.
    Journal of the American Statistical Association, 76, 33-50. doi:10.1080/01621459.1981.10477598
    """
    if same is None:
        return term("mutual", _mutual, phrase("pairs tied both ways"), same=None, missing=missing)
    meaning = phrase("pairs within a category of {attribute} tied both ways", attribute=column_phrase(called(same)))
    return term("mutual", _mutual, meaning, same=same, missing=missing)


@checked
def asymmetric() -> ErgmTerm:
    r"""Return the term that counts pairs tied one way only, :math:`\sum_{i<j} [y_{ij} \ne y_{ji}]`.

    Returns
    -------
    ErgmTerm
    """
    return term("asymmetric", _asymmetric, phrase("pairs tied one way only"))


def _mutual(observed: Observed, same: Any, missing: MissingCategory) -> list[Coefficient]:
    directed_only(observed, "mutual")
    values = np.array([0.0, 1.0])
    if same is None:
        return [("mutual", Statistic("reciprocal", values=values))]
    codes, _ = observed.categories(same, missing=missing)
    return [(f"mutual.same.{called(same)}", Statistic("reciprocal", values=values, marks=codes))]


def _asymmetric(observed: Observed) -> list[Coefficient]:
    directed_only(observed, "asymmetric")
    return [("asymmetric", Statistic("reciprocal", values=np.array([1.0, -1.0])))]
