"""Worlds that are measured together equal worlds that are measured one by one."""

from functools import partial

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.core.cluster import Cluster
from socluster.draws.worlds import Worlds
from socluster.measures.ensembles.measured_worlds import MeasuredWorlds


@pytest.fixture
def town():
    ties = pd.DataFrame({"source": list("abcad"), "target": list("bcdde"), "confidence": [1, 0.5, 0.7, 0.2, 0.9]})
    return Cluster.from_tables(pd.DataFrame({"actor": list("abcde")}), ties.assign(evidence="assumed"))


def ties_in(cluster):
    return cluster.n_ties


def ask(cluster, listed):
    return {name: np.atleast_1d(measure(cluster)) for name, measure in listed}


def task(cluster, compiled=False, **options):
    measures = (("betweenness", sc.betweenness), ("ties", ties_in), ("density", sc.density))
    places = {"betweenness": slice(0, 5), "ties": slice(5, 6), "density": slice(6, 7)}
    return MeasuredWorlds(Worlds(cluster, 3, **options), measures, ask, places, compiled)


@pytest.mark.parametrize("compiled", [False, True])
@pytest.mark.parametrize("keep", [1.0, 0.8])
def test_rows_are_those_of_the_clusters(town, compiled, keep):
    worlds = Worlds(town, 3, keep=keep)
    (found,) = task(town, compiled, keep=keep).run(4, 24)
    for row, draw in zip(found, range(4, 24), strict=True):
        cluster = worlds.cluster(draw)
        expected = [*sc.betweenness(cluster), ties_in(cluster), sc.density(cluster)]
        np.testing.assert_allclose(row, expected, rtol=1e-9)


def test_a_certain_cluster_is_measured_once():
    asked = []
    kite = sc.load_dataset("kite")
    places = {"density": slice(0, 1)}
    measures = (("density", sc.density),)
    of_kite = MeasuredWorlds(Worlds(kite, 1), measures, lambda *a: asked.append(1) or ask(*a), places, compiled=False)
    assert of_kite.run(0, 50)[0].tolist() == [[sc.density(kite)]] * 50
    assert len(asked) == 1


def test_size_and_identity(town):
    assert task(town).draws_at_a_time == 50  # one of the measures is asked about every cluster
    only = (("density", sc.density),)
    together = MeasuredWorlds(Worlds(town, 3), only, ask, {"density": slice(0, 1)}, compiled=False)
    assert together.draws_at_a_time == 1000
    assert together.width == 1
    assert together.fingerprint != task(town).fingerprint != task(town, keep=0.9).fingerprint
    assert [MeasuredWorlds.worth(Worlds(town, 3), draws) for draws in (10, 10**6)] == [False, True]


def test_measure_says_the_same_of_measures_of_its_own(town):
    mine = sc.measure(town, {"mine": lambda cluster: sc.density(cluster), "density": sc.density}, draws=300, rng=4)
    np.testing.assert_allclose(mine.loc["mine"], mine.loc["density"], rtol=1e-9)
    by_actor = sc.measure(town, [partial(sc.degree, direction="in")], draws=40, rng=4)
    assert by_actor.shape == (5, 3)
