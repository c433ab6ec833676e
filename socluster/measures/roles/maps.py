"""Maps: points for actors, near each other if the actors are near."""

from __future__ import annotations

import warnings
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
import pandas as pd

from socluster._kernels.spectra.scaling import classical_scaling, least_stress, stress
from socluster.core.arguments import check_language, positive_integer
from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem, SoclusterWarning
from socluster.core.labels import ids_of, label_index
from socluster.core.result import Result
from socluster.measures.cohesion.distances import distances as steps_apart
from socluster.measures.shared.network import Network, network
from socluster.measures.shared.room import refuse_without_room
from socluster.words import Language, count, number, percent, say

__all__ = ["DistanceMap", "mds"]

MOST_AXES = 100


@dataclass(frozen=True, eq=False, repr=False)
class DistanceMap(Result):
    """What `mds` found. Its text is a sentence.

    Parameters
    ----------
    cluster : Cluster
        The layers that were measured (after projection, if there were only two modes).
    points : DataFrame
        Index `actor`, columns 1, 2, ...: the axes, that with the largest spread first.
    stress : float
        Kruskal's stress of the map: 0 if its distances are those of the actors.
    share : float
        What part of the spread of the distances the axes of classical scaling hold, 0..1.
    variant : str
        What was made small.
    """

    cluster: Cluster
    points: pd.DataFrame = field(repr=False)
    stress: float
    share: float
    variant: str

    def to_frame(self) -> pd.DataFrame:
        """Return one row per actor: index `actor`, a column for every axis."""
        return self.points.copy()

    def plot(self, *, language: Language = "en") -> Any:
        """Return a plotly figure of the cluster with every actor at its point, by the first two axes.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the labels.
        """
        from socluster.plot import network as picture  # plotly is heavy; load it when somebody wants to see

        check_language(language)
        return picture(self.cluster, layout=_layout(self.points), language=language)

    def sentences(self, language: Language = "en") -> list[str]:
        """Return how well the map shows the distances.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        placed = count("Map of {n} actor", "Map of {n} actors", len(self.points), language)
        if np.isnan(self.stress):
            return [say("{map}: no two of them are apart.", language, map=placed), *self.about_data(language)]
        said = count(
            "{map} on {n} axis: stress {stress} (0 would show every distance as it is); the axes of classical scaling "
            "hold {share} of the spread.",
            "{map} on {n} axes: stress {stress} (0 would show every distance as it is); the axes of classical scaling "
            "hold {share} of the spread.",
            self.points.shape[1],
            language,
            map=placed,
            stress=number(self.stress, language),
            share=percent(self.share, language),
        )
        return [said, *self.about_data(language)]


@checked
def mds(
    cluster: Any,
    /,
    *,
    layer: str | None = None,
    distances: pd.DataFrame | None = None,
    dimensions: int = 2,
    variant: Literal["classical", "stress"] = "classical",
) -> DistanceMap:
    r"""Where do actors stand on a map that shows how far apart they are (multidimensional scaling)?

    Classical scaling takes the axes along which the points spread most, if the distances were those of a space:

    .. math:: -\tfrac{1}{2} J D^{(2)} J = V \Lambda V', \qquad X = V_d \Lambda_d^{1/2}, \qquad
        \text{stress} = \sqrt{\frac{\sum_{i < j} (\delta_{ij} - d_{ij})^2}{\sum_{i < j} d_{ij}^2}}

    with D the squares of the distances δ of the actors, J = I - 1/n, the d largest eigenvalues, and d the distances of
    the points.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it, paths run over all layers.
    distances : DataFrame, optional
        Other distances than those along ties: symmetric, with a row and a column for every actor, as that of
        `equivalence_distances`.
    dimensions : int, default 2
        Number of axes, up to 100.
    variant : {"classical", "stress"}, default "classical"
        "stress" moves the points of classical scaling on until the squares of δ - d add up to no less (majorisation).

    Returns
    -------
    DistanceMap
        points (index `actor`, columns 1 to d, in steps or in the unit of the distances), stress (from 0), share (0..1),
        variant; `.to_frame()`, `.plot()`.

    Raises
    ------
    InputError
        If the distances given are no symmetric table of numbers from 0 for all actors.

    Notes
    -----
    Without `distances` they are steps, ties taken whichever way they point; a pair without a path counts as one step
    farther apart than the farthest pair with one. Only distances between points mean anything: a map may be turned and
    mirrored. The sign of an axis is set by its farthest point; where two axes spread alike, which comes first is
    arbitrary. The search for less stress has no chance in it, and may end where another start ends lower. Kruskal
    called a stress of .2 poor, .1 fair, .05 good. It equals R's `cmdscale`; UCINET's metric scaling makes stress small.
    It takes a table of all pairs: some thousands of actors fill the memory.

    References
    ----------
    Torgerson, W. S. (1952). Multidimensional scaling: I. Theory and method. Psychometrika, 17, 401-419.
    doi:10.1007/BF02288916
    Kruskal, J. B. (1964). Multidimensional scaling by optimizing goodness of fit to a nonmetric hypothesis.
    Psychometrika, 29, 1-27. doi:10.1007/BF02289565

    Examples
    --------
    >>> import socluster as sc
    >>> found = sc.mds(sc.load_dataset("kite"))
    >>> found
    Map of 10 actors on 2 axes: stress 0.0956 (0 would show every distance as it is); the axes of classical scaling hold
    86% of the spread.
    >>> found.points.loc[["7", "8", "9"], 1].round(2).tolist()
    [0.78, 1.81, 2.85]
    """
    dimensions = positive_integer("dimensions", dimensions, most=MOST_AXES)
    net = network(cluster, layer)
    refuse_without_room("mds", net.n)
    wanted = _steps(net, layer) if distances is None else _given(distances, net.cluster)
    points, values = classical_scaling(wanted, dimensions)
    if variant == "stress":
        points = least_stress(wanted, points)
    spread = abs(values).sum()
    share = float(values[:dimensions].clip(0).sum() / spread) if spread else float("nan")
    columns = pd.RangeIndex(1, dimensions + 1, name="axis")
    table = pd.DataFrame(points, index=net.cluster.index, columns=columns)
    measured = net.cluster if layer is None else net.cluster.layer(layer)
    return DistanceMap(measured, table, stress(wanted, points), share, variant)


def _steps(net: Network, layer: str | None) -> Array:
    """Return steps between all pairs, one more than the most where there is no path."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SoclusterWarning)  # said once already
        found: Array = steps_apart(net.cluster, layer=layer, direction="all").to_numpy(dtype=float).copy()
    np.fill_diagonal(found, 0.0)
    apart = np.isinf(found)
    found[apart] = found[~apart].max(initial=0.0) + 1
    return found


def _given(distances: pd.DataFrame, cluster: Cluster) -> Array:
    rows, columns = (label_index(ids_of(axis)) for axis in (distances.index, distances.columns))
    distances = distances.set_axis(rows, axis="index").set_axis(columns, axis="columns")
    missing = [name for name in cluster.ids if name not in distances.index or name not in distances.columns]
    if missing:
        raise InputError([Problem("has no row and column in the distances", "actors", label) for label in missing])
    labels = list(cluster.ids)
    try:
        found: Array = distances.loc[labels, labels].to_numpy(dtype=float).copy()
    except (TypeError, ValueError):
        raise InputError(Problem("must hold numbers", "distances")) from None
    np.fill_diagonal(found, 0.0)
    if found.shape != (len(labels), len(labels)):
        raise InputError(Problem("an actor has two rows or columns", "distances"))
    if not np.isfinite(found).all() or (found < 0).any():
        raise InputError(Problem("must hold finite numbers from 0 for every pair", "distances"))
    if not np.allclose(found, found.T):
        raise InputError(Problem("must be symmetric: the same from A to B as from B to A", "distances"))
    return found


def _layout(points: pd.DataFrame) -> pd.DataFrame:
    """Return the first two axes as places in a picture, from 0 to 1 on the longer side."""
    x = points.iloc[:, 0]
    y = points.iloc[:, 1] if points.shape[1] > 1 else x * 0
    longest = max(np.ptp(x), np.ptp(y), 1e-12) if len(points) else 1.0
    return pd.DataFrame({"x": (x - x.min()) / longest, "y": (y - y.min()) / longest})
