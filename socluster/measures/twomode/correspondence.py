"""Correspondence analysis: actors and the groups that they belong to, on one map."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from socluster._kernels.spectra.correspondence import correspondences
from socluster.core.arguments import check_language, positive_integer
from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.errors import InputError
from socluster.core.result import Result
from socluster.measures.shared.incidence import incidence
from socluster.measures.shared.room import refuse_without_room
from socluster.words import Language, count, number, percent, phrase, say

__all__ = ["Correspondence", "correspondence"]

MOST_AXES = 100


@dataclass(frozen=True, eq=False, repr=False)
class Correspondence(Result):
    """What `correspondence` found. Its text is a sentence.

    Parameters
    ----------
    cluster : Cluster
        The cluster that was measured.
    actors, groups : DataFrame
        A row for each, columns 1, 2, ...: the axes, that with the largest inertia first.
    inertia : Series of float
        Index `axis`: what each of all axes holds of the total inertia.
    """

    cluster: Cluster
    actors: pd.DataFrame = field(repr=False)
    groups: pd.DataFrame = field(repr=False)
    inertia: pd.Series[Any] = field(repr=False)

    def to_frame(self) -> pd.DataFrame:
        """Return one row per actor and per group: index (mode, label), a column for every axis."""
        return pd.concat({"actor": self.actors, "group": self.groups}, names=["mode", "label"])

    def plot(self, *, language: Language = "en") -> Any:
        """Return a plotly figure of actors and groups at their points, by the first two axes.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the labels.
        """
        from socluster.plot import network as picture  # plotly is heavy; load it when somebody wants to see

        check_language(language)
        placed = self.actors.index[self.actors.notna().all(axis=1)]
        points = self.to_frame().dropna()
        x = points.iloc[:, 0]
        y = points.iloc[:, 1] if points.shape[1] > 1 else x * 0
        longest = max(np.ptp(x), np.ptp(y), 1e-12)
        layout = pd.DataFrame({"x": (x - x.min()) / longest, "y": (y - y.min()) / longest}).reset_index("mode")
        return picture(
            self.cluster.select(actors=placed), layout=layout.rename_axis("actor"), groups=True, language=language
        )

    def sentences(self, language: Language = "en") -> list[str]:
        """Return how much of the affiliations the map shows.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        total, shown = self.inertia.sum(), self.inertia.iloc[: self.actors.shape[1]].sum()
        if not total:
            return [say("All who belong to a group belong to the same groups, so that nobody is apart.", language)]
        return [
            count(
                "Map of actors and groups on {n} axis: it holds {share} of the inertia of {total}.",
                "Map of actors and groups on {n} axes: they hold {share} of the inertia of {total}.",
                self.actors.shape[1],
                language,
                share=percent(shown / total, language),
                total=number(total, language),
            )
        ]


@checked
def correspondence(cluster: Any, /, *, layer: str | None = None, dimensions: int = 2) -> Correspondence:
    r"""Where do actors and their groups stand on one map (correspondence analysis)?

    Actors who belong to the same groups are at the same place, and groups with the same members too. What is shown is
    how far the affiliations differ from those expected if all actors chose groups alike, by their sizes only.

    .. math:: S = D_r^{-1/2} (P - r c') D_c^{-1/2} = U \Sigma V', \qquad
        F = D_r^{-1/2} U \Sigma, \quad G = D_c^{-1/2} V \Sigma

    with P the affiliations over their number, r and c the sums of its rows and columns, D these on a diagonal.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure; it needs groups.
    layer : str, optional
        One layer of affiliations; without it, an affiliation in any layer counts.
    dimensions : int, default 2
        Number of axes.

    Returns
    -------
    Correspondence
        actors and groups (principal coordinates, F and G), inertia (the squares of the singular values, of every axis);
        `.to_frame()`, `.plot()`.

    Raises
    ------
    InputError
        If there are no affiliations.

    Notes
    -----
    Weights do not count. Who belongs to no group has no place: NaN, and so does a group without members. An axis that
    the affiliations do not have is 0. The total inertia is chi-squared over the number of affiliations. Distances among
    actors mean something, and those among groups; a group is near its members on average, but its distance from one
    actor means nothing by itself. The sign of an axis is arbitrary, and is set by the actor farthest out; actors in
    rare groups are far out, and a piece that shares nothing with the rest has an axis of its own, whose inertia is 1.

    It equals R's `ca` and `MASS::corresp` (up to signs) and UCINET's correspondence analysis in principal coordinates.

    References
    ----------
    Greenacre, M. (2017). Correspondence Analysis in Practice. CRC Press. doi:10.1201/9781315369983
    Borgatti, S. P. & Everett, M. G. (1997). Network analysis of 2-mode data. Social Networks, 19, 243-269.
    doi:10.1016/S0378-8733(96)00301-2

    Examples
    --------
    >>> import socluster as sc
    >>> found = sc.correspondence(sc.load_dataset("davis"))
    >>> found
    Map of actors and groups on 2 axes: they hold 57% of the inertia of 1.65.
    >>> found.inertia.head(2).round(3).tolist()
    [0.627, 0.319]
    """
    dimensions = positive_integer("dimensions", dimensions, most=MOST_AXES)
    net = incidence(cluster, layer)
    if not net.matrix.nnz:
        raise InputError(
            "{cluster} has no affiliations here, so that there is nothing to place actors and groups by",
            {"cluster": net.cluster.name or phrase("the cluster")},
        )
    refuse_without_room("correspondence", net.shape[0], columns=net.shape[1])
    found = correspondences(net.matrix.toarray().astype(float), dimensions)
    columns = pd.RangeIndex(1, dimensions + 1, name="axis")
    axes = pd.RangeIndex(1, len(found.inertia) + 1, name="axis")
    return Correspondence(
        net.cluster,
        pd.DataFrame(found.rows, index=net.cluster.index, columns=columns),
        pd.DataFrame(found.columns, index=net.cluster.groups.index, columns=columns),
        pd.Series(found.inertia, index=axes, name="inertia"),
    )
