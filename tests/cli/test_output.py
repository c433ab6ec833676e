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


def test_in_lithuanian_what_we_call_something_is_in_words_and_data_stay(capsys):
    index = pd.MultiIndex.from_tuples([("density", "density")], names=["scenario", "measure"])
    frame = pd.DataFrame({"of": ["cluster"], "delta": [0.5], "evidence": ["assumed"]}, index=index)
    give(argparse.Namespace(format="table", language="lt"), frame)
    said = capsys.readouterr().out
    assert said.split() == [
        *("ko", "pokytis", "pagrindas", "scenarijus", "rodiklis"),
        *("density", "tankis", "klasteris", "0.5", "numanoma"),
    ]
    give(argparse.Namespace(format="table", language="en"), frame)
    assert "density  density  cluster" in " ".join(capsys.readouterr().out.split(" ")).replace("   ", "  ")
    give(argparse.Namespace(format="csv", language="lt"), frame)
    assert capsys.readouterr().out.splitlines()[0] == "scenario,measure,of,delta,evidence"


def test_a_table_without_rows_is_shown_with_its_headings(capsys):
    index = pd.MultiIndex.from_tuples([], names=["scenario", "measure"])
    give(argparse.Namespace(format="table", language="lt"), pd.DataFrame({"delta": []}, index=index))
    assert "pokytis" in capsys.readouterr().out
