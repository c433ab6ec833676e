"""What both questions read of their arguments: the dyads that are compared, and the groups within which actors swap."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.data_notes import data_notes
from socluster.core.errors import InputError, Problem
from socluster.core.groupings import read_groups
from socluster.inference.qap.dyad_space import DyadSpace
from socluster.inference.qap.predictors.base import Predictor
from socluster.measures.shared.network import warn_of_uncertain_ties
from socluster.words import Phrase, marked

__all__ = ["group_codes", "is_symmetric", "notes_about", "space_of"]


def space_of(cluster: Cluster, predictors: Sequence[Predictor], name: str = "") -> DyadSpace:
    """Return the dyads that some matrices are about: of actors and groups, ordered or not.

    Raises
    ------
    InputError
        If some are of actors and groups and others of actors only.
    """
    kinds = [each.kind(cluster) for each in predictors]
    modes = {kind.two_mode for kind in kinds if kind.two_mode is not None}
    if len(modes) > 1:
        raise InputError(
            "one of the matrices has groups for columns, the other actors; compare two layers of affiliations, or "
            "ties with the projection: sc.qap(cluster.project(), ...)"
        )
    two_mode = True in modes
    return DyadSpace(cluster, two_mode or any(kind.directed for kind in kinds), two_mode, name)


def group_codes(cluster: Cluster, groups: Any) -> Array:
    """Return the group of every actor as a whole number; all in one, where none is stated."""
    if groups is None:
        return np.zeros(cluster.n_actors, dtype=np.int64)
    read = read_groups(cluster, groups, "groups")
    without = cluster.index[read.isna()].tolist()
    if without:
        message = marked(
            "has no value, and groups= needs one of every actor; fill it in, or select() the actors that have one"
        )
        column = groups if isinstance(groups, str) else "groups"
        raise InputError([Problem(message, "actors", actor, column) for actor in without])
    codes = np.unique(np.array([str(each) for each in read], dtype=object).astype(str), return_inverse=True)[1]
    if len(codes) > 1 and codes.max() == len(codes) - 1:
        message = marked("leaves every actor alone in its group, so that nobody can change places; take larger groups")
        raise InputError(Problem(message, is_argument=True, column="groups", value=str(read.name or "groups")))
    return codes.astype(np.int64)


def is_symmetric(values: Array) -> bool:
    """Whether a square matrix says the same of both directions, the diagonal left aside."""
    off = ~np.eye(len(values), dtype=bool)
    return bool(np.array_equal(values[off], values.T[off], equal_nan=True))


def notes_about(cluster: Cluster, predictors: Sequence[Predictor]) -> tuple[Phrase, ...]:
    """Return what to keep in mind of the data, and warn of uncertain ties. Unknown dyads are left out."""
    named = list(dict.fromkeys(layer for each in predictors for layer in each.layer_names()))
    notes: list[Phrase] = []
    for layer in named:
        if layer in cluster.tie_layers or not cluster.n_actors:  # what the others hold is no ties, and is not missed
            warn_of_uncertain_ties(cluster, layer)
            notes += data_notes(cluster, layer, unknown=False)
    return tuple({str(note): note for note in notes}.values())
