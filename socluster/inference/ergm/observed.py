"""The network that a model is of: its dyads, which of them are tied or unknown, and the attributes at their ends."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, TypeAlias

import numpy as np
import pandas as pd

from socluster._kernels.sampling.toggles import Frame
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem, UnknownTiesWarning, nearest
from socluster.core.groupings import NOT_STATED, read_groups
from socluster.core.labels import by_label, id_of
from socluster.core.warn import warn
from socluster.io.objects.dispatch import cluster_of
from socluster.measures.shared.incidence import incidence
from socluster.measures.shared.network import warn_of_uncertain_ties
from socluster.words import counted, marked

__all__ = ["MissingCategory", "Observed", "Side", "observed_network", "warn_of_unknown"]

Side: TypeAlias = Literal["all", "first", "second"]
MissingCategory: TypeAlias = Literal["refuse", "own category"]

_NO_NUMBER = marked("has no value; every actor needs one")
_NO_CATEGORY = marked(
    "has no value; every actor needs one, or say missing='own category', which makes those without one a category "
    "'not stated'"
)
_TAKEN = marked(
    "holds a category 'not stated' of its own, with which missing='own category' would mix those without a value; call "
    "that category something else"
)
_CONSTANT = marked("is the same for all, so that a term about it cannot tell any dyad from another")


@dataclass(frozen=True, eq=False)
class Observed:
    """A network as a model sees it.

    Parameters
    ----------
    cluster : Cluster
        Whose network.
    layer : str or None
        The layer; None = all together.
    frame : Frame
        Which networks there may be of these actors.
    matrix : array of 0 and 1
        The network: row to column; symmetric if undirected; in two modes actor x group.
    unknown : array of bool
        In the same places, whether the dyad is unknown.
    """

    cluster: Cluster
    layer: str | None
    frame: Frame
    matrix: Array
    unknown: Array

    @property
    def tie_layers(self) -> tuple[str, ...]:
        """The layers of which it is: the one that was named, else all layers of ties together."""
        if self.layer is not None:
            return (self.layer,)
        return () if self.frame.two_mode else self.cluster.tie_layers

    @property
    def rows(self) -> pd.Index:
        """Labels of the actors, or of the first mode."""
        return self.cluster.index

    @cached_property
    def columns(self) -> pd.Index:
        """Labels of the actors, or of the second mode."""
        return self.cluster.groups.index if self.frame.two_mode else self.cluster.index

    def dyad_index(self, dyads: Array) -> pd.MultiIndex:
        """Return the labels of dyads as an index (source, target), in two modes (actor, group)."""
        names = ["actor", "group"] if self.frame.two_mode else ["source", "target"]
        return pd.MultiIndex(levels=[self.rows, self.columns], codes=[dyads[:, 0], dyads[:, 1]], names=names)

    def numbers(self, attribute: Any, side: Side = "all") -> Array:
        """Return a number for every actor, of both modes; 0 in the mode that is not asked.

        Raises
        ------
        InputError
            If there is no such column, it holds no numbers, somebody has none, or all have the same.
        """
        read = self._read(attribute, side)
        column = _named(attribute)
        table = "groups" if side == "second" else "actors"
        without = read.index[read.isna()].tolist()
        if without:
            raise InputError([Problem(_NO_NUMBER, table, each, column) for each in without])
        if len(read) and not (pd.api.types.is_numeric_dtype(read) and not pd.api.types.is_bool_dtype(read)):
            raise InputError(Problem("must hold numbers", table, column=column, value=read.iloc[0]))
        values: Array = read.to_numpy(dtype=float)
        endless = read.index[np.isinf(values)].tolist()
        if endless:
            raise InputError([Problem("must be finite", table, each, column) for each in endless])
        if len(np.unique(values)) < 2:
            raise InputError(Problem(_CONSTANT, table, column=column))
        return self._placed(values, side)

    def categories(
        self, attribute: Any, side: Side = "all", missing: MissingCategory = "refuse"
    ) -> tuple[Array, list[Any]]:
        """Return the code of the category of every actor, of both modes, and the categories in sorted order.

        Raises
        ------
        InputError
            If there is no such column, somebody has no value, or all have the same.
        """
        read = self._read(attribute, side)
        column = _named(attribute)
        table = "groups" if side == "second" else "actors"
        values = read.astype(object)
        without = read.index[read.isna()].tolist()
        if without and missing == "refuse":
            raise InputError([Problem(_NO_CATEGORY, table, each, column) for each in without])
        if without and (values == NOT_STATED).any():
            raise InputError(Problem(_TAKEN, table, column=column))
        levels = _in_order(set(values[read.notna()]))
        if without:
            values, levels = values.where(read.notna(), NOT_STATED), [*levels, NOT_STATED]
        if len(levels) < 2:
            raise InputError(Problem(_CONSTANT, table, column=column))
        code = {level: place for place, level in enumerate(levels)}
        return self._placed(np.array([code[each] for each in values], dtype=np.int64), side), levels

    def pairs(self, given: Iterable[Any], argument: str) -> Array:
        """Return pairs of labels as dyads, in the order that the network has them.

        Raises
        ------
        InputError
            If one is no pair of actors of the network; all are listed.
        """
        found, problems = [], []
        first, second = _places(self.rows), _places(self.columns)
        for pair in given:
            if not isinstance(pair, tuple | list) or len(pair) != 2:
                problems.append(Problem("is no pair of actors", is_argument=True, column=argument, value=pair))
                continue
            problems += [
                Problem(
                    "is not in the network",
                    is_argument=True,
                    column=argument,
                    value=end,
                    nearest=nearest(end, list(known)),
                )
                for end, known in zip(pair, (first, second), strict=True)
                if _id(end) not in known
            ]
            if not problems:
                found.append((first[id_of(pair[0])], second[id_of(pair[1])]))
        if not problems and not self.frame.two_mode:
            message = marked("is a pair of one actor with itself")
            problems = [
                Problem(message, is_argument=True, column=argument, value=self.rows[i]) for i, j in found if i == j
            ]
        if problems:
            raise InputError(problems)
        dyads = np.array(found, dtype=np.int64).reshape(-1, 2)
        return dyads if self.frame.directed or self.frame.two_mode else np.sort(dyads, axis=1)

    def _read(self, attribute: Any, side: Side) -> pd.Series[Any]:
        if side != "second":
            return read_groups(self.cluster, attribute, "attribute")
        if isinstance(attribute, str):
            groups = self.cluster.groups
            if attribute not in groups:
                near = nearest(attribute, list(groups.columns))
                message = marked("is not a column of the groups")
                raise InputError(Problem(message, is_argument=True, column="attribute", value=attribute, nearest=near))
            return groups[attribute]
        if not isinstance(attribute, pd.Series):
            message = marked("{argument} must be a column of the groups, or a Series indexed by group")
            raise InputError(Problem(message, value=attribute, values={"argument": "attribute"}))
        return by_label(attribute, self.columns, name="group")

    def _placed(self, values: Array, side: Side) -> Array:
        """Return values of one mode among those of both."""
        if not self.frame.two_mode:
            return values
        placed = np.zeros(self.frame.n, dtype=values.dtype)
        placed[slice(self.frame.rows) if side == "first" else slice(self.frame.rows, None)] = values
        return placed


def observed_network(cluster: Any, layer: str | None = None) -> Observed:
    """Return the network of one layer, or of all layers of ties together; of a cluster without ties its two modes.

    Raises
    ------
    InputError
        If there is no such layer.

    Warns
    -----
    UncertainTiesWarning
        If some ties are uncertain; they are counted as if they existed.
    """
    given = cluster_of(cluster)
    if _has_two_modes(given, layer):
        matrix = (incidence(given, layer).matrix.toarray() != 0).astype(np.uint8)
        frame = Frame(matrix.shape[0], matrix.shape[1], two_mode=True)
        return Observed(given, layer, frame, matrix, np.zeros(matrix.shape, dtype=bool))
    warn_of_uncertain_ties(given, layer)
    matrix = (given.shared_matrix(layer).toarray() != 0).astype(np.uint8)
    np.fill_diagonal(matrix, 0)
    unknown = given.unknown_matrix(layer).toarray().astype(bool)
    np.fill_diagonal(unknown, False)
    directed = given.is_directed(layer)
    if not directed:
        unknown |= unknown.T
    return Observed(given, layer, Frame(len(matrix), len(matrix), directed=directed), matrix, unknown)


def _has_two_modes(cluster: Cluster, layer: str | None) -> bool:
    """Whether a layer holds affiliations; if none is named, whether groups are all that actors may be tied to."""
    if layer is not None:
        return layer in cluster.layers and layer not in cluster.tie_layers
    return bool(cluster.n_groups) and not cluster.n_ties and not (cluster.n_affiliations and cluster.tie_layers)


def warn_of_unknown(observed: Observed) -> None:
    """Warn if dyads are unknown, since they are about to be counted as if they held no tie."""
    n = int(np.count_nonzero(observed.unknown))
    if n:
        cells = counted("{n} unknown cell of the matrix", "{n} unknown cells of the matrix", n)
        warn("measured as if {cells} held no tie; the true value may differ", UnknownTiesWarning, cells=cells)


def _in_order(levels: Iterable[Any]) -> list[Any]:
    """Return categories sorted: numbers by size, everything else by the code points of its text."""
    given = list(levels)
    if all(isinstance(each, int | float | np.number) for each in given):
        return sorted(given)
    return sorted(given, key=str)


def _named(attribute: Any) -> str | None:
    return attribute if isinstance(attribute, str) else None


def _id(label: Any) -> str | None:
    found = id_of(label)
    return found if isinstance(found, str) else None  # what cannot be a label is none


def _places(index: Sequence[Any]) -> dict[str, int]:
    return {id_of(label): place for place, label in enumerate(index)}
