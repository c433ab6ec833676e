"""A regression laid out: outcome and columns, a row for every dyad of every network, and what makes it unusable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np

from socluster._kernels.sampling.permuted import MatrixCells
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem
from socluster.inference.qap.asked import is_symmetric
from socluster.inference.qap.dyad_space import DyadSpace
from socluster.inference.qap.predictors.base import DyadColumn, DyadKind, Predictor
from socluster.inference.qap.predictors.given import as_predictor
from socluster.words import Phrase, counted, itemised, later, marked, phrase

__all__ = ["INTERCEPT", "Design", "design_of", "refuse_unusable", "spaces_of"]

INTERCEPT = phrase("intercept")
SAME = 1e-10  # part of a column's length that is left of it, below which the columns before it hold all of it


@dataclass(frozen=True, eq=False)
class Design:
    """What is regressed on what.

    Parameters
    ----------
    spaces : tuple of DyadSpace
        The networks.
    outcome : DyadColumn
        What is explained.
    columns : tuple of DyadColumn
        What explains it, the intercept or the networks' own levels first.
    n_levels : int
        How many of the columns are levels.
    """

    spaces: tuple[DyadSpace, ...]
    outcome: DyadColumn
    columns: tuple[DyadColumn, ...]
    n_levels: int

    @cached_property
    def y(self) -> Array:
        """The outcome of every dyad, NaN where unknown."""
        return self._by_dyad(self.outcome)

    @cached_property
    def x(self) -> Array:
        """The columns, of shape (dyads, p), NaN where unknown."""
        return np.stack([self._by_dyad(each) for each in self.columns], axis=-1)

    @cached_property
    def is_complete(self) -> Array:
        """Which dyads are known in all columns and in the outcome."""
        return np.asarray(~np.isnan(self.y) & self.is_explained)

    @cached_property
    def is_explained(self) -> Array:
        """Which dyads are known in all columns."""
        return np.asarray(~np.isnan(self.x).any(axis=1))

    @property
    def names(self) -> tuple[str | Phrase, ...]:
        """What the columns are called."""
        return tuple(each.name for each in self.columns)

    def cells(self, chosen: Array) -> list[MatrixCells]:
        """Return where the chosen dyads are in the matrices of all networks, laid out flat, one behind the other."""
        found, first, start = [], 0, 0
        for space in self.spaces:
            rows, columns = space.cells
            here = chosen[first : first + len(rows)]
            found.append(MatrixCells(rows[here], columns[here], space.shape[1], start))
            first, start = first + len(rows), start + space.shape[0] * space.shape[1]
        return found

    def laid_out(self, values: Array, chosen: Array) -> tuple[Array, Array]:
        """Return the chosen dyads' values in the matrices of all networks, flat, and which of their cells are known.

        Parameters
        ----------
        values : ndarray of shape (chosen dyads, p)
            The values.
        chosen : ndarray of bool of shape (dyads,)
            Whose values they are.
        """
        size = sum(rows * columns for rows, columns in (space.shape for space in self.spaces))
        tables, known = np.zeros((size, values.shape[1])), np.zeros(size, dtype=bool)
        first = 0
        for space, cells in zip(self.spaces, self.cells(chosen), strict=True):
            here = values[first : first + len(cells.rows)]
            first += len(cells.rows)
            places = [cells.start + cells.rows * cells.width + cells.columns]
            if not space.directed:
                places.append(cells.start + cells.columns * cells.width + cells.rows)
            for place in places:
                tables[place], known[place] = here, True
        return tables, known

    def _by_dyad(self, column: DyadColumn) -> Array:
        parts = [values[space.cells] for values, space in zip(column.values, self.spaces, strict=True)]
        return np.concatenate(parts) if parts else np.empty(0)


def spaces_of(clusters: Mapping[str, Cluster], outcome: Predictor) -> tuple[DyadSpace, ...]:
    """Return the dyads of every network; the outcome says whether they have a direction.

    Raises
    ------
    InputError
        If they have one in some networks and not in others.
    """
    found = []
    for name, cluster in clusters.items():
        kind = _kind(outcome, cluster, name)
        two_mode = bool(kind.two_mode)
        found.append(DyadSpace(cluster, two_mode or bool(kind.directed), two_mode, name))
    if len({(space.directed, space.two_mode) for space in found}) > 1:
        raise InputError(
            "ties have a direction in some of the networks and none in others; regress these apart, or make all of "
            "them directed in their layers"
        )
    return tuple(found)


def _kind(outcome: Predictor, cluster: Cluster, name: str) -> DyadKind:
    """Return what the outcome says of the dyads of a network; what is wrong is said of that network."""
    try:
        return outcome.kind(cluster)
    except InputError as error:
        raise InputError([replace(each, file=name or each.file) for each in error.problems]) from None


def design_of(spaces: tuple[DyadSpace, ...], outcome: Predictor, predictors: Any) -> Design:
    """Return the regression of an outcome on predictors, with an intercept, or a level of its own for each network.

    Raises
    ------
    InputError
        If there is no predictor, two are called the same, or one has a direction where the outcome has none.
    """
    named = _named(predictors)
    columns = []
    for name, predictor in named:
        found = predictor.columns(spaces)
        columns += found if name is None else _renamed(found, name, predictor)
    (y,) = outcome.columns(spaces)
    for column in (y, *columns):
        _refuse_direction(column, y, spaces)
    _refuse_same_names(columns)
    levels = _levels(spaces)
    return Design(spaces, y, (*levels, *columns), len(levels))


def refuse_unusable(design: Design) -> None:
    """Refuse a regression that has no answer.

    Raises
    ------
    InputError
        If too few dyads are known, the outcome or a column is the same for all of them, or a column follows from those
        before it.
    """
    chosen = design.is_complete
    n, p = int(chosen.sum()), len(design.columns)
    if len(chosen):
        _refuse_unknown(design)
    if n <= p:
        known = counted("{n} dyad is known in all of them", "{n} dyads are known in all of them", n)
        message = marked("{known}, too few for {p} coefficients; take fewer predictors")
        raise InputError(message, {"known": known, "p": p})
    y, X = design.y[chosen], design.x[chosen]
    if np.ptp(y) <= SAME * np.abs(y).max():
        message = marked("is the same for all dyads, so there is nothing to explain")
        raise InputError(Problem(message, value=str(design.outcome.name)))
    constant = [k for k in range(design.n_levels, p) if np.ptp(X[:, k]) <= SAME * np.abs(X[:, k]).max()]
    if constant:
        message = marked("is the same for all dyads, so that nothing can be said of it; leave it out")
        raise InputError([Problem(message, value=str(design.names[k])) for k in constant])
    dependent = _dependent(X, design.n_levels)
    if dependent:
        message = marked(
            "follows from the predictors before it ({others}), so that their coefficients cannot be told apart; leave "
            "one of them out"
        )
        raise InputError(
            [
                Problem(
                    message,
                    value=str(design.names[k]),
                    values={"others": later(itemised, [design.names[each] for each in others])},
                )
                for k, others in dependent
            ]
        )


def _refuse_unknown(design: Design) -> None:
    """Refuse an outcome, or columns, of which not one dyad is known."""
    message = marked("is not known for any pair of actors; leave it out")
    dark = [design.names[k] for k in np.flatnonzero(np.isnan(design.x).all(axis=0))]
    if np.isnan(design.y).all():
        dark.insert(0, design.outcome.name)
    if dark:
        raise InputError([Problem(message, value=str(name)) for name in dark])


def _named(predictors: Any) -> list[tuple[str | None, Predictor]]:
    """Return the predictors, with the names that a mapping gives them."""
    given: list[tuple[str | None, Any]]
    if isinstance(predictors, Mapping):
        given = [(str(name), each) for name, each in predictors.items()]
    elif isinstance(predictors, Sequence) and not isinstance(predictors, str):
        given = [(None, each) for each in predictors]
    else:
        given = [(None, predictors)]
    if not given:
        raise InputError("predictors names nothing; give at least one, as in [sc.predictors.same('sector')]")
    found: list[tuple[str | None, Predictor]] = []
    problems = []
    for place, (name, each) in enumerate(given, start=1):
        try:
            found.append((name, as_predictor(each)))
        except InputError as error:
            first = error.problems[0]
            row = name if name is not None else place
            problems.append(
                Problem(
                    first.template,
                    row=row,
                    column="predictors",
                    value=first.value,
                    values=first.values,
                    is_argument=True,
                )
            )
    if problems:
        raise InputError(problems)
    return found


def _renamed(columns: list[DyadColumn], name: str, predictor: Predictor) -> list[DyadColumn]:
    """Return columns under a name of the user's own; of several categories, each with its own."""
    if len(columns) == 1 and str(columns[0].name) == str(predictor.name):
        return [DyadColumn(name, columns[0].values)]
    categories = [str(each.name).removeprefix(f"{predictor.name} = ") for each in columns]
    return [DyadColumn(f"{name} = {category}", each.values) for category, each in zip(categories, columns, strict=True)]


def _refuse_direction(column: DyadColumn, y: DyadColumn, spaces: Sequence[DyadSpace]) -> None:
    for values, space in zip(column.values, spaces, strict=True):
        if not space.directed and not is_symmetric(values):
            message = marked(
                "differs between the two directions, while ties of '{y}' have none; take the sum of both, "
                "sc.predictors.matrix(M + M.T)"
            )
            raise InputError(Problem(message, value=str(column.name), values={"y": y.name}))


def _refuse_same_names(columns: Sequence[DyadColumn]) -> None:
    names = [str(each.name) for each in columns]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        message = marked("is the name of several predictors; name them yourself, in a mapping from name to predictor")
        raise InputError([Problem(message, is_argument=True, column="predictors", value=name) for name in twice])


def _levels(spaces: Sequence[DyadSpace]) -> list[DyadColumn]:
    """Return the intercept; of several networks, one for each."""
    if len(spaces) == 1:
        return [DyadColumn(INTERCEPT, [np.ones(spaces[0].shape)])]
    return [
        DyadColumn(
            phrase("network: {network}", network=own.name),
            [np.full(space.shape, float(space is own)) for space in spaces],
        )
        for own in spaces
    ]


def _dependent(X: Array, n_levels: int) -> list[tuple[int, list[int]]]:
    """Return the columns that follow from those before them, each with those from which it does."""
    levels = np.linalg.qr(X[:, :n_levels])[0]
    varying = X - levels @ (levels.T @ X)  # large numbers may vary little and still say something of their own
    length = np.sqrt((varying * varying).sum(axis=0))
    total = np.sqrt((X * X).sum(axis=0))
    basis: list[int] = []
    found = []
    for k in range(n_levels, X.shape[1]):
        if length[k] <= SAME * total[k]:
            found.append((k, list(range(n_levels))))
            continue
        if basis:
            scaled = varying[:, [*basis, k]] / length[[*basis, k]]
            weights, *_ = np.linalg.lstsq(scaled[:, :-1], scaled[:, -1], rcond=None)
            rest = scaled[:, -1] - scaled[:, :-1] @ weights
            if np.sqrt(rest @ rest) < np.sqrt(SAME):
                found.append((k, [each for each, weight in zip(basis, weights, strict=True) if abs(weight) > 1e-6]))
                continue
        basis.append(k)
    return found
