"""A notebook that says its language shows cards and answers in it."""

from types import SimpleNamespace

import pytest

import socluster as sc
from socluster.core import notebook

TOWN = sc.load_dataset("siauliai")


@pytest.fixture
def says(monkeypatch):
    """Return what lets a notebook run that has said a language."""

    def run(**names):
        monkeypatch.setattr(notebook, "running_shell", lambda: SimpleNamespace(user_ns=names))

    return run


def test_a_card_and_an_answer_follow_the_language_of_the_notebook(says):
    density = sc.profile(TOWN.project())
    says(LANGUAGE="lt")
    card = TOWN._repr_html_()
    assert "<b>Klasteris Šiauliai</b>" in card
    assert "38 veikėjai" in card
    assert TOWN.info["source_lt"] in card
    assert density.sentences("lt")[0][:20] in density._repr_html_()
    says(LANGUAGE="en")
    assert "38 actors" in TOWN._repr_html_()


@pytest.mark.parametrize("names", [{}, {"LANGUAGE": "de"}, {"LANGUAGE": 7}, {"LANGUAGE": TOWN}, {"LANGUAGE": ["lt"]}])
def test_a_notebook_that_says_none_of_ours_is_english(says, names):
    says(**names)
    assert notebook.notebook_language() == "en"


def test_where_no_notebook_runs_it_is_english():
    assert notebook.running_shell() is None
    assert "38 actors" in TOWN._repr_html_()
