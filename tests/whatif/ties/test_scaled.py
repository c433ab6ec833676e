"""The ties of another model, more or less probable, by hand."""

import numpy as np
import pytest

from socluster.core.errors import InputError
from socluster.whatif.ties import AtMost, Rates, Scaled, Stated
from tests.whatif.ties.tie_samples import to, town, with_hub


def test_scaled_probabilities_stop_at_one():
    model = Stated({"School": 0.8, "NGO": 0.2})
    assert to(Scaled(model, 0.5)) == {"School": 0.4, "NGO": 0.1}
    assert to(Scaled(model, 2)) == {"School": 1.0, "NGO": 0.4}
    with pytest.raises(InputError, match="less probable, not more"):
        Scaled(AtMost(model, 1), 2).fit(with_hub(town()), "Hub", "tie")


def test_scaled_rates_average_what_is_cut_off():
    ties = Scaled(Rates(prior_rate=0.6, prior_dyads=2), 1.6).fit(with_hub(town()), "Hub", "tie")
    drawn = np.mean([ties.probabilities(np.random.default_rng(draw)) for draw in range(3000)], axis=0)
    np.testing.assert_allclose(ties.probabilities(None), drawn, atol=0.03)
