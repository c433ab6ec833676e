"""What the server says to people: every sentence in both languages, so that the page shows the one it is in."""

from __future__ import annotations

from typing import TypeAlias

from socluster.core.errors import SoclusterError
from socluster.words import LANGUAGES, Language, Phrase
from socluster.words.doors import told_at

__all__ = ["Said", "in_both", "told"]

Said: TypeAlias = dict[Language, str]


def in_both(phrase: Phrase) -> Said:
    """Return a phrase in each language."""
    with told_at("page"):
        return {language: phrase.said(language) for language in LANGUAGES}


def told(error: SoclusterError) -> Said:
    """Return what an error says in each language."""
    with told_at("page"):
        return {language: str(error.in_language(language)) for language in LANGUAGES}
