"""Where the actors are in a picture: the same cluster always gives the same picture."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from scipy import sparse
from scipy.sparse import csgraph
from scipy.spatial import cKDTree

from socluster.core.arguments import is_number
from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem
from socluster.core.labels import label_index
from socluster.io.objects.dispatch import as_cluster
from socluster.plot.clusters.backbone import backbone, is_dense
from socluster.plot.clusters.force import force_directed
from socluster.plot.clusters.packing import packed
from socluster.words import counted, later, number

__all__ = ["ASPECT", "FIRST_ISOLATE_ROW", "ISOLATE_STEP", "drawn", "positions", "shows_groups"]

MOST_DRAWN = 20_000  # actors

ASPECT = 1.5  # width of a picture in heights, where nobody says another
ISOLATE_STEP, _ISOLATES_IN_ROW, FIRST_ISOLATE_ROW = 0.042, 24, 0.085


def shows_groups(cluster: Cluster, groups: bool | None) -> bool:
    """Whether groups are drawn: as the caller wants, else where a cluster has affiliations and no ties."""
    return bool(groups) if groups is not None else cluster.n_affiliations > 0 and cluster.n_ties == 0


def drawn(cluster: Any) -> Cluster:
    """Return the cluster as pictures take it: actors and groups go by their ids, which are texts.

    Raises
    ------
    InputError
        If there are so many actors that no picture could show them.
    """
    given: Cluster = as_cluster(cluster)
    if given.n_actors > MOST_DRAWN:
        raise InputError(
            "a picture {of_actors} would show nothing, and up to {most} are drawn; draw a part of the cluster, as "
            "cluster.ego(actor, 2) or select(actors=...) gives one",
            {
                "of_actors": counted("of {n} actor", "of {n} actors", given.n_actors),
                "most": later(number, MOST_DRAWN),
            },
        )
    return Cluster(given.parts.by_id()) if given.labels != given.ids or given.n_groups else given


@checked
def positions(*clusters: Any, groups: bool | None = None, aspect: float = ASPECT) -> pd.DataFrame:
    """Where is every actor in the picture?

    Actors who are few steps apart are near each other (stress of Kamada and Kawai), and of more than 80 those who are
    tied among themselves stand together (from there on the forces of Fruchterman and Reingold, beyond 500 actors these
    alone). A dense network stands as its backbone does; of more than 500 and up to 5,000
    actors its parts stand apart (DrL). Components are packed side by side, isolates are in rows below.
    Several clusters share one layout of all their actors and ties together, so that pictures of before and after
    differ only where the clusters do.

    Parameters
    ----------
    *clusters : Cluster or anything that `as_cluster` takes
        One, or the cluster before and after.
    groups : bool, optional
        Whether groups get positions too (default: where a cluster has affiliations and no ties).
    aspect : float, default 1.5
        Width of the picture in heights, from 0.2 to 5.

    Returns
    -------
    DataFrame
        Index `actor`; columns x, from 0 to 1, and y, from 0 to 1 / aspect, in the same unit (actors without ties: y
        below 0). With groups there is one row for each of them too, and a column `mode` that says actor or group.

    Raises
    ------
    InputError
        If there is no cluster, or the aspect is out of range.

    Notes
    -----
    Neither the order of the rows of ties nor any random state matters. Strengths are not used: a picture shows who is
    tied, and how strongly by the width of the line.

    References
    ----------
    Kamada & Kawai 1989, doi:10.1016/0020-0190(89)90102-6; Fruchterman & Reingold 1991, doi:10.1002/spe.4380211102;
    Brandes & Pich 2007 for the start, doi:10.1007/978-3-540-70904-6_6; Nocaj, Ortmann & Brandes 2015 for the backbone,
    doi:10.7155/jgaa.00370; Martin, Brown, Klavans & Boyack 2011 for DrL, doi:10.1117/12.871402.

    Examples
    --------
    >>> import pandas as pd
    >>> from socluster import Cluster
    >>> ties = pd.DataFrame({"source": ["A", "B"], "target": ["B", "C"]})
    >>> positions(Cluster.from_tables(pd.DataFrame({"actor": list("ABC")}), ties)).round(2)
             x     y
    actor
    A      0.0  0.33
    B      0.5  0.33
    C      1.0  0.33
    """
    if not clusters:
        raise InputError("state whose positions: positions(cluster), or positions(before, after)")
    if not (is_number(aspect) and 0.2 <= aspect <= 5):
        raise InputError(Problem("must be from 0.2 to 5", is_argument=True, column="aspect", value=aspect))
    labelled: list[Cluster] = [as_cluster(cluster) for cluster in clusters]
    given = [drawn(cluster) for cluster in labelled]
    with_groups = any(shows_groups(cluster, groups) for cluster in given)
    nodes, edges = _union(given, with_groups)
    points = arrange(len(nodes), edges, aspect)
    called = {("actor", name): label for each in labelled for name, label in zip(each.ids, each.labels, strict=True)}
    for each in labelled:
        called |= {("group", name): label for name, label in each.parts.originals.groups.items()}
    frame = pd.DataFrame(points, columns=["x", "y"], index=label_index([called.get(node, node[1]) for node in nodes]))
    if with_groups:
        frame["mode"] = [mode for mode, _ in nodes]
    return frame


def _union(clusters: list[Cluster], with_groups: bool) -> tuple[list[tuple[str, str]], Array]:
    """Nodes as (mode, id) and distinct undirected edges between their positions, both in a canonical order."""
    place: dict[tuple[str, str], int] = {}
    for cluster in clusters:
        for label in cluster.labels:
            place.setdefault(("actor", label), len(place))
    if with_groups:
        for cluster in clusters:
            for label in cluster.groups.index:
                place.setdefault(("group", str(label)), len(place))
    edges: set[tuple[int, int]] = set()
    for cluster in clusters:
        ties = cluster.ties
        edges |= _pairs(place, ("actor", ties["source"]), ("actor", ties["target"]))
        if with_groups:
            links = cluster.affiliations
            edges |= _pairs(place, ("actor", links["actor"]), ("group", links["group"]))
    return list(place), np.array(sorted(edges), dtype=np.int64).reshape(-1, 2)


def _pairs(
    place: dict[tuple[str, str], int], near: tuple[str, pd.Series[Any]], far: tuple[str, pd.Series[Any]]
) -> set[tuple[int, int]]:
    sources = [place[near[0], label] for label in near[1]]
    targets = [place[far[0], label] for label in far[1]]
    return {(min(pair), max(pair)) for pair in zip(sources, targets, strict=True)}


def arrange(n: int, edges: Array, aspect: float = ASPECT) -> Array:
    """Return one point per node: components packed into a box of width 1, nodes without edges in rows below it."""
    points = np.zeros((n, 2))
    ones = np.ones(len(edges))
    _, component = csgraph.connected_components(sparse.csr_array((ones, (edges[:, 0], edges[:, 1])), shape=(n, n)))
    members = [np.flatnonzero(component == code) for code in np.unique(component)]
    tied = sorted((each for each in members if len(each) > 1), key=lambda each: (-len(each), each[0]))
    alone = np.array([each[0] for each in members if len(each) == 1], dtype=np.int64)
    if not tied:
        return _full_grid(n, aspect)
    drawings = []
    for nodes in tied:
        new_code = np.full(n, -1)
        new_code[nodes] = np.arange(len(nodes))
        own = new_code[edges[np.isin(edges[:, 0], nodes)]]
        dense = is_dense(len(nodes), len(own))
        if dense:
            own = own[backbone(len(nodes), own)]
        drawings.append(force_directed(len(nodes), own, dense))
    for nodes, places in zip(tied, packed(drawings, aspect), strict=True):
        points[nodes] = places
    inside = np.concatenate(tied)
    points[inside] = _apart(_into_box(points[inside], aspect), aspect)
    points[alone] = _rows_below(len(alone))
    return points


def _into_box(points: Array, aspect: float) -> Array:
    """Put a drawing into a box of width 1, as large as it can be, in its middle; a circle stays a circle."""
    low, extent = points.min(axis=0), np.ptp(points, axis=0)
    box = np.array([1.0, 1.0 / aspect])
    scale = float((box / np.maximum(extent, 1e-9)).min())
    inside: Array = (points - low - extent / 2) * scale + box / 2
    return inside


def _apart(points: Array, aspect: float, rounds: int = 80) -> Array:
    """Push points that cover each other apart until they are a readable distance from each other."""
    # many are no farther apart than marks need: farther, they would fill the drawing evenly, whatever its parts
    room = np.interp(len(points), [60, 150], [0.6, 0.42])
    least = min(0.06, room / np.sqrt(aspect * len(points)))
    spread = points.copy()
    for _ in range(rounds):
        close = cKDTree(spread).query_pairs(0.97 * least, output_type="ndarray")
        if not len(close):
            break
        gap = spread[close[:, 0]] - spread[close[:, 1]]
        distance = np.maximum(np.hypot(gap[:, 0], gap[:, 1]), 1e-6)[:, None]
        push = 0.3 * (least - distance) / distance * gap
        np.add.at(spread, close[:, 0], push)
        np.add.at(spread, close[:, 1], -push)
    return _into_box(spread, aspect)


def _rows_below(n: int) -> Array:
    order = np.arange(n)
    x = (order % _ISOLATES_IN_ROW + 0.5) * ISOLATE_STEP
    return np.column_stack([x, -FIRST_ISOLATE_ROW - ISOLATE_STEP * (order // _ISOLATES_IN_ROW)])


def _full_grid(n: int, aspect: float) -> Array:
    columns = max(1, int(np.ceil(np.sqrt(n * aspect))))
    order = np.arange(n)
    rows = max(1, int(np.ceil(n / columns)))
    step = min(1 / columns, 1 / aspect / rows)
    return np.column_stack([(order % columns + 0.5) * step, 1 / aspect - (order // columns + 0.5) * step])
