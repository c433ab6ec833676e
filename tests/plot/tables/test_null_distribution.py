"""The picture of a null."""

import numpy as np
import pandas as pd
import pytest

from socluster.core.errors import InputError
from socluster.plot import null_distribution


@pytest.fixture
def table():
    return pd.DataFrame(
        {
            "low": [0.0, 0.5, 10.0],
            "high": [0.5, 1.0, 20.0],
            "probability": [0.75, 0.25, 1.0],
            "observed": [0.9, 0.9, np.nan],
        },
        index=pd.Index(["density", "density", "n"], name="measure"),
    )


def test_every_quantity_has_bars_and_a_line_where_it_was_observed(table):
    figure = null_distribution(table)
    bars = [trace for trace in figure.data if trace.type == "bar"]
    assert [list(bar.width) for bar in bars] == [[0.5, 0.5], [10.0]]
    area = [float(np.sum(np.array(bar.width) * np.array(bar.y))) for bar in bars]
    assert area == [1.0, 1.0]
    assert [line.x0 for line in figure.layout.shapes] == [0.9]
    assert [note.text.split("<br>")[0] for note in figure.layout.annotations] == ["<b>density</b>", "<b>n</b>"]


def test_it_is_told_in_words(table):
    assert (
        null_distribution(table)
        .layout.meta["alt"]
        .startswith("density: observed 0.9; the bars of the null reach from 0.0 to 1.0.")
    )
    assert "tankis: stebėta 0,9" in null_distribution(table, language="lt").layout.meta["alt"]


def test_bars_that_end_before_they_begin_and_missing_columns_are_refused(table):
    with pytest.raises(InputError, match="ends before it begins"):
        null_distribution(table.assign(high=-1.0))
    with pytest.raises(InputError, match="probability"):
        null_distribution(table.drop(columns="probability"))
