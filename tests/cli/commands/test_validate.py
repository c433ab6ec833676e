"""`socluster validate`."""

import openpyxl

from socluster.cli import main


def test_every_bad_row_is_listed_and_the_code_is_1(tmp_path, capsys):
    (tmp_path / "actors.csv").write_text("actor;sector\nŠiauliai;public\nKelmė;civic\n", encoding="cp1257")
    (tmp_path / "ties.csv").write_text("source;target;weight\nSiauliai;Kelmė;1,5\nKelmė;Kelmė;x\n", encoding="cp1257")
    assert main(["validate", str(tmp_path)]) == 1
    said = capsys.readouterr().err
    assert "row 2, column 'source'" in said
    assert "did you mean 'Šiauliai'?" in said
    assert "row 3, column 'weight': is not a number (here: 'x')" in said
    assert "ties.csv" in said


def test_validate_lists_mistakes_of_the_cluster_and_of_the_needs_in_the_language(tmp_path, capsys):
    main(["new", str(tmp_path / "mine"), "--language", "lt"])
    path = tmp_path / "mine" / "cluster.xlsx"
    book = openpyxl.load_workbook(path)
    book["ryšiai"].append(["Mokykla", "Savivaldybė"])
    book["poreikiai"].append(["Kelmė", None, 5])
    book.save(path)
    capsys.readouterr()
    assert main(["validate", str(path), "--language", "lt"]) == 1
    said = capsys.readouterr().err
    assert "Rastos 3 klaidos:" in said
    assert "[ryšiai], ryšiai, 2 eilutė, stulpelis „šaltinis“: tokio veikėjo veikėjų lentelėje nėra" in said
    assert "[poreikiai], poreikiai, 2 eilutė, stulpelis „paslauga“: tuščia; šį langelį reikia užpildyti" in said


def test_a_damaged_workbook_is_told_once(tmp_path, capsys):
    path = tmp_path / "book.xlsx"
    path.write_bytes(b"PK")
    assert main(["validate", str(path)]) == 1
    assert capsys.readouterr().err.count("is no Excel workbook") == 1
