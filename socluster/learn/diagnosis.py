"""What is wrong with an answer, in one sentence that does not give the right one."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import Any

import pandas as pd

from socluster.learn.answers import as_kind, cells, key_of, kind_of, near
from socluster.learn.patterns import diagnose_numbers, missing_value, some_right
from socluster.words import Language, marked, say

__all__ = ["diagnose"]

_NAMED = 5
_ALIKE = 0.8
_KINDS = {
    "number": marked("a number"),
    "flag": marked("True or False"),
    "text": marked("a text"),
    "ranking": marked("a list"),
    "set": marked("a set"),
    "series": marked("a Series"),
    "table": marked("a DataFrame"),
}
_UNDEFINED = marked("NaN (undefined) where a value is expected: {count}: {labels}.")
_DEFINED = marked("A value where the answer is undefined (NaN): {count}: {labels}.")


def diagnose(expected: Any, given: Any, tolerance: float, language: Language) -> str:
    """Return what is off with an answer that is not the expected one."""
    kind = kind_of(expected)
    right, answer = as_kind(expected, kind), as_kind(given, kind)
    if answer is None:
        return _other_kind(kind, expected, given, language)
    if kind == "number":
        if missing_value(answer):
            return say("The answer is NaN (undefined), but a value is expected.", language)
        sentence = diagnose_numbers([right], [answer], tolerance, language)
    elif kind == "text":
        sentence = _spelling(right, answer, language)
    elif kind == "ranking":
        sentence = _ranking(right, answer, tolerance, language)
    elif kind == "set":
        sentence = _labels(right, answer, language)
    elif kind == "series":
        sentence = _series(right, answer, tolerance, language)
    elif kind == "table":
        sentence = _table(right, answer, tolerance, language)
    else:
        sentence = None
    return sentence or say("Not yet: compare your steps with the example above the exercise.", language)


def _other_kind(kind: str | None, expected: Any, given: Any, language: Language) -> str:
    found = kind_of(given)
    if given is None:
        return say("The answer is None, which is nothing: does the line before it return a value?", language)
    if found is None and callable(given):
        return say("The answer is a function, not its result: call it, with brackets.", language)
    if (kind, found) == ("ranking", "set"):
        return say("A set has no order, and here the order counts: give a list.", language)
    words = {
        "expected": say(_KINDS[kind], language) if kind else type(expected).__name__,
        "given": say(_KINDS[found], language) if found else type(given).__name__,
    }
    if kind in ("ranking", "set", "text") and found in ("series", "table"):
        return say(
            "Another kind of answer is asked for: expected {expected}, got {given}. The labels of a Series or "
            "DataFrame are its index.",
            language,
            **words,
        )
    return say("Another kind of answer is asked for: expected {expected}, got {given}.", language, **words)


def _spelling(right: str, answer: str, language: Language) -> str | None:
    alike = difflib.SequenceMatcher(None, str(key_of(right)), str(key_of(answer))).ratio()
    return say("Almost: check the spelling.", language) if alike >= _ALIKE else None


def _ranking(right: list[Any], answer: list[Any], tolerance: float, language: Language) -> str | None:
    if all(kind_of(item) == "number" for item in right):
        if len(right) != len(answer):
            return say("Another number of items is asked for.", language)
        if not all(kind_of(item) == "number" for item in answer):
            return None
        if all(near(*pair, tolerance) for pair in zip(sorted(right), sorted(answer), strict=True)):
            return _order(right, answer, tolerance, language)
        return diagnose_numbers([float(item) for item in right], [float(item) for item in answer], tolerance, language)
    return _labels(right, answer, language) or _order(right, answer, tolerance, language)


def _order(right: list[Any], answer: list[Any], tolerance: float, language: Language) -> str:
    """Say how far a list is in order that holds the right items."""
    fits = [near(*pair, tolerance) for pair in zip(right, answer, strict=True)]
    if all(near(*pair, tolerance) for pair in zip(right, reversed(answer), strict=True)):
        return say("The order is upside down.", language)
    return say(
        "The right ones, but not in the right order; from the top, {count} in place.", language, count=fits.index(False)
    )


def _labels(right: list[Any], answer: list[Any], language: Language) -> str | None:
    """Say which labels do not belong, but only how many are missing: which ones is what the exercise asks."""
    twice = _repeated(answer)
    if twice and not _repeated(right):
        return say("These stand more than once: {labels}.", language, labels=_named(twice, language))
    wanted, found = {key_of(label) for label in right}, {key_of(label) for label in answer}
    extra = [label for label in answer if key_of(label) not in wanted]
    parts = [_extra(extra, language)] if extra else []
    if wanted - found:
        parts.append(say("{count} missing.", language, count=len(wanted - found)))
    return " ".join(parts) or None


def _series(right: pd.Series[Any], answer: pd.Series[Any], tolerance: float, language: Language) -> str | None:
    return _index(right.index, answer.index, language) or _values(right, answer, tolerance, language)


def _table(right: pd.DataFrame, answer: pd.DataFrame, tolerance: float, language: Language) -> str | None:
    columns = {key_of(column): column for column in reversed(answer.columns)}
    missing = [column for column in right.columns if key_of(column) not in columns]
    if missing:
        return say("Missing columns: {labels}.", language, labels=_named(missing, language))
    sentence = _index(right.index, answer.index, language)
    if sentence:
        return sentence
    for position, column in enumerate(right.columns):
        place = list(answer.columns).index(columns[key_of(column)])
        wanted, found = right.iloc[:, position], answer.iloc[:, place]
        if not all(near(value, cells(found)[key], tolerance) for key, value in cells(wanted).items()):
            about = _values(wanted, found, tolerance, language) or say(
                "Not yet: compare your steps with the example above the exercise.", language
            )
            return say("Column {column}: {sentence}", language, column=column, sentence=about)
    return None


def _index(right: pd.Index[Any], answer: pd.Index[Any], language: Language) -> str | None:
    """Say which labels are missing and which do not belong."""
    twice = _repeated(answer)
    if twice:
        return say("These stand more than once: {labels}.", language, labels=_named(twice, language))
    wanted, found = {key_of(label) for label in right}, {key_of(label) for label in answer}
    missing = [label for label in right if key_of(label) not in found]
    extra = [label for label in answer if key_of(label) not in wanted]
    parts = []
    if missing:
        parts.append(say("{count} missing: {labels}.", language, count=len(missing), labels=_named(missing, language)))
    if extra:
        parts.append(_extra(extra, language))
    return " ".join(parts) or None


def _values(right: pd.Series[Any], answer: pd.Series[Any], tolerance: float, language: Language) -> str | None:
    """Say what is off with the values of a Series that has the right labels."""
    wanted, found = cells(right), cells(answer)
    written = {key_of(label): label for label in right.index}
    for message, one, other in ((_UNDEFINED, found, wanted), (_DEFINED, wanted, found)):
        off = [written[key] for key in wanted if missing_value(one[key]) and not missing_value(other[key])]
        if off:
            return say(message, language, count=len(off), labels=_named(off, language))
    pairs = [(wanted[key], found[key]) for key in wanted if not missing_value(wanted[key])]
    if all(kind_of(value) == "number" for pair in pairs for value in pair):
        return diagnose_numbers([float(a) for a, _ in pairs], [float(b) for _, b in pairs], tolerance, language)
    hits = sum(near(*pair, tolerance) for pair in pairs)
    return some_right(hits, len(pairs), language)


def _extra(labels: list[Any], language: Language) -> str:
    return say("{count} too many: {labels}.", language, count=len(labels), labels=_named(labels, language))


def _repeated(labels: Iterable[Any]) -> list[Any]:
    seen: set[Any] = set()
    repeated: dict[Any, Any] = {}
    for label in labels:
        key = key_of(label)
        if key in seen:
            repeated[key] = label
        seen.add(key)
    return list(repeated.values())


def _named(labels: list[Any], language: Language) -> str:
    """Return the first labels and how many more there are."""
    shown = [" – ".join(map(str, label)) if isinstance(label, tuple) else str(label) for label in labels[:_NAMED]]
    if len(labels) > _NAMED:
        shown.append(say("and {count} more", language, count=len(labels) - _NAMED))
    return ", ".join(shown)
