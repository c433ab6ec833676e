"""Frozen typed columns and tables of them: the inside of a cluster.

Four kinds are enough for every table: text (integer codes into sorted labels), number (float), integer and flag
(true/false), each with its own way to say that a value is missing. All arrays are on immutable bytes, so that nobody,
not even by flipping numpy's writeable flag, can change them.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Literal, TypeAlias, get_args

import numpy as np
import pandas as pd
from numpy.typing import NDArray

__all__ = ["KINDS", "TEXT", "Array", "Column", "Kind", "Table", "freeze", "text_column"]

Kind: TypeAlias = Literal["text", "number", "integer", "flag"]
KINDS: tuple[Kind, ...] = get_args(Kind)
Array: TypeAlias = NDArray[Any]
TEXT = pd.StringDtype(na_value=np.nan)

_STORED = {"text": np.int32, "number": np.float64, "integer": np.int64, "flag": np.int8}
_GAP = {"text": -1, "number": np.nan, "integer": 0, "flag": -1}  # the mark of a missing value


def freeze(values: Array) -> Array:
    """Return the values of a one-dimensional array on bytes, which can never be made writeable again."""
    owner: object = values.base
    if isinstance(owner, bytes) and values.flags.c_contiguous:
        return values  # frozen already
    frozen: Array = np.frombuffer(values.tobytes(), dtype=values.dtype)
    return frozen


@dataclass(frozen=True, eq=False)
class Column:
    """One typed column.

    Parameters
    ----------
    kind : {"text", "number", "integer", "flag"}
        What the values are.
    values : ndarray
        text: codes into `labels`, -1 = missing; number: float, NaN = missing; integer: int; flag: 1, 0, -1 = missing.
    labels : tuple of str
        The distinct texts, sorted (text only).
    gaps : ndarray of bool, optional
        Where an integer is missing (integer only; None = nowhere).
    """

    kind: Kind
    values: Array
    labels: tuple[str, ...] = ()
    gaps: Array | None = None

    def __post_init__(self) -> None:
        """Freeze the arrays, whatever was handed in."""
        object.__setattr__(self, "values", freeze(np.asarray(self.values, dtype=_STORED[self.kind])))
        if self.gaps is not None:
            object.__setattr__(self, "gaps", freeze(self.gaps) if np.any(self.gaps) else None)

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.values)

    @property
    def missing(self) -> Array:
        """Where the value is missing (a new array of bool)."""
        if self.kind == "number":
            return np.isnan(self.values)
        if self.kind == "integer":
            return np.zeros(len(self), dtype=bool) if self.gaps is None else self.gaps.copy()
        return self.values < 0

    def take(self, rows: Array) -> Column:
        """Return the rows at these positions (or under this mask)."""
        gaps = None if self.gaps is None else self.gaps[rows]
        if self.kind != "text":
            return Column(self.kind, self.values[rows], gaps=gaps)
        codes = self.values[rows]
        is_used = np.zeros(len(self.labels) + 1, dtype=bool)
        is_used[codes] = True  # code -1, missing, marks the place after the last label
        if is_used[:-1].all():
            return Column("text", codes, self.labels)
        new_code = np.cumsum(is_used, dtype=np.int32) - 1
        new_code[-1] = -1
        return Column("text", new_code[codes], tuple(itertools.compress(self.labels, is_used)))

    def extended(self, more: Column, order: Array | None = None) -> Column:
        """Return these rows and then those of another column of this kind; or all of them in another order."""
        labels = self.labels
        if not set(more.labels) <= set(labels):
            labels = tuple(sorted({*labels, *more.labels}))
        values = np.concatenate([self._codes_in(labels), more._codes_in(labels)])
        gaps = None
        if self.gaps is not None or more.gaps is not None:
            gaps = np.concatenate([self.missing, more.missing])
        if order is not None:
            values, gaps = values[order], None if gaps is None else gaps[order]
        return Column(self.kind, values, labels, gaps)

    def _codes_in(self, labels: tuple[str, ...]) -> Array:
        """The values; those of a text as codes into these labels, which hold at least its own."""
        if labels == self.labels:
            return self.values
        place = {label: code for code, label in enumerate(labels)}
        new_code = np.array([*(place[label] for label in self.labels), -1], dtype=np.int32)
        codes: Array = new_code[self.values]
        return codes

    def objects(self) -> list[Any]:
        """Return plain Python values, None where missing."""
        if self.kind == "text":
            table = [*self.labels, None]
            return [table[code] for code in self.values.tolist()]
        values = self.values.astype(bool).tolist() if self.kind == "flag" else self.values.tolist()
        return [None if gap else value for value, gap in zip(values, self.missing.tolist(), strict=True)]

    def to_series(self, index: pd.Index | None = None) -> pd.Series[Any]:
        """Return a new Series; its dtype is the same on every supported pandas."""
        if self.kind == "text":
            return pd.Series(np.array([*self.labels, None], dtype=object)[self.values], index=index, dtype=TEXT)
        if self.kind == "number":
            return pd.Series(self.values.copy(), index=index)
        missing = self.missing
        plain = self.values.astype(bool if self.kind == "flag" else np.int64)
        if not missing.any():
            return pd.Series(plain, index=index)
        if self.kind == "flag":
            return pd.Series(pd.arrays.BooleanArray(plain, missing), index=index)
        return pd.Series(pd.arrays.IntegerArray(plain, missing), index=index)

    def content(self) -> bytes:
        """Return bytes that are equal exactly when kind and values are equal."""
        parts = [self.kind.encode(), len(self).to_bytes(8, "little")]
        if self.kind == "text":
            parts += [f"{len(label)}:{label}".encode() for label in self.labels]
        values = self.values
        if self.kind == "number":
            values = np.where(np.isnan(values), np.nan, values + 0.0)  # one NaN, and -0.0 is 0.0
        if self.kind == "integer" and self.gaps is not None:
            values = np.where(self.gaps, 0, values)
            parts.append(self.gaps.tobytes())
        parts.append(values.tobytes())
        return b"|".join(parts)

    @classmethod
    def empty(cls, kind: Kind, n_rows: int) -> Column:
        """Return a column of `n_rows` missing values."""
        return _empty(kind, n_rows)

    @classmethod
    def of_objects(cls, kind: Kind, values: Sequence[Any]) -> Column:
        """Return a column of plain Python values of that kind, None where missing: the inverse of `objects`."""
        if kind == "text":
            labels = tuple(sorted({value for value in values if value is not None}))
            place = {label: code for code, label in enumerate(labels)}
            return cls(kind, np.array([place.get(value, -1) for value in values], dtype=np.int32), labels)
        gaps = np.array([value is None for value in values], dtype=bool)
        known = [_GAP[kind] if value is None else value for value in values]
        return cls(kind, np.array(known, dtype=_STORED[kind]), gaps=gaps if kind == "integer" else None)


@lru_cache(maxsize=256)
def _empty(kind: Kind, n_rows: int) -> Column:
    """Return a column of missing values; since columns are frozen, one does for all."""
    gaps = np.ones(n_rows, dtype=bool) if kind == "integer" else None
    return Column(kind, np.full(n_rows, _GAP[kind]), gaps=gaps)


def text_column(values: Sequence[str | None] | Array) -> Column:
    """Return a text column of these texts (None = missing), its labels sorted."""
    codes, found = pd.factorize(np.asarray(values, dtype=object), use_na_sentinel=True)
    labels = [str(label) for label in found]
    order = sorted(range(len(labels)), key=labels.__getitem__)
    rank = np.empty(len(labels) + 1, dtype=np.int64)
    rank[order] = np.arange(len(labels))
    rank[-1] = -1
    return Column("text", rank[codes], tuple(labels[position] for position in order))


class Table(Mapping[str, Column]):
    """Named columns of one length, in a fixed order; a frozen value.

    Parameters
    ----------
    columns : mapping of str to Column
        All of the same length.
    n_rows : int
        That length (needed where there is no column).
    """

    __slots__ = ("_columns", "n_rows")

    def __init__(self, columns: Mapping[str, Column], n_rows: int) -> None:
        self._columns = MappingProxyType(dict(columns))
        self.n_rows = n_rows

    def __getitem__(self, name: str) -> Column:
        """Return the column of that name."""
        return self._columns[name]

    def __iter__(self) -> Iterator[str]:
        """Iterate over the names in order."""
        return iter(self._columns)

    def __len__(self) -> int:
        """Return the number of columns."""
        return len(self._columns)

    def __reduce__(self) -> tuple[Any, ...]:
        """Rebuild through the constructor, so that a copy in another process is frozen too."""
        return Table, (dict(self._columns), self.n_rows)

    def take(self, rows: Array) -> Table:
        """Return the rows at these positions (or under this mask)."""
        taken = {name: column.take(rows) for name, column in self.items()}
        n_rows = int(np.count_nonzero(rows)) if rows.dtype == bool else len(rows)
        return Table(taken, n_rows)

    def extended(self, more: Table, order: Array | None = None) -> Table:
        """Return these rows and then those of a table of the same columns; or all of them in another order."""
        columns = {name: column.extended(more[name], order) for name, column in self.items()}
        return Table(columns, self.n_rows + more.n_rows)

    def replace(self, **columns: Column) -> Table:
        """Return the table with these columns replaced or appended."""
        return Table({**self._columns, **columns}, self.n_rows)

    def to_frame(self, index: pd.Index | None = None) -> pd.DataFrame:
        """Return a new DataFrame."""
        index = pd.RangeIndex(self.n_rows) if index is None else index
        return pd.DataFrame({name: column.to_series(index) for name, column in self.items()}, index=index)

    def content(self) -> bytes:
        """Return bytes that are equal exactly when the columns are equal, in any order."""
        return b"".join(f"<{name}>".encode() + self[name].content() for name in sorted(self))
