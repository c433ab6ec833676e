"""Writing UCINET's data language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from socluster.core.tables import Tables
from socluster.io.formats.matrix_losses import matrix_losses
from socluster.io.formats.plain_text import format_number
from socluster.io.formats.relation_export import network_of
from socluster.io.formats.relations import Relation, default_layer
from socluster.words import Phrase

__all__ = ["losses", "write"]


def write(tables: Tables, path: Path) -> None:
    """Write the ties, or the affiliations of a cluster without ties, as full matrices in UCINET's data language.

    Full matrices keep the most: several layers (only they may come as `nm=` matrices with names), actors without ties,
    the order of the actors, and the unknown ties (`na`). The labels are in lists of their own rather
    than embedded in the data, because for several matrices UCINET's guide shows only that.

    Parameters
    ----------
    tables : Tables
        What `Cluster.to_tables` gives.
    path : Path
        Where to; an existing file is replaced.

    Notes
    -----
    The text is UTF-8 without a byte order mark, since the file has to begin with the letters `dl`; its lines end as on
    Windows. Older UCINET versions cut labels after 18 letters and turn them into capitals. For UCINET, letters
    outside English are safer in its own binary format (`.##h`).
    """
    with path.open("w", encoding="utf-8", newline="\r\n") as stream:
        stream.writelines(f"{line}\n" for line in _lines(tables))


def losses(tables: Tables) -> list[Phrase]:
    """Return what of these tables a DL file cannot carry; empty if it carries all."""
    return matrix_losses(tables, keeps_name=False)


def _lines(tables: Tables) -> Iterator[str]:
    network = network_of(tables)
    default = default_layer(network.groups is not None)
    names = [relation.name for relation in network.relations] or [default]
    rows = network.actors.names
    columns = rows if network.groups is None else network.groups.names
    size = f"n={len(rows)}" if network.groups is None else f"nr={len(rows)}, nc={len(columns)}"
    yield f"dl {size}, nm={len(names)}, format=fullmatrix"
    if network.groups is None:
        yield from _label_lines("labels:", rows)
    else:
        yield from _label_lines("row labels:", rows)
        yield from _label_lines("column labels:", columns)
    if names != [default]:
        yield from _label_lines("matrix labels:", names)
    yield "data:"
    for relation in network.relations:
        yield from _matrix_lines(relation, len(rows), len(columns), mirrored=_is_mirrored(relation, network.groups))
    if not network.relations:
        yield from (" ".join(["0"] * len(columns)) for _ in rows)


def _is_mirrored(relation: Relation, groups: object) -> bool:
    return groups is None and not relation.directed


def _label_lines(heading: str, labels: Sequence[str]) -> Iterator[str]:
    yield heading
    for label in labels:
        doubled = label.replace('"', '""')
        yield f'"{doubled}"'


def _matrix_lines(relation: Relation, n_rows: int, n_columns: int, *, mirrored: bool) -> Iterator[str]:
    """Return one line per row, without ever holding the whole matrix."""
    rows, columns, weights = relation.sources, relation.targets, relation.weights
    if mirrored:
        rows, columns = np.concatenate([rows, columns]), np.concatenate([columns, rows])
        weights = np.concatenate([weights, weights])
    order = np.argsort(rows, kind="stable")
    bounds = np.searchsorted(rows[order], np.arange(n_rows + 1))
    for row in range(n_rows):
        cells = ["0"] * n_columns
        for position in order[bounds[row] : bounds[row + 1]]:
            weight = weights[position]
            cells[columns[position]] = "na" if np.isnan(weight) else format_number(weight)
        yield " ".join(cells)
