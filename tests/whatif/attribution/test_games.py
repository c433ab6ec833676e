"""The games behind an attribution: each coalition is valued once, and a step knows when it may come."""

import numpy as np
import pytest

from socluster.whatif.attribution.games import Remembered, TakenStep
from socluster.whatif.scenarios.scenario import Scenario


def test_a_coalition_is_valued_once():
    asked = []

    def value(coalitions):
        asked.extend(coalitions)
        return np.array([[len(each), 10 * len(each)] for each in coalitions])

    game = Remembered(value)
    nobody, one, both = frozenset(), frozenset({0}), frozenset({0, 1})
    assert game([one, nobody, one]).tolist() == [[1, 10], [0, 0], [1, 10]]
    assert game([both, one]).tolist() == [[2, 20], [1, 10]]
    assert asked == [one, nobody, both]


@pytest.mark.parametrize(("how", "phases"), [("new", [0, 1, 0, 1]), ("gone", [2, 1, 2, 1])])
def test_who_joins_does_so_first_and_who_no_longer_joins_does_so_last(how, phases):
    scenario = Scenario("s").with_actor("hub").with_ties("hub", ["A"]).with_group("forum").without_ties("A", "B")
    assert [TakenStep(step, how, place).phase for place, step in enumerate(scenario.steps)] == phases
