"""Sections of the report as plain values."""

import json

import socluster as sc
from socluster.app.answers.findings import findings_of, part_of
from socluster.report.blocks import Bullets, Cell, Paragraph, Part, ShownTable
from socluster.report.facts import Facts


def test_each_finding_is_a_sentence_with_its_tables():
    found = findings_of(Facts(sc.load_dataset("siauliai"), (), (), "lt"))
    assert json.loads(json.dumps(found)) == found
    assert all(each["finding"].endswith(".") for each in found)
    connectors = next(each for each in found if each["heading"] == "Kas jungia")
    assert connectors["tables"][0]["rows"][0][0] == "Socialinės apsaugos ir darbo ministerija"


def test_a_part_is_its_text_and_tables():
    table = ShownTable("Who", [Cell("name"), Cell("n", is_number=True)], [[Cell("A"), Cell("1")]], "more")
    told = part_of(Part("Head", "Found.", [Paragraph("so"), table, Bullets(["and so"])]))
    assert told["notes"] == ["so", "and so"]
    assert told["tables"] == [
        {
            "caption": "Who",
            "heads": [{"text": "name", "isNumber": False}, {"text": "n", "isNumber": True}],
            "rows": [["A", "1"]],
            "note": "more",
        }
    ]
