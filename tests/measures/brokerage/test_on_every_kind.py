"""Every measure of brokerage answers for every kind of cluster, whatever the names and the order of its rows."""

from functools import partial

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socluster import Cluster, InputError
from socluster.core.errors import ProjectionWarning, UncertainTiesWarning, UnknownTiesWarning
from socluster.measures.brokerage.bridges import bridging, everett_valente_brokerage, local_bridges, tie_span
from socluster.measures.brokerage.brokers import broker_load, exclusivity, honest_brokers
from socluster.measures.brokerage.ego_betweenness import ego_betweenness
from socluster.measures.brokerage.holes import burt_efficiency, burt_hierarchy, dyadic_constraint
from socluster.measures.brokerage.key_players import key_players
from socluster.measures.brokerage.paths import brokerage_strength, crossed_brokerage
from socluster.measures.brokerage.significance import brokerage_test
from tests.examples import examples
from tests.measures.brokerage.brokerage_samples import EVERY_KIND, make, renamed, small_clusters

SERIES = [burt_efficiency, burt_hierarchy, ego_betweenness, bridging, everett_valente_brokerage, exclusivity]
SERIES = [*SERIES, partial(broker_load, capacity="staff")]
FRAMES = [
    honest_brokers,
    partial(brokerage_strength, group="sector"),
    partial(crossed_brokerage, group="sector", across="level"),
]
BY_TIE = [local_bridges, tie_span]
TESTS = [partial(brokerage_test, group="sector", null=null) for null in ("fixed", "dyad_census", "label_permutation")]
TESTS = [partial(test, draws=20, rng=1) for test in TESTS]
TESTS = [partial(brokerage_test, group="sector"), *TESTS]
EVERY = [*SERIES, *FRAMES, *BY_TIE, dyadic_constraint, *TESTS, partial(key_players, k=1, goal="reach")]

few = settings(max_examples=examples(8, 45), deadline=None)


def name_of(measure):
    return getattr(measure, "func", measure).__name__


@pytest.fixture(params=EVERY_KIND)
def cluster(request):
    return EVERY_KIND[request.param]()


def answer_of(measure, cluster):
    """The answer as a table that can be compared."""
    found = measure(cluster)
    return found.to_frame() if hasattr(found, "to_frame") else found


@pytest.mark.parametrize("measure", SERIES, ids=name_of)
def test_measures_of_actors(measure, cluster):
    series = measure(cluster)
    assert series.index.equals(cluster.index)
    assert series.name == name_of(measure)
    assert series.dtype == (np.int64 if name_of(measure) == "exclusivity" else float)
    assert not np.isinf(series).any()
    assert (series.dropna() >= 0).all()


@pytest.mark.parametrize("measure", FRAMES, ids=name_of)
def test_censuses_of_actors(measure, cluster):
    frame = measure(cluster)
    assert frame.index.equals(cluster.index)
    assert (frame.fillna(0) >= 0).all(axis=None)


@pytest.mark.parametrize("measure", BY_TIE, ids=name_of)
def test_marks_of_ties(measure, cluster):
    series = measure(cluster)
    assert len(series) == cluster.n_ties
    assert series.index.names == ["layer", "source", "target"]


@pytest.mark.parametrize("measure", TESTS)
def test_inference(measure, cluster):
    test = measure(cluster)
    assert test.to_frame().shape == (6, 7)
    assert len(test.by_actor()) == 6 * cluster.n_actors
    assert isinstance(repr(test), str)
    frame = test.to_frame()
    assert (frame["z"].isna() == ~(frame["sd"] > 0)).all()
    assert frame["p"].dropna().between(0, 1).all()


def test_key_players(cluster):
    if cluster.n_actors < 2:
        with pytest.raises(InputError, match="k must leave"):
            key_players(cluster, k=1, goal="distance_reach")
        return
    assert 0 <= key_players(cluster, k=1, goal="distance_reach").value <= 1


@pytest.mark.parametrize("measure", EVERY, ids=name_of)
def test_a_layer_is_measured_as_if_it_were_alone(measure):
    cluster = make("ABCD", [("A", "B", "x", 1.0), ("B", "C", "x", 3.0), ("A", "D", "y", 2.0)], {"x": True, "y": False})
    for layer in ("x", "y"):
        found = answer_of(partial(measure, layer=layer), cluster)
        assert found.equals(answer_of(measure, cluster.layer(layer)))


@pytest.mark.parametrize("measure", EVERY, ids=name_of)
def test_what_is_not_certain_is_said(measure):
    actors = pd.DataFrame({"actor": list("ABC"), "sector": list("xyy"), "level": list("xyy"), "staff": [1.0, 2.0, 3.0]})
    rows = pd.DataFrame([("A", "x"), ("B", "x"), ("B", "y"), ("C", "y")], columns=["actor", "group"])
    two_mode = Cluster.from_tables(actors, groups=pd.DataFrame({"group": ["x", "y"]}), affiliations=rows)
    with pytest.warns(ProjectionWarning, match="only 4 affiliations") as caught:
        measure(two_mode)
    assert [warning.filename for warning in caught] == [__file__]
    ties = pd.DataFrame({"source": ["A"], "target": ["B"], "confidence": [0.5]})
    unknown = pd.DataFrame({"source": ["A"], "target": ["C"], "layer": ["tie"]})
    with pytest.warns(UncertainTiesWarning, match="as if 1 uncertain tie existed"):
        measure(Cluster.from_tables(actors, ties))
    with pytest.warns(UnknownTiesWarning, match="as if 2 unknown cells of the matrix held no tie"):
        measure(Cluster.from_tables(actors, ties[["source", "target"]], unknown=unknown))


@pytest.mark.parametrize("measure", EVERY, ids=name_of)
def test_what_is_no_cluster_is_refused(measure, kite):
    with pytest.raises(InputError):
        measure(3)
    with pytest.raises(TypeError, match="positional"):
        measure(kite, "tie")


@few
@given(small_clusters(), st.randoms(use_true_random=False))
def test_names_and_order_do_not_matter(cluster, random):
    names = random.sample([f"n{number}" for number in range(cluster.n_actors)], cluster.n_actors)
    other = renamed(cluster, names)
    for measure in [*SERIES, *FRAMES]:
        found, expected = measure(other).loc[names], measure(cluster)
        assert np.asarray(found, dtype=float) == pytest.approx(np.asarray(expected, dtype=float), nan_ok=True)
    whole = partial(brokerage_test, group="sector")
    assert whole(other).to_frame().to_numpy() == pytest.approx(whole(cluster).to_frame().to_numpy(), nan_ok=True)


@few
@given(small_clusters(), st.sampled_from([0.125, 3.0, 1e6]))
def test_the_unit_of_strength_does_not_matter_to_shares(cluster, factor):
    tables = cluster.to_tables()
    ties = tables.ties.assign(weight=tables.ties["weight"] * factor)
    scaled = Cluster.from_tables(tables.actors, ties, layers=tables.layers)
    for measure in [*SERIES, honest_brokers, dyadic_constraint]:
        found, expected = measure(scaled), measure(cluster)
        assert np.asarray(found, dtype=float) == pytest.approx(np.asarray(expected, dtype=float), nan_ok=True)


@few
@given(small_clusters(directed=True), small_clusters(directed=True))
def test_what_happens_elsewhere_does_not_matter_to_an_actor(cluster, stranger):
    here, there = cluster.to_tables(), stranger.to_tables()
    far = {end: "far " + there.ties[end] for end in ("source", "target")}
    ties = [part for part in (here.ties, there.ties.assign(**far)) if len(part)]
    both = Cluster.from_tables(
        pd.concat([here.actors, there.actors.assign(actor="far " + there.actors["actor"])]),
        pd.concat(ties) if ties else here.ties,
        layers=here.layers,
    )
    for measure in (burt_efficiency, burt_hierarchy, ego_betweenness, everett_valente_brokerage, exclusivity):
        found, expected = measure(both).loc[list(cluster.labels)], measure(cluster)
        assert found.to_numpy() == pytest.approx(expected.to_numpy(), nan_ok=True)
