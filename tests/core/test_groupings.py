"""Which actor is in which group, and what becomes of those who state none."""

import pandas as pd
import pytest

from socluster import Cluster, InputError
from socluster.core.groupings import partition, with_groups

ACTORS = pd.DataFrame({"actor": list("ABC"), "sector": ["public", "civic", None], "beds": [1, 2, 2]})
TIES = pd.DataFrame({"source": ["A", "B", "A"], "target": ["B", "C", "C"], "layer": ["x", "x", "y"]})


def town():
    return Cluster.from_tables(ACTORS, TIES)


def test_groups_of_columns_and_of_a_series():
    cluster = town()
    assert partition(cluster, "beds").tolist() == [1, 2, 2]
    assert partition(cluster, "beds").name == "beds"
    assert partition(cluster, ["beds"]).tolist() == ["1", "2", "2"]
    assert partition(cluster, pd.Series(["x", "y", "z", "w"], index=["C", "A", "B", "D"])).tolist() == ["y", "z", "x"]
    assert partition(cluster, {"A": 1, "B": 1, "C": 2}).tolist() == [1, 1, 2]


@pytest.mark.parametrize(
    ("group", "actors", "column"),
    [
        ("sector", ["C"], "sector"),
        (["beds", "sector"], ["C"], "sector"),
        (pd.Series(["x"], index=["B"]), ["A", "C"], "group"),
    ],
    ids=["a column", "columns", "a series"],
)
def test_all_who_have_no_group_are_named(group, actors, column):
    with pytest.raises(InputError, match="has no value; every actor needs one") as error:
        partition(town(), group)
    assert [(problem.row, problem.column) for problem in error.value.problems] == [(actor, column) for actor in actors]


def test_wrong_groups_are_refused():
    with pytest.raises(InputError, match="occurs more than once in the Series of groups") as error:
        partition(town(), pd.Series(range(5), index=["A", "B", "A", "B", "C"]))
    assert [problem.row for problem in error.value.problems] == ["A", "B"]
    with pytest.raises(InputError, match=r"is not a column of the actors.*did you mean 'sector'"):
        partition(town(), "sectors")
    with pytest.raises(InputError, match="did you mean 'beds'"):
        partition(town(), ["bed"])
    with pytest.raises(InputError, match="group names no column"):
        partition(town(), [])


def test_who_states_nothing_is_refused_and_the_error_names_the_way_out():
    with pytest.raises(InputError, match=r"missing='category'.*missing='drop'") as error:
        partition(town(), "sector")
    assert "missing='drop'" in str(error.value.in_language("lt"))
    with pytest.raises(InputError, match="missing must be one of 'refuse', 'category', 'drop'"):
        partition(town(), "sector", "leave")


def test_who_states_nothing_is_a_group_of_its_own_and_the_last():
    read = partition(town(), "sector", "category")
    assert read.tolist() == ["public", "civic", "not stated"]
    assert list(read.cat.categories) == ["civic", "public", "not stated"]
    assert partition(town(), ["sector", "beds"], "category").tolist() == ["public × 1", "civic × 2", "not stated × 2"]
    numbers = pd.Series([3, 1], index=["A", "B"])
    assert partition(town(), numbers, "category").tolist() == [3, 1, "not stated"]


def test_who_states_nothing_is_left_out():
    kept, (sector, beds) = with_groups(town(), "drop", "sector", "beds")
    assert kept == town().without_actor("C")
    assert (sector.tolist(), beds.tolist()) == (["public", "civic"], [1, 2])
    assert with_groups(town(), "drop", "beds")[0] == town()
    nobody, (none,) = with_groups(town(), "drop", pd.Series([None, None, None], index=list("ABC")))
    assert (nobody.n_actors, len(none)) == (0, 0)


def test_a_group_that_is_called_so_already_does_not_take_them_in():
    with pytest.raises(InputError, match="'not stated' of its own"):
        partition(town(), pd.Series(["not stated", "x"], index=["A", "B"]), "category")


@pytest.mark.parametrize("group", ["sector", ["sector", "level"]])
def test_a_group_that_is_called_not_stated_is_not_mixed_with_those_without_a_value(group):
    actors = {"actor": [*"abc"], "sector": ["not stated", None, "ngo"], "level": ["local"] * 3}
    cluster = Cluster.from_tables(pd.DataFrame(actors))
    with pytest.raises(InputError, match="'not stated' of its own") as caught:
        partition(cluster, group, "category")
    assert "missing='drop'" in str(caught.value)
    assert partition(cluster, group, "drop").notna().sum() == 2
