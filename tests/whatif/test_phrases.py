"""What several answers say in the same words."""

import pytest

from socluster.whatif.phrases import assumed, caveat_of_changes, caveat_of_gains


def test_each_assumption_is_said_once_in_the_order_in_which_it_was_made():
    assert assumed(["b {n}", "a", "b {n}"], "en") == ["Assumption: b {n}.", "Assumption: a."]
    assert assumed((each for each in ["b"]), "lt") == ["Prielaida: b."]
    assert assumed([], "en") == []


@pytest.mark.parametrize("language", ["en", "lt"])
def test_a_change_may_be_for_the_worse_and_a_gain_is_one_of_the_measure_alone(language):
    change, gain = caveat_of_changes(language), caveat_of_gains(language)
    assert change != gain
    assert change.split(":")[0] == gain.split(":")[0]  # structure is not effectiveness
