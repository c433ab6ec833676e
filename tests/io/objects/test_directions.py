"""Columns that say for each tie whether it has a direction."""

import numpy as np
import pandas as pd
import pytest

from socluster.io.objects.directions import told_directions
from socluster.io.objects.edge_rows import EdgeRows
from socluster.io.options import ReadingOptions


def told(column, cells, *, described=(), known=None, **options):
    frame = pd.DataFrame({"source": list("abc"), "target": list("bcd"), column: cells})
    losses = []
    edges = EdgeRows(frame, np.zeros(3, dtype=bool))
    found, is_told = told_directions(edges, described, known or {}, ReadingOptions(**options), losses)
    return found.directed.tolist(), is_told, column in found.frame, [str(loss) for loss in losses]


@pytest.mark.parametrize(
    ("column", "cells"),
    [
        ("Type", ["Directed", "undirected", None]),
        ("direction", ["one-way", "Mutual", ""]),
        ("directed", [" yes ", "no", None]),
        ("directed", ["1", "0", "0"]),
    ],
)
def test_a_column_of_words_that_are_understood_tells_it(column, cells):
    assert told(column, cells) == ([True, False, False], True, False, [])


def test_other_words_are_a_column_of_the_ties():
    assert told("type", ["contract", "Directed", None]) == ([False] * 3, False, True, [])
    assert told("type", ["yes", "no", None]) == ([False] * 3, False, True, [])
    directed, is_told, stays, losses = told("direction", ["north", "south", None])
    assert (directed, is_told, stays) == ([False] * 3, False, True)
    assert losses == ["the directions in column 'direction', whose words are not understood"]


def test_what_the_file_or_the_user_says_comes_first():
    cells = ["Directed", "Undirected", "Directed"]
    assert told("type", cells, known={"tie": False})[0] == [False] * 3
    assert told("type", cells, directed=True)[0] == [True] * 3
    assert told("type", cells, described=["type"]) == ([False] * 3, False, True, [])
