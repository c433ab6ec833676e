"""Links that were made up."""

import numpy as np

from socluster.core.schema import KNOWN
from socluster.core.simulated import simulated


def test_simulated_links_have_every_column_and_say_what_they_are():
    rows = simulated(np.array([2.0, 0.5]))
    assert list(rows) == list(KNOWN["ties"])
    assert rows["weight"].objects() == [2.0, 0.5]
    assert rows["confidence"].objects() == [1.0, 1.0]
    assert rows["evidence"].objects() == ["simulated"] * 2
    assert rows["ref"].objects() == rows["wave"].objects() == [None, None]


def test_none_are_none():
    assert simulated(np.empty(0))["evidence"].labels == ()
    assert len(simulated(np.empty(0))["ref"]) == 0
