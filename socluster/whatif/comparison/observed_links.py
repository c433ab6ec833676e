"""Which ties and affiliations came, stayed and went between two observations of a cluster.

Everything is told apart by ids, as two observations may label the same actor differently: a graph calls it 3, the file
of the same cluster "3". What is shown are labels, those of the later observation where it has any.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.cluster import Cluster
from socluster.core.columns import TEXT
from socluster.core.errors import InputError, Problem
from socluster.core.labels import label_array, label_index
from socluster.core.matrix import layer_codes
from socluster.words import marked

__all__ = ["affiliation_changes", "called", "membership_changes", "open_dyads", "tie_changes"]

_KEYS = ["layer", "source", "target"]
_OF_A_MEMBER = ["layer", "actor", "group"]


def membership_changes(before: Cluster, after: Cluster) -> pd.Series[Any]:
    """Return who stayed, came or went, of all who are in one of the two: those of before first, then the newcomers."""
    names, sides = called(before, after), (set(before.ids), set(after.ids))
    status = [_status(each in sides[0], each in sides[1]) for each in names]
    return pd.Series(status, index=label_index(names.values()), name="status", dtype=TEXT)


def called(before: Cluster, after: Cluster) -> dict[str, Any]:
    """Return, from id to label, all actors of the two; who is in both is called as after."""
    names = dict(zip(before.ids, before.labels, strict=True))
    return names | dict(zip(after.ids, after.labels, strict=True))


def _status(was_there: bool, is_there: bool) -> str:
    if was_there and is_there:
        return "stayed"
    return "went" if was_there else "came"


def tie_changes(before: Cluster, after: Cluster) -> pd.DataFrame:
    """Return every tie of the two clusters, with what became of it.

    Returns
    -------
    DataFrame
        Columns layer, source, target, status, with_both (whether both ends are in both clusters), weight_before,
        weight_after. A dyad that one of the two leaves open did neither come nor go: it is not known.

    Raises
    ------
    InputError
        If a layer has a direction in one of the two only, or holds several waves.
    """
    _refuse_turned_layers(before, after)
    names = called(before, after)
    before, after = _by_id(before), _by_id(after)
    table = _outer(_one_wave(before), _one_wave(after), _KEYS)
    unknown = {"before": open_dyads(before), "after": open_dyads(after)}
    keys = list(table[_KEYS].itertuples(index=False, name=None))
    for side, status in (("before", "came"), ("after", "went")):
        is_open = np.array([key in unknown[side] for key in keys], dtype=bool)
        table.loc[(table["status"] == status) & is_open, "status"] = f"not known {side}"
    both = set(before.ids) & set(after.ids)
    with_both = table["source"].isin(both) & table["target"].isin(both)
    table.insert(4, "with_both", with_both)
    return _labelled(table, source=names, target=names)


def affiliation_changes(before: Cluster, after: Cluster) -> pd.DataFrame:
    """Return every affiliation of the two: layer, actor, group, status, weight_before and weight_after."""
    first, second = (_by_id(each).affiliations.drop_duplicates(_OF_A_MEMBER) for each in (before, after))
    groups = {each: label for side in (before, after) for each, label in _groups_called(side)}
    return _labelled(_outer(first, second, _OF_A_MEMBER), actor=called(before, after), group=groups)


def _by_id(cluster: Cluster) -> Cluster:
    return Cluster(cluster.parts.by_id())


def _groups_called(cluster: Cluster) -> list[tuple[str, Any]]:
    return list(zip(cluster.parts.group_labels, cluster.parts.group_called, strict=True))


def _labelled(table: pd.DataFrame, **names: Mapping[str, Any]) -> pd.DataFrame:
    """Return the table with labels in place of the ids in these columns."""
    columns = {
        column: pd.Series(label_array([labels[each] for each in table[column]]), index=table.index, dtype=object)
        for column, labels in names.items()
    }
    return table.assign(**columns)


def _outer(before: pd.DataFrame, after: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    sides = [each[[*keys, "weight"]].astype(dict.fromkeys(keys, object)) for each in (before, after)]
    table = sides[0].merge(sides[1], on=keys, how="outer", suffixes=("_before", "_after"), indicator=True)
    names = {"both": "stayed", "left_only": "went", "right_only": "came"}
    table.insert(len(keys), "status", table.pop("_merge").astype(str).map(names))
    return table.sort_values(keys, ignore_index=True)


def _one_wave(cluster: Cluster) -> pd.DataFrame:
    """Return the ties, undirected ones with their ends in alphabetical order, since the order of actors may differ."""
    for layer in cluster.tie_layers:
        cluster.shared_matrix(layer)  # refuses several waves in one layer
    ties = cluster.ties
    return ties if ties.empty else _in_order(cluster, ties)


def _in_order(cluster: Cluster, links: pd.DataFrame) -> pd.DataFrame:
    directed = {name for name, layer in cluster.layers.items() if layer.directed}
    near, far = links["source"], links["target"]
    turned = ~links["layer"].isin(directed) & (near > far)
    return links.assign(source=near.where(~turned, far), target=far.where(~turned, near))


def open_dyads(cluster: Cluster) -> set[tuple[str, str, str]]:
    """Return the dyads whose state is unknown, as keys of ties (by id): layer, source, target."""
    found: set[tuple[str, str, str]] = set()
    if not cluster.may_hold_unknown:
        return found
    for layer in cluster.tie_layers:
        cells = cluster.unknown_matrix(layer).tocoo()
        directed = bool(cluster.parts.layers[layer_codes(cluster.parts, layer)[0]].directed)
        for row, column in zip(cells.row.tolist(), cells.col.tolist(), strict=True):
            ends = cluster.ids[row], cluster.ids[column]
            found.add((layer, *(ends if directed else sorted(ends))))
    return found


def _refuse_turned_layers(before: Cluster, after: Cluster) -> None:
    message = marked(
        "has a direction in one of the two clusters only; make them alike first, as in symmetrise(rule='any')"
    )
    kinds = [{name: each.layers[name].directed for name in each.tie_layers} for each in (before, after)]
    turned = [name for name, directed in kinds[0].items() if kinds[1].get(name, directed) != directed]
    if turned:
        raise InputError([Problem(message, "layers", value=name) for name in turned])
