"""Degree by sign: how many are for an actor, and how many against it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from socluster.core.checked import checked
from socluster.measures.shared.direction import Direction, check_direction
from socluster.measures.shared.network import counts
from socluster.measures.shared.shares import divided
from socluster.measures.signed.layers import signed

__all__ = ["signed_degree"]


@checked
def signed_degree(
    cluster: Any, /, *, positive: str, negative: str, direction: Direction = "all", normalized: bool = True
) -> pd.DataFrame:
    """How many positive and how many negative partners does an actor have?

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    positive : str
        The layer of positive ties: trust, support, alliance.
    negative : str
        The layer of negative ties: distrust, obstruction, opposition.
    direction : {"all", "out", "in"}, default "all"
        Partners to whom the actor's ties run ("out"), from whom ties run to it ("in"), or both, a mutual partner being
        one partner ("all").
    normalized : bool, default True
        Divide all but the share by n - 1, the number of others.

    Returns
    -------
    DataFrame of float
        Index `actor`; columns:

        - positive: partners by positive ties, from 0 to 1, or to n - 1 if not normalized
        - negative: partners by negative ties, likewise
        - net: positive less negative, from -1 to 1, or from -(n - 1) to n - 1
        - positive_share: positive as a part of positive and negative together, from 0 to 1

    Raises
    ------
    InputError
        If there is no such layer, or both are the same.

    Notes
    -----
    A partner who is tied both positively and negatively counts in both. Who has no partner has 0, and no share (NaN).
    Normalized, the values of a single actor are NaN. Strengths do not count.

    References
    ----------
    Everett, M. G. & Borgatti, S. P. (2014). Networks containing negative ties. Social Networks, 38, 111-120.
    doi:10.1016/j.socnet.2014.03.005

    Examples
    --------
    >>> import pandas as pd
    >>> import socluster as sc
    >>> ties = pd.DataFrame([["a", "b", "trust"], ["a", "c", "distrust"]], columns=["source", "target", "layer"])
    >>> rated = sc.Cluster.from_tables(pd.DataFrame({"actor": ["a", "b", "c"]}), ties)
    >>> signed_degree(rated, positive="trust", negative="distrust", normalized=False)
           positive  negative  net  positive_share
    actor
    a             1         1    0             0.5
    b             1         0    1             1.0
    c             0         1   -1             0.0
    """
    check_direction(direction)
    net = signed(cluster, positive, negative)
    liked, disliked = (np.diff(ties.indptr).astype(float) for ties in net.seen(direction))
    both = liked + disliked
    share = np.divide(liked, both, out=np.full(net.n, np.nan), where=both > 0)
    columns = {"positive": liked, "negative": disliked, "net": liked - disliked}
    if not normalized:
        columns = {name: counts(values) for name, values in columns.items()}
    else:
        columns = {name: divided(values, net.n - 1) for name, values in columns.items()}
    return pd.DataFrame({**columns, "positive_share": share}, index=net.cluster.index)
