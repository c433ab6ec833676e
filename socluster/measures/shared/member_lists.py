"""Parts of a cluster that may overlap: one row per part, with its members in a tuple."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from socluster.core.cluster import Cluster

__all__ = ["Nested", "nested_table", "part_table"]


@dataclass(frozen=True)
class Nested:
    """A part that lies within another one.

    Parameters
    ----------
    members : sequence of int
        Positions of its actors, ascending.
    level : int
        How firmly it holds together.
    parent : int or None
        Place of the part around it in the same list; None for the whole.
    """

    members: Sequence[int]
    level: int
    parent: int | None


def part_table(parts: Iterable[Iterable[int]], cluster: Cluster, name: str) -> pd.DataFrame:
    """Return a row per part: size, members; the largest first, parts of one size by the order of their actors."""
    ordered = sorted((sorted(part) for part in parts), key=lambda part: (-len(part), part))
    return _table(ordered, cluster, name)


def nested_table(parts: Sequence[Nested], cluster: Cluster, name: str, level: str) -> pd.DataFrame:
    """Return a row per part: level, size, members, parent; from the whole inwards, then as in `part_table`."""
    depth = [_depth(parts, place) for place in range(len(parts))]
    order = sorted(
        range(len(parts)), key=lambda place: (depth[place], -len(parts[place].members), list(parts[place].members))
    )
    number = {place: row + 1 for row, place in enumerate(order)}
    table = _table([parts[place].members for place in order], cluster, name)
    table.insert(0, level, pd.array([parts[place].level for place in order], dtype="int64"))
    above = [parts[place].parent for place in order]
    table["parent"] = pd.array([None if place is None else number[place] for place in above], dtype="Int64")
    return table


def _table(parts: Sequence[Sequence[int]], cluster: Cluster, name: str) -> pd.DataFrame:
    labels = cluster.labels
    members = [tuple(labels[place] for place in part) for part in parts]
    index = pd.Index(range(1, len(parts) + 1), name=name, dtype="int64")
    sizes = pd.Series([len(part) for part in parts], index=index, dtype="int64")
    return pd.DataFrame({"size": sizes, "members": pd.Series(members, index=index, dtype=object)})


def _depth(parts: Sequence[Nested], place: int) -> int:
    depth, parent = 0, parts[place].parent
    while parent is not None:
        depth, parent = depth + 1, parts[parent].parent
    return depth
