"""Columns from anywhere: by label, by id or in order, and nothing slips through."""

import networkx as nx
import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError

PATH = sc.as_cluster(nx.path_graph(4))


@pytest.mark.parametrize(
    "values",
    [
        pd.Series([9, 8, 7, 6], index=[3, 2, 1, 0]),
        pd.Series([9, 8, 7, 6], index=["3", "2", "1", "0"]),
        {0: 6, "1": 7, 2: 8, 3: 9},
        [6, 7, 8, 9],
        np.array([6, 7, 8, 9]),
        pd.Index([6, 7, 8, 9]),
    ],
    ids=["labels", "ids", "dict", "list", "array", "index"],
)
def test_values_go_to_their_actors(values):
    assert PATH.with_columns(staff=values).actors["staff"].to_dict() == {0: 6, 1: 7, 2: 8, 3: 9}


def test_groups_that_a_measure_found_can_be_used_by_name():
    club = sc.load_dataset("karate")
    found = sc.communities(club, rng=1)
    cluster = club.with_columns(community=found)
    assert cluster.actors["community"].astype(int).tolist() == found.astype(int).tolist()
    assert sc.ei_index(cluster, group="community") == sc.ei_index(club, group=found)
    joined = sc.Scenario("hub").with_actor("hub", community=1).with_ties("hub", sc.ties.Rates(by="community"))
    assert joined.apply(cluster).n_actors == 35
    assert cluster.fingerprint != club.fingerprint
    assert sc.Cluster.from_tables(cluster.actors, cluster.ties).actors["community"].tolist() == found.tolist()


def test_a_table_gives_several_columns():
    table = pd.DataFrame({"staff": [1.5, 2, 3, None], "open": [True, False, True, True]}, index=[0, 1, 2, 3])
    actors = PATH.with_columns(table).actors
    assert actors["staff"].isna().tolist() == [False, False, False, True]
    assert actors["open"].tolist() == [True, False, True, True]


def test_what_is_there_is_kept_unless_it_is_to_be_replaced():
    with_staff = PATH.with_columns(staff=[1, 2, 3, 4], sector=["civic"] * 4)
    with pytest.raises(InputError, match=r"staff.*is a column of the actors already; replace=True"):
        with_staff.with_columns(staff=[5, 6, 7, 8])
    with pytest.raises(InputError, match=r"sector.*is a column of the actors already"):
        with_staff.with_columns({"sector": ["public"] * 4})
    replaced = with_staff.with_columns(staff=["a", "b", "c", "d"], replace=True)
    assert replaced.actors["staff"].tolist() == list("abcd")
    assert replaced.actors["sector"].tolist() == ["civic"] * 4


def test_everybody_of_whom_nothing_is_said_is_named():
    some = {0: 1, 1: 2}
    with pytest.raises(
        InputError, match=r"says nothing about 2 actors \(2 and 3\); give them None, or say partial=True"
    ):
        PATH.with_columns(staff=some)
    with pytest.raises(InputError, match=r"says nothing about 1 actor \(3\); give it None"):
        PATH.with_columns(staff={**some, 2: None})
    assert PATH.with_columns(staff=some, partial=True).actors["staff"].isna().tolist() == [False, False, True, True]


def test_all_that_does_not_fit_is_said_at_once():
    with pytest.raises(InputError) as caught:
        PATH.with_columns(
            a={0: 1, 1: 1, 2: 1, 3: 1, 33: 1},
            b=[1, 2],
            c=3,
            d="text",
            e=pd.Series([1, 1, 1, 1, 1], index=[0, 1, 2, 3, "3"]),
        )
    assert [(each.column, each.value) for each in caught.value.problems] == [
        ("a", "33"),
        ("b", 2),
        ("c", 3),
        ("d", "text"),
        ("e", "3"),
    ]
    assert caught.value.problems[0].nearest == "3"
    with pytest.raises(InputError, match="say which columns"):
        PATH.with_columns()
    with pytest.raises(InputError, match="is no text"):
        PATH.with_columns(tags=[["x"]] * 4)


def test_the_name_of_a_column_is_one_that_can_be_written():
    with pytest.raises(InputError, match=r"the name of the column holds a character U\+D800"):
        sc.as_cluster([("a", "b")]).with_columns({"\ud800": ["x", "y"]})


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (["civic", "ngo", None], None),
        (["civic", "ngo", None], "x"),
        ([1.5, 2.0, None], 3.0),
        ([True, False, None], True),
    ],
)
def test_part_of_a_column_is_replaced_and_the_rest_stays(old, new):
    town = sc.as_cluster([("a", "b"), ("b", "c")]).with_columns(what=old)
    changed = town.with_columns(what={"a": new}, partial=True, replace=True)
    assert changed == town.with_columns(what=[new, *old[1:]], replace=True)
    assert changed == town.with_columns(what=pd.Series({"a": new}, dtype=object), partial=True, replace=True)
    assert changed.actors["what"].tolist()[1] == old[1]
