"""What was asked of scenarios: read without trust, given back as it was."""

import json

import pytest

from socluster.core.errors import InputError
from socluster.whatif.scenarios.files import questions_of, read_scenarios, write_scenarios
from socluster.whatif.scenarios.questions import GoalAsked, PlanAsked, Questions, questions_in
from socluster.whatif.scenarios.scenario import Scenario

PLAN = {"budget": 30.0, "at_most": 2, "cost": {"hub": 20.0, "club": 0.0}}
ASKED = {"goals": [{"goal": "density", "better": "higher", "plan": PLAN}], "draws": 500, "seed": 0}


def test_what_was_asked_is_given_back():
    found, problems = questions_in(ASKED)
    plan = PlanAsked(30.0, 2, {"hub": 20.0, "club": 0.0})
    assert (found, problems) == (Questions((GoalAsked("density", "higher", plan),), 500, 0), [])
    assert found.plain() == ASKED
    assert questions_in(None) == questions_in({}) == (Questions(), [])


@pytest.mark.parametrize(
    ("change", "places"),
    [
        (3, ["questions"]),
        ({"goal": []}, ["questions.goal"]),
        ({"draws": 0}, ["questions.draws"]),
        ({"seed": True}, ["questions.seed"]),
        ({"goals": {}}, ["questions.goals"]),
        ({"goals": [1]}, ["questions.goals[0]"]),
        ({"goals": [{}]}, ["questions.goals[0].goal", "questions.goals[0].better"]),
        ({"goals": [{"goal": "x", "better": "lower", "plan": {}}]}, ["questions.goals[0].plan"]),
        (
            {"goals": [{"goal": "x", "better": "lower", "plan": {"budget": -1, "at_most": 1.5, "cost": {"a": "b"}}}]},
            ["questions.goals[0].plan." + each for each in ("budget", "at_most", "cost.a")],
        ),
        ({"goals": [{"goal": "x", "better": "lower", "plan": {"budget": 3}}]}, ["questions.goals[0].plan.cost"]),
    ],
)
def test_everything_that_is_wrong_is_told_with_its_place(change, places):
    assert [problem.table for problem in questions_in(change)[1]] == places


def test_a_file_of_scenarios_may_hold_them_and_is_refused_where_they_are_wrong(tmp_path):
    hub = Scenario("hub").with_actor("hub")
    path = write_scenarios([hub], tmp_path / "a.json")
    assert questions_of(path) == Questions()
    held = json.loads(path.read_text())
    path.write_text(json.dumps({**held, "questions": ASKED}))
    assert read_scenarios(path) == [hub]
    assert questions_of(path).plain() == ASKED
    path.write_text(json.dumps({**held, "questions": {"gaols": 1}}))
    for read in (read_scenarios, questions_of):
        with pytest.raises(InputError, match="did you mean 'goals'") as caught:
            read(path)
        assert caught.value.problems[0].file == str(path)


def test_one_draw_and_the_seed_0_may_be_asked_for():
    found, problems = questions_in({"draws": 1, "seed": 0})
    assert (found.draws, found.seed, problems) == (1, 0, [])
