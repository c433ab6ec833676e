"""The four barriers to cooperation: what share of the chances each blocks, and for whom."""

from __future__ import annotations

import warnings
from dataclasses import KW_ONLY, dataclass, replace
from typing import Any

import numpy as np

from socluster.core.checked import checked_methods
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError, UnknownCapacityWarning
from socluster.development.incubation.checks import share
from socluster.development.incubation.dyads import ends, of_dyads, places
from socluster.measures.services.offers import PROVIDES
from socluster.measures.services.overlap import service_overlap
from socluster.words import later, listed

__all__ = ["BARRIERS", "Barriers"]

BARRIERS = ("experience", "distrust", "attitudes", "competition")


@checked_methods
@dataclass(frozen=True)
class Barriers:
    r"""What stands between two actors who meet: each barrier blocks a share of the chances that they become tied.

    Of the chance of a tie at a meeting, barriers leave

    .. math:: (1 - b_E (1 - e))(1 - b_D (1 - \tau))(1 - b_A a)(1 - b_C c)

    where e says how far the two have experience of cooperation, :math:`\tau` how far they trust each other, a whether
    one has negative attitudes towards the other, and c how far they offer the same. The sizes b are assumptions
    (0 = no barrier, 1 = it blocks everything).

    Parameters
    ----------
    experience : float, default 0.3
        b_E: limited experience of cooperation.
    distrust : float, default 0.3
        b_D: distrust of one another. Trust stands in `Incubation`, and grows with every meeting.
    attitudes : float, default 0.3
        b_A: prior negative attitudes.
    competition : float, default 0.3
        b_C: competition.
    experienced : float, str, mapping, Series or DataFrame, optional
        e, from 0 to 1: of all, by actor (two have the mean), by two actors, or the name of a column of the actors or a
        layer of ties. Without it, who has a tie in the data has cooperated (1) and who has none has not (0).
    negative : float, str, mapping, Series or DataFrame, optional
        a, in the same ways; a column of words is 1 for two whose words differ. Without it 1 across sectors.
    overlap : float, str, mapping, Series or DataFrame, optional
        c, in the same ways; a column of words is 1 for two whose words are the same. Without it what two offer alike
        in the same place (`service_overlap`, Ruzicka), and 0 if nobody's services are known.

    Raises
    ------
    InputError
        If a size is not from 0 to 1.

    Examples
    --------
    >>> import socluster as sc
    >>> sc.Barriers(distrust=0.5).distrust, sc.Barriers().without("competition").competition
    (0.5, 0.0)
    >>> sc.Barriers.none().sizes
    {'experience': 0.0, 'distrust': 0.0, 'attitudes': 0.0, 'competition': 0.0}
    """

    experience: float = 0.3
    distrust: float = 0.3
    attitudes: float = 0.3
    competition: float = 0.3
    _: KW_ONLY
    experienced: Any = None
    negative: Any = None
    overlap: Any = None

    def __post_init__(self) -> None:
        for name in BARRIERS:
            object.__setattr__(self, name, share(name, getattr(self, name)))

    @classmethod
    def none(cls) -> Barriers:
        """Return no barriers at all."""
        return cls(0.0, 0.0, 0.0, 0.0)

    @property
    def sizes(self) -> dict[str, float]:
        """How much each of them blocks."""
        return {name: getattr(self, name) for name in BARRIERS}

    def without(self, *names: str) -> Barriers:
        """Return the same without some of the barriers.

        Parameters
        ----------
        names : str
            Which of experience, distrust, attitudes, competition.
        """
        unknown = [name for name in names if name not in BARRIERS]
        if unknown:
            values = {"names": later(listed, [str(name) for name in unknown]), "options": later(listed, list(BARRIERS))}
            raise InputError("there is no barrier {names}; the barriers are {options}", values)
        return self.changed(**dict.fromkeys(names, 0.0))

    def changed(self, **values: Any) -> Barriers:
        """Return the same with other values."""
        return replace(self, **values)

    def states(self, cluster: Cluster) -> dict[str, Array]:
        """Return, for each dyad, what a barrier is multiplied by: 1 - e, a and c; distrust follows from trust.

        Parameters
        ----------
        cluster : Cluster
            Whose dyads.

        Returns
        -------
        dict of array of float of shape (dyads,)
        """
        experienced = _has_ties(cluster) if self.experienced is None else self.experienced
        negative = "sector" if self.negative is None else self.negative
        rivalry = (
            _offered_alike(cluster) if self.overlap is None else of_dyads(cluster, self.overlap, "overlap", text="same")
        )
        return {
            "experience": 1 - of_dyads(cluster, experienced, "experienced"),
            "attitudes": of_dyads(cluster, negative, "negative", text="different"),
            "competition": rivalry,
        }

    def factor(self, cluster: Cluster) -> Array:
        """Return, for each dyad, the share of chances that the barriers leave, without distrust.

        Parameters
        ----------
        cluster : Cluster
            Whose dyads.

        Returns
        -------
        array of float of shape (dyads,)
        """
        left = np.ones(cluster.n_actors * (cluster.n_actors - 1) // 2)
        for name, state in self.states(cluster).items():
            left = left * (1 - getattr(self, name) * state)
        return left


def _has_ties(cluster: Cluster) -> dict[Any, float]:
    """Return who has a tie in the data; one that follows from shared events shows no cooperation."""
    ties = cluster.ties
    ties = ties[ties["evidence"] != "derived"]
    tied = set(ties["source"]) | set(ties["target"])
    return {label: float(label in tied) for label in cluster.labels}


def _offered_alike(cluster: Cluster) -> Array:
    """Return how much of what two offer is the same: place, service and target group."""
    n = cluster.n_actors
    alike = np.zeros(len(ends(n)[0]))
    if PROVIDES not in cluster.layers or not (cluster.groups.get("kind") == "service").any():
        return alike
    with warnings.catch_warnings():  # of capacities that nobody stated: then it counts what both offer
        warnings.simplefilter("ignore", UnknownCapacityWarning)
        pairs = service_overlap(cluster).pairs["ruzicka"]
    place = {label: spot for spot, label in enumerate(cluster.labels)}
    for (one, other), value in pairs.items():
        alike[places(np.array(place[one]), np.array(place[other]), n)] = value
    return alike
