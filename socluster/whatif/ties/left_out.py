"""Members of a cluster who are left out and let in again, as a tie model sees them: what it forms, and what is so."""

from __future__ import annotations

import warnings
from dataclasses import dataclass

import numpy as np

from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError, SoclusterWarning
from socluster.core.streams import key_of, stream, uniforms_of_draws
from socluster.whatif.ties.base import walk
from socluster.whatif.ties.committee import Committee
from socluster.whatif.ties.draws_of import realised_of_draws
from socluster.whatif.ties.fitted import is_directed, places_among, possible_ties
from socluster.whatif.ties.like import LikeActor
from socluster.whatif.ties.observed import Dyads, learning_layer, observed
from socluster.whatif.ties.protocol import FittedTies, TieModel
from socluster.whatif.ties.stated import Stated

__all__ = ["LeftOut", "alone", "left_out", "names_a_partner", "observed_ties", "some_members"]


@dataclass(frozen=True, eq=False)
class LeftOut:
    """One member who was left out: the ties that a model gives it, and those that it has.

    Parameters
    ----------
    member : str
        Who it is.
    place : int
        Where it is among the actors.
    ties : FittedTies
        The ties that the model makes possible.
    outward : ndarray of bool
        Whether each runs from the member; all of them in an undirected layer.
    others : ndarray of int
        The place of the other end of each.
    there : ndarray of bool
        Whether the member has it.
    known : ndarray of bool
        Whether that is known.
    impossible : ndarray of int
        Places of those whom the member is tied to though the model makes that impossible.
    """

    member: str
    place: int
    ties: FittedTies
    outward: Array
    others: Array
    there: Array
    known: Array
    impossible: Array

    def draws(self, key: int, draws: int) -> Array:
        """Return which of the ties are there in each draw (rows); what is unknown is drawn alike for all members."""
        ends = zip(self.ties.sources, self.ties.targets, strict=True)
        keys = np.array([key_of(f"{self.member}\x1f{source}\x1f{target}") for source, target in ends], dtype=np.uint64)
        return realised_of_draws(self.ties, uniforms_of_draws(keys, key, 0, draws), stream(key, 0, 0))


def names_a_partner(model: TieModel) -> bool:
    """Whether the model says what one partner does, so that it says nothing about members."""
    for part in walk(model):
        if isinstance(part, Stated | LikeActor) or (isinstance(part, Committee) and part.events is not None):
            return True
    return False


def some_members(cluster: Cluster, most: int) -> list[str]:
    """Return so many members at most, always the same: a sample by their names, whatever the order of the rows."""
    return sorted(sorted(cluster.ids, key=key_of)[:most])


def left_out(cluster: Cluster, model: TieModel, member: str, layer: str, truth: Dyads) -> LeftOut | None:
    """Return what a model that learns from the others says of one member; None where it does not fit it.

    Parameters
    ----------
    cluster : Cluster
        The cluster.
    model : TieModel
        The model.
    member : str
        Who is left out.
    layer : str
        The layer of ties.
    truth : Dyads
        The ties that are there (`observed_ties`).
    """
    without = alone(cluster, member)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SoclusterWarning)
            ties = model.fit(without, member, layer)
    except InputError:
        return None
    possible = possible_ties(without, member, layer)
    places = places_among(ties, possible, directed=is_directed(cluster, layer))
    rows, columns = possible.rows, possible.columns
    here = cluster.parts.position[member]
    is_there, is_known = truth.expected[rows, columns] > 0.5, truth.known[rows, columns]
    missed = is_there & is_known
    missed[places] = False
    ends = rows[places], columns[places]
    return LeftOut(
        member,
        here,
        ties,
        ends[0] == here,
        np.where(ends[0] == here, ends[1], ends[0]),
        is_there[places],
        is_known[places],
        np.where(rows == here, columns, rows)[missed],
    )


def alone(cluster: Cluster, member: str) -> Cluster:
    """Return the cluster in which this member has no ties."""
    parts = cluster.parts
    here = parts.position[member]
    return Cluster(parts.keep_ties((parts.ties.source != here) & (parts.ties.target != here)))


def observed_ties(cluster: Cluster, layer: str) -> Dyads:
    """Return the ties that are likelier there than not, in the layer that new ties are learnt from."""
    return observed(cluster, learning_layer(cluster, None, layer), directed=is_directed(cluster, layer))
