"""Which of several names was probably meant."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

__all__ = ["nearest"]

_ALIKE = 0.6  # how much of two names is the same, from which one may be the other misspelt
_WORDS_ALIKE = 0.75  # of two words, which are shorter
_SHORTEST = 4  # letters of a word by which a name can be told


def nearest(value: object, valid: Iterable[str]) -> str | None:
    """Return the valid text most like `value`, or None if nothing is alike.

    Where no whole name is alike, a word of it may be: one that only one of the names has.

    Examples
    --------
    >>> nearest("betweeness", ["closeness", "betweenness"])
    'betweenness'
    >>> nearest("Carito skyrius", ["Caritas", "Kelmė", "Šiauliai"])
    'Caritas'
    """
    by_folded = {option.casefold(): option for option in valid}
    import difflib  # few ask, and not while it loads

    typed = str(value).casefold()
    found = difflib.get_close_matches(typed, list(by_folded), n=1, cutoff=_ALIKE)
    if found:
        return by_folded[found[0]]
    by_word = _by_word(by_folded)
    alike = [
        (difflib.SequenceMatcher(None, word, near[0]).ratio(), by_word[near[0]])
        for word in _words(typed)
        if (near := difflib.get_close_matches(word, list(by_word), n=1, cutoff=_WORDS_ALIKE))
    ]
    return by_folded[max(alike)[1]] if alike else None


def _by_word(names: Iterable[str]) -> dict[str, str]:
    """Return the name that a word tells, for every word that only one of the names has."""
    told = [(word, name) for name in names for word in _words(name)]
    often = Counter(word for word, _ in told)
    return {word: name for word, name in told if often[word] == 1}


def _words(name: str) -> set[str]:
    return {word for word in re.findall(r"[^\W_]+", name) if len(word) >= _SHORTEST}
