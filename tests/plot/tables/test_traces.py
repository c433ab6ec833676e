import pandas as pd
import pytest

import socluster as sc


def draws():
    rows = [("edges", 1, 1, 19.0), ("edges", 1, 2, 23.0), ("edges", 2, 1, 21.0), ("triangle", 1, 1, 3.0)]
    frame = pd.DataFrame(rows, columns=["name", "chain", "draw", "value"]).set_index("name")
    return frame.assign(observed=[20.0, 20.0, 20.0, 4.0])


def test_a_drawing_for_every_quantity_and_a_line_for_every_chain():
    figure = sc.plot.traces(draws())
    assert [list(trace.y) for trace in figure.data] == [[19, 23], [21], [20, 20], [3], [4, 4]]
    assert [trace.yaxis for trace in figure.data] == ["y", "y", "y", "y2", "y2"]


def test_it_is_told_in_words():
    alt = sc.plot.traces(draws()).layout.meta["alt"]
    assert alt == "edges: 3 draws of mean 21, observed 20. triangle: 1 draw of mean 3, observed 4."


def test_a_column_that_is_missing_is_named():
    with pytest.raises(sc.InputError, match="observed"):
        sc.plot.traces(draws().drop(columns="observed"))
