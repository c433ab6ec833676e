"""Errors and warnings that say what is wrong, where it is, and what would be right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Self, TypeVar

from socluster.core.alike import nearest
from socluster.words import Language, Phrase, as_phrase, count, marked, phrase, say
from socluster.words.catalogue import refuse_unknown
from socluster.words.plain import plain

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "ImmutableError",
    "InputError",
    "LossWarning",
    "NearNameWarning",
    "NoSuchNameError",
    "Note",
    "Problem",
    "ProjectionWarning",
    "SingleEventWarning",
    "SoclusterError",
    "SoclusterWarning",
    "TwoModesWarning",
    "UncertainTiesWarning",
    "UndefinedWarning",
    "UnknownCapacityWarning",
    "UnknownTiesWarning",
    "nearest",
    "notes_in",
    "offered",
    "table_name",
]

SHOWN = 20
_WITHOUT_EXPONENT = 1e15  # Python writes larger numbers as powers of ten

Told = TypeVar("Told", bound="_Told")

_TABLES = {
    "actors": marked("actors", context="table"),
    "ties": marked("ties", context="table"),
    "groups": marked("groups", context="table"),
    "affiliations": marked("affiliations", context="table"),
    "unknown": marked("unknown", context="table"),
    "layers": marked("layers", context="table"),
    "needs": marked("needs", context="table"),
    "population": marked("population", context="table"),
    "distances": marked("distances", context="table"),
    "plan": marked("plan", context="table"),
    "name": marked("name", context="table"),
    "info": marked("info", context="table"),
}


class _Told(Exception):  # noqa: N818  # also the base of warnings
    """What is told to a person: an English message with its values, which can be in another language, too."""

    def __init__(
        self, message: str | Phrase = "", values: Mapping[str, object] | None = None, *, language: Language = "en"
    ) -> None:
        self.template = message
        self.values: Mapping[str, object] = dict(values or {})
        self.language: Language = language
        super().__init__(as_phrase(message, self.values).said(language))

    def __reduce__(self) -> tuple[object, ...]:
        """Let it travel between processes with its values and notes."""
        return _told, (type(self), self.template, self.values, self.language), _notes_of(self)

    def in_language(self, language: Language) -> Self:
        """Return the same in another language, with its notes; a message without a translation stays English."""
        refuse_unknown(language)
        return _with_notes(type(self)(self.template, self.values, language=language), self)


class Note(str):
    """A note to an error (`add_note`), in English, that can be in another language, too.

    Parameters
    ----------
    said : Phrase
        The note.
    """

    said: Phrase

    def __new__(cls, said: Phrase) -> Note:
        """Make a text of it."""
        self = super().__new__(cls, said)
        self.said = said
        return self

    def __reduce__(self) -> tuple[object, ...]:
        """Let it travel between processes with its phrase."""
        return Note, (self.said,)


def notes_in(error: BaseException, language: Language) -> list[str]:
    """Return the notes of an error in a language; those of others as they are."""
    notes: Iterable[str] = getattr(error, "__notes__", ())
    return [note.said.said(language) if isinstance(note, Note) else note for note in notes]


def _notes_of(error: BaseException) -> dict[str, list[str]] | None:
    """Return the state that a copy of the error takes over."""
    notes = getattr(error, "__notes__", None)
    return {"__notes__": list(notes)} if notes else None


def _with_notes(copy: Told, error: Told) -> Told:
    for note in getattr(error, "__notes__", ()):
        copy.add_note(note)
    return copy


def _told(kind: type[_Told], message: str | Phrase, values: Mapping[str, object], language: Language) -> _Told:
    return kind(message, values, language=language)


class SoclusterError(_Told):
    """Any error that socluster raises on purpose.

    Parameters
    ----------
    message : str
        What is wrong, in plain words; a name in braces is the place of a value.
    values : mapping of str to object, optional
        The values in these places.
    language : {"en", "lt"}, default "en"
        Language of the message.
    """


class ImmutableError(SoclusterError, TypeError):
    """Somebody tried to change a value that never changes."""


class NoSuchNameError(SoclusterError, AttributeError):
    """Somebody asked a value for something that it does not have; the message says what was probably meant."""


class SoclusterWarning(_Told, UserWarning):
    """Any warning that socluster gives.

    Parameters
    ----------
    message : str
        What to know, in plain words; a name in braces is the place of a value.
    values : mapping of str to object, optional
        The values in these places.
    language : {"en", "lt"}, default "en"
        Language of the message.
    """


class LossWarning(SoclusterWarning):
    """A format or another library cannot carry a part of the cluster; the message lists the part by name."""


class HiddenCellsWarning(SoclusterWarning):
    """A workbook hides rows, columns or a sheet that were read like all others."""


class HardLinkWarning(SoclusterWarning):
    """A file that was replaced has other names, under which the old content stays."""


class NearNameWarning(SoclusterWarning):
    """A word that nothing else has is almost one that is known, so it may be a slip of the keyboard."""


class ProjectionWarning(SoclusterWarning):
    """A two-mode cluster was read as a one-mode network without being asked to."""


class SingleEventWarning(SoclusterWarning):
    """A projection says little, because one event makes a clique."""


class TwoModesWarning(SoclusterWarning):
    """A file holds the groups and the affiliations beside the ties that a projection made of them."""


class UncertainTiesWarning(SoclusterWarning):
    """Some ties are uncertain; a measure without draws counts them as if they existed."""


class UndefinedWarning(SoclusterWarning):
    """A number is undefined (NaN); the message says why."""


class UnknownCapacityWarning(SoclusterWarning):
    """Every capacity is exactly 1, as it is where nobody stated one."""


class UnknownTiesWarning(SoclusterWarning):
    """Some dyads are unknown; the measure counted only what is known."""


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong in the input, and where it is.

    Parameters
    ----------
    template : str or Phrase
        What is wrong, in plain words; a name in braces is the place of a value.
    table : str, optional
        The table of the cluster: actors, ties, groups, affiliations, layers, unknown.
    row : int or str, optional
        Row as a person would count it in the file (header = row 1), or the index label of a DataFrame.
    column : str, optional
        Column as it is called in the file.
    value : object, optional
        The value there.
    nearest : str, optional
        The nearest valid value.
    file : str, optional
        The file, with the sheet in brackets where there is one.
    language : {"en", "lt"}, default "en"
        Language of the message and of the words around it.
    values : mapping of str to object, optional
        The values in the places of the message. A `socluster.words.Phrase` among them follows the language.
    is_argument : bool, default False
        Whether `column` is what an argument of the call is called, rather than a column.

    Examples
    --------
    >>> problem = Problem("is already in row {row}", "actors", 4, value="School", values={"row": 2})
    >>> print(problem)
    actors, row 4: is already in row 2 (here: 'School')
    >>> print(problem.in_language("lt"))
    veikėjai, 4 eilutė: jau yra 2 eilutėje (įrašyta: 'School')
    """

    template: str | Phrase
    table: str | None = None
    row: int | str | None = None
    column: str | None = None
    value: object = None
    nearest: str | None = None
    file: str | None = None
    language: Language = "en"
    values: Mapping[str, object] = field(default_factory=dict, hash=False)
    is_argument: bool = False

    @property
    def message(self) -> str:
        """What is wrong, as a sentence."""
        return as_phrase(self.template, self.values).said(self.language)

    def __str__(self) -> str:
        """Return the place, the message, the value and the suggestion on one line."""
        language = self.language
        place = [self.file] if self.file else []
        if self.table:
            place.append(table_name(self.table).said(language))
        if self.row is not None and self.is_argument:
            place.append(say("entry '{entry}'", language, entry=_shorten(str(self.row))))
        elif self.row is not None:
            place.append(say("row {row}", language, row=_shorten(str(self.row))))
        if self.column is not None:
            name = _shorten(self.column)
            if self.is_argument:
                place.append(say("argument '{name}'", language, name=name))
            else:
                place.append(say("column '{column}'", language, column=name))
        text = ", ".join(place) + ": " + self.message if place else self.message
        if self.value is not None:
            shown = _shown(self.value) if self.file is None else _as_in_a_file(self.value, language)
            text += " " + say("(here: {value})", language, value=_shorten(shown))
        if self.nearest is not None:
            text += "; " + say("did you mean '{nearest}'?", language, nearest=_shorten(self.nearest))
        return plain(text, one_line=True)

    def in_language(self, language: Language) -> Problem:
        """Return the problem told in another language; a message without a translation stays English."""
        refuse_unknown(language)
        return replace(self, language=language)


class InputError(SoclusterError, ValueError):
    """The input is wrong; every problem that was found is listed, not only the first.

    Parameters
    ----------
    problems : Problem, str, Phrase, or sequence of Problem
        What is wrong.
    values : mapping of str to object, optional
        The values in the places of the message, if that is a text.

    Attributes
    ----------
    problems : tuple of Problem
        All of them, also where the message shows only the first ones.
    """

    def __init__(
        self, problems: Problem | str | Phrase | Sequence[Problem], values: Mapping[str, object] | None = None
    ) -> None:
        if isinstance(problems, str | Phrase):
            problems = Problem(problems, values=values or {})
        if isinstance(problems, Problem):
            problems = (problems,)
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__(self._message())

    def _message(self) -> str:
        if len(self.problems) == 1:
            return str(self.problems[0])
        language = self.problems[0].language if self.problems else "en"
        lines = [count("{n} problem in the input:", "{n} problems in the input:", len(self.problems), language)]
        lines += [f"  {problem}" for problem in self.problems[:SHOWN]]
        if len(self.problems) > SHOWN:
            hidden = len(self.problems) - SHOWN
            lines.append("  " + say("... and {n} more; see .problems or .to_frame() of this error", language, n=hidden))
        return "\n".join(lines)

    def __reduce__(self) -> tuple[object, ...]:
        """Let the error travel between processes with its list of problems."""
        return type(self), (self.problems,), _notes_of(self)

    def in_language(self, language: Language) -> Self:
        """Return the error in another language, with the same problems in the same places."""
        return _with_notes(type(self)([problem.in_language(language) for problem in self.problems]), self)

    def to_frame(self) -> pd.DataFrame:
        """Return one row per problem: file, table, row, column, value, message, nearest."""
        import pandas as pd

        columns = ["file", "table", "row", "column", "value", "message", "nearest"]
        rows = [[getattr(problem, column) for column in columns] for problem in self.problems]
        return pd.DataFrame(rows, columns=columns)


def table_name(table: str) -> Phrase:
    """Return what a table of the cluster is called; any other name is what it is called already."""
    return phrase(_TABLES[table], context="table") if table in _TABLES else Phrase(table)


def offered(options: Iterable[str]) -> str | Phrase:
    """Return what there is to choose from, for a message, or the word that there is nothing."""
    return ", ".join(options) or phrase("none")


def _shown(value: object) -> str:
    try:
        return " ".join(repr(value).split()) if not isinstance(value, str) else repr(value)  # a table has many lines
    except Exception:  # the value of somebody else's class, or a whole number of thousands of digits
        return type(value).__name__


def _as_in_a_file(value: object, language: Language) -> str:
    """Return a number as people write it in a file: 60, not 60.0, and with the comma of the language."""
    if not isinstance(value, float) or not abs(value) < _WITHOUT_EXPONENT:
        return _shown(value)
    text = repr(int(value) if value.is_integer() else float(value))
    return text.replace(".", ",") if language == "lt" else text


def _shorten(text: str, width: int = 60) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"
