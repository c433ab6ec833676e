"""Texts that mean "not known"."""

import pandas as pd
import pytest

from socluster.io.tables.missing import MEANS_MISSING, blanked, is_marked_missing


def test_cells_that_hold_a_word_are_empty():
    frame = pd.DataFrame({"a": ["NA", " NA ", "x", None], "n": [1, 2, 3, 4], "b": ["-", "NAN", "", "na"]})
    found = blanked(frame, ["NA", "-", ""])
    assert found["a"].isna().tolist() == [True, True, False, True]
    assert found["b"].isna().tolist() == [True, False, False, False]
    assert found["b"].tolist()[1:] == ["NAN", "", "na"]
    assert found["n"].tolist() == [1, 2, 3, 4]
    assert frame["a"].tolist()[0] == "NA"


@pytest.mark.parametrize("words", [[], [""], ["  "]])
def test_without_a_word_the_table_stays(words):
    frame = pd.DataFrame({"a": ["NA", ""]})
    assert blanked(frame, words) is frame


def test_two_columns_of_one_name_are_left_for_the_core():
    frame = pd.DataFrame([["NA", "x"]], columns=["a", "a"])
    assert blanked(frame, ["NA"]) is frame


@pytest.mark.parametrize(
    ("cell", "is_marked"), [(" N/A ", True), ("null", True), ("none", False), ("", False), (None, False)]
)
def test_what_programs_write(cell, is_marked):
    assert is_marked_missing(cell) is is_marked
    assert all(is_marked_missing(word) for word in MEANS_MISSING)
