import pandas as pd
import pytest

from socluster.core.errors import InputError
from socluster.development.monitoring.plan_table import plan_of


def test_two_names_for_a_column():
    read = plan_of(pd.DataFrame({"target": [5], "value": [4], "baseline": [9], "direction": [" Lower "]}))
    assert read.loc["1"].tolist() == ["", 5.0, 4.0, 9.0, "lower"]
    with pytest.raises(InputError, match="the same as 'planned'"):
        plan_of(pd.DataFrame({"target": [5], "planned": [5], "done": [4]}))


def test_names_are_those_of_the_column_or_of_the_index():
    assert plan_of(pd.DataFrame({"planned": [5], "done": [4]}, index=["events"])).index.tolist() == ["events"]
    assert plan_of(pd.DataFrame({"indicator": [4.1], "planned": [5], "done": [4]})).index.tolist() == ["4.1"]


def test_all_bad_rows_at_once():
    table = pd.DataFrame(
        {
            "indicator": ["a", "b", "c", "d", "d", ""],
            "planned": [1, None, 3, 4, 4, 1],
            "done": ["x", 2, 1, None, None, 1],
            "baseline": [2, 1, 1, None, None, None],
            "direction": ["higher", "lowr", None, None, None, None],
        }
    )
    with pytest.raises(InputError) as caught:
        plan_of(table)
    said = str(caught.value)
    assert len(caught.value.problems) == 7
    for part in ("finite number", "other side of the baseline", "needs a target", "'lower'?", "needs a direction",
                 "twice", "no name"):  # fmt: skip
        assert part in said


@pytest.mark.parametrize("table", [pd.DataFrame(), pd.DataFrame({"plannd": [1], "done": [1]})])
def test_missing_columns(table):
    with pytest.raises(InputError, match="there is no such column"):
        plan_of(table)
