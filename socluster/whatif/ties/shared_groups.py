"""Ties that follow from shared groups, and the tie models that would predict them from these same groups: a circle."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from socluster.core.cluster import Cluster
from socluster.core.derivation import is_projected, projected_from
from socluster.core.matrix import layer_codes
from socluster.whatif.ties.base import walk
from socluster.whatif.ties.committee import Committee
from socluster.whatif.ties.complement import Complement
from socluster.whatif.ties.logit import Logit
from socluster.whatif.ties.protocol import TieModel
from socluster.words import Phrase, counted, phrase, value_phrase

__all__ = ["SharedGroups", "shared_groups"]


@dataclass(frozen=True)
class SharedGroups:
    """How many ties of a layer follow from shared groups, and from which layers of affiliations.

    Parameters
    ----------
    layer : str
        The layer of ties.
    ties : int
        How many it holds.
    projected : int
        How many of these follow from shared groups.
    sources : frozenset of str
        The layers of affiliations that they follow from; empty where they do not say so.
    """

    layer: str
    ties: int
    projected: int
    sources: frozenset[str]

    def makes_circular(self, model: TieModel) -> bool:
        """Whether the model, or a part of it, predicts these ties from the groups that they were made of."""
        return self.projected > 0 and any(self._looks_at_them(part) for part in walk(model))

    def _looks_at_them(self, part: TieModel) -> bool:
        if isinstance(part, Committee):
            return part.layer is None or self._is_source(part.layer)
        if isinstance(part, Logit):
            return any(self._is_source(each) for each in part.shared)
        if isinstance(part, Complement):
            return any(isinstance(each, str) and each in self.sources for each in (part.needs, part.offers))
        return False

    def _is_source(self, layer: str) -> bool:
        return not self.sources or layer in self.sources

    def note(self) -> tuple[Phrase, ...]:
        """Return that the ties are no observed cooperation; nothing where none follows from shared groups."""
        if not self.projected:
            return ()
        return (
            counted(
                "{n} {of_all} of the layer '{layer}' is derived from shared groups: what is predicted is who shares "
                "groups, not who cooperates.",
                "{n} {of_all} of the layer '{layer}' are derived from shared groups: what is predicted is who shares "
                "groups, not who cooperates.",
                self.projected,
                of_all=counted("of {n} tie", "of {n} ties", self.ties),
                layer=value_phrase("layer", self.layer),
            ),
        )

    def circle(self, model: TieModel) -> tuple[Phrase, ...]:
        """Return that the model predicts ties from the groups that they were made of; nothing where it does not."""
        if not self.makes_circular(model):
            return ()
        return (
            phrase(
                "{model} predicts ties from the same shared groups that they were derived from: that is circular, and "
                "how well it does says nothing of the model.",
                model=repr(model),
            ),
        )


def shared_groups(cluster: Cluster, layer: str | None) -> SharedGroups:
    """Return what ties of a layer (None = of any) follow from shared groups.

    Parameters
    ----------
    cluster : Cluster
        The cluster.
    layer : str, optional
        The layer of ties.
    """
    parts = cluster.parts
    rest = parts.ties.rest.take(np.isin(parts.ties.layer, layer_codes(parts, layer)))
    pairs = list(zip(map(str, rest["evidence"].objects()), rest["ref"].objects(), strict=True))
    projected, is_silent = 0, False
    sources: set[str] = set()
    for evidence, ref in pairs:
        named = projected_from(ref)
        if named or is_projected(evidence, ref):
            projected += 1
            sources |= named
            is_silent |= not named
    name = layer if layer is not None else ", ".join(cluster.tie_layers)
    return SharedGroups(name, len(pairs), projected, frozenset() if is_silent else frozenset(sources))
