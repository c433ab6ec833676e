"""A bar beside long work changes nothing about the work."""

import itertools
import sys
from types import ModuleType

import pytest

from socluster.core import progress as module
from socluster.core.progress import progress


def test_items_come_one_at_a_time_and_in_order():
    taken = []
    items = (taken.append(number) or number for number in itertools.count())
    assert list(itertools.islice(progress(items, 3, "counting", "number"), 3)) == [0, 1, 2]
    assert taken == [0, 1, 2]


def test_an_error_of_the_work_passes():
    def broken():
        yield 1
        raise ValueError("the work failed")

    steps = progress(broken(), 2, "working", "step")
    assert next(steps) == 1
    with pytest.raises(ValueError, match="the work failed"):
        next(steps)


def test_nobody_watches_a_file(capsys):
    assert sum(progress(range(4), 4, "adding", "number")) == 6
    assert capsys.readouterr() == ("", "")


def test_a_notebook_without_widgets_gets_its_items(monkeypatch):
    monkeypatch.setitem(sys.modules, "ipykernel", ModuleType("ipykernel"))
    monkeypatch.setattr(module, "find_spec", lambda name: None)
    assert list(progress("ab", 2, "reading", "letter")) == ["a", "b"]


def test_a_notebook_with_widgets_shows_its_own_bar(monkeypatch):
    shown = {}

    def bar(items, **options):
        shown.update(options)
        return items

    notebook = ModuleType("tqdm.notebook")
    notebook.tqdm = bar
    monkeypatch.setitem(sys.modules, "ipykernel", ModuleType("ipykernel"))
    monkeypatch.setitem(sys.modules, "tqdm.notebook", notebook)
    monkeypatch.setattr(module, "find_spec", lambda name: object())
    assert list(progress("ab", 2, "reading", "letter")) == ["a", "b"]
    assert (shown["total"], shown["desc"], shown["unit"]) == (2, "reading", "letter")


def test_who_listens_is_told_instead_and_only_meanwhile(monkeypatch):
    told = []
    with module.listening(lambda done, total: told.append((done, total))):
        assert list(progress("ab", 2, "reading", "letter")) == ["a", "b"]
    assert told == [(0, 2), (1, 2), (2, 2)]
    assert list(progress("ab", 2, "reading", "letter")) == ["a", "b"]
    assert len(told) == 3
