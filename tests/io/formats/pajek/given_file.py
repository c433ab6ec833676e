"""A Pajek file of a few lines, and what is read from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from socluster.core.errors import InputError
from socluster.core.tables import Tables
from socluster.io.formats import pajek
from socluster.io.options import ReadingOptions


def read(tmp_path: Path, content: str | bytes, **options: str) -> Tables:
    path = tmp_path / "given.net"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return pajek.read(path, ReadingOptions(**options))


def ties(tables: Tables) -> list[tuple]:
    return list(tables.ties[["source", "target", "layer", "weight"]].itertuples(index=False, name=None))


def problems(tmp_path: Path, content: str, **options: str) -> list[tuple]:
    with pytest.raises(InputError) as caught:
        read(tmp_path, content, **options)
    return [(problem.row, problem.value) for problem in caught.value.problems]
