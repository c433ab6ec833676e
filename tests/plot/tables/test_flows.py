"""The picture of a flow."""

import pandas as pd
import pytest

from socluster.core.errors import InputError
from socluster.plot import flows
from socluster.plot.tables.flows import _steps

TABLE = pd.DataFrame({"source": ["S1", "S1", "C1"], "target": ["C1", "C2", "P1"], "clients": [25.0, 20.0, 25.0]})


def test_bands_between_bars():
    (band,) = flows(TABLE).data
    assert list(band.node.label) == ["S1<br>45", "C1<br>25", "C2<br>20", "P1<br>25"]
    assert list(band.link.source) == [0, 0, 1]
    assert list(band.link.target) == [1, 2, 3]
    assert list(band.link.value) == [25, 20, 25]


def test_of_many_the_description_tells_thirty():
    many = pd.DataFrame({"source": "S", "target": [f"V{n}" for n in range(40)], "clients": 1.0})
    assert flows(many).layout.meta["alt"].endswith("and 10 more.")
    assert flows(TABLE.iloc[:0]).layout.meta["alt"] == "There is nothing to show."


def test_what_is_no_flow_is_refused():
    with pytest.raises(InputError, match="must be a number from 0"):
        flows(TABLE.assign(clients=[-1.0, 2, 3]))
    with pytest.raises(InputError, match="there is no such column"):
        flows(TABLE.drop(columns="target"))


def test_everybody_stands_behind_the_longest_way_to_it_and_a_circle_ends():
    assert _steps([("a", "b"), ("b", "c"), ("a", "c")]) == {"a": 0, "b": 1, "c": 2}
    assert set(_steps([("a", "b"), ("b", "a")])) == {"a", "b"}
