"""The null model that keeps all ties, and deals the attributes of the actors out anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.random import Generator

from socluster._kernels.sampling.everything import arrangements, n_arrangements
from socluster.core.cluster import Cluster
from socluster.core.columns import Array, Table
from socluster.core.errors import InputError, Problem, nearest
from socluster.inference.nulls.base import Everything, Fitted, NullModel
from socluster.io.objects.dispatch import cluster_of
from socluster.words import Language, column_name, listed, marked, say

__all__ = ["LabelPermutation"]

_OF_THE_SURVEY = "responded"  # belongs to which dyads are known, not to the actor


@dataclass(frozen=True)
class LabelPermutation(NullModel):
    """All ties as observed; the attributes of the actors (sector, level, place, ...) are dealt out to them anew.

    It asks whether attributes and ties have to do with each other, whatever the structure: every way to deal the
    attributes out is equally likely. A measure that looks at no attribute cannot vary under it.

    Parameters
    ----------
    attributes : str or list of str, optional
        Which columns of the actors are dealt out, together; the others stay. Without it, all of them (but `responded`,
        which says who answered a survey).

    Notes
    -----
    What a measure was told otherwise, as a Series in ``partial(measure, group=series)``, is not dealt out: only columns
    of the cluster are.

    Examples
    --------
    >>> import socluster as sc
    >>> knoke = sc.load_dataset("knoke").layer("information")
    >>> drawn = sc.nulls.LabelPermutation().draw(knoke, rng=7)
    >>> drawn.ties.equals(knoke.ties), drawn.actors["sector"].equals(knoke.actors["sector"])
    (True, False)
    """

    attributes: str | Sequence[str] | None = None

    def __post_init__(self) -> None:
        """Take one column as a list of it, frozen."""
        given: Any = self.attributes
        if given is None:
            return
        names = (given,) if isinstance(given, str) else tuple(given) if isinstance(given, list | tuple) else ()
        if not names or not all(isinstance(name, str) for name in names):
            raise InputError(Problem("attributes must be the names of columns of the actors", value=given))
        object.__setattr__(self, "attributes", names)

    def seen(self, cluster: Any, layer: str | None) -> Cluster:
        """Return the cluster with the layer that is looked at."""
        given = cluster_of(cluster)
        if layer is not None:
            if layer not in given.layers:
                given.matrix(layer)  # says which layers there are
            given = given.layer(layer)
        return given

    def fitted(self, cluster: Cluster) -> Fitted:
        """Return the null of a cluster."""
        known = [name for name in cluster.parts.actors if name != _OF_THE_SURVEY]
        names = list(known if self.attributes is None else self.attributes)
        strangers = [name for name in names if name not in known]
        if strangers:
            message = marked("is not a column of the actors")
            raise InputError(
                [Problem(message, "actors", value=each, nearest=nearest(each, known)) for each in strangers]
            )
        return _Permuted(cluster, names)

    def kept(self, language: Language = "en") -> str:
        """Return what the null keeps of the cluster, and what it leaves to chance."""
        if self.attributes is None:
            return say("the observed ties, with the attributes of the actors dealt out anew", language)
        names = listed([column_name(name, language) for name in self.attributes], language)
        return say("the observed ties, with {attributes} of the actors dealt out anew", language, attributes=names)


class _Permuted(Fitted):
    """Attributes in another order."""

    def __init__(self, cluster: Cluster, names: list[str]) -> None:
        self.parts, self.names = cluster.parts, names

    def clusters(self, rngs: Sequence[Generator]) -> list[Cluster]:
        n = len(self.parts.labels)
        return [self._dealt(rng.permutation(n)) for rng in rngs]

    def everything(self, most: int) -> Everything | None:
        kind = self._kinds()
        sizes = np.bincount(kind).tolist()
        number = n_arrangements(sizes)
        if number > most:
            return None
        return [(self._dealt(self._actor_of(kind, row)), 1 / number) for row in arrangements(sizes)]

    def _kinds(self) -> Array:
        """Return a number for every actor, the same for those who are alike in all of these attributes."""
        if not self.names or not self.parts.labels:
            return np.zeros(len(self.parts.labels), dtype=np.int64)
        rows = list(zip(*(self.parts.actors[name].objects() for name in self.names), strict=True))
        number = {row: place for place, row in enumerate(dict.fromkeys(rows))}
        return np.array([number[row] for row in rows], dtype=np.int64)

    def _actor_of(self, kind: Array, row: Array) -> Array:
        """Return an actor of each of the kinds in a row."""
        _, first = np.unique(kind, return_index=True)
        found: Array = first[row]
        return found

    def _dealt(self, order: Array) -> Cluster:
        actors = self.parts.actors
        dealt = {name: column.take(order) if name in self.names else column for name, column in actors.items()}
        return Cluster(self.parts.with_actors(Table(dealt, actors.n_rows)))
