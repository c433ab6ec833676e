"""One measure, one value by actor: whatever gives more, less or something else is refused."""

from functools import partial

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster import InputError
from socluster.measures.shared.one_value import one_measure, value_by_actor


def test_one_measure_alone_or_in_a_list():
    assert one_measure(sc.degree) == ("degree", sc.degree)
    assert one_measure([sc.degree]) == ("degree", sc.degree)
    with pytest.raises(InputError, match="give one measure"):
        one_measure([sc.degree, sc.strength])
    with pytest.raises(InputError, match="a measure is a function"):
        one_measure("degree")


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (pd.array([1, None, 3], dtype="Int64"), [1, np.nan, 3]),
        (pd.array([True, False, None], dtype="boolean"), [1, 0, np.nan]),
        (np.array([0.5, np.nan, 2]), [0.5, np.nan, 2]),
    ],
    ids=["whole numbers", "yes or no", "floats"],
)
def test_what_is_undefined_is_nan_in_a_series_of_floats(values, expected, cluster_of):
    cluster = cluster_of("AB BC")
    found = value_by_actor(lambda cluster: pd.Series(values, index=cluster.index), "mine", cluster)
    assert found.tolist() == pytest.approx(expected, nan_ok=True)
    assert found.dtype == float
    assert found.name == "mine"
    assert found.index.equals(cluster.index)


def test_a_table_of_one_column_will_do(kite):
    found = value_by_actor(lambda cluster: sc.degree(cluster).to_frame("d"), "mine", kite)
    assert found.equals(sc.degree(kite).rename("mine"))


@pytest.mark.parametrize(
    ("measure", "message"),
    [
        (sc.density, "the measure 'mine' gives one number; one value per actor is needed"),
        (partial(sc.brokerage_roles, group="sector"), "the measure 'mine' gives 6 columns; one value per actor"),
        (lambda cluster: pd.DataFrame(index=cluster.index), "the measure 'mine' gives 0 columns"),
        (lambda cluster: cluster.actors["sector"], "the measure 'mine' gives no numbers"),
        (lambda cluster: sc.components(cluster), "the measure 'mine' gives no numbers"),
    ],
    ids=["one number", "six columns", "no column", "text", "a membership"],
)
def test_anything_else_is_refused(measure, message, knoke):
    with pytest.raises(InputError, match=message):
        value_by_actor(measure, "mine", knoke)
