"""What the data show of one item of the five steps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from socluster.core.arguments import is_number
from socluster.core.errors import InputError, Problem, nearest
from socluster.words import Phrase, marked

__all__ = ["CUTOFFS", "Finding", "cutoffs_of"]

# None of these is documented; each is where we draw the line unless somebody draws another.
CUTOFFS: dict[str, float] = {"actors": 2, "sectors": 2, "provides": 0.8, "raters": 0.5, "consensus": 0.8}
_SHARES = ("provides", "raters", "consensus")


@dataclass(frozen=True)
class Finding:
    """What the data show of an item.

    Parameters
    ----------
    met : bool
        Whether they show enough to propose that it is done.
    touched : bool
        Whether they show anything of it.
    measured : Phrase
        What they show, in words.
    cut : Phrase, optional
        What would be enough, where that is a number that we assume.
    """

    met: bool
    touched: bool
    measured: Phrase
    cut: Phrase | None = None


def cutoffs_of(given: Any) -> dict[str, float]:
    """Return the cuts: ours, or those that are stated instead.

    Raises
    ------
    InputError
        If one has another name, or is no number of that kind.
    """
    if given is None:
        return dict(CUTOFFS)
    if not isinstance(given, Mapping):
        message = marked("must be a mapping from the name of a cut to a number; names are {names}")
        names = {"names": ", ".join(CUTOFFS)}
        raise InputError(Problem(message, column="cutoffs", is_argument=True, value=given, values=names))
    problems = []
    for name, value in given.items():
        place: dict[str, Any] = {"column": "cutoffs", "is_argument": True}
        if name not in CUTOFFS:
            message = marked("is the name of no cut; names are {names}")
            values = {"names": ", ".join(CUTOFFS)}
            problems.append(Problem(message, value=name, nearest=nearest(name, CUTOFFS), values=values, **place))
        elif not is_number(value) or not 0 < value <= (1 if name in _SHARES else 1_000_000):
            limit = marked("must be a share above 0, at most 1") if name in _SHARES else marked("must be at least 1")
            problems.append(Problem(limit, row=str(name), value=value, **place))
    if problems:
        raise InputError(problems)
    return {**CUTOFFS, **{str(name): float(value) for name, value in given.items()}}
