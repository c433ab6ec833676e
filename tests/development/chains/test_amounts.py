"""Amounts are read from a column or by name, and none is guessed."""

import numpy as np
import pandas as pd
import pytest

from socluster.core.errors import InputError
from socluster.development.chains.amounts import amounts_of, by_name, stated_amounts
from tests.development.chains.towns import town


def test_from_a_column_or_by_name_it_is_the_same():
    there, places = town(), np.arange(2, 8)
    of_column = amounts_of(there, "capacity", "capacity", places)
    by_actor = amounts_of(there, there.actors["capacity"], "capacity", places)
    assert of_column.tolist() == by_actor.tolist() == [30, 40, 25, 20, 60, 30]


def test_who_may_go_without_has_no_limit_and_others_are_named():
    there = town()
    assert amounts_of(there, "capacity", "capacity", np.array([0]), optional=np.array([0])).tolist() == [np.inf]
    with pytest.raises(InputError) as error:
        amounts_of(there, {"C1": 5}, "places", np.array([2, 3, 4]))
    assert [problem.row for problem in error.value.problems] == ["C2", "P1"]


def test_names_of_nobody_are_passed_over_only_where_scenarios_need_it():
    assert stated_amounts(town(), {"P9": 5, "P1": 3}, "places", lenient=True)[4] == 3
    with pytest.raises(InputError, match="is no actor"):
        by_name(town(), pd.Series({"P9": 5}), "places")


@pytest.mark.parametrize("wrong", [-1, True, "many", float("inf"), float("nan"), None])
def test_what_is_no_amount_is_refused(wrong):
    with pytest.raises(InputError, match="must be a number from 0"):
        stated_amounts(town(), {"P1": wrong}, "places")


def test_a_column_of_words_is_refused():
    with pytest.raises(InputError, match="must be a number from 0"):
        stated_amounts(town(), "kind", "places")
