"""The picture of a waiting time."""

import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.plot import waits


def test_a_curve_from_those_who_wait_at_all():
    figure = waits(pd.DataFrame({"time": [1.0, 0.0, 0.5], "longer": [0.1, 0.6, 0.3]}), label="years")
    assert list(figure.data[0].x) == [0.0, 0.5, 1.0]
    assert list(figure.data[0].y) == [0.6, 0.3, 0.1]
    assert figure.layout.xaxis.title.text == "years"


def test_of_many_times_the_description_tells_a_few():
    alt = waits(sc.queues.delay(40, 10, 5).distribution().reset_index()).layout.meta["alt"]
    assert alt.startswith("Longer than 0: 55%.")
    assert alt.count("Longer than") == 5


def test_lithuanian_nothing_and_what_is_no_share():
    table = pd.DataFrame({"time": [0.0], "longer": [0.5]})
    assert "Ilgiau nei 0: 50" in waits(table, language="lt").layout.meta["alt"]
    assert waits(table.iloc[:0]).layout.meta["alt"] == "There is nothing to show."
    with pytest.raises(InputError, match="must be from 0 to 1"):
        waits(table * 3)
