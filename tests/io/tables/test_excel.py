"""What is written into a workbook and read again."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from socluster.core.errors import InputError
from socluster.core.tables import Tables
from socluster.io.tables import excel
from tests.io.tables.samples import settled


def test_cells_longer_than_excel_allows_are_refused(tmp_path: Path) -> None:
    for text, good in [("x" * 32_767, True), ("x" * 32_768, False), ("_x0041_" * 4000, False)]:
        tables = settled(Tables(pd.DataFrame({"actor": ["a"], "note": [text]})))
        if good:
            excel.write(tables, tmp_path / "book.xlsx")
            assert excel.read(tmp_path / "book.xlsx").actors["note"].tolist() == [text]
        else:
            with pytest.raises(InputError, match="column 'note': is longer than the 32\u00a0767 characters of a cell"):
                excel.write(tables, tmp_path / "book.xlsx")


def test_lithuanian_keys_in_an_english_sheet_are_a_users_own(tmp_path):
    tables = Tables(pd.DataFrame({"actor": ["A"]}), info={"šaltinis": "iš čia", "pavadinimas": "x"})
    excel.write(tables, tmp_path / "book.xlsx")
    assert excel.read(tmp_path / "book.xlsx").info == tables.info
