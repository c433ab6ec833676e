"""Distances by places, by actors, on a plane and on the earth."""

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.inference.qap.dyad_space import DyadSpace

ACTORS = pd.DataFrame({"actor": list("abcd"), "place": ["Kelmė", "Šiauliai", "Kelmė", None]})
SPACE = DyadSpace(sc.Cluster.from_tables(ACTORS), directed=False)
KM = {"Kelmė": {"Šiauliai": 43.0}}


def apart(table, **options):
    return sc.predictors.distance(table, **options).columns([SPACE])[0].values[0]


def test_one_direction_is_enough_and_within_a_place_it_is_nothing():
    found = apart(KM)
    np.testing.assert_array_equal(found[0], [0, 43, 0, np.nan])
    np.testing.assert_array_equal(found, found.T)
    square = pd.DataFrame([[0, 43], [43, 0]], ["Kelmė", "Šiauliai"], ["Kelmė", "Šiauliai"])
    np.testing.assert_array_equal(apart(square), found)
    np.testing.assert_allclose(apart(KM, log=True), np.log1p(found))


def test_within_a_place_it_may_be_stated():
    assert apart({"Kelmė": {"Šiauliai": 43.0, "Kelmė": 2.0}})[0, 2] == 2


def test_straight_lines():
    towns = pd.DataFrame({"x": [0, 3], "y": [0, 4]}, index=["Kelmė", "Šiauliai"])
    assert apart(towns)[0, 1] == 5


def test_great_circles():
    """A quarter of the way around the earth, and one degree along the equator, are known lengths."""
    towns = pd.DataFrame({"Latitude": [0.0, 90.0], "Longitude": [10.0, 77.0]}, index=["Kelmė", "Šiauliai"])
    assert apart(towns)[0, 1] == pytest.approx(10_007.557, abs=0.01)
    towns = pd.DataFrame({"latitude": [0.0, 0.0], "longitude": [0.0, 1.0]}, index=["Kelmė", "Šiauliai"])
    assert apart(towns)[0, 1] == pytest.approx(111.195, abs=0.001)


def test_actors_themselves():
    towns = pd.DataFrame({"x": [0, 3, 0, 0], "y": [0, 4, 0, 1]}, index=list("abcd"))
    assert apart(towns, by=None)[1, 3] == pytest.approx(np.hypot(3, 3))


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({"Kelme": {"Šiauliai": 43.0}}, "did you mean 'Kelme'"),
        ({"Kelmė": {"Šiauliai": 43.0}, "Šiauliai": {"Kelmė": 41.0}}, "the two directions differ"),
        ({"Kelmė": {"Šiauliai": -1.0}}, "from 0"),
        ({"Kelmė": {"Šiauliai": "far"}}, "numbers"),
        ({"Kelmė": {"Šiauliai": 1.0}, "Joniškis": {"Kelmė": 2.0}}, "has no distance from"),
        (pd.DataFrame({"latitude": [99.0], "longitude": [0.0]}, index=["Kelmė"]), "latitudes lie between"),
        (pd.DataFrame([[0, 1], [1, 0]], ["Kelmė", "Kelmė"], ["Kelmė", "Šiauliai"]), "more than once"),
        (7, "must be a table"),
        ({}, "must be a table"),
        (pd.DataFrame(), "must be a table"),
    ],
)
def test_it_says_what_is_wrong_with_the_table(table, said):
    with pytest.raises(InputError, match=said):
        apart(table)
