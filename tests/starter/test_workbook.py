"""The workbook to fill in, and what is read from it."""

import openpyxl
import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.core.schema import EVIDENCE
from socluster.starter import new
from socluster.starter.sheets import GUIDE_SHEET, SHEETS
from socluster.starter.validations import YES_NO
from tests.starter.workbooks import fill, sheet_of


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
        groups=pd.DataFrame(rows["groups"]).assign(place=None, service=None, unit=None),
        affiliations=pd.DataFrame(rows["affiliations"]),
        layers=layers,
    )
    assert sc.read(sc.write(cluster, folder / "again.xlsx")) == cluster


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
        ("[ryšiai]", 3, "tikslas"): "yra veikėjo ryšys su pačiu savimi; read(..., self_ties='drop') jį praleidžia",
        ("[ryšiai]", 4, "svoris"): (
            "turi būti teigiamas skaičius, nes socluster nesaugo ryšių su ženklu; kad liktų teigiami, tokių eilučių "
            "atsisakykite arba įrašykite jas be minuso atskirame sluoksnyje"
        ),
        ("[ryšiai]", 5, "svoris"): "tai ne skaičius",
        ("[ryšiai]", 6, "pagrindas"): "tokios pagrindo rūšies nėra; rūšys yra " + ", ".join(EVIDENCE),
        ("[ryšiai]", 7, "tikrumas"): "turi būti nuo 0 iki 1; 2 iš šimto yra 0,02",
        ("[ryšiai]", 8, "tikrumas"): "trūksta; kai ryšys numanomas, reikia nurodyti, kiek jis tikras",
        ("[sluoksniai]", 5, "skalė"): "tokios skalės nėra; yra strength, frey, luke, frequency, emon",
    }
    assert len(caught.value.problems) == 10
    assert str(caught.value).startswith("Rasta 10 klaidų:\n")


def test_the_example_answers_how_much_of_its_needs_is_offered(folder, language):
    cluster = sc.read(folder / "example.xlsx")
    found = sc.coverage(cluster, needs=sc.read_needs(folder / "example.xlsx"))
    assert sorted(found.to_frame()["met"].tolist()) == [0, 12]
    assert set(cluster.groups["kind"]) == {"service", {"en": "event", "lt": "renginys"}[language]}
    assert cluster.affiliations["weight"].tolist().count(1) == 4  # attendances state no weight
