"""What an exercise of the course is: a key, the right answer, and the mistakes that people typically make."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

__all__ = ["Exercise", "Hint", "value_of"]


@dataclass(frozen=True)
class Hint:
    """A typical wrong answer, and what to say to who gives it.

    Parameters
    ----------
    answer : object or function without arguments
        The wrong answer, or how to compute it.
    text : str
        What is off, without the right answer; `marked`, so that it is found for the catalogue.
    """

    answer: Any
    text: str


@dataclass(frozen=True)
class Exercise:
    """One exercise.

    Parameters
    ----------
    key : str
        Number of the tutorial and of the exercise, such as ``"02.1"``.
    expected : object or function without arguments
        The right answer, or how to compute it from shipped data. Its type says what is asked for: a number, a bool, a
        text, a list or tuple (the order counts), a set (it does not), a Series or dict (one value per label, in any
        order), a DataFrame. A missing label of a Series is named to the student; where *which* labels is the
        question, ask for a list or a set.
    hints : tuple of Hint
        Typical mistakes; the first that fits is reported.
    tolerance : float, default 1e-6
        How far a number may be off: so much, or so large a part of it.
    """

    key: str
    expected: Any
    hints: tuple[Hint, ...] = ()
    tolerance: float = 1e-6


def value_of(answer: Any) -> Any:
    """Return the answer, computed if it is given as a function."""
    return _computed(answer) if callable(answer) else answer


@cache
def _computed(function: Callable[[], Any]) -> Any:
    """Compute once: a student tries several times."""
    return function()
