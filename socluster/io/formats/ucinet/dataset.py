"""Reading and writing UCINET datasets, of which the header and the numbers are two files."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from socluster.core.errors import InputError, Problem
from socluster.core.tables import Tables
from socluster.io.formats.cells import Cells, cell_problems, relation_of
from socluster.io.formats.matrix_losses import matrix_losses
from socluster.io.formats.plain_text import read_bytes
from socluster.io.formats.relation_export import network_of
from socluster.io.formats.relations import (
    FileNetwork,
    Labels,
    Relation,
    default_layer,
    label_problems,
    matrix_names,
    tables_of_network,
    warn_of_unknown_affiliations,
)
from socluster.io.formats.ucinet.header import UcinetHeader, header_bytes, read_header, title_bytes
from socluster.io.options import ReadingOptions
from socluster.words import Phrase, counted, marked

__all__ = ["losses", "partner", "read", "write"]

MISSING = np.float32(1e38)
_LARGEST = 1e37  # UCINET takes anything as large as this for missing
_NUMBERS = {1: "u1", 2: "u1", 3: "i1", 4: "<u2", 5: "<i2", 6: "<i4", 7: "<f4", 9: "<f8"}


def partner(path: Path) -> Path:
    """Return the other of the two files of a dataset: the data of a header, the header of data.

    Examples
    --------
    >>> partner(Path("siauliai.##h")).name
    'siauliai.##d'
    """
    other = {".##h": ".##d", ".##H": ".##D", ".##d": ".##h", ".##D": ".##H"}
    if path.suffix not in other:
        message = marked("a UCINET dataset is two files whose names end with .##h and .##d")
        raise InputError(Problem(message, value=path.name, file=str(path)))
    return path.with_suffix(other[path.suffix])


def read(path: Path, options: ReadingOptions | None = None) -> Tables:
    """Read a UCINET dataset of one or several matrices.

    Each matrix becomes a layer: undirected if it is symmetric, else directed. A missing number is a tie that nobody
    knows about. Rows and columns with different labels are actors and groups.

    Parameters
    ----------
    path : Path
        Either of the two files; the other one is expected beside it.
    options : ReadingOptions, optional
        What to do about a diagonal with numbers other than zero, which a cluster cannot hold.

    Returns
    -------
    Tables
        With actors, ties and unknown or, from a two-mode dataset, with actors, groups and affiliations.

    Raises
    ------
    InputError
        If a file is missing, cut off or damaged, if the two do not belong together, or if the numbers are weights
        below zero or ties of an actor with itself.

    Notes
    -----
    Read are headers of version 6404 and 6405 (labels of two bytes per letter, sizes of four bytes) and the earlier ones
    that begin with `DATE:` (sizes of two bytes; labels of one byte per letter are taken for Windows-1257). UCINET
    stores numbers with about seven digits; each is read as the shortest decimal that has it, so that 0.1 stays 0.1.
    """
    options = options or ReadingOptions()
    head, body = (path, partner(path)) if path.suffix.lower() == ".##h" else (partner(path), path)
    header = read_header(read_bytes(head), str(head))
    values = _values(read_bytes(body), header, body)
    rows, columns = _row_and_column_labels(header, options.two_mode is True)
    two_mode = list(rows.names) != list(columns.names) if options.two_mode is None else options.two_mode
    if not two_mode and header.n_rows != header.n_columns:
        message = marked("a matrix of ties is square, this one has {rows} rows and {columns} columns")
        sizes = {"rows": header.n_rows, "columns": header.n_columns}
        raise InputError(Problem(message, column="two_mode", value=False, file=str(head), values=sizes))
    matrices = [_cells(values[level]) for level in range(header.n_matrices)]
    names = header.labels("matrices") or matrix_names(header.n_matrices, two_mode)
    problems = label_problems(names, table="layers", file=str(head), what="matrix")
    for cells in matrices:
        problems += cell_problems(cells, rows, columns, two_mode=two_mode, options=options, file=str(body))
    if problems:
        raise InputError(problems)
    relations = [relation_of(name, cells, two_mode=two_mode) for name, cells in zip(names.names, matrices, strict=True)]
    network = FileNetwork(rows, relations, columns if two_mode else None)
    warn_of_unknown_affiliations(network, path)
    return tables_of_network(network, head, name=header.title or None)


def write(tables: Tables, path: Path) -> None:
    """Write the ties, or the affiliations of a cluster without ties, as a UCINET dataset of version 6404.

    Parameters
    ----------
    tables : Tables
        What `Cluster.to_tables` gives.
    path : Path
        Either of the two files; both are written beside each other, the data first.

    Raises
    ------
    InputError
        If a weight is so large or so small that UCINET's numbers cannot hold it.
    """
    network = network_of(tables)
    _check_weights(network, path)
    head, body = (path, partner(path)) if path.suffix.lower() == ".##h" else (partner(path), path)
    default = default_layer(network.groups is not None)
    names = [relation.name for relation in network.relations] or [default]
    columns = (network.groups or network.actors).names
    header = header_bytes(
        rows=network.actors.names,
        columns=columns,
        matrices=None if names == [default] else names,
        title=tables.name or "",
        date=datetime.date.today(),
        file=str(head),
    )
    empty = np.zeros((len(network.actors.names), len(columns)), dtype="<f4")
    with body.open("wb") as stream:
        for relation in network.relations:
            stream.write(_matrix(relation, empty.shape, mirrored=network.groups is None).tobytes())
        if not network.relations:
            stream.write(empty.tobytes())
    head.write_bytes(header)


def losses(tables: Tables) -> list[Phrase]:
    """Return what of these tables a UCINET dataset cannot carry; empty if it carries all."""
    fits = title_bytes(tables.name or "") is not None
    found = matrix_losses(tables, keeps_name=fits)
    weights = _weights(network_of(tables).relations)
    with np.errstate(over="ignore", under="ignore"):  # what does not fit at all is refused when it is written
        rounded = sum(weight != _shortest(np.float32(weight)) for weight in np.unique(weights[~np.isnan(weights)]))
    if rounded:
        found.append(
            counted(
                "digits of weights after the seventh ({n} different weight is rounded)",
                "digits of weights after the seventh ({n} different weights are rounded)",
                rounded,
            )
        )
    return found


def _row_and_column_labels(header: UcinetHeader, two_mode: bool) -> tuple[Labels, Labels]:
    """Return both; where a square matrix has labels on one side only, they are those of the other side, too.

    With `two_mode` the two sides are different things, whatever is written beside them.
    """
    rows, columns = header.labels("rows"), header.labels("columns")
    if header.n_rows == header.n_columns and not two_mode:
        numbers = Labels.numbered([""] * header.n_rows)
        return rows or columns or numbers, columns or rows or numbers
    return (
        rows or Labels.numbered([""] * header.n_rows),
        columns or Labels.numbered([""] * header.n_columns, prefix="group "),
    )


def _values(data: bytes, header: UcinetHeader, path: Path) -> NDArray[np.float64]:
    """Return the numbers as matrices x rows x columns."""
    if header.data_type not in _NUMBERS:
        message = marked("the header says that the data are of type {type}, which is not read; usual is 7")
        raise InputError(Problem(message, file=str(path), values={"type": header.data_type}))
    numbers = np.dtype(_NUMBERS[header.data_type])
    shape = (header.n_matrices, header.n_rows, header.n_columns)
    expected = header.n_matrices * header.n_rows * header.n_columns * numbers.itemsize
    if len(data) != expected:
        size = " x ".join(str(length) for length in shape)
        message = marked("the header says {size} numbers (matrices x rows x columns), {wanted} bytes; here are {found}")
        values = {"size": size, "wanted": expected, "found": len(data)}
        raise InputError(Problem(message, file=str(path), values=values))
    return np.frombuffer(data, dtype=numbers).reshape(shape)


def _cells(matrix: NDArray[np.float64]) -> Cells:
    rows, columns = np.nonzero(matrix)
    found = matrix[rows, columns]
    values = np.array([_shortest(value) for value in found], dtype=np.float64)
    values[~(np.abs(values) < _LARGEST)] = np.nan
    return Cells(rows.astype(np.int64), columns.astype(np.int64), values)


def _shortest(value: np.generic) -> float:
    """Return the number with the fewest digits that UCINET would store in the same way."""
    return float(str(value))


def _weights(relations: Sequence[Relation]) -> NDArray[np.float64]:
    return np.concatenate([relation.weights for relation in relations] or [np.empty(0)])


def _check_weights(network: FileNetwork, path: Path) -> None:
    weights = _weights(network.relations)
    outside = np.unique(weights[(weights >= _LARGEST) | (weights < np.finfo(np.float32).tiny)])
    if len(outside):
        message = marked("UCINET's numbers cannot hold this weight")
        raise InputError([Problem(message, "ties", None, "weight", float(value), file=str(path)) for value in outside])


def _matrix(relation: Relation, shape: tuple[int, ...], *, mirrored: bool) -> NDArray[np.float32]:
    matrix = np.zeros(shape, dtype="<f4")
    weights = np.where(np.isnan(relation.weights), MISSING, relation.weights)
    matrix[relation.sources, relation.targets] = weights
    if mirrored and not relation.directed:
        matrix[relation.targets, relation.sources] = weights
    return matrix
