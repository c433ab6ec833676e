"""New ties as those of the members are: some partners are more active than others, and ties are returned."""

from __future__ import annotations

from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.whatif.ties.active import StatedActivity, estimated_activity, with_activity
from socluster.whatif.ties.dyads import returned
from socluster.whatif.ties.fitted import Possible
from socluster.whatif.ties.observed import Dyads
from socluster.whatif.ties.protocol import FittedTies

__all__ = ["as_members"]


def as_members(
    ties: FittedTies,
    possible: Possible,
    cluster: Cluster,
    actor: str,
    dyads: Dyads,
    rates: Array,
    wanted: StatedActivity,
) -> FittedTies:
    """Return the ties of a partner who differs in activity as members do, and whose ties are returned as theirs are.

    Parameters
    ----------
    ties : FittedTies
        The ties, independent given their probabilities.
    possible : Possible
        The same ties, as places among the actors.
    cluster : Cluster
        The cluster, with the partner.
    actor : str
        The partner.
    dyads : Dyads
        The ties of the members.
    rates : ndarray of shape (n, n)
        Probability of every tie among them, as the model has it.
    wanted : bool or float
        Whether partners differ in activity, or how much.
    """
    activity = estimated_activity(dyads, rates, wanted)
    ties = with_activity(ties, possible, cluster.parts.position[actor], activity)
    return returned(ties, dyads, rates if activity is None else activity.rates_of(rates))
