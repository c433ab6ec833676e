"""As many ties as stated."""

import numpy as np
import pytest

from socluster.whatif.ties import Rates, Stated
from socluster.whatif.ties.exactly import JustSoMany
from tests.whatif.ties.tie_samples import town, with_hub


@pytest.mark.parametrize("ties", [1, 2, 3])
def test_so_many_ties_are_there_in_every_draw(ties):
    fitted = JustSoMany(Rates(), ties).fit(with_hub(town()), "Hub", "tie")
    rng = np.random.default_rng(1)
    assert {int(fitted.realised(rng.random(6), rng).sum()) for _ in range(50)} == {ties}
    assert fitted.probabilities(None).sum() == pytest.approx(ties)


def test_partners_are_drawn_in_proportion_to_their_probabilities():
    """By hand: of three with rates 1, 2 and 3, who is first is each with a probability of a sixth, a third, a half."""
    fitted = JustSoMany(Stated({"School": 0.1, "NGO": 0.2, "Firm": 0.3}), 1).fit(with_hub(town()), "Hub", "tie")
    rng = np.random.default_rng(1)
    there = np.mean([fitted.realised(rng.random(3), rng) for _ in range(4000)], axis=0)
    assert dict(zip(fitted.targets, there, strict=True)) == pytest.approx(
        {"School": 1 / 6, "NGO": 1 / 3, "Firm": 1 / 2}, abs=0.03
    )


def test_no_more_than_are_possible():
    fitted = JustSoMany(Stated({"School": 0.5}), 4).fit(with_hub(town()), "Hub", "tie")
    assert fitted.realised(np.array([0.9]), np.random.default_rng(0)).tolist() == [True]
    assert "the partner has 4 ties" in JustSoMany(Stated({"School": 0.5}), 4).assumption()
