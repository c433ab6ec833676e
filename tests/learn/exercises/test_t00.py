"""Tutorial 00, in five minutes: its answer, computed another way."""

import networkx

from tests.learn.exercises.shipped import assert_right

TOWN = [
    ("municipality", "school"),
    ("municipality", "day centre"),
    ("day centre", "parish"),
    ("day centre", "bakery"),
]


def test_the_density_of_the_practice_town_with_one_more_tie():
    assert_right("00.1", networkx.density(networkx.Graph([*TOWN, ("school", "day centre")])))
