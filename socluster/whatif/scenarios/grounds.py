"""What an answer to a what-if rests on: the current cluster, what is missing of it, what new ties are learnt from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from socluster.core.cluster import Cluster
from socluster.core.data_notes import data_notes
from socluster.core.link_rules import WEIGHT
from socluster.whatif.layers import tie_layer
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.ties.base import walk
from socluster.whatif.ties.observed import learning_layer
from socluster.words import Phrase, counted, later, marked, number, phrase, value_phrase

__all__ = ["grounds"]

ALIKE = 0.05  # relative difference between strengths that is not worth a sentence

_RETURNED = marked(
    "New ties of the layer '{layer}' are returned as often as known ones are (shrunk towards chance; prior weight: 4 "
    "dyads)."
)
_STRENGTHS = marked(
    "New ties of the layer '{layer}' have a strength of 1, known ones {mean} on average; with_ties(..., weight=) says "
    "otherwise."
)
_BY_CHANCE = marked(
    "New ties of the layer '{layer}' are returned by chance only, for the ties that are learnt from have no direction."
)


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
    scenarios = list(scenarios)
    learnt = dict.fromkeys(each for scenario in scenarios for each in _learnt(base, scenario))
    told = [_told(base, layer, source) for layer, source in learnt]
    more = [each for of in (_returned, _strengths) for scenario in scenarios for each in of(base, scenario)]
    return (
        _current(base),
        *data_notes(base, drawn=drawn, any_measure=True),
        *dict.fromkeys(told),
        *dict.fromkeys(more),
    )


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
    for step in scenario.steps:
        if step.model is not None:
            layer = tie_layer(base.parts, dict(step.columns).get("layer"))
            for model in walk(step.model):
                source = learning_layer(base, getattr(model, "layer", None), layer)
                if getattr(model, "learns", False) and source != layer:
                    yield str(layer), source


def _returned(base: Cluster, scenario: Scenario) -> Iterator[Phrase]:
    """Yield what is assumed of how often new ties are returned, where they have a direction."""
    for step in scenario.steps:
        said = dict(step.columns)
        if step.model is None or not base.n_ties:
            continue
        layer = tie_layer(base.parts, said.get("layer"))
        if not (base.layers[layer].directed if layer in base.layers else said.get("directed")):
            continue
        for model in walk(step.model):
            if getattr(model, "returns", False):
                source = learning_layer(base, getattr(model, "layer", None), layer)
                message = _RETURNED if base.is_directed(source) else _BY_CHANCE
                yield phrase(message, layer=value_phrase("layer", layer))


def _strengths(base: Cluster, scenario: Scenario) -> Iterator[Phrase]:
    """Yield how strong new ties are, where known ones are not of the same strength."""
    parts = base.parts
    for step in scenario.steps:
        said = dict(step.columns)
        if step.verb != "with_ties" or said.get("weight") is not None or not base.n_ties:
            continue
        layer = tie_layer(parts, said.get("layer"))
        weights = parts.ties.rest["weight"].values
        if layer in parts.tie_layers and (own := parts.ties.layer == parts.layer_names.index(layer)).any():
            weights = weights[own]
        mean = float(weights.mean())
        if abs(mean - WEIGHT) > ALIKE * mean:
            yield phrase(_STRENGTHS, layer=value_phrase("layer", layer), mean=later(number, mean))


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
