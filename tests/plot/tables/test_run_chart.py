import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError


def test_points_of_the_longest_run_look_different():
    frame = pd.DataFrame({"value": [3.0, 5.0, 4.0], "in_longest": [True, False, False]}, index=["2019", "2020", "2021"])
    figure = sc.plot.run_chart(frame, centre=3.5)
    line, others, run = figure.data
    assert list(line.y) == [3, 5, 4]
    assert (list(others.x), list(run.x)) == ([1, 2], [0])
    assert others.marker.symbol != run.marker.symbol
    assert figure.layout.shapes[0].y0 == 3.5
    assert list(figure.layout.xaxis.ticktext) == ["2019", "2020", "2021"]


def test_the_centre_is_the_median_if_none_is_given():
    assert "Centre: 2." in sc.plot.run_chart(pd.DataFrame({"value": [1.0, 2.0, 9.0]})).layout.meta["alt"]


def test_long_names_of_times_have_room():
    long = pd.DataFrame({"value": range(40)}, index=[f"2021-{place:02}-01" for place in range(40)])
    figure = sc.plot.run_chart(long)
    assert len(figure.layout.xaxis.ticktext) <= 4
    assert len(set(np.diff(figure.layout.xaxis.tickvals))) == 1
    assert figure.layout.meta["alt"].count(":") <= 13


def test_marks_are_yes_or_no():
    with pytest.raises(InputError, match="True and False"):
        sc.plot.run_chart(pd.DataFrame({"value": [1.0], "in_longest": ["yes"]}))


def test_the_values_alone_are_enough():
    values = pd.Series([3.0, 5.0, 4.0], index=["2019", "2020", "2021"])
    assert sc.plot.run_chart(values).layout.meta["alt"] == "Centre: 4. 2019: 3. 2020: 5. 2021: 4."
