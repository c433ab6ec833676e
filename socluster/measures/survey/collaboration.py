"""Collaboration as the partners see it: trust, value and other ratings received, and how far raters agree."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

import numpy as np
import pandas as pd

from socluster._kernels.products import ones_like, product_at, row_sums
from socluster.core.checked import checked
from socluster.core.errors import InputError, Problem
from socluster.measures.shared.network import network
from socluster.measures.survey.ratings import Items, item_names, ratings_of, within_scale

__all__ = ["non_redundant_ties", "rater_disagreement", "rating_scores", "relative_connectivity"]

_VARIANTS = ("share of range", "share of maximum", "points")


@checked
def rating_scores(
    cluster: Any,
    /,
    *,
    scores: Mapping[str, Items],
    layer: str | None = None,
    scale: tuple[float, float] = (1, 4),
    variant: Literal["share of range", "share of maximum", "points"] = "share of range",
) -> pd.DataFrame:
    r"""How far do its partners trust and value an actor?

    A score is the mean of the ratings that an actor receives: over the raters of an item first, then over the items.
    Trust is usually asked as reliability, support of the mission and openness to discussion; value as power and
    influence, level of involvement and contribution of resources; each from 1 to 4.

    ================= ===================================== ==================================
    variant           value for a mean rating m             on a scale from 1 to 4
    ================= ===================================== ==================================
    share of range    (m - lowest) / (highest - lowest)     (m - 1) / 3; the lowest answer is 0
    share of maximum  m / highest                           m / 4; the lowest answer is .25
    points            m                                     m
    ================= ===================================== ==================================

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    scores : mapping
        From the name of a score to its items, as in ``{"trust": ["reliable", "mission", "open"]}``. Items are layers of
        ties or numeric columns of the ties, as in `rating_table`.
    layer : str, optional
        The layer whose ties have the columns.
    scale : (float, float), default (1, 4)
        Lowest and highest answer.
    variant : {"share of range", "share of maximum", "points"}, default "share of range"
        The unit.

    Returns
    -------
    DataFrame of float
        Index `actor`, a column per score; from 0 to 1, or on the scale ("points"). NaN for an actor whom nobody rated.

    Raises
    ------
    InputError
        If an item does not exist, or a rating lies outside the scale; all of them are listed.

    Notes
    -----
    Reports that give a percentage rarely say which of the two shares it is; they differ by up to 25 points on a scale
    from 1 to 4. Items that nobody answered about an actor are left out of its score. A rating says what partners think,
    and only of those whom they know: a mean over one or two raters says little, see `rater_disagreement`.

    References
    ----------
    Partnership capacity for community health improvement plan implementation: findings from a social network analysis
    (2016). BMC Public Health, 16. doi:10.1186/s12889-016-3194-7

    Examples
    --------
    >>> import pandas as pd
    >>> import socluster as sc
    >>> from socluster.measures.survey.collaboration import rating_scores
    >>> rows = [("A", "B", 4, 3), ("C", "B", 2, 3), ("B", "A", 1, 1)]
    >>> ties = pd.DataFrame(rows, columns=["source", "target", "reliable", "open"])
    >>> actors = pd.DataFrame({"actor": ["A", "B", "C"]})
    >>> cluster = sc.Cluster.from_tables(actors, ties, layers={"tie": {"directed": True}})
    >>> rating_scores(cluster, scores={"trust": ["reliable", "open"], "open": "open"}).round(3)
           trust   open
    actor
    A      0.000  0.000
    B      0.667  0.667
    C        NaN    NaN
    """
    wanted = {str(name): item_names(items) for name, items in scores.items()}
    if not wanted:
        raise InputError("name at least one score with its items, as in scores={'trust': ['reliable', 'open']}")
    every_item = dict.fromkeys(item for items in wanted.values() for item in items)
    measured, table = ratings_of(cluster, every_item, layer)
    within_scale(table, scale)
    received = table.groupby(level="rated").mean().reindex(measured.index)
    points = pd.DataFrame({name: received[items].mean(axis="columns") for name, items in wanted.items()})
    low, high = scale
    if variant == "points":
        return points
    return points / high if variant == "share of maximum" else (points - low) / (high - low)


@checked
def rater_disagreement(cluster: Any, /, *, items: Items, layer: str | None = None) -> pd.Series[Any]:
    r"""How far do the ratings of an actor differ?

    The standard deviation, over the raters, of the mean rating that each gives. High: a partner whom some trust and
    others do not, whatever its mean.

    .. math:: s_j = \sqrt{\frac{1}{k_j - 1} \sum_{i} (\bar r_{ij} - \bar r_j)^2}

    with r_ij the mean of the items that rater i answered about j, and k_j the number of raters.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    items : str or iterable of str
        Layers of ties or numeric columns of the ties, as in `rating_table`.
    layer : str, optional
        The layer whose ties have the columns.

    Returns
    -------
    Series of float
        Index `actor`, name `rater_disagreement`; from 0, in points of the scale. NaN with fewer than 2 raters.

    Raises
    ------
    InputError
        If an item does not exist.

    References
    ----------
    Frey, B. B., Lohmeier, J. H., Lee, S. W. & Tollefson, N. (2006). Measuring collaboration among grant partners.
    American Journal of Evaluation, 27, 383-392. doi:10.1177/1098214006290356

    Examples
    --------
    >>> import pandas as pd
    >>> import socluster as sc
    >>> from socluster.measures.survey.collaboration import rater_disagreement
    >>> ties = pd.DataFrame([("A", "B", 4), ("C", "B", 2), ("B", "A", 3)], columns=["source", "target", "weight"])
    >>> actors = pd.DataFrame({"actor": ["A", "B", "C"]})
    >>> cluster = sc.Cluster.from_tables(actors, ties, layers={"tie": {"directed": True}})
    >>> rater_disagreement(cluster, items="weight").round(4).tolist()
    [nan, 1.4142, nan]
    """
    measured, table = ratings_of(cluster, items, layer)
    spread = table.mean(axis="columns").groupby(level="rated").std(ddof=1)
    return spread.reindex(measured.index).astype(float).rename("rater_disagreement")


@checked
def relative_connectivity(cluster: Any, /, *, items: Items, layer: str | None = None) -> pd.Series[Any]:
    r"""How trusted and valued are an actor's partners together, relative to the actor with the most?

    The ratings that its partners receive are added up: many partners, and partners whom all trust and value, make the
    sum large. The actor with the largest sum has 1.

    .. math:: C_i = \frac{B_i}{\max_k B_k}, \qquad B_i = \sum_{j \in N(i)} s_j

    with s the mean rating that a partner receives (over the raters of an item, then over the items).

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    items : str or iterable of str
        Layers of ties or numeric columns of the ties, as in `rating_table`; usually those of trust and of value.
    layer : str, optional
        The layer whose ties have the columns.

    Returns
    -------
    Series of float
        Index `actor`, name `relative_connectivity`; from 0 (no partners) to 1 (the largest sum). NaN for all where
        nobody was rated.

    Raises
    ------
    InputError
        If an item does not exist, or a rating is negative.

    Notes
    -----
    Partners are those whom the actor rated or who rated it; a partner whom nobody rated adds nothing. Reports on
    collaborations print a relative connectivity that rests on value, trust and number of connections, in percent of the
    best member, and give no formula. This one is ours: read it as a ranking, and do not compare it among clusters.

    References
    ----------
    Partnership capacity for community health improvement plan implementation: findings from a social network analysis
    (2016). BMC Public Health, 16. doi:10.1186/s12889-016-3194-7 (the notes of table 1)

    Examples
    --------
    >>> import pandas as pd
    >>> import socluster as sc
    >>> from socluster.measures.survey.collaboration import relative_connectivity
    >>> ties = pd.DataFrame([("A", "B", 4), ("C", "B", 2), ("D", "A", 1)], columns=["source", "target", "weight"])
    >>> actors = pd.DataFrame({"actor": ["A", "B", "C", "D"]})
    >>> cluster = sc.Cluster.from_tables(actors, ties, layers={"tie": {"directed": True}})
    >>> relative_connectivity(cluster, items="weight").round(3).tolist()
    [1.0, 0.333, 1.0, 0.333]
    """
    measured, table = ratings_of(cluster, items, layer)
    negative = table.index[(table < 0).any(axis="columns")]
    if len(negative):
        raise InputError(
            [
                Problem(
                    "is a negative rating, which cannot be a part of the largest sum",
                    "ties",
                    " -> ".join(map(str, pair)),
                )
                for pair in negative
            ]
        )
    score = table.groupby(level="rated").mean().mean(axis="columns").reindex(measured.index).fillna(0.0).to_numpy()
    raters, rated = (measured.index.get_indexer(table.index.get_level_values(end)) for end in (0, 1))
    partner = np.zeros((measured.n_actors, measured.n_actors), dtype=bool)
    partner[raters, rated] = partner[rated, raters] = True
    benefit = partner @ score
    best = benefit.max(initial=0.0)
    values = benefit / best if best > 0 else np.full(len(benefit), np.nan)
    return pd.Series(values, index=measured.index, name="relative_connectivity")


@checked
def non_redundant_ties(cluster: Any, /, *, layer: str | None = None) -> pd.Series[Any]:
    r"""How many non-redundant ties does an actor have?

    Partners who are tied to each other bring much the same. Of the number of partners, the redundancy is taken off:
    the mean number of ties that a partner has with the other partners.

    .. math:: k_i - \frac{2 t_i}{k_i}

    with k partners, among whom there are t ties.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it, a tie in any layer counts.

    Returns
    -------
    Series of float
        Index `actor`, name `non_redundant_ties`; 0 for an isolate, else from 1 to the number of partners.

    Notes
    -----
    Ties are taken whichever way they run, and strengths do not count. For undirected ties without strengths it is
    `effective_size` (Borgatti's short form), but for isolates, who have no ties that could be redundant: 0, not NaN.

    References
    ----------
    Borgatti, S. P. (1997). Structural holes: unpacking Burt's redundancy measures. Connections, 20(1), 35-38.

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.survey.collaboration import non_redundant_ties
    >>> non_redundant_ties(sc.load_dataset("norway_project")).nlargest(2).round(3)
    actor
    LEU    11.333
    FUN     1.000
    Name: non_redundant_ties, dtype: float64
    """
    net = network(cluster, layer)
    tied = ones_like((net.strength + net.strength.T).tocsr())
    partners = np.diff(tied.indptr).astype(float)
    among_partners = row_sums(product_at(tied, tied, tied)).astype(float)  # each tie from both of its ends
    redundancy = np.divide(among_partners, partners, out=np.zeros(net.n), where=partners > 0)
    return net.series(partners - redundancy, "non_redundant_ties")
