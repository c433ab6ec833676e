import numpy as np
import pytest

from socluster._kernels.meeting.dyads import Shared
from socluster.development.incubation.estimation import LEAST, ObservedDyads, estimated, why_unknown

FIXED = {"formation": 0.1, "repeat": 0.7, "keep": 0.5}


def at_one_event(pairs, tied):
    """So many untied pairs who meet for sure once, of whom so many become tied."""
    shared = Shared(
        np.arange(pairs + 1), np.ones(pairs), np.zeros(pairs, dtype=np.int64), np.zeros(pairs, dtype=bool), 1
    )
    return ObservedDyads(shared, np.arange(pairs) < tied, {})


def idle(pairs, tied, periods=1):
    empty = np.zeros(0)
    shared = Shared(
        np.zeros(pairs + 1, dtype=np.int64), empty, empty.astype(np.int64), np.ones(pairs, dtype=bool), periods
    )
    return ObservedDyads(shared, np.arange(pairs) < tied, {})


def test_of_one_meeting_each_the_share_who_became_tied():
    found, fit = estimated(at_one_event(200, 60), ["formation"], FIXED, 0.9)
    assert found["formation"].value == pytest.approx(0.3, abs=1e-3)
    assert fit == pytest.approx(60 * np.log(0.3) + 140 * np.log(0.7), abs=1e-4)
    wide = 1.6448536 * np.sqrt(1 / 60 + 1 / 140)  # of the logit
    ends = [1 / (1 + np.exp(-(np.log(0.3 / 0.7) + sign * wide))) for sign in (-1, 1)]
    assert [found["formation"].low, found["formation"].high] == pytest.approx(ends, abs=2e-3)


def test_of_ties_without_meetings_the_share_that_is_left():
    found, _ = estimated(idle(100, 49, periods=2), ["keep"], FIXED, 0.9)
    assert found["keep"].value == pytest.approx(0.7, abs=1e-3)


def test_at_the_end_of_the_range_the_interval_reaches_it():
    all_tied, none_tied = (estimated(at_one_event(50, n), ["formation"], FIXED, 0.9)[0]["formation"] for n in (50, 0))
    assert all_tied.high == 1.0
    assert none_tied.low == 0.0


def test_nothing_to_estimate_has_a_likelihood_all_the_same():
    assert estimated(at_one_event(10, 1), [], FIXED, 0.9)[1] == pytest.approx(np.log(0.1) + 9 * np.log(0.9))


def test_why_something_cannot_be_told():
    def why(name, *, exposed=0, twice=0, idle=0, later=False, states=None):
        size = 100
        joint = np.ones(size, dtype=int)
        joint[:twice] = 2
        found = why_unknown(
            name, np.arange(size) < exposed, joint, np.arange(size) < idle, np.full(size, later), states or {}
        )
        return None if found is None else found.said("en")

    assert "1 pair was tied before" in why("half_life", idle=1)
    assert why("half_life", idle=LEAST) is None
    assert "9 untied pairs share an event" in why("formation", exposed=9)
    assert "1 untied pair shares two events" in why("repeat", exposed=50, twice=1)
    assert "became tied" in why("repeat", exposed=50, twice=50)
    assert why("repeat", exposed=50, twice=50, later=True) is None
    alike, differing = {"attitudes": np.ones(100)}, {"attitudes": np.arange(100) % 2.0}
    assert "alike" in why("attitudes", exposed=50, states=alike)
    assert why("attitudes", exposed=50, states=differing) is None
    assert why("barriers", exposed=50, states={"distrust": alike["attitudes"], **differing}) is None
