"""Brokers who were lost between two waves, and what ran through them."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.labels import label_index
from socluster.measures.centrality.betweenness import betweenness
from socluster.measures.cohesion.distances import distances

__all__ = ["lost_brokers", "ran_through", "steps_of"]

_COLUMNS = ["how", "betweenness_before", "betweenness_after", "pairs", "no_longer_reached"]


def lost_brokers(before: Cluster, after: Cluster, layer: str | None) -> pd.DataFrame:
    """Return who was in the top tenth by betweenness before, and left or is not in it after.

    Returns
    -------
    DataFrame
        Index `actor`, the highest first. Columns: how ("left" or "fell"); betweenness_before, betweenness_after (raw;
        NaN of who left); pairs (of others, in both waves, that a shortest path through it connected); no_longer_reached
        (of these, how many no path connects after).
    """
    scores = [_scores(each, layer) for each in (before, after)]
    top = [_top(each) for each in scores]
    known = set(after.ids)
    labels = dict(zip(before.ids, before.labels, strict=True)) | dict(zip(after.ids, after.labels, strict=True))
    lost = sorted(top[0] - top[1], key=lambda each: (-scores[0][each], each))
    steps = steps_of(before, after, layer) if lost else None
    rows, names = [], []
    for broker in lost:
        through = ran_through(before, after, layer, broker, steps)
        stayed = broker in known
        rows.append(
            (
                "fell" if stayed else "left",
                float(scores[0][broker]),
                float(scores[1][broker]) if stayed else float("nan"),
                len(through),
                int(np.isinf(through["distance_after"]).sum()),
            )
        )
        names.append(labels[broker])
    return pd.DataFrame(rows, columns=_COLUMNS, index=label_index(names))


def ran_through(
    before: Cluster, after: Cluster, layer: str | None, broker: str, steps: tuple[Array, Array] | None = None
) -> pd.DataFrame:
    """Return the pairs of others, who are in both waves, that a shortest path through a broker connected before.

    Parameters
    ----------
    before, after : Cluster
        The waves.
    layer : str or None
        The layer.
    broker : str
        Id of who was there before.
    steps : (array, array), optional
        From `steps_of`, where they are known already.

    Returns
    -------
    DataFrame
        Columns source, target (labels), distance_before, distance_after (steps; infinite where there is no path). Of
        undirected ties each pair is there once. What lost its path comes first, then what became longer.
    """
    place, is_in = {each: at for at, each in enumerate(before.ids)}, set(after.ids)
    others = [each for each in before.ids if each in is_in and each != broker]
    then = {each: at for at, each in enumerate(after.ids)}
    first, second = steps_of(before, after, layer) if steps is None else steps
    rows = np.array([place[each] for each in others], dtype=int)
    b = place[broker]
    near = first[np.ix_(rows, rows)]
    via = first[rows, b][:, None] + first[b, rows][None, :]
    on_path = np.isfinite(near) & (via == near) & ~np.eye(len(rows), dtype=bool)
    if not before.is_directed(layer):
        on_path &= np.triu(np.ones_like(on_path), 1)
    sources, targets = np.nonzero(on_path)
    later = np.array([then[each] for each in others], dtype=int)
    names = [after.labels[then[each]] for each in others]
    table = pd.DataFrame(
        {
            "source": pd.Series([names[each] for each in sources], dtype=object),
            "target": pd.Series([names[each] for each in targets], dtype=object),
            "distance_before": near[sources, targets],
            "distance_after": second[later[sources], later[targets]],
        }
    )
    longer = table["distance_after"] - table["distance_before"]
    return table.loc[longer.sort_values(ascending=False, kind="stable").index].reset_index(drop=True)


def _scores(cluster: Cluster, layer: str | None) -> pd.Series[Any]:
    """Return raw betweenness by id."""
    if not cluster.n_actors or not cluster.tie_layers:
        return pd.Series(0.0, index=list(cluster.ids))
    return betweenness(cluster, layer=layer, normalized=False).set_axis(list(cluster.ids))


def _top(scores: pd.Series[Any]) -> set[str]:
    """Return the tenth with the highest values, ties included, of those above 0."""
    most = math.ceil(len(scores) / 10)
    if not most:
        return set()
    least = float(scores.nlargest(most).iloc[-1])
    return set(scores.index[(scores >= least - 1e-9) & (scores > 1e-9)])


def steps_of(before: Cluster, after: Cluster, layer: str | None) -> tuple[Array, Array]:
    """Return the number of steps from each to each, in both waves."""
    return _steps(before, layer), _steps(after, layer)


def _steps(cluster: Cluster, layer: str | None) -> Array:
    """Return the number of steps from each to each, infinite where there is no path."""
    if not cluster.tie_layers:
        steps = np.full((cluster.n_actors, cluster.n_actors), np.inf)
        np.fill_diagonal(steps, 0)
        return steps
    found: Array = distances(cluster, layer=layer).to_numpy(dtype=float)
    return found
