"""What the core refuses, with the option of the reader that deals with it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from numbers import Real

from socluster.core.build import NO_ACTOR, NOT_POSITIVE, OTHER_WAY, REPEATED, SELF_TIE
from socluster.core.errors import InputError, Problem
from socluster.io.options import ReadingOptions
from socluster.io.tables.joined_names import parts_of
from socluster.io.tables.text_encoding import NO_TEXT
from socluster.words import later, listed, marked

__all__ = ["with_ways_out"]

_SEVERAL = marked("is not in the table of actors; if these are several names ({names}), write a row for each of them")
_SELF_TIE = marked("is a tie of an actor with itself; {way} leaves it out")
_REPEATED = marked("is already in row {row} (layer '{layer}'); {way} adds them up")
_OTHER_WAY = marked(
    "is already in row {row} (layer '{layer}'), the other way round; if direction matters, say {directed}, else "
    "{way} adds them up"
)
_NO_TEXT = marked(
    "is no text in {encoding}: byte {position} (line {line}) is {byte}; if it was saved in another encoding, name "
    "it, as in {way}"
)
_ZERO = marked("must be a positive number; {way} leaves out the rows of weight 0")
_NEGATIVE = marked(
    "must be a positive number, as socluster holds no signed ties; leave such rows out to keep the positive ones, or "
    "write them without the minus in a layer of their own"
)

_WAYS = {"encoding": "cp1250", "zero_weight": "drop", "self_ties": "drop", "directed": True, "duplicates": "sum"}


def with_ways_out(error: InputError, options: ReadingOptions, usable: Collection[str]) -> InputError:
    """Return the error in the order of the rows, each problem with the option of this very call that deals with it.

    The page of the app has no options: there a bad row is mended in the file.

    Parameters
    ----------
    error : InputError
        What the reader or the core found.
    options : ReadingOptions
        Those of the call.
    usable : collection of str
        The options that the format or object can use.
    """
    files = list(dict.fromkeys(problem.file for problem in error.problems))

    def place(problem: Problem) -> tuple[int, float]:
        return files.index(problem.file), problem.row if isinstance(problem.row, int) else float("-inf")

    ways = {name: options.way(**{name: value}) for name, value in _WAYS.items()}
    can_settle = "duplicates" in usable and options.caller != "app"
    can_decode = "encoding" in usable
    found = sorted(error.problems, key=place)
    return InputError([_told(each, ways, can_settle=can_settle, can_decode=can_decode) for each in found])


def _told(problem: Problem, ways: Mapping[str, str], *, can_settle: bool, can_decode: bool) -> Problem:
    if problem.template == NO_TEXT and can_decode:
        return _with(problem, _NO_TEXT, way=ways["encoding"])
    if problem.template == NO_ACTOR and isinstance(problem.value, str) and (parts := _several_in(problem.value)):
        return replace(problem, template=_SEVERAL, values={"names": later(listed, parts[:5])}, nearest=None)
    if not can_settle or problem.table == "unknown":
        return problem
    if problem.template == NOT_POSITIVE and isinstance(problem.value, Real):
        if problem.value < 0:
            return replace(problem, template=_NEGATIVE)
        return _with(problem, _ZERO, way=ways["zero_weight"])
    if problem.template == SELF_TIE:
        return _with(problem, _SELF_TIE, way=ways["self_ties"])
    if problem.template == OTHER_WAY:
        return _with(problem, _OTHER_WAY, directed=ways["directed"], way=ways["duplicates"])
    if problem.template == REPEATED:
        return _with(problem, _REPEATED, way=ways["duplicates"])
    return problem


def _several_in(cell: str) -> list[str]:
    """Return the names that a cell may hold, if these may be several."""
    parts = parts_of(cell) if len(parts_of(cell)) > 1 else [part.strip() for part in cell.split(",") if part.strip()]
    return parts if len(parts) > 1 else []


def _with(problem: Problem, message: str, **values: str) -> Problem:
    given: Mapping[str, object] = problem.values
    return replace(problem, template=message, values={**given, **values})
