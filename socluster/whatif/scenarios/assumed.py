"""What the steps of a scenario assume: of ties that are drawn, of ties that follow from events, and of places."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from socluster.core.cluster import Cluster
from socluster.whatif.layers import tie_layer
from socluster.whatif.scenarios.placeless import placeless_providers
from socluster.whatif.scenarios.projected import projected_groups
from socluster.whatif.scenarios.step import Step
from socluster.whatif.ties.base import Model
from socluster.whatif.ties.protocol import TieModel
from socluster.words import Language, listed, marked, say

__all__ = ["assumed_by"]

_ALL_TIED = marked("all who attend or belong to {names} become tied to each other, by the projection of affiliations")
_NOWHERE = marked("no place is stated for what {names} would offer, so nothing of it counts as meeting a need")
_MOST_NAMED = 5


def assumed_by(steps: Sequence[Step], language: Language, cluster: Cluster | None) -> list[str]:
    """Return a sentence for every tie model, and for what follows from the cluster, if it is known.

    Parameters
    ----------
    steps : sequence of Step
        What happens.
    language : {"en", "lt"}
        Language of the sentences.
    cluster : Cluster or None
        As it is before them.
    """
    said = [
        _grounded(model, steps, place, cluster).assumption(language)
        for place, step in enumerate(steps)
        if (model := step.model) is not None
    ]
    if cluster is None:
        return said
    for message, names in (
        (_ALL_TIED, projected_groups(steps, cluster.parts)),
        (_NOWHERE, placeless_providers(steps, cluster)),
    ):
        if names:
            said.append(say(message, language, names=listed(names, language, most=_MOST_NAMED)))
    return said


def _grounded(model: TieModel, steps: Sequence[Step], place: int, cluster: Cluster | None) -> TieModel:
    """Return the tie model of a step, which says, if the cluster is known, where it learns nothing of the partner."""
    if cluster is None or not isinstance(model, Model):
        return model
    partner = steps[place].subject[0]
    others = cluster.without_actor(partner) if partner in cluster else cluster
    layer = tie_layer(cluster.parts, dict(steps[place].columns).get("layer"))
    return model.grounded(others, _known_of(partner, cluster, steps[:place]), layer)


def _known_of(partner: str, cluster: Cluster, before: Sequence[Step]) -> dict[str, Any]:
    """Return what the cluster and earlier steps say of a partner."""
    known = cluster.parts.actor_frame().loc[partner].to_dict() if partner in cluster else {}
    for step in before:
        if step.verb in ("with_actor", "with_attributes") and step.subject[0] == partner:
            known |= dict(step.columns)
    return known
