"""What a table may be that is neither a list of ties nor a matrix of numbers, and how to make one of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

import pandas as pd

from socluster.core.coerce import as_number, clean_text
from socluster.core.errors import InputError, Problem
from socluster.core.schema import canonical_columns
from socluster.core.tables import Origin
from socluster.io.options import ReadingOptions
from socluster.words import later, listed, marked

__all__ = ["neither", "refuse_explanations"]

_WITH_ANSWER = re.compile(r"(.*\S)\s*\[([^\[\]]+)\]")  # Which do you work with? [School]
_NUMBERED = re.compile(r"(.*[^\W\d])[\W_]*\d{1,2}[\W_]*")
_LINE = re.compile(r":?-{2,}:?")
_TIME = re.compile(r"\d{1,4}[-./]\d{1,2}[-./]\d{1,4}([ T].*)?", re.ASCII)
_MOST_MARKS = 4
_MOST_COLUMNS = 40  # that are compared with each other


def neither(names: Sequence[str], cells: pd.DataFrame, origin: Origin, options: ReadingOptions) -> Problem:
    """Say what is missing in a table whose columns are not understood, with a way out that fits it."""
    columns = [name for name in names if name]
    answers = [name for name in columns if _WITH_ANSWER.fullmatch(name)]
    numbered = _numbered(columns)
    marks = _marks_of_matrix(names, cells)
    pair = _likely_ends(names, cells)
    values: dict[str, object] = {"columns": later(listed, columns[:6] or ["-"])}
    if len(columns) < 2:
        message = marked(
            "holds neither a list of ties nor a matrix; here are the columns {columns}; if the names of the columns "
            "stand further below, delete what is above them"
        )
    elif len(answers) > 1:
        message = marked(
            "has a column for each partner, as survey tools write it ({columns}); keep one column with the name of "
            "who answers and, beside it, those for the partners; head each by the name of the partner alone and "
            "write 1 for a tie and 0 for none: that is a matrix"
        )
        values = {"columns": later(listed, answers[:3])}
    elif numbered:
        message = marked(
            "has a column for each of several names ({columns}); write a row for each of them, with the name that they "
            "belong to beside it in a column of its own"
        )
        values = {"columns": later(listed, numbered[:5])}
    elif marks:
        message = marked(
            "looks like a matrix, but its cells are no numbers ({marks}); write 1, or how strong it is, for a tie and "
            "0 for none"
        )
        values = {"marks": later(listed, marks)}
    elif _is_row_of_ties(names, cells):
        message = marked(
            "has no header: its first row holds names that stand below it, too; write a row with the words source and "
            "target above it"
        )
        values = {}
    elif pair is None:
        message = marked(
            "holds neither a list of ties (columns source and target) nor a matrix; here are the columns {columns}; "
            "write one row above the rows of ties, in which the columns of the two ends are called source and target"
        )
    else:
        message = marked(
            "holds neither a list of ties (columns source and target) nor a matrix; here are the columns {columns}; "
            "{way} reads a list of ties whose columns are called otherwise, {affiliations} a list of affiliations "
            "(who belongs to what; for tables of actors, ties and more, give the folder that holds them); if the first "
            "row is a tie already, write a row with the words source and target above it"
        )
        values["way"] = options.way(source=pair[0], target=pair[1])
        actor, group = (pair[1], pair[0]) if _is_group(pair[0]) else pair
        values["affiliations"] = options.way(source=actor, target=group, two_mode=True)
    return Problem(message, "ties", 1, file=origin.label, values=values)


def refuse_explanations(cells: pd.DataFrame, numbers: Sequence[int], origin: Origin) -> None:
    """Refuse the rows under the header in which Qualtrics explains the columns, and the line that Markdown draws there.

    Raises
    ------
    InputError
        With each of these rows.
    """
    texts = [[str(cell) for cell in cells.iloc[at].dropna()] for at in range(min(2, len(cells)))]
    if texts and texts[0] and all(_LINE.fullmatch(cell.strip()) for cell in texts[0]):
        message = marked("is the line that Markdown draws under a header; delete this row")
        raise InputError(Problem(message, "ties", numbers[0], file=origin.label))
    last = max((at for at, row in enumerate(texts) if any('"ImportId"' in cell for cell in row)), default=-1)
    message = marked("explains the columns, as Qualtrics does under the header; delete this row")
    if last >= 0:
        raise InputError([Problem(message, "ties", numbers[at], file=origin.label) for at in range(last + 1)])


def _numbered(columns: Sequence[str]) -> list[str]:
    """Return the columns that are called the same but for a number behind: Partner 1, Partner 2."""
    stems = [match[1].casefold() if (match := _NUMBERED.fullmatch(name)) else "" for name in columns]
    return [name for name, stem in zip(columns, stems, strict=True) if stem and stems.count(stem) > 1]


def _marks_of_matrix(names: Sequence[str], cells: pd.DataFrame) -> list[str]:
    """Return the words in the cells of what is a matrix but for them: the same names above and beside it."""
    beside = [clean_text(str(cell)) for cell in cells[0]] if len(cells) else []
    if len({*beside} & {*map(clean_text, names[1:])}) < 2 or len({*beside}) < len(beside):
        return []
    words = {cell.strip() for column in range(1, len(names)) for cell in cells[column].dropna()} - {""}
    found = sorted(word for word in words if as_number(word) is None)
    return found if 0 < len(found) <= _MOST_MARKS else []


def _likely_ends(names: Sequence[str], cells: pd.DataFrame) -> tuple[str, str] | None:
    """Return the two columns that are most likely the ends of ties: those that share names, else the first of text."""
    texts = {
        name: {clean_text(cell) for cell in cells[at].dropna()}
        for at, name in enumerate(names[:_MOST_COLUMNS])
        if name and names.count(name) == 1
    }
    able = [name for name, found in texts.items() if not _are_counts_or_times(found)]
    able = able if len(able) > 1 else [name for name, found in texts.items() if not all(map(_TIME.fullmatch, found))]
    pairs = list(combinations(able, 2))
    return max(pairs, key=lambda pair: len(texts[pair[0]] & texts[pair[1]]), default=None)


def _is_group(column: str) -> bool:
    """Whether a column is called as groups are: event, group."""
    return "group" in canonical_columns("affiliations", [column]).values()


def _are_counts_or_times(texts: set[str]) -> bool:
    return all(as_number(text) is not None or _TIME.fullmatch(text) for text in texts)


def _is_row_of_ties(names: Sequence[str], cells: pd.DataFrame) -> bool:
    """Whether one of the first two cells of the header stands as a name in the rows below."""
    return any(bool((cells[column] == name).any()) for name in names[:2] for column in (0, 1) if name)
