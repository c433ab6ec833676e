"""A network and many partners who might join it, one at a time: everything that the kernels can update, on demand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

import numpy as np

from socluster._kernels.joining.brokerage import joined_roles, role_state
from socluster._kernels.joining.ego import (
    EgoState,
    ego_state,
    joined_constraint,
    joined_contacts,
    joined_effective_size,
    joined_hierarchy,
    joined_strength,
    joined_triangles,
)
from socluster._kernels.joining.parts import PartState, joined_parts, part_state
from socluster._kernels.joining.paths import (
    MOST_ACTORS,
    PathState,
    joined_betweenness,
    joined_closeness,
    joined_distances,
    path_state,
    state_bytes,
)
from socluster._kernels.joining.spectral import SpectralState, joined_algebraic, joined_natural
from socluster.core.columns import Array
from socluster.core.matrix import Matrix
from socluster.measures.shared.direction import Direction

__all__ = ["Base", "Groups", "Joined"]

Groups: TypeAlias = Callable[[str], tuple[Array, Array]]

MOST_BYTES = 2**31  # 2 GB, which about 14,000 actors need


class Base:
    """An undirected network before anybody joins, and what has to be known of it, made when it is first needed.

    Parameters
    ----------
    ties : sparse matrix of shape (n, n)
        Strengths; symmetric, nothing on the diagonal.
    """

    def __init__(self, ties: Matrix) -> None:
        self.ties = ties
        self.n: int = ties.shape[0]

    @staticmethod
    def fits(n_actors: int) -> bool:
        """Whether what updates need of a network of so many actors fits into memory, by a stated bound."""
        return n_actors <= MOST_ACTORS and state_bytes(n_actors, counts=True) <= MOST_BYTES

    @cached_property
    def binary(self) -> Matrix:
        """The ties as ones."""
        ones = self.ties.copy()
        ones.data = np.ones_like(ones.data)
        return ones

    @cached_property
    def distances(self) -> PathState:
        """What distances are updated from."""
        return self.__dict__.get("paths") or path_state(self.ties, counts=False)

    @cached_property
    def paths(self) -> PathState:
        """What betweenness is updated from."""
        return path_state(self.ties, counts=True)

    @cached_property
    def weighted_egos(self) -> EgoState:
        """What measures of structural holes are updated from."""
        return ego_state(self.ties)

    @cached_property
    def egos(self) -> EgoState:
        """The same for ties of strength 1."""
        return ego_state(self.binary)

    @cached_property
    def spectrum(self) -> SpectralState:
        """What spectral measures are updated from."""
        return SpectralState(self.binary)

    @cached_property
    def parts(self) -> PartState:
        """What components are updated from."""
        return part_state(self.ties)


@dataclass(frozen=True, eq=False)
class Joined:
    """Candidates who might join a base: a network of n + 1 actors for each, the newcomer last.

    Parameters
    ----------
    base : Base
        The network before.
    starts : ndarray of int64 of shape (candidates + 1,)
        Where the partners of each candidate begin.
    partners : ndarray of int64
        Places of the partners in the base, each once per candidate.
    weights : ndarray of float64
        Strengths of the ties with them.
    groups : callable, optional
        From a column to the group of every member, and that of every newcomer, as codes from 0.
    """

    base: Base
    starts: Array
    partners: Array
    weights: Array
    groups: Groups | None = None

    def __len__(self) -> int:
        """Return the number of candidates."""
        return len(self.starts) - 1

    @property
    def n(self) -> int:
        """Number of actors once somebody has joined."""
        return self.base.n + 1

    @cached_property
    def by_distance(self) -> Array:
        """Number of ordered pairs at distance 0, 1, 2, ... for each candidate; place 0 is 0."""
        found: Array = joined_distances(self.base.distances, self.starts, self.partners).by_distance
        return found

    @property
    def directed(self) -> bool:
        """Ties have no direction."""
        return False

    @property
    def arcs(self) -> Array:
        """Number of ordered pairs that are tied."""
        ties: Array = self.base.ties.nnz + 2 * np.diff(self.starts)
        return ties

    @property
    def mutual(self) -> Array:
        """The same, since all ties run both ways."""
        return self.arcs

    def reach(self, direction: Direction) -> tuple[Array, Array, Array]:
        """By candidate and actor: how many others it reaches, the sum of their distances, and of 1 / distance."""
        del direction
        return self._reach

    @cached_property
    def _reach(self) -> tuple[Array, Array, Array]:
        reached, total, inverse = joined_closeness(self.base.distances, self.starts, self.partners)
        return reached, total, inverse

    @cached_property
    def carried(self) -> Array:
        """By candidate and actor: the part of the shortest paths between ordered pairs of others that it is on."""
        return joined_betweenness(self.base.paths, self.starts, self.partners)

    def contacts(self, direction: Direction) -> Array:
        """By candidate and actor: number of partners."""
        del direction
        return self._contacts

    @cached_property
    def _contacts(self) -> Array:
        return joined_contacts(self.base.egos, self.starts, self.partners)

    def strengths(self, direction: Direction) -> Array:
        """By candidate and actor: sum of the strengths of the ties."""
        del direction
        return joined_strength(self.base.weighted_egos, self.starts, self.partners, self.weights)

    @cached_property
    def _triangles(self) -> tuple[Array, Array]:
        """Number of triangles, and of pairs of ties that share an actor."""
        return joined_triangles(self.base.egos, self.starts, self.partners)

    def triples(self, *, either_way: bool) -> tuple[Array, Array]:
        """By candidate: number of two-paths that are closed, and of all; in both orders."""
        del either_way
        triangles, two_paths = self._triangles
        return 6 * triangles, 2 * two_paths

    def constraint(self, *, weighted: bool) -> Array:
        """By candidate and actor: Burt's constraint."""
        return joined_constraint(*self._egos(weighted=weighted))

    def effective_size(self, *, weighted: bool) -> Array:
        """By candidate and actor: Burt's effective size."""
        return joined_effective_size(*self._egos(weighted=weighted))

    def hierarchy(self, *, weighted: bool) -> Array:
        """By candidate and actor: Burt's hierarchy."""
        return joined_hierarchy(*self._egos(weighted=weighted))

    @cached_property
    def pieces(self) -> tuple[Array, Array]:
        """By candidate: number of components, and of ordered pairs within them."""
        found = joined_parts(self.base.parts, self.starts, self.partners)
        return found.number, found.connected

    def roles(self, group: str) -> Array:
        """By candidate, actor and role: number of ordered pairs that are brokered."""
        members, newcomers = self.grouped(group)
        return joined_roles(role_state(self.base.ties, members), self.starts, self.partners, newcomers)

    def across(self, group: str, *, either_way: bool) -> tuple[Array, Array]:
        """By candidate: number of ordered pairs that are tied between two groups, and of all that are tied."""
        del either_way
        members, newcomers = self.grouped(group)
        ties = self.base.ties.tocoo()
        external = int((members[ties.row] != members[ties.col]).sum())
        owner = np.repeat(np.arange(len(self)), np.diff(self.starts))
        across = np.bincount(owner, members[self.partners] != newcomers[owner], minlength=len(self))
        return external + 2 * across, self.arcs

    def grouped(self, column: str) -> tuple[Array, Array]:
        """Return the group of every member of the base, and of every candidate, as codes from 0."""
        if self.groups is None:
            raise ValueError("nobody said to which groups the actors belong")
        return self.groups(column)

    @cached_property
    def natural(self) -> Array:
        """By candidate: natural connectivity."""
        return joined_natural(self.base.spectrum, self.starts, self.partners)

    @cached_property
    def algebraic(self) -> Array:
        """By candidate: algebraic connectivity."""
        return joined_algebraic(self.base.spectrum, self.starts, self.partners)

    def _egos(self, *, weighted: bool) -> tuple[EgoState, Array, Array, Array]:
        if weighted:
            return self.base.weighted_egos, self.starts, self.partners, self.weights
        return self.base.egos, self.starts, self.partners, np.ones(len(self.partners))
