import datetime as dt

import numpy as np
import pandas as pd
import pytest

from socluster.core.errors import InputError
from socluster.development.monitoring.points import points_of


def test_points_without_names_are_numbered():
    assert points_of([3, None, 4.5]).index.tolist() == ["1", "2", "3"]
    assert points_of(pd.Series([3, 4])).index.tolist() == ["1", "2"]
    assert np.isnan(points_of([3, pd.NA])["2"])


def test_dates_are_called_as_days():
    dated = pd.Series([1.0, 2.0], index=pd.to_datetime(["2021-01-01", "2021-02-01"]))
    assert points_of(dated).index.tolist() == ["2021-01-01", "2021-02-01"]
    assert points_of({dt.date(2021, 1, 1): 5}).index.tolist() == ["2021-01-01"]
    assert points_of({"spring": 1, "autumn": 2}).index.tolist() == ["spring", "autumn"]


@pytest.mark.parametrize("wrong", ["abc", 5, None, [[1, 2], [3, 4]], {1, 2}, pd.DataFrame({"x": [1]})])
def test_what_is_no_series_is_refused(wrong):
    with pytest.raises(InputError):
        points_of(wrong)


def test_all_that_is_wrong_is_said_at_once():
    wrong = pd.Series(["x", 1.0, np.inf, True, 2.0], index=["a", "b", "c", "d", "b"], dtype=object)
    with pytest.raises(InputError) as caught:
        points_of(wrong)
    assert len(caught.value.problems) == 4
    assert "is there twice" in str(caught.value)


def test_times_must_rise():
    with pytest.raises(InputError, match="sort_index"):
        points_of(pd.Series([1.0, 2.0], index=[2021, 2020]))
    with pytest.raises(InputError, match="sort_index"):
        points_of(pd.Series([1.0, 2.0], index=pd.to_datetime(["2021-02-01", "2021-01-01"])))
    with pytest.raises(InputError, match="more than 10000"):
        points_of(list(range(10_001)))
