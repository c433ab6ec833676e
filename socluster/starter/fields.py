"""What is said of a column and of a sheet of the workbook to fill in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from socluster.words import Language

__all__ = ["Field", "FieldCheck", "Sheet"]

# What a column may contain: any text, a new identifier, one from another sheet, one of a list, or a number.
FieldCheck: TypeAlias = Literal[
    "text",
    "id",
    "actor",
    "group",
    "layer",
    "sector",
    "level",
    "evidence",
    "scale",
    "yes",
    "weight",
    "confidence",
    "amount",
]


@dataclass(frozen=True)
class Field:
    """One column.

    Parameters
    ----------
    names : tuple of str
        In English (as socluster calls it) and in Lithuanian (as it also understands it).
    check : str
        What it may contain.
    notes : tuple of str
        What goes in, in English and in Lithuanian.
    width : int
        In characters.
    """

    names: tuple[str, str]
    check: FieldCheck
    notes: tuple[str, str]
    width: int = 16

    def name(self, language: Language) -> str:
        """Return the header."""
        return self.names[language == "lt"]

    def note(self, language: Language) -> str:
        """Return the note on the header."""
        return self.notes[language == "lt"]


@dataclass(frozen=True)
class Sheet:
    """One sheet: its table, its titles in English and in Lithuanian, and its columns."""

    table: str
    titles: tuple[str, str]
    fields: tuple[Field, ...]

    def title(self, language: Language) -> str:
        """Return the title of the sheet."""
        return self.titles[language == "lt"]
