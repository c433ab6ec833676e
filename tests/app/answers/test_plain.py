"""Values as JSON can hold them."""

import json

import numpy as np
import pandas as pd

from socluster.app.answers.plain import in_both, plain, rows_of


def test_what_is_not_a_number_is_null():
    assert [plain(each) for each in (np.nan, np.inf, pd.NA, pd.NaT, None)] == [None] * 5


def test_numbers_of_numpy_and_labels_of_any_kind_can_be_written():
    values = [
        plain(each) for each in (np.int64(3), np.float64(0.5), np.bool_(True), ("a", 1), pd.Timestamp("2020-01-01"))
    ]
    assert json.loads(json.dumps(values)) == [3, 0.5, True, ["a", 1], "2020-01-01 00:00:00"]


def test_a_table_keeps_its_index_and_its_order():
    frame = pd.DataFrame({"n": [2, 1]}, index=pd.Index(["b", "a"], name="actor"))
    assert rows_of(frame) == [{"actor": "b", "n": 2}, {"actor": "a", "n": 1}]


def test_a_text_stands_in_both_languages():
    assert in_both(lambda language: f"in {language}") == {"en": "in en", "lt": "in lt"}
