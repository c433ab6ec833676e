"""More than chance: closure and pieces beside networks in which everybody has as many ties, or memberships, as now."""

from __future__ import annotations

import warnings

from socluster.inference.nulls.compare import compare_to_null
from socluster.inference.nulls.degree_sequence import DegreeSequence
from socluster.inference.nulls.two_mode_degrees import TwoModeDegrees
from socluster.measures.cohesion.closure import transitivity
from socluster.measures.cohesion.distance import fragmentation
from socluster.report.blocks import Bullets, Part
from socluster.report.facts import Facts
from socluster.words import say

__all__ = ["chance"]

_DRAWS, _SEED = 500, 7
_FEWEST = 5  # ties or memberships below which there is next to nothing to draw


def chance(facts: Facts) -> Part | None:
    """Return how usual the network is among those that differ only in who is tied to whom."""
    language = facts.language
    given = facts.cluster if facts.is_projected else facts.network
    if max(given.n_ties, given.n_affiliations) < _FEWEST:
        return None
    null = TwoModeDegrees() if facts.is_projected else DegreeSequence()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what they say stands in the section on how it hangs together
        found = compare_to_null(given, [transitivity, fragmentation], null=null, draws=_DRAWS, rng=_SEED)
    finding, *rest = found.sentences(language)
    return Part(say("More than chance?", language), finding, [Bullets(rest)])
