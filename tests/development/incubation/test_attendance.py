import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.development.incubation.attendance import candidates_of, number_present
from tests.development.incubation.circles import circle


def test_everybody_may_be_there_where_nobody_is_stated():
    for nobody in (None, float("nan"), pd.NA):
        assert candidates_of(circle(3), nobody, 0).who.tolist() == [0, 1, 2]


def test_names_may_stand_in_one_text_and_be_what_a_graph_calls_them():
    assert candidates_of(circle(3), "a2; a0", 0).who.tolist() == [0, 2]
    odd = sc.Cluster.from_tables(pd.DataFrame({"actor": ["a; b", "c"]}))
    assert candidates_of(odd, "a; b", 0).who.tolist() == [0]
    numbers = sc.Cluster.from_tables(pd.DataFrame({"actor": [3, 1, 2]}))
    assert candidates_of(numbers, [2, 3], 0).who.tolist() == [0, 2]


def test_nobody_is_there_twice():
    with pytest.raises(InputError, match=r"row 5, column 'actors': is named twice at one event \(here: 'a1'\)"):
        candidates_of(circle(3), ["a1", "a0", "a1"], 4)


def test_how_many_are_there():
    cluster = circle(6)
    everybody, three = candidates_of(cluster, None, 0), candidates_of(cluster, ["a0", "a1", "a2"], 0)
    assert number_present(cluster, everybody, 4, None, "visit", 0).number == 4
    assert number_present(cluster, everybody, None, 40.0, "seminar", 0).number == 6
    assert number_present(cluster, three, None, 40.0, "seminar", 0).number == 3
    assert number_present(cluster, three, 2, 40.0, "seminar", 0).number == 2
    for stated, said in ((7, "6 organisations"), (1, "fewer than two"), (2.5, "whole number"), ("x", "whole number")):
        with pytest.raises(InputError, match=said):
            number_present(cluster, everybody, stated, None, "visit", 0)
