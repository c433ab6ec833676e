"""Ties that are the projection of affiliations follow them: what a scenario does to events is projected after it."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np

from socluster.core.edit import add_ties
from socluster.core.errors import SingleEventWarning
from socluster.core.parts import Parts
from socluster.core.twomode import MEANINGS, ProjectionWeights, project
from socluster.whatif.layers import affiliation_layers
from socluster.whatif.scenarios.step import Step

__all__ = ["Projection", "projected_groups", "projection_of"]

Pair: TypeAlias = "tuple[str, str]"

_COLUMNS = ("weight", "confidence", "evidence", "ref")


@dataclass(frozen=True)
class Projection:
    """A layer of ties that is the projection of affiliations.

    Parameters
    ----------
    ties : str
        The layer of ties.
    affiliations : str or None
        The layer of affiliations; None = all.
    weights : {"count", "newman", "jaccard"}
        How strong a tie is.
    """

    ties: str
    affiliations: str | None
    weights: ProjectionWeights

    def followed(self, before: Parts, after: Parts) -> Parts:
        """Return the parts after a step, with the ties as they are once the new affiliations are projected.

        Only pairs whose projection differs are touched, so that what earlier steps did to other ties stays.
        """
        old, new = self._projected(before), self._projected(after)
        changed = {pair: row for pair, row in new.items() if old.get(pair) != row}
        gone = [pair for pair in old if pair not in new and set(pair) <= after.position.keys()]
        touched = [*changed, *gone]
        if not touched:
            return after
        kept = np.ones(len(after.ties), dtype=bool)
        rows = after.rows_of(self.ties, [one for one, _ in touched], [other for _, other in touched])
        kept[rows[rows >= 0]] = False
        after = after.keep_ties(kept)
        if not changed:
            return after
        cells: dict[str, Any] = {
            name: list(column) for name, column in zip(_COLUMNS, zip(*changed.values(), strict=True), strict=True)
        }
        ends = {"source": [one for one, _ in changed], "target": [other for _, other in changed]}
        return add_ties(after, {**ends, "layer": self.ties, **cells}, None)

    def _projected(self, parts: Parts) -> dict[Pair, tuple[Any, ...]]:
        """Return the tie of every pair who share a group."""
        with warnings.catch_warnings():  # a clique is told of where the cluster is projected, not after every step
            warnings.simplefilter("ignore", SingleEventWarning)
            ties = project(parts, self.affiliations, self.weights).ties
        cells = zip(*(ties.rest[name].objects() for name in _COLUMNS), strict=True)
        ends = zip(ties.source.tolist(), ties.target.tolist(), strict=True)
        return {(parts.labels[one], parts.labels[other]): row for (one, other), row in zip(ends, cells, strict=True)}


def projected_groups(steps: Iterable[Step], parts: Parts) -> list[str]:
    """Return the groups whose members become tied to each other because a step lets somebody attend or belong to them.

    Parameters
    ----------
    steps : iterable of Step
        The steps of a scenario.
    parts : Parts
        The cluster before them; where its ties are no projection, nobody becomes tied.
    """
    projection = projection_of(parts)
    if projection is None:
        return []
    groups: list[str] = []
    for step in steps:
        layer = dict(step.columns).get("layer")
        if None not in (layer, projection.affiliations) and layer != projection.affiliations:
            continue
        if step.verb == "with_event":
            groups.append(step.subject[0])
        elif step.verb == "with_affiliation":
            groups += step.subject[1]
    return list(dict.fromkeys(groups))


def projection_of(parts: Parts) -> Projection | None:
    """Return which ties of a cluster are the projection of its affiliations, or None if none are.

    A projection is told by the name and the meaning that `Cluster.project` gives to its layer. If there is one layer of
    affiliations only, what a scenario adds in another one is projected as well, as `project()` would do.
    """
    known = affiliation_layers(parts)
    weights = {meaning: name for name, meaning in MEANINGS.items()}
    for layer in parts.layers:
        source = layer.name.removeprefix("co-")
        if layer.name in parts.tie_layers and source != layer.name and layer.meaning in weights and known:
            return Projection(
                layer.name, source if source in known and len(known) > 1 else None, weights[layer.meaning]
            )
    return None
