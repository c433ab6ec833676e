"""Structural balance: whether friends of friends are friends, and enemies of enemies too."""

from __future__ import annotations

from typing import Any, Literal

import numpy as np
import pandas as pd
from scipy import sparse

from socluster._kernels.products import product_at
from socluster.core.checked import checked
from socluster.core.errors import InputError, Problem
from socluster.core.matrix import Matrix
from socluster.measures.signed.layers import Signed, signed

__all__ = ["signed_triangles", "structural_balance"]

Ambivalent = Literal["refuse", "leave out"]

_BALANCED = {"+++": True, "++-": False, "+--": True, "---": False}


@checked
def signed_triangles(
    cluster: Any, /, *, positive: str, negative: str, ambivalent: Ambivalent = "refuse"
) -> pd.DataFrame:
    """Which kinds of triangles do positive and negative ties form?

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    positive : str
        The layer of positive ties: trust, support, alliance.
    negative : str
        The layer of negative ties: distrust, obstruction, opposition.
    ambivalent : {"refuse", "leave out"}, default "refuse"
        What to do about pairs that are tied both positively and negatively, in one direction or in the two: name them
        in an error, or leave out the triangles that hold one.

    Returns
    -------
    DataFrame
        Index `triangle`: +++, ++-, +--, ---. Columns: count (whole numbers), share (of all triangles, NaN if there is
        none), balanced (an even number of negative ties) and weakly_balanced (not exactly one).

    Raises
    ------
    InputError
        If there is no such layer, both are the same, or a pair is ambivalent.

    Notes
    -----
    A pair is tied whichever way its ties run. Strengths do not count. In a balanced triangle a friend's friend is a
    friend and an enemy's enemy too; by Davis's weak balance three who are all enemies are no contradiction.

    References
    ----------
    Cartwright, D. & Harary, F. (1956). Structural balance: a generalization of Heider's theory. Psychological Review,
    63, 277-293. doi:10.1037/h0046049
    Davis, J. A. (1967). Clustering and structural balance in graphs. Human Relations, 20, 181-187.
    doi:10.1177/001872676702000206

    Examples
    --------
    >>> import pandas as pd
    >>> import socluster as sc
    >>> ties = [["a", "b", "trust"], ["a", "c", "distrust"], ["b", "c", "distrust"]]
    >>> ties = pd.DataFrame(ties, columns=["source", "target", "layer"])
    >>> rated = sc.Cluster.from_tables(pd.DataFrame({"actor": ["a", "b", "c"]}), ties)
    >>> signed_triangles(rated, positive="trust", negative="distrust")["count"]
    triangle
    +++    0
    ++-    0
    +--    1
    ---    0
    Name: count, dtype: int64
    """
    liked, disliked = _pairs(signed(cluster, positive, negative), ambivalent)
    corners = {
        "+++": product_at(liked, liked, liked).sum() / 6,
        "++-": product_at(liked, liked, disliked).sum() / 2,
        "+--": product_at(disliked, disliked, liked).sum() / 2,
        "---": product_at(disliked, disliked, disliked).sum() / 6,
    }
    count = np.array([round(float(each)) for each in corners.values()], dtype=np.int64)
    share = count / count.sum() if count.any() else np.full(4, np.nan)
    return pd.DataFrame(
        {
            "count": count,
            "share": share,
            "balanced": list(_BALANCED.values()),
            "weakly_balanced": [kind != "++-" for kind in corners],
        },
        index=pd.Index(list(corners), name="triangle"),
    )


@checked
def structural_balance(
    cluster: Any,
    /,
    *,
    positive: str,
    negative: str,
    ambivalent: Ambivalent = "refuse",
    variant: Literal["strong", "weak"] = "strong",
) -> float:
    """What share of the triangles of positive and negative ties is balanced?

    Where all are, the cluster falls into two sides ("weak": into any number of them), with positive ties inside and
    negative ones between.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    positive : str
        The layer of positive ties: trust, support, alliance.
    negative : str
        The layer of negative ties: distrust, obstruction, opposition.
    ambivalent : {"refuse", "leave out"}, default "refuse"
        What to do about pairs that are tied both positively and negatively, in one direction or in the two: name them
        in an error, or leave out the triangles that hold one.
    variant : {"strong", "weak"}, default "strong"
        Balanced is a triangle with an even number of negative ties (Cartwright and Harary), or with any number but one
        (Davis).

    Returns
    -------
    float
        From 0 to 1; NaN if there is no triangle.

    Raises
    ------
    InputError
        If there is no such layer, both are the same, or a pair is ambivalent.

    Notes
    -----
    It looks at triangles only: longer circles can be out of balance while all triangles are in it, which `frustration`
    sees. Pairs are tied whichever way their ties run; strengths do not count. "strong" equals R's signnet
    (balance_score, "triangles").

    References
    ----------
    Cartwright, D. & Harary, F. (1956). Structural balance: a generalization of Heider's theory. Psychological Review,
    63, 277-293. doi:10.1037/h0046049
    Davis, J. A. (1967). Clustering and structural balance in graphs. Human Relations, 20, 181-187.
    doi:10.1177/001872676702000206

    Examples
    --------
    >>> import pandas as pd
    >>> import socluster as sc
    >>> ties = [["a", "b", "trust"], ["a", "c", "distrust"], ["b", "c", "distrust"]]
    >>> ties = pd.DataFrame(ties, columns=["source", "target", "layer"])
    >>> rated = sc.Cluster.from_tables(pd.DataFrame({"actor": ["a", "b", "c"]}), ties)
    >>> structural_balance(rated, positive="trust", negative="distrust")
    1.0
    """
    triangles = signed_triangles(cluster, positive=positive, negative=negative, ambivalent=ambivalent)
    holds = triangles["balanced" if variant == "strong" else "weakly_balanced"]
    count = triangles["count"]
    return float(count[holds].sum() / count.sum()) if count.any() else float("nan")


def _pairs(net: Signed, ambivalent: str) -> tuple[Matrix, Matrix]:
    """Return symmetric ones for positive and for negative pairs, none of which is both.

    Raises
    ------
    InputError
        If a pair is both, unless these are to be left out.
    """
    liked, disliked = net.seen("all")
    both = sparse.csr_array(liked * disliked)
    if both.nnz and ambivalent == "refuse":
        labels, cells = net.cluster.ids, sparse.triu(both).tocoo()
        layers = {"positive": net.positive.layer, "negative": net.negative.layer}
        problems = [
            Problem(
                "{source} and {target} are tied in both layers, '{positive}' and '{negative}'; take one tie away, or "
                "leave such pairs out with ambivalent='leave out'",
                values={"source": labels[i], "target": labels[j], **layers},
            )
            for i, j in zip(cells.row.tolist(), cells.col.tolist(), strict=True)
        ]
        raise InputError(problems)
    one_sign = [sparse.csr_array(ties - both) for ties in (liked, disliked)]
    for ties in one_sign:
        ties.eliminate_zeros()
    return one_sign[0], one_sign[1]
