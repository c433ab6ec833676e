"""Centralization: how far a cluster is centred on one actor, and how degrees are distributed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any, Literal

import numpy as np
import pandas as pd

from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.columns import Column, Table
from socluster.core.layers import Layer
from socluster.core.parts import Links
from socluster.core.simulated import simulated
from socluster.core.twomode import without_groups
from socluster.measures.centrality.degree import degree
from socluster.measures.shared.answers import Measure
from socluster.measures.shared.direction import Direction, check_direction, seen_from
from socluster.measures.shared.network import network
from socluster.measures.shared.one_value import one_layer, one_measure, value_by_actor

__all__ = ["centralization", "degree_distribution"]


@checked
def centralization(
    cluster: Any,
    measure: Measure = degree,
    /,
    *,
    layer: str | None = None,
    normalized: bool = True,
    variant: Literal["star", "mutual star"] = "star",
) -> float:
    r"""How far is the whole cluster centred on one actor?

    The most central actor is compared with all others. If everybody is as central, it is 0; in a star, where all ties
    run to one actor in the middle, it is 1. It works with any measure that gives a value by actor.

    .. math:: C = \frac{\sum_i \big( \max_j c_j - c_i \big)}{\sum_i \big( \max_j c^*_j - c^*_i \big)}

    with c the values of the measure in the cluster and c* those in a star of as many actors.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    measure : callable, default degree
        A measure of actors, ours or your own; `functools.partial` sets its options, as in
        ``partial(degree, direction="in")``. A high value must be a central one.
    layer : str, optional
        One layer of ties, which is all that the measure gets to see.
    normalized : bool, default True
        Divide by the value of the star. If not, the sum of the differences itself.
    variant : {"star", "mutual star"}, default "star"
        Which star, if ties are directed: of the three whose ties all run outwards, inwards, or both ways, the one with
        the largest differences ("star"), or that with ties both ways ("mutual star"). For in- and outdegree, "star"
        divides by (n - 1)^2 as R's sna, igraph and UCINET 6.849 do, "mutual star" by (n - 1)(n - 2) as older versions
        of UCINET did.

    Returns
    -------
    float
        From 0 (all alike) to 1 (a star), or in the unit of the measure if not normalized. NaN if there are fewer than
        3 actors, if the value of an actor is undefined, or if the star shows no differences.

    Raises
    ------
    InputError
        If the measure does not give one value by actor.

    Notes
    -----
    The star's value is computed with the measure itself and its options, and its ties have strength 1. For degree,
    betweenness and (undirected) closeness that is Freeman's largest possible value; the result then equals sna and, for
    undirected ties, igraph. UCINET 6.849 prints a third value for directed ties, the degree centralization of the
    symmetrised network: `centralization(cluster.symmetrise())`, divided by (n - 1)(n - 2). For other measures nobody
    knows the most central network, or it is no star: there the star is the yardstick by definition, and a value above 1
    is possible. That holds for `eigenvector`, whose largest differences arise where all but one pair are isolates
    (which is what sna and igraph divide by), for `information`, and for whatever adds up strengths. For directed
    closeness sna and igraph divide by (n - 1)(1 - 1 / n) instead of n - 1, as who reaches nobody has 0 here.

    Whether the measure itself is normalized makes no difference where it divides by the same number in every network of
    that size; it does for `eigenvector`, `katz` and others that divide by their own largest value.

    Centralization is no grade: a lead organisation in the middle can be what a cluster needs.

    References
    ----------
    Freeman, L. C. (1978). Centrality in social networks: conceptual clarification. Social Networks, 1, 215-239.
    doi:10.1016/0378-8733(78)90021-7

    Examples
    --------
    >>> from functools import partial
    >>> import socluster as sc
    >>> knoke = sc.load_dataset("knoke").layer("information")
    >>> round(centralization(knoke, sc.betweenness), 4)
    0.2011
    >>> round(centralization(knoke, partial(sc.degree, direction="in")), 4)
    0.5062
    """
    given = one_layer(cluster, layer)
    name, function = one_measure(measure)
    observed = _spread(function, name, given)
    if not normalized or np.isnan(observed):
        return observed
    in_layer = _options(function).get("layer")
    is_one_star = variant == "mutual star" or not given.is_directed(in_layer)
    ways = ("both",) if is_one_star else ("out", "in", "both")
    largest = max(_spread(function, name, _star(given, in_layer, way)) for way in ways)
    return observed / largest if largest > 0 else float("nan")


@checked
def degree_distribution(cluster: Any, /, *, layer: str | None = None, direction: Direction = "all") -> pd.DataFrame:
    """How many actors have no partner, one partner, two partners, and so on?

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it, a tie in any layer counts, and a pair tied in several layers counts once.
    direction : {"all", "out", "in"}, default "all"
        Partners to whom the actor's ties run ("out"), from whom ties run to it ("in"), or both, a mutual partner being
        one partner ("all").

    Returns
    -------
    DataFrame
        One row per degree, from 0 to the largest, also where nobody has it; index `degree` (number of partners).
        Columns: count (actors with that degree), share (the part of all actors), cumulative (the part of all actors
        with at least that degree). No rows if there are no actors.

    Notes
    -----
    Cumulative counts from above, as is usual for degree distributions: 0.3 in row 5 means that 30 % of the actors have
    five partners or more. The degrees are those of `degree`.

    References
    ----------
    Newman, M. E. J. (2003). The structure and function of complex networks. SIAM Review, 45, 167-256.
    doi:10.1137/S003614450342480

    Examples
    --------
    >>> import socluster as sc
    >>> degree_distribution(sc.load_dataset("kite"))
            count  share  cumulative
    degree
    0           0    0.0         1.0
    1           1    0.1         1.0
    2           1    0.1         0.9
    3           3    0.3         0.8
    4           2    0.2         0.5
    5           2    0.2         0.3
    6           1    0.1         0.1
    """
    check_direction(direction)
    net = network(cluster, layer)
    partners = np.diff(seen_from(net.binary, direction, directed=net.directed).indptr)
    count = np.bincount(partners) if net.n else np.zeros(0, dtype=np.int64)
    at_least = count[::-1].cumsum()[::-1]
    columns = {"count": count.astype(np.int64), "share": count / max(net.n, 1), "cumulative": at_least / max(net.n, 1)}
    return pd.DataFrame(columns, index=pd.RangeIndex(len(count), name="degree"))


def _options(function: Any) -> dict[str, Any]:
    return dict(function.keywords) if isinstance(function, partial) else {}


def _spread(function: Measure, name: str, cluster: Cluster) -> float:
    """Return the sum of the differences from the largest value; NaN if a value is undefined."""
    values = value_by_actor(function, name, cluster).to_numpy()
    return float((values.max() - values).sum()) if len(values) > 2 else float("nan")


def _star(cluster: Cluster, layer: str | None, way: str) -> Cluster:
    """Return the same actors with ties between the first and all others, in the layer that the measure looks at.

    Attributes of the actors stay, since the measure may need them; whether they answered does not.
    """
    parts = without_groups(cluster.parts)
    directed = cluster.is_directed(layer)
    if layer is None:
        layer = next((each for each in parts.layer_names if cluster.layers[each].directed == directed), None)
    layers = parts.layers if layer is not None else (*parts.layers, Layer("tie", directed=directed))
    code = len(parts.layers) if layer is None else parts.layer_names.index(layer)
    others = np.arange(1, cluster.n_actors)
    middle, both = np.zeros_like(others), way == "both" and directed
    source = np.concatenate([middle, others] if both else [middle if way == "out" or not directed else others])
    target = np.concatenate([others, middle] if both else [others if way == "out" or not directed else middle])
    ties = Links(source, target, np.full(len(source), code), simulated(np.ones(len(source))))
    responded = Column.empty("flag", cluster.n_actors)
    actors = Table({**parts.actors, "responded": responded}, cluster.n_actors)
    nothing = parts.unknown.take(np.array([], dtype=int))
    return Cluster(replace(parts, ties=ties, actors=actors, layers=layers, unknown=nothing, name=None, info={}))
