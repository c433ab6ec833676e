"""What models by group say of members without a group who are left out, where there are such members."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from socluster.core.cluster import Cluster
from socluster.whatif.ties.base import Model
from socluster.words import Language, column_name, count, listed

__all__ = ["Ungrouped", "with_ungrouped"]

_NAMED = 3  # so many are named, and the others counted


@dataclass(frozen=True, repr=False)
class Ungrouped(Model):
    """A model by group, told together with whom it leaves out; it only says so, and draws nothing.

    Parameters
    ----------
    model : Model
        The model.
    columns : tuple of str
        The columns that make the groups.
    members : tuple of str
        Who has no value in one of them.
    """

    model: Model
    columns: tuple[str, ...]
    members: tuple[str, ...]

    def assumption(self, language: Language = "en") -> str:
        """Return what is assumed, in a sentence."""
        return count(
            "{assumption}; {n} member without a value ({by}) teaches nothing and gets no tie: {names}",
            "{assumption}; {n} members without a value ({by}) teach nothing and get no tie: {names}",
            len(self.members),
            language,
            assumption=self.model.assumption(language),
            by=listed([column_name(column, language) for column in self.columns], language),
            names=listed(self.members, language, most=_NAMED),
        )


def with_ungrouped(model: Model, cluster: Cluster, columns: Sequence[str]) -> Model:
    """Return the model, together with whom of the cluster it leaves out if there is anybody."""
    values = zip(*(cluster.parts.actors[column].objects() for column in columns), strict=True)
    members = tuple(name for name, own in zip(cluster.ids, values, strict=True) if None in own)
    return Ungrouped(model, tuple(columns), members) if members else model
