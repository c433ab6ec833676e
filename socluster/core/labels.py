"""What actors and groups are called: ids inside, labels outside.

Inside, everything goes by ids, which are text: files hold them, random streams and fingerprints are made of them. A
graph of another library may call its nodes 3 or (0, 1), and so does every answer about it: a cluster remembers these
labels (`Originals`). `Cluster.parts` speaks ids; `Cluster` itself, and with it every measure, speaks labels. Who names
an actor may use either, because the id follows from the label (`id_of`).
"""

from __future__ import annotations

import datetime as dt
import decimal
import numbers
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, TypeAlias, TypeVar, cast

import numpy as np
import pandas as pd

from socluster.core.columns import TEXT, Array
from socluster.core.errors import InputError, Problem
from socluster.words import marked

__all__ = [
    "Label",
    "Originals",
    "as_text",
    "by_id",
    "by_label",
    "clean_text",
    "equal_labels",
    "id_of",
    "ids_of",
    "is_too_large",
    "label_array",
    "label_index",
    "listed_ids",
    "occurring_twice",
    "remembered",
]

Label: TypeAlias = Hashable
"""What an actor or a group may be called: text, a number, a tuple, whatever a graph has for a node."""

_LARGEST = 2**63
_MOST_BITS = 1_023  # of a double
_ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")  # in memory, as Python writes what has no text of its own
_EQUAL = marked(
    "equals {other} for Python, so that no answer could tell the two apart, while their ids differ ('{id}' and "
    "'{other_id}'); rename one"
)
Value = TypeVar("Value")
Rows = TypeVar("Rows", "pd.Series[Any]", pd.DataFrame)


@dataclass(frozen=True)
class Originals:
    """The labels that are not the ids themselves.

    Parameters
    ----------
    actors, groups : mapping
        From id to label.
    """

    actors: Mapping[str, Any] = field(default_factory=dict)
    groups: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Freeze the mappings, whatever was handed in."""
        object.__setattr__(self, "actors", MappingProxyType(dict(self.actors)))
        object.__setattr__(self, "groups", MappingProxyType(dict(self.groups)))

    def __or__(self, other: Originals) -> Originals:
        """Return both; where they call an id differently, as the other does."""
        return Originals({**self.actors, **other.actors}, {**self.groups, **other.groups})

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel to another process as plain dictionaries."""
        return Originals, (dict(self.actors), dict(self.groups))

    def swapped(self) -> Originals:
        """Return them with actors as groups, and groups as actors."""
        return Originals(self.groups, self.actors)

    def of_actors(self, ids: Sequence[str]) -> tuple[Any, ...]:
        """Return the labels of these actors."""
        return tuple(self.actors.get(each, each) for each in ids) if self.actors else tuple(ids)

    def of_groups(self, ids: Sequence[str]) -> tuple[Any, ...]:
        """Return the labels of these groups."""
        return tuple(self.groups.get(each, each) for each in ids) if self.groups else tuple(ids)


def clean_text(text: str) -> str:
    """Return the text in Unicode's composed form, without blanks at its ends and with plain line ends."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def as_text(value: Any) -> str | None:
    """Return a text, number or date as text, or None if it is nothing of the kind."""
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, numbers.Integral):
        return None if is_too_large(value) else str(int(value))
    if isinstance(value, numbers.Real | decimal.Decimal):
        number = float(value)
        return str(int(number)) if number.is_integer() and abs(number) < _LARGEST else repr(number)
    if isinstance(value, dt.datetime):
        midnight = value.time() == dt.time() and value.tzinfo is None
        return value.date().isoformat() if midnight else value.isoformat()
    if isinstance(value, dt.date):
        return value.isoformat()
    return None


def is_too_large(value: object) -> bool:
    """Whether it is a whole number of hundreds of digits, which is no number to anybody else."""
    return isinstance(value, int) and value.bit_length() > _MOST_BITS


def id_of(label: Any) -> str:
    """Return the id of a label: of equal labels the same, of an id itself.

    What cannot be a label (None, NaN, a list, what has no text but its address in memory) is returned as it is, for
    validation to refuse. Of True and 1, which are equal, the ids differ; `equal_labels` finds who uses both.
    """
    if isinstance(label, str):
        return clean_text(label)
    if isinstance(label, bool | np.bool_):
        return str(bool(label)).lower()
    if type(label).__hash__ is None or label is None or label is pd.NA or label is pd.NaT or label != label:
        return _unchanged(label)
    if is_too_large(label):
        return _unchanged(label)
    if isinstance(label, numbers.Real | decimal.Decimal):
        return _number(label)
    text = as_text(label)
    text = _written(label, str) if text is None else text
    return _unchanged(label) if text is None else clean_text(text)


def _unchanged(label: Any) -> str:
    return cast(str, label)  # it is none, and whoever reads it says so


def _number(value: Any) -> str:
    """Return a number as text: of equal numbers the same, whatever their type."""
    try:
        whole = int(value)
    except OverflowError:  # infinite
        return repr(float(value))
    return str(whole) if whole == value else repr(float(value))


def _written(label: Any, leaf: Callable[[Any], str] = repr) -> str | None:
    """Return what Python writes of a label, of equal ones the same: also of tuples and sets, whatever is in them.

    None if it differs from run to run (an address in memory) or nothing equals it (NaN).
    """
    if isinstance(label, np.generic):
        label = label.item()
    if isinstance(label, str):
        return repr(str(label))
    if isinstance(label, tuple | frozenset):
        members = [_written(each) for each in label]
        return None if None in members else _gathered(label, cast("list[str]", members))
    if type(label).__hash__ is None or is_too_large(label) or (label is not None and label != label):
        return None
    if isinstance(label, numbers.Real | decimal.Decimal):
        return _number(label)
    text = leaf(label)
    return None if _ADDRESS.search(text) else text


def _gathered(label: tuple[Any, ...] | frozenset[Any], members: list[str]) -> str:
    if isinstance(label, frozenset):  # its own order differs from run to run
        return f"frozenset({{{', '.join(sorted(members))}}})" if members else "frozenset()"
    return f"({members[0]},)" if len(members) == 1 else f"({', '.join(members)})"


def equal_labels(ids: Iterable[str], labels: Iterable[Any], table: str) -> list[Problem]:
    """Return a problem for each label that Python takes for another one of them, though their ids differ."""
    first: dict[Any, tuple[str, Any]] = {}
    problems = []
    for each, label in zip(ids, labels, strict=True):
        known, other = first.setdefault(label, (each, label))
        if known != each:
            values = {"other": repr(other), "id": each, "other_id": known}
            problems.append(Problem(_EQUAL, table, column=table[:-1], value=label, values=values))
    return problems


def ids_of(labels: Iterable[Any]) -> list[str]:
    """Return the ids of the labels."""
    return [id_of(label) for label in labels]


def listed_ids(given: Any, known: Mapping[str, Any] | None = None) -> list[str]:
    """Return the ids of one label or several: a text is one, a tuple is one if an actor is called so.

    Parameters
    ----------
    given : label or iterable of labels
        What somebody named.
    known : mapping, optional
        From id to label, of those that are remembered.

    Raises
    ------
    InputError
        If it is a mapping, whose values would be dropped in silence.
    """
    if isinstance(given, Mapping):
        raise InputError(
            Problem("must be names; a mapping gives every name a value that nothing is done with", value=dict(given))
        )
    is_one = isinstance(given, str) or not isinstance(given, Iterable)
    if isinstance(given, tuple | frozenset) and known and id_of(given) in known:
        is_one = True
    return [id_of(given)] if is_one else ids_of(given)


def strangers_among(ids: Iterable[Any], known: Collection[str]) -> list[Any]:
    """Return the ids that are not among the known ones, and what is no id at all.

    Examples
    --------
    >>> strangers_among(["a", "b", ["a"], None], {"a": 1})
    ['b', ['a'], None]
    """
    return [each for each in ids if not isinstance(each, str) or each not in known]


def occurring_twice(ids: Iterable[str]) -> list[str]:
    """Return the ids that stand there more than once, each once, in order."""
    return [each for each, number in Counter(ids).items() if number > 1]


def by_id(values: Mapping[Any, Value]) -> dict[str, Value]:
    """Return the values under the ids of their labels.

    Raises
    ------
    InputError
        If two labels have the same id.
    """
    named = {id_of(label): value for label, value in values.items()}
    if len(named) < len(values):
        ids = ids_of(values)
        several = set(occurring_twice(ids))
        twice = [label for label, each in zip(values, ids, strict=True) if each in several]
        raise InputError(
            [Problem("is the same actor as another one here, as ids are text", value=each) for each in twice]
        )
    return named


def remembered(ids: Iterable[str], labels: Iterable[Any]) -> dict[str, Any]:
    """Return, from id to label, the labels that are not the ids themselves."""
    pairs = zip(ids, labels, strict=True)
    return {each: label for each, label in pairs if not (isinstance(label, str) and label == each)}


def label_array(labels: Sequence[Hashable]) -> Array:
    """Return labels as an array of one dimension: of whole numbers if all are, else of objects, also of tuples."""
    kinds = set(map(type, labels))
    if kinds and all(issubclass(kind, int | np.integer) and kind is not bool for kind in kinds):
        whole = [int(label) for label in labels]  # type: ignore[call-overload]  # they are whole numbers
        if max(map(abs, whole)) < _LARGEST:
            return np.array(whole, dtype=np.int64)
    array = np.empty(len(labels), dtype=object)
    for place, label in enumerate(labels):
        array[place] = label
    return array


def label_index(labels: Iterable[Any], name: str | None = "actor") -> pd.Index:
    """Return labels as an index; tuples stay one label each."""
    labels = list(labels)
    if all(isinstance(label, str) for label in labels):
        return pd.Index(labels, name=name, dtype=TEXT)
    return pd.Index(label_array(labels), name=name, tupleize_cols=False)


def by_label(rows: Rows, labels: Iterable[Any], *, name: str | None = "actor") -> Rows:
    """Return the rows under these labels, in their order, whether they are indexed by labels or by ids.

    Rows of others are left out; a label without a row gets an empty one. Ids that occur twice must have been refused.
    """
    labels = list(labels)
    plain = rows.set_axis(pd.Index(ids_of(rows.index), dtype=object), axis="index")
    found: Rows = plain.reindex(pd.Index(ids_of(labels), dtype=object))
    return found.set_axis(label_index(labels, name), axis="index")
