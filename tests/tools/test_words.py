"""The tool that keeps the catalogue finds what the code says, and merges two sides of a conflict."""

import ast

import pytest
from babel.messages.catalog import Catalog

from tools import words as tool

IMPORT = (
    "from socluster.words import count, marked, phrase, say\nfrom socluster.core.errors import InputError, Problem\n"
)


def found(code):
    return [(each.texts, each.context) for each in tool.said_in(IMPORT + code)]


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("say('a {b}', language, b=1)", [(("a {b}",), None)]),
        ("say('a' 'b', language, context='c')", [(("ab",), "c")]),
        ("count('one', 'many', n, language)", [(("one", "many"), None)]),
        ("raise InputError(Problem('inner', values={}))", [(("inner",), None)]),
        ("raise InputError([Problem('inner'), Problem(name)])", [(("inner",), None)]),
        ("say(name, language)", []),
        ("reader.note('bad', 3)", [(("bad",), None)]),
        ("text.count('one', 'many')", []),
        ("words.say('a', language)", [(("a",), None)]),
    ],
)
def test_what_is_found(code, said):
    assert found(code) == said


def test_a_function_of_another_module_says_nothing():
    assert list(tool.said_in("from mine import say\nsay('a', 'lt')")) == []


@pytest.mark.parametrize(
    ("code", "missing"),
    [
        ("say('{a} {b}', language, a=1)", {"b"}),
        ("say('{a}', language, **values)", set()),
        ("count('{n} {a}', '{n} {a}', n, language, a=1)", set()),
        ("Problem('{a}', values={'a': 1})", set()),
        ("Problem('{a}', values={'b': 1})", {"a"}),
        ("Problem('{a}')", {"a"}),
        ("InputError('{a}', {'a': 1})", set()),
        ("InputError('{a}', values)", set()),
        ("warn('{a}', LossWarning, a=1)", set()),
        ("marked('{a}')", set()),
    ],
)
def test_places_without_a_value(code, missing):
    assert tool.unfilled(ast.parse(code, mode="eval").body) == missing


def test_both_sides_of_a_conflict_are_kept(tmp_path, monkeypatch):
    sides = """\
msgid "a"
msgstr "x"

<<<<<<< HEAD
msgid "b"
msgid_plural "bs"
msgstr[0] "y"
=======
msgid "c"
msgid_plural "cs"
msgstr[0] "z"
>>>>>>> other
msgstr[1] "1"
msgstr[2] "2"
"""
    file = tmp_path / "words.po"
    file.write_text(tool._HEADER + sides, encoding="utf-8")
    monkeypatch.setattr(tool, "PO", file)
    strings = {message.id: message.string for message in tool.catalogue() if message.id}
    assert strings == {"a": "x", ("b", "bs"): ("y", "1", "2"), ("c", "cs"): ("z", "1", "2")}


def test_translations_are_kept_and_what_nobody_says_goes():
    old = Catalog(locale="lt")
    old.add("is no text", "kept")
    old.add("nobody says this", "gone")
    new = tool.update(old)
    assert new["is no text"].string == "kept"
    assert "nobody says this" not in new
    again = tool.update(new)
    assert tool.written(new) == tool.written(again)
    assert tool.compiled(new) == tool.compiled(again)
