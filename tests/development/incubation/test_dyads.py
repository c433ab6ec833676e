import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.development.incubation.dyads import ends, of_dyads, places
from tests.development.incubation.circles import circle


@pytest.mark.parametrize("n", [0, 1, 2, 5, 12])
def test_every_dyad_has_its_place_in_either_order(n):
    one, other = ends(n)
    assert places(one, other, n).tolist() == places(other, one, n).tolist() == list(range(n * (n - 1) // 2))


def test_one_number_for_all_and_the_mean_of_two():
    cluster = circle(3, experience=[1.0, 0.0, 0.5], knows=[True, False, True])
    assert of_dyads(cluster, 0.25, "trust").tolist() == [0.25] * 3
    assert of_dyads(cluster, "experience", "trust").tolist() == [0.5, 0.75, 0.25]
    assert of_dyads(cluster, "knows", "trust").tolist() == [0.5, 1.0, 0.5]
    assert of_dyads(cluster, {"a0": 1, "a1": 0, "a2": True}, "trust").tolist() == [0.5, 1.0, 0.5]
    assert of_dyads(cluster, pd.Series({"a2": 0.5, "a1": 0, "a0": 1}), "trust").tolist() == [0.5, 0.75, 0.25]


def test_a_table_of_two_actors_has_the_mean_of_both_directions():
    cluster = circle(3)
    names = ["a2", "a0", "a1"]
    table = pd.DataFrame([[0, 1, 0.2], [0.5, 0, 0], [0.4, 1, 0]], index=names, columns=names)
    assert of_dyads(cluster, table, "trust").tolist() == pytest.approx([0.5, 0.75, 0.3])


def test_words_that_differ_or_are_the_same():
    cluster = circle(4, sectors=("public", "civic", None))
    assert of_dyads(cluster, "sector", "negative", text="different").tolist() == [1, 1, 0, 1, 1, 1]
    assert of_dyads(cluster, "sector", "overlap", text="same").tolist() == [0, 0, 1, 0, 0, 0]


def test_the_weights_of_a_layer():
    actors = pd.DataFrame({"actor": list("ab")})
    ties = pd.DataFrame({"source": ["a", "b"], "target": ["b", "a"], "weight": [0.5, 0.1], "layer": "trust"})
    cluster = sc.Cluster.from_tables(actors, ties, layers={"trust": {"directed": True}})
    assert of_dyads(cluster, "trust", "trust").tolist() == pytest.approx([0.3])
    strong = sc.Cluster.from_tables(actors, ties.assign(weight=4.0), layers={"trust": {"directed": True}})
    with pytest.raises(InputError, match="from 0 to 1"):
        of_dyads(strong, "trust", "trust")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (1.5, "from 0 to 1"),
        ("sectors", "did you mean 'sector'"),
        ({"a0": 1}, "has no number"),
        ({"a0": 1, "a1": 0, "zz": 0}, "is no actor"),
        ({"a0": 1, "a1": 0, "a2": None}, "has no number"),
        ({"a0": 1, "a1": 0, "a2": 2}, "entry 'a2'"),
        (pd.DataFrame(np.zeros((3, 3))), "a row and a column for each actor"),
        (pd.DataFrame(np.full((3, 3), 2.0), index=["a0", "a1", "a2"], columns=["a0", "a1", "a2"]), "a0 – a1"),
        (pd.DataFrame("x", index=["a0", "a1", "a2"], columns=["a0", "a1", "a2"]), "must hold numbers"),
        ([1, 2], "must be a number from 0 to 1, numbers by actor"),
    ],
)
def test_what_says_no_number_for_everybody_is_refused(value, said):
    with pytest.raises(InputError, match=said):
        of_dyads(circle(3), value, "trust")
