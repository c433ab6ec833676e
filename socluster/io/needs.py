"""What a community needs: the sheet `needs` of a workbook, beside the tables of the cluster."""

from __future__ import annotations

import os
from dataclasses import replace

import numpy as np
import pandas as pd

from socluster.core.arguments import check_language
from socluster.core.checked import checked
from socluster.core.coerce import Reader
from socluster.core.errors import InputError, nearest
from socluster.core.paths import file_of
from socluster.core.tables import Origin
from socluster.io.tables.excel_reader import read_sheet
from socluster.words import Language

__all__ = ["NEEDS", "needs_and_origin", "read_needs"]

NEEDS = ("place", "service", "amount", "unit", "ref")
_KEYS = ("place", "service")
_CALLED = {
    "place": "location municipality vieta savivaldybė savivaldybe",
    "service": "need paslauga poreikis",
    "amount": "needed number kiekis skaičius skaicius",
    "unit": "vienetas",
    "ref": "reference source nuoroda šaltinis saltinis",
    "target_group": "target",
}
_OUR_NAME = {word: name for name, words in _CALLED.items() for word in (name, *words.split())}


@checked
def read_needs(path: str | os.PathLike[str], *, language: Language = "en") -> pd.DataFrame:
    """What does the community need, and how much of it?

    Reads the sheet `needs` (in Lithuanian: `poreikiai`) of a workbook, such as `socluster new` makes. Needs are no part
    of the cluster: `read` leaves the sheet alone, and other formats have no place for it.

    Parameters
    ----------
    path : str or path
        An Excel workbook (`.xlsx`).
    language : {"en", "lt"}, default "en"
        Language in which an error says what is wrong.

    Returns
    -------
    DataFrame
        A row per need in the order of the sheet: place, service (text), amount (number, NaN where unknown), unit,
        ref (text), target_group if the sheet has it (text), and further columns of your own. Without such a sheet: no
        rows.

    Raises
    ------
    InputError
        If a row has no place or service, an amount is no number or negative, or a need is there twice; all such
        rows are listed with sheet, row and column.

    Notes
    -----
    As the needs of a `Coverage` goal: ``needs.dropna(subset="amount").set_index(["place", "service"])["amount"]
    .to_dict()`` is a mapping from (place, service) to amount.

    Examples
    --------
    >>> import tempfile
    >>> from socluster.starter import new
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = new(f"{folder}/mine")
    ...     read_needs(f"{folder}/mine/example.xlsx")[["place", "service", "amount", "unit"]]
            place       service  amount    unit
    0  Upper town  psychologist    12.0  people
    1  Lower town    day centre    20.0  places
    """
    return needs_and_origin(path, language)[0]


def needs_and_origin(path: str | os.PathLike[str], language: Language) -> tuple[pd.DataFrame, Origin | None]:
    """Return what `read_needs` returns, and where the rows stand in the workbook; None if it has no such sheet.

    Raises
    ------
    InputError
        As `read_needs`.
    """
    check_language(language)
    try:
        found = read_sheet(file_of(path), "needs")
        return _needs(*found) if found is not None else (_nothing(), None)
    except InputError as error:
        if language == "en":
            raise
        raise error.in_language(language) from None


def _nothing() -> pd.DataFrame:
    return pd.DataFrame({name: pd.Series(dtype=float if name == "amount" else "str") for name in NEEDS})


def _needs(frame: pd.DataFrame, origin: Origin) -> tuple[pd.DataFrame, Origin]:
    meant = [_OUR_NAME.get(column.strip().casefold(), column) for column in frame.columns]
    ours = [column if name in frame.columns else name for column, name in zip(frame.columns, meant, strict=True)]
    origin = replace(origin, columns=dict(zip(ours, frame.columns, strict=True)))
    reader = Reader("needs", frame.set_axis(ours, axis="columns"), origin, raw_text=True)
    needed = [*_KEYS, "amount"]
    missing = [name for name in needed if name not in ours]
    twice = sorted({name for name in ours if ours.count(name) > 1})
    for name in missing:
        reader.note("this column is needed", None, name, nearest=nearest(name, ours))
    for name in twice:
        reader.note("occurs more than once", None, name)
    if missing or twice:
        raise InputError(reader.problems)
    columns = {name: reader.key(name) for name in _KEYS} | {"amount": reader.number("amount")}
    columns |= {name: reader.text(name) for name in ("unit", "ref", "target_group") if name in ours}
    columns |= {name: reader.typed(name, None) for name in ours if name not in columns}
    for position in np.flatnonzero(columns["amount"].values < 0):
        reader.note(
            "must be 0 or a positive number", int(position), "amount", float(columns["amount"].values[position])
        )
    keys = [name for name in (*_KEYS, "target_group") if name in columns]
    _refuse_repeated(reader, list(zip(*(columns[name].objects() for name in keys), strict=True)))
    if reader.problems:
        raise InputError(reader.problems)
    table = pd.DataFrame({name: column.to_series() for name, column in columns.items()})
    return table.reindex(columns=[*NEEDS, *(name for name in ours if name not in NEEDS)]), origin


def _refuse_repeated(reader: Reader, needs: list[tuple[str | None, ...]]) -> None:
    """Note every need that stands in two rows (for one target group): two amounts for it contradict each other."""
    first: dict[tuple[str | None, ...], int] = {}
    for position, need in enumerate(needs):
        if None not in need[: len(_KEYS)] and first.setdefault(need, position) != position:
            row = reader.origin.row(first[need]) if reader.origin else first[need]
            twice = " – ".join(part for part in need if part is not None)
            reader.note("is already in row {row}", position, "service", twice, values={"row": row})
