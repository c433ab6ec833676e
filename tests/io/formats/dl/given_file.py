"""A DL file of a few lines, and what is read from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from socluster.core.errors import InputError
from socluster.core.tables import Tables
from socluster.io.formats import dl
from socluster.io.options import ReadingOptions
from tests.io.formats.network_samples import rows

ABC = {("a", "b", "tie", 1.0), ("a", "c", "tie", 2.5)}  # undirected: a-b and a-c


def read(tmp_path: Path, content: str | bytes, **options: str) -> Tables:
    path = tmp_path / "given.dl"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return dl.read(path, ReadingOptions(**options))


def ties(tables: Tables) -> set[tuple]:
    return rows(tables.ties, layers=tables.layers)


def problems(tmp_path: Path, content: str) -> list[tuple]:
    with pytest.raises(InputError) as caught:
        read(tmp_path, content)
    return [(problem.row, problem.value) for problem in caught.value.problems]
