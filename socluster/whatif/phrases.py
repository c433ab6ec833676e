"""What several answers to what-if questions say in the same words: assumptions, and what a number does not mean."""

from __future__ import annotations

from collections.abc import Iterable

from socluster.words import Language, say

__all__ = ["assumed", "caveat_of_changes", "caveat_of_gains"]


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
