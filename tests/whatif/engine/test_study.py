"""A study: scenarios, measures and a seed, drawn together; its values and what tells it from another."""

import pickle
import threading

import cloudpickle
import numpy as np
import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.core.errors import InputError
from socluster.draws.pieces import Drawing
from socluster.draws.settings import Draws
from socluster.measures.centrality.betweenness import betweenness
from socluster.measures.cohesion.density import density
from socluster.whatif.engine.evaluate import named_raw
from socluster.whatif.engine.study import Study
from socluster.whatif.scenarios.prepared import Prepared
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.ties import Rates, Stated


@pytest.fixture
def town():
    actors = pd.DataFrame({"actor": list("abcde"), "sector": ["x", "x", "y", "y", "y"]})
    ties = pd.DataFrame({"source": list("abcd"), "target": list("bcde"), "confidence": [1, 0.5, 0.8, 1]})
    return Cluster.from_tables(actors, ties.assign(evidence="assumed"))


def hub(name="hub", model=None):
    return Scenario(name).with_actor(name, sector="x").with_ties(name, model or Rates())


def study(cluster, measures=(density, betweenness), seed=5, **options):
    prepared = (Prepared("before", cluster), hub().prepare(cluster), hub("other").prepare(cluster))
    return Study(prepared, tuple(named_raw(list(measures))), seed, **options)


def values(task, draws):
    with Drawing(Draws(draws), "test") as drawing:
        return task.values(drawing)


def scaled(k):
    def value(cluster):
        return k * cluster.n_ties

    return value


def test_a_scenario_has_a_table_of_numbers_and_one_by_actor(town):
    before, after, other = values(study(town), 60)
    assert before.numbers.columns.tolist() == ["density"]
    assert before.by_actor["betweenness"].columns.tolist() == list("abcde")
    assert after.by_actor["betweenness"].columns.tolist() == [*"abcde", "hub"]
    assert other.by_actor["betweenness"].shape == (60, 6)


def test_a_first_scenario_that_is_known_is_left_undefined(town):
    before, after, _ = values(study(town, with_first=False), 20)
    whole = values(study(town), 20)
    assert before.numbers.isna().all(axis=None)
    pd.testing.assert_frame_equal(after.numbers, whole[1].numbers)


def test_it_travels_without_what_is_made_of_the_rest(town):
    task = study(town)
    expected = task.run(0, 5)
    made = {"rules", "ensembles"}
    assert made <= set(task.__dict__)
    travelled = pickle.loads(cloudpickle.dumps(task))
    assert not made & set(travelled.__dict__)
    for one, other in zip(travelled.run(0, 5), expected, strict=True):
        np.testing.assert_array_equal(one, other)
    assert travelled.fingerprint == task.fingerprint


def test_whatever_its_values_depend_on_makes_another_study(town):
    studies = [
        study(town),
        study(town, [density]),
        study(town, seed=6),
        study(town.without_ties("a", "b")),
        study(town, with_first=False),
        study(town, [scaled(1)]),
        study(town, [scaled(100)]),
        Study((Prepared("before", town), hub(model=Stated({"a": 0.5})).prepare(town)), study(town).measures, 5),
        Study((Prepared("before", town), hub(model=Stated({"a": 0.6})).prepare(town)), study(town).measures, 5),
    ]
    assert len({each.fingerprint for each in studies}) == len(studies)
    assert study(town, [scaled(1)]).fingerprint == study(town, [scaled(1)]).fingerprint


def test_a_measure_that_cannot_be_told_can_be_drawn_but_not_kept(town, tmp_path):
    lock = threading.Lock()

    def guarded(cluster):
        with lock:
            return float(cluster.n_ties)

    with (
        pytest.raises(InputError, match=r"'guarded'.*lock"),
        Drawing(Draws(50, checkpoint=tmp_path / "kept"), "test") as drawing,
    ):
        study(town, [guarded]).values(drawing)
    assert not (tmp_path / "kept").exists()
    assert len(values(study(town, [guarded]), 50)) == 3


def test_more_values_than_fit_are_refused(town, monkeypatch):
    monkeypatch.setattr("socluster.whatif.engine.study.MOST_VALUES", 100)
    with pytest.raises(InputError, match="GB of values"):
        values(study(town), 50)


def test_stated_ties_are_drawn_alike_by_everybody(town):
    """The draws of a prepared scenario and those of its updates come from the same numbers."""
    stated = hub(model=Stated({"a": 0.5, "c": 0.7})).prepare(town)
    prepared = (Prepared("before", town), stated)
    ways = [values(Study(prepared, tuple(named_raw([density])), 5, anew=anew), 100) for anew in (False, True)]
    np.testing.assert_allclose(ways[0][1].numbers, ways[1][1].numbers, rtol=1e-12)


def test_the_way_of_computing_follows_from_the_size_of_the_question_alone(town):
    assert study(town).decided(10).compiled is False
    assert study(town).decided(50_000).compiled is True
    assert study(town, compiled=True).decided(10).compiled is True
    assert study(town, [scaled(1)]).draws_at_a_time <= 50
    assert study(town).draws_at_a_time == 4000


def test_partners_of_one_model_share_what_is_not_known_about_it(town):
    """Rates are drawn once per draw: where two partners have as many possible ties, both have many, or both few."""
    two = [hub(name, Rates(prior_dyads=1)).prepare(town) for name in ("p", "q")]
    counts = np.array([[each.draw(3, draw).n_ties - town.n_ties for each in two] for draw in range(600)])
    assert np.corrcoef(counts.T)[0, 1] > 0.15
