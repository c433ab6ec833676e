"""The texts of the page by key, from the catalogue: whoever adds one gives it a key here and uses it in a module."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from socluster.app.answers.frame_words import FRAME_WORDS
from socluster.app.answers.server_words import SERVER_WORDS
from socluster.app.answers.step_words import STEP_WORDS
from socluster.words import Language, Phrase, translated
from socluster.words.catalogue import refuse_unknown, translated_plural

__all__ = ["WORDS", "words"]

_EXAMPLES: Mapping[Language, tuple[int, ...]] = {"en": (1, 2), "lt": (1, 2, 10)}  # numbers that take each form

WORDS: Mapping[str, str | Phrase] = MappingProxyType({**FRAME_WORDS, **STEP_WORDS, **SERVER_WORDS})


def words(language: Language) -> dict[str, str | list[str]]:
    """Return every text of the page: a message with its places open, or one for each form that a number takes.

    Raises
    ------
    ValueError
        If the language is none of ours.

    Examples
    --------
    >>> words("en")["step_whatif"], words("lt")["step_whatif"]
    ('What if', 'Kas, jeigu')
    >>> len(words("lt")["n_draws"])
    3
    """
    refuse_unknown(language)
    return {key: _said(text, language) for key, text in WORDS.items()}


def _said(text: str | Phrase, language: Language) -> str | list[str]:
    if isinstance(text, str):
        return translated(text, language)
    many = text.many or text.message
    return [translated_plural(text.message, many, n, language) for n in _EXAMPLES[language]]
