"""What rules ask of many networks with the same actors, whoever knows how to answer."""

from __future__ import annotations

from typing import Protocol

from socluster.core.columns import Array
from socluster.measures.shared.direction import Direction

__all__ = ["Networks"]


class Networks(Protocol):
    """Several networks of the same actors, with or without direction. All answers begin with an item per network."""

    @property
    def n(self) -> int:
        """Number of actors."""

    @property
    def directed(self) -> bool:
        """Whether a tie may run one way only."""

    def __len__(self) -> int:
        """Return the number of networks."""

    @property
    def arcs(self) -> Array:
        """Number of ordered pairs that are tied."""

    @property
    def mutual(self) -> Array:
        """Number of ordered pairs that are tied both ways."""

    @property
    def by_distance(self) -> Array:
        """Number of ordered pairs at distance 0 (none), 1, 2, ..."""

    def reach(self, direction: Direction) -> tuple[Array, Array, Array]:
        """By actor: how many others it reaches, the sum of their distances, and of 1 / distance."""

    @property
    def carried(self) -> Array:
        """By actor: the part of the shortest paths between ordered pairs of others that it is on."""

    def contacts(self, direction: Direction) -> Array:
        """By actor: number of partners."""

    def strengths(self, direction: Direction) -> Array:
        """By actor: sum of the strengths of the ties."""

    def triples(self, *, either_way: bool) -> tuple[Array, Array]:
        """Number of two-paths a -> b -> c that a -> c closes, and of all; maybe with ties taken either way."""

    def constraint(self, *, weighted: bool) -> Array:
        """By actor: Burt's constraint."""

    def effective_size(self, *, weighted: bool) -> Array:
        """By actor: Burt's effective size."""

    def hierarchy(self, *, weighted: bool) -> Array:
        """By actor: Burt's hierarchy."""

    @property
    def pieces(self) -> tuple[Array, Array]:
        """Number of (weak) components, and of ordered pairs within them."""

    def roles(self, group: str) -> Array:
        """By actor and role: number of ordered pairs that are brokered."""

    def across(self, group: str, *, either_way: bool) -> tuple[Array, Array]:
        """Number of ordered pairs that are tied between two groups, and of all that are tied."""

    @property
    def natural(self) -> Array:
        """Natural connectivity of the ties, taken either way."""

    @property
    def algebraic(self) -> Array:
        """Algebraic connectivity of the ties, taken either way."""
