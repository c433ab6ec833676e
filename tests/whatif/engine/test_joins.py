"""Which scenarios are one partner who joins, and which ties it has; the whole is audited in test_updates.py."""

import numpy as np
import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.whatif.engine.joins import join_of
from socluster.whatif.scenarios.prepared import Prepared
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.ties import AtMost, Rates, Stated


@pytest.fixture
def town():
    actors = pd.DataFrame({"actor": list("abcd"), "sector": ["x", "x", "y", "y"]})
    ties = pd.DataFrame({"source": list("abc"), "target": list("bcd"), "confidence": [1.0, 0.5, 0.5]})
    return Cluster.from_tables(actors, ties)


def joined(town, scenario):
    return join_of(Prepared("before", town), scenario.prepare(town))


def test_a_newcomer_has_partners_weights_and_layers(town):
    scenario = (
        Scenario("s").with_actor("new").with_ties("new", ["d", "b"], weight=3).with_ties("new", "a", layer="help")
    )
    join = joined(town, scenario)
    ties = sorted(zip(join.partners.tolist(), join.weights.tolist(), join.layers, strict=True))
    assert ties == [(0, 1, "help"), (1, 3, "tie"), (3, 3, "tie")]


@pytest.mark.parametrize(
    "scenario",
    [
        Scenario("nothing"),
        Scenario("two").with_actor("new").with_actor("other"),
        Scenario("leaves").with_actor("new").without_actor("a"),
        Scenario("ties of others").with_actor("new").with_ties("a", "d"),
        Scenario("stronger").with_actor("new").with_strength("a", "b", weight=7),
        Scenario("directed").with_actor("new").with_ties("new", "a", layer="asks", directed=True),
    ],
)
def test_what_else_happens_is_no_join(town, scenario):
    assert joined(town, scenario) is None


def test_where_a_tie_is_unknown_nothing_is_updated(town):
    tables = town.to_tables()
    unknown = pd.DataFrame({"source": ["a"], "target": ["d"]})
    partly = Cluster.from_tables(tables.actors, tables.ties, unknown=unknown)
    assert joined(partly, Scenario("s").with_actor("new").with_ties("new", "a")) is None


@pytest.mark.parametrize(
    "model", [Stated({"a": 0.5, "d": 1.0}), Rates("sector"), AtMost(Stated({"a": 0.9, "b": 0.9}), 1)]
)
def test_its_ties_are_there_in_the_draws_in_which_they_are_drawn(town, model):
    join = joined(town, Scenario("s").with_actor("new", sector="x").with_ties("new", model, layer="tie"))
    whole = np.array([join.prepared.present(5, draw) for draw in range(2, 42)])
    assert np.array_equal(join.present(5, 2, 42), whole[:, join.rows])


def test_certain_ties_need_no_chance(town):
    join = joined(town, Scenario("s").with_actor("new").with_ties("new", ["a", "b"]))
    assert join.present(1, 0, 3).tolist() == [[True, True]] * 3
