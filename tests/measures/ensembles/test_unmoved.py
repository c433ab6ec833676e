"""Measures that look at no tie: they are the same whatever ties there are, and are asked once for all draws."""

from functools import partial

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.core.cluster import Cluster
from socluster.core.combine import drawn
from socluster.measures.ensembles import unmoved
from socluster.measures.ensembles.unmoved import looks_at_no_tie
from socluster.measures.shared.answers import answer

NEEDS = pd.DataFrame({"place": ["Town"], "service": ["day care"], "amount": [20]})


@pytest.fixture(scope="module")
def town():
    actors = pd.DataFrame({"actor": list("ABCDE"), "responded": [True, True, False, None, True]})
    made = sc.Cluster.from_tables(actors)
    made = made.with_ties("A", ["B", "C"], confidence=0.5).with_ties("C", ["D", "E"], confidence=0.6)
    made = made.with_group("day", kind="service", service="day care", place="Town").with_group("fair", kind="event")
    for who, group, layer, weight in (("A", "day", "provides", 8), ("B", "fair", "attends", 1)):
        made = made.with_affiliation(who, group, layer=layer, weight=weight)
    return made.with_affiliation("C", "fair", layer="attends").with_affiliation("A", "fair", layer="attends")


def joining(name, capacity):
    scenario = sc.Scenario(name).with_actor(name).with_ties(name, {"B": 0.5})
    return scenario.with_affiliation(name, "day", layer="provides", weight=capacity)


@pytest.mark.parametrize("place", sorted(unmoved._OF_THE_REST))
def test_no_tie_changes_them(town, place):
    measure = getattr(sc, place.rpartition(".")[2])
    options = {"needs": NEEDS} if measure is sc.coverage else {}
    asked = partial(measure, **options)
    rng = np.random.default_rng(5)
    some = [Cluster(drawn(town.parts, rng.random(len(town.parts.ties)) < share)) for share in (0, 0.3, 0.6, 1)]
    found = [answer(asked, "measure", each) for each in some]
    assert looks_at_no_tie(asked)
    assert all(str(each) == str(found[0]) for each in found)


def test_an_object_of_ones_own_says_it_and_a_function_is_not_believed_to():
    class Mine:
        looks_at_no_tie = True

        def __call__(self, cluster):
            return 1.0

    assert looks_at_no_tie(Mine())
    assert not looks_at_no_tie(lambda cluster: sc.coverage(cluster, needs=NEEDS))
    assert not looks_at_no_tie(sc.density)


def counted(monkeypatch):
    """Return how often coverage was computed so far, as a list that grows."""
    from socluster.measures.services import coverage as module

    asked, compute = [], module.fits_of
    monkeypatch.setattr(module, "fits_of", lambda *given: asked.append(1) or compute(*given))
    return asked


def test_coverage_as_a_goal_is_computed_once_for_all_draws_and_exact(town, monkeypatch):
    asked, goal = counted(monkeypatch), partial(sc.coverage, needs=NEEDS)
    candidates = [joining("small", 5), joining("large", 9)]
    ranking = sc.rank_partners(town, candidates, goal=goal, draws=300, rng=1)
    assert ranking.to_frame()["mean_gain"].to_dict() == {"large": 9, "small": 5}
    assert ranking.outcome.is_certain
    plan = sc.plan_partners(town, candidates, goal=goal, k=1, draws=300, rng=1)
    assert plan.chosen == ("large",)
    assert plan.is_certain
    outcome = sc.compare(town, candidates, measures=[goal, sc.density], draws=300, rng=1)
    assert outcome.to_frame().loc[("large", "coverage"), ["delta", "low", "high"]].tolist() == [9, 9, 9]
    assert len(asked) <= 15
    for language in ("en", "lt"):
        for told in (" ".join(ranking.sentences(language)), " ".join(plan.sentences(language))):
            assert not any(word in told for word in ("%", "300"))
    assert any("exact for these data" in line for line in ranking.sentences())
    assert any("exact for these data" in line for line in plan.sentences())
    assert any("1 000" in line or "%" in line for line in outcome.sentences()), "density is drawn all the same"


def test_a_goal_that_looks_at_ties_as_well_is_drawn(town):
    goal = sc.Goal({partial(sc.coverage, needs=NEEDS): 1, sc.density: 1}, per="unit")
    ranking = sc.rank_partners(town, [joining("small", 5), joining("large", 9)], goal=goal, draws=50, rng=1)
    assert not ranking.outcome.is_certain
    assert "50 draws" in ranking.sentences()[0]


def test_what_is_asked_once_is_what_is_asked_in_every_draw(town):
    from dataclasses import replace

    from socluster.whatif.engine.study import Study
    from socluster.whatif.scenarios.prepared import Prepared

    measures = (("met", partial(sc.coverage, needs=NEEDS)), ("degree", sc.twomode_degree), ("density", sc.density))
    study = Study((Prepared("", town), joining("new", 3).prepare(town)), measures, 7, compiled=False)
    for quick, slow in zip(study.run(3, 9), replace(study, anew=True).run(3, 9), strict=True):
        np.testing.assert_allclose(quick, slow, rtol=1e-12)


def test_a_tolerance_is_met_where_nothing_moves(town):
    goal = partial(sc.coverage, needs=NEEDS)
    draws = sc.Draws(10_000, tolerance={"coverage": 0.01})
    outcome = sc.compare(town, joining("new", 3), measures=[goal], draws=draws, rng=1)
    assert outcome.draws < 10_000


def test_measured_over_draws_it_is_one_number(town, monkeypatch):
    asked = counted(monkeypatch)
    measures = {"met": partial(sc.coverage, needs=NEEDS), "density": sc.density}
    found = sc.measure(town, measures, draws=200, rng=1)
    assert len(asked) <= 4
    assert found.loc["met", ["low", "high"]].tolist() == [8, 8]
    assert found.loc["density", "low"] < found.loc["density", "high"]
