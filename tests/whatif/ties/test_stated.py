"""Ties that an analyst states, against what one computes by hand."""

import pytest

from socluster.core.errors import InputError
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.ties import Stated
from tests.whatif.ties.tie_samples import to


def test_stated_ties_that_are_impossible_are_left_out():
    assert to(Stated({"School": 0.5, "NGO": 0})) == {"School": 0.5}


def test_stated_ties_are_simulated_ties_with_that_confidence(village):
    after = Scenario("s").with_actor("Hub").with_ties("Hub", Stated({"School": 0.9, "NGO": 0.25})).apply(village)
    new = after.ties[after.ties["target"] == "Hub"].set_index("source")
    assert new["confidence"].to_dict() == {"School": 0.9, "NGO": 0.25}
    assert set(new["evidence"]) == {"simulated"}


@pytest.mark.parametrize(("direction", "pairs"), [("out", 1), ("in", 1), ("both", 2)])
def test_stated_direction_counts_in_a_directed_layer(village, direction, pairs):
    model = Stated({"School": 0.9}, direction=direction)
    after = Scenario("s").with_actor("Hub").with_ties("Hub", model, layer="referral", directed=True).apply(village)
    ties = after.layer("referral").ties
    assert len(ties) == pairs
    assert ("Hub" in set(ties["source"])) == (direction != "in")


@pytest.mark.parametrize(
    "wrong", [{"School": 1.5}, {"School": -0.1}, {"School": "often"}, {}, None, {"School": float("nan")}]
)
def test_what_is_stated_must_be_probabilities(wrong):
    with pytest.raises(InputError):
        Stated(wrong)
