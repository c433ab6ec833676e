import json

import nbformat
import openpyxl
import pandas as pd
import pytest
from nbclient import NotebookClient

import socluster as sc
from socluster.core.errors import InputError
from socluster.core.schema import EVIDENCE
from socluster.io.needs import read_needs
from socluster.starter import new
from socluster.starter.folder import FILES
from socluster.starter.sheets import GUIDE_SHEET, SHEETS
from socluster.starter.validations import LEVELS, SECTORS, YES_NO

LANGUAGES = ["en", "lt"]


@pytest.fixture(params=LANGUAGES)
def language(request):
    return request.param


@pytest.fixture
def folder(tmp_path, language):
    return new(tmp_path / "mine", language=language)


def sheet_of(book, table, language):
    return book[next(sheet.title(language) for sheet in SHEETS if sheet.table == table)]


def columns_of(sheet):
    return {cell.value: cell.column_letter for cell in sheet[1]}


def fill(folder, language, rows):
    """Write rows, by table, below what the template holds, as a person would: by the name of the column."""
    path = folder / "cluster.xlsx"
    book = openpyxl.load_workbook(path)
    for table, records in rows.items():
        sheet = sheet_of(book, table, language)
        about = next(sheet for sheet in SHEETS if sheet.table == table)
        letters = columns_of(sheet)
        start = next(number for number in range(2, 100) if sheet.cell(number, 1).value is None)
        for number, record in enumerate(records, start=start):
            for field in about.fields:
                value = record.get(field.names[0])
                if value is not None:
                    cell = sheet[f"{letters[field.name(language)]}{number}"]
                    cell.value = value
                    if isinstance(value, str):
                        cell.data_type = "s"
    book.save(path)
    return path


def test_what_is_in_the_folder(folder, language):
    assert sorted(path.name for path in folder.iterdir()) == sorted(FILES)
    assert [path.name for path in folder.parent.iterdir()] == ["mine"]
    readme = (folder / "README.md").read_text(encoding="utf-8")
    assert readme.startswith({"en": "# A cluster of your own\n", "lt": "# Jūsų klasteris\n"}[language])


def test_every_column_has_a_note_a_width_and_a_frozen_header(folder, language):
    book = openpyxl.load_workbook(folder / "cluster.xlsx")
    assert book.sheetnames == [GUIDE_SHEET[language], *(sheet.title(language) for sheet in SHEETS)]
    for about in SHEETS:
        sheet = book[about.title(language)]
        assert sheet.freeze_panes == "A2"
        assert [cell.value for cell in sheet[1]][: len(about.fields)] == [
            field.name(language) for field in about.fields
        ]
        for field, cell in zip(about.fields, sheet[1], strict=False):
            assert cell.comment.text == field.note(language)
            assert cell.font.bold
            assert sheet.column_dimensions[cell.column_letter].width == field.width
            if about.table != "info":
                assert {"en": "Example: ", "lt": "Pavyzdys: "}[language] in cell.comment.text


def test_drop_down_lists_and_rules(folder, language):
    book = openpyxl.load_workbook(folder / "cluster.xlsx")

    def rule(table, column):
        about = next(sheet for sheet in SHEETS if sheet.table == table)
        name = next(field.name(language) for field in about.fields if field.names[0] == column)
        sheet = book[about.title(language)]
        cells = f"{columns_of(sheet)[name]}2:{columns_of(sheet)[name]}2001"
        return next(rule for rule in sheet.data_validations.dataValidation if str(rule.sqref) == cells)

    assert rule("actors", "sector").formula1 == '"' + ",".join(SECTORS) + '"'
    assert rule("actors", "sector").errorStyle == "warning"
    assert rule("actors", "level").formula1 == '"' + ",".join(LEVELS) + '"'
    assert rule("actors", "responded").formula1 == '"' + ",".join(YES_NO[language]) + '"'
    assert rule("ties", "evidence").formula1 == '"' + ",".join(EVIDENCE) + '"'
    actors, layers = (sheet_of(book, table, language).title for table in ("actors", "layers"))
    for table, column in (("ties", "source"), ("ties", "target"), ("affiliations", "actor")):
        assert rule(table, column).type == "list"
        assert rule(table, column).errorStyle == "stop"
        assert f"'{actors}'!$A$2" in rule(table, column).formula1
    assert f"'{layers}'!$A$2" in rule("ties", "layer").formula1
    confidence, amount = rule("ties", "confidence"), rule("needs", "amount")
    assert (confidence.type, confidence.operator, confidence.formula1, confidence.formula2) == (
        "decimal",
        "between",
        "0",
        "1",
    )
    assert (amount.type, amount.operator, amount.formula1) == ("decimal", "greaterThanOrEqual", "0")
    assert rule("ties", "weight").type == "decimal"
    assert rule("actors", "actor").formula1 == "COUNTIF($A$2:$A$2001,A2)=1"
    assert all(rule.error for sheet in book for rule in sheet.data_validations.dataValidation)


def test_what_a_person_types_into_a_text_column_stays_text(folder, language):
    book = openpyxl.load_workbook(folder / "cluster.xlsx")
    sheet = sheet_of(book, "groups", language)
    assert {sheet.column_dimensions[letter].number_format for letter in "ABCDE"} == {"@"}
    ties = sheet_of(book, "ties", language)
    assert [ties.column_dimensions[letter].number_format for letter in "ADF"] == ["@", "General", "General"]


ACTORS = [
    {"actor": "=Mokykla", "sector": "public", "level": "local", "place": "Kelmė"},
    {"actor": "+Poliklinika", "sector": "public", "name": "-Kelmės poliklinika"},
    {"actor": "@NVO", "sector": "civic", "responded": "yes"},
    {"actor": "Kepykla", "sector": "private", "responded": "no"},
    {"actor": "Universitetas", "sector": "science"},
]
TIES = [
    {"source": "=Mokykla", "target": "+Poliklinika", "evidence": "documented", "weight": 2, "ref": "p. 7"},
    {"source": "+Poliklinika", "target": "@NVO", "evidence": "assumed", "weight": 1, "confidence": 0.5},
    {"source": "@NVO", "target": "Kepykla", "weight": 1.5, "layer": "referral"},
]


def test_the_filled_template_is_the_cluster(folder, language):
    yes = YES_NO[language][0]
    rows = {
        "actors": [{**row, "responded": yes} if row.get("responded") == "yes" else row for row in ACTORS[:3]]
        + [{**ACTORS[3], "responded": YES_NO[language][1]}, ACTORS[4]],
        "ties": TIES,
        "groups": [{"group": "Forumas", "date": "2016-11"}],
        "affiliations": [{"actor": "@NVO", "group": "Forumas", "layer": "participates"}],
        "layers": [{"name": "referral", "directed": yes}],
        "info": [],
    }
    path = fill(folder, language, rows)
    cluster = sc.read(path, language=language)
    empty = sc.read(new(folder.parent / "other", language=language) / "cluster.xlsx")
    layers = {name: layer.to_dict() for name, layer in empty.layers.items()} | {
        "referral": {"directed": True},
    }
    assert cluster == sc.Cluster.from_tables(
        pd.DataFrame(ACTORS),
        pd.DataFrame(TIES),
        groups=pd.DataFrame(rows["groups"]),
        affiliations=pd.DataFrame(rows["affiliations"]),
        layers=layers,
    )
    assert sc.read(sc.write(cluster, folder / "again.xlsx")) == cluster


def test_the_example_is_a_cluster_and_says_that_it_is_invented(folder, language):
    cluster = sc.read(folder / "example.xlsx")
    assert (cluster.n_actors, cluster.n_ties, cluster.n_groups, cluster.n_affiliations) == (8, 8, 1, 4)
    assert {"en": "nvented", "lt": "šgalvota"}[language] in cluster.info["source"]
    assert sc.read(folder / "cluster.xlsx").n_actors == 0
    assert set(cluster.actors["sector"]) == set(SECTORS)
    needs = read_needs(folder / "example.xlsx")
    assert needs.columns.tolist() == ["place", "service", "amount", "unit", "ref"]
    assert needs["amount"].tolist() == [12.0, 20.0]
    assert read_needs(folder / "cluster.xlsx").empty


def test_ten_mistakes_are_told_at_once_with_sheet_row_and_column(tmp_path):
    folder = new(tmp_path / "mine", language="lt")
    path = fill(
        folder,
        "lt",
        {
            "actors": [{"actor": "A"}, {"actor": "B"}, {"actor": "C", "responded": "gal"}, {"actor": "A"}],
            "ties": [
                {"source": "A", "target": "Z", "weight": 1},
                {"source": "A", "target": "A", "weight": 1},
                {"source": "A", "target": "B", "weight": -1},
                {"source": "A", "target": "C", "weight": "daug"},
                {"source": "B", "target": "C", "weight": 1, "evidence": "spėjimas"},
                {"source": "B", "target": "A", "weight": 1, "layer": "x", "confidence": 2},
                {"source": "C", "target": "A", "weight": 1, "layer": "x", "evidence": "assumed"},
            ],
            "layers": [{"name": "x", "scale": "laiptai"}],
        },
    )
    with pytest.raises(InputError) as caught:
        sc.read(path, language="lt")
    told = {(each.file.rpartition(" ")[2], each.row, each.column): each.message for each in caught.value.problems}
    assert told == {
        ("[veikėjai]", 4, "atsakė"): "turi būti taip arba ne",
        ("[veikėjai]", 5, "veikėjas"): "jau yra 2 eilutėje",
        ("[ryšiai]", 2, "tikslas"): "tokio veikėjo veikėjų lentelėje nėra",
        ("[ryšiai]", 3, "tikslas"): "veikėjas negali turėti ryšio su pačiu savimi",
        ("[ryšiai]", 4, "svoris"): "turi būti teigiamas skaičius; jeigu ryšio nėra, eilutės nereikia",
        ("[ryšiai]", 5, "svoris"): "tai ne skaičius",
        ("[ryšiai]", 6, "pagrindas"): "tokios pagrindo rūšies nėra; rūšys yra " + ", ".join(EVIDENCE),
        ("[ryšiai]", 7, "tikrumas"): "turi būti nuo 0 iki 1",
        ("[ryšiai]", 8, "tikrumas"): "trūksta; kai ryšys numanomas (assumed), reikia nurodyti, kiek jis tikras",
        ("[sluoksniai]", 4, "skalė"): "tokios skalės nėra; yra strength, frey, luke, frequency, emon",
    }
    assert len(caught.value.problems) == 10
    assert str(caught.value).startswith("Rasta 10 klaidų:\n")


@pytest.mark.parametrize("there", ["folder", "file", "link"])
def test_what_is_there_is_never_overwritten(tmp_path, there):
    target = tmp_path / "mine"
    if there == "folder":
        target.mkdir()
    elif there == "file":
        target.write_text("mine")
    else:
        target.symlink_to(tmp_path / "nowhere")
    with pytest.raises(InputError, match="there is something already"):
        new(target)
    with pytest.raises(InputError, match="čia jau kažkas yra"):
        new(target, language="lt")
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


def test_a_failure_leaves_nothing_behind(tmp_path, monkeypatch):
    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("socluster.starter.folder.write_workbook", fail)
    with pytest.raises(InputError, match="cannot be written: No space left"):
        new(tmp_path / "mine")
    assert list(tmp_path.iterdir()) == []


def test_the_notebook_is_stored_without_outputs_and_its_code_is_the_same_in_both_languages(tmp_path):
    books = [
        json.loads((new(tmp_path / each, language=each) / "my_cluster.ipynb").read_text("utf-8")) for each in LANGUAGES
    ]
    codes = []
    for book in books:
        nbformat.validate(book)
        cells = [cell for cell in book["cells"] if cell["cell_type"] == "code"]
        assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in cells)
        words = ("LANGUAGE =", "NEW =", "assert ")
        lines = [line for cell in cells for line in "".join(cell["source"]).splitlines()]
        codes.append([line for line in lines if not line.startswith(words)])
    assert codes[0] == codes[1]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of the machinery that runs notebooks, not of ours
def test_the_notebook_runs_on_the_example(folder):
    notebook = nbformat.read(folder / "my_cluster.ipynb", as_version=4)
    client = NotebookClient(
        notebook, timeout=None, kernel_name="python3", resources={"metadata": {"path": str(folder)}}
    )
    client.execute()
    shown = [kind for cell in notebook.cells for output in cell.get("outputs", ()) for kind in output.get("data", ())]
    assert shown.count("application/vnd.plotly.v1+json") == 2
    said = [output["text"] for cell in notebook.cells for output in cell.get("outputs", ()) if "text" in output]
    assert not any("Warning" in text for text in said)
