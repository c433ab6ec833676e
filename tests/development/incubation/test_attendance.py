import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.development.incubation.attendance import candidates_of, number_present
from tests.development.incubation.circles import circle


def test_everybody_may_be_there_where_nobody_is_stated():
    for nobody in (None, float("nan"), pd.NA):
        assert candidates_of(circle(3), {"actors": nobody, "places": nobody}, 0).who.tolist() == [0, 1, 2]


def test_names_may_stand_in_one_text_and_be_what_a_graph_calls_them():
    assert candidates_of(circle(3), {"actors": "a2; a0"}, 0).who.tolist() == [0, 2]
    odd = sc.Cluster.from_tables(pd.DataFrame({"actor": ["a; b", "c"]}))
    assert candidates_of(odd, {"actors": "a; b"}, 0).who.tolist() == [0]
    numbers = sc.Cluster.from_tables(pd.DataFrame({"actor": [3, 1, 2]}))
    assert candidates_of(numbers, {"actors": [2, 3]}, 0).who.tolist() == [0, 2]


def test_nobody_is_there_twice():
    with pytest.raises(InputError, match=r"row 5, column 'actors': is named twice at one event \(here: 'a1'\)"):
        candidates_of(circle(3), {"actors": ["a1", "a0", "a1"]}, 4)


def test_how_many_are_there():
    cluster = circle(6)
    everybody, three = candidates_of(cluster, {}, 0), candidates_of(cluster, {"actors": ["a0", "a1", "a2"]}, 0)
    assert number_present(cluster, everybody, 4, None, "visit", 0).number == 4
    assert number_present(cluster, everybody, None, 40.0, "seminar", 0).number == 6
    assert number_present(cluster, three, None, 40.0, "seminar", 0).number == 3
    assert number_present(cluster, three, 2, 40.0, "seminar", 0).number == 2
    for stated, said in ((7, "6 organisations"), (1, "fewer than two"), (2.5, "whole number"), ("x", "whole number")):
        with pytest.raises(InputError, match=said):
            number_present(cluster, everybody, stated, None, "visit", 0)


def test_those_of_some_places_and_sectors_may_be_there():
    cluster = circle(6, place=["K", "K", "V", "V", None, "V"])
    assert candidates_of(cluster, {"places": "K"}, 0).who.tolist() == [0, 1]
    assert candidates_of(cluster, {"sectors": "civic"}, 0).who.tolist() == [1, 3, 5]
    assert candidates_of(cluster, {"places": ["K", "V"], "sectors": "civic; public"}, 0).who.tolist() == [0, 1, 2, 3, 5]
    drawn = candidates_of(cluster, {"places": "V", "sectors": ["civic"]}, 0)
    assert drawn.who.tolist() == [3, 5]
    assert not drawn.is_stated


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"places": "k"}, r"row 3, column 'places': is stated of no actor of this cluster \(here: 'k'\).*mean 'K'"),
        ({"sectors": ["civic", "x"]}, "column 'sectors': is stated of no actor"),
        ({"actors": "a1; a2", "places": "K"}, "says who is there already; leave out places"),
    ],
)
def test_unknown_places_and_sectors_are_named(row, said):
    with pytest.raises(InputError, match=said):
        candidates_of(circle(3, place="K"), row, 2)
