"""What a two-mode measure measures on: who belongs to which group, seen from the actors or from the groups."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

import numpy as np
import pandas as pd

from socluster.core.arguments import choice
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError, UncertainTiesWarning
from socluster.core.matrix import Matrix
from socluster.core.warn import warn
from socluster.io.objects.dispatch import cluster_of
from socluster.words import counted, phrase

__all__ = ["Incidence", "Mode", "incidence"]

Mode: TypeAlias = Literal["actors", "groups"]


@dataclass(frozen=True)
class Incidence:
    """A two-mode network as a measure needs it.

    Parameters
    ----------
    cluster : Cluster
        The cluster that was measured.
    matrix : sparse matrix
        A one for every affiliation. The rows are the mode that is measured: actors x groups, or groups x actors.
    index : Index
        The members of that mode, named `actor` or `group`.
    """

    cluster: Cluster
    matrix: Matrix
    index: pd.Index

    @property
    def shape(self) -> tuple[int, int]:
        """Number of members of the mode that is measured, and of the other."""
        return self.matrix.shape[0], self.matrix.shape[1]

    def series(self, values: Array, name: str) -> pd.Series[Any]:
        """Return one value per member as a Series."""
        return pd.Series(values, index=self.index, name=name)


def incidence(cluster: Any, layer: str | None = None, mode: Mode = "actors") -> Incidence:
    """Return who belongs to which group, in one layer of affiliations or in any.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of affiliations.
    mode : {"actors", "groups"}, default "actors"
        Whose rows they are.

    Returns
    -------
    Incidence

    Raises
    ------
    InputError
        If the cluster has no groups.

    Warns
    -----
    UncertainTiesWarning
        If some affiliations are uncertain; they are counted as if they existed.
    """
    choice("mode", mode, ("actors", "groups"))
    given = cluster_of(cluster)
    if not given.n_groups:
        raise InputError(
            "{cluster} has no groups, so it is not a two-mode network; use a measure of its ties",
            {"cluster": given.name or phrase("the cluster")},
        )
    matrix = given.affiliation_matrix(layer)
    matrix.data = np.ones_like(matrix.data)
    _warn_of_uncertain_affiliations(given, layer)
    if mode == "groups":
        return Incidence(given, matrix.T.tocsr(), given.groups.index)
    return Incidence(given, matrix, given.index)


def _warn_of_uncertain_affiliations(cluster: Cluster, layer: str | None) -> None:
    affiliations = cluster.affiliations
    uncertain = (affiliations["confidence"] < 1) & ((affiliations["layer"] == layer) | (layer is None))
    n = int(uncertain.sum())
    if n:
        affected = counted("{n} uncertain affiliation", "{n} uncertain affiliations", n)
        warn("measured as if {affiliations} existed", UncertainTiesWarning, affiliations=affected)
