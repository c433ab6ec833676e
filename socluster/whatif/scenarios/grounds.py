"""What an answer to a what-if rests on: the current cluster, what is missing of it, what new ties are learnt from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from socluster.core.cluster import Cluster
from socluster.core.data_notes import data_notes
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.ties.base import walk
from socluster.words import Phrase, counted, phrase, value_phrase

__all__ = ["grounds"]


def grounds(base: Cluster, scenarios: Iterable[Scenario], *, drawn: bool = True) -> tuple[Phrase, ...]:
    """Return sentences about what the answer rests on.

    Parameters
    ----------
    base : Cluster
        The current cluster, of one mode.
    scenarios : iterable of Scenario
        What might happen to it.
    drawn : bool, default True
        Whether uncertain ties were drawn.
    """
    learnt = dict.fromkeys(each for scenario in scenarios for each in _learnt(base, scenario))
    told = [_told(base, layer, source) for layer, source in learnt]
    return (_current(base), *data_notes(base, drawn=drawn), *dict.fromkeys(told))


def _current(base: Cluster) -> Phrase:
    """Return what the scenarios are compared with: how many actors, what kinds of ties, on what evidence."""
    parts = base.parts
    actors = counted("{n} actor", "{n} actors", base.n_actors)
    if not base.n_ties:
        return phrase("Current cluster: {actors}, no ties.", actors=actors)
    layers = [value_phrase("layer", parts.layer_names[code]) for code in np.unique(parts.ties.layer)]
    evidence = sorted({each for each in parts.ties.rest["evidence"].objects() if each is not None})
    return phrase(
        "Current cluster: {actors}, {ties} ({layers}), evidence: {evidence}.",
        actors=actors,
        ties=counted("{n} tie", "{n} ties", base.n_ties),
        layers=layers,
        evidence=[value_phrase("evidence", each) for each in evidence],
    )


def _learnt(base: Cluster, scenario: Scenario) -> Iterator[tuple[str, str | None]]:
    """Yield the layer of new ties, and the layer that a model learns them from if it is another; None = all."""
    holds_ties = {base.parts.layer_names[code] for code in np.unique(base.parts.ties.layer)}
    for step in scenario.steps:
        layer = dict(step.columns).get("layer")
        if step.model is not None and layer is not None:
            for model in walk(step.model):
                stated = getattr(model, "layer", None)
                source = stated if stated is not None else (layer if layer in holds_ties else None)
                if getattr(model, "learns", False) and source != layer:
                    yield str(layer), source
        if step.verb == "with_ties" and layer is not None:
            holds_ties.add(str(layer))


def _told(base: Cluster, layer: str, source: str | None) -> Phrase:
    new = value_phrase("layer", layer)
    if not base.n_ties:
        return phrase("There are no ties to learn from: how likely the new ones are is an assumption alone.")
    if source is None:
        codes = np.unique(base.parts.ties.layer)
        known = [value_phrase("layer", base.parts.layer_names[code]) for code in codes]
        return phrase(
            "No tie of the layer '{layer}' is known: how likely its new ties are follows from ties of another kind "
            "({known}).",
            layer=new,
            known=known,
        )
    return phrase(
        "How likely the new ties of the layer '{layer}' are follows from those of the layer '{source}', as stated.",
        layer=new,
        source=value_phrase("layer", source),
    )
