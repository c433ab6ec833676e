"""The dyads of one network, as cells of a matrix: which there are, and what is known of the two ends."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, TypeAlias

import numpy as np
import pandas as pd

from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem, nearest
from socluster.core.groupings import read_groups
from socluster.words import marked

__all__ = ["DyadEnd", "DyadSpace"]

DyadEnd: TypeAlias = Literal["row", "column"]


@dataclass(frozen=True, eq=False)
class DyadSpace:
    """Which pairs of a network are looked at.

    Parameters
    ----------
    cluster : Cluster
        Whose actors.
    directed : bool
        Whether the pairs are ordered; if not, each counts once.
    two_mode : bool, default False
        Whether they are pairs of an actor (row) and a group (column), instead of two actors.
    name : str, default ""
        What the network is called, where there are several.
    """

    cluster: Cluster
    directed: bool
    two_mode: bool = False
    name: str = ""

    @property
    def shape(self) -> tuple[int, int]:
        """Number of rows and of columns."""
        return self.cluster.n_actors, self.cluster.n_groups if self.two_mode else self.cluster.n_actors

    @cached_property
    def cells(self) -> tuple[Array, Array]:
        """Rows and columns of the dyads, off the diagonal; of actors without direction, the row comes first."""
        rows, columns = np.divmod(np.arange(self.shape[0] * self.shape[1]), max(self.shape[1], 1))
        if self.two_mode:
            return rows, columns
        chosen = rows != columns if self.directed else rows < columns
        return rows[chosen], columns[chosen]

    def labels(self, end: DyadEnd) -> tuple[Any, ...]:
        """Return what the rows, or the columns, are called."""
        is_groups = end == "column" and self.two_mode
        return self.cluster.parts.group_called if is_groups else self.cluster.parts.actor_labels

    def ids(self, end: DyadEnd) -> tuple[str, ...]:
        """Return the ids of the rows, or of the columns."""
        is_groups = end == "column" and self.two_mode
        return self.cluster.parts.group_labels if is_groups else self.cluster.parts.labels

    def attribute(self, end: DyadEnd, given: Any) -> pd.Series[Any]:
        """Return a value of every row, or of every column, from the name of a column of theirs or a Series by actor.

        Raises
        ------
        InputError
            If there is no such column.
        """
        if not (self.two_mode and end == "column"):
            return read_groups(self.cluster, given, "attribute")
        groups = self.cluster.groups
        if isinstance(given, str) and given in groups:
            return groups[given]
        message = marked("is not a column of the groups, which are the columns of this matrix")
        near = nearest(given, list(groups)) if isinstance(given, str) else None
        raise InputError(Problem(message, "groups", value=given, nearest=near))
