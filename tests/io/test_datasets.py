"""Loading the shipped data: how it answers, how it fails, and that the files keep their promises."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pandas as pd
import pytest

from socluster.core.columns import TEXT
from socluster.core.errors import InputError, SoclusterError
from socluster.core.schema import EVIDENCE
from socluster.io import datasets
from socluster.io.datasets import DATASETS, dataset_card, dataset_tables, list_datasets, load_dataset

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted(path for path in (ROOT / "datasets").rglob("*") if path.suffix in {".csv", ".md", ".json"})
WITH_TABLES = ("siauliai", "norway_project", "care_reform", "day_centres")

HEADINGS = (
    "What it is",
    "How it was collected",
    "Boundary",
    "What is documented and what is not",
    "Licence",
    "Sources",
    "How to cite",
    "What it must not be used for",
)


def test_the_list_counts_what_loads() -> None:
    found = list_datasets()
    assert tuple(found.index) == DATASETS
    assert found.index.name == "dataset"
    counts = ["actors", "ties", "groups", "affiliations"]
    assert list(found.columns) == ["title", *counts, "layers", "licence", "evidence"]
    expected = {
        "siauliai": (38, 0, 8, 46),
        "norway_project": (13, 16, 9, 0),
        "care_reform": (25, 0, 39, 10),
        "day_centres": (5, 0, 18, 0),
        "knoke": (10, 71, 0, 0),
        "florentine": (16, 35, 0, 0),
        "davis": (18, 0, 14, 89),
        "kite": (10, 18, 0, 0),
        "karate": (34, 78, 0, 0),
    }
    assert {name: tuple(found.loc[name, counts]) for name in found.index} == expected
    assert all(pd.api.types.is_integer_dtype(found[column]) for column in counts)
    assert found.loc["day_centres", "evidence"] == "no ties, no affiliations"
    assert found.loc["norway_project", "layers"] == "contract, parent"


def test_every_folder_is_a_dataset() -> None:
    folders = {path.name for path in (ROOT / "datasets").iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders == set(DATASETS)


@pytest.mark.parametrize("name", DATASETS)
def test_a_dataset_describes_itself(name: str) -> None:
    cluster = load_dataset(name)
    assert cluster == load_dataset(name)
    assert cluster.name
    said = {"title", "source", "licence", "boundary", "note"}
    meanings = {f"layer.{layer}.meaning_lt" for layer in cluster.layers}
    assert set(cluster.info) == said | {f"{key}_lt" for key in said} | meanings
    assert all(cluster.info[f"{key}_lt"] != cluster.info[key] for key in said - {"source"})
    assert all(layer.meaning for layer in cluster.layers.values())
    card = dataset_card(name)
    assert card.startswith("# ")
    assert all(f"\n## {heading}\n" in card for heading in HEADINGS)


@pytest.mark.parametrize("name", DATASETS)
def test_the_lithuanian_card_has_the_same_parts_and_the_same_names_and_numbers(name: str) -> None:
    english, lithuanian = (dataset_card(name, language=language) for language in ("en", "lt"))
    parts = [len(re.findall(r"^## ", card, re.MULTILINE)) for card in (english, lithuanian)]
    assert parts[0] == parts[1]
    assert not any(f"## {heading}\n" in lithuanian for heading in HEADINGS)
    names, translated = (set(re.findall(r"`([\w.]+)`", card)) for card in (english, lithuanian))
    assert names <= translated
    assert len(re.findall(r"^- ", english, re.MULTILINE)) == len(re.findall(r"^- ", lithuanian, re.MULTILINE))


@pytest.mark.parametrize("name", DATASETS)
def test_every_link_has_its_evidence_and_its_source(name: str) -> None:
    cluster = load_dataset(name)
    for links in (cluster.ties, cluster.affiliations):
        assert links["ref"].notna().all()
        assert set(links["evidence"]) <= {"documented", "reported"}
        assert (links["confidence"] == 1).all()


@pytest.mark.parametrize("name", DATASETS)
def test_side_tables_are_typed_and_name_their_sources(name: str) -> None:
    tables = dataset_tables(name)
    assert bool(tables) == (name in WITH_TABLES)
    assert list(tables) == sorted(tables)
    for table in tables.values():
        assert len(table) > 0
        assert table["ref"].dtype == TEXT
        assert table["ref"].notna().all()
        assert "object" not in {dtype.name for dtype in table.dtypes}
        if "evidence" in table:
            assert set(table["evidence"]) <= set(EVIDENCE)


@pytest.mark.parametrize("name", WITH_TABLES)
def test_side_tables_speak_of_what_is_in_the_cluster(name: str) -> None:
    cluster = load_dataset(name)
    actors, groups = set(cluster.labels), set(cluster.groups.index)
    valid = {"actor": actors, "municipality": actors, "home": actors, "event": groups, "group": groups}
    valid |= {"region": groups, "measure": groups, "event_type": groups, "source": actors, "target": actors}
    if name != "siauliai":  # elsewhere these words have another meaning
        valid = {column: ids for column, ids in valid.items() if column not in {"municipality", "event", "home"}}
    if name != "care_reform":
        valid.pop("measure")
    checked = 0
    for table in dataset_tables(name).values():
        for column in valid.keys() & set(table.columns):
            assert set(table[column].dropna()) <= valid[column]
            checked += 1
    assert checked > 0 or name == "day_centres"
    assert set(cluster.groups.get("part_of", pd.Series(dtype=TEXT)).dropna()) <= groups
    assert set(cluster.actors.get("part_of", pd.Series(dtype=TEXT)).dropna()) <= actors


@pytest.mark.parametrize("wrong", ["sauliai", "Knoke", "karat"])
def test_an_unknown_name_gets_the_nearest_and_all(wrong: str) -> None:
    expected = {"sauliai": "siauliai", "Knoke": "knoke", "karat": "karate"}[wrong]
    for ask in (load_dataset, dataset_tables, dataset_card):
        with pytest.raises(InputError) as caught:
            ask(wrong)
        message = str(caught.value)
        assert f"did you mean {expected!r}" in message
        assert all(name in message for name in DATASETS)


@pytest.mark.parametrize("wrong", ["", "../knoke", "tables"])
def test_a_name_is_no_path(wrong: str) -> None:
    with pytest.raises(InputError, match="no such dataset"):
        load_dataset(wrong)


def test_swapped_knoke_relations_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "datasets" / "knoke", tmp_path / "knoke")
    ties = tmp_path / "knoke" / "ties.csv"
    swap = {"information": "money", "money": "information"}
    text = re.sub(r",(information|money),", lambda found: f",{swap[found[1]]},", ties.read_text(encoding="utf-8"))
    ties.write_text(text, encoding="utf-8")
    monkeypatch.setattr(datasets, "_home", lambda: tmp_path)
    with pytest.raises(SoclusterError, match="49 arcs of information"):
        load_dataset("knoke")


def test_missing_files_are_said_to_be_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(datasets, "_home", lambda: tmp_path)
    with pytest.raises(SoclusterError, match="missing; they should be in"):
        load_dataset("siauliai")


def test_data_are_found_installed_and_in_a_bare_checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def not_installed(package: str) -> Path:
        raise ModuleNotFoundError(package)

    monkeypatch.setattr(datasets.resources, "files", lambda package: tmp_path / package)
    assert datasets._home() == tmp_path / "socluster.datasets"
    monkeypatch.setattr(datasets.resources, "files", not_installed)
    assert datasets._home() == ROOT / "datasets"


def test_the_import_loads_no_heavy_library() -> None:
    code = "import sys, socluster.io.datasets; print({'networkx', 'igraph', 'plotly'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.strip() == "set()"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT / "datasets")))
def test_files_are_clean_text(path: Path) -> None:
    raw = path.read_bytes()
    text = raw.decode("utf-8")
    assert b"\r" not in raw
    assert not raw.startswith(b"\xef\xbb\xbf")
    assert text.endswith("\n")
    assert not re.search(r"\[(seed|mine|src|computed|known)\b|\bseed 0", text)


@pytest.mark.parametrize("path", [path for path in FILES if path.suffix == ".csv"], ids=lambda path: path.parent.name)
def test_tables_hold_roles_and_organisations_not_persons(path: Path) -> None:
    """A person would show by a title or by an initial in front of a surname; authors may stand in sources only."""
    table = pd.read_csv(path, dtype="string", keep_default_na=False)
    for column in table.columns.drop("ref", errors="ignore"):
        for cell in table[column]:
            assert not re.search(r"\b(prof|doc|dr|mr|mrs|ms|ponas|ponia)\b\.?", cell, re.IGNORECASE), cell
            assert not re.search(r"\b[A-ZČŠŽ]\. ?(ir |and )?[A-ZČŠŽ]", cell), cell


def test_a_cell_that_says_na_is_a_word(tmp_path):
    (tmp_path / "people.csv").write_text("code,n\nNA,1\nLT,2\n", encoding="utf-8")
    assert datasets._typed(tmp_path / "people.csv")["code"].tolist() == ["NA", "LT"]


def test_data_in_an_archive_are_unpacked_folder_by_folder(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("knoke/ties.csv", "source,target")
        archive.writestr("LICENSE", "free")
    (tmp_path / "out").mkdir()
    datasets._copy(zipfile.Path(tmp_path / "a.zip"), tmp_path / "out")
    assert (tmp_path / "out" / "knoke" / "ties.csv").read_text() == "source,target"
    assert (tmp_path / "out" / "LICENSE").read_text() == "free"
