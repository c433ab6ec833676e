"""Tables of words for pictures: all that is missing or odd is told at once, with the nearest."""

import pandas as pd
import pytest

from socluster.core.errors import InputError
from socluster.plot.tables.words_in_cells import needed_columns, refuse_other_words
from socluster.words import marked

STATUSES = ("done", "under way")
MESSAGE = marked("is no status; these are {statuses}")


def test_columns_that_are_missing_are_named_with_the_nearest():
    with pytest.raises(InputError) as caught:
        needed_columns(pd.DataFrame({"stepp": [1]}), ["step", "status"])
    assert [(problem.column, problem.nearest) for problem in caught.value.problems] == [
        ("step", "stepp"),
        ("status", None),
    ]


def test_all_other_words_are_told_with_their_row():
    table = pd.DataFrame({"status": ["done", "dome", None]}, index=["1.1", "1.2", "1.3"])
    with pytest.raises(InputError, match="these are done, under way") as caught:
        refuse_other_words(table, "status", STATUSES, MESSAGE, "statuses")
    assert [(problem.row, problem.nearest) for problem in caught.value.problems] == [("1.2", "done"), ("1.3", None)]
    refuse_other_words(table.iloc[:1], "status", STATUSES, MESSAGE, "statuses")
