"""What a scenario does to events is projected after it: equal to applying it by hand and projecting then."""

import warnings

import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.core.errors import ProjectionWarning
from socluster.measures.brokerage.holes import constraint
from socluster.measures.cohesion.density import density, global_efficiency
from socluster.whatif.attribution.attribution import attribute
from socluster.whatif.choice.plan import plan_partners
from socluster.whatif.choice.rank import rank_partners
from socluster.whatif.choice.sensitivity import sensitivity
from socluster.whatif.comparison.compare import compare
from socluster.whatif.scenarios.projected import projection_of
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.ties import Rates

pytestmark = pytest.mark.filterwarnings("ignore::socluster.core.errors.ProjectionWarning")

SEATS = {"a": ["E1"], "b": ["E1", "E2"], "c": ["E1"], "d": ["E2"], "e": ["E3"], "f": ["E3"], "g": ["E2", "E3"]}


@pytest.fixture
def table():
    """Seven at three events."""
    rows = [(actor, group) for actor, groups in SEATS.items() for group in groups]
    return Cluster.from_tables(
        pd.DataFrame({"actor": list(SEATS), "sector": ["x", "x", "x", "y", "y", "y", "y"]}),
        groups=pd.DataFrame({"group": ["E1", "E2", "E3"]}),
        affiliations=pd.DataFrame(rows, columns=["actor", "group"]).assign(layer="attends"),
    )


MEASURES = [density, global_efficiency]
ROUND = Scenario("round table").with_event("E4", ["a", "d", "e"])
GUEST = Scenario("guest").with_actor("new", sector="x").with_affiliation("new", ["E2"])
BY_HAND = {
    "an event": (ROUND, lambda c: c.with_event("E4", ["a", "d", "e"], layer="attends")),
    "a guest": (GUEST, lambda c: c.with_actor("new").with_affiliation("new", ["E2"], layer="attends")),
    "somebody leaves": (ROUND.without_actor("b"), lambda c: c.with_event("E4", ["a", "d", "e"]).without_actor("b")),
    "two merge": (Scenario("merger").with_merger(["b", "g"], "bg"), lambda c: c.with_merger(["b", "g"], "bg")),
    "another layer": (
        Scenario("other").with_event("E4", ["a", "d"], layer="steers"),
        lambda c: c.with_event("E4", ["a", "d"], layer="steers"),
    ),
}


@pytest.mark.parametrize("how", BY_HAND)
@pytest.mark.parametrize("projected", [False, True], ids=["two modes", "projected before"])
def test_comparison_equals_applying_by_hand_and_projecting(table, how, projected):
    scenario, by_hand = BY_HAND[how]
    after = by_hand(table).project()
    base = table.project() if projected else table
    found = compare(base, scenario, measures=[*MEASURES, constraint], draws=1, rng=1).to_frame().droplevel(0)
    for measure in MEASURES:
        assert found.loc[measure.__name__, "after"] == pytest.approx(measure(after))
    drawn = scenario.prepare(table.project()).cluster
    pairs = {frozenset(row[:2]): row[2] for row in after.ties[["source", "target", "weight"]].itertuples(index=False)}
    mine = {frozenset(row[:2]): row[2] for row in drawn.ties[["source", "target", "weight"]].itertuples(index=False)}
    assert mine == pairs


@pytest.mark.parametrize("weights", ["count", "newman", "jaccard"])
def test_weights_are_those_of_the_projection(table, weights):
    ties = ROUND.prepare(table.project(weights=weights)).cluster.ties
    by_hand = table.with_event("E4", ["a", "d", "e"], layer="attends").project(weights=weights).ties
    columns = ["source", "target", "weight"]
    pd.testing.assert_frame_equal(
        ties[columns].reset_index(drop=True), by_hand[columns].reset_index(drop=True), check_exact=False
    )


def test_every_question_projects_after_the_scenario(table):
    other = Scenario("small table").with_event("E5", ["a", "b"])  # they meet already: nothing changes
    gain = density(table.with_event("E4", ["a", "d", "e"], layer="attends").project()) - density(table.project())
    assert gain > 0
    ranking = rank_partners(table, [ROUND, other], goal=density, draws=1, rng=1)
    assert ranking.best == "round table"
    assert ranking.outcome.to_frame().loc[("round table", "density"), "delta"] == pytest.approx(gain)
    plan = plan_partners(table, [ROUND, other], k=1, goals=density, draws=1, rng=1)
    assert plan.chosen == ("round table",)
    assert plan.to_frame()["mean_gain"].max() == pytest.approx(gain)
    for parts in ("ties", "steps"):
        assert attribute(table, ROUND, measure=density, rng=1, parts=parts).mean_delta == pytest.approx(gain)
    found = sensitivity(table, [ROUND, other], goal=density, draws=1, rng=1)
    assert float(found.gains["round table"].mean()) == pytest.approx(gain)


def test_ties_that_other_steps_make_stay(table):
    scenario = Scenario("s").with_strength("a", "b", weight=9).with_ties("a", "f").with_event("E4", ["d", "e"])
    ties = scenario.prepare(table.project()).cluster.ties.set_index(["source", "target"])["weight"]
    assert (ties["a", "b"], ties["a", "f"], ties["d", "e"]) == (9, 1, 1)


def test_a_model_learns_from_the_projection_and_leaves_what_an_event_ties(table):
    joins = GUEST.with_ties("new", Rates())
    prepared = joins.prepare(table.project())
    sure = prepared.cluster.ties.query("target == 'new' and confidence == 1")["source"].tolist()
    assert sure == ["b", "d", "g"]
    assert prepared.cluster.n_ties - table.project().n_ties == 7


def test_a_cluster_of_ties_alone_has_no_projection(table):
    assert projection_of(table.parts) is None
    assert projection_of(table.project().parts).ties == "co-attends"
    assert projection_of(table.project().flatten().parts) is None


def test_the_projection_is_still_told(table):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        compare(table, ROUND, measures=[density], draws=1, rng=1)
    assert [each.category for each in caught] == [ProjectionWarning]


def test_that_all_attendees_become_tied_is_stated_as_an_assumption():
    rows = pd.DataFrame({"actor": list("abcd"), "group": ["g", "g", "h", "h"]})
    cluster = Cluster.from_tables(rows[["actor"]], groups=pd.DataFrame({"group": ["g", "h"]}), affiliations=rows)
    forum = Scenario("forum").with_event("Forum", ["a", "c"]).with_affiliation("d", ["g"])
    told = "all who attend or belong to Forum and g become tied to each other, by the projection of affiliations"
    assert forum.assumptions(cluster=cluster.project()) == [told]
    said = compare(cluster, forum, measures=[density], draws=2, rng=1).sentences()
    assert f"Assumption: {told}." in said
    tied = Cluster.from_tables(rows[["actor"]], pd.DataFrame({"source": ["a", "c"], "target": ["b", "d"]}))
    assert forum.assumptions(cluster=tied) == []
    assert Scenario("t").with_ties("a", ["c"]).assumptions(cluster=cluster.project()) == []
