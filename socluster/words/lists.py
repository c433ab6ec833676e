"""Names as people list them: A, B and C."""

from __future__ import annotations

from collections.abc import Iterable

from socluster.words.catalogue import Language, translated
from socluster.words.numbers import DASH, number
from socluster.words.places import filled
from socluster.words.plain import plain

__all__ = ["either", "itemised", "listed"]


def listed(names: Iterable[object], language: Language, /, *, most: int | None = None) -> str:
    """Return the names as a list; of a long one the first and how many more.

    Parameters
    ----------
    names : iterable
        The names, or whatever else actors are called; of none a dash is left.
    language : {"en", "lt"}
        The language.
    most : int, optional
        How many names at most; one more is named, too, rather than counted.

    Returns
    -------
    str

    Examples
    --------
    >>> listed(["A", "B", "C"], "en"), listed(["A", "B"], "lt"), listed("ABCDE", "en", most=2)
    ('A, B and C', 'A ir B', 'A, B and 3 more')
    """
    called = list(map(str, names))
    if most is not None and len(called) > most + 1:
        more = filled(translated("{n} more", language), {"n": number(len(called) - most, language, decimals=0)})
        called = [*called[:most], more]
    return _joined(called, translated("{first} and {last}", language))


def either(names: Iterable[object], language: Language, /) -> str:
    """Return the names as a choice.

    Examples
    --------
    >>> either(["A", "B", "C"], "en"), either(["A", "B"], "lt")
    ('A, B or C', 'A arba B')
    """
    return _joined(list(map(str, names)), translated("{first} or {last}", language))


def itemised(items: Iterable[str], language: Language, /) -> str:
    """Return items that are too long, or hold commas, to be listed as names are.

    Examples
    --------
    >>> itemised(["2 self-ties", "the layers a, b"], "en")
    '2 self-ties; the layers a, b'
    """
    del language  # the same in both
    return plain("; ".join(items))


def _joined(names: list[str], pattern: str) -> str:
    if not names:
        return DASH
    *first, last = names
    return plain(filled(pattern, {"first": ", ".join(first), "last": last}) if first else last)
