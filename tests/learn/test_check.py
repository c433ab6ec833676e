import sys
from types import ModuleType

import numpy as np
import pandas as pd
import pytest

from socluster.core.errors import InputError
from socluster.learn import check, exercises
from socluster.learn.answers import near
from socluster.learn.exercise import Exercise, Hint
from socluster.words import translated

VALUES = pd.Series({"Kelmė": 1 / 3, "Joniškis": 2 / 3, "Pakruojis": 2.0})


def _share():
    _share.calls += 1
    return 1 / 3


_share.calls = 0

TOY = (
    Exercise("98.1", _share, (Hint(2 / 3, "That is over both layers together. Take the layer of money alone."),)),
    Exercise("98.2", "Šiauliai"),
    Exercise("98.3", ["Kelmė", "Joniškis", "Pakruojis"]),
    Exercise("98.4", {"Kelmė", "Joniškis", "Pakruojis"}),
    Exercise("98.5", VALUES, (Hint(lambda: VALUES / 2, "Normalised; <raw> values are asked for."),)),
    Exercise("98.6", pd.DataFrame({"degree": [1, 2], "share": [0.25, 0.5]}, index=["Kelmė", "Joniškis"])),
    Exercise("98.7", True),
    Exercise("98.8", [0.125, 0.875]),
    Exercise("98.9", pd.Series({"Kelmė": np.nan, "Joniškis": 1.5})),
    Exercise("98.10", 40.0),
    Exercise("98.11", pd.Series({"Kelmė": True, "Joniškis": False})),
    Exercise("98.12", {("a", "b"): 1.0, ("a", "c"): 2.0}),
)


@pytest.fixture(autouse=True)
def toy(monkeypatch):
    module = ModuleType("socluster.learn.exercises.t98")
    module.EXERCISES = TOY
    monkeypatch.setitem(sys.modules, module.__name__, module)


@pytest.mark.parametrize(
    ("key", "answer"),
    [
        ("98.1", 1 / 3),
        ("98.1", np.float64(1 / 3)),
        ("98.1", np.array(1 / 3)),
        ("98.2", " šiauliai "),
        ("98.2", "S\u030ciauliai"),
        ("98.3", ("kelmė", "Joniškis", "Pakruojis")),
        ("98.3", pd.Index(["Kelmė", "Joniškis", "Pakruojis"])),
        ("98.4", ["Pakruojis", "Kelmė", "Joniškis"]),
        ("98.4", VALUES.index),
        ("98.5", VALUES[::-1].rename("anything")),
        ("98.5", VALUES.to_dict()),
        ("98.6", pd.DataFrame({"share": [0.5, 0.25], "degree": [2, 1], "more": 0}, index=["Joniškis", "Kelmė"])),
        ("98.7", np.True_),
        ("98.8", np.array([0.125, 0.875])),
        ("98.9", pd.Series({"Joniškis": 1.5, "Kelmė": pd.NA}, dtype="Float64")),
        ("98.11", pd.Series({"Joniškis": 0, "Kelmė": 1})),
        ("98.12", pd.Series([2.0, 1.0], index=pd.MultiIndex.from_tuples([("a", "c"), ("a", "b")]))),
    ],
)
def test_right_answers(key, answer):
    verdict = check(key, answer)
    assert verdict.right is True
    assert bool(verdict) is True
    assert repr(verdict) == f"✓ {key}: Right."


@pytest.mark.parametrize(
    ("key", "answer", "sentence"),
    [
        ("98.1", ..., "Not answered yet: put your answer in place of the three dots."),
        ("98.1", None, "The answer is None, which is nothing: does the line before it return a value?"),
        ("98.1", len, "The answer is a function, not its result: call it, with brackets."),
        ("98.1", object(), "Another kind of answer is asked for: expected a number, got object."),
        ("98.1", "1/3", "Another kind of answer is asked for: expected a number, got a text."),
        ("98.1", True, "Another kind of answer is asked for: expected a number, got True or False."),
        ("98.1", VALUES, "Another kind of answer is asked for: expected a number, got a Series."),
        ("98.1", 2 / 3, "That is over both layers together. Take the layer of money alone."),
        ("98.1", np.nan, "The answer is NaN (undefined), but a value is expected."),
        ("98.1", 0.33, "Right up to rounding: give it unrounded."),
        ("98.1", -1 / 3, "Right but for the sign."),
        ("98.1", 100 / 3, "That is a percentage; a share is asked for (100 times smaller)."),
        ("98.1", 33.3, "That is a percentage; a share is asked for (100 times smaller)."),
        ("98.1", 0.3334, "Very near, but not the same: was something rounded on the way?"),
        ("98.1", 0.0, "Not yet: compare your steps with the example above the exercise."),
        ("98.1", np.inf, "Not yet: compare your steps with the example above the exercise."),
        ("98.2", "Siauliai", "Almost: check the spelling."),
        ("98.2", "Kelmė", "Not yet: compare your steps with the example above the exercise."),
        ("98.3", {"Kelmė"}, "A set has no order, and here the order counts: give a list."),
        (
            "98.3",
            VALUES,
            "Another kind of answer is asked for: expected a list, got a Series. "
            "The labels of a Series or DataFrame are its index.",
        ),
        ("98.3", ["Pakruojis", "Joniškis", "Kelmė"], "The order is upside down."),
        (
            "98.3",
            ["Kelmė", "Pakruojis", "Joniškis"],
            "The right ones, but not in the right order; from the top, 1 in place.",
        ),
        ("98.3", ["Kelmė", "Kelmė", "Joniškis"], "These stand more than once: Kelmė."),
        ("98.4", {"Kelmė"}, "2 missing."),
        ("98.4", {"Kelmė", "Joniškis", "Radviliškis"}, "1 too many: Radviliškis. 1 missing."),
        ("98.5", VALUES / 2, "Normalised; <raw> values are asked for."),
        ("98.5", 2.0, "Another kind of answer is asked for: expected a Series, got a number."),
        ("98.5", VALUES[:1], "2 missing: Joniškis, Pakruojis."),
        ("98.5", pd.concat([VALUES, VALUES[:1]]), "These stand more than once: Kelmė."),
        ("98.5", VALUES.replace(2.0, np.nan), "NaN (undefined) where a value is expected: 1: Pakruojis."),
        ("98.5", VALUES.round(2), "Right up to rounding: give it unrounded."),
        ("98.5", VALUES * 100, "That is a percentage; a share is asked for (100 times smaller)."),
        ("98.5", VALUES / 100, "That is a share; a percentage is asked for (100 times larger)."),
        ("98.5", VALUES / 7, "All values are off by the same factor: are they normalised, or should they be?"),
        ("98.5", VALUES**2, "The order is right, the values are not."),
        ("98.5", 1 / VALUES, "The order is upside down."),
        ("98.5", VALUES.replace(2.0, 0.0), "2 of 3 values are right."),
        ("98.6", pd.DataFrame({"degree": [1, 2]}, index=["Kelmė", "Joniškis"]), "Missing columns: share."),
        ("98.6", pd.DataFrame({"degree": [1], "share": [0.25]}, index=["Kelmė"]), "1 missing: Joniškis."),
        (
            "98.6",
            pd.DataFrame({"degree": [1, 2], "share": [25, 50]}, index=["Kelmė", "Joniškis"]),
            "Column share: That is a percentage; a share is asked for (100 times smaller).",
        ),
        ("98.7", False, "Not yet: compare your steps with the example above the exercise."),
        ("98.8", [0.875, 0.125], "The order is upside down."),
        ("98.8", [0.125], "Another number of items is asked for."),
        ("98.8", [0.1, 0.9], "Right up to rounding: give it unrounded."),
        ("98.8", ["a", "b"], "Not yet: compare your steps with the example above the exercise."),
        ("98.9", pd.Series({"Kelmė": 0.0, "Joniškis": 1.5}), "A value where the answer is undefined (NaN): 1: Kelmė."),
        ("98.10", 0.4, "That is a share; a percentage is asked for (100 times larger)."),
        ("98.11", pd.Series({"Kelmė": False, "Joniškis": False}), "1 of 2 values are right."),
    ],
)
def test_what_is_off(key, answer, sentence):
    verdict = check(key, answer)
    assert not verdict
    assert verdict.sentence == sentence


def test_many_labels_are_counted_and_the_first_named():
    answer = {*TOY[3].expected, *"ABCDEFG"}
    sentence = check("98.4", sorted(answer)).sentence
    assert sentence == "7 too many: A, B, C, D, E, and 2 more."


@pytest.mark.parametrize(
    ("key", "answer", "sentence"),
    [
        ("98.1", 1 / 3, "Teisingai."),
        ("98.1", ..., "Dar neatsakyta: vietoj trijų taškų įrašykite savo atsakymą."),
        ("98.1", 2 / 3, "Tai abu sluoksniai kartu. Imkite vien pinigų sluoksnį."),
        ("98.5", 0.5, "Reikia kitokio atsakymo: turėtų būti Series, o čia – skaičius."),
        ("98.5", VALUES[:1], "Trūksta 2: Joniškis, Pakruojis."),
        ("98.1", 7, "Dar ne: palyginkite savo žingsnius su pavyzdžiu virš užduoties."),
    ],
)
def test_in_lithuanian(key, answer, sentence):
    assert check(key, answer, language="lt").sentence == sentence


def test_what_is_shown_is_escaped():
    verdict = check("98.4", {*TOY[3].expected, "<b>&*x*"})
    assert verdict._repr_html_() == "<p>✗ <strong>98.4</strong>: 1 too many: &lt;b&gt;&amp;*x*.</p>"
    assert verdict._repr_markdown_() == r"✗ **98.4**: 1 too many: \<b\>\&\*x\*."


def test_the_right_number_is_never_told():
    for answer in (0.33, 1.0, -1 / 3, 33.3, "x", None, VALUES):
        assert "0.3" not in repr(check("98.1", answer)).replace("98.1", "")


def test_the_right_answer_is_computed_once():
    check("98.1", 1)
    before = _share.calls
    check("98.1", 2)
    assert _share.calls == before


@pytest.mark.parametrize("key", ["98.99", "97.1", "seven", "98", 98.1])
def test_an_unknown_exercise(key):
    with pytest.raises(InputError, match="there is no such exercise"):
        check(key, 1)


def test_the_nearest_exercise_is_named(monkeypatch):
    monkeypatch.setattr(exercises, "keys", lambda: ["98.1", "98.2"])
    with pytest.raises(InputError, match=r"did you mean '98.2'"):
        check("98.22", 1)


def test_an_unknown_language():
    with pytest.raises(InputError, match="language must be one of 'en', 'lt'"):
        check("98.1", 1, language="de")


def test_all_exercises_of_the_course_have_their_own_key_and_hints_in_both_languages():
    keys = exercises.keys()
    assert len(keys) == len(set(keys))
    for key in keys:
        for hint in exercises.find(key).hints:
            assert hint.text
            assert translated(hint.text, "lt") != hint.text


@pytest.mark.parametrize(
    ("expected", "given", "is_near"),
    [
        (1e6, 1e6 + 0.9, True),  # relative to large numbers
        (1e6, 1e6 + 1.1, False),
        (-1e6, -1e6 + 0.9, True),
        (1e-4, 1e-4 + 9e-7, True),  # and absolute for small ones
        (1e-4, 1e-4 + 1.1e-6, False),
        (0.0, 9e-7, True),
        (0.0, 1.1e-6, False),
        (np.inf, np.inf, True),
        (np.inf, -np.inf, False),
    ],
)
def test_near_is_relative_to_large_numbers_and_absolute_for_small_ones(expected, given, is_near):
    assert near(expected, given, 1e-6) == is_near
