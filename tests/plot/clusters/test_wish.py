"""What is asked of a picture of a cluster."""

import pandas as pd
import pytest

from socluster.core.errors import InputError
from socluster.plot.clusters.wish import wanted_rows

MARKS = pd.DataFrame({"importance": [1.0, 3.0, 2.0]}, index=["A", "B", "C"])


@pytest.mark.parametrize(
    ("labels", "rows"),
    [(None, []), ("auto", None), ("all", [0, 1, 2]), (2, [1, 2]), (0, []), (["C", "A"], [2, 0])],
)
def test_whose_names_are_wanted(labels, rows):
    assert wanted_rows(labels, MARKS) == rows


def test_who_is_nobody_is_named_with_the_nearest():
    with pytest.raises(InputError, match=r"'Bb'.*did you mean 'B'"):
        wanted_rows(["Bb"], MARKS)
