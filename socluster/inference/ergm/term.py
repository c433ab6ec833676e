"""A term of a model: what it counts, said so that one can read it, compare it and keep it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

import numpy as np
import pandas as pd

from socluster._kernels.sampling.toggles import Statistic
from socluster.core.arguments import check_language
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem
from socluster.inference.ergm.observed import Observed
from socluster.words import Language, Phrase, marked

__all__ = [
    "Coefficient",
    "Ends",
    "ErgmTerm",
    "called",
    "check_ends",
    "decay_of",
    "degree_sum",
    "directed_only",
    "from_zero",
    "one_mode_only",
    "one_or_more",
    "short",
    "shown",
    "term",
    "two_mode_only",
    "undirected_only",
    "weights",
]

Coefficient: TypeAlias = tuple[str, Statistic]
"""Name and statistic of one coefficient."""

Ends: TypeAlias = Literal["all", "in", "out", "first", "second"]
"""Whose degrees: of all, directed by direction, or of one mode."""

_DEFAULTS = (None, False, "refuse", "OTP")

MOST_DECAY = 100  # far beyond where the weights differ from plain counts


@dataclass(frozen=True, repr=False)
class ErgmTerm:
    """A term of a model, with its options; what it counts in a network it finds out there.

    Parameters
    ----------
    name : str
        Its name in `socluster.terms`.
    options : tuple of (str, object)
        What it was made with.
    meaning : Phrase
        What it counts.
    count : callable
        From the network and the options to its coefficients.
    """

    name: str
    options: tuple[tuple[str, Any], ...]
    meaning: Phrase = field(compare=False)
    count: Callable[..., list[Coefficient]] = field(compare=False)

    def coefficients(self, observed: Observed) -> list[Coefficient]:
        """Return the names and statistics of its coefficients in a network.

        Raises
        ------
        InputError
            If the term does not fit the network; the message says why.
        """
        return self.count(observed, **dict(self.options))

    @property
    def given_layer(self) -> str | None:
        """The other layer whose ties it takes as given, if it is about one."""
        options = dict(self.options)
        layer = options.get("layer", options.get("values"))
        return layer if isinstance(layer, str) else None

    def describe(self, language: Language = "en") -> str:
        """Return what it counts, in words.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the words.
        """
        return self.meaning.said(check_language(language))

    def __hash__(self) -> int:
        return hash((self.name, repr(self)))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ErgmTerm) or self.name != other.name:
            return False
        one, two = dict(self.options), dict(other.options)
        return one.keys() == two.keys() and all(_equal(value, two[key]) for key, value in one.items())

    def __repr__(self) -> str:
        """Return how it is written, but for options that are not stated."""
        stated = [(name, value) for name, value in self.options if not (name == "name" and value == self.name)]
        shown = [(name, value) for name, value in stated if not _is_default(value)]
        first = self.options[0][0] if self.options and self.name != "mutual" else ""
        written = [_text(value) if name == first else f"{name}={_text(value)}" for name, value in shown]
        return f"{self.name}({', '.join(written)})"


def term(name: str, count: Callable[..., list[Coefficient]], meaning: Phrase, /, **options: Any) -> ErgmTerm:
    """Return a term: its name, what counts it, what that means, and its options."""
    kept = {key: tuple(value) if isinstance(value, list) else value for key, value in options.items()}
    return ErgmTerm(name, tuple(kept.items()), meaning, count)


def degree_sum(observed: Observed, values: Array, ends: Ends) -> Statistic:
    """Return the sum of a function of the degree over actors; `values` holds it for 0, 1, ..., n.

    Raises
    ------
    InputError
        If the network has no such degrees.
    """
    counted = observed.frame.n
    if ends in ("first", "second"):
        counted = observed.frame.rows if ends == "first" else observed.frame.columns
    of_sender, of_receiver = ends in ("all", "out", "first"), ends in ("all", "in", "second")
    return Statistic("degree", of_sender, of_receiver, np.diff(values), at_empty=float(values[0] * counted))


def check_ends(observed: Observed, name: str, ends: Ends) -> None:
    """Refuse degrees that the network does not have.

    Raises
    ------
    InputError
        If they need a network of another kind.
    """
    if ends == "all":
        undirected_only(observed, name)
    elif ends in ("in", "out"):
        directed_only(observed, name)
    else:
        two_mode_only(observed, name)


def directed_only(observed: Observed, name: str) -> None:
    """Refuse a network without directions."""
    if not observed.frame.directed:
        raise InputError("the term {term} is about directions, and the network is undirected", {"term": name})


def undirected_only(observed: Observed, name: str) -> None:
    """Refuse a network with directions."""
    if observed.frame.directed:
        raise InputError(
            "the term {term} is of undirected networks, and the network is directed; there are terms for either "
            "direction, as idegree and odegree, istar and ostar, gwidegree and gwodegree",
            {"term": name},
        )


def one_mode_only(observed: Observed, name: str) -> None:
    """Refuse a network of two modes."""
    if observed.frame.two_mode:
        raise InputError(
            "the term {term} is of one mode, and the network has two; terms of the first mode begin with b1, of the "
            "second with b2",
            {"term": name},
        )


def two_mode_only(observed: Observed, name: str) -> None:
    """Refuse a network of one mode."""
    if not observed.frame.two_mode:
        raise InputError("the term {term} is of two modes, and the network has one", {"term": name})


def from_zero(argument: str, value: Any) -> tuple[int, ...]:
    """Return one whole number from 0, or several, as several."""
    return _whole(argument, value, 0)


def one_or_more(argument: str, value: Any) -> tuple[int, ...]:
    """Return one whole number from 1, or several, as several."""
    return _whole(argument, value, 1)


def decay_of(value: Any) -> float:
    """Return a decay: a number from 0.

    Raises
    ------
    InputError
        If it is none; estimating it would be another model.
    """
    if isinstance(value, bool) or not isinstance(value, int | float | np.number) or not 0 <= float(value) <= MOST_DECAY:
        message = marked("decay must be a number from 0 to {most}, as 0.5")
        raise InputError(Problem(message, value=value, values={"most": MOST_DECAY}))
    return float(value)


def weights(decay: float, n: int) -> Array:
    """Return the geometric weight of 0, 1, ..., n: exp(decay) (1 - (1 - exp(-decay))^k)."""
    if decay == 0:
        return (np.arange(n + 1) > 0).astype(float)
    found: Array = -np.exp(decay) * np.expm1(np.arange(n + 1) * np.log1p(-np.exp(-decay)))  # exact for large ones, too
    return found


def called(attribute: Any) -> str:
    """Return what an attribute is called in names of coefficients.

    Raises
    ------
    InputError
        If it is neither the name of a column nor values by actor.
    """
    if not isinstance(attribute, str | pd.Series | Mapping):
        message = marked("attribute must be the name of a column, or a Series indexed by actor")
        raise InputError(Problem(message, value=attribute))
    return str(attribute) if isinstance(attribute, str) else str(getattr(attribute, "name", None) or "attribute")


def shown(level: Any) -> str:
    """Return a category as it stands in names of coefficients: numbers without needless digits."""
    return short(level) if isinstance(level, float | np.floating) else str(level)


def short(value: Any) -> str:
    """Return a number without needless digits, as in names of coefficients."""
    return f"{float(value):.12g}"


def _whole(argument: str, value: Any, least: int) -> tuple[int, ...]:
    given = tuple(value) if isinstance(value, list | tuple | range) else (value,)
    wrong = [each for each in given if isinstance(each, bool) or not isinstance(each, int | np.integer) or each < least]
    if wrong or not given or len(set(given)) < len(given):
        message = marked("{argument} must be a whole number from {least}, or a list of different ones")
        values = {"argument": argument, "least": least}
        raise InputError(Problem(message, value=wrong[0] if wrong else value, values=values))
    return tuple(int(each) for each in given)


def _is_default(value: Any) -> bool:
    return any(type(value) is type(each) and value == each for each in _DEFAULTS)


def _equal(one: Any, other: Any) -> bool:
    """Whether two options are alike; tables and Series are, if they are in every cell."""
    if type(one) is not type(other):
        return False
    if isinstance(one, pd.DataFrame | pd.Series):
        return bool(one.equals(other))
    return np.array_equal(one, other) if isinstance(one, np.ndarray) else bool(one == other)


def _text(value: Any) -> str:
    if isinstance(value, tuple):
        return repr(value[0]) if len(value) == 1 and isinstance(value[0], int) else repr(list(value))
    if isinstance(value, str | int | float):
        return repr(value)
    return f"<{type(value).__name__}>"
