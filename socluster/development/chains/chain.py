"""A chain of referrals: the actors of each step, and the ties that lead from one step to a later one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

import numpy as np

from socluster.core.arguments import IS_NONE
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.data_notes import data_notes
from socluster.core.errors import InputError, Problem, nearest
from socluster.io.objects.dispatch import cluster_of
from socluster.words import Phrase, counted, marked

__all__ = ["Chain", "chain_of"]

OPTIONAL = "?"  # at the end of a step that a client may skip


@dataclass(frozen=True, eq=False)
class Chain:
    """A cluster, read as a chain of steps.

    Parameters
    ----------
    cluster : Cluster
        Where the actors are.
    steps : tuple of str
        Kinds of actors, from who notices a need to who serves it.
    optional : tuple of bool
        Which steps a client may skip.
    layer : str or None
        The layer of ties; None = all.
    step_of : array of int
        The step of each actor of the cluster, counted from 0; -1 for those of another kind.
    sources, targets : array of int
        Places in the cluster of the ends of each tie that leads on, each pair once.
    weights : array of float
        The strength of each of these ties.
    left_out : tuple of Phrase
        Which ties between the steps lead nowhere.
    """

    cluster: Cluster
    steps: tuple[str, ...]
    optional: tuple[bool, ...]
    layer: str | None
    step_of: Array
    sources: Array
    targets: Array
    weights: Array
    left_out: tuple[Phrase, ...]

    @property
    def last(self) -> int:
        """Number of the last step."""
        return len(self.steps) - 1

    @cached_property
    def members(self) -> Array:
        """Places of all actors of the chain, in the order of the cluster."""
        return np.flatnonzero(self.step_of >= 0)

    @cached_property
    def entries(self) -> Array:
        """Places of the actors of the first step."""
        return np.flatnonzero(self.step_of == 0)

    @cached_property
    def services(self) -> Array:
        """Places of the actors of the last step."""
        return np.flatnonzero(self.step_of == self.last)

    def labels(self, places: Iterable[int]) -> tuple[Any, ...]:
        """Return what the actors at these places are called."""
        return tuple(self.cluster.labels[place] for place in places)

    @property
    def notes(self) -> tuple[Phrase, ...]:
        """What to keep in mind of the data, and of ties that lead nowhere."""
        return (*self.left_out, *data_notes(self.cluster, self.layer))


def chain_of(cluster: Any, steps: Any, layer: str | None = None) -> Chain:
    """Read a cluster as a chain.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        Where the actors and their ties are.
    steps : sequence of str
        Kinds of actors in order; one that ends in "?" may be skipped.
    layer : str, optional
        One layer of ties; without it all. Undirected ties lead from the earlier step to the later one.

    Raises
    ------
    InputError
        If a step is no kind of any actor, a step stands twice, or between two steps more ties go back than forth.
    """
    given = cluster_of(cluster)
    if layer is not None and layer not in given.tie_layers:
        near = nearest(layer, given.tie_layers)
        raise InputError(Problem(IS_NONE["layer"], is_argument=True, column="layer", value=layer, nearest=near))
    kinds, optional = _kinds(given, steps)
    place = {kind: step for step, kind in enumerate(kinds)}
    step_of = np.array([place.get(kind, -1) for kind in _stated(given)], dtype=int)
    ends = _ends(given, layer)
    forth, back = _by_direction(step_of, *ends)
    _refuse_reversed(kinds, step_of, ends[:2], forth, back)
    skipped = _skips(step_of[ends[0]], step_of[ends[1]], optional) & forth
    leads = forth & ~skipped
    pairs, rows = np.unique(np.column_stack([ends[0][leads], ends[1][leads]]), axis=0, return_inverse=True)
    weights = np.zeros(len(pairs))
    np.add.at(weights, np.ravel(rows), ends[2][leads])
    notes = _left_out(int(np.count_nonzero(back)), int(np.count_nonzero(skipped)))
    return Chain(given, kinds, tuple(optional.tolist()), layer, step_of, pairs[:, 0], pairs[:, 1], weights, notes)


def _stated(cluster: Cluster) -> list[Any]:
    return cluster.parts.actors["kind"].objects()


def _kinds(cluster: Cluster, steps: Any) -> tuple[tuple[str, ...], Array]:
    """Return the kinds, and which of them may be skipped."""
    listed = None if isinstance(steps, str) or not isinstance(steps, Iterable) else list(steps)
    if listed is None or len(listed) < 2 or not all(isinstance(each, str) and each for each in listed):
        example = "steps=['school', 'psychologist']"
        message = marked("name at least two kinds of actors, in the order in which a client meets them: {example}")
        raise InputError(Problem(message, is_argument=True, column="steps", value=steps, values={"example": example}))
    known = sorted({kind for kind in _stated(cluster) if kind is not None})
    optional = np.array([each not in known and each.endswith(OPTIONAL) for each in listed])
    kinds = tuple(each.removesuffix(OPTIONAL) if skips else each for each, skips in zip(listed, optional, strict=True))
    problems = [_unknown_kind(kind, known) for kind in dict.fromkeys(kinds) if kind not in known]
    twice = dict.fromkeys(kind for kind in kinds if kinds.count(kind) > 1)
    problems += [Problem("stands twice", is_argument=True, column="steps", value=kind) for kind in twice]
    message = marked("is the first or the last step, which nobody can skip; leave the question mark out")
    problems += [
        Problem(message, is_argument=True, column="steps", value=listed[end]) for end in (0, -1) if optional[end]
    ]
    if problems:
        raise InputError(problems)
    return kinds, optional


def _unknown_kind(kind: str, known: list[str]) -> Problem:
    if not known:
        message = marked("no actor states its kind; give the actors a column kind, with_columns(kind=...) does it")
        return Problem(message, is_argument=True, column="steps", value=kind)
    message = marked("is no kind of any actor; the kinds are {kinds}")
    near = nearest(kind, known)
    return Problem(message, is_argument=True, column="steps", value=kind, nearest=near, values={"kinds": known})


def _ends(cluster: Cluster, layer: str | None) -> tuple[Array, Array, Array, Array]:
    """Return source, target, weight of all ties, and whether each runs one way only."""
    ties, parts = cluster.parts.ties, cluster.parts
    directed = np.array([each.directed for each in parts.layers], dtype=bool)
    if layer is not None:
        ties = ties.take(ties.layer == parts.layer_names.index(layer))
    runs = directed[ties.layer] if len(ties) else np.zeros(0, dtype=bool)
    return ties.source.astype(int), ties.target.astype(int), ties.rest["weight"].values.astype(float), runs


def _by_direction(step_of: Array, source: Array, target: Array, weight: Array, directed: Array) -> tuple[Array, Array]:
    """Return which ties lead to a later step and which to an earlier one; undirected ties are turned to lead on."""
    turned = ~directed & (step_of[source] > step_of[target])
    source[turned], target[turned] = target[turned], source[turned]
    inside = (step_of[source] >= 0) & (step_of[target] >= 0)
    return inside & (step_of[source] < step_of[target]), inside & (step_of[source] > step_of[target])


def _skips(first: Array, last: Array, optional: Array) -> Array:
    """Return which ties pass over a step that nobody can skip."""
    needed = np.concatenate([[0], np.cumsum(~optional)])
    return np.asarray(needed[np.maximum(last, 0)] - needed[np.minimum(first, last) + 1] > 0)


def _refuse_reversed(
    kinds: tuple[str, ...], step_of: Array, ends: tuple[Array, ...], forth: Array, back: Array
) -> None:
    first, last = step_of[ends[0]], step_of[ends[1]]
    problems = []
    for step, (kind, following) in enumerate(pairwise(kinds)):
        there = np.count_nonzero(forth & (first == step) & (last == step + 1))
        against = int(np.count_nonzero(back & (first == step + 1) & (last == step)))
        if against > there:
            message = counted(
                "{n} tie goes from {later} to {earlier}; is the layer reversed? State the steps in the order in which "
                "clients go, or turn the ties round",
                "{n} ties go from {later} to {earlier}; is the layer reversed? State the steps in the order in which "
                "clients go, or turn the ties round",
                against,
                earlier=kind,
                later=following,
            )
            problems.append(Problem(message, "ties"))
    if problems:
        raise InputError(problems)


def _left_out(against: int, skipped: int) -> tuple[Phrase, ...]:
    notes = []
    if against:
        notes.append(
            counted(
                "{n} tie leads back to an earlier step and was left out.",
                "{n} ties lead back to an earlier step and were left out.",
                against,
            )
        )
    if skipped:
        notes.append(
            counted(
                "{n} tie passes over a step that no client can skip and was left out; a step that may be skipped ends "
                "in a question mark.",
                "{n} ties pass over a step that no client can skip and were left out; a step that may be skipped ends "
                "in a question mark.",
                skipped,
            )
        )
    return tuple(notes)
