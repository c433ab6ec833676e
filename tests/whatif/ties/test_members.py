"""New ties as those of the members are."""

import numpy as np

from socluster.whatif.ties.fitted import possible_ties, stated_ties
from socluster.whatif.ties.members import as_members
from socluster.whatif.ties.observed import observed
from tests.whatif.ties.test_active import cluster, with_hub


def test_activity_explains_a_part_of_what_is_returned():
    """Where active actors send and receive more, ties are returned more than rates say, but not for its own sake."""
    found = cluster(directed=True)
    after = with_hub(found)
    possible, dyads = possible_ties(after, "hub", "tie"), observed(found, "tie", directed=True)
    rates = np.full((30, 30), dyads.expected[dyads.known].mean())
    ties = stated_ties(possible, np.full(60, rates[0, 0]))
    one, other = (as_members(ties, possible, after, "hub", dyads, rates, wanted) for wanted in (False, True))
    assert abs(other.reciprocity.correlation) < abs(one.reciprocity.correlation) + 0.1
    assert one.ties is ties
    assert other.ties.ties is ties
