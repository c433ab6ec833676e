"""From the cells of a DataFrame to frozen typed columns, noting every invalid value."""

from __future__ import annotations

import math
import numbers
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.columns import Array, Column, Kind, text_column
from socluster.core.errors import Problem
from socluster.core.labels import as_text, clean_text, id_of, is_too_large
from socluster.core.tables import Origin
from socluster.words import Phrase, later, marked, phrase
from socluster.words import number as as_written

__all__ = ["Reader", "ambiguous_numbers", "as_number", "clean_text", "positions", "unfit"]

_TRUE = {"true", "yes", "1", "taip", "t", "y"}
_FALSE = {"false", "no", "0", "ne", "f", "n"}
_WORDS = {True: "true", False: "false"}
_INTEGER = re.compile(r"[+-]?(0|[1-9]\d{0,18})")
_NUMBER = re.compile(r"[+-]?((\d+([.,]\d*)?|[.,]\d+)([eE][+-]?\d+)?|inf|nan)", re.IGNORECASE)
_BLANKS_BETWEEN_THOUSANDS = re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))")
_IN_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}([ \u00a0\u202f]\d{3})+([.,]\d+)?", re.ASCII)
_MAYBE_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2},\d{3}")
_LARGEST = 2**63
_LONGEST_KEY = 1_000  # in characters; longer ones come of a quotation mark or a delimiter that is not there


def unfit(text: str, *, is_key: bool) -> Phrase | None:
    """Say why a text cannot be kept in every file format, or None if it can."""
    if is_key and len(text) > _LONGEST_KEY:
        return phrase("is longer than an identifier may be ({most} characters)", most=later(as_written, _LONGEST_KEY))
    allowed = "" if is_key else "\n\t"
    for character in text:
        category = unicodedata.category(character)
        if (category in ("Cc", "Cs") and character not in allowed) or ord(character) & 0xFFFE == 0xFFFE:
            if character == "\n":
                return phrase("holds a line break, which an identifier cannot hold")
            code = f"U+{ord(character):04X}"
            if is_key:
                return phrase("holds a character {character}, which an identifier cannot hold", character=code)
            return phrase("holds a character {character}, which a text cannot hold", character=code)
    return None


def _no_text(value: object) -> Phrase:
    return phrase("is too large a number") if is_too_large(value) else phrase("is no text")


class _Odd:
    """A list, dictionary or other thing that no cell can hold; kept only to be named in the error."""

    def __init__(self, value: object) -> None:
        self.value = value

    def __repr__(self) -> str:
        return repr(self.value)


@dataclass
class Reader:
    """Turns the columns of one table into frozen columns and collects what is wrong with them.

    Parameters
    ----------
    table : str
        Which table of the cluster.
    frame : DataFrame
        Its cells, columns under our names.
    origin : Origin, optional
        Where the rows came from.
    kinds : mapping, optional
        Kinds that the source states.
    raw_text : bool, default False
        The cells are text from a file, so unstated kinds are inferred.
    problems : list of Problem
        Grows with every problem.
    """

    table: str
    frame: pd.DataFrame
    origin: Origin | None = None
    kinds: Mapping[str, str] = field(default_factory=dict)
    raw_text: bool = False
    problems: list[Problem] = field(default_factory=list)

    def note(
        self, message: str | Phrase, position: int | None, column: str | None = None, value: object = None, **more: Any
    ) -> None:
        """Add a problem in the row at this position."""
        row: int | str | None = None
        written = column
        if position is not None:
            row = self.row_of(position)
        if self.origin and column is not None:
            written = self.origin.columns.get(column, column)
        file = self.origin.label if self.origin else None
        self.problems.append(Problem(message, self.table, row, written, value, file=file, **more))

    def row_of(self, position: int) -> int | str:
        """Return what a person calls the row at this position."""
        return self.origin.row(position) if self.origin else _label(self.frame.index[position])

    def cells(self, column: str) -> list[Any]:
        """Return the cells as Python objects, None where missing."""
        series = self.frame[column]
        values = [value if pd.api.types.is_scalar(value) else _Odd(value) for value in series.astype(object).tolist()]
        missing = series.isna().tolist()
        return [
            None if gap is True or (isinstance(value, str) and value == "") else value
            for value, gap in zip(values, missing, strict=True)
        ]

    def key(self, column: str) -> Column:
        """Return a text column in which every row must have a value."""
        result = self.text(column, is_key=True)
        for position in np.flatnonzero(result.missing):
            self.note("is empty; every row needs it", int(position), column)
        return result

    def text(self, column: str, *, is_key: bool = False) -> Column:
        """Return a text column; numbers and dates become text."""
        # Words for truth values first: to factorize, True is the same as 1.
        cells = [_WORDS[bool(cell)] if isinstance(cell, bool | np.bool_) else cell for cell in self.cells(column)]
        codes, distinct = pd.factorize(np.array(cells, dtype=object), use_na_sentinel=True)
        cleaned: list[str | None] = []
        for code, value in enumerate(distinct):
            text = _id_text(value) if is_key else as_text(value)
            fault = _no_text(value) if text is None else unfit(text, is_key=is_key)
            if fault:
                for position in np.flatnonzero(codes == code):
                    self.note(fault, int(position), column, value)
            cleaned.append(text or None)
        return text_column(np.array([*cleaned, None], dtype=object)[codes])

    def number(self, column: str) -> Column:
        """Return a column of floats; text with a decimal point or comma is understood."""
        result = self._parsed(column, "number", as_number, marked("is not a number"), np.nan)
        for position in np.flatnonzero(np.isinf(result.values)):
            self.note("must be finite", int(position), column, float(result.values[position]))
        self._refuse_thousands(column)
        return result

    def _refuse_thousands(self, column: str) -> None:
        """Refuse numbers such as 1,250 where no other cell shows whether the comma is one of decimals."""
        dtype = self.frame[column].dtype
        if pd.api.types.is_numeric_dtype(dtype):
            return
        cells = self.cells(column)
        message = marked("may mean {thousands} or {decimals}; write it so")
        for position in ambiguous_numbers(cells):
            cell = cells[position].strip()
            values = {"thousands": cell.replace(",", ""), "decimals": cell.replace(",", ".")}
            self.note(message, position, column, cell, values=values)

    def integer(self, column: str) -> Column:
        """Return a column of whole numbers."""
        cells = self._convert(column, _as_integer, marked("is not a whole number"))
        gaps = np.array([cell is None for cell in cells], dtype=bool)
        return Column("integer", np.array([cell or 0 for cell in cells], dtype=np.int64), gaps=gaps)

    def flag(self, column: str) -> Column:
        """Return a column of true/false; yes, no, 1, 0, taip, ne are understood."""
        return self._parsed(column, "flag", _as_flag, marked("is neither true nor false"), -1)

    def typed(self, column: str, kind: str | None) -> Column:
        """Return the column as the kind that is given, stated by the source, or inferred, in this order."""
        kind = kind or self.kinds.get(column) or self._infer(column)
        readers: dict[str, Callable[[str], Column]] = {
            "text": self.text,
            "number": self.number,
            "integer": self.integer,
            "flag": self.flag,
        }
        if kind not in readers:
            values = {"kind": kind, "kinds": ", ".join(readers)}
            self.note("has the unknown kind '{kind}'; kinds are {kinds}", None, column, values=values)
            kind = "text"
        return readers[kind](column)

    def _parsed(self, column: str, kind: Kind, parse: Callable[[Any], Any], fault: str, gap: float) -> Column:
        series = self.frame[column]
        if kind == "number" and pd.api.types.is_float_dtype(series.dtype) and isinstance(series.dtype, np.dtype):
            return Column(kind, series.to_numpy())
        cells = self._convert(column, parse, fault)
        return Column(kind, np.array([gap if cell is None else cell for cell in cells], dtype=float))

    def _convert(self, column: str, parse: Callable[[Any], Any], fault: str) -> list[Any]:
        """Parse each distinct cell once; a large file repeats a few."""
        cells = self.cells(column)
        known: dict[Any, Any] = {}
        result = []
        for position, cell in enumerate(cells):
            mark = (type(cell), cell) if isinstance(cell, str | numbers.Number) else None
            if mark is not None and mark in known:
                value = known[mark]
            else:
                value = None if cell is None else parse(cell)
                if mark is not None:
                    known[mark] = value
            if value is None and cell is not None:
                told = _percentage(cell, is_share=column == "confidence") or phrase(fault)
                told = told if not is_too_large(cell) else phrase("is too large a number")
                self.note(told, position, column, cell)
            result.append(value)
        return result

    def _infer(self, column: str) -> Kind:
        dtype = self.frame[column].dtype
        if pd.api.types.is_bool_dtype(dtype):
            return "flag"
        if pd.api.types.is_integer_dtype(dtype):
            return "integer"
        if pd.api.types.is_float_dtype(dtype):
            return "number"
        cells = [cell for cell in self.cells(column) if cell is not None]
        if cells and all(isinstance(cell, str) for cell in cells):
            return _kind_of_texts(cells) if self.raw_text else "text"
        if cells and all(isinstance(cell, bool | np.bool_) for cell in cells):
            return "flag"
        if cells and all(isinstance(cell, numbers.Real) and not isinstance(cell, bool) for cell in cells):
            return "integer" if all(isinstance(cell, numbers.Integral) for cell in cells) else "number"
        return "text"


def _kind_of_texts(cells: Sequence[str]) -> Kind:
    distinct = {cell.strip() for cell in set(cells)}
    if all(_INTEGER.fullmatch(cell) and abs(int(cell)) < _LARGEST for cell in distinct):
        return "integer"
    if all(_NUMBER.fullmatch(cell) for cell in distinct) and not any(_is_code(cell) for cell in distinct):
        return "number"
    if {cell.casefold() for cell in distinct} <= {"true", "false"}:
        return "flag"
    return "text"


def _is_code(text: str) -> bool:
    """Whether digits are an identifier such as 007, which as a number would lose digits."""
    digits = text.lstrip("+-")
    return (len(digits) > 1 and digits[0] == "0" and digits[1].isdigit()) or (digits.isdigit() and len(digits) > 18)


def _id_text(value: Any) -> str | None:
    """Return the id of a cell: like networkx, a table may call an actor (0, 1)."""
    if isinstance(value, _Odd):
        named = id_of(value.value) if isinstance(value.value, tuple | frozenset) else None
    else:
        named = None if as_text(value) is None else id_of(value)
    return named if isinstance(named, str) else None


def as_number(value: Any) -> float | None:
    """Return the number that a cell holds, with a decimal point or comma if it is text, or None.

    Examples
    --------
    >>> as_number("2,5"), as_number("1 250,5"), as_number("12 5")
    (2.5, 1250.5, None)
    """
    if isinstance(value, bool | np.bool_):
        return float(value)
    if isinstance(value, numbers.Real):
        try:
            return float(value)
        except OverflowError:  # a whole number of hundreds of digits
            return None
    if isinstance(value, str):
        text = value.strip().replace("−", "-")
        if _IN_THOUSANDS.fullmatch(text):  # 1 250,50, as in Lithuania and the Nordic countries
            text = _BLANKS_BETWEEN_THOUSANDS.sub("", text)
        return float(text.replace(",", ".")) if _NUMBER.fullmatch(text) else None
    return None


def _percentage(value: Any, *, is_share: bool) -> Phrase | None:
    """Say how a percentage may be meant: as so many hundredths, or as the number before the sign if it is no share."""
    found = (
        as_number(value.strip().removesuffix("%")) if isinstance(value, str) and value.strip().endswith("%") else None
    )
    if found is None:
        return None
    part = later(as_written, found / 100, digits=12)
    if is_share and not 0 <= found <= 100:
        return phrase("is a percentage, but not one from 0 to 100")
    if is_share:
        return phrase("is a percentage; write {part}", part=part)
    return phrase("is a percentage; write {number} or {part}", number=later(as_written, found, digits=12), part=part)


def ambiguous_numbers(cells: Sequence[Any]) -> list[int]:
    """Return where a number such as 1,250 stands, if no other cell shows whether its comma is one of decimals.

    Examples
    --------
    >>> ambiguous_numbers(["1,250", "3"]), ambiguous_numbers(["1,250", "2,5"]), ambiguous_numbers(["0,125"])
    ([0], [], [])
    """
    texts = [cell.strip() if isinstance(cell, str) else "" for cell in cells]
    found = [position for position, text in enumerate(texts) if _MAYBE_THOUSANDS.fullmatch(text)]
    return found if found and len(found) == sum("," in text for text in texts) else []


def _as_integer(value: Any) -> int | None:
    if isinstance(value, numbers.Integral):
        return int(value) if -_LARGEST <= int(value) < _LARGEST else None
    if isinstance(value, str) and _INTEGER.fullmatch(value.strip()):
        whole = int(value.strip())
        return whole if -_LARGEST <= whole < _LARGEST else None
    number = as_number(value)
    if number is None or not math.isfinite(number) or not number.is_integer() or abs(number) >= _LARGEST:
        return None
    return int(number)


def _as_flag(value: Any) -> bool | None:
    if isinstance(value, bool | np.bool_):
        return bool(value)
    if isinstance(value, str):
        word = value.strip().casefold()
        return True if word in _TRUE else False if word in _FALSE else None
    if isinstance(value, numbers.Real) and float(value) in (0.0, 1.0):
        return bool(value)
    return None


def _label(label: Any) -> int | str:
    return label if isinstance(label, int) else str(label)


def positions(column: Column, labels: Sequence[str]) -> Array:
    """Return, for each row of a text column, the position of its text in `labels`, -1 where it is not there."""
    place = {label: position for position, label in enumerate(labels)}
    table = np.array([place.get(label, -1) for label in column.labels] + [-1], dtype=np.int64)
    found: Array = table[column.values]
    return found
