"""The game of edits as a task: what a draw's row holds, and edits that stand between draws only."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.core.errors import InputError
from socluster.measures.centrality.degree import degree
from socluster.measures.cohesion.density import global_efficiency
from socluster.whatif.attribution.attribution import attribute
from socluster.whatif.attribution.edit_game import _HOWS, EditGame
from socluster.whatif.attribution.games import Game
from socluster.whatif.engine.evaluate import named_raw
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.ties import Stated
from socluster.whatif.ties.protocol import IndependentTies


@pytest.fixture
def chain():
    return Cluster.from_tables(
        pd.DataFrame({"actor": list("abcd")}), pd.DataFrame({"source": list("abc"), "target": list("bcd")})
    )


def game(before, after, cluster, measure=global_efficiency, orders=20):
    return EditGame(Game(before.prepare(cluster), after.prepare(cluster), tuple(named_raw([measure])), 5, 10, orders))


def nobody():
    return Scenario("nobody").with_actor("hub")


@dataclass(frozen=True)
class Turned:
    """A tie to a that is there in just those draws in which a stated one of the same probability is not."""

    def fit(self, cluster, actor, layer):
        return TurnedTies(actor)

    def assumption(self, language="en"):
        return "turned"


@dataclass(frozen=True)
class TurnedTies(IndependentTies):
    actor: str

    @property
    def sources(self):
        return (self.actor,)

    @property
    def targets(self):
        return ("a",)

    def probabilities(self, rng):
        return np.array([0.5])

    def realised(self, uniform, rng):
        return uniform >= 0.5


def test_a_row_holds_the_ends_and_every_edit(chain):
    task = game(nobody(), nobody().with_ties("hub", Stated({"a": 0.5})), chain)
    (rows,) = task.run(0, 40)
    played = task.played([rows])
    assert [edit.names for edit in played.parts] == [("tie", "a", "hub")]
    there = played.happens[:, 0]
    assert 5 < there.sum() < 35
    np.testing.assert_allclose(played.ends[1] - played.ends[0], played.contributions[:, 0])
    assert (played.contributions[~there] == 0).all()
    assert (played.contributions[there] > 0).all()
    assert (played.orders, played.error.tolist()) == (0, [0])


def test_what_differs_between_draws_only_is_an_edit_of_these_draws(chain):
    """With all ties that may be there, the two clusters are the same; in no draw are they."""
    stated, turned = (nobody().with_ties("hub", model) for model in (Stated({"a": 0.5}), Turned()))
    assert game(stated, turned, chain)._between.edits == ()
    task = game(stated, turned, chain)
    played = task.played(task.run(0, 40))
    (edit,) = played.parts
    assert edit.names == ("tie", "a", "hub")
    assert played.happens.all()
    came = played.contributions[:, 0] > 0
    assert 5 < came.sum() < 35
    assert edit.how == ("new" if came[0] else "gone")
    np.testing.assert_allclose(played.ends[1] - played.ends[0], played.contributions[:, 0])


def test_orders_belong_to_a_draw(chain):
    """More than eight edits are sampled; how many draws came before does not change the orders of a draw."""
    after = Scenario("many").with_actor("x").with_actor("y").without_ties("a", "b").with_ties("a", Stated({"y": 0.5}))
    for one, other in ("ac", "ad", "bd", "ax", "bx", "cy", "dy", "xy"):
        after = after.with_ties(one, other)
    task = game(Scenario("none"), after, chain)
    (rows,), (later,) = task.run(0, 4), task.run(2, 4)
    np.testing.assert_array_equal(rows[2:], later)
    played = task.played([rows])
    assert played.orders == 4 * 2  # at least one order and its reverse in every draw
    assert task.draws_at_a_time == 50 // len(played.parts)


def test_one_draw_tells_the_error_of_its_orders(chain):
    after = Scenario("many").with_actor("x")
    for one, other in ("ac", "ad", "bd", "ax", "bx", "cx", "dx"):
        after = after.with_ties(one, other)
    after = after.without_ties("a", "b").without_ties("b", "c")
    found = attribute(chain, after, measure=global_efficiency, samples=60, rng=1)
    assert (found.draws, found.orders) == (1, 60)
    assert (found.to_frame()["error"].drop("x joins, without ties") > 0).all()
    assert found.to_frame()["mean_contribution"].sum() == pytest.approx(found.mean_delta)


def test_only_one_number_for_the_whole_cluster_can_be_played_for(chain):
    task = game(nobody(), nobody().with_ties("hub", "a"), chain, measure=degree)
    with pytest.raises(InputError, match="one number for the whole cluster"):
        task.run(0, 1)


def test_it_is_told_by_all_on_which_it_depends(chain):
    stated = nobody().with_ties("hub", Stated({"a": 0.5}))
    tasks = [
        game(nobody(), stated, chain),
        game(nobody(), nobody().with_ties("hub", Stated({"a": 0.6})), chain),
        game(nobody(), stated, chain.without_ties("a", "b")),
        game(nobody(), stated, chain, orders=30),
        game(nobody(), stated, chain, measure=degree),
    ]
    assert len({task.fingerprint for task in tasks}) == len(tasks)


def test_edits_of_some_draws_stand_in_the_order_in_which_they_first_happen_and_as_they_do_then(chain):
    stated, turned = (nobody().with_ties("hub", model) for model in (Stated({"a": 0.5}), Turned()))
    task = game(stated, turned, chain)
    possible = len(task._possible)
    assert task._n_edits == 0
    how = np.zeros((4, possible))
    how[:, 1], how[:, 2] = [0, 0, 2, 1], [0, 1, 0, 0]  # how each of two happens in four draws
    played = task.played([np.concatenate([np.zeros((4, 3 + possible)), how, np.zeros((4, possible))], axis=1)])
    assert [edit.names for edit in played.parts] == [task._possible[place].names for place in (2, 1)]
    assert [edit.how for edit in played.parts] == [_HOWS[0], _HOWS[1]]
    assert played.happens.T.tolist() == [[False, True, False, False], [False, False, True, True]]
