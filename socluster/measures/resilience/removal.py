"""Resilience: what the others lose when an actor, or several, leave."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

import numpy as np
import pandas as pd
from scipy.sparse import csgraph

from socluster._kernels.losing.each import lost_with_each_actor
from socluster._kernels.losing.insertion import distances
from socluster._kernels.paths.equal_lengths import SAME_LENGTH
from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError
from socluster.core.labels import Label, label_index
from socluster.core.matrix import Matrix
from socluster.core.progress import progress
from socluster.core.subset import chosen
from socluster.measures.shared.direction import underlying
from socluster.measures.shared.igraph_graph import igraph_of
from socluster.measures.shared.kept import reach_of
from socluster.measures.shared.lengths import Cost, lengths
from socluster.measures.shared.network import Network, network
from socluster.measures.shared.room import refuse_without_room

__all__ = ["removal"]

Removed: TypeAlias = "Iterable[Label] | pd.Series[Any]"

_WHOLE = ("components", "broken_pairs", "longer_pairs")  # whole numbers


@checked
def removal(
    cluster: Any,
    /,
    *,
    actors: Removed | Mapping[str, Any] | None = None,
    layer: str | None = None,
    cost: Cost = None,
) -> pd.DataFrame:
    """What do the others lose if an actor leaves?

    Takes actors out of the cluster and looks at those who remain: do they still reach each other, and by longer paths?
    Who leaves does no harm by having been well connected itself; what counts are the pairs of others. Only `ties_lost`
    is about those who leave; a mutual pair of directed ties counts twice there.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    actors : iterable of str, bool Series, or mapping, optional
        Without it, each actor leaves alone, a row for each. Ids, or a mark such as a measure returns: these leave
        together, one row. A mapping from a name to ids, a mark, or attributes as in ``{"sector": "public"}``: each set
        leaves by itself, a row for each name.
    layer : str, optional
        One layer of ties; without it, paths run over all layers.
    cost : None, "inverse" or callable, optional
        Length of a tie, as in `closeness`; by default every tie is one step.

    Returns
    -------
    DataFrame
        Index `actor` (each alone) or `removed` (sets). Columns:

        - components: number of components among those who remain, ties taken whichever way they run
        - fragmentation: part of the pairs of those who remain in which one does not reach the other
        - fragmentation_original: the same of all pairs there were, those of who left being lost
        - broken_pairs: number of remaining pairs with a path before and none after
        - longer_pairs: number of remaining pairs that still have a path, but a longer one
        - efficiency: `global_efficiency` of those who remain
        - efficiency_change: less that of the same pairs before, when paths could run over who left; 0 or below
        - ties_lost: part of the tied pairs that go with who left; of directed ties, a mutual pair is two

    Raises
    ------
    InputError
        If an actor is not in the cluster.

    Notes
    -----
    Paths follow the direction of the ties. If ties are directed, pairs are ordered; if not, they are not. Fragmentation
    and efficiency are NaN where fewer than 2 actors remain, the share of ties lost where there were none. The
    fragmentation after a removal is Borgatti's key player criterion, over the actors who remain; over the original ones
    it is comparable among sets of different size.

    References
    ----------
    Borgatti, S. P. (2006). Identifying sets of key players in a social network. Computational & Mathematical
    Organization Theory, 12, 21-34. doi:10.1007/s10588-006-7084-x

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.resilience.removal import removal
    >>> kite = sc.load_dataset("kite")
    >>> removal(kite).loc["7", ["components", "fragmentation", "fragmentation_original"]].round(4).tolist()
    [2.0, 0.3889, 0.5111]
    >>> removal(kite, actors={"both gatekeepers": ["5", "6"]})[["broken_pairs", "longer_pairs", "ties_lost"]].round(3)
                      broken_pairs  longer_pairs  ties_lost
    removed
    both gatekeepers            15             0        0.5
    """
    net = network(cluster, layer)
    refuse_without_room("removal", net.n)
    if actors is None:
        return _typed(pd.DataFrame(_each_alone(net, cost), index=net.cluster.index, columns=list(_COLUMNS)))
    before = _Before(net, lengths(net.strength, cost))
    sets = _sets(net.cluster, actors)
    rows = [before.compare(~gone, distances(before.length, ~gone)) for gone in sets.values()]
    return _typed(pd.DataFrame(rows, index=label_index(sets, "removed"), columns=list(_COLUMNS)))


def _typed(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.astype({name: np.int64 if name in _WHOLE else float for name in _COLUMNS})


_COLUMNS = (
    "components",
    "fragmentation",
    "fragmentation_original",
    "broken_pairs",
    "longer_pairs",
    "efficiency",
    "efficiency_change",
    "ties_lost",
)


def _each_alone(net: Network, cost: Cost) -> dict[str, Array]:
    """Return the columns of the answer if each actor leaves alone."""
    n, length = net.n, lengths(net.strength, cost)
    lost = lost_with_each_actor(length, lambda parts, total: progress(parts, total, "removal", "part"))
    had_path, near_before = (_among_others(net, cost, column) for column in (0, 2))
    paths = had_path - lost.broken
    near = np.where(paths > 0, near_before + lost.inverse, 0.0)
    pairs, original, cells = (n - 1) * (n - 2), n * (n - 1), 1 if net.directed else 2
    ties = np.diff(length.indptr) + np.diff(length.tocsc().indptr)
    return {
        "components": _components_without_each(net),
        "fragmentation": 1 - _parts(paths, pairs),
        "fragmentation_original": 1 - _parts(paths, original),
        "broken_pairs": lost.broken // cells,
        "longer_pairs": lost.longer // cells,
        "efficiency": _parts(near, pairs),
        "efficiency_change": _parts(lost.inverse, pairs),
        "ties_lost": 1 - _parts(length.nnz - ties, length.nnz),
    }


def _among_others(net: Network, cost: Cost, column: int) -> Array:
    """Return by actor the sum, over the pairs of others, of what `reach_of` has in that column."""
    out = reach_of(net, cost=cost)[column]
    into = reach_of(net, cost=cost, direction="in")[column] if net.directed else out
    return np.asarray(out.sum() - out - into)


def _components_without_each(net: Network) -> Array:
    """Return the number of components without an actor: its own falls into its biconnected parts."""
    tied = underlying(net)
    parts = igraph_of(tied, directed=False).biconnected_components()
    members = np.array([actor for part in parts for actor in part], dtype=np.int64)
    whole = csgraph.connected_components(tied)[0] if net.n else 0
    return np.asarray(whole - 1 + np.bincount(members, minlength=net.n))


class _Before:
    """The network with everybody, to compare what remains with."""

    def __init__(self, net: Network, length: Matrix) -> None:
        self.length = length
        self.cells = 1 if net.directed else 2  # of the table of distances, for a pair
        self.distance = distances(length, np.ones(net.n, dtype=bool))

    def compare(self, stays: Array, after: Array) -> dict[str, float]:
        """Return a row of the answer; `after` are the distances among those who stay."""
        n, left = len(stays), int(stays.sum())
        before = np.where(stays[:, None] & stays, self.distance, np.inf)
        for table in (before, after):
            np.fill_diagonal(table, np.inf)
        has_path, had_path = np.isfinite(after), np.isfinite(before)
        longer = has_path & (after > before * (1 + SAME_LENGTH))
        pairs, original = left * (left - 1), n * (n - 1)
        efficiency = _part((1 / after).sum(), pairs)
        remaining = self.length[stays][:, stays]
        return {
            "components": csgraph.connected_components(remaining, connection="weak")[0] if left else 0,
            "fragmentation": 1 - _part(has_path.sum(), pairs),
            "fragmentation_original": 1 - _part(has_path.sum(), original),
            "broken_pairs": (had_path.sum() - has_path.sum()) // self.cells,
            "longer_pairs": longer.sum() // self.cells,
            "efficiency": efficiency,
            "efficiency_change": efficiency - _part((1 / before).sum(), pairs),
            "ties_lost": 1 - _part(remaining.nnz, self.length.nnz),
        }


def _part(number: float, whole: int) -> float:
    return float(number) / whole if whole else float("nan")


def _parts(numbers: Array, whole: int) -> Array:
    return numbers / whole if whole > 0 else np.full(len(numbers), np.nan)


def _sets(cluster: Cluster, actors: Removed | Mapping[str, Any]) -> dict[Label, Array]:
    """Return a mask of who leaves, by the name of the set; a single actor is called by its label.

    Raises
    ------
    InputError
        If a set names somebody who is not there; all problems are listed.
    """
    frame = cluster.actors
    if not isinstance(actors, Mapping):
        gone = chosen(frame, actors, "actor")
        leaving = [label for label, goes in zip(cluster.labels, gone.tolist(), strict=True) if goes]
        return {leaving[0] if len(leaving) == 1 else ", ".join(map(str, leaving)): gone}
    sets: dict[Label, Array] = {}
    problems = []
    for name, wanted in actors.items():
        try:
            sets[str(name)] = chosen(frame, wanted, "actor")
        except InputError as error:
            problems += list(error.problems)
    if problems:
        raise InputError(problems)
    return sets
