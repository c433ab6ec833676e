"""One question, one answer."""

import json

import pytest

import socluster as sc
from socluster.app.answers.answer import KINDS, answer
from socluster.core.errors import InputError


@pytest.mark.parametrize("question", [None, [], "change", {}, {"kind": None}, {"kind": "chnge"}, {"kind": ["change"]}])
def test_what_is_no_question_is_told(question):
    with pytest.raises(InputError):
        answer(sc.load_dataset("kite"), question)


def test_the_nearest_kind_is_named():
    with pytest.raises(InputError) as told:
        answer(sc.load_dataset("kite"), {"kind": "chnge"})
    assert told.value.problems[0].nearest == "change"
    assert "change" in str(told.value.in_language("lt"))


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_refuses_what_it_does_not_know(kind):
    with pytest.raises(InputError):
        answer(sc.load_dataset("kite"), {"kind": kind, "os": "system"})


def test_an_answer_can_be_written_as_json():
    found = answer(sc.load_dataset("karate"), {"kind": "losses"})
    assert json.loads(json.dumps(found, allow_nan=False)) == found
