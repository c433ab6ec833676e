"""What models by place assume of actors whose place is not stated, where there are such actors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from socluster.core.cluster import Cluster
from socluster.whatif.ties.base import Model
from socluster.words import Language, column_phrase, count

__all__ = ["Unplaced", "with_unplaced"]


@dataclass(frozen=True, repr=False)
class Unplaced(Model):
    """A model by place, told together with what it does with actors without one; it only says so, and draws nothing.

    Parameters
    ----------
    model : Model
        The model.
    column : str
        The column of the places.
    actors : int
        How many actors have none.
    then : {"elsewhere", "no tie"}
        What becomes of them.
    """

    model: Model
    column: str
    actors: int
    then: Literal["elsewhere", "no tie"]

    def assumption(self, language: Language = "en") -> str:
        """Return what is assumed, in a sentence."""
        assumption, column = self.model.assumption(language), column_phrase(self.column)
        if self.then == "elsewhere":
            return count(
                "{assumption}; {n} actor without a value ({column}) counts as elsewhere",
                "{assumption}; {n} actors without a value ({column}) count as elsewhere",
                self.actors,
                language,
                assumption=assumption,
                column=column,
            )
        return count(
            "{assumption}; {n} actor without a value ({column}) gets no tie",
            "{assumption}; {n} actors without a value ({column}) get no tie",
            self.actors,
            language,
            assumption=assumption,
            column=column,
        )


def with_unplaced(model: Model, cluster: Cluster, column: str, then: Literal["elsewhere", "no tie"]) -> Model:
    """Return the model, together with how many actors of the cluster have no place if there are any."""
    actors = cluster.parts.actors
    without = sum(value is None for value in actors[column].objects()) if column in actors else 0
    return Unplaced(model, column, without, then) if without else model
