"""The game of steps as a task: all draws are played in the same orders, whatever piece they are in."""

import pickle

import cloudpickle
import numpy as np
import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.measures.cohesion.density import density, global_efficiency
from socluster.whatif.attribution.games import Game
from socluster.whatif.attribution.step_game import StepGame
from socluster.whatif.engine.evaluate import named_raw
from socluster.whatif.scenarios.prepared import Prepared
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.ties import Stated


@pytest.fixture
def chain():
    ties = pd.DataFrame({"source": list("abc"), "target": list("bcd"), "confidence": [1, 0.5, 1]})
    return Cluster.from_tables(pd.DataFrame({"actor": list("abcd")}), ties.assign(evidence="assumed"))


def game(cluster, scenario, measure=global_efficiency, orders=20, before=()):
    played_for = Game(
        Prepared("before", cluster), scenario.prepare(cluster), tuple(named_raw([measure])), 5, 30, orders
    )
    return StepGame(played_for, cluster, tuple(before), scenario.steps)


def many(number):
    scenario = Scenario("many").with_actor("hub")
    pairs = ("ac", "ad", "bd", "a hub", "b hub", "c hub", "d hub")[:number]
    for one, other in (pair.split() if " " in pair else pair for pair in pairs):
        scenario = scenario.with_ties(one, Stated({other: 0.5}))
    for one, other in ("ab", "bc", "cd"):
        scenario = scenario.with_strength(one, other, by=0.5)
    return scenario


def test_contributions_add_up_in_every_draw(chain):
    task = game(chain, many(4))
    played = task.played(task.run(0, 30))
    assert len(played.parts) == 1 + 4 + 3
    np.testing.assert_allclose(played.contributions.sum(axis=1), played.ends[1] - played.ends[0], atol=1e-12)
    assert (played.orders, played.error.any()) == (0, False)
    assert task.parts == 3  # the ends, who joins, and all else


@pytest.mark.parametrize(("orders", "taken"), [(1, 2), (20, 20)])
def test_sampled_orders_are_told_with_their_error(chain, orders, taken):
    task = game(chain, many(7), orders=orders)
    played = task.played(task.run(0, 30))
    assert played.orders == taken
    ties = np.array([part.step.verb == "with_ties" for part in played.parts])
    if taken == 2:
        assert np.isnan(played.error[ties]).all()
    else:
        assert (played.error[ties] > 0).all()
    assert played.error[0] == 0  # who joins does so alone


def test_a_draw_is_the_same_in_any_piece(chain):
    whole, part = game(chain, many(2)).run(0, 4), game(chain, many(2)).run(2, 4)
    for one, other in zip(whole, part, strict=True):
        np.testing.assert_array_equal(one[2:], other)


def test_a_piece_goes_without_the_clusters_that_were_made(chain):
    task = game(chain, many(3))
    expected = task.run(0, 5)
    assert len(task._made) > 10
    sent = pickle.loads(cloudpickle.dumps(task))
    assert "_made" not in sent.__dict__
    for one, other in zip(sent.run(0, 5), expected, strict=True):
        np.testing.assert_array_equal(one, other)


def test_it_is_told_by_all_on_which_it_depends(chain):
    tasks = [
        game(chain, many(3)),
        game(chain, many(4)),
        game(chain, many(3), orders=30),
        game(chain, many(3), measure=density),
        game(chain.with_actor("e"), many(3)),
        game(chain, many(3), before=many(3).steps[:2]),
    ]
    assert len({task.fingerprint for task in tasks}) == len(tasks)
