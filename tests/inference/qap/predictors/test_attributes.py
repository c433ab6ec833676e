"""Predictors of attributes, cell by cell."""

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.inference.qap.dyad_space import DyadSpace

ACTORS = pd.DataFrame(
    {
        "actor": list("abc"),
        "sector": ["civic", "public", None],
        "staff": [5.0, 2.0, np.nan],
        "open": [True, False, True],
    }
)
CLUSTER = sc.Cluster.from_tables(ACTORS, layers={"tie": {"directed": True}})
SPACE = DyadSpace(CLUSTER, directed=True)
UNDIRECTED = DyadSpace(CLUSTER, directed=False)
NAN = np.nan


def of(predictor, space=SPACE):
    return {str(column.name): column.values[0] for column in predictor.columns([space])}


def assert_cells(found, expected):
    np.testing.assert_array_equal(found, np.array(expected, dtype=float))


def test_numbers_of_the_sender_and_the_receiver():
    assert_cells(of(sc.predictors.sender("staff"))["sender: staff"], [[5] * 3, [2] * 3, [NAN] * 3])
    assert_cells(of(sc.predictors.receiver("staff"))["receiver: staff"], [[5, 2, NAN]] * 3)


def test_categories_are_compared_with_a_base():
    found = of(sc.predictors.sender("sector"))
    assert list(found) == ["sender: sector = public"]
    assert_cells(found["sender: sector = public"], [[0] * 3, [1] * 3, [NAN] * 3])
    assert list(of(sc.predictors.sender("sector", base="public"))) == ["sender: sector = civic"]
    assert list(of(sc.predictors.receiver("open"))) == ["receiver: open = True"]


def test_a_categorical_series_keeps_its_order():
    levels = pd.Series(pd.Categorical(list("xyz"), categories=list("zyx")), list("abc"), name="level")
    assert list(of(sc.predictors.sender(levels))) == ["sender: level = y", "sender: level = x"]


def test_both_ends_add_up():
    found = of(sc.predictors.ends("staff"), UNDIRECTED)["both ends: staff"]
    assert_cells(found, [[10, 7, NAN], [7, 4, NAN], [NAN] * 3])
    counted = of(sc.predictors.ends("open"), UNDIRECTED)["both ends: open = True"]
    assert_cells(counted, [[2, 1, 2], [1, 0, 1], [2, 1, 2]])


def test_the_same_and_the_difference():
    assert_cells(of(sc.predictors.same("sector"))["same: sector"], [[1, 0, NAN], [0, 1, NAN], [NAN] * 3])
    assert_cells(of(sc.predictors.difference("staff"))["difference: staff"], [[0, 3, NAN], [3, 0, NAN], [NAN] * 3])
    signed = of(sc.predictors.difference("staff", signed=True))["signed difference: staff"]
    assert_cells(signed, [[0, 3, NAN], [-3, 0, NAN], [NAN] * 3])


def test_ties_without_direction_have_no_sender():
    for predictor in (sc.predictors.sender("staff"), sc.predictors.receiver("sector")):
        with pytest.raises(InputError, match=r"take both ends together: sc.predictors.ends\('"):
            predictor.columns([UNDIRECTED])
    with pytest.raises(InputError, match=r"without its sign: sc.predictors.difference\('staff'\)"):
        sc.predictors.difference("staff", signed=True).columns([UNDIRECTED])


def test_it_says_what_cannot_be():
    with pytest.raises(InputError, match=r"sc.predictors.same\('sector'\)"):
        sc.predictors.difference("sector").columns([SPACE])
    with pytest.raises(InputError, match="did you mean 'public'"):
        sc.predictors.sender("sector", base="publc").columns([SPACE])
    with pytest.raises(InputError, match="sector"):
        sc.predictors.same("sectr").columns([SPACE])


def test_categories_of_several_networks_are_the_same():
    other = sc.Cluster.from_tables(ACTORS.assign(sector="science"), layers={"tie": {"directed": True}})
    columns = sc.predictors.sender("sector").columns([SPACE, DyadSpace(other, directed=True)])
    assert [str(each.name) for each in columns] == ["sender: sector = public", "sender: sector = science"]
    assert columns[1].values[1].all()


def test_one_category_alone_is_compared_with_nothing():
    davis = sc.load_dataset("davis")  # all of its groups are social events
    with pytest.raises(InputError, match=r"no two different values.*'receiver: kind'"):
        sc.predictors.receiver("kind").columns([DyadSpace(davis, directed=True, two_mode=True)])
    with pytest.raises(InputError, match="no two different values"):
        sc.predictors.sender(pd.Series([None] * 3, list("abc"), dtype=object)).columns([SPACE])
