"""Tables as pictures."""

import pandas as pd
import pytest

import socluster as sc
from tests.measures.services.offering import offering

TOWN = offering(("Centre", "K", "day care", 20.0), ("School", "K", "advice", 8.0))


def test_cells_and_numbers():
    figure = sc.service_matrix(TOWN).plot()
    assert figure.data[0].z.tolist() == [[0, 20], [8, 0]]
    assert {note.text for note in figure.layout.annotations} >= {"20", "8"}
    assert "Centre: day care 20. School: advice 8." in figure.layout.meta["alt"]


def test_overlap():
    figure = sc.service_overlap(TOWN).plot(language="lt")
    assert figure.data[0].z.tolist() == [[1, 0], [0, 1]]


def test_only_numbers():
    with pytest.raises(sc.InputError, match="column 'a': must contain numbers"):
        sc.plot.matrix(pd.DataFrame({"a": ["x"]}))
    large = sc.plot.matrix(pd.DataFrame([[1.0] * 70] * 70))
    assert len(large.data[0].z) == 60
    assert not large.layout.annotations


def test_the_text_says_how_many_rows_are_not_shown():
    def told(rows):
        return sc.plot.matrix(pd.DataFrame({"x": range(rows)}, index=[f"r{row}" for row in range(rows)])).layout.meta

    assert "5" in told(65)["alt"].replace(told(60)["alt"], "")
    assert told(65)["alt"] != told(60)["alt"]
