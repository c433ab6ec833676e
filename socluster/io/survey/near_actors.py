"""Two names of a questionnaire that are probably one: told, for nobody but the author can know."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection

from socluster.core.errors import NearNameWarning
from socluster.core.warn import warn

__all__ = ["warn_of_near_actors"]

_ALIKE = 0.85
_SHORTEST = 5  # letters; of shorter names, one letter is too much of the whole
_A_LABEL = 2  # letters: School A and School B are two


def warn_of_near_actors(names: Collection[str], respondents: Collection[str]) -> None:
    """Warn of names that differ in capitals and blanks only, and of partners called almost as somebody else.

    A partner who answered is somebody of its own; one who did not may be a slip of the keyboard.

    Warns
    -----
    NearNameWarning
        For each such pair.
    """
    first: dict[str, str] = {}
    for name in sorted(names):
        other = first.setdefault(_plain(name), name)
        if other != name:
            _warn(name, other)
    for name in sorted(set(names) - set(respondents)):
        near = _nearest(name, [each for each in sorted(names) if _plain(each) != _plain(name)], respondents)
        if near is not None:
            _warn(name, near)


def _nearest(name: str, others: list[str], respondents: Collection[str]) -> str | None:
    """Return the other whom a name almost is; of two who did not answer, it is told of one only."""
    if len(name) < _SHORTEST:
        return None
    found = difflib.get_close_matches(name, others, n=3, cutoff=_ALIKE)
    return next((each for each in found if (each in respondents or each < name) and not _are_two(name, each)), None)


def _are_two(name: str, other: str) -> bool:
    """Whether names differ as people number things: in digits, or in a word of a letter or two."""
    if re.findall(r"\d+", name) != re.findall(r"\d+", other):
        return True
    words, others = name.split(), other.split()
    pairs = [pair for pair in zip(words, others, strict=False) if pair[0] != pair[1]]
    return len(words) == len(others) and all(max(map(len, pair)) <= _A_LABEL for pair in pairs)


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _warn(name: str, other: str) -> None:
    warn(
        "'{name}' and '{other}' became two actors; if they are one, write both alike",
        NearNameWarning,
        name=name,
        other=other,
    )
