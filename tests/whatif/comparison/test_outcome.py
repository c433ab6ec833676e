"""Everything that an outcome tells follows from its draws, reckoned here a second way, value by value."""

import warnings

import networkx as nx
import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.core.cluster import Cluster
from socluster.core.errors import InputError
from socluster.draws.settings import Draws
from socluster.io.objects.dispatch import as_cluster
from socluster.measures.brokerage.holes import constraint
from socluster.measures.centrality.betweenness import betweenness
from socluster.measures.centrality.degree import degree
from socluster.measures.cohesion.density import density
from socluster.measures.cohesion.distance import average_path_length
from socluster.whatif.comparison.compare import compare
from socluster.whatif.comparison.outcome import difference
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.ties import Stated


@pytest.fixture(scope="module")
def town():
    actors = pd.DataFrame({"actor": list("abcdef"), "sector": list("xxyyyx")})
    ties = pd.DataFrame({"source": list("abcda"), "target": list("bcdef"), "confidence": [1, 0.5, 0.8, 0.3, 1]})
    return Cluster.from_tables(actors, ties.assign(evidence="assumed"))


@pytest.fixture(scope="module", params=[0.9, 0.6])
def outcome(town, request):
    hub = Scenario("hub").with_actor("hub", sector="x").with_ties("hub", Stated({"a": 0.6, "d": 0.4, "e": 0.5}))
    less = Scenario("less").without_actor("b")
    measures = [density, average_path_length, sometimes, betweenness]
    better = {"density": "higher", "average_path_length": "lower"}
    draws = Draws(151, interval=request.param)
    return compare(town, [hub, less], measures=measures, draws=draws, rng=3, better=better)


def sometimes(cluster):
    """Undefined in about half of the draws."""
    return cluster.n_ties if cluster.n_ties % 2 else float("nan")


def told(before, after, interval):
    """What the columns should hold, by the definitions in the docstring."""
    delta = np.array([b - a for a, b in zip(before, after, strict=True)])
    known = np.sort(delta[~np.isnan(delta)])
    n = len(known)
    if not n:
        return {"defined": 0.0}
    half = 0.5 / np.sqrt(n)
    ends = np.quantile(known, [0.5 - half, 0.5 + half])
    return {
        "before": np.nanmedian(before),
        "after": np.nanmedian(after),
        "delta": np.median(known),
        "low": np.quantile(known, 0.5 - interval / 2),
        "high": np.quantile(known, 0.5 + interval / 2),
        "p_increase": sum(known > 1e-9) / n,
        "p_decrease": sum(known < -1e-9) / n,
        "mean": known.sum() / n,
        "error": (ends[1] - ends[0]) / 2,
        "error_of_mean": np.sqrt(((known - known.mean()) ** 2).sum() / (n - 1)) / np.sqrt(n),
        "defined": n / len(delta),
    }


def assert_told(row, expected):
    for column, value in expected.items():
        assert row[column] == pytest.approx(value, abs=1e-12), column


def test_every_number_follows_from_the_draws(outcome):
    frame = outcome.to_frame()
    (before, before_by_actor), *afters = outcome.values
    for scenario, (after, after_by_actor) in zip(outcome.scenarios, afters, strict=True):
        for name in before:
            assert_told(frame.loc[(scenario.name, name)], told(before[name], after[name], outcome.interval))
        stayed = [actor for actor in before_by_actor["betweenness"] if actor in after_by_actor["betweenness"]]
        means = [side["betweenness"][stayed].mean(axis=1) for side in (before_by_actor, after_by_actor)]
        row = frame.loc[(scenario.name, "betweenness")]
        assert_told(row, told(*means, outcome.interval))
        assert row["of"] == f"mean of {len(stayed)} actors"
    assert frame["low"].lt(frame["high"]).any()
    assert frame.loc[("hub", "sometimes"), "defined"].item() < 1


def test_so_does_every_number_by_actor(outcome):
    frame = outcome.by_actor("betweenness").set_index("scenario", append=True)
    before = outcome.values[0][1]["betweenness"]
    for scenario, (_, by_actor) in zip(outcome.scenarios, outcome.values[1:], strict=True):
        after = by_actor["betweenness"]
        for actor in {*before, *after}:
            row = frame.loc[(actor, scenario.name)]
            stayed = actor in before and actor in after
            assert row["status"] == ("stayed" if stayed else "left" if actor in before else "joined")
            nobody = pd.Series(np.full(len(before), np.nan))
            if stayed:
                assert_told(row, told(before[actor], after[actor], outcome.interval))
            else:
                side = before.get(actor, nobody), after.get(actor, nobody)
                with warnings.catch_warnings():
                    warnings.simplefilter("ignore", RuntimeWarning)
                    medians = [np.nanmedian(each) for each in side]
                np.testing.assert_array_equal(row[["before", "after"]].astype(float), medians)
                assert np.isnan(row[["delta", "p_increase", "p_decrease"]].astype(float)).all()
                only = (before if actor in before else after)[actor]  # who joins, or left, has an interval of its own
                tail = (1 - outcome.interval) / 2
                np.testing.assert_allclose(
                    row[["low", "high"]].astype(float), np.nanquantile(only, [tail, 1 - tail]), rtol=1e-12
                )
                assert row["mean"] == pytest.approx(only.mean())
                assert row["defined"] == only.notna().mean()


def test_an_improvement_is_what_the_analyst_says(outcome):
    frame = outcome.to_frame()
    for scenario in ("hub", "less"):
        assert frame.loc[(scenario, "density"), "p_improvement"] == frame.loc[(scenario, "density"), "p_increase"]
        path = frame.loc[(scenario, "average_path_length")]
        assert path["p_improvement"] == path["p_decrease"]
        assert np.isnan(frame.loc[(scenario, "betweenness"), "p_improvement"])


def test_the_error_is_that_of_answers_with_other_seeds(town):
    """The spread of 60 answers of 100 draws each, around what they tell of themselves."""
    hub = Scenario("hub").with_actor("hub", sector="x").with_ties("hub", Stated(dict.fromkeys("abcdef", 0.5)))
    answers = pd.concat(
        [compare(town, hub, measures=[average_path_length], draws=100, rng=seed).to_frame() for seed in range(60)]
    )
    assert answers["error_of_mean"].mean() == pytest.approx(answers["mean"].std(), rel=0.25)
    assert answers["error"].mean() == pytest.approx(answers["delta"].std(), rel=0.4)


def test_a_difference_no_larger_than_rounding_is_none():
    before = np.array([1.0, 1.0, 1e6, 0.0])
    after = before + np.array([1e-12, 1e-9, 1e-5, 1e-15])
    assert difference(before, after).tolist() == [0.0, after[1] - 1, 0.0, 1e-15]


@pytest.mark.parametrize(("graph", "newcomer"), [(nx.path_graph(4), 9), (nx.grid_2d_graph(2, 2), (5, 5))])
def test_a_newcomer_is_called_in_answers_as_the_scenario_calls_it(graph, newcomer):
    member = next(iter(graph))
    joined = Scenario("s").with_actor(newcomer).with_ties(newcomer, [member], evidence="documented")
    outcome = compare(graph, [joined, joined + Scenario("t")], measures=[degree], draws=3, rng=1)
    for _, table in outcome.by_actor("degree").groupby("scenario"):
        assert table.index.tolist() == [*graph.nodes, newcomer]
        assert table["status"].tolist() == ["stayed"] * len(graph) + ["joined"]


def test_those_who_come_by_other_verbs_keep_their_labels_too():
    graph = nx.path_graph(4)
    assert 9 in Scenario("m").with_merger([0, 1], into=9).apply(as_cluster(graph)).labels
    split = Scenario("s").with_split(1, {8: [0], (1, 2): [2]}).apply(as_cluster(graph))
    assert {8, (1, 2)} <= set(split.labels)
    held = Scenario("e").with_event(2016, [0, 1]).apply(as_cluster(graph))
    assert held.parts.originals.groups == {"2016": 2016}
    back = Scenario.from_json(Scenario("s").with_actor(9).to_json())
    assert back == Scenario("s").with_actor(9)
    assert back.apply(as_cluster(graph)).labels[-1] == "9"


def test_who_stays_without_a_difference_has_none():
    """The constraint of an isolate is undefined; afterwards it has one contact, and no value of its own is a change."""
    graph = nx.path_graph([1, 2, 3])
    graph.add_node(4)
    scenario = Scenario("s").with_actor(5).with_ties(5, [4])
    table = compare(graph, [scenario], measures=[constraint], draws=3, rng=1).by_actor("constraint")
    change = ["before", "delta", "low", "high", "mean", "error", "error_of_mean"]
    assert table.loc[4, change].isna().all()
    assert table.loc[4, ["status", "after", "defined"]].tolist() == ["stayed", 1.0, 0.0]
    assert table.loc[5, ["status", "low", "high", "mean", "defined"]].tolist() == ["joined", 1.0, 1.0, 1.0, 1.0]


@pytest.mark.parametrize("scenarios", [np.array([1, 2]), [[1]], [-1], ["hub"], [pd.NA]], ids=repr)
def test_scenarios_that_there_are_none_of_are_refused_in_words(town, scenarios):
    outcome = compare(town, Scenario("hub").without_actor("a"), measures=[density], draws=10, rng=7)
    assert outcome.unsettled([0]) == outcome.unsettled(np.array([0]))
    with pytest.raises(InputError, match="counted from 0; this outcome has 1"):
        outcome.unsettled(scenarios)


def test_somebody_joins_nobody():
    """A cluster without actors has no values by actor to compare, and says so without failing."""
    nobody = sc.Cluster.from_tables(pd.DataFrame({"actor": []}), pd.DataFrame({"source": [], "target": []}))
    found = sc.compare(nobody, [sc.Scenario("one").with_actor("a")], measures=[sc.betweenness], draws=3, rng=1)
    assert "undefined" in str(found)
