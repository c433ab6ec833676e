"""The stub is the one list of public names: what it lists is there, and nothing else is public."""

import ast
import inspect
from importlib import import_module
from pathlib import Path

import pytest

import socluster as sc
from socluster import words
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
    if inspect.ismodule(value) and value.__name__ == f"{HOME[name]}.{name}":
        assert value is import_module(value.__name__)
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


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("betweness", "betweenness"),
        ("clustering", "local_clustering"),
        ("betweenness_centrality", "betweenness"),
        ("Scenarios", "Scenario"),
    ],
)
def test_a_wrong_name_is_told_the_right_one(wrong, meant):
    with pytest.raises(AttributeError, match=f"has no attribute '{wrong}'; did you mean '{meant}'"):
        getattr(sc, wrong)


@pytest.mark.parametrize(
    "space", [sc, *(getattr(sc, name) for name in HOME if inspect.ismodule(getattr(sc, name))), words]
)
def test_a_namespace_offers_what_is_public(space):
    assert dir(space) == sorted(space.__all__)
    assert all(hasattr(space, name) for name in space.__all__)


@pytest.mark.parametrize("space", [getattr(sc, name) for name in HOME if inspect.ismodule(getattr(sc, name))])
def test_a_wrong_name_in_a_namespace_is_told_the_right_one(space):
    right = max(space.__all__, key=len)
    with pytest.raises(AttributeError, match=f"did you mean '{right}'"):
        getattr(space, f"{right}s")


def test_a_picture_of_an_outcome_is_no_module():
    assert not hasattr(sc.plot, "outcome")
