"""A capacity of so many ties, against enumeration."""

import numpy as np
import pytest

from socluster.whatif.ties import AtMost, Preferential, Stated
from socluster.whatif.ties.limit import count_of_others
from tests.whatif.ties.tie_samples import to, town, with_hub


def test_capacity_is_never_exceeded():
    ties = AtMost(Preferential(4), 2).fit(with_hub(town()), "Hub", "tie")
    rng = np.random.default_rng(1)
    assert max(int(ties.realised(rng.random(6), rng).sum()) for _ in range(300)) == 2
    sure = to(AtMost(Stated({"School": 1.0, "NGO": 1.0, "Firm": 1.0}), 2))
    assert sure == pytest.approx(dict.fromkeys(("School", "NGO", "Firm"), 2 / 3))
    # of School .9 and Clinic .9 at most one is kept: .9 (.1 + .9 / 2)
    assert to(AtMost(Stated({"School": 0.9, "Clinic": 0.9}), 1))["School"] == pytest.approx(0.9 * 0.55)


def test_number_of_others_equals_enumeration():
    p = np.array([0.0, 1.0, 0.5, 0.3, 0.97, 0.5])
    for own in range(len(p)):
        rest = np.delete(p, own)
        counts = np.zeros(len(p))
        for state in np.ndindex(*(2,) * len(rest)):
            there = np.array(state, dtype=bool)
            counts[there.sum()] += np.prod(np.where(there, rest, 1 - rest))
        np.testing.assert_allclose(count_of_others(p)[own], counts, atol=1e-12)
