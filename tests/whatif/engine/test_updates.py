"""What is updated must equal what is measured anew: the audit of the fast way by the slow one."""

from functools import partial

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socluster.core.cluster import Cluster
from socluster.measures.cohesion.density import density
from socluster.measures.ensembles import rules
from socluster.whatif.engine import updates
from socluster.whatif.engine.evaluate import named_raw
from socluster.whatif.engine.joins import join_of
from socluster.whatif.engine.study import Study
from socluster.whatif.scenarios.prepared import Prepared
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.ties import Rates, Stated
from tests.examples import examples

pytestmark = pytest.mark.filterwarnings("ignore::socluster.core.errors.NearNameWarning")  # of sectors that nobody has

NORMALIZED = [
    partial(measure, normalized=True)
    for measure in rules._RULES
    if "normalized" in rules._RULES[measure][1] and measure.__name__ != "degree"
]
MEASURES = [
    partial(measure, group="sector") if "group" in accepted else measure
    for measure, (_, accepted) in rules._RULES.items()
]
VARIANTS = [
    partial(measure, variant=variant, **({"group": "sector"} if "group" in accepted else {}))
    for measure, (_, accepted) in rules._RULES.items()
    for variant in accepted.get("variant", ())[1:]
]
UNWEIGHTED = [
    partial(measure, weighted=False) for measure, (_, accepted) in rules._RULES.items() if "weighted" in accepted
]


@st.composite
def clusters(draw, most=9):
    n = draw(st.integers(1, most))
    labels = [f"a{number}" for number in range(n)]
    pairs = [(a, b) for place, a in enumerate(labels) for b in labels[place + 1 :]]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=2 * n)) if pairs else []
    sure = st.sampled_from([1.0, 0.5]) if draw(st.booleans()) else st.just(1.0)
    ties = pd.DataFrame(chosen, columns=["source", "target"]).astype(str)
    ties["weight"] = [draw(st.sampled_from([1.0, 2.0, 0.5])) for _ in chosen]
    ties["confidence"] = [draw(sure) for _ in chosen]
    ties["layer"] = [draw(st.sampled_from(["referral", "funding"])) for _ in chosen]
    sectors = [draw(st.sampled_from(["public", "civic"])) for _ in labels]
    both = {"referral": {"directed": False}, "funding": {"directed": False}}
    return Cluster.from_tables(pd.DataFrame({"actor": labels, "sector": sectors}), ties, layers=both)


@st.composite
def joining(draw, cluster, name):
    scenario = Scenario(name).with_actor(name, sector=draw(st.sampled_from(["public", "civic", "private"])))
    kind = draw(st.sampled_from(["none", "plain", "stated", "rates", "two layers"]))
    some = draw(st.lists(st.sampled_from(cluster.labels), unique=True, min_size=1))
    if kind in ("plain", "two layers"):
        scenario = scenario.with_ties(name, some, layer="referral", weight=draw(st.sampled_from([1.0, 3.0])))
    if kind in ("stated", "two layers"):
        chances = dict.fromkeys(some, draw(st.sampled_from([0.3, 0.8])))
        scenario = scenario.with_ties(name, Stated(chances), layer="funding")
    if kind == "rates":
        scenario = scenario.with_ties(name, Rates(), layer="referral")
    return scenario


@pytest.fixture(autouse=True)
def updates_of_small_clusters():
    """Update clusters of any size, which would be measured together else."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(updates, "SMALL", 0)
        patch.setattr(updates, "OFTEN", 0)
        yield


def audit(cluster, scenarios, measures, draws, reference=None):
    """Compare the two ways; return how many values were updated."""
    first = Prepared("before", cluster) if reference is None else reference.prepare(cluster)
    prepared = (first, *(scenario.prepare(cluster) for scenario in scenarios))
    fast, slow = (Study(prepared, tuple(named_raw(measures)), 11, anew=anew) for anew in (False, True))
    for updated, measured in zip(fast.run(0, draws), slow.run(0, draws), strict=True):
        np.testing.assert_allclose(updated, measured, rtol=1e-9, atol=1e-9)
    rows = [np.empty((draws, slow.layout.width(each.cluster.n_actors))) for each in prepared]
    return len(fast.updates.fill(rows, 0, draws))


@settings(max_examples=examples(30, 180), deadline=None)
@given(st.data())
def test_updates_equal_measuring_anew(data):
    cluster = data.draw(clusters())
    scenarios = [data.draw(joining(cluster, f"new{number}")) for number in range(2)]
    assert audit(cluster, scenarios, MEASURES, draws=3) == 2 * len(MEASURES)


@settings(max_examples=examples(15, 90), deadline=None)
@given(st.data())
def test_so_do_variants_and_normalised_values(data):
    cluster = data.draw(clusters())
    scenarios = [data.draw(joining(cluster, "new"))]
    measures = [*NORMALIZED, *VARIANTS, *UNWEIGHTED]
    assert audit(cluster, scenarios, measures, draws=2) == len(measures)


@settings(max_examples=examples(10, 60), deadline=None)
@given(st.data())
def test_so_does_a_layer_of_its_own(data):
    cluster = data.draw(clusters())
    scenarios = [data.draw(joining(cluster, "new"))]
    measures = [partial(measure, layer="referral") for measure in MEASURES]
    assert audit(cluster, scenarios, measures, draws=2) == len(measures)


@settings(max_examples=examples(10, 60), deadline=None)
@given(st.data())
def test_a_partner_may_join_after_another_one(data):
    """The first scenario may hold a new partner itself, as when partners are chosen one after the other."""
    cluster = data.draw(clusters())
    chosen = data.draw(joining(cluster, "chosen"))
    later = data.draw(joining(cluster, "later"))
    both = Scenario("both", steps=(*chosen.steps, *later.steps))
    audit(cluster, [both], MEASURES, draws=3, reference=chosen)


@pytest.fixture
def town():
    actors = pd.DataFrame({"actor": list("abcde"), "sector": ["x", "x", "y", "y", "y"]})
    ties = pd.DataFrame({"source": list("abcd"), "target": list("bcde")})
    return Cluster.from_tables(actors, ties)


def test_only_one_who_joins_is_updated(town):
    base = Prepared("before", town)
    others = [
        Scenario("leaves").without_actor("e"),
        Scenario("tie").with_ties("a", "e"),
        Scenario("two").with_actor("f").with_actor("g"),
        Scenario("joins and ties").with_actor("f").with_ties("f", "a").with_ties("a", "c"),
        Scenario("in place of").without_actor("e").with_actor("f"),
        Scenario("arcs").with_actor("f").with_ties("f", "a", layer="asks", directed=True),
    ]
    assert [join_of(base, each.prepare(town)) for each in others] == [None] * len(others)
    assert join_of(base, Scenario("joins").with_actor("f").with_ties("f", "a").prepare(town)) is not None
    assert audit(town, others, MEASURES[:3], draws=2) == 0


def test_measures_without_a_rule_stand_beside_those_with(town):
    def ties_in(cluster):
        return cluster.n_ties

    scenario = Scenario("hub").with_actor("f", sector="x").with_ties("f", Stated({"a": 0.5, "e": 0.5}))
    assert audit(town, [scenario], [ties_in, density], draws=20) == 1


def test_only_large_clusters_are_updated_and_uncertain_ones_where_many_join(monkeypatch):
    monkeypatch.undo()
    monkeypatch.setattr(updates, "SMALL", 5)
    monkeypatch.setattr(updates, "OFTEN", 2)
    for n, confidence, joining_it, is_updated in [
        (5, 1, 2, False),
        (6, 1, 1, True),
        (6, 0.5, 1, False),
        (6, 0.5, 2, True),
    ]:
        labels = [f"a{number}" for number in range(n)]
        ties = pd.DataFrame({"source": labels[:-1], "target": labels[1:], "confidence": confidence})
        cluster = Cluster.from_tables(pd.DataFrame({"actor": labels}), ties.assign(evidence="assumed"))
        scenarios = [Scenario(f"{k}").with_actor("new").with_ties("new", "a0") for k in range(joining_it)]
        assert bool(audit(cluster, scenarios, [density], draws=2)) is is_updated
