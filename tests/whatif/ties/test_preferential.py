"""Ties to whoever has many, by hand."""

import numpy as np
import pytest

from socluster.core.errors import InputError
from socluster.whatif.ties import Preferential
from socluster.whatif.ties.preferential import filled
from tests.whatif.ties.tie_samples import expected, fitted, to, town, with_hub


def test_preferential_shares_out_the_expected_number():
    probabilities = to(Preferential(3))
    weights = {"School": 3, "Clinic": 4, "NGO": 3.5, "Parish": 1.5, "Firm": 3, "Court": 2}
    assert probabilities == pytest.approx({actor: 3 * w / 17 for actor, w in weights.items()})
    assert sum(to(Preferential(5.5, power=3)).values()) == pytest.approx(5.5)
    assert max(to(Preferential(5.5, power=3)).values()) == 1
    assert set(np.round(list(to(Preferential(3, power=0)).values()), 9)) == {0.5}
    with pytest.raises(InputError, match="6 ties are possible"):
        Preferential(7).fit(with_hub(town()), "Hub", "tie")


def test_preferential_directions():
    pairs = fitted(Preferential(1, offset=0, direction="out"), directed=True)
    assert pairs[("Hub", "Firm")] == pytest.approx(2 / 5.5)  # in-degree 2 of 5.5 arcs
    assert ("Hub", "School") not in pairs  # nobody has turned to it yet
    both = fitted(Preferential(2), directed=True)
    assert len(both) == 12
    assert sum(both.values()) == pytest.approx(2)


def test_water_fills_vessels():
    filled_ = filled(np.array([10.0, 5.0, 1.0, 1.0, 0.0]), 3)
    assert filled_.tolist() == [1, 1, 0.5, 0.5, 0]
    assert filled(np.array([1.0, 2.0]), 2).tolist() == [1, 1]


def test_ties_that_the_partner_has_already_make_nobody_better_connected():
    """They may be of the layer that the model learns from: an advisor that becomes a partner."""
    learned = Preferential(3, layer="tie")
    alone = with_hub(town()).with_layer("referral", directed=False)
    advising = alone.with_ties("Hub", ["Court", "Parish"], layer="tie")
    one, other = (expected(learned.fit(each, "Hub", "referral")) for each in (alone, advising))
    assert one == pytest.approx(other)
    assert one[("Hub", "Court")] == pytest.approx(3 * 2 / 17)
