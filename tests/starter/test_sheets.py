"""Sheets and columns are called so that socluster recognises them, in both languages."""

import pytest

from socluster.core.schema import KEYS, KNOWN, TABLES, canonical_columns
from socluster.io.needs import read_needs
from socluster.io.tables.table_names import our_columns, table_called
from socluster.measures.services.offers import CELL
from socluster.starter.sheets import GUIDE_SHEET, SHEETS
from socluster.starter.workbook import write_workbook


def test_every_title_is_that_of_its_table_and_the_guide_is_no_table(language):
    assert [table_called(sheet.title(language)) for sheet in SHEETS] == [sheet.table for sheet in SHEETS]
    assert table_called(GUIDE_SHEET[language]) is None


@pytest.mark.parametrize("sheet", [each for each in SHEETS if each.table in TABLES], ids=lambda sheet: sheet.table)
def test_columns_mean_what_they_are_called_in_english(sheet, language):
    names = [field.name(language) for field in sheet.fields]
    assert list(canonical_columns(sheet.table, names).values()) == [field.name("en") for field in sheet.fields]
    assert (
        {*KEYS[sheet.table]}
        <= {field.name("en") for field in sheet.fields}
        <= {*KEYS[sheet.table], *KNOWN[sheet.table], *(CELL if sheet.table == "groups" else ()), "unit"}
    )


def test_columns_of_layers_are_known(language):
    (layers,) = [sheet for sheet in SHEETS if sheet.table == "layers"]
    names = [field.name(language) for field in layers.fields]
    assert list(our_columns("layers", names).values()) == ["name", "directed", "scale", "meaning"]


def test_columns_of_needs_are_known(tmp_path, language):
    rows = {"actors": [("A",)], "needs": [("Kelmė", "psychologist", 3, "people", "p. 7")]}
    write_workbook(tmp_path / "book.xlsx", rows, language)
    needs = read_needs(tmp_path / "book.xlsx")
    assert needs.to_dict("records") == [
        {"place": "Kelmė", "service": "psychologist", "amount": 3.0, "unit": "people", "ref": "p. 7"}
    ]
