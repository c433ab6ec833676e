"""One notebook in two languages: its texts stand side by side, and one line at its top says which is read."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from socluster.core.checked import checked
from socluster.words import LANGUAGES, Language

__all__ = ["text_in"]

Text = TypeVar("Text")


@checked
def text_in(language: Language = "en") -> Callable[[Text, Text], Text]:
    """Which of two texts is meant? Make a function that takes an English and a Lithuanian one.

    Parameters
    ----------
    language : {"en", "lt"}, default "en"
        Language of the notebook.

    Returns
    -------
    callable
        Called with the English and the Lithuanian text, it returns the one in the language.

    Raises
    ------
    InputError
        If there is no such language.

    Examples
    --------
    >>> text = text_in("lt")
    >>> text("five steps", "penki žingsniai")
    'penki žingsniai'
    """
    place = LANGUAGES.index(language)

    def text(english: Text, lithuanian: Text) -> Text:
        return (english, lithuanian)[place]

    return text
