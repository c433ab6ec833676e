"""What measures tell beyond their values."""

import pandas as pd
import pytest

import socluster as sc
from socluster.whatif.engine.measure_hooks import (
    MeasureHooks,
    are_simulated,
    in_scenario,
    left_out_by,
    measure_notes,
)

ACTORS = pd.DataFrame(
    {
        "actor": ["S", "T", "P"],
        "kind": ["school", "school", "psychologist"],
        "servers": [0, 0, 4],
        "capacity": [0, 0, 25],
    }
)
TIES = pd.DataFrame({"source": ["S", "T", "P"], "target": ["P", "P", "S"]})
WAIT = sc.Wait(["school", "psychologist"], demand={"S": 45}, service_rate=10, horizon=1, histories=3, rng=7)
FLOW = sc.Flow(["school", "psychologist"], demand={"S": 90})
REACH = sc.Reach(sources=["S"], targets=["P"])


@pytest.fixture
def town():
    return sc.Cluster.from_tables(ACTORS, TIES, layers={"tie": {"directed": True}})


@pytest.fixture
def joining():
    return [
        sc.Scenario(name).with_actor(name, kind="psychologist", servers=1, capacity=9).with_ties("S", name, layer="tie")
        for name in ("Q", "R")
    ]


@pytest.mark.parametrize("measure", [WAIT, FLOW, REACH])
def test_our_objects_have_every_hook_and_functions_need_none(measure, town):
    assert isinstance(measure, sc.Reach | sc.Flow | sc.Wait)
    assert MeasureHooks in type(measure).__mro__
    assert are_simulated([measure]) == (measure is WAIT)
    assert measure_notes([sc.density]) == ()
    assert left_out_by(sc.density, town) == ()


def test_ties_that_lead_no_client_on_are_left_out_by_flow_alone(town):
    assert [note.said("en") for note in left_out_by(FLOW, town)]
    assert left_out_by(REACH, town) == left_out_by(WAIT, town) == ()


def test_reach_is_told_who_joined_and_others_stay_what_they_are(town, joining):
    told = dict(in_scenario([("Reach", REACH), ("Flow", FLOW), ("density", sc.density)], joining[0].prepare(town)))
    assert told["Reach"] is not REACH
    assert told["Flow"] is FLOW
    assert told["density"] is sc.density


@pytest.mark.parametrize("measure", [WAIT, FLOW])
@pytest.mark.parametrize("language", ["en", "lt"])
def test_every_answer_about_a_choice_says_what_the_measure_says(town, joining, measure, language):
    notes = [note.said(language) for note in measure.notes()]
    school = sc.Scenario("U").with_actor("U", kind="school").with_ties("U", ["P"], layer="tie")
    better = "lower" if measure is WAIT else "higher"
    plan = sc.plan_partners(town, joining, goal=measure, k=1, better=better, draws=2, rng=1)
    least = sc.threshold(town, school, measure=measure, over=[1], better=better, draws=2, rng=1)
    varied = sc.sensitivity(town, joining, goal=measure, better=better, draws=2, rng=1)
    for answer in (plan, least, varied):
        said = answer.sentences(language)
        assert all(said.count(note) == 1 for note in notes)
