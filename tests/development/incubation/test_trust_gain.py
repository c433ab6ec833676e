import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster._kernels.meeting.dyads import Shared
from socluster.development.incubation.estimation import LEAST
from socluster.development.incubation.trust_gain import gained, why_not_gained


def shared(pairs, events, meet, periods=1):
    """So many pairs, each at so many events of its own."""
    size = pairs * events
    return Shared(
        np.arange(0, size + 1, events) if events else np.zeros(pairs + 1, dtype=np.int64),
        np.full(size, meet),
        np.zeros(size, dtype=np.int64),
        np.zeros(pairs, dtype=bool),
        periods,
    )


def test_what_is_missing_after_three_meetings_tells_the_gain_exactly():
    before, known = np.full(20, 0.3), np.ones(20, dtype=bool)
    after = np.full(20, 0.641600)  # of 0.3, after three meetings that bring a fifth each
    found = gained(shared(20, 3, 1.0), before, after, known, 0.9)
    assert found.value == pytest.approx(0.2, abs=1e-4)
    assert found.high - found.low < 1e-3


@pytest.mark.parametrize("gain", [0.05, 0.2])
def test_where_it_is_not_known_who_met_the_interval_holds_the_gain(gain):
    rng = np.random.default_rng(7)
    met = rng.binomial(4, 0.5, 400)
    before = rng.random(400) * 0.5
    after = 1 - (1 - before) * (1 - gain) ** met
    found = gained(shared(400, 4, 0.5), before, after, np.ones(400, dtype=bool), 0.9)
    assert found.low - 0.01 < gain < found.high + 0.01
    assert found.value == pytest.approx(gain, abs=0.02)


def test_why_it_cannot_be_told():
    known = np.ones(50, dtype=bool)
    assert why_not_gained(shared(50, 1, 0.5), np.zeros(50), known) is None
    assert "over one period" in why_not_gained(shared(50, 1, 0.5, 2), np.zeros(50), known).said("en")
    assert "0 pairs without full trust share" in why_not_gained(shared(50, 1, 0.5), np.ones(50), known).said("en")
    assert LEAST == 10


def test_from_two_waves_whatever_the_order_of_their_actors():
    names = [f"a{place}" for place in range(12)]
    table = [{"kind": "seminar", "actors": names, "meetings": 11}]  # everybody meets everybody
    rng = np.random.default_rng(7)
    trust = rng.random(12) * 0.5
    before = sc.Cluster.from_tables(pd.DataFrame({"actor": names, "mood": trust}))
    mood = pd.DataFrame({"actor": names, "mood": 1 - 0.8 * (1 - trust)}).iloc[::-1]
    found = sc.calibrate_incubation(before, sc.Cluster.from_tables(mood), events=table, trust="mood")
    assert found.to_frame().loc["trust_gain", "value"] == pytest.approx(0.2, abs=1e-3)
    assert found.parameters.trust_gain == pytest.approx(0.2, abs=1e-3)
    assert "trust gained at a meeting: 0.2" in repr(found)
