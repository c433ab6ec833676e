"""The header of a UCINET dataset, byte by byte.

Little-endian throughout: a byte with the length 5 and the text `V6404` or `DATE:`; year since 2000, month, day, day of
the week (Sunday is 1), kind of labels (2 bytes each); kind of numbers (1); number of dimensions (2); columns, rows and,
in three dimensions, matrices (4 bytes each, in the earlier version 2); length of the title (1) and the title; a byte
for each dimension that says whether it has labels; the labels of columns, rows and matrices, each behind its length
in bytes (2).
"""

from __future__ import annotations

import datetime
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NoReturn

from socluster.core.errors import InputError, Problem
from socluster.io.formats.plain_text import MOST_MATRICES, MOST_NODES
from socluster.io.formats.relations import Labels
from socluster.words import Phrase, marked, phrase

__all__ = ["UcinetHeader", "header_bytes", "read_header", "title_bytes"]

_SIZE_FORMATS = {b"V6404": "<I", b"V6405": "<I", b"DATE:": "<H"}  # 6405 has one byte more at its end
_DIMENSIONS = ("columns", "rows", "matrices")
_NUMBER_OF = {
    "columns": marked("number of columns"),
    "rows": marked("number of rows"),
    "matrices": marked("number of matrices"),
}
_LABELS_OF = {
    "columns": marked("labels of the columns"),
    "rows": marked("labels of the rows"),
    "matrices": marked("labels of the matrices"),
}
_KIND_OF_LABELS = 3
_SINGLE = 7
_LONGEST_LABEL = 0xFFFF
_ANSI = "cp1257"


@dataclass(frozen=True)
class UcinetHeader:
    """What the header says about the numbers."""

    sizes: dict[str, int]
    data_type: int
    title: str
    names: Mapping[str, Sequence[str]]

    @property
    def n_rows(self) -> int:
        """Number of rows."""
        return self.sizes["rows"]

    @property
    def n_columns(self) -> int:
        """Number of columns."""
        return self.sizes["columns"]

    @property
    def n_matrices(self) -> int:
        """Number of matrices."""
        return self.sizes.get("matrices", 1)

    def labels(self, dimension: str) -> Labels | None:
        """Return the labels of rows, columns or matrices, or None if there are none."""
        return Labels.numbered(self.names[dimension]) if dimension in self.names else None


def read_header(data: bytes, file: str) -> UcinetHeader:
    """Return the header; bytes that are no header or end too early are an InputError."""
    stream = _Bytes(data, file)
    version = stream.take(6, phrase("version"))[1:]
    if data[0] != len(version) or version not in _SIZE_FORMATS:
        stream.stop("the file does not begin as a UCINET header of version 6404 or 6405, or an earlier one with DATE:")
    stream.take(10, phrase("date and kind of labels"))
    data_type = stream.number("<B", phrase("kind of numbers"))
    n_dimensions = stream.number("<H", phrase("number of dimensions"))
    if n_dimensions not in (2, 3):
        stream.stop(phrase("a dataset has 2 dimensions, or 3 with several matrices, not {n}", n=n_dimensions))
    dimensions = _DIMENSIONS[:n_dimensions]
    sizes = {
        dimension: stream.number(_SIZE_FORMATS[version], phrase(_NUMBER_OF[dimension])) for dimension in dimensions
    }
    if max(sizes.values()) > MOST_NODES or sizes.get("matrices", 1) > MOST_MATRICES:
        stream.stop(phrase("the sizes cannot be right: {sizes}", sizes=str(sizes)))
    title = _title(stream.take(stream.number("<B", phrase("length of the title")), phrase("title of the dataset")))
    labelled = [dimension for dimension in dimensions if stream.number("<B", phrase("marks of labels"))]
    raw = {dimension: [stream.label(dimension) for _ in range(sizes[dimension])] for dimension in labelled}
    is_wide = _is_wide([label for labels in raw.values() for label in labels], version)
    names = {dimension: [stream.text(label, is_wide=is_wide) for label in labels] for dimension, labels in raw.items()}
    return UcinetHeader(sizes, data_type, title, names)


def header_bytes(
    *,
    rows: Sequence[str],
    columns: Sequence[str],
    matrices: Sequence[str] | None,
    title: str,
    date: datetime.date,
    file: str,
) -> bytes:
    """Return a header of version 6404 for numbers of single precision, of two dimensions if matrices is None."""
    dimensions = [columns, rows] if matrices is None else [columns, rows, matrices]
    written_title = title_bytes(title) or b""
    weekday = date.isoweekday() % 7 + 1
    parts = [
        struct.pack("<B5s", 5, b"V6404"),
        struct.pack("<5H", date.year - 2000, date.month, date.day, weekday, _KIND_OF_LABELS),
        struct.pack("<BH", _SINGLE, len(dimensions)),
        struct.pack(f"<{len(dimensions)}I", *(len(labels) for labels in dimensions)),
        struct.pack("<B", len(written_title)) + written_title,
        bytes([1] * len(dimensions)),
        *(_label_bytes(label, file) for labels in dimensions for label in labels),
    ]
    return b"".join(parts)


def title_bytes(title: str) -> bytes | None:
    """Return the title as UCINET stores it, or None if it is too long or has letters that do not exist there."""
    try:
        data = title.encode(_ANSI)
    except UnicodeEncodeError:
        return None
    return data if len(data) < 256 and _title(data) == title else None


def _title(data: bytes) -> str:
    for encoding in ("utf-8", _ANSI):
        try:
            return data.decode(encoding).strip()
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1").strip()


def _label_bytes(label: str, file: str) -> bytes:
    data = label.encode("utf-16-le")
    if len(data) > _LONGEST_LABEL:
        raise InputError(Problem("the name is too long for UCINET", value=label, file=file))
    return struct.pack("<H", len(data)) + data


def _is_wide(labels: Sequence[bytes], version: bytes) -> bool:
    """Return whether a letter takes two bytes.

    Version 6404 says so; its labels of odd length can only come from a program that did not know it. Earlier versions
    do not say; there a second byte below 32 (zero in English, one in Lithuanian letters) shows it, as no letter of one
    byte is so low.
    """
    if any(len(label) % 2 for label in labels):
        return False
    return version != b"DATE:" or any(byte < 32 for label in labels for byte in label[1::2])


class _Bytes:
    """Hands out the bytes in their order, and says what was expected where they end."""

    def __init__(self, data: bytes, file: str) -> None:
        self.data = data
        self.file = file
        self.position = 0

    def stop(self, message: str | Phrase) -> NoReturn:
        raise InputError(Problem(message, file=self.file))

    def take(self, length: int, what: Phrase) -> bytes:
        end = self.position + length
        if end > len(self.data):
            message = marked("the header ends after {n} bytes, in the middle of: {what}")
            self.stop(phrase(message, n=len(self.data), what=what))
        taken = self.data[self.position : end]
        self.position = end
        return taken

    def number(self, layout: str, what: Phrase) -> int:
        (value,) = struct.unpack(layout, self.take(struct.calcsize(layout), what))
        return int(value)

    def label(self, dimension: str) -> bytes:
        what = phrase(_LABELS_OF[dimension])
        return self.take(self.number("<H", what), what)

    def text(self, label: bytes, *, is_wide: bool) -> str:
        try:
            return label.decode("utf-16-le" if is_wide else _ANSI)
        except UnicodeDecodeError:
            if is_wide:
                self.stop(phrase("a label is damaged: {label}", label=repr(label)))
            return label.decode("latin-1")
