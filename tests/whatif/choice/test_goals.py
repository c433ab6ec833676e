from functools import partial

import numpy as np
import pandas as pd
import pytest

from socluster.core.errors import InputError
from socluster.measures.cohesion.density import density, global_efficiency
from socluster.measures.cohesion.distance import fragmentation
from socluster.whatif.choice.goals import Goal, as_goal, frame_of_scores


def test_per_unit_adds_raw_gains_with_weights_and_signs():
    goal = Goal({density: 2, global_efficiency: 1}, per="unit", better={global_efficiency: "lower"})
    gains = np.array([[[1.0, 2.0], [3.0, np.nan]]])  # one candidate, two measures, two draws
    score = goal.score(gains, goal.scales(gains))
    assert score[0, 0] == 2 * 1 - 3
    assert np.isnan(score[0, 1])


def test_per_spread_divides_by_the_deviation_over_candidates_and_draws():
    goal = Goal({density: 1, global_efficiency: 3})
    gains = np.array([[[0.0, 2.0], [10.0, 10.0]], [[4.0, 6.0], [30.0, 30.0]]])
    assert goal.scales(gains) == pytest.approx([np.std([0, 2, 4, 6]), 10])
    assert goal.score(gains, goal.scales(gains))[1] == pytest.approx([4 / np.sqrt(5) + 9, 6 / np.sqrt(5) + 9])


def test_what_tells_nobody_apart_counts_nothing():
    goal = Goal({density: 1, global_efficiency: 1})
    gains = np.array([[[0.1, 0.2], [0.3, 0.3]], [[0.4, 0.1], [0.3, 0.1 + 0.2]]])
    assert goal.scales(gains)[1] == np.inf
    assert goal.score(gains, goal.scales(gains)) == pytest.approx(gains[:, 0] / np.std(gains[:, 0]))


def test_frame_of_scores_has_a_column_per_candidate():
    gains = {name: pd.DataFrame({"density": [1.0, 2.0]}) for name in ("a", "b")}
    frame = frame_of_scores(gains, as_goal(density, "lower"))
    assert frame.columns.tolist() == ["a", "b"]
    assert frame["a"].tolist() == [-1, -2]


def test_it_prints_weights_scale_and_caveat_in_both_languages():
    goal = Goal({global_efficiency: 2, density: 0.5}, better={"density": "lower"})
    assert repr(goal).startswith("Goal: 2 × global efficiency (higher is better) + 0.5 × density (lower is better).")
    assert "Structure is not effectiveness" in repr(goal)
    assert goal.sentences("lt")[0] == (
        "Tikslas: 2 × visuotinis efektyvumas (geriau daugiau) + 0,5 × tankis (geriau mažiau)."
    )
    assert "priklauso nuo to, kurie kandidatai lyginami" in goal.sentences("lt")[1]


@pytest.mark.parametrize("measure", [fragmentation, partial(fragmentation, layer="tie")])
def test_a_direction_is_asked_for_where_more_is_not_better_by_itself(measure):
    with pytest.raises(InputError, match="state better='lower'") as caught:
        as_goal(measure)
    assert caught.value.problems[0].column == "goal"
    with pytest.raises(InputError, match=r"better=\{'fragmentation"):
        Goal({density: 1, measure: 2})
    assert as_goal(measure, "lower").said().endswith("(lower is better)")
    assert as_goal(measure, "higher").said("lt").endswith("(geriau daugiau)")


def test_a_goal_keeps_copies_of_what_it_was_given():
    weights = {density: 1}
    goal = Goal(weights)
    weights[density] = 7
    assert goal.weights[density] == 1


@pytest.mark.parametrize(
    ("weights", "more", "said"),
    [
        ({}, {}, "mapping from measure to weight"),
        ([density], {}, "mapping from measure to weight"),
        ({density: 0}, {}, "greater than 0"),
        ({density: "much"}, {}, "greater than 0"),
        ({density: float("inf")}, {}, "greater than 0"),
        ({"density": 1}, {}, "a measure is a function"),
        ({density: 1}, {"per": "rank"}, "must be one of"),
        ({density: 1}, {"better": {"densty": "lower"}}, "did you mean 'density'"),
        ({density: 1}, {"better": {global_efficiency: "lower"}}, "is not a measure of this goal"),
        ({density: 1}, {"better": {density: "less"}}, "must be one of"),
    ],
)
def test_bad_goals_are_named(weights, more, said):
    with pytest.raises(InputError, match=said):
        Goal(weights, **more)


@pytest.mark.parametrize(
    ("goal", "better", "said"),
    [
        ("density", None, "a measure is a function"),
        (None, None, "a measure is a function"),
        (density, "up", "must be one of"),
        (Goal({density: 1}), "lower", "states in itself"),
    ],
)
def test_bad_goals_of_a_question_are_named(goal, better, said):
    with pytest.raises(InputError, match=said):
        as_goal(goal, better)
