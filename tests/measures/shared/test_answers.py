"""What a measure may answer, and what it is called."""

from functools import partial

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster import InputError
from socluster.measures.shared.answers import answer, named


@pytest.mark.parametrize("number", [3, True, np.float32(0.5), np.int64(3)])
def test_any_real_number_is_a_float(number, kite):
    found = answer(lambda cluster: number, "mine", kite)
    assert type(found) is float
    assert found == number


def test_rows_come_in_the_order_of_the_actors(cluster_of):
    cluster = cluster_of("AB BC")
    shuffled = pd.Series([3, 1, 2], index=["C", "A", "B"], name="other")
    columns = answer(lambda cluster: shuffled, "mine", cluster)
    assert list(columns) == ["mine"]
    assert columns["mine"].index.equals(cluster.index)
    assert columns["mine"].tolist() == [1, 2, 3]


def test_a_frame_has_columns_of_its_own(cluster_of):
    cluster = cluster_of("AB")
    columns = answer(lambda cluster: pd.DataFrame({1: [5, 6], "b": [7, 8]}, index=["B", "A"]), "mine", cluster)
    assert {name: values.tolist() for name, values in columns.items()} == {"1": [6, 5], "b": [8, 7]}


def test_only_a_function_without_a_name_is_called_as_its_result(cluster_of):
    cluster = cluster_of("AB")
    values = pd.Series([1, 2], index=["A", "B"])
    assert list(answer(lambda cluster: values.rename("staff"), "<lambda>", cluster)) == ["staff"]
    assert list(answer(lambda cluster: values, "<lambda>", cluster)) == ["<lambda>"]


@pytest.mark.parametrize("labels", ["A", "AA", "AC", "ABC"], ids=["too few", "twice", "a stranger", "too many"])
def test_every_actor_has_one_row_and_nobody_else(labels, cluster_of):
    with pytest.raises(InputError, match="'mine' must return a row for every actor"):
        answer(lambda cluster: pd.Series(1.0, index=list(labels)), "mine", cluster_of("AB"))


@pytest.mark.parametrize("result", ["much", None, [1, 2], np.array([1.0, 2.0]), 1j])
def test_anything_else_is_refused_and_shown(result, cluster_of):
    with pytest.raises(InputError, match="'mine' must return a number, or a Series or DataFrame") as error:
        answer(lambda cluster: result, "mine", cluster_of("AB"))
    assert error.value.problems[0].value is result


def test_an_error_of_the_measure_is_its_own_and_says_whose(kite):
    def failing(cluster):
        raise ZeroDivisionError("as it happens")

    with pytest.raises(ZeroDivisionError, match="as it happens") as error:
        answer(failing, "mine", kite)
    assert error.value.__notes__ == ["this came from the measure 'mine'"]


class Counted:
    """A measure that is an object."""

    def __call__(self, cluster):
        return float(cluster.n_ties)


@pytest.mark.parametrize(
    ("measure", "name"),
    [
        (sc.degree, "degree"),
        (Counted(), "Counted"),
        (partial(sc.degree), "degree()"),
        (partial(sc.degree, direction="in", normalized=False), "degree(direction=in, normalized=False)"),
        (partial(partial(sc.closeness, layer="money"), cost=np.reciprocal), "closeness(layer=money, cost=reciprocal)"),
        (partial(Counted(), of=pd.Series([1], name="staff")), "Counted(of=staff)"),
        (partial(Counted(), of=pd.Series([1]), limit=None), "Counted(of=Series, limit=None)"),
        (partial(Counted(), of=["a"], share=0.5), "Counted(of=a, share=0.5)"),
    ],
)
def test_a_measure_is_called_by_its_function_and_its_options(measure, name):
    assert named(measure) == [(name, measure)]


def test_several_measures_keep_their_order():
    assert named(each for each in (sc.strength, sc.degree)) == [("strength", sc.strength), ("degree", sc.degree)]


def test_whatever_is_no_function_is_listed():
    with pytest.raises(InputError) as error:
        named([sc.degree, "degree", 3])
    assert [problem.value for problem in error.value.problems] == ["degree", 3]
    with pytest.raises(InputError, match="a measure is a function") as error:
        named("degree")  # and not one measure for every letter
    assert [problem.value for problem in error.value.problems] == ["degree"]
    with pytest.raises(InputError, match="at least one measure"):
        named([])
