"""How the commands give their answers."""

import argparse
import json
import math

import pandas as pd

from socluster.cli.output import give

FRAME = pd.DataFrame(
    {"degree": [2.0, math.nan], "name": ["=1+1", "Kelmė"]}, index=pd.Index(["+hub", "B"], name="actor")
)


def given(capsys, form, language="en", **options):
    give(argparse.Namespace(format=form, language=language), FRAME, ["It is so."], **options)
    return capsys.readouterr().out


def test_json_has_numbers_null_and_sentences(capsys):
    read = json.loads(given(capsys, "json"))
    assert read["sentences"] == ["It is so."]
    assert read["rows"] == [
        {"actor": "+hub", "degree": 2.0, "name": "=1+1"},
        {"actor": "B", "degree": None, "name": "Kelmė"},
    ]


def test_no_text_of_csv_is_a_formula(capsys):
    lines = given(capsys, "csv").splitlines()
    assert lines == ["actor,degree,name", "'+hub,2.0,'=1+1", "B,,Kelmė"]


def test_negative_numbers_of_csv_stay_numbers(capsys):
    give(
        argparse.Namespace(format="csv", language="en"),
        pd.DataFrame({"change": [-1.5]}, index=pd.Index(["A"], name="actor")),
    )
    assert capsys.readouterr().out.splitlines()[1] == "A,-1.5"


def test_a_table_follows_the_sentences_in_the_language(capsys):
    said = given(capsys, "table", "lt")
    assert said.startswith("It is so.\n\n")
    assert "–" in said
