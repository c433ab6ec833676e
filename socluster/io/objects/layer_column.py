"""Which columns of a table of ties hold source, target, weight and layer: those that the user names, else by name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from socluster.core.errors import InputError, Problem, nearest
from socluster.core.schema import AFFILIATION, TIE, canonical_columns
from socluster.io.options import ReadingOptions
from socluster.words import marked

__all__ = ["OTHER_COLUMN", "refuse_free_text", "with_chosen_columns"]

_ONLY_LAYER = {"ties": TIE, "affiliations": AFFILIATION}
_MOST_LAYERS = 12
_FEW_LAYERS = 3
_ROWS_PER_LAYER = 10
_SURELY_LAYERS = ("layer", "sluoksnis")
OTHER_COLUMN = "{column} (column)"


def with_chosen_columns(
    frame: pd.DataFrame, table: str, options: ReadingOptions, settled: Mapping[str, str] | None = None
) -> pd.DataFrame:
    """Return the columns under our names, with those that the user named in their places.

    Parameters
    ----------
    frame : DataFrame
        The table as written.
    table : str
        ties, affiliations or unknown.
    options : ReadingOptions
        `source`, `target`, `weight` and `layer` name columns; a weight or layer of None stands for none. With
        `two_mode`, source and target are the columns of actors and groups.
    settled : mapping, optional
        Columns that are called as they should be, whatever else their names might mean.

    Raises
    ------
    InputError
        If a named column is not there.
    """
    written = [str(column) for column in frame.columns]
    frame = frame.set_axis(written, axis="columns")
    chosen = _chosen(written, table, options)
    moved = {column: ours for ours, column in chosen.items()}
    taken = {*chosen, *(["weight"] if options.weight is None else []), *(["layer"] if options.layer is None else [])}
    aside = {
        column: OTHER_COLUMN.format(column=column)
        for column in written
        if column.strip().casefold() in taken and column not in moved and column not in (settled or {})
    }
    frame = frame.rename(columns={**aside, **moved})
    free = [column for column in frame.columns if column not in (settled or {})]
    ours = canonical_columns(table, [*free, *(name for name in taken if name not in free)])
    frame = frame.rename(columns={column: ours[column] for column in free})
    return frame.assign(layer=_ONLY_LAYER[table]) if options.layer is None and table in _ONLY_LAYER else frame


def refuse_free_text(
    frame: pd.DataFrame, table: str, written: Mapping[str, str], options: ReadingOptions, file: str | None
) -> None:
    """Ask first where a column that only looks as if it told the layer holds too many different texts.

    Parameters
    ----------
    frame : DataFrame
        Ties or affiliations, columns under our names.
    table : str
        Which of the two.
    written : mapping
        From our names to the columns as written.
    options : ReadingOptions
        A layer that the user named is not doubted.
    file : str, optional
        The file, for the error.

    Raises
    ------
    InputError
        With both ways on.
    """
    column = written.get("layer", "layer")
    if "layer" not in frame or options.layer != "layer" or column.strip().casefold() in _SURELY_LAYERS:
        return
    n_layers, n_rows = frame["layer"].nunique(), len(frame)
    if n_layers <= _MOST_LAYERS and not (n_layers > _FEW_LAYERS and n_layers * _ROWS_PER_LAYER > n_rows):
        return
    message = marked(
        "holds {n} different texts in {rows} rows, too many to be layers without a word; {layers} makes each a layer, "
        "{column} keeps it as a column"
    )
    values: dict[str, Any] = {
        "n": n_layers,
        "rows": n_rows,
        "layers": options.way(layer=column),
        "column": options.way(layer=None),
    }
    raise InputError(Problem(message, table, column=column, file=file, values=values))


def _chosen(written: list[str], table: str, options: ReadingOptions) -> dict[str, str]:
    """Return, for each of our columns that the user has a column for, this column as written."""
    asked: dict[str, str | None] = {"source": options.source, "target": options.target}
    if options.weight != "weight":
        asked["weight"] = options.weight
    if options.layer != "layer":
        asked["layer"] = options.layer
    if table == "affiliations" and options.two_mode:
        asked = {{"source": "actor", "target": "group"}.get(name, name): column for name, column in asked.items()}
    elif table != "ties":
        asked = {name: column for name, column in asked.items() if name in ("weight", "layer") and column in written}
    named = {ours: column for ours, column in asked.items() if column is not None}
    problems = [
        Problem(
            "there is no column of this name; here are {columns}",
            table,
            column=ours,
            value=column,
            nearest=nearest(column, written),
            values={"columns": ", ".join(written)},
        )
        for ours, column in named.items()
        if column not in written
    ]
    problems += [
        Problem("names the same column as another option", table, column=ours, value=column)
        for ours, column in named.items()
        if list(named.values()).count(column) > 1
    ]
    if problems:
        raise InputError(problems)
    return named
