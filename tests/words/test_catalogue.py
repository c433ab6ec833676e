"""The catalogue holds what the code says, all of it and nothing else, and its Lithuanian fills the same places."""

import ast
import gettext
import importlib
import io
import re
from functools import cache

import pytest
from babel.messages.mofile import read_mo

from socluster.words import marked, translated
from socluster.words.catalogue import translated_plural
from socluster.words.places import places
from tools import words as tool

MESSAGES = [message for message in tool.catalogue() if message.id]

LITHUANIAN = set("ąčęėįšųūžĄČĘĖĮŠŲŪŽ")
# What is read back from files, and what people fill in by hand.
MAY_HOLD_LITHUANIAN = (
    "core/schema.py",
    "io/tables/table_names.py",
    "io/tables/excel_text.py",
    "io/needs.py",
    "starter",
)
# Names of places, and of organisations that are called after them, are the same in English.
NAMES = ("Šiauliai", "Kelmė", "Akmenė", "Radviliškis", "Joniškis", "Telšiai", "Marijampolė", "Šaltinis")


def forms(message):
    """Return the English texts of a message and the Lithuanian ones: one, or one for each form."""
    ids, strings = ((each,) if isinstance(each, str) else tuple(each) for each in (message.id, message.string))
    return ids, strings


def test_the_catalogue_holds_exactly_what_the_code_says():
    said = {(each.texts if len(each.texts) == 2 else each.texts[0], each.context) for each in tool.collected()}
    held = {(message.id, message.context) for message in MESSAGES}
    assert said - held == set(), "run: make words"
    assert held - said == set(), "run: make words"


def with_fault(fault):
    """The messages with a fault; one test each would be thousands."""
    return [(message.id, message.context) for message in MESSAGES if fault(message, *forms(message))]


def test_every_message_has_its_lithuanian():
    assert with_fault(lambda message, ids, strings: message.fuzzy or not all(strings)) == []
    assert with_fault(lambda message, ids, strings: len(strings) != (3 if len(ids) == 2 else 1)) == []


def test_both_languages_have_the_same_places():
    assert (
        with_fault(lambda message, ids, strings: any(set(places(each)) != set(places(ids[-1])) for each in strings))
        == []
    )


def test_the_singular_has_no_place_that_the_plural_has_not_and_the_number_is_in_it():
    assert with_fault(lambda message, ids, strings: not set(places(ids[0])) <= set(places(ids[-1]))) == []
    assert with_fault(lambda message, ids, strings: len(ids) == 2 and "n" not in places(ids[1])) == []


def test_no_message_begins_or_ends_with_a_space():
    assert with_fault(lambda message, ids, strings: any(each != each.strip() for each in (*ids, *strings))) == []


def test_both_languages_end_in_the_same_stop():
    def stops(texts):
        return {each[-1:] if each.endswith((".", ":", "?", "!")) else "" for each in texts}

    assert with_fault(lambda message, ids, strings: len(stops((*ids, *strings))) != 1) == []


def test_the_compiled_catalogue_is_the_readable_one():
    compiled = [message for message in read_mo(io.BytesIO(tool.MO.read_bytes())) if message.id]
    assert {(forms(each), each.context) for each in compiled} == {(forms(each), each.context) for each in MESSAGES}


def test_the_readable_catalogue_is_as_the_tool_writes_it():
    assert tool.PO.read_text(encoding="utf-8") == tool.written(tool.update(tool.catalogue())), "run: make words"


def test_what_is_not_there_stays_as_it_is():
    assert translated("Kelmė day centre", "lt") == "Kelmė day centre"
    assert translated("", "lt") == ""
    assert translated("actors", "lt", context="table") == "veikėjai"
    assert marked("actors", context="table") == "actors"


@pytest.mark.parametrize(
    ("n", "form"),
    [(0, 2), (1, 0), (2, 1), (9, 1), (10, 2), (11, 2), (12, 2), (19, 2), (20, 2), (21, 0), (22, 1), (111, 2), (101, 0)],
)
def test_plural_forms(n, form):
    with tool.MO.open("rb") as file:
        catalogue = gettext.GNUTranslations(file)
    assert catalogue.plural(n) == form


# what the code says


@cache
def trees():
    """All files of the package with their trees, which several tests walk over."""
    return [(file.relative_to(tool.PACKAGE), ast.parse(file.read_text(encoding="utf-8"))) for file in tool.files()]


@cache
def sayings():
    """All files with what is called in them to say something."""
    return [(file, tree, tool.calls(tree)) for file, tree in trees()]


def is_a_name(node):
    """A name, an attribute, or an entry of a table of messages: something that is marked elsewhere."""
    if isinstance(node, ast.Subscript):
        return is_a_name(node.value)
    return isinstance(node, ast.Name | ast.Attribute)


def test_no_message_is_put_together_at_run_time():
    """A reader must find a message by searching for it."""
    wrong = []
    for file, _, calls in sayings():
        for node in calls:
            for message in node.args[: tool.SAYS[tool.called(node)]]:
                is_text = isinstance(message, ast.Constant) and isinstance(message.value, str)
                holds_problems = tool.called(node) == "InputError" and not isinstance(
                    message, ast.JoinedStr | ast.BinOp | ast.IfExp
                )
                is_phrase = isinstance(message, ast.Call) and tool.called(message) in ("phrase", "counted", "as_phrase")
                if not (is_text or is_phrase or is_a_name(message) or holds_problems):
                    wrong.append(f"{file}:{message.lineno}: {ast.unparse(message)}")
    assert wrong == []


def test_a_message_that_is_said_by_its_name_is_marked():
    wrong = []
    for file, tree, calls in sayings():
        names = {
            message.id
            for node in calls
            for message in node.args[: tool.SAYS[tool.called(node)]]
            if isinstance(message, ast.Name)
        }
        for name, value in assigned(tree):
            if name in names and is_text(value):
                wrong.append(f"{file}:{value.lineno}: {ast.unparse(value)}")
    assert wrong == []


def is_text(node):
    if isinstance(node, ast.IfExp):
        return is_text(node.body) or is_text(node.orelse)
    return isinstance(node, ast.Constant | ast.JoinedStr | ast.BinOp)


def assigned(tree):
    """All names of a file with what is assigned to them, also side by side, a, b = 1, 2, and by loops over literals."""
    for node in ast.walk(tree):
        targets = getattr(node, "targets", None) or [getattr(node, "target", None)]
        if isinstance(node, ast.For | ast.comprehension):
            values = node.iter.elts if isinstance(node.iter, ast.Tuple | ast.List) else []
        else:
            values = [node.value] if isinstance(node, ast.Assign) else []
        for target, value in ((target, value) for target in targets for value in values):
            pairs = [(target, value)]
            if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
                pairs = list(zip(target.elts, value.elts, strict=False))
            yield from ((each.id, value) for each, value in pairs if isinstance(each, ast.Name))


def test_every_place_of_a_message_gets_a_value():
    wrong = []
    for file, _, calls in sayings():
        for node in calls:
            wrong += [f"{file}:{node.lineno}: {each}" for each in tool.unfilled(node)]
    assert wrong == []


def texts(tree):
    """All texts of a file but its docstrings."""
    docstrings = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and ast.get_docstring(
            node
        ):
            docstrings.add(id(node.body[0].value))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node


def test_no_lithuanian_stands_in_the_code():
    wrong = []
    for file, tree in trees():
        if file.as_posix().startswith(MAY_HOLD_LITHUANIAN):
            continue
        for node in texts(tree):
            text = node.value
            for name in NAMES:
                text = text.replace(name, "")
            if LITHUANIAN & set(text):
                wrong.append(f"{file}:{node.lineno}: {text}")
    assert wrong == []


@pytest.fixture
def damaged(monkeypatch):
    """Return a function that puts other bytes in place of the compiled catalogue."""
    catalogue = importlib.import_module("socluster.words.catalogue")

    def damage(content):
        def read(*place):
            if content is None:
                raise FileNotFoundError(2, "No such file or directory", place[-1])
            return content

        monkeypatch.setattr(catalogue, "get_data", read)
        catalogue._catalogue.cache_clear()

    yield damage
    catalogue._catalogue.cache_clear()


@pytest.mark.parametrize("content", [None, b"", b"no catalogue", b"\xde\x12\x04\x95" + b"\xff" * 30], ids=repr)
def test_without_a_readable_catalogue_all_is_said_in_english_and_one_warning_says_so(content, damaged):
    damaged(content)
    with pytest.warns(
        RuntimeWarning, match=r"catalogue of the language 'lt' cannot be read.*install socluster again"
    ) as said:
        assert [translated("undefined", "lt") for _ in range(3)] == ["undefined"] * 3
    assert len(said) == 1


@pytest.mark.parametrize("language", ["fr", "LT", None, 1])
def test_a_language_that_is_none_of_ours_is_refused(language):
    with pytest.raises(ValueError, match="language must be one of 'en', 'lt'"):
        translated("undefined", language)


SHARE = re.compile(r"\{(p|share|percent|interval)\}[^.;,]{0,3}atvej")
IMPERFECT = re.compile(r"\b(didėja|mažėja) \{(delta|p|low|high)\}")


def test_a_share_of_draws_is_said_as_people_say_it():
    """It rises in 53% of the draws: padidėja 53 % bandymų, the one word for draws, and no imperfective verb."""
    said = [[each.string] if isinstance(each.string, str) else each.string for each in MESSAGES]
    texts = [text for strings in said for text in strings]
    assert [text for text in texts if SHARE.search(text) or IMPERFECT.search(text)] == []


def test_a_number_below_0_takes_the_form_of_its_amount():
    one, many = "{n} actor", "{n} actors"
    for n in (1, 2, 10, 21):
        assert translated_plural(one, many, -n, "lt") == translated_plural(one, many, n, "lt")
