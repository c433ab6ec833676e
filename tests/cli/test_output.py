"""How the commands give their answers."""

import argparse
import json
import math
import warnings

import pandas as pd
import pytest

import socluster as sc
from socluster.cli.output import give
from socluster.core.errors import SoclusterWarning
from socluster.words.headings import heading_name
from tests.conventions.test_results import MADE

# What the commands answer with a table; an answer has the columns that it has in the tests of all answers.
ANSWERS = ("Outcome", "Ranking", "Plan", "Losses", "ServiceCoverage", "NullComparison", "QAPTest", "ErgmFit")
COMMANDS = {name: lambda name=name: MADE[name]().to_frame() for name in ANSWERS} | {
    "Plan with costs": lambda: sc.plan_partners(
        sc.load_dataset("kite"),
        [sc.Scenario(name).with_actor(name).with_ties(name, {"1": 0.5}) for name in "AB"],
        goal=sc.density, budget=2, cost={"A": 1, "B": 1}, draws=5, rng=1,
    ).to_frame(),
    "profile": lambda: sc.measure(sc.load_dataset("knoke"), [sc.ego_profile, sc.multiplex_degree]),
}  # fmt: skip

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
        *("density", "tankis", "klasteris", "0,5", "numanoma"),
    ]
    give(argparse.Namespace(format="table", language="en"), frame)
    assert "density  density  cluster" in " ".join(capsys.readouterr().out.split(" ")).replace("   ", "  ")
    give(argparse.Namespace(format="csv", language="lt"), frame)
    assert capsys.readouterr().out.splitlines()[0] == "scenario,measure,of,delta,evidence"


def test_a_table_without_rows_is_shown_with_its_headings(capsys):
    index = pd.MultiIndex.from_tuples([], names=["scenario", "measure"])
    give(argparse.Namespace(format="table", language="lt"), pd.DataFrame({"delta": []}, index=index))
    assert "pokytis" in capsys.readouterr().out


def test_lithuanian_tables_have_decimal_commas_and_csv_has_points(capsys):
    frame = pd.DataFrame({"total_low": [0.25], "total_high": [-0.5]}, index=pd.Index(["A"], name="candidate"))
    give(argparse.Namespace(format="table", language="lt"), frame)
    assert capsys.readouterr().out.split()[-3:] == ["A", "0,25", "-0,5"]
    for form in ("csv", "json"):
        give(argparse.Namespace(format=form, language="lt"), frame)
        assert "0.25" in capsys.readouterr().out
    give(argparse.Namespace(format="table", language="en"), frame)
    assert "0.25" in capsys.readouterr().out


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_no_table_of_a_command_has_an_english_heading_in_lithuanian(name):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SoclusterWarning)
        table = COMMANDS[name]()
    names = [*(str(each) for each in table.index.names if each), *map(str, table.columns)]
    assert [each for each in names if heading_name(each, "lt") == each] == []


def test_a_number_is_not_zero_because_it_is_small(capsys):
    frame = pd.DataFrame({"p": [0.00001234, 0.5, None, 0.0], "share": [0.25, 0.5, 1.0, 0.0]}, index=list("abcd"))
    give(argparse.Namespace(format="table", language="en"), frame, [])
    rows = {line.split()[0]: line.split()[1:] for line in capsys.readouterr().out.splitlines()[1:]}
    assert rows == {
        "a": ["1.2e-05", "0.25"],
        "b": ["0.5000", "0.50"],
        "c": ["–", "1.00"],
        "d": ["0.0000", "0.00"],
    }
    give(argparse.Namespace(format="table", language="lt"), frame, [])
    assert "1,2e-05" in capsys.readouterr().out
