"""Candidates of a ranking or plan: named, refused where no plan could hold both, and added to each other."""

import numpy as np
import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.core.errors import InputError
from socluster.whatif.choice.candidates import (
    Together,
    amounts_by_candidate,
    checked_candidates,
    is_amount,
    refuse_rivals,
)
from socluster.whatif.scenarios.prepared import Prepared
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.ties import Rates, Stated

PAIR = Cluster.from_tables(
    pd.DataFrame({"actor": ["a", "b"], "sector": ["civic", "civic"]}), pd.DataFrame({"source": ["a"], "target": ["b"]})
)


def hub(name, target, **columns):
    return Scenario(name).with_actor("hub", **columns).with_ties("hub", [target])


def test_candidates_keep_their_order_and_one_need_be_no_list():
    one, other = hub("to b", "b"), hub("to a", "a")
    assert list(checked_candidates([one, other], PAIR)) == ["to b", "to a"]
    assert checked_candidates(one, PAIR) == {"to b": one}
    assert list(checked_candidates((each for each in (one, other)), PAIR)) == ["to b", "to a"]


def test_all_rivals_are_listed():
    refuse_rivals({"to a": hub("to a", "a"), "to b": hub("to b", "b")})
    rivals = [hub("x", "a", sector="civic"), hub("y", "a", sector="public"), hub("z", "a", sector="private")]
    with pytest.raises(InputError, match="rank_partners compares such rivals") as error:
        refuse_rivals({each.name: each for each in rivals})
    assert len(error.value.problems) == 3 + 1


def test_amounts_in_the_order_of_the_candidates():
    assert amounts_by_candidate(None, "xy", "cost") is None
    found = amounts_by_candidate({"y": np.int64(2), "x": 0}, "xy", "cost")
    assert list(found.items()) == [("x", 0.0), ("y", 2.0)]
    assert {type(amount) for amount in found.values()} == {float}


def test_all_that_is_wrong_with_amounts_is_listed():
    with pytest.raises(InputError) as error:
        amounts_by_candidate({"north": -1, "suoth": 2}, ["north", "south"], "cost")
    assert [(each.row, each.column, each.value, each.nearest) for each in error.value.problems] == [
        (None, "cost", "suoth", "south"),
        (None, "cost", None, None),
        ("north", "cost", -1, None),
    ]
    assert "gives no amount for 'south'" in str(error.value)
    with pytest.raises(InputError, match="capacity must be a mapping from candidate to amount"):
        amounts_by_candidate([1, 2], "xy", "capacity")


@pytest.mark.parametrize("value", [0, 2.5, np.float64(1e12)])
def test_amounts_are_finite_numbers_from_nothing(value):
    assert is_amount(value)


@pytest.mark.parametrize("value", [-1e-9, float("inf"), float("nan"), "2", None, True])
def test_what_is_no_amount(value):
    assert not is_amount(value)


def test_who_joins_after_others_takes_shared_steps_once():
    nobody = Together(None, Prepared("", PAIR))
    both = nobody.joined_by(hub("to a", "a")).joined_by(hub("to b", "b"))
    assert both.scenario == hub("to a", "a") + hub("to b", "b")
    assert both.prepared.cluster == both.scenario.apply(PAIR)
    assert both.prepared.said.count("with_actor") == 1
    assert nobody.prepared.cluster is PAIR


def test_models_are_kept_where_their_ties_depend_on_what_is_drawn():
    stated = Scenario("s").with_actor("s", sector="civic").with_ties("s", Stated({"a": 0.5}))
    rates = Scenario("r").with_actor("r", sector="civic").with_ties("r", Rates())
    gone = stated.without_ties("s", "a")
    nobody = Together(None, Prepared("", PAIR))
    assert [len(nobody.joined_by(each).prepared.modelled) for each in (stated, rates, gone)] == [0, 1, 1]
    assert len(nobody.joined_by(rates).joined_by(stated).prepared.modelled) == 1
