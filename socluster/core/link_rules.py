"""What weight, confidence and evidence of a tie or an affiliation may be, and what they are by default.

`build` asks which rows break which rule and words an error for each; `append` only asks whether any row does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from socluster.core.columns import Array, Column, Table
from socluster.core.layers import Layer
from socluster.core.scales import SCALES, Scale
from socluster.core.schema import EVIDENCE, evidence_meant

__all__ = ["UNSURE", "WEIGHT", "BrokenRules", "broken_rules", "scale_of", "states_none", "with_defaults"]

# What a link has if nobody says otherwise: it is there for sure, somebody told of it, and it counts once.
WEIGHT = 1.0
CONFIDENCE = 1.0
GROUND = "reported"

UNSURE = ("assumed", "simulated")  # evidence that must come with a confidence


@dataclass(frozen=True)
class BrokenRules:
    """Which rows break a rule: a mask of rows for each rule.

    Parameters
    ----------
    no_weight : array of bool
        The weight is missing; it is stated for all rows or for none.
    not_positive : array of bool
        The weight is no positive number, in a layer without a ladder.
    off_ladder : array of bool
        The weight is no step of the layer's ladder.
    no_evidence : array of bool
        The evidence is of no kind that there is.
    no_share : array of bool
        The confidence does not lie between 0 and 1.
    not_sure : array of bool
        The evidence is assumed or simulated, and the confidence is missing.
    """

    no_weight: Array
    not_positive: Array
    off_ladder: Array
    no_evidence: Array
    no_share: Array
    not_sure: Array

    def any(self) -> bool:
        """Whether any row breaks any rule."""
        return any(mask.any() for mask in vars(self).values())


def broken_rules(rest: Table, layer: Array, layers: Sequence[Layer]) -> BrokenRules:
    """Return which rows break which rule.

    Parameters
    ----------
    rest : Table
        Weight, confidence and evidence of the links as they were stated, missing where they were not.
    layer : array of int
        Code of the layer of every link.
    layers : sequence of Layer
        The layers by code.
    """
    weight, confidence, evidence = rest["weight"], rest["confidence"], rest["evidence"]
    on_ladder, off_ladder = np.zeros((2, len(layer)), dtype=bool)
    for code in set(layer.tolist()):
        steps = scale_of(layers[code]).strengths
        if steps:
            here = layer == code
            on_ladder |= here
            off_ladder |= here & ~np.isin(weight.values, steps)
    return BrokenRules(
        no_weight=weight.missing,
        not_positive=~on_ladder & (weight.values <= 0),
        off_ladder=off_ladder & ~weight.missing,
        no_evidence=_where(evidence, lambda word: word not in EVIDENCE),
        no_share=(confidence.values < 0) | (confidence.values > 1),
        not_sure=_where(evidence, lambda word: word in UNSURE) & confidence.missing,
    )


def states_none(rest: Table, layer: Array, layers: Sequence[Layer]) -> Array:
    """Return which rows state that there is no tie: an answer of 0, on a ladder whose lowest level is 0."""
    zero = np.array([scale_of(each).has_zero for each in layers] + [False])
    said_none: Array = zero[layer] & (rest["weight"].values == 0)
    return said_none


def with_defaults(rest: Table) -> Table:
    """Return the columns with what was not stated filled in, and evidence in the words that we use."""
    confidence, evidence = rest["confidence"], rest["evidence"]
    words = [GROUND if word is None else evidence_meant(word) for word in evidence.objects()]
    sure = np.where(confidence.missing, CONFIDENCE, confidence.values)
    return rest.replace(confidence=Column("number", sure), evidence=Column.of_objects("text", words))


def scale_of(layer: Layer) -> Scale:
    """Return the ladder of a layer; plain strength if it names none."""
    return SCALES[layer.scale or "strength"]


def _where(column: Column, holds: Callable[[str], bool]) -> Array:
    """Return the rows whose evidence is such; a missing one is not."""
    by_label = np.array([holds(evidence_meant(label)) for label in column.labels] + [False])
    rows: Array = by_label[column.values]
    return rows
