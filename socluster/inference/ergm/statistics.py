"""What the terms of a model count in a network, and what each tie would add."""

from __future__ import annotations

from typing import Any

import pandas as pd

from socluster.core.checked import checked
from socluster.inference.ergm.model import model_of
from socluster.inference.ergm.observed import warn_of_unknown

__all__ = ["ergm_changes", "ergm_statistics"]


@checked
def ergm_statistics(cluster: Any, terms: Any, /, *, layer: str | None = None) -> pd.Series[Any]:
    """How much of what the terms count is there in the network?

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        Whose network. If it holds no ties but affiliations, the network has two modes: actors and groups.
    terms : list of ErgmTerm
        What to count: terms of `socluster.terms`.
    layer : str, optional
        One layer, of ties or of affiliations; without it, a pair is tied if it is in any layer of ties.

    Returns
    -------
    Series of float
        A statistic for each coefficient that a model of these terms would have, in the same order; names as in statnet.

    Raises
    ------
    InputError
        If a term does not fit the network.

    Warns
    -----
    UnknownTiesWarning
        If dyads are unknown; they are counted as if they held no tie.

    References
    ----------
    Morris, M., Handcock, M. S. & Hunter, D. R. (2008). Specification of exponential-family random graph models. Journal
    of Statistical Software, 24(4). doi:10.18637/jss.v024.i04

    Examples
    --------
    >>> import socluster as sc
    >>> florentine = sc.load_dataset("florentine")
    >>> sc.ergm_statistics(florentine, [sc.terms.edges(), sc.terms.triangle()], layer="marriage")
    edges       20.0
    triangle     3.0
    Name: statistic, dtype: float64
    """
    model = model_of(cluster, terms, layer=layer)
    warn_of_unknown(model.network)
    return pd.Series(model.statistics(), index=list(model.names), name="statistic")


@checked
def ergm_changes(cluster: Any, terms: Any, /, *, layer: str | None = None) -> pd.DataFrame:
    r"""What would each tie add to what the terms count?

    The change statistic of a dyad is what the terms count with its tie minus what they count without, the rest of the
    network as it is. In a model with the coefficients :math:`\theta` it decides how likely the tie is:

    .. math:: \operatorname{logit} P(y_{ij} = 1 \mid \text{the rest}) = \theta \cdot \delta_{ij}

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        Whose network. If it holds no ties but affiliations, the network has two modes: actors and groups.
    terms : list of ErgmTerm
        What to count: terms of `socluster.terms`.
    layer : str, optional
        One layer, of ties or of affiliations; without it, a pair is tied if it is in any layer of ties.

    Returns
    -------
    DataFrame
        A row for every dyad (index source and target; in two modes actor and group; undirected dyads once), and a
        column for each coefficient, after `tied`: whether the dyad is tied, missing (pd.NA) where nobody knows.

    Raises
    ------
    InputError
        If a term does not fit the network.

    Warns
    -----
    UnknownTiesWarning
        If dyads are unknown; to the changes of others they count as if they held no tie.

    References
    ----------
    Morris, M., Handcock, M. S. & Hunter, D. R. (2008). Specification of exponential-family random graph models. Journal
    of Statistical Software, 24(4). doi:10.18637/jss.v024.i04

    Examples
    --------
    >>> import socluster as sc
    >>> florentine = sc.load_dataset("florentine")
    >>> changes = sc.ergm_changes(florentine, [sc.terms.edges(), sc.terms.triangle()], layer="marriage")
    >>> changes[changes["triangle"] > 1]
                          tied  edges  triangle
    source   target
    Albizzi  Tornabuoni  False    1.0       2.0
    Bischeri Castellani  False    1.0       2.0
    Guadagni Medici      False    1.0       2.0
    Peruzzi  Strozzi      True    1.0       2.0
    """
    model = model_of(cluster, terms, layer=layer)
    warn_of_unknown(model.network)
    tied = pd.array(model.tied(), dtype="boolean")
    tied[~model.dyads.is_known] = pd.NA
    found = pd.DataFrame(model.changes(), model.network.dyad_index(model.dyads.free), list(model.names))
    found.insert(0, "tied", tied)
    return found
