"""Clusters from matrices: square ones hold ties, others hold who belongs to which group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse

from socluster.core.errors import InputError, Problem
from socluster.core.labels import Originals, remembered
from socluster.core.schema import AFFILIATION, TIE
from socluster.core.tables import Tables
from socluster.io.objects.imported_graph import node_ids
from socluster.io.objects.settling import settled_tables
from socluster.io.options import ReadingOptions
from socluster.words import Phrase, counted, marked, phrase

__all__ = ["adjacency_tables", "from_array", "from_sparse", "incidence_tables", "laid_as_asked", "of_cells"]

_SMALLEST_HALVED = 3  # of two actors, an empty half is a single cell


def from_array(data: Any, options: ReadingOptions) -> tuple[Tables, list[Phrase]]:
    """Return a two-dimensional array as plain tables, and what of it is left behind."""
    array = np.asarray(data)
    if array.ndim != 2:
        raise InputError("a matrix has two dimensions, this array has {n}", {"n": array.ndim})
    if options.two_mode is None and array.shape[0] != array.shape[1] and array.shape[1] in (2, 3):
        message = marked(
            "an array of {rows} x {columns} may be a list of ties or a matrix of actors and groups; pass "
            "list(map(tuple, array.tolist())) for ties, or say two_mode=True"
        )
        raise InputError(message, {"rows": array.shape[0], "columns": array.shape[1]})
    return _from_cells(sparse.coo_array(numbers(array)), options)


def from_sparse(data: Any, options: ReadingOptions) -> tuple[Tables, list[Phrase]]:
    """Return a sparse matrix as plain tables, and what of it is left behind."""
    if data.ndim != 2:
        raise InputError("a matrix has two dimensions, this sparse array has {n}", {"n": data.ndim})
    cells = sparse.coo_array(data, copy=True)
    cells.sum_duplicates()
    return _from_cells(sparse.coo_array((numbers(cells.data), cells.coords), shape=cells.shape), options)


def numbers(values: NDArray[Any]) -> NDArray[np.float64]:
    """Return the cells of a matrix as floats.

    Raises
    ------
    InputError
        If any is no number.
    """
    if values.dtype.kind not in "biufO":
        raise InputError(Problem("the cells of a matrix must be numbers", value=str(values.dtype)))
    try:
        return values.astype(float)
    except (TypeError, ValueError, OverflowError) as error:
        raise InputError("the cells of a matrix must be numbers: {reason}", {"reason": str(error)}) from None


def _from_cells(cells: Any, options: ReadingOptions) -> tuple[Tables, list[Phrase]]:
    n_rows, n_columns = cells.shape
    if options.two_mode or (options.two_mode is None and n_rows != n_columns):
        actors, groups = _two_lists(options.labels, n_rows, n_columns)
        rows, columns = node_ids(actors), node_ids(groups)
        called = Originals(remembered(rows, actors), remembered(columns, groups))
        tables = incidence_tables(cells, rows, columns, options)
        return laid_as_asked(replace(tables, originals=called), options)
    if n_rows != n_columns:
        message = marked("a matrix of ties is square, this one has {rows} rows and {columns} columns")
        raise InputError(message, {"rows": n_rows, "columns": n_columns})
    labels = _labels(options.labels, n_rows, "labels")
    ids = node_ids(labels)
    called = Originals(actors=remembered(ids, labels))
    tables = adjacency_tables(cells, ids, of_cells(options))
    return laid_as_asked(replace(tables, originals=called), options)


def of_cells(options: ReadingOptions) -> ReadingOptions:
    """Return the options for reading the cells: two cells of a pair that a rule lays together may differ."""
    return replace(options, directed=None) if options.merges else options


def laid_as_asked(tables: Tables, options: ReadingOptions) -> tuple[Tables, list[Phrase]]:
    """Return the tables, the two cells of each pair laid together if that was asked for, and what is left behind."""
    losses: list[Phrase] = []
    return (settled_tables(tables, options, losses) if options.merges else tables), losses


def _two_lists(labels: Sequence[Any] | None, n_rows: int, n_columns: int) -> tuple[list[Any], list[Any]]:
    if labels is None:
        return _labels(None, n_rows, "labels[0]"), _labels(None, n_columns, "labels[1]")
    if len(labels) != 2 or any(isinstance(part, str) or not hasattr(part, "__len__") for part in labels):
        message = marked("a matrix of actors and groups needs two lists, labels=(actors, groups)")
        raise InputError(Problem(message, is_argument=True, column="labels"))
    return _labels(labels[0], n_rows, "labels[0]"), _labels(labels[1], n_columns, "labels[1]")


def _labels(labels: Sequence[Any] | None, n: int, option: str) -> list[Any]:
    if labels is None:
        return [str(number) for number in range(1, n + 1)]  # as numbers they would look like the rows 0 to n - 1
    if isinstance(labels, str) or len(labels) != n:
        message = counted("must be a list of {n} label", "must be a list of {n} labels", n)
        raise InputError(Problem(message, is_argument=True, column=option, value=labels))
    return list(labels)


def adjacency_tables(cells: Any, labels: Sequence[str], options: ReadingOptions) -> Tables:
    """Return a square matrix as actors, ties (row to column) and, where a cell is NaN, unknown dyads.

    Raises
    ------
    InputError
        With every cell that no tie can have, every tie of an actor with itself, and every pair of cells that differ
        although the matrix shall be undirected.
    """
    rows, columns, values = cells.row, cells.col, cells.data
    _refuse_bad_cells(rows, columns, values, labels, labels)
    diagonal = rows == columns
    own = np.flatnonzero(diagonal & (values != 0) & ~np.isnan(values))
    if len(own) and not options.drops_self_ties:
        message = phrase(
            "is a tie of an actor with itself; {way} leaves out the diagonal", way=options.way(self_ties="drop")
        )
        raise InputError([_cell_problem(message, k, rows, columns, values, labels, labels) for k in own.tolist()])
    kept = (values != 0) & ~diagonal
    rows, columns, values = rows[kept], columns[kept], values[kept]
    if options.directed is not True:
        rows, columns, values = _with_both_halves(rows, columns, values, len(labels))
    lopsided = _lopsided(rows, columns, values, len(labels))
    if options.directed is False and len(lopsided):
        hint = phrase(
            "differs from the cell the other way; {way} makes one tie of the two, as strong as the mean of those that "
            "are not 0 (or their max, min, sum, first)",
            way=options.way(directed=False, duplicates="mean"),
        )
        raise InputError([_cell_problem(hint, k, rows, columns, values, labels, labels) for k in lopsided.tolist()])
    directed = bool(len(lopsided)) if options.directed is None else options.directed
    if not directed:
        upper = rows < columns
        rows, columns, values = rows[upper], columns[upper], values[upper]
    names = np.array(labels, dtype=object)
    frame = pd.DataFrame({"source": names[rows], "target": names[columns], "weight": values})
    unknown = frame["weight"].isna()
    if options.weight is None:
        frame["weight"] = 1.0
    return Tables(
        actors=pd.DataFrame({"actor": pd.Series(names, dtype=object)}),
        ties=frame[~unknown],
        unknown=frame.loc[unknown, ["source", "target"]],
        layers={TIE: {"directed": directed}},
        name=options.name,
    )


def incidence_tables(cells: Any, actors: Sequence[str], groups: Sequence[str], options: ReadingOptions) -> Tables:
    """Return a matrix of actors (rows) and groups (columns) as actors, groups and affiliations."""
    rows, columns, values = cells.row, cells.col, cells.data
    _refuse_bad_cells(rows, columns, values, actors, groups)
    unknown = np.flatnonzero(np.isnan(values))
    if len(unknown):
        message = phrase("is unknown; a cluster knows unknown ties only, so write 0 or leave the actor out")
        raise InputError([_cell_problem(message, k, rows, columns, values, actors, groups) for k in unknown.tolist()])
    kept = values != 0
    near, far = np.array(actors, dtype=object)[rows[kept]], np.array(groups, dtype=object)[columns[kept]]
    weight = values[kept] if options.weight is not None else np.ones(int(kept.sum()))
    return Tables(
        actors=pd.DataFrame({"actor": pd.Series(list(actors), dtype=object)}),
        groups=pd.DataFrame({"group": pd.Series(list(groups), dtype=object)}),
        affiliations=pd.DataFrame({"actor": near, "group": far, "layer": AFFILIATION, "weight": weight}),
        name=options.name,
    )


def _with_both_halves(rows: Any, columns: Any, values: Any, n: int) -> tuple[Any, Any, Any]:
    """Return the cells of a matrix of which one half above or below the diagonal is NaN, with that half filled in.

    In such a matrix (of R's `lower.tri`, of UCINET) a pair has one cell, as it has one tie.
    """
    gaps = np.isnan(values)
    sides = rows[gaps] < columns[gaps]
    if n < _SMALLEST_HALVED or int(gaps.sum()) != n * (n - 1) // 2 or len(np.unique(sides)) != 1:
        return rows, columns, values
    known_rows, known_columns, known = rows[~gaps], columns[~gaps], values[~gaps]
    return (
        np.concatenate([known_rows, known_columns]),
        np.concatenate([known_columns, known_rows]),
        np.concatenate([known, known]),
    )


def _lopsided(rows: Any, columns: Any, values: Any, n: int) -> NDArray[np.int64]:
    """Return the positions of the cells that differ from the cell the other way (two unknown ones are alike)."""
    codes = rows.astype(np.int64) * n + columns
    mirrored = columns.astype(np.int64) * n + rows
    order = np.argsort(codes)
    place = np.searchsorted(codes, mirrored, sorter=order)
    place = order[np.minimum(place, len(order) - 1)] if len(order) else order
    same = (codes[place] == mirrored) & ((values[place] == values) | (np.isnan(values[place]) & np.isnan(values)))
    return np.flatnonzero(~same)


def _refuse_bad_cells(rows: Any, columns: Any, values: Any, near: Sequence[str], far: Sequence[str]) -> None:
    signed = phrase(
        "must be a positive number, as socluster holds no signed ties; write 0 to keep the positive ones, and read the "
        "negative ones, without the minus, as a layer of their own"
    )
    odd = phrase("must be a positive number, 0 for no tie, or NaN where nobody knows")
    bad = np.flatnonzero((values < 0) | np.isinf(values)).tolist()
    if bad:
        told = [(k, odd if np.isinf(values[k]) else signed) for k in bad]
        raise InputError([_cell_problem(message, k, rows, columns, values, near, far) for k, message in told])


def _cell_problem(
    message: Phrase, k: int, rows: Any, columns: Any, values: Any, near: Sequence[str], far: Sequence[str]
) -> Problem:
    return Problem(message, "ties", near[rows[k]], far[columns[k]], float(values[k]))
