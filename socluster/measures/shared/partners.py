"""The ties through which an actor has partners: those that it sends, those that it receives, or both."""

from __future__ import annotations

from socluster._kernels.products import ones_like
from socluster.core.matrix import Matrix
from socluster.measures.shared.direction import Direction, check_direction, seen_from
from socluster.measures.shared.network import Network

__all__ = ["partner_ties"]


def partner_ties(net: Network, direction: Direction, *, weighted: bool) -> Matrix:
    """Return a row for every actor with a cell for every partner.

    Parameters
    ----------
    net : Network
        The network.
    direction : {"all", "out", "in"}
        Partners to whom the actor's ties run ("out"), from whom ties run to it ("in"), or both, a mutual partner being
        one partner whose strengths add up ("all"). Undirected ties are the same in each.
    weighted : bool
        Whether cells hold strengths, or ones.

    Raises
    ------
    InputError
        If there is no such direction.
    """
    check_direction(direction)
    ties = seen_from(net.strength, direction, directed=net.directed)
    return ties if weighted else ones_like(ties)
