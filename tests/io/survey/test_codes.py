"""What an answer means."""

import math

import pytest

import socluster as sc
from socluster.io.survey.answers import RosterAnswer
from socluster.io.survey.codes import code_of, ladders_of
from socluster.io.survey.pages import pages_of
from tests.io.survey.questionnaires import write_rows


@pytest.fixture
def say(tmp_path):
    (page,) = pages_of(write_rows(tmp_path / "a.csv", [["from", "to", "t"], ["A", "B", 1]]))

    def meant(text, ladder=None):
        problems = []
        return code_of(RosterAnswer("A", "B", "t", text, page, 0, "t"), ladder, problems), len(problems)

    return meant


def test_words_and_numbers(say):
    for text, code in {"yes": 1, "Taip": 1, "x": 1, "no": 0, "NE": 0, "0": 0, "2,5": 2.5, "3": 3, "–": 0}.items():
        assert say(text) == (code, 0)
    for text in ("maybe", "-1", "inf"):
        assert math.isnan(say(text)[0])
        assert say(text)[1] == 1


def test_ladders(say):
    ladders = ladders_of({"t": "frequency", "u": [1, 2, 3, 4], "v": sc.SCALES["emon"]}, ("t", "u", "v"))
    assert say("weekly", ladders["t"]) == (4, 0)
    assert say("0", ladders["t"]) == (0, 0), "no is an answer on every ladder"
    assert say("5", ladders["u"])[1] == 1
    assert say("1", ladders["v"]) == (4, 0), "the first code is the strongest"
    with pytest.raises(sc.InputError, match="no such ladder"):
        ladders_of({"t": "frequent"}, ("t",))
