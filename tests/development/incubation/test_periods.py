import pandas as pd
import pytest

from socluster.core.errors import InputError
from socluster.development.incubation.periods import periods_of


def test_by_date_from_the_first_event_on():
    table = pd.DataFrame({"date": ["2017-10-26", "2016-04-28", "2018-02-09"]})
    assert periods_of(table, 1.0, 2).tolist() == [1, 0, 1]
    assert periods_of(table, 0.5, 4).tolist() == [2, 0, 3]
    assert periods_of(table, 1.0, 1).tolist() == [0, 0, 0]


def test_stated_periods_count_from_1():
    assert periods_of(pd.DataFrame({"period": [2, 1.0]}), 1.0, 2).tolist() == [1, 0]


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({"period": [0]}, r"row 1, column 'period': must be a period from 1 to 2 \(here: 0\)"),
        ({"period": [1, 3]}, "row 2"),
        ({"period": ["second"]}, "from 1 to 2"),
        ({"kind": ["seminar"]}, "a column 'period'"),
        ({"date": [None, "2016-01-01"]}, "row 1, column 'date': has no date"),
        ({"date": ["spring", "2016-01-01"]}, "spring"),
        ({"date": ["2016-01-01", "2019-01-01"]}, "row 2.*is after the last of 2 periods"),
    ],
)
def test_before_the_first_and_after_the_last_is_refused(table, said):
    with pytest.raises(InputError, match=said):
        periods_of(pd.DataFrame(table), 1.0, 2)


def test_periods_are_whole_numbers_also_where_there_is_but_one():
    assert periods_of(pd.DataFrame({"date": ["2017-10-26"]}), 1.0, 1).dtype.kind == "i"
    assert periods_of(pd.DataFrame({"date": []}), 1.0, 3).dtype.kind == "i"
