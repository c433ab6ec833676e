"""What several answers to what-ifs say in the same words: assumptions, harm, one draw, what a number does not mean."""

from __future__ import annotations

from collections.abc import Iterable

from socluster.words import Language, marked, say

__all__ = ["NOW_IS", "assumed", "caveat_of_changes", "caveat_of_gains", "nobody_is_as_good"]

NOW_IS = marked(
    "Uncertain ties exist in some draws only, so that “now” is the median of the draws; where these ties count as if "
    "they existed, the number is another one."
)


def assumed(assumptions: Iterable[str], language: Language) -> list[str]:
    """Return a sentence for each assumption of the tie models, which they have said in this language; each once."""
    return [say("Assumption: {text}.", language, text=each) for each in dict.fromkeys(assumptions)]


def caveat_of_changes(language: Language) -> str:
    """Return what a change of a measure does not mean."""
    return say(
        "Structure is not effectiveness: a higher or lower value does not mean better care.",
        language,
    )


def caveat_of_gains(language: Language) -> str:
    """Return what a gain in a measure does not mean."""
    return say("Structure is not effectiveness: a gain in a measure does not mean better care.", language)


def nobody_is_as_good(name: str, mean_gain: float, language: Language) -> list[str]:
    """Return that choosing nobody would be as good, if who was chosen gains nothing on average."""
    if not mean_gain <= 0:
        return []
    if mean_gain < 0:
        return [say("On average {name} does harm to this goal: choosing nobody would be better.", language, name=name)]
    return [say("On average {name} gains nothing: choosing nobody would be as good.", language, name=name)]
