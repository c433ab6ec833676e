"""What commands say of the needs beside a cluster."""

import openpyxl
import pytest

from socluster.cli import main
from socluster.cli.needs_told import is_workbook


@pytest.fixture
def book(tmp_path):
    main(["new", str(tmp_path / "mine")])
    path = tmp_path / "mine" / "example.xlsx"
    made = openpyxl.load_workbook(path)
    sheet = made["needs"]
    sheet.append(["Uper town", "day centr", None, "places"])
    made.save(path)
    return str(path), sheet.max_row


@pytest.mark.parametrize("command", ["validate", "info"])
def test_how_many_needs_were_read_from_where_and_what_is_near(book, command, capsys):
    path, row = book
    capsys.readouterr()
    assert main([command, path]) == 0
    said = capsys.readouterr().out
    assert "[needs]: 3 needs were read. The amount of 1 is not known" in said
    assert (
        f"row {row}, column 'service': nobody offers this service (here: 'day centr'); did you mean 'day centre'?"
        in said
    )
    assert f"row {row}, column 'place': no actor and no service is in this place (here: 'Uper town')" in said
    assert main([command, path, "--language", "lt"]) == 0
    said = capsys.readouterr().out
    assert "perskaityti 3 poreikiai" in said
    assert "šios paslaugos niekas neteikia" in said


def test_a_folder_and_what_is_not_there_hold_no_sheet(tmp_path):
    assert not is_workbook(str(tmp_path))
    assert not is_workbook(str(tmp_path / "none.xlsx"))
    assert not is_workbook("x" * 5000 + ".xlsx")
