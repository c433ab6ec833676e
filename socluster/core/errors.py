"""Errors and warnings that say what is wrong, where it stands, and what would be right."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from socluster.core.problems_lt import PLACES, TABLE_NAMES, in_lithuanian
from socluster.core.wording import Language

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "ImmutableError",
    "InputError",
    "LossWarning",
    "Problem",
    "ProjectionWarning",
    "SingleEventWarning",
    "SoclusterError",
    "SoclusterWarning",
    "UncertainTiesWarning",
    "UnknownTiesWarning",
    "nearest",
]

SHOWN = 20

_PLACES = {
    "row": "row {row}",
    "column": "column {column!r}",
    "value": " (here: {value})",
    "nearest": "; did you mean {nearest!r}?",
    "count": "{count} problems in the input:",
    "more": "... and {count} more; see .problems or .to_frame() of this error",
}


class SoclusterError(Exception):
    """Any error that socluster raises on purpose."""


class ImmutableError(SoclusterError, TypeError):
    """Somebody tried to change a value that never changes."""


class SoclusterWarning(UserWarning):
    """Any warning that socluster gives."""


class LossWarning(SoclusterWarning):
    """A format or another library cannot carry a part of the cluster; the message lists the part by name."""


class ProjectionWarning(SoclusterWarning):
    """A two-mode cluster was read as a one-mode network without being asked to."""


class SingleEventWarning(SoclusterWarning):
    """A projection says little, because one event makes a clique."""


class UncertainTiesWarning(SoclusterWarning):
    """Some ties are uncertain; a measure without draws counts them as if they existed."""


class UnknownTiesWarning(SoclusterWarning):
    """Some dyads are unknown; the measure counted only what is known."""


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong in the input, and where it stands.

    Parameters
    ----------
    message : str
        What is wrong, in plain words.
    table : str, optional
        The table of the cluster: actors, ties, groups, affiliations, layers, unknown.
    row : int or str, optional
        Row as a person would count it in the file (header = row 1), or the index label of a DataFrame.
    column : str, optional
        Column as it is called in the file.
    value : object, optional
        What stands there.
    nearest : str, optional
        The nearest valid value.
    file : str, optional
        The file, with the sheet in brackets where there is one.
    language : {"en", "lt"}, default "en"
        Language of the message and of the words around it.
    """

    message: str
    table: str | None = None
    row: int | str | None = None
    column: str | None = None
    value: object = None
    nearest: str | None = None
    file: str | None = None
    language: Language = "en"

    def __str__(self) -> str:
        """Return the place, the message, the value and the suggestion on one line."""
        say = _words(self.language)
        table = TABLE_NAMES.get(self.table, self.table) if self.table and self.language == "lt" else self.table
        place = [str(part) for part in (self.file, table) if part]
        if self.row is not None:
            place.append(say["row"].format(row=self.row))
        if self.column is not None:
            place.append(say["column"].format(column=self.column))
        text = ", ".join(place) + ": " + self.message if place else self.message
        if self.value is not None:
            text += say["value"].format(value=_shorten(repr(self.value)))
        if self.nearest is not None:
            text += say["nearest"].format(nearest=self.nearest)
        return text

    def in_language(self, language: Language) -> Problem:
        """Return the problem told in another language; a message without a translation stays English."""
        message = in_lithuanian(self.message) if (self.language, language) == ("en", "lt") else self.message
        return replace(self, message=message, language=language)


class InputError(SoclusterError, ValueError):
    """The input is wrong; every problem that was found is listed, not only the first.

    Parameters
    ----------
    problems : Problem, str, or sequence of Problem
        What is wrong.

    Attributes
    ----------
    problems : tuple of Problem
        All of them, also where the message shows only the first ones.
    """

    def __init__(self, problems: Problem | str | Sequence[Problem]) -> None:
        if isinstance(problems, str):
            problems = Problem(problems)
        if isinstance(problems, Problem):
            problems = (problems,)
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__(self._message())

    def _message(self) -> str:
        if len(self.problems) == 1:
            return str(self.problems[0])
        say = _words(self.problems[0].language if self.problems else "en")
        lines = [say["count"].format(count=len(self.problems))]
        lines += [f"  {problem}" for problem in self.problems[:SHOWN]]
        if len(self.problems) > SHOWN:
            lines.append("  " + say["more"].format(count=len(self.problems) - SHOWN))
        return "\n".join(lines)

    def __reduce__(self) -> tuple[type[InputError], tuple[tuple[Problem, ...]]]:
        """Let the error travel between processes with its list of problems."""
        return type(self), (self.problems,)

    def in_language(self, language: Language) -> InputError:
        """Return the error told in another language, with the same problems in the same places."""
        return InputError([problem.in_language(language) for problem in self.problems])

    def to_frame(self) -> pd.DataFrame:
        """Return one row per problem: file, table, row, column, value, message, nearest."""
        import pandas as pd

        columns = ["file", "table", "row", "column", "value", "message", "nearest"]
        rows = [[getattr(problem, column) for column in columns] for problem in self.problems]
        return pd.DataFrame(rows, columns=columns)


def nearest(value: object, valid: Iterable[str]) -> str | None:
    """Return the valid text most like `value`, or None if nothing is alike.

    Examples
    --------
    >>> nearest("betweeness", ["closeness", "betweenness"])
    'betweenness'
    """
    by_folded = {option.casefold(): option for option in valid}
    found = difflib.get_close_matches(str(value).casefold(), list(by_folded), n=1, cutoff=0.6)
    return by_folded[found[0]] if found else None


def _words(language: Language) -> dict[str, str]:
    return PLACES if language == "lt" else _PLACES


def _shorten(text: str, width: int = 60) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"
