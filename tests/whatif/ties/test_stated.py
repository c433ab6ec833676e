"""Ties that an analyst states, against what one computes by hand."""

from socluster.whatif.ties import Stated
from tests.whatif.ties.tie_samples import to


def test_stated_ties_that_are_impossible_are_left_out():
    assert to(Stated({"School": 0.5, "NGO": 0})) == {"School": 0.5}
