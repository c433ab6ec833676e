"""The stub is the one list of public names: what it lists is there, and nothing else is public."""

import ast
import inspect
from importlib import import_module
from pathlib import Path

import pytest

import socluster as sc
from socluster.core.public_names import CHAPTERS, HOME, public_object

STUB = Path(sc.__file__).with_name("__init__.pyi")


def test_every_line_of_the_stub_is_read():
    imported = [node for node in ast.parse(STUB.read_text(encoding="utf-8")).body if isinstance(node, ast.ImportFrom)]
    names = [(alias.name, node.module) for node in imported for alias in node.names]
    assert names == list(HOME.items())
    assert [name for pages in CHAPTERS.values() for each in pages.values() for name in each] == [n for n, _ in names]


def test_public_are_these_and_the_version():
    assert sc.__all__ == ["__version__", *HOME]


@pytest.mark.parametrize("name", HOME)
def test_a_name_is_what_its_line_says(name):
    value = getattr(sc, name)
    assert value is public_object(name)
    if inspect.ismodule(value):
        assert value is import_module(f"{HOME[name]}.{name}")
    else:
        assert value is getattr(import_module(HOME[name]), name)


@pytest.mark.parametrize("name", [name for name in HOME if HOME[name] != "socluster"])
def test_a_name_is_public_in_its_own_module_too(name):
    module = import_module(HOME[name])
    if not inspect.ismodule(getattr(sc, name)):
        assert name in module.__all__


def test_every_name_stands_under_a_question_of_a_chapter():
    for questions in CHAPTERS.values():
        assert questions
        for question, names in questions.items():
            assert question.endswith("?"), question
            assert names, question


def test_an_unknown_name_is_an_error():
    with pytest.raises(KeyError):
        public_object("betweeness")


def test_the_package_holds_no_other_name_that_could_hide_one():
    own = {name for name in vars(sc) if not name.startswith("_")}
    modules = {name for name in own if inspect.ismodule(getattr(sc, name))}
    assert own - modules <= set(HOME)
