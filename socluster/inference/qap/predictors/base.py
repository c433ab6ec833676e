"""What every predictor of dyads is: a frozen value that makes columns, one number for each dyad of each network."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.inference.qap.dyad_space import DyadSpace
from socluster.words import Phrase

__all__ = ["DyadColumn", "DyadKind", "Predictor"]


@dataclass(frozen=True, eq=False)
class DyadColumn:
    """A number for each pair.

    Parameters
    ----------
    name : str or Phrase
        What the column is called.
    values : list of ndarray of shape (rows, columns)
        One matrix for each network; NaN where unknown. The diagonal does not matter.
    """

    name: str | Phrase
    values: list[Array]


@dataclass(frozen=True)
class DyadKind:
    """What a matrix says of the dyads by itself.

    Parameters
    ----------
    directed : bool or None
        Whether its pairs are ordered; None: as the others in the question have it.
    two_mode : bool or None
        Whether its columns are groups; None: as the others have it.
    """

    directed: bool | None = None
    two_mode: bool | None = None


class Predictor(ABC):
    """Something that is known of two actors: an attribute of either, how alike they are, a distance, another tie."""

    @property
    @abstractmethod
    def name(self) -> str | Phrase:
        """What it is called."""

    @abstractmethod
    def columns(self, spaces: Sequence[DyadSpace]) -> list[DyadColumn]:
        """Return one column, or one for each category but the first."""

    def kind(self, cluster: Cluster) -> DyadKind:
        """Return what it says of the dyads by itself: nothing, unless it is a matrix or a layer."""
        del cluster
        return DyadKind()

    def layer_names(self) -> tuple[str, ...]:
        """Return the layers of ties that it reads."""
        return ()
