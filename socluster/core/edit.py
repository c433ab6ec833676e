"""Verbs that put rows into a cluster's tables: at once where they are plainly right, else through validation."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pandas as pd

from socluster.core.append import (
    NewRows,
    Unclear,
    append_actor,
    append_affiliations,
    append_group,
    append_layer,
    append_ties,
)
from socluster.core.build import build
from socluster.core.errors import InputError, Problem, nearest
from socluster.core.labels import id_of
from socluster.core.link_rules import WEIGHT
from socluster.core.near_names import warn_of_near_names
from socluster.core.parts import Parts
from socluster.words import marked

__all__ = ["add_actor", "add_affiliations", "add_group", "add_layer", "add_ties", "as_list", "known_actor"]


def add_actor(parts: Parts, actor: str, columns: Mapping[str, Any]) -> Parts:
    """Return the parts with one more actor."""
    warn_of_near_names("actors", parts.actors, columns)
    with suppress(Unclear):
        return append_actor(parts, actor, columns)
    tables = parts.to_tables()
    return build(replace(tables, actors=_joined(tables.actors, _frame([{"actor": actor, **columns}]))))


def add_group(parts: Parts, group: str, columns: Mapping[str, Any]) -> Parts:
    """Return the parts with one more group."""
    warn_of_near_names("groups", parts.groups, columns)
    with suppress(Unclear):
        return append_group(parts, group, columns)
    tables = parts.to_tables()
    return build(
        replace(tables, groups=_joined(parts.group_frame().reset_index(), _frame([{"group": group, **columns}])))
    )


def add_layer(parts: Parts, name: str, attributes: Mapping[str, object]) -> Parts:
    """Return the parts with one more layer, described as in `Cluster.from_tables`."""
    with suppress(Unclear):
        return append_layer(parts, name, attributes)
    tables = parts.to_tables()
    return build(replace(tables, layers={**tables.layers, name: attributes}))


def add_ties(parts: Parts, ties: NewRows, directed: bool | None) -> Parts:
    """Return the parts with more ties; a new layer is directed if `directed` says so."""
    warn_of_near_names("ties", parts.ties.rest, ties)
    with suppress(Unclear):
        return append_ties(parts, ties, directed)
    tables, more = parts.to_tables(), _with_defaults(_frame(ties))
    layers: dict[str, Mapping[str, object]] = dict(tables.layers)
    for name in dict.fromkeys(more["layer"].tolist()) if "layer" in more else ():
        if name not in layers and directed is not None:
            layers[str(name)] = {"directed": directed}
    return build(replace(tables, ties=_joined(parts.tie_frame(), more), layers=layers))


def add_affiliations(parts: Parts, affiliations: NewRows) -> Parts:
    """Return the parts with more affiliations."""
    warn_of_near_names("affiliations", parts.affiliations.rest, affiliations)
    with suppress(Unclear):
        return append_affiliations(parts, affiliations)
    tables, more = parts.to_tables(), _with_defaults(_frame(affiliations))
    return build(replace(tables, affiliations=_joined(parts.affiliation_frame(), more)))


def known_actor(parts: Parts, actor: Any, column: str = "actor") -> str:
    """Return the id if the cluster has an actor of this id or label, else raise an error with the nearest one."""
    named = id_of(actor)
    if not isinstance(named, str) or named not in parts.position:
        near = nearest(named, parts.labels)
        raise InputError(Problem("is no actor of this cluster", "actors", None, column, actor, near))
    return named


def as_list(values: str | Iterable[str]) -> list[str]:
    """Return one text or several as a list.

    Raises
    ------
    InputError
        If it is neither.
    """
    listed = [values] if isinstance(values, str) else list(values) if isinstance(values, Iterable) else None
    if listed is None or not all(isinstance(each, Hashable) for each in listed):
        raise InputError(Problem("must be a text, or a list of texts", value=values))
    return listed


def _frame(rows: Any) -> pd.DataFrame:
    """Return new rows as a table of plain objects, whose types validation finds out."""
    if isinstance(rows, pd.DataFrame):
        return rows
    try:
        return pd.DataFrame(rows, dtype=object)
    except (ValueError, TypeError):
        told = {name: type(value).__name__ for name, value in rows.items() if not pd.api.types.is_scalar(value)}
        message = marked("takes one value for all new rows, or a list with one for each")
        raise InputError([Problem(message, column=name, value=kind) for name, kind in told.items()]) from None


def _with_defaults(links: pd.DataFrame) -> pd.DataFrame:
    """A row without a weight states a tie of the usual strength, as in a table without that column."""
    return links if "weight" in links else links.assign(weight=WEIGHT)


def _joined(above: pd.DataFrame, below: pd.DataFrame) -> pd.DataFrame:
    """Put rows under rows without letting pandas guess new types: plain objects, typed again by validation."""
    columns = list(dict.fromkeys([*above.columns, *below.columns]))
    cells = {
        column: [
            *(above[column].tolist() if column in above else [None] * len(above)),
            *(below[column].tolist() if column in below else [None] * len(below)),
        ]
        for column in columns
    }
    return pd.DataFrame({column: pd.Series(values, dtype=object) for column, values in cells.items()})
