"""The reader of a layout: where every actor and group is."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from socluster.core.cluster import Cluster
from socluster.core.errors import InputError, Problem, nearest
from socluster.core.labels import ids_of, label_index
from socluster.plot.clusters.layout import positions

__all__ = ["read_layout"]


def read_layout(cluster: Cluster, layout: pd.DataFrame | None, with_groups: bool) -> dict[str, Any]:
    """Return positions of actors and groups, and all points of the layout.

    Raises
    ------
    InputError
        If the layout is none, an actor is missing from it or is there twice, or a position is no finite number.
    """
    frame = positions(cluster, groups=with_groups) if layout is None else layout
    if not isinstance(frame, pd.DataFrame) or not {"x", "y"} <= set(frame.columns):
        raise InputError("layout must be a DataFrame with the index `actor` and columns x and y")
    frame = frame.set_axis(label_index(ids_of(frame.index)), axis="index")
    mode = frame["mode"] if "mode" in frame else pd.Series("actor", index=frame.index)
    of_actors = frame.loc[(mode == "actor").to_numpy(), ["x", "y"]]
    of_groups = frame.loc[(mode == "group").to_numpy(), ["x", "y"]]
    missing = [label for label in cluster.labels if label not in of_actors.index]
    problems = [
        Problem(
            "has no position in the layout", "actors", value=label, nearest=nearest(label, map(str, of_actors.index))
        )
        for label in missing
    ]
    if with_groups:
        # a layout of actors only: a group goes into the middle of its members
        members = cluster.affiliations.join(of_actors, on="actor").groupby("group")[["x", "y"]].mean()
        of_groups = of_groups.reindex(cluster.groups.index).fillna(members).fillna(of_actors.mean())
    points = frame[["x", "y"]].to_numpy(float)
    if not np.isfinite(points).all():
        problems.append(Problem("positions must be finite numbers", "layout"))
    if of_actors.index.has_duplicates:
        problems.append(Problem("an actor has two positions", "layout"))
    if problems:
        raise InputError(problems)
    return {"actor": of_actors, "group": of_groups, "all": points}
