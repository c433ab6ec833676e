"""Worlds: each tie is there as often as it is sure, whatever else is in the cluster."""

import numpy as np
import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.core.streams import tie_keys, uniforms, uniforms_of_draws
from socluster.draws.worlds import EachWorld, Worlds


def town(confidence=(1.0, 0.5, 0.2), *, directed=False, wave=None):
    ties = pd.DataFrame({"source": list("abc"), "target": list("bcd"), "confidence": confidence})
    ties = ties.assign(evidence="assumed", **({} if wave is None else {"wave": wave}))
    return Cluster.from_tables(pd.DataFrame({"actor": list("abcd")}), ties, layers={"tie": {"directed": directed}})


def test_a_tie_is_there_as_often_as_it_is_sure():
    present = Worlds(town(), 7).present_in(0, 20_000)
    assert present.mean(axis=0) == pytest.approx([1, 0.5, 0.2], abs=0.015)
    assert np.abs(np.corrcoef(present[:, 1:].T)[0, 1]) < 0.02


def test_a_tie_may_be_left_out_besides():
    present = Worlds(town(), 7, keep=0.5).present_in(0, 20_000)
    assert present.mean(axis=0) == pytest.approx([0.5, 0.25, 0.1], abs=0.015)
    assert not Worlds(town((1, 1, 1)), 7, keep=0.5).is_certain


def test_one_draw_and_many_are_the_same():
    worlds = Worlds(town(), 7)
    many = worlds.present_in(3, 9)
    for draw in range(3, 9):
        np.testing.assert_array_equal(worlds.present(draw), many[draw - 3])
        assert worlds.cluster(draw).n_ties == many[draw - 3].sum()


def test_in_a_world_every_tie_is_sure():
    world = Worlds(town(), 7).cluster(4)
    assert not world.n_uncertain
    assert (world.ties["confidence"] == 1).all()


def test_a_certain_cluster_is_its_only_world():
    cluster = town((1, 1, 1))
    worlds = Worlds(cluster, 7)
    assert worlds.is_certain
    assert worlds.cluster(5) is cluster


def test_seeds_differ_and_repeat():
    one, same, other = (Worlds(town(), seed).present_in(0, 50) for seed in (1, 1, 2))
    np.testing.assert_array_equal(one, same)
    assert (one != other).any()


def test_two_clusters_agree_about_every_tie_that_both_hold():
    small, large = town(), town().with_actor("e").with_ties("e", ["a"], confidence=0.5)
    ours, theirs = Worlds(small, 3).present_in(0, 100), Worlds(large, 3).present_in(0, 100)
    keys = large.ties[["source", "target"]].apply(frozenset, axis=1).tolist()
    for place, tie in enumerate(small.ties[["source", "target"]].apply(frozenset, axis=1)):
        np.testing.assert_array_equal(ours[:, place], theirs[:, keys.index(tie)])


def test_the_sample_of_a_cluster_is_a_world():
    seed = int(np.random.default_rng(11).integers(2**63))
    assert town().sample(11) == Worlds(town(), seed).cluster(0)


# -- whose number is whose --------------------------------------------------------------------------------------------


def _keys(source, target, *, directed=False, layer="tie", wave=None):
    ties = pd.DataFrame({"source": [source], "target": [target], "layer": [layer], "wave": [wave]})
    cluster = Cluster.from_tables(
        pd.DataFrame({"actor": list("ab")}),
        ties.astype({"wave": "str"}) if wave else ties.drop(columns="wave"),
        layers={layer: {"directed": directed}},
    )
    return tie_keys(cluster.parts)[0]


def test_two_ways_two_waves_and_two_layers_share_no_number():
    there, back = _keys("a", "b", directed=True), _keys("b", "a", directed=True)
    first, second = _keys("a", "b", wave="1"), _keys("a", "b", wave="2")
    assert len({there, back, first, second, _keys("a", "b", layer="other")}) == 5
    numbers = uniforms_of_draws(np.array([there, back, first, second], dtype=np.uint64), 5, 0, 5000)
    correlation = np.corrcoef(numbers.T) - np.eye(4)
    assert np.abs(correlation).max() < 0.06


def test_an_undirected_tie_has_one_number_however_it_is_written():
    assert _keys("a", "b") == _keys("b", "a")


def test_numbers_are_uniform_and_those_of_draws_independent():
    numbers = uniforms_of_draws(np.arange(200, dtype=np.uint64), 9, 0, 200)
    assert 0 <= numbers.min() < numbers.max() < 1
    assert np.histogram(numbers, 10, (0, 1))[0] / numbers.size == pytest.approx(0.1, abs=0.006)
    assert abs(np.corrcoef(numbers[:-1].ravel(), numbers[1:].ravel())[0, 1]) < 0.02
    np.testing.assert_array_equal(uniforms(np.arange(200, dtype=np.uint64), 9, 3), numbers[3])


# -- asking all of them -----------------------------------------------------------------------------------------------


def n_ties(cluster):
    return np.array([cluster.n_ties], dtype=float)


def test_each_world_is_asked():
    worlds = Worlds(town(), 7)
    (rows,) = EachWorld(worlds, n_ties, 1, ()).run(2, 6)
    assert rows[:, 0].tolist() == [worlds.cluster(draw).n_ties for draw in range(2, 6)]


def test_where_nothing_is_uncertain_one_world_is_asked_for_all():
    asked = []
    task = EachWorld(Worlds(town((1, 1, 1)), 7), lambda cluster: asked.append(1) or n_ties(cluster), 1, ())
    (rows,) = task.run(0, 8)
    assert rows.tolist() == [[3]] * 8
    assert len(asked) == 1


def test_a_task_is_told_by_its_cluster_seed_share_and_question():
    tasks = [
        EachWorld(Worlds(town(), 7), n_ties, 1, (("the measure", n_ties),)),
        EachWorld(Worlds(town((1, 0.5, 0.3)), 7), n_ties, 1, (("the measure", n_ties),)),
        EachWorld(Worlds(town(), 8), n_ties, 1, (("the measure", n_ties),)),
        EachWorld(Worlds(town(), 7, keep=0.9), n_ties, 1, (("the measure", n_ties),)),
        EachWorld(Worlds(town(), 7), n_ties, 1, (("the measure", town),)),
    ]
    assert len({each.fingerprint for each in tasks}) == len(tasks)
