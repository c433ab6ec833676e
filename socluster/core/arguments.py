"""One reader for each argument that recurs: a generator of random numbers, a choice, a positive number, a fraction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import numpy as np
from numpy.random import Generator

from socluster.core.errors import InputError, Problem, nearest
from socluster.core.kinds import is_too_large
from socluster.words import LANGUAGES, Language, later, marked, number

IS_NONE = {
    "actor": marked("is no actor of this cluster"),
    "group": marked("is no group of this cluster"),
    "layer": marked("is no layer of this cluster"),
    "tie": marked("is no tie of this cluster"),
}

__all__ = [
    "IS_NONE",
    "check_language",
    "choice",
    "fraction",
    "generator",
    "is_number",
    "positive_integer",
    "seed_of",
    "whole_number",
]


def generator(rng: Generator | int | np.integer | None) -> Generator:
    """Return a generator: the one that is given, or one that starts from the seed.

    Raises
    ------
    InputError
        If it is neither; without a seed an answer could not be repeated.
    """
    if isinstance(rng, Generator):
        return rng
    if isinstance(rng, int | np.integer) and not isinstance(rng, bool) and rng >= 0:
        return np.random.default_rng(int(rng))
    if rng is None:
        raise InputError(
            "rng must be a seed (an integer from 0) or a numpy Generator, without which the answer could not be "
            "repeated; add rng=7"
        )
    raise InputError(Problem("rng must be a seed (an integer from 0) or a numpy Generator", value=rng))


def choice(argument: str, value: object, options: Sequence[str]) -> str:
    """Return the value if it is one of the options.

    Raises
    ------
    InputError
        If it is not; the message lists the options and names the nearest.
    """
    if isinstance(value, str) and value in options:
        return value
    values = {"argument": argument, "options": ", ".join(map(repr, options))}
    raise InputError(
        Problem("{argument} must be one of {options}", value=value, nearest=nearest(value, options), values=values)
    )


def check_language(language: object) -> Language:
    """Return the language if it is one of ours.

    Raises
    ------
    InputError
        If it is not.
    """
    choice("language", language, LANGUAGES)
    return cast(Language, language)


def positive_integer(argument: str, value: object, *, most: int | None = None) -> int:
    """Return the value if it is a whole number of at least 1, and at most `most`.

    Raises
    ------
    InputError
        If it is not.
    """
    if isinstance(value, int | np.integer) and not isinstance(value, bool) and 1 <= value <= (most or value):
        return int(value)
    values: dict[str, object] = {"argument": argument}
    if most is not None:
        values["most"] = later(number, most)
        raise InputError(Problem("{argument} must be a whole number from 1 to {most}", value=value, values=values))
    raise InputError(Problem("{argument} must be a whole number of at least 1", value=value, values=values))


def whole_number(argument: str, value: object) -> int:
    """Return the value if it is a whole number of at least 0.

    Raises
    ------
    InputError
        If it is not.
    """
    if isinstance(value, int | np.integer) and not isinstance(value, bool) and value >= 0:
        return int(value)
    raise InputError(
        Problem("{argument} must be a whole number of at least 0", value=value, values={"argument": argument})
    )


def fraction(argument: str, value: object) -> float:
    """Return the value if it is a number between 0 and 1, and neither.

    Raises
    ------
    InputError
        If it is not.
    """
    if is_number(value) and 0 < value < 1:  # type: ignore[operator]  # it is a number
        return float(value)  # type: ignore[arg-type]
    raise InputError(Problem("{argument} must lie between 0 and 1", value=value, values={"argument": argument}))


def seed_of(rng: Generator | int | np.integer | None) -> int | None:
    """Return the seed, if one was handed in, for the record: a generator does not tell where it started."""
    return int(rng) if isinstance(rng, int | np.integer) and not isinstance(rng, bool) else None


def is_number(value: object) -> bool:
    """Whether the value is a number, no truth value, and not too large for one to compute with it."""
    is_some = isinstance(value, int | float | np.integer | np.floating) and not isinstance(value, bool)
    return is_some and not is_too_large(value)
