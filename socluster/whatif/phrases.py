"""What several answers to what-ifs say in the same words: assumptions, harm, one draw, what a number does not mean."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from socluster.words import Language, marked, percent, say

__all__ = [
    "ENDS_ARE",
    "ENDS_UNKNOWN",
    "assumed",
    "caveat_of_changes",
    "caveat_of_gains",
    "is_drawn",
    "nobody_is_as_good",
    "nothing_is_drawn",
]

ENDS_ARE = marked(
    "The least exact interval is that of {measure}: another {draws} would move its ends by about {error}, {share} of "
    "its length (Monte-Carlo standard error); four times as many draws halve that."
)
ENDS_UNKNOWN = marked("{draws}: too few to say how exact the ends of the interval of {measure} are.")


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


class _Answer(Protocol):
    @property
    def is_certain(self) -> bool:
        """Whether every draw is the same."""

    @property
    def is_simulated(self) -> bool:
        """Whether the measure itself draws."""


def is_drawn(answer: _Answer) -> bool:
    """Whether anything that was counted is random; if not, numbers are exact, and there is no share of draws."""
    return answer.is_simulated or not answer.is_certain


def nothing_is_drawn(language: Language) -> str:
    """Return that no number depends on chance, only on the data and on what was assumed."""
    return say(
        "Nothing that this goal counts is drawn: the numbers are exact for these data and assumptions.", language
    )


def nobody_is_as_good(name: str, mean_gain: float, high: float, without: float, language: Language) -> list[str]:
    """Return that choosing nobody would be as good, if who was chosen gains nothing on average.

    Harm is said only where the interval holds no gain; else it is only possible.

    Parameters
    ----------
    name : str
        Who was chosen.
    mean_gain, high : float
        What it gains on average, and the upper end of its interval.
    without : float
        Share of the draws in which it gains nothing or loses.
    language : {"en", "lt"}
        Language of the sentence.
    """
    if not mean_gain <= 0:
        return []
    if mean_gain == 0:
        return [say("On average {name} gains nothing: choosing nobody would be as good.", language, name=name)]
    if high <= 0:
        return [say("On average {name} does harm to this goal: choosing nobody would be better.", language, name=name)]
    p = percent(without, language)
    return [
        say(
            "{name} may do harm to this goal: its mean gain is below 0, and in {p} of the draws choosing nobody would "
            "be as good or better.",
            language,
            name=name,
            p=p,
        )
    ]
