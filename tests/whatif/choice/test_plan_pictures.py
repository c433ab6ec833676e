"""The pictures of a plan, from plain tables."""

import pandas as pd
import pytest

from socluster.whatif.choice.plan_pictures import picture_of_front, picture_of_steps


def test_steps_are_added_to_those_before():
    steps = pd.DataFrame({"mean_total": [0.1, 0.3], "total_low": [0.0, 0.2], "total_high": [0.2, 0.4]})
    shown = str(
        picture_of_steps(steps, ["School", "Clinic"], goal="density", about="", source="", language="en").to_dict()
    )
    assert "School" in shown
    assert "+ Clinic" in shown
    assert "+ School" not in shown


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ({"x": None, "y": None}, ("density", "transitivity")),
        ({"x": "reach", "y": None}, ("reach", "density")),
        ({"x": None, "y": "density"}, ("transitivity", "density")),
    ],
)
def test_the_goals_that_are_asked_for_are_shown(asked, shown):
    goals = ["density", "transitivity", "reach"]
    columns = {goal: [0.1, 0.2] for goal in goals}
    ends = {f"{goal}_{end}": [0.1, 0.2] for goal in goals for end in ("low", "high")}
    sets = pd.DataFrame({**columns, **ends, "on_front": [True, False]}, index=pd.Index(["A", "B"], name="set"))
    changes = {goal: f"change in {goal}" for goal in goals}
    figure = picture_of_front(sets, changes, **asked, about="", source="", language="en")
    question = "Which sets of partners are worth a thought? "
    assert figure.layout.meta["alt"].startswith(question + ", ".join(changes[goal] for goal in shown) + ". ")
