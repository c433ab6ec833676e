"""One Lithuanian word for one thing: no text uses a word that the glossary rejects."""

from __future__ import annotations

import ast
import csv
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CATALOGUE = ROOT / "socluster" / "words" / "locale" / "lt" / "LC_MESSAGES" / "socluster.po"
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*/lt/*.ipynb"))
STARTER = sorted((ROOT / "socluster" / "starter").glob("*.py"))
NAMES = sorted([*(ROOT / "datasets").glob("*/actors.csv"), *(ROOT / "datasets").glob("*/groups.csv")])
LITHUANIAN = re.compile("[ąčęėįšųūž]", re.IGNORECASE)
QUOTED_NAME = re.compile(r"(?<!`)`[^`]+`(?!`)")  # a name of the code, which is English
PLACE = re.compile(r"{\w+}")  # where a value goes into a message; its name is English
PRINTED = re.compile(r"^```text\n.*?^```", re.MULTILINE | re.DOTALL)  # what code prints: the catalogue is looked at


def in_notebook(path: Path) -> str:
    """Return the prose of a Lithuanian notebook and the Lithuanian strings of its code."""
    texts = []
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        source = "".join(cell["source"])
        texts.append(source if cell["cell_type"] == "markdown" else "\n".join(in_code(source)))
    return QUOTED_NAME.sub("`…`", "\n".join(texts))


def in_code(source: str) -> list[str]:
    """Return the strings of Python code that have a Lithuanian letter."""
    nodes = (node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant))
    return [value for value in nodes if isinstance(value, str) and LITHUANIAN.search(value)]


def in_catalogue(text: str) -> str:
    """Return the translations of a catalogue, without the English that they translate."""
    entries = re.findall(r'^msgstr(?:\[\d\])? ((?:".*"\n?)+)', text, re.MULTILINE)
    return PLACE.sub("…", "\n".join("".join(re.findall(r'"(.*)"', entry)) for entry in entries))


@pytest.fixture(scope="module")
def found(docs_module):
    """Return a function that finds rejected words in a text."""
    tables = docs_module("glossary_tables")
    rejected = tables.rejected(tables.rows())

    def search(text: str) -> list[str]:
        return [
            f"…{text[max(0, hit.start() - 30) : hit.end() + 30]}…: {hit[0]!r} is rejected, use {instead!r}".replace(
                "\n", " "
            )
            for pattern, instead in rejected
            for hit in pattern.finditer(text)
        ]

    return search


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebooks(path, found):
    assert found(in_notebook(path)) == []


def test_the_page_in_lithuanian(found):
    page = (ROOT / "docs" / "lietuviskai.md").read_text(encoding="utf-8")
    assert found(QUOTED_NAME.sub("`…`", PRINTED.sub("", page))) == []


def test_the_catalogue(found):
    assert found(in_catalogue(CATALOGUE.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("path", STARTER, ids=lambda path: path.stem)
def test_the_workbook_to_fill_in(path, found):
    assert found("\n".join(in_code(path.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize("path", NAMES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_names_in_the_datasets(path, found):
    with path.open(encoding="utf-8", newline="") as file:
        assert found("\n".join(row.get("name_lt") or "" for row in csv.DictReader(file))) == []


def test_a_rejected_word_is_found_in_any_case_and_with_any_ending(found):
    assert found("Keturios Dyados")
    assert found("netikri\nryšiai")
    assert not found("Diada yra pora; kas mato pokytį, tas mato.")
    assert (
        in_catalogue('msgid "a dyad"\nmsgstr ""\n"viena "\n"dyada"\n\nmsgid "{dyads}"\nmsgstr[0] "{dyads}"\n')
        == "viena dyada\n…"
    )
