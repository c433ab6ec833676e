"""Say a message in a language, with its places filled; or keep it, with its values, until the language is known."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from socluster.words.catalogue import Language, translated, translated_plural
from socluster.words.doors import at_the_door
from socluster.words.lists import listed
from socluster.words.numbers import number
from socluster.words.places import filled
from socluster.words.plain import plain

__all__ = ["Later", "Phrase", "as_phrase", "as_sentence", "count", "counted", "later", "phrase", "say"]

_DIGITS = 6


def say(message: str, language: Language, /, *, context: str | None = None, **values: object) -> str:
    """Return a message in the language, with its places filled.

    Parameters
    ----------
    message : str
        English text; a name in braces is the place of a value. Other braces stand for themselves.
    language : {"en", "lt"}
        The language.
    context : str, optional
        Tells two meanings of one word apart.
    **values
        The values in the places: a text as it is, but for signs that turn or hide what follows, which are written out
        (`plain`); a `Phrase` or `Later` in the language; a list as people list names;
        a float as people write numbers. A whole number is unchanged, because it may be a year or a row: write a
        quantity with `number`, or use `count`.

    Returns
    -------
    str

    Examples
    --------
    >>> say("row {row}", "lt", row=3), say("row {row}", "en", row=3)
    ('3 eilutė', 'row 3')
    """
    message = at_the_door(message)
    return _filled(translated(message, language, context=context), values, language)


def as_sentence(said: str) -> str:
    """Return what was said with a capital letter at its beginning, for where a name or a unit happens to stand first.

    Examples
    --------
    >>> as_sentence("žmonių: patenkinama 20.")
    'Žmonių: patenkinama 20.'
    """
    return said[:1].upper() + said[1:]


def count(one: str, many: str, n: int, language: Language, /, *, context: str | None = None, **values: object) -> str:
    """Return a message about so many things in the form that the language wants.

    Parameters
    ----------
    one, many : str
        English text about one thing, and about another number of things.
    n : int
        How many, a whole number; {n} in the text is the number as people write it.
    language : {"en", "lt"}
        The language; Lithuanian has three forms (21 veikėjas, 22 veikėjai, 20 veikėjų).
    context : str, optional
        Tells two meanings of one word apart.
    **values
        As of `say`.

    Returns
    -------
    str

    Examples
    --------
    >>> [count("{n} problem in the input:", "{n} problems in the input:", n, "lt") for n in (1, 2, 10, 21)]
    ['Rasta 1 klaida:', 'Rastos 2 klaidos:', 'Rasta 10 klaidų:', 'Rasta 21 klaida:']
    >>> count("{n} actor", "{n} actors", 1, "en"), count("{n} actor", "{n} actors", 1200, "en")
    ('1 actor', '1\xa0200 actors')
    """
    n = _whole(n)
    text = translated_plural(one, many, n, language, context=context)
    return _filled(text, {**values, "n": number(n, language, decimals=0)}, language)


@dataclass(frozen=True)
class Phrase:
    """A message with its values that is said when the language is known; as a text it is English.

    Made by `phrase` and `counted`. As a value of another message, of a `Problem` or of a warning it follows their
    language.
    """

    message: str
    values: Mapping[str, object] = field(default_factory=dict, hash=False)
    context: str | None = None
    many: str | None = None
    n: int = 1

    def said(self, language: Language) -> str:
        """Return it in the language."""
        if self.many is None:
            message = at_the_door(self.message)
            return _filled(translated(message, language, context=self.context), self.values, language)
        text = translated_plural(self.message, self.many, self.n, language, context=self.context)
        return _filled(text, {**self.values, "n": number(self.n, language, decimals=0)}, language)

    def __str__(self) -> str:
        """Return it in English."""
        return self.said("en")


def phrase(message: str, /, *, context: str | None = None, **values: object) -> Phrase:
    """Return what `say` would say, to be said later.

    Examples
    --------
    >>> kept = phrase("row {row}", row=3)
    >>> str(kept), kept.said("lt")
    ('row 3', '3 eilutė')
    """
    return Phrase(message, values, context)


def counted(one: str, many: str, n: int, /, *, context: str | None = None, **values: object) -> Phrase:
    """Return what `count` would say, to be said later.

    Examples
    --------
    >>> str(counted("{n} actor", "{n} actors", 5))
    '5 actors'
    """
    return Phrase(one, values, context, many, _whole(n))


@dataclass(frozen=True)
class Later:
    """A number, or a list of texts and phrases, that is written when the language is known; made by `later`."""

    write: Callable[..., str]
    value: object
    options: Mapping[str, object] = field(default_factory=dict, hash=False)

    def said(self, language: Language) -> str:
        """Return it in the language."""
        value = [_shown(each, language) for each in self.value] if isinstance(self.value, list) else self.value
        return self.write(value, language, **self.options)

    def __str__(self) -> str:
        """Return it in English."""
        return self.said("en")


def later(write: Callable[..., str], value: object, /, **options: object) -> Later:
    """Return what `number`, `percent`, `listed` and the like would write, to be written when the language is known.

    Examples
    --------
    >>> from socluster.words import percent
    >>> share = later(percent, 0.974)
    >>> str(share), share.said("lt")
    ('97%', '97\xa0%')
    """
    return Later(write, value, options)


def as_phrase(message: str | Phrase, values: Mapping[str, object]) -> Phrase:
    """Return a message and its values as a phrase; one that is a phrase already stays what it is."""
    return message if isinstance(message, Phrase) else Phrase(message, values)


def _whole(n: float) -> int:
    """Return a number of things: of half a thing no language has a plural here."""
    if n != int(n):
        raise ValueError(f"a number of things is whole, unlike {n}")
    return int(n)


def _filled(message: str, values: Mapping[str, object], language: Language) -> str:
    """Fill the places; whatever in a name of somebody else would turn or hide what is said is written out."""
    return plain(filled(message, {name: _shown(value, language) for name, value in values.items()}))


def _shown(value: object, language: Language) -> str:
    if isinstance(value, Phrase | Later):
        return value.said(language)
    if isinstance(value, list | tuple):
        return listed([str(each) if isinstance(each, tuple) else _shown(each, language) for each in value], language)
    if isinstance(value, float):
        return number(value, language, digits=_DIGITS)
    return str(value)
