import openpyxl
import pytest

import socluster as sc
from socluster.cli import main


def test_info_of_a_shipped_dataset(capsys):
    assert main(["info", "knoke"]) == 0
    said = capsys.readouterr().out
    assert "10 actors" in said
    assert "layer 'information' (directed)" in said


def test_convert_and_validate(tmp_path, capsys):
    target = tmp_path / "knoke.graphml"
    assert main(["convert", "knoke", str(target)]) == 0
    assert main(["validate", str(target)]) == 0
    assert "valid. <Cluster" in capsys.readouterr().out
    assert sc.read(target) == sc.load_dataset("knoke")


def test_losses_are_said_in_one_line(tmp_path, capsys):
    assert main(["convert", "knoke", str(tmp_path / "knoke.net")]) == 0
    said = capsys.readouterr().err
    assert said.startswith("socluster: LossWarning: knoke.net cannot carry: ")


def test_every_bad_row_is_listed_and_the_code_is_1(tmp_path, capsys):
    (tmp_path / "actors.csv").write_text("actor;sector\nŠiauliai;public\nKelmė;civic\n", encoding="cp1257")
    (tmp_path / "ties.csv").write_text("source;target;weight\nSiauliai;Kelmė;1,5\nKelmė;Kelmė;x\n", encoding="cp1257")
    assert main(["validate", str(tmp_path)]) == 1
    said = capsys.readouterr().err
    assert "row 2, column 'source'" in said
    assert "did you mean 'Šiauliai'?" in said
    assert "row 3, column 'weight': is not a number (here: 'x')" in said
    assert "ties.csv" in said


def test_a_missing_file_is_said_plainly(capsys):
    assert main(["info", "no-such-file.json"]) == 1
    assert "there is no such file" in capsys.readouterr().err


def test_a_wrong_command_has_code_2():
    with pytest.raises(SystemExit) as stopped:
        main(["frobnicate"])
    assert stopped.value.code == 2


@pytest.mark.parametrize("language", ["en", "lt"])
def test_demo_prints_the_answer_and_writes_one_page(tmp_path, capsys, language):
    page = tmp_path / "demo.html"
    assert main(["demo", "--draws", "20", "--output", str(page), "--language", language]) == 0
    said = capsys.readouterr().out
    assert {"en": "psychologist hub in Kelmė: density", "lt": "psichologų centras Kelmėje: tankis"}[language] in said
    assert "MSSL" in said
    assert "{" not in said.replace("{'", "")
    text = page.read_text(encoding="utf-8")
    assert f'<html lang="{language}">' in text
    assert "Šiauliai" in text


def test_the_demo_says_the_same_twice(tmp_path, capsys):
    said = []
    for seed in ([], ["--seed", "7"], ["--seed", "8"]):
        main(["demo", "--draws", "20", *seed, "--output", str(tmp_path / "demo.html")])
        said.append(capsys.readouterr().out)
    assert said[0] == said[1]
    assert said[0] != said[2]


@pytest.mark.parametrize("language", ["en", "lt"])
def test_new_makes_a_folder_and_says_what_to_do(tmp_path, capsys, language):
    folder = tmp_path / "mine"
    assert main(["new", str(folder), "--language", language]) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"{folder}: {'made' if language == 'en' else 'sukurta'}. ")
    assert f"socluster validate {folder}/cluster.xlsx" in said
    assert main(["validate", str(folder / "example.xlsx"), "--language", language]) == 0
    assert {"en": "valid. <Cluster", "lt": "klaidų nėra. <Klasteris"}[language] in capsys.readouterr().out
    assert main(["validate", str(folder / "cluster.xlsx"), "--language", language]) == 0
    assert {"en": "but no actors", "lt": "bet nėra ir veikėjų"}[language] in capsys.readouterr().out
    assert main(["new", str(folder), "--language", language]) == 1
    assert {"en": "something already", "lt": "čia jau kažkas yra"}[language] in capsys.readouterr().err


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


def test_info_speaks_lithuanian(capsys):
    assert main(["info", "siauliai", "--language", "lt"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("<Klasteris „Šiauliai“: 38 veikėjai (viešasis – 32, ")
    assert "46 dalyvavimai 8 grupėse" in lines[0]
    assert lines[2].startswith("  šaltinis: ")
    assert lines[-1].startswith("  sluoksnis „attends“ (nekryptinis): ")


def test_errors_and_warnings_are_told_in_the_language(tmp_path, capsys):
    assert main(["convert", "knoke", str(tmp_path / "knoke.net"), "--language", "lt"]) == 0
    said = capsys.readouterr()
    assert said.err.startswith("socluster: LossWarning: failas knoke.net negali perteikti: ")
    assert "knoke.net: įrašyta. <Klasteris „Knoke“: " in said.out
    assert main(["info", "no-such-file.json", "--language", "lt"]) == 1
    assert "tokio failo ar aplanko nėra" in capsys.readouterr().err


def test_a_damaged_workbook_is_told_once(tmp_path, capsys):
    path = tmp_path / "book.xlsx"
    path.write_bytes(b"PK")
    assert main(["validate", str(path)]) == 1
    assert capsys.readouterr().err.count("is no Excel workbook") == 1
