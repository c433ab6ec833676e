"""Frozen typed columns and tables of them: what a cluster is made of inside.

Four kinds are enough for every table: text (integer codes into sorted labels), number (float), integer and flag
(true/false), each with its own way to say that a value is missing. All arrays stand on immutable bytes, so that nobody,
not even by flipping numpy's writeable flag, can change them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
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


def freeze(values: Array) -> Array:
    """Return a copy of a one-dimensional array that can never be made writeable again."""
    values = np.ascontiguousarray(values)
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
        used = np.unique(codes[codes >= 0])
        new_code = np.full(len(self.labels) + 1, -1)
        new_code[used] = np.arange(len(used))
        return Column("text", new_code[codes], tuple(self.labels[code] for code in used))

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
        if kind == "integer":
            return cls(kind, np.zeros(n_rows), gaps=np.ones(n_rows, dtype=bool))
        return cls(kind, np.full(n_rows, np.nan if kind == "number" else -1))


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

    def replace(self, **columns: Column) -> Table:
        """Return the table with these columns replaced or appended."""
        return Table({**self._columns, **columns}, self.n_rows)

    def to_frame(self, index: pd.Index | None = None) -> pd.DataFrame:
        """Return a new DataFrame."""
        index = pd.RangeIndex(self.n_rows) if index is None else index
        return pd.DataFrame({name: column.to_series(index) for name, column in self.items()}, index=index)

    def content(self) -> bytes:
        """Return bytes that are equal exactly when the columns are equal, in whatever order they stand."""
        return b"".join(f"<{name}>".encode() + self[name].content() for name in sorted(self))
