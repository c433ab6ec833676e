"""New rows put among those of a valid cluster, without validating again what is valid already.

Only rows that are plainly right are taken: cells of the kind of their column, ends that exist, no second row for a
dyad. At anything else these functions raise `Unclear`, so that `build` judges the whole, and alone words every error.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeAlias

import numpy as np
import pandas as pd

from socluster.core.coerce import clean_text, unfit
from socluster.core.columns import Array, Column, Kind, Table
from socluster.core.layers import Layer, read_layers
from socluster.core.link_rules import WEIGHT, broken_rules, states_none, with_defaults
from socluster.core.parts import Links, Parts
from socluster.core.schema import column_meant

__all__ = [
    "NewRows",
    "Unclear",
    "append_actor",
    "append_affiliations",
    "append_group",
    "append_layer",
    "append_ties",
    "append_unknown",
]

NewRows: TypeAlias = "pd.DataFrame | Mapping[str, Any]"
CellsByColumn: TypeAlias = "dict[str, list[Any]]"


class Unclear(Exception):  # noqa: N818  # not an error: validation may well accept the rows
    """Only validation can tell what these rows mean, or what is wrong with them."""


def append_actor(parts: Parts, actor: str, columns: Mapping[str, Any]) -> Parts:
    """Return the parts with one more actor, the last."""
    label = _new_name(actor, parts.labels)
    row = _in_our_words(_typed(parts.actors, {name: [value] for name, value in columns.items()}, 1))
    return replace(parts, labels=(*parts.labels, label), actors=parts.actors.extended(row))


def append_group(parts: Parts, group: str, columns: Mapping[str, Any]) -> Parts:
    """Return the parts with one more group, the last."""
    label = _new_name(group, parts.group_labels)
    row = _in_our_words(_typed(parts.groups, {name: [value] for name, value in columns.items()}, 1))
    return replace(parts, group_labels=(*parts.group_labels, label), groups=parts.groups.extended(row))


def append_layer(parts: Parts, name: str, attributes: Mapping[str, object]) -> Parts:
    """Return the parts with one more layer, the last."""
    layers, problems = read_layers({_new_name(name, parts.layer_names): attributes})
    (layer,) = layers.values()
    if problems or unfit(layer.meaning or "", is_key=False):
        raise Unclear
    return replace(parts, layers=(*parts.layers, layer))


def append_ties(parts: Parts, rows: NewRows, directed: bool | None) -> Parts:
    """Return the parts with these ties in their places; a layer that is new is directed if `directed` says so."""
    cells = _cells(rows)
    layers, layer = _layers(parts, cells.pop("layer", []), directed)
    near, far = (_places(cells.pop(end, []), parts.position, len(layer)) for end in ("source", "target"))
    if (near == far).any() or parts.affiliations.layer_codes() & set(layer.tolist()):
        raise Unclear
    turned = (near > far) & ~np.array([each.directed for each in layers], dtype=bool)[layer]
    near, far = np.where(turned, far, near), np.where(turned, near, far)
    new = Links(near, far, layer, _stated(parts.ties.rest, cells, layers, layer))
    shape = (len(parts.labels), len(parts.labels))
    if len(parts.unknown) and np.isin(parts.unknown.dyads(shape), new.dyads(shape)).any():
        raise Unclear
    return replace(parts, ties=_merged(parts.ties, new, shape), layers=layers)


def append_affiliations(parts: Parts, rows: NewRows) -> Parts:
    """Return the parts with these affiliations in their places."""
    cells = _cells(rows)
    layers, layer = _layers(parts, cells.pop("layer", []), None)
    near = _places(cells.pop("actor", []), parts.position, len(layer))
    groups = {label: place for place, label in enumerate(parts.group_labels)}
    far = _places(cells.pop("group", []), groups, len(layer))
    if parts.ties.layer_codes() & set(layer.tolist()):
        raise Unclear
    new = Links(near, far, layer, _stated(parts.affiliations.rest, cells, layers, layer))
    merged = _merged(parts.affiliations, new, (len(parts.labels), len(parts.group_labels)))
    return replace(parts, affiliations=merged, layers=layers)


def append_unknown(parts: Parts, near: Array, far: Array, layer: Array) -> Parts:
    """Return the parts in which these dyads are unknown, too; none of them may be tied or unknown already.

    Parameters
    ----------
    near, far : ndarray of int
        Positions of the actors; the smaller one first where the layer has no direction.
    layer : ndarray of int
        Code of the layer of each.
    """
    rest = Table({name: Column.empty(column.kind, len(near)) for name, column in parts.unknown.rest.items()}, len(near))
    shape = (len(parts.labels), len(parts.labels))
    return replace(parts, unknown=_merged(parts.unknown, Links(near, far, layer, rest), shape))


def _merged(old: Links, new: Links, shape: tuple[int, int]) -> Links:
    """Lay new rows among old ones in the order that all links have; a second row for a dyad is not clear."""
    wave = old.rest["wave"].extended(new.rest["wave"])
    keys = np.concatenate([old.dyads(shape), new.dyads(shape)]) * (len(wave.labels) + 1) + wave.values
    order = np.argsort(keys, kind="stable")
    in_order = keys[order]
    if (in_order[1:] == in_order[:-1]).any():
        raise Unclear
    ends = ((old.source, new.source), (old.target, new.target), (old.layer, new.layer))
    source, target, layer = (np.concatenate(both)[order] for both in ends)
    return Links(source, target, layer, old.rest.extended(new.rest, order))


def _cells(rows: NewRows) -> CellsByColumn:
    """The cells by column. In a mapping, one value may stand for all rows."""
    if not isinstance(rows, pd.DataFrame):
        lists = {name: value for name, value in rows.items() if _is_uniform_list(value)}
        lengths = {len(value) for value in lists.values()}
        if len(lengths) == 1 and all(name in lists or pd.api.types.is_scalar(value) for name, value in rows.items()):
            (n_rows,) = lengths
            return {name: lists.get(name, [value] * n_rows) for name, value in rows.items()}
        try:
            rows = pd.DataFrame(rows)  # pandas settles what the other lists, arrays and series mean
        except (ValueError, TypeError):
            raise Unclear from None
    if not rows.columns.is_unique:
        raise Unclear
    return {name: rows[name].tolist() for name in rows.columns}


def _is_uniform_list(value: object) -> bool:
    """Whether it is a list of things of one type, which pandas would keep unchanged."""
    return isinstance(value, list) and len(set(map(type, value))) <= 1


def _new_name(text: object, taken: Iterable[str]) -> str:
    """The cleaned id of something new."""
    name = _as_text(text)
    if name is None or name in taken or unfit(name, is_key=True):
        raise Unclear
    return name


def _places(ends: list[Any], position: Mapping[str, int], n_rows: int) -> Array:
    """Where the ends are among the labels."""
    if len(ends) != n_rows or set(map(type, ends)) - {str} or set(ends) - position.keys():
        raise Unclear
    return np.array([position[end] for end in ends], dtype=np.int32)


def _layers(parts: Parts, names: list[Any], directed: bool | None) -> tuple[tuple[Layer, ...], Array]:
    """All layers, new ones last and in the order that validation gives them; and the code of each row's layer."""
    if set(map(type, names)) - {str} or not (directed is None or isinstance(directed, bool)):
        raise Unclear
    new = [name for name in dict.fromkeys(names) if name not in parts.layer_names]
    if any(_new_name(name, ()) != name for name in new):
        raise Unclear
    if directed is None:
        new.sort()
    layers = (*parts.layers, *(Layer(name, directed=bool(directed)) for name in new))
    code = {layer.name: code for code, layer in enumerate(layers)}
    return layers, np.array([code[name] for name in names], dtype=np.int32)


def _stated(known: Table, cells: CellsByColumn, layers: tuple[Layer, ...], layer: Array) -> Table:
    """What is stated about links: with the defaults for what is not, and only if all of it may be so."""
    n_rows = len(layer)
    rest = _typed(known, cells, n_rows)
    if "weight" not in cells:
        rest = rest.replace(weight=Column("number", np.full(n_rows, WEIGHT)))
    if broken_rules(rest, layer, layers).any() or states_none(rest, layer, layers).any():
        raise Unclear
    return with_defaults(rest)


def _typed(known: Table, cells: Mapping[str, list[Any]], n_rows: int) -> Table:
    """The rows as a table of the columns that are known; those that are not given are missing."""
    if cells.keys() - known.keys():
        raise Unclear
    columns = {
        name: _column(column.kind, cells[name]) if name in cells else Column.empty(column.kind, n_rows)
        for name, column in known.items()
    }
    return Table(columns, n_rows)


def _in_our_words(row: Table) -> Table:
    """Return a new actor or group with sector and level in our words, as validation would read them."""
    return Table({name: column_meant(name, column) for name, column in row.items()}, 1)


def _column(kind: Kind, cells: list[Any]) -> Column:
    """The cells, which must be of that kind or missing, as a frozen column."""
    try:
        distinct = set(cells)
    except TypeError:  # a list or dictionary, which no column can hold
        raise Unclear from None
    read = _READERS[kind]
    value = {cell: None if _is_missing(cell) else read(cell) for cell in distinct}
    return Column.of_objects(kind, [value[cell] for cell in cells])


def _is_missing(cell: object) -> bool:
    return cell is None or cell is pd.NA or (isinstance(cell, float) and math.isnan(cell))


def _as_text(cell: object) -> str | None:
    if not isinstance(cell, str):
        raise Unclear
    text = clean_text(cell)
    if unfit(text, is_key=False):
        raise Unclear
    return text or None


def _as_number(cell: object) -> float:
    number = float(cell if isinstance(cell, float | np.floating) else _as_integer(cell))
    if not math.isfinite(number):
        raise Unclear
    return number


def _as_integer(cell: object) -> int:
    if not isinstance(cell, int | np.integer) or not -(2**63) <= cell < 2**63:
        raise Unclear
    return int(cell)


def _as_flag(cell: object) -> bool:
    if not isinstance(cell, bool | np.bool_):
        raise Unclear
    return bool(cell)


_READERS: dict[Kind, Callable[[object], Any]] = {
    "text": _as_text,
    "number": _as_number,
    "integer": _as_integer,
    "flag": _as_flag,
}
