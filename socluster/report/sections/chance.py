"""More than chance: closure and pieces beside networks in which everybody has as many ties, or memberships, as now."""

from __future__ import annotations

import numpy as np

from socluster.inference.nulls.compare import compare_to_null
from socluster.inference.nulls.comparison import NullComparison
from socluster.inference.nulls.degree_sequence import DegreeSequence
from socluster.inference.nulls.fixed_ties import FixedTies
from socluster.inference.nulls.two_mode_degrees import TwoModeDegrees
from socluster.measures.cohesion.closure import transitivity
from socluster.measures.cohesion.distance import fragmentation
from socluster.report.blocks import Bullets, Part
from socluster.report.facts import Facts
from socluster.words import Language, marked, say

__all__ = ["chance"]

_DRAWS, _SEED = 500, 7
_UNUSUAL = 0.05  # of p, two-sided
_KEPT = {  # what the networks have in common that are drawn beside it
    FixedTies: marked("in which there are as many ties in all"),
    DegreeSequence: marked("in which everybody has as many ties"),
    TwoModeDegrees: marked("in which everybody has as many memberships"),
}
_FEWEST = 5  # ties or memberships below which there is next to nothing to draw


def chance(facts: Facts) -> Part | None:
    """Return how usual the network is among those that differ only in who is tied to whom."""
    language = facts.language
    given = facts.cluster if facts.is_projected else facts.network
    if max(given.n_ties, given.n_affiliations) < _FEWEST:
        return None
    found = compare_to_null(given, [transitivity, fragmentation], null=_null(facts), draws=_DRAWS, rng=_SEED)
    told = [each for each in found.sentences(language) if each not in found.about_data(language)]
    drawn = say("{draws} draws, seed {seed}", language, draws=_DRAWS, seed=_SEED)
    return Part(say("More than chance?", language), _finding(found, language), [Bullets([*told, drawn])])


def _null(facts: Facts) -> FixedTies | DegreeSequence | TwoModeDegrees:
    """Return the null that keeps most of what is known: how many ties everybody has, or only how many there are."""
    if facts.is_projected:
        return TwoModeDegrees()
    return FixedTies() if facts.network.may_hold_unknown else DegreeSequence()


def _finding(found: NullComparison, language: Language) -> str:
    row = found.to_frame().loc["transitivity"]
    if not np.isfinite(row["p"]):
        return say("How closed the network is could not come out otherwise, given how many ties there are.", language)
    kept = next(message for null, message in _KEPT.items() if isinstance(found.null, null))
    which = say(kept, language)
    if row["p"] > _UNUSUAL:
        return say("How closed the network is does not differ clearly from networks {which}.", language, which=which)
    if row["observed"] > row["mean"]:
        return say("The network is more closed than nearly all networks {which}.", language, which=which)
    return say("The network is less closed than nearly all networks {which}.", language, which=which)
