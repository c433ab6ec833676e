"""Every format gives back exactly what it was given."""

from __future__ import annotations

import copy
import dataclasses
import tempfile
import unicodedata
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from socluster.core.tables import Tables
from socluster.io.tables import csv_folder, excel, json_file, parquet
from tests.examples import examples
from tests.io.tables.samples import assert_same_cluster, plain, rich, settled

FORMATS = {"folder": csv_folder, "book.xlsx": excel, "parquet": parquet, "cluster.json": json_file}
each_format = pytest.mark.parametrize("name", FORMATS)


@each_format
@pytest.mark.parametrize("sample", [plain, rich])
def test_round_trip_is_exact(tmp_path: Path, name: str, sample) -> None:
    tables = sample()
    FORMATS[name].write(tables, tmp_path / name)
    assert_same_cluster(FORMATS[name].read(tmp_path / name), tables)


@each_format
def test_writing_what_was_read_gives_the_same_bytes(tmp_path: Path, name: str) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()
    FORMATS[name].write(rich(), first / name)
    FORMATS[name].write(settled(FORMATS[name].read(first / name)), second / name)
    if name == "book.xlsx":  # a workbook holds the time of writing
        assert_same_cluster(excel.read(second / name), rich())
        return
    files = sorted(path.relative_to(first) for path in first.rglob("*") if path.is_file())
    assert files == sorted(path.relative_to(second) for path in second.rglob("*") if path.is_file())
    assert all((first / path).read_bytes() == (second / path).read_bytes() for path in files)


@each_format
def test_nothing_is_lost(name: str) -> None:
    assert FORMATS[name].losses(rich()) == []


@each_format
def test_cluster_without_ties_or_name(tmp_path: Path, name: str) -> None:
    tables = settled(Tables(actors=pd.DataFrame({"actor": ["a", "b"]})))
    FORMATS[name].write(tables, tmp_path / name)
    found = FORMATS[name].read(tmp_path / name)
    assert found.ties is None
    assert found.name is None
    assert_same_cluster(found, tables)


@each_format
def test_cluster_without_actors(tmp_path: Path, name: str) -> None:
    tables = settled(Tables(actors=pd.DataFrame({"actor": []}, dtype="str")))
    FORMATS[name].write(tables, tmp_path / name)
    assert_same_cluster(FORMATS[name].read(tmp_path / name), tables)


@each_format
def test_kind_of_a_column_in_an_empty_table_survives(tmp_path: Path, name: str) -> None:
    empty_ties = pd.DataFrame({"source": [], "target": [], "euros": pd.array([], dtype="int64")})
    tables = settled(Tables(actors=pd.DataFrame({"actor": ["a"]}), ties=empty_ties))
    assert tables.ties is not None
    assert tables.ties["euros"].dtype == "int64"
    FORMATS[name].write(tables, tmp_path / name)
    assert_same_cluster(FORMATS[name].read(tmp_path / name), tables)


FITTING = st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff").filter(
    lambda letter: ord(letter) & 0xFFFE != 0xFFFE
)
RISKY = st.sampled_from(
    ["=", "+", "-", "@", "'", "'=", '"', ",", ";", "|", "_x0041_", "#N/A", "=A1", "1e5", "\n", "\t"]
)
TEXTS = st.lists(st.one_of(FITTING, RISKY), max_size=6).map(
    lambda parts: unicodedata.normalize("NFC", "".join(parts)).strip()
)
IDS = st.lists(st.one_of(FITTING, RISKY.filter(lambda text: text not in "\n\t")), min_size=1, max_size=6).map(
    lambda parts: unicodedata.normalize("NFC", "".join(parts)).strip()
).filter(bool)  # fmt: skip


@st.composite
def clusters(draw: st.DrawFn) -> Tables:
    ids = draw(st.lists(IDS, min_size=1, max_size=4, unique=True))

    def column(values: st.SearchStrategy) -> list:
        return draw(st.lists(st.none() | values, min_size=len(ids), max_size=len(ids)))

    numbers = st.floats(allow_nan=False, allow_infinity=False)
    actors = pd.DataFrame(
        {
            "actor": ids,
            "name": column(TEXTS),
            "remark": pd.Series(column(TEXTS), dtype="str"),
            "number": pd.Series(column(numbers), dtype="float64"),
            "integer": pd.array(column(st.integers(-(10**18) + 1, 10**18 - 1)), dtype="Int64"),
            "flag": pd.array(column(st.booleans()), dtype="boolean"),
        }
    )
    pairs = [(one, other) for index, one in enumerate(ids) for other in ids[:index]]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    ties = pd.DataFrame(chosen, columns=["source", "target"])
    ties["weight"] = [draw(numbers.filter(lambda number: number > 0)) for _ in chosen]
    ties["layer"] = [draw(IDS) for _ in chosen]
    info = draw(st.dictionaries(IDS, TEXTS, max_size=2))
    return settled(Tables(actors, ties, name=draw(st.none() | TEXTS), info=info))


@each_format
@settings(max_examples=examples(12, 75), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(tables=clusters())
def test_any_cluster_round_trips(name: str, tables: Tables) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        FORMATS[name].write(tables, path)
        found = FORMATS[name].read(path)
    assert_same_cluster(found, tables)


def test_tables_from_a_reader_are_never_changed_by_writing(tmp_path: Path) -> None:
    tables, before = rich(), copy.deepcopy(rich())
    for name, module in FORMATS.items():
        module.write(tables, tmp_path / name)
        for field in dataclasses.fields(tables):
            is_now, was = getattr(tables, field.name), getattr(before, field.name)
            if isinstance(was, pd.DataFrame):
                pd.testing.assert_frame_equal(is_now, was)
            else:
                assert is_now == was, (name, field.name)
