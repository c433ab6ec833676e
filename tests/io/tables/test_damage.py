"""A file cut short or with a changed byte is read or refused in plain words; nothing else happens."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from socluster.core.build import build
from socluster.core.errors import SoclusterError
from socluster.io.tables import csv_folder, excel, json_file, parquet
from tests.io.tables.samples import plain, rich

CASES = [
    (csv_folder, "", "actors.csv"),
    (csv_folder, "", "layers.csv"),
    (csv_folder, "", "cluster.json"),
    (excel, "book.xlsx", ""),
    (json_file, "cluster.json", ""),
    (parquet, "", "actors.parquet"),
    (parquet, "", "cluster.json"),
]
each_case = pytest.mark.parametrize(
    ("module", "name", "part"), CASES, ids=lambda value: getattr(value, "__name__", value).rpartition(".")[2]
)


def read_or_refuse(module, path: Path) -> bool:
    """Whether the file is refused; any other exception fails the test."""
    try:
        build(module.read(path))
    except SoclusterError:
        return True
    return False


def damaged_versions(data: bytes, how_many: int):
    """Give the file cut at many places and with changed bytes at others."""
    chance = random.Random(1)
    for index in range(how_many):
        yield data[: index * len(data) // how_many]
        place, bit = chance.randrange(len(data)), 1 << chance.randrange(8)
        yield data[:place] + bytes([data[place] ^ bit]) + data[place + 1 :]
        yield data[:place] + chance.randbytes(1 + index % 7) + data[place + 5 :]


@each_case
@pytest.mark.parametrize("sample", [plain, rich])
def test_damage(tmp_path: Path, module, name: str, part: str, sample) -> None:
    path = tmp_path / (name or "folder")
    module.write(sample(), path)
    damaged = path / part if part else path
    refused = 0
    for data in damaged_versions(damaged.read_bytes(), 15):
        damaged.write_bytes(data)
        refused += read_or_refuse(module, path)
    assert refused > 8


@each_case
def test_rubbish(tmp_path: Path, module, name: str, part: str) -> None:
    path = tmp_path / (name or "folder")
    module.write(plain(), path)
    damaged = path / part if part else path
    for length in (1, 10, 1000, 100_000):
        damaged.write_bytes(random.Random(length).randbytes(length))
        assert read_or_refuse(module, path)
