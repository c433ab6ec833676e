"""What is off with an answer, in one sentence."""

import numpy as np
import pandas as pd
import pytest

from socluster.learn import check
from tests.learn.toys import TOY, VALUES


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
        ("98.13", [0.125, 0.25, 0.5], "The order is upside down."),
        ("98.13", [0.5, 0.125, 0.25], "The right ones, but not in the right order; from the top, 1 in place."),
        ("98.13", [0.5, 0.25], "Another number of items is asked for."),
        ("98.13", [50, 25, 12.5], "That is a percentage; a share is asked for (100 times smaller)."),
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
