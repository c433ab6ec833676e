"""What is counted of losses: a table of whole numbers, and the names of what breaks."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from socluster._kernels.losing.losses import Breakable, Remains
from socluster.core.cluster import Cluster
from socluster.core.columns import TEXT, Array
from socluster.core.progress import progress
from socluster.measures.shared.network import Network
from socluster.plot.text import alphabetical

__all__ = ["BROKEN", "NOBODY", "breaking", "counts_of", "index_of", "named", "worst_first"]

BROKEN = {"reach": "broken_pairs", "chains": "chains", "provided": "services", "tied": "isolated"}  # worst first
NOBODY = np.empty((1, 0), dtype=np.int64)  # the loss of none


def breaking(net: Network, provides: str | None) -> Breakable:
    """Return the ties and affiliations of the network, ready to lose actors."""
    return Breakable(net.ties, net.cluster.affiliation_matrix(provides))


def counts_of(kernel: Breakable, net: Network, removed: Array) -> dict[str, Array]:
    """Return the columns of the answer: whole numbers, one per loss."""
    singles, place = np.unique(removed, return_inverse=True)
    alone = kernel.remains(singles[:, None]) if removed.shape[1] == 2 else None
    place = place.reshape(removed.shape)
    columns: dict[str, list[Array]] = {"components": []}
    runs = list(kernel.runs(len(removed))) or [slice(0, 0)]
    for run in progress(runs, len(runs), "losses", "part"):
        gone = removed[run]
        after = kernel.remains(gone)
        columns["components"].append(kernel.components(gone, after))
        compared = {"": kernel.at_stake(gone)}
        if alone is not None:
            one, other = (alone.at(each) for each in place[run].T)
            compared["beyond_"] = one.after_either(other)
        for prefix, before in compared.items():
            for name, number in _lost(before, after).items():
                pairs = 1 if net.directed or name != "broken_pairs" else 2  # every pair has two cells
                columns.setdefault(prefix + name, []).append(number // pairs)
    numbers = {name: np.concatenate([*parts, np.zeros(0, dtype=np.int64)]) for name, parts in columns.items()}
    components = numbers.pop("components")
    now = kernel.components(NOBODY, kernel.before)[0]
    return {"ties": _ties(net, removed), "components": components, "more_components": components - now, **numbers}


def _lost(before: Remains, after: Remains) -> dict[str, Array]:
    had, has = before.counts(), after.counts()
    return {column: had[name] - has[name] for name, column in BROKEN.items()}


def _ties(net: Network, removed: Array) -> Array:
    """Return how many ties go; one between two who are both lost goes once."""
    parts = net.cluster.parts
    in_layer = np.isin([each.name for each in parts.layers], net.cluster.tie_layers if net.layer is None else net.layer)
    ties = parts.ties.take(in_layer[parts.ties.layer])
    number = np.zeros((net.n, net.n), dtype=np.int64)
    np.add.at(number, (ties.source, ties.target), 1)
    number += number.T
    among = number[removed[:, :, None], removed[:, None, :]].sum(axis=(1, 2)) // 2
    return np.asarray(number.sum(axis=1)[removed].sum(axis=1) - among)


def index_of(cluster: Cluster, removed: Array) -> pd.Index:
    """Return the labels of who is lost: actor, or actor and other."""
    labels = cluster.index
    if removed.shape[1] == 1:
        return labels[removed[:, 0]]
    ends = [labels[each] for each in removed.T]
    return pd.MultiIndex.from_arrays(ends, names=["actor", "other"])


def worst_first(table: pd.DataFrame, cluster: Cluster, removed: Array) -> Array:
    """Return the rows in the order of what breaks, the worst first; names decide between equals.

    Parameters
    ----------
    table : DataFrame
        What `counts_of` returns.
    cluster : Cluster
        Whose actors are lost.
    removed : array
        Who is lost, by place: a row for each row of the table.
    """
    names = [str(each) for each in cluster.labels]
    in_order = {name: place for place, name in enumerate(alphabetical(set(names)))}
    rank = np.sort(np.array([in_order[name] for name in names], dtype=np.int64)[removed], axis=1)
    beyond = [f"beyond_{name}" for name in BROKEN.values() if f"beyond_{name}" in table]
    effects = [-table[column].to_numpy() for column in (*beyond, *BROKEN.values(), "ties")]
    return np.lexsort([*rank.T[::-1], *reversed(effects)])


def named(kernel: Breakable, gone: Array, net: Network) -> pd.DataFrame:
    """Return what breaks as rows of what, source and target."""
    before, after = kernel.at_stake(gone[None, :]), kernel.remains(gone[None, :])
    actors, groups = net.cluster.labels, net.cluster.parts.group_called
    rows: list[tuple[str, Any, Any]] = []
    for (name, what), had, has in zip(BROKEN.items(), _in_order(before), _in_order(after), strict=True):
        lost = kernel.unpacked(name, had & ~has)
        for place in np.argwhere(lost).tolist():
            if name == "reach" and (net.directed or place[0] < place[1]):
                rows.append((what, actors[place[0]], actors[place[1]]))
            elif name == "chains":
                rows.append((what, actors[place[0]], groups[place[1]]))
            elif name == "provided":
                rows.append((what, None, groups[place[0]]))
            elif name == "tied":
                rows.append((what, actors[place[0]], None))
    frame = pd.DataFrame(rows, columns=["what", "source", "target"], dtype=object)
    is_text = {name: frame[name].map(lambda each: each is None or isinstance(each, str)).all() for name in frame}
    return frame.astype({name: TEXT if only_text else object for name, only_text in is_text.items()})


def _in_order(remains: Remains) -> list[Array]:
    return [getattr(remains, name)[..., 0] for name in BROKEN]
