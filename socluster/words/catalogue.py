"""What a message is in another language: the English one is the key, and Lithuanian is in one catalogue."""

from __future__ import annotations

import gettext
import struct
import warnings
from functools import cache
from io import BytesIO
from pkgutil import get_data
from typing import Literal, TypeAlias

__all__ = ["LANGUAGES", "Language", "marked", "refuse_unknown", "translated", "translated_plural"]

Language: TypeAlias = Literal["en", "lt"]
LANGUAGES: tuple[Language, ...] = ("en", "lt")


def marked(message: str, /, *, context: str | None = None) -> str:
    """Return the message as it is, so that the catalogue holds the content of a constant and is said later.

    Parameters
    ----------
    message : str
        English text.
    context : str, optional
        Tells two meanings of one word apart; whoever says it must give the same one.

    Returns
    -------
    str
        The same text.

    Examples
    --------
    >>> NOTHING = marked("undefined")
    >>> translated(NOTHING, "lt")
    '(neapibrėžta)'
    """
    del context  # read by whoever collects the messages
    return message


def translated(message: str, language: Language, /, *, context: str | None = None) -> str:
    """Return a message in the language, with its places still open; what is not in the catalogue stays as it is.

    Examples
    --------
    >>> translated("undefined", "lt"), translated("undefined", "en"), translated("a name", "lt")
    ('(neapibrėžta)', 'undefined', 'a name')
    """
    if language == "en" or not message:
        return message
    if context is None:
        return _catalogue(language).gettext(message)
    return _catalogue(language).pgettext(context, message)


def translated_plural(one: str, many: str, n: int, language: Language, /, *, context: str | None = None) -> str:
    """Return the form of a message that so many things take in the language, with its places still open."""
    if language == "en":
        return one if n == 1 else many
    if context is None:
        return _catalogue(language).ngettext(one, many, abs(n))
    return _catalogue(language).npgettext(context, one, many, abs(n))


def refuse_unknown(language: object) -> None:
    """Refuse a language that is none of ours.

    Raises
    ------
    ValueError
        If it is not.
    """
    if language not in LANGUAGES:
        raise ValueError(f"language must be one of {', '.join(map(repr, LANGUAGES))} (here: {language!r})")


@cache
def _catalogue(language: Language) -> gettext.NullTranslations:
    """Read the catalogue when somebody asks for it, from a folder or from the archive in which the package is.

    Without a readable catalogue all is said in English, and a warning says so once: a damaged installation is no reason
    to lose an answer.
    """
    refuse_unknown(language)
    try:
        compiled = get_data(__package__, f"locale/{language}/LC_MESSAGES/socluster.mo")
        return gettext.GNUTranslations(BytesIO(compiled or b""))
    except (OSError, ValueError, struct.error) as error:  # it is not there, or is no catalogue
        warnings.warn(
            f"the catalogue of the language {language!r} cannot be read, so all is said in English; install socluster "
            f"again ({type(error).__name__}: {error})",
            RuntimeWarning,
            stacklevel=2,
        )
        return gettext.NullTranslations()
