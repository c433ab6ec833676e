"""Which drop-down list or rule a column of the workbook to fill in has."""

from __future__ import annotations

from typing import Any

from socluster.core.scales import SCALES
from socluster.core.schema import EVIDENCE, LEVELS, SECTORS
from socluster.starter.fields import Field
from socluster.starter.sheets import SHEETS
from socluster.words import Language, value_name

__all__ = ["LAST_ROW", "YES_NO", "listed_words", "validation"]

LAST_ROW = 2001
YES_NO: dict[Language, tuple[str, str]] = {"en": ("yes", "no"), "lt": ("taip", "ne")}

_LISTED_IN = {"actor": "actors", "group": "groups", "layer": "layers"}
_OWN_WORDS = ("sector", "level", "layer")  # a list of suggestions: another word is doubted, not refused

_FAULTS: dict[Language, dict[str, str]] = {
    "en": {
        "title": "Please check",
        "id": "This name is in the column already; every row needs its own.",
        "actor": "There is no such organisation in the sheet 'actors'. Write it there first.",
        "group": "There is no such group in the sheet 'groups'. Write it there first.",
        "layer": "This layer is not in the sheet 'layers'. Is it intended?",
        "list": "Please choose from the list.",
        "own": "This word is not in the list. Is it intended?",
        "weight": "The weight is a number above 0 (or 0, where the ladder of the layer has a step 0).",
        "confidence": "The confidence is a number from 0 to 1.",
        "amount": "The amount is a number from 0.",
    },
    "lt": {
        "title": "Patikrinkite",
        "id": "Šis pavadinimas stulpelyje jau yra; kiekvienai eilutei reikia savo.",
        "actor": "Lape „veikėjai“ tokios organizacijos nėra. Pirmiausia įrašykite ją ten.",
        "group": "Lape „grupės“ tokios grupės nėra. Pirmiausia įrašykite ją ten.",
        "layer": "Lape „sluoksniai“ tokio sluoksnio nėra. Ar tikrai taip?",
        "list": "Pasirinkite iš sąrašo.",
        "own": "Tokio žodžio sąraše nėra. Ar tikrai taip?",
        "weight": "Svoris yra skaičius, didesnis už 0 (arba 0, jei sluoksnio skalė turi pakopą 0).",
        "confidence": "Tikrumas yra skaičius nuo 0 iki 1.",
        "amount": "Kiekis yra skaičius nuo 0.",
    },
}


def validation(field: Field, table: str, cells: str, language: Language) -> Any:
    """Return the rule of a column for these cells, or None if anything is allowed."""
    from openpyxl.worksheet.datavalidation import DataValidation

    what = _rule(field, cells, language)
    if what is None or table == "info":
        return None
    rule = DataValidation(allow_blank=True, showErrorMessage=True, **what)
    rule.errorStyle = "warning" if field.check in _OWN_WORDS else "stop"
    say = _FAULTS[language]
    rule.errorTitle = say["title"]
    rule.error = say.get(field.check) or say["own" if field.check in _OWN_WORDS else "list"]
    rule.add(cells)
    return rule


def listed_words(check: str, language: Language) -> tuple[str, ...]:
    """Return the words that the list of a column offers, in the language of the workbook; none if it has no list.

    The reader understands them in both languages, and the letters of ladders are the same in both.
    """
    ours = {"sector": SECTORS, "level": LEVELS, "evidence": EVIDENCE}.get(check, ())
    return tuple(value_name(check, word, language) for word in ours) or {
        "scale": tuple(SCALES),
        "yes": YES_NO[language],
    }.get(check, ())


def _rule(field: Field, cells: str, language: Language) -> dict[str, Any] | None:
    numbers = {
        "weight": {"operator": "greaterThanOrEqual", "formula1": "0"},
        "confidence": {"operator": "between", "formula1": "0", "formula2": "1"},
        "amount": {"operator": "greaterThanOrEqual", "formula1": "0"},
    }
    if words := listed_words(field.check, language):
        return {"type": "list", "formula1": f'"{",".join(words)}"'}
    if field.check in _LISTED_IN:
        return {"type": "list", "formula1": _filled_cells(_LISTED_IN[field.check], language)}
    if field.check in numbers:
        return {"type": "decimal", **numbers[field.check]}
    if field.check == "id":
        first = cells.partition(":")[0]
        letter = first.rstrip("0123456789")
        return {"type": "custom", "formula1": f"COUNTIF(${letter}$2:${letter}${LAST_ROW},{first})=1"}
    return None


def _filled_cells(table: str, language: Language) -> str:
    """Return the first column of another sheet, as far down as it is filled in, so that the list has no blank ends."""
    title = next(sheet.title(language) for sheet in SHEETS if sheet.table == table)
    return f"OFFSET('{title}'!$A$2,0,0,MAX(1,COUNTA('{title}'!$A$2:$A${LAST_ROW})),1)"
