"""Reads what was brought, in the worker: bounded, with every problem by sheet and row, and no path in any message.

The file gets a name of ours in a folder of its own, which is gone when it has been read.
"""

from __future__ import annotations

import os
import re
import tempfile
import warnings
import zipfile
from collections.abc import Sequence
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from socluster.app.server.messages import Said, in_both
from socluster.app.server.settings import ServerLimits
from socluster.core.cluster import Cluster
from socluster.core.errors import InputError, Problem, SoclusterWarning
from socluster.io.doubts import doubts
from socluster.io.files import read_with
from socluster.io.needs import read_needs
from socluster.io.options import ReadingOptions
from socluster.measures.services.coverage import coverage
from socluster.measures.services.offers import SERVICE
from socluster.words import LANGUAGES, later, marked, number, phrase, say

__all__ = ["Brought", "problem_rows", "read_upload", "why_no_coverage"]

_OURS = "brought"
_SHEET = re.compile(r"\[([^\[\]]*)\]$")
_CHUNK = 2**20
_LONGEST_SAID = 1_000  # characters; a message may quote a cell
_SPARSE = 4  # times as many cells as may be filled may lie between them
# A row or a cell as a sheet writes it, with or without a prefix, and its place: row 7, cell C7.
_PLACED = re.compile(
    rb"<(?:[\w.-]+:)?(row|c)(?=[\s/>])(?:[^<>]*?\sr\s*=\s*[\"']([A-Za-z]{0,3})(\d{1,9})[\"'])?", re.ASCII
)


@dataclass(frozen=True)
class Brought:
    """What was read: the cluster, what is needed (if the workbook says so), and what to look at once more."""

    cluster: Cluster
    needs: Any
    notes: tuple[Said, ...]


def read_upload(name: str, suffix: str, raw: bytes, limits: ServerLimits) -> Brought:
    """Read a file that was brought.

    Parameters
    ----------
    name : str
        What it is called by the person who brought it; only ever shown.
    suffix : str
        Which of the known kinds it is (`kinds.KINDS`).
    raw : bytes
        Its content.
    limits : ServerLimits
        How much is read.

    Raises
    ------
    InputError
        With every problem. The file is called in it as the person calls it.
    """
    ours = f"{_OURS}{suffix}"
    with tempfile.TemporaryDirectory(prefix="socluster-") as folder, chdir(folder):
        Path(ours).write_bytes(raw)
        try:
            _refuse_too_large(ours, limits)
            return _read(ours, name, limits)
        except InputError as error:
            raise InputError([_called(problem, ours, name, folder) for problem in error.problems]) from None


def _read(ours: str, name: str, limits: ServerLimits) -> Brought:
    problems: list[Problem] = []
    cluster, needs = None, None
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("ignore")
        warnings.simplefilter("always", SoclusterWarning)
        try:
            cluster = read_with(ours, ReadingOptions(caller="app"))
        except InputError as error:
            problems += error.problems
        if ours.endswith(".xlsx"):
            try:
                needs = read_needs(ours)
            except InputError as error:
                problems += [problem for problem in error.problems if problem not in problems]
    if problems:
        raise InputError(problems)
    if cluster is None or not cluster.n_actors:
        raise InputError(Problem("no actors: write the organisations into the table of actors", "actors"))
    if cluster.n_actors > limits.actors or cluster.n_ties + cluster.n_affiliations > limits.ties:
        values = {"actors": later(number, limits.actors), "ties": later(number, limits.ties)}
        raise InputError(Problem("the page shows up to {actors} actors and {ties} ties; this is more", values=values))
    told = [each.message for each in found if isinstance(each.message, SoclusterWarning)]
    notes = [{language: str(each.in_language(language)).replace(ours, name) for language in LANGUAGES} for each in told]
    notes += [in_both(doubt) for doubt in doubts(cluster)]
    if needs is not None and len(needs) and (why := why_no_coverage(cluster, needs)):
        needs, notes = None, [*notes, why]
    return Brought(cluster, needs if needs is not None and len(needs) else None, tuple(notes))


def why_no_coverage(cluster: Cluster, needs: Any) -> Said | None:
    """Return why what is needed cannot be set against what is offered, or None if it can."""
    if not any(cluster.groups["kind"] == SERVICE):
        message = marked("The needs are left out of the report: no group of the cluster is of the kind 'service'.")
        return in_both(phrase(message))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SoclusterWarning)
            coverage(cluster, needs=needs)
    except InputError as error:
        message = marked("The needs are left out of the report: {why}")
        return {language: say(message, language, why=str(error.in_language(language))) for language in LANGUAGES}
    return None


def _called(problem: Problem, ours: str, name: str, folder: str) -> Problem:
    """Return the problem with the file called as the person calls it, in place and values."""

    def as_they_say(text: Any) -> Any:
        if not isinstance(text, str):
            return text
        for path in (os.path.join(folder, ours), os.path.join(os.path.realpath(folder), ours), ours):
            text = text.replace(path, name)
        return text.replace(folder, "")

    values = {key: as_they_say(value) for key, value in problem.values.items()}
    return Problem(
        problem.template,
        problem.table,
        problem.row,
        problem.column,
        problem.value,
        problem.nearest,
        as_they_say(problem.file),
        problem.language,
        values,
        problem.is_argument,
    )


def problem_rows(problems: Sequence[Problem]) -> list[dict[str, Any]]:
    """Return problems as the page shows them: where, what stands there, what is wrong in each language, the nearest."""
    return [
        {
            "sheet": sheet_of(problem),
            "row": problem.row,
            "column": problem.column,
            "value": None if problem.value is None else _written(problem.value),
            "nearest": problem.nearest,
            "said": {language: problem.in_language(language).message[:_LONGEST_SAID] for language in LANGUAGES},
        }
        for problem in problems
    ]


def _written(value: Any) -> str:
    """Return a value as it stands in the sheet: 7, not 7.0."""
    return f"{value:g}" if isinstance(value, float) else str(value)[:200]


def sheet_of(problem: Problem) -> str | None:
    """Return the sheet that a problem is in, as it is called in the workbook."""
    found = _SHEET.search(problem.file or "")
    return found[1] if found else None


def _refuse_too_large(ours: str, limits: ServerLimits) -> None:
    """Refuse what would take more memory than is fair, before anything understands it."""
    if not ours.endswith(".xlsx"):
        content = Path(ours).read_bytes()
        lines = max(content.count(b"\n"), content.count(b"\r"))
        if lines > limits.rows * 10:
            raise InputError(_too_many(limits))
        return
    try:
        unpacked, measured = _sizes(ours, limits)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError):
        raise InputError(Problem("is no Excel workbook (.xlsx), or it is damaged, or it needs a password")) from None
    if unpacked > limits.unpacked:
        size = {"size": later(number, limits.unpacked / 2**20, decimals=0)}
        raise InputError(Problem("unpacks to more than {size} MB; leave out what is not needed", values=size))
    if measured.rows > limits.rows or measured.cells > limits.cells:
        raise InputError(_too_many(limits))
    if measured.last_row > limits.rows or measured.between > limits.cells * _SPARSE:
        raise InputError(Problem("has cells far to the right or far below, most others empty; delete these cells"))


@dataclass
class _Measured:
    """How many rows and cells there are, where the last row stands, and the cells up to the last one of each row."""

    rows: int = 0
    cells: int = 0
    last_row: int = 0
    between: int = 0
    width: int = 0

    def see(self, text: bytes) -> None:
        """Take in the rows and cells that begin in a text."""
        for found in _PLACED.finditer(text):
            kind, letters, digits = found.groups()
            if kind == b"row":
                self.rows += 1
                self.last_row = max(self.last_row, int(digits or 0))
                self.width = 0
                continue
            self.cells += 1
            column = max(self.width + 1, _column(letters or b""))
            self.between += column - self.width
            self.width = column


def _column(letters: bytes) -> int:
    """Return the number of a column: 1 for A, 28 for AB, 0 for none."""
    result = 0
    for letter in letters.upper():
        result = result * 26 + letter - ord("A") + 1
    return result


def _sizes(ours: str, limits: ServerLimits) -> tuple[int, _Measured]:
    """Return the bytes that a workbook unpacks to, and, if these are not too many, its rows and cells."""
    measured = _Measured()
    with zipfile.ZipFile(ours) as book:
        parts = book.infolist()
        if "xl/workbook.xml" not in book.namelist():
            raise zipfile.BadZipFile
        unpacked = sum(part.file_size for part in parts)
        if unpacked > limits.unpacked:
            return unpacked, measured
        for part in parts:  # a sheet may stand anywhere
            _measure(book, part, measured)
    return unpacked, measured


def _too_many(limits: ServerLimits) -> Problem:
    values = {"rows": later(number, limits.rows), "cells": later(number, limits.cells)}
    return Problem("has more than {rows} rows or {cells} cells; leave out what is not needed", values=values)


def _measure(book: zipfile.ZipFile, part: zipfile.ZipInfo, measured: _Measured) -> None:
    """Measure a part of the workbook without holding it."""
    tail = b""
    with book.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            text = tail + chunk.replace(b"\0", b"")  # as in UTF-16
            cut = text.rfind(b"<")  # the rest of this tag comes with the next chunk
            tail = text[cut:] if cut >= 0 else b""
            measured.see(text[:cut] if cut >= 0 else text)
    measured.see(tail)
