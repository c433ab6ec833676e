"""What is measured of many draws together must equal what is measured draw by draw, in scenarios of every kind."""

from functools import partial

import numpy as np
import pandas as pd
import pytest

from socluster._kernels.compiling import sharing
from socluster.core.cluster import Cluster
from socluster.core.errors import UnknownTiesWarning
from socluster.measures.brokerage.holes import constraint
from socluster.measures.centrality.betweenness import betweenness
from socluster.measures.cohesion.density import density, global_efficiency
from socluster.measures.ensembles import rules, size
from socluster.whatif.engine.evaluate import named_raw
from socluster.whatif.engine.study import Study
from socluster.whatif.scenarios.prepared import Prepared
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.ties import Rates, Stated
from tests.examples import FULL, examples

SIZES = [2, 3, 9, 40, 63, 64, 65, 130] if FULL else [2, 9, 64]
KINDS = ["undirected", "directed", "weighted", "layers", "mixed layers"]


def measures():
    """Every measure that has a rule, with every value of every option that its rule knows."""
    found = {}
    for measure, (_, accepted) in rules._RULES.items():
        given = {"group": "sector"} if "group" in accepted else {}
        options = {name: values for name, values in accepted.items() if isinstance(values, tuple) and len(values) > 1}
        found[measure.__name__] = partial(measure, **given)
        for name, values in options.items():
            for value in values:
                if not (measure.__name__ == "degree" and (name, value) == ("normalized", False)):
                    found[f"{measure.__name__} {name}={value}"] = partial(measure, **given, **{name: value})
    return found


def cluster_of(n, kind, rng, *, uncertain):
    labels = [f"a{number}" for number in range(n)]
    directed = kind == "directed"
    tied = (rng.random((n, n)) < min(0.8, rng.choice([1.0, 3.0, 6.0]) / n)) & ~np.eye(n, dtype=bool)
    near, far = np.nonzero(tied if directed else np.triu(tied | tied.T))
    layers = ["one", "two"] if kind in ("layers", "mixed layers") else ["one"]
    tables = []
    for layer in layers:
        kept = rng.random(len(near)) < (0.7 if len(layers) > 1 else 1.0)
        tables.append(pd.DataFrame({"source": near[kept], "target": far[kept], "layer": layer}))
    ties = pd.concat(tables, ignore_index=True)
    ties[["source", "target"]] = "a" + ties[["source", "target"]].astype(str)
    ties["weight"] = rng.choice([1.0, 2.0, 0.3], len(ties)) if kind != "undirected" else 1.0
    ties["confidence"] = rng.choice([1.0, 0.6], len(ties)) if uncertain else 1.0
    ties["evidence"] = "assumed"
    told = {layer: {"directed": directed or (kind == "mixed layers" and layer == "two")} for layer in layers}
    actors = pd.DataFrame({"actor": labels, "sector": rng.choice(["x", "y", "z"], n)})
    return Cluster.from_tables(actors, ties, layers=told)


def scenarios_of(cluster):
    """A scenario of every kind."""
    n, first, last = cluster.n_actors, cluster.labels[0], cluster.labels[-1]
    joins = Scenario("joins").with_actor("new", sector="x")
    matrix = cluster.matrix()
    free = [label for place, label in enumerate(cluster.labels[1:], 1) if not matrix[0, place] + matrix[place, 0]]
    ties_form = [Scenario("ties").with_ties(first, Stated({free[0]: 0.5}), layer="one")] if free else []
    found = [
        joins.with_ties("new", Rates(), layer="one"),
        joins.with_ties("new", Stated({first: 0.5, last: 0.7}), layer="one", weight=2.0),
        Scenario("two join", steps=joins.steps)
        .with_ties("new", Rates(), layer="one")
        .with_actor("next", sector="y")
        .with_ties("next", Stated({first: 0.4, "new": 0.8}), layer="one"),
        Scenario("leaves").without_actor(last),
        Scenario("leaves and joins")
        .without_actor(last)
        .with_actor("new", sector="z")
        .with_ties("new", Rates(), layer="one"),
        *ties_form,
        Scenario("in a layer of its own", steps=joins.steps).with_ties(
            "new", Stated({first: 0.5}), layer="three", directed=n % 2 == 0
        ),
    ]
    return [Scenario(f"{place}", steps=each.steps) for place, each in enumerate(found)]


def audit(cluster, scenarios, wanted, draws=2):
    prepared = (Prepared("before", cluster), *(each.prepare(cluster) for each in scenarios))
    named = tuple(named_raw(wanted))
    anew = Study(prepared, named, 11, anew=True).run(62, 62 + draws)
    for compiled in (False, True):
        study = Study(prepared, named, 11, compiled=compiled)
        assert {name for place in range(len(prepared)) for name in study.ensembles.of(place).rules}
        for place, (found, expected) in enumerate(zip(study.run(62, 62 + draws), anew, strict=True)):
            np.testing.assert_allclose(found, expected, rtol=1e-9, atol=1e-9, err_msg=f"{place} {compiled}")


@pytest.mark.one_of(2)
@pytest.mark.filterwarnings("ignore::socluster.core.errors.SoclusterWarning")
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("n", SIZES)
def test_draws_measured_together_equal_draws_measured_one_by_one(n, kind):
    for seed in range(1 if n > 64 else examples(1, 2)):
        rng = np.random.default_rng([n, seed, KINDS.index(kind)])
        cluster = cluster_of(n, kind, rng, uncertain=bool(seed % 2) or n in (9, 65))
        audit(cluster, scenarios_of(cluster), measures())


def test_events_that_are_projected_and_mergers(two_mode):
    base = two_mode.project()
    happens = [
        Scenario("event").with_event("fair", ["a", "b", "c"]),
        Scenario("attends").with_affiliation("d", "x"),
        Scenario("merge").with_merger(["a", "b"], "ab"),
        Scenario("gone").without_ties("a", "b"),
    ]
    audit(base, happens, [density, global_efficiency], draws=2)


@pytest.fixture
def two_mode():
    actors = pd.DataFrame({"actor": list("abcd")})
    attends = pd.DataFrame({"actor": list("abbccd"), "group": list("xxyyzz"), "confidence": [1, 1, 0.5, 1, 1, 0.8]})
    groups = pd.DataFrame({"group": list("xyz")})
    return Cluster.from_tables(actors, None, groups=groups, affiliations=attends.assign(evidence="assumed"))


def test_unknown_dyads_are_told_of_and_left_to_density(two_mode):
    actors = pd.DataFrame({"actor": list("abcd")})
    ties = pd.DataFrame({"source": list("ab"), "target": list("bc")})
    cluster = Cluster.from_tables(actors, ties, unknown=pd.DataFrame({"source": ["a"], "target": ["d"]}))
    prepared = (Prepared("before", cluster), Scenario("tie").with_ties("a", "c").prepare(cluster))
    study = Study(prepared, tuple(named_raw([density, global_efficiency])), 1)
    with pytest.warns(UnknownTiesWarning):
        found = study.run(0, 2)
    assert list(study.ensembles.of(1).rules) == ["global_efficiency"]
    assert found[1][:, 0].tolist() == [3 / 5] * 2


def test_a_measure_of_ones_own_stands_beside_those_that_are_measured_together(two_mode):
    def ties_in(cluster):
        return cluster.n_ties

    base = two_mode.project()
    joins = Scenario("new").with_actor("new").with_ties("new", Stated({"a": 0.5, "b": 0.5}))
    audit(base, [joins], [ties_in, density], draws=20)


@pytest.mark.parametrize("number", ["1", "3"])
def test_any_number_of_threads_gives_the_same_bits(two_mode, monkeypatch, number):
    monkeypatch.setattr(sharing, "WORTH", 0.0)
    monkeypatch.setattr(size, "JOB", 64)
    base = two_mode.project()
    scenarios = [Scenario(f"{k}").with_actor("new").with_ties("new", Stated({"a": 0.5, "b": 0.5})) for k in range(3)]
    prepared = (Prepared("before", base), *(each.prepare(base) for each in scenarios))
    study = Study(prepared, tuple(named_raw([betweenness, constraint])), 3, compiled=True)
    monkeypatch.setenv("OMP_NUM_THREADS", "2")
    expected = study.run(0, 300)
    monkeypatch.setenv("OMP_NUM_THREADS", number)
    for one, other in zip(study.run(0, 300), expected, strict=True):
        np.testing.assert_array_equal(one, other)
