"""Strict JSON: no NaN, no key twice, and an error that names line and column."""

from __future__ import annotations

import json
import re
from typing import Any

from socluster.core.errors import InputError, Problem
from socluster.io.tables.reasons import json_reason
from socluster.words import Phrase, marked, phrase

__all__ = ["dump", "load"]

_MOST_DIGITS = 300  # of a double, about
_HALF_CHARACTER = re.compile(r"\\u[dD][89a-fA-F]")


class _NotStrictError(ValueError):
    """The text is JSON to Python, but not to everybody."""

    def __init__(self, why: Phrase) -> None:
        super().__init__(why)
        self.why = why


def load(text: str, file: str) -> Any:
    """Return what a JSON text holds.

    Raises
    ------
    InputError
        If the text is no strict JSON; says where.
    """
    try:
        value = json.loads(text, parse_constant=_refuse_constant, parse_int=_whole, object_pairs_hook=_object)
        if _HALF_CHARACTER.search(text):
            dump(value).encode()
        return value
    except json.JSONDecodeError as error:
        message = marked("is no valid JSON at line {line}, column {column}: {reason}")
        if error.msg == "Extra data" and error.lineno > 1:
            message = marked(
                "is no valid JSON at line {line}, column {column}: {reason}; if each line holds a tie, take "
                "socluster.as_cluster(pandas.read_json(path, lines=True))"
            )
        problem = phrase(
            message,
            line=error.lineno,
            column=error.colno,
            reason=json_reason(error.msg),
        )
    except _NotStrictError as error:
        problem = error.why
    except UnicodeEncodeError:
        problem = phrase("holds half a character (an escape from \\ud800 to \\udfff without its other half)")
    except RecursionError:
        problem = phrase("is nested too deeply")
    raise InputError(Problem(problem, file=file))


def dump(value: Any, indent: int | None = None) -> str:
    """Return strict JSON text with letters unchanged."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)


def _refuse_constant(constant: str) -> None:
    why = phrase("holds {constant}, which JSON does not know; write null for a missing value", constant=constant)
    raise _NotStrictError(why)


def _whole(digits: str) -> int:
    """Return a whole number; one that no table could hold is refused here, where it can still be shown."""
    if len(digits) > _MOST_DIGITS:
        message = marked("holds a number that is too large ({number}… with {n} digits)")
        raise _NotStrictError(phrase(message, number=digits[:20], n=len(digits.lstrip("-"))))
    return int(digits)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise _NotStrictError(phrase("has the key '{key}' twice in one object", key=twice))
    return result
