"""The two files of a UCINET dataset, written without help from the writer."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np

from socluster.core.tables import Tables
from tests.io.formats.network_samples import rows


def wide(label: str) -> bytes:
    data = label.encode("utf-16-le")
    return struct.pack("<H", len(data)) + data


def narrow(label: str) -> bytes:
    data = label.encode("cp1257")
    return struct.pack("<H", len(data)) + data


def dataset(
    tmp_path: Path,
    values: list,
    *,
    version: bytes = b"V6404",
    columns: list[bytes] | None = None,
    rows: list[bytes] | None = None,
    matrices: list[bytes] | None = None,
    title: bytes = b"",
    data_type: int = 7,
    numbers: str = "<f4",
) -> Path:
    """Write the two files as UCINET does, without help from the writer."""
    array = np.array(values, dtype=numbers)
    sizes = array.shape[::-1] if array.ndim == 2 else (array.shape[2], array.shape[1], array.shape[0])
    labels = [columns, rows, matrices][: array.ndim]
    head = b"\x05" + version + struct.pack("<5HBH", 15, 7, 26, 1, 3, data_type, array.ndim)
    head += struct.pack(f"<{array.ndim}{'H' if version == b'DATE:' else 'I'}", *sizes)
    head += bytes([len(title)]) + title + bytes(part is not None for part in labels)
    head += b"".join(label for part in labels for label in part or [])
    head += b"\0" if version == b"V6405" else b""
    (tmp_path / "given.##h").write_bytes(head)
    (tmp_path / "given.##d").write_bytes(array.tobytes())
    return tmp_path / "given.##h"


def ties(tables: Tables) -> set[tuple]:
    return rows(tables.ties, layers=tables.layers)
