"""Predictors that are matrices already: another layer, or a matrix that is handed in, its labels checked by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from scipy import sparse

from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem, nearest, offered
from socluster.core.labels import ids_of, occurring_twice
from socluster.inference.qap.dyad_space import DyadEnd, DyadSpace
from socluster.inference.qap.predictors.base import DyadColumn, DyadKind, Predictor
from socluster.words import Phrase, marked, phrase, value_phrase

__all__ = ["as_predictor", "layer", "matrix"]


@dataclass(frozen=True, eq=False)
class OtherLayer(Predictor):
    """The ties of a layer."""

    layer: str
    weighted: bool = True

    @property
    def name(self) -> Phrase:
        """What it is called."""
        return value_phrase("layer", self.layer)

    def kind(self, cluster: Cluster) -> DyadKind:
        """Return the direction of the layer, and whether it holds affiliations."""
        if self.layer in cluster.layers and self.layer not in cluster.tie_layers:
            return DyadKind(directed=True, two_mode=True)
        return DyadKind(cluster.is_directed(self.layer), two_mode=False)

    def columns(self, spaces: Sequence[DyadSpace]) -> list[DyadColumn]:
        """Return the strength of the tie, 0 where there is none, NaN where nobody knows."""
        return [DyadColumn(self.name, [self._of(space) for space in spaces])]

    def layer_names(self) -> tuple[str, ...]:
        """Return the layer."""
        return (self.layer,)

    def _of(self, space: DyadSpace) -> Array:
        cluster = space.cluster
        if self.kind(cluster).two_mode != space.two_mode:
            message = marked("holds affiliations, while the others are ties between actors, or the other way round")
            raise InputError(Problem(message, "layers", value=self.layer))
        if space.two_mode:
            held: Array = cluster.affiliation_matrix(self.layer).toarray().astype(float)
            return held if self.weighted else (held != 0).astype(float)
        values: Array = cluster.matrix(self.layer, "strength" if self.weighted else "binary").toarray().astype(float)
        if cluster.may_hold_unknown:
            values[cluster.unknown_matrix(self.layer).toarray()] = np.nan
        return values


@dataclass(frozen=True, eq=False)
class GivenMatrix(Predictor):
    """A matrix that was handed in; one for each network, by its name, where there are several."""

    values: Any
    own_name: str | None = None

    @property
    def name(self) -> str | Phrase:
        """What it is called."""
        return phrase("matrix") if self.own_name is None else self.own_name

    def kind(self, cluster: Cluster) -> DyadKind:
        """Return whether the matrix is symmetric, and whether its columns can only be groups."""
        given = self.values
        if isinstance(given, Mapping):
            given = next(iter(given.values()), None)
        shape = np.shape(given) if not sparse.issparse(given) else given.shape
        if len(shape) == 2 and shape[0] != shape[1] and shape == (cluster.n_actors, cluster.n_groups):
            return DyadKind(directed=True, two_mode=True)
        if len(shape) != 2 or shape[0] != shape[1]:
            return DyadKind()
        return DyadKind(not _is_symmetric(_floats(given)), two_mode=False)

    def columns(self, spaces: Sequence[DyadSpace]) -> list[DyadColumn]:
        """Return the matrix, its rows and columns in the order of the actors."""
        return [DyadColumn(self.name, [self._of(space) for space in spaces])]

    def _of(self, space: DyadSpace) -> Array:
        given = self.values
        if isinstance(given, Mapping) or space.name:
            if not isinstance(given, Mapping) or space.name not in given:
                message = marked("of several networks, a matrix is a mapping from the name of each to its matrix")
                raise InputError(Problem(message, is_argument=True, column="matrix", value=space.name or None))
            given = given[space.name]
        values = _floats(given)
        if isinstance(given, pd.DataFrame):
            rows, columns = _places(given.index, space, "row"), _places(given.columns, space, "column")
            values = values[np.ix_(rows, columns)]
        elif values.shape != space.shape:
            found = " x ".join(map(str, values.shape))
            wanted = f"{space.shape[0]} x {space.shape[1]}"
            message = marked("the matrix must be {wanted}, a row and a column for each actor, in their order")
            raise InputError(
                Problem(message, is_argument=True, column="matrix", value=found, values={"wanted": wanted})
            )
        if np.isinf(values).any():
            message = marked("a matrix holds finite numbers, and NaN where something is not known")
            raise InputError(Problem(message, is_argument=True, column="matrix", value=float("inf")))
        return values


@checked
def layer(name: str, /, *, weighted: bool = True) -> Predictor:
    """Do ties of another layer go with those of the first?

    The strength of the tie from row to column, 0 where there is none; unknown where nobody knows.

    Parameters
    ----------
    name : str
        The layer. Where a layer is wanted as it is, its name alone does as well.
    weighted : bool, default True
        Whether strengths count; if False, a tie is 1.

    Returns
    -------
    Predictor

    Examples
    --------
    >>> import socluster as sc
    >>> knoke = sc.load_dataset("knoke")
    >>> money = sc.predictors.layer("money", weighted=False)
    >>> round(sc.qap(knoke, "information", money, draws=99, rng=7).observed, 4)
    -0.0508
    """
    return OtherLayer(name, weighted)


@checked
def matrix(values: Any, /, *, name: str | None = None) -> Predictor:
    """Does something that you know of every two actors go with their ties?

    Parameters
    ----------
    values : DataFrame, array of shape (n, n), sparse matrix, or mapping of these
        A number for every two actors, row = sender, column = receiver; NaN where it is not known, and the diagonal does
        not matter. A DataFrame is matched by its labels, in any order; other matrices have the actors in the order of
        `cluster.labels`. For several networks, a mapping from the name of each to its matrix.
    name : str, optional
        What it is called in tables and sentences; without it, "matrix".

    Returns
    -------
    Predictor

    Raises
    ------
    InputError
        When it is used: if it has another shape, names somebody who is no actor, or leaves one out.

    Examples
    --------
    >>> import socluster as sc
    >>> knoke = sc.load_dataset("knoke")
    >>> near = sc.distances(knoke.layer("money")).replace(float("inf"), 9)
    >>> far = sc.predictors.matrix(near, name="distance")
    >>> round(sc.qap(knoke, "information", far, draws=99, rng=7).observed, 2)
    0.13
    """
    return GivenMatrix(values, name)


def as_predictor(given: Any) -> Predictor:
    """Return a predictor as it is, the layer of a name, or a matrix.

    Raises
    ------
    InputError
        If it is none of these.
    """
    if isinstance(given, Predictor):
        return given
    if isinstance(given, str):
        return OtherLayer(given)
    if isinstance(given, pd.DataFrame | np.ndarray) or sparse.issparse(given):
        return GivenMatrix(given)
    message = marked(
        "must be the name of a layer, a matrix (DataFrame or array), or one of sc.predictors: {predictors}"
    )
    named = "sender, receiver, ends, same, difference, distance, matrix, layer"
    raise InputError(Problem(message, value=given, values={"predictors": named}))


def _floats(given: Any) -> Array:
    """Return a matrix as an array of floats of two dimensions."""
    try:
        dense = given.toarray() if sparse.issparse(given) else given
        if isinstance(dense, pd.DataFrame):
            values = dense.to_numpy(dtype=float, na_value=np.nan)
        else:
            values = np.array(dense, dtype=float)
    except (TypeError, ValueError, OverflowError) as error:
        raise _no_matrix(given) from error
    if values.ndim != 2:
        raise _no_matrix(given)
    return np.asarray(values)


def _no_matrix(given: Any) -> InputError:
    message = marked("must be a matrix of numbers: a DataFrame, or an array of two dimensions")
    return InputError(Problem(message, is_argument=True, column="matrix", value=given))


def _is_symmetric(values: Array) -> bool:
    off = ~np.eye(len(values), dtype=bool)
    return bool(np.array_equal(values[off], values.T[off], equal_nan=True))


def _places(index: pd.Index, space: DyadSpace, end: DyadEnd) -> list[int]:
    """Return the place of every actor, or group, among the labels of a table."""
    found, wanted = ids_of(index), space.ids(end)
    if isinstance(index, pd.RangeIndex) and len(found) and not set(found) & set(wanted):
        message = marked(
            "the labels of the matrix are numbers of rows; name rows and columns after the actors, or give an array "
            "in their order, .to_numpy()"
        )
        raise InputError(Problem(message, is_argument=True, column="matrix", value=index[0]))
    place = {each: number for number, each in enumerate(found)}
    known = set(wanted)
    problems = [
        Problem("stands more than once in the labels of the matrix", is_argument=True, column="matrix", value=each)
        for each in occurring_twice(found)
    ]
    problems += [
        Problem(
            "is no actor of this cluster", is_argument=True, column="matrix", value=each, nearest=nearest(each, wanted)
        )
        for each in found
        if each not in known
    ]
    missing = [label for each, label in zip(wanted, space.labels(end), strict=True) if each not in place]
    if missing:
        message = marked("the labels of the matrix leave out {actors}")
        shown = offered([str(label) for label in missing[:5]])
        problems.append(Problem(message, is_argument=True, column="matrix", values={"actors": shown}))
    if problems:
        raise InputError(problems)
    return [place[each] for each in wanted]
