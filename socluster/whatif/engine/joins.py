"""Scenarios in which one partner joins a cluster that stays otherwise as it is, and the ties it has in each draw.

Such a scenario need not be recomputed: what the new partner changes can be added to what is known of the cluster
before (`updates`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from socluster.core.columns import Array
from socluster.core.parts import Parts
from socluster.whatif.scenarios.drawn_ties import DrawnTies, Modelled
from socluster.whatif.scenarios.prepared import Prepared

__all__ = ["Join", "join_of"]


@dataclass(frozen=True, eq=False)
class Join:
    """One partner who joins a reference.

    Parameters
    ----------
    reference, prepared : Prepared
        The cluster without the partner, and with it.
    rows : ndarray of int
        The partner's possible ties among the ties of the prepared cluster.
    """

    reference: Prepared
    prepared: Prepared
    rows: Array

    @cached_property
    def partners(self) -> Array:
        """The other end of every possible tie, as a position among the actors of the reference."""
        ties = self.prepared.cluster.parts.ties
        newcomer = len(self.reference.cluster.labels)
        ends = ties.source[self.rows], ties.target[self.rows]
        return np.where(ends[0] == newcomer, ends[1], ends[0]).astype(np.int64)

    @cached_property
    def weights(self) -> Array:
        """Strength of every possible tie."""
        weights: Array = self.prepared.cluster.parts.ties.rest["weight"].values[self.rows]
        return weights

    @cached_property
    def layers(self) -> list[str]:
        """Layer of every possible tie."""
        parts = self.prepared.cluster.parts
        return [parts.layer_names[code] for code in parts.ties.layer[self.rows].tolist()]

    def present(self, seed: int, first: int, last: int) -> Array | None:
        """Return which of the possible ties are there: array of bool of shape (draws, ties).

        None if, in one of these draws, the ties among the others are not those of the reference. That can be where the
        reference has ties from models itself, and these were refitted: a model may see another cluster once the
        partner is in it.
        """
        if self._new_models is None:
            return self._compared(seed, first, last)
        return self._drawn.present_in(seed, first, last)

    def _compared(self, seed: int, first: int, last: int) -> Array | None:
        there, before = (each.present_in(seed, first, last) for each in (self.prepared, self.reference))
        others = np.delete(there, self.rows, axis=1)
        return there[:, self.rows] if np.array_equal(others, before) else None

    @cached_property
    def _drawn(self) -> DrawnTies:
        return DrawnTies(self.prepared.cluster.parts, self.rows, self._new_models or ())

    @cached_property
    def _new_models(self) -> tuple[Modelled, ...] | None:
        """Models of the partner's own ties; None if those of the reference were refitted."""
        before, after = self.reference.modelled, self.prepared.modelled
        is_same = len(after) >= len(before) and all(one is other for one, other in zip(before, after, strict=False))
        return after[len(before) :] if is_same else None


def join_of(reference: Prepared, prepared: Prepared) -> Join | None:
    """Return the scenario as one partner who joins the reference, or None if it is anything else.

    Also None where ties are directed, belong to several waves, or are unknown: updates do not know about these.
    """
    before, after = reference.cluster.parts, prepared.cluster.parts
    if len(after.labels) != len(before.labels) + 1 or after.labels[:-1] != before.labels:
        return None
    if any(each.directed for each in after.layers) or before.may_hold_unknown or after.may_hold_unknown:
        return None
    if after.layers[: len(before.layers)] != before.layers:
        return None
    is_new = (after.ties.source == len(before.labels)) | (after.ties.target == len(before.labels))
    if _same_ties(before, after, ~is_new) and len(set(after.ties.rest["wave"].objects())) < 2:
        return Join(reference, prepared, np.flatnonzero(is_new))
    return None


def _same_ties(before: Parts, after: Parts, old: Array) -> bool:
    if int(old.sum()) != len(before.ties):
        return False
    kept = after.ties.take(old)
    ends = all(np.array_equal(getattr(kept, end), getattr(before.ties, end)) for end in ("layer", "source", "target"))
    return ends and all(
        np.array_equal(kept.rest[column].values, before.ties.rest[column].values) for column in ("weight", "confidence")
    )
