"""Verbs that change what is there: how strong a tie is, how much an affiliation holds, what an actor is, an event."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.arguments import IS_NONE
from socluster.core.build import build
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem, nearest
from socluster.core.link_rules import WEIGHT, scale_of
from socluster.core.near_names import warn_of_near_names
from socluster.core.parts import Links, Parts
from socluster.core.scales import Scale
from socluster.core.schema import KNOWN
from socluster.words import Phrase, either, later, marked, phrase

__all__ = ["change_attributes", "change_capacity", "change_strength", "hold_event", "known"]


def known(what: str, names: Sequence[str], options: Sequence[str], column: str) -> None:
    """Refuse names that are none of the options, all at once.

    Raises
    ------
    InputError
        With a problem for every such name, and the nearest option.
    """
    odd = [name for name in names if not isinstance(name, str)]  # pd.NA, a list: neither compared nor looked up
    strangers = dict.fromkeys(name for name in names if isinstance(name, str) and name not in options)
    if odd or strangers:
        message, table = IS_NONE[what], f"{what}s"
        problems = [Problem(message, table, column=column, value=name) for name in odd]
        problems += [
            Problem(message, table, column=column, value=name, nearest=nearest(name, options)) for name in strangers
        ]
        raise InputError(problems)


def change_strength(
    parts: Parts,
    source: str,
    target: str,
    *,
    weight: float | str | None,
    by: float | None,
    layer: str | None,
    columns: Mapping[str, Any],
) -> Parts:
    """Return the parts with another strength of one tie (in all of its waves); see `Cluster.with_strength`."""
    known("actor", [source], parts.labels, "source")
    known("actor", [target], parts.labels, "target")
    rows = _tie_rows(parts, source, target)
    rows = _in_one_layer(
        parts, parts.ties, rows, layer, phrase("tie from '{source}' to '{target}'", source=source, target=target)
    )
    if not len(rows):
        near = _near_partner(parts, source, target)
        message, named = marked("'{actor}' has no tie to it"), {"actor": source}
        raise InputError(Problem(message, "ties", None, "target", target, near, values=named))
    scale = scale_of(parts.layers[parts.ties.layer[rows[0]]])
    values = _new_strengths(parts.ties.rest["weight"].values[rows], weight, by, scale)
    ties = _with_cells(parts.tie_frame(), rows, {**columns, "weight": values})
    return build(replace(parts.to_tables(), ties=ties))


def change_capacity(
    parts: Parts, actor: str, group: str, weight: float, *, layer: str | None, columns: Mapping[str, Any]
) -> Parts:
    """Return the parts with another weight of one affiliation (in all of its waves)."""
    known("actor", [actor], parts.labels, "actor")
    known("group", [group], parts.group_labels, "group")
    links = parts.affiliations
    ends = parts.position[actor], parts.group_labels.index(group)
    rows = np.flatnonzero((links.source == ends[0]) & (links.target == ends[1]))
    rows = _in_one_layer(
        parts, links, rows, layer, phrase("affiliation of '{actor}' with '{group}'", actor=actor, group=group)
    )
    if not len(rows):
        own = [parts.group_labels[code] for code in links.target[links.source == ends[0]].tolist()]
        message, values = marked("'{actor}' does not belong to it; with_affiliation lets it join"), {"actor": actor}
        near = nearest(group, {*own} - {group})
        raise InputError(Problem(message, "affiliations", None, "group", group, near, values=values))
    _refuse_bad_amount("weight", weight)
    affiliations = _with_cells(parts.affiliation_frame(), rows, {**columns, "weight": float(weight)})
    return build(replace(parts.to_tables(), affiliations=affiliations))


def change_attributes(parts: Parts, actor: str, columns: Mapping[str, Any]) -> Parts:
    """Return the parts with other attributes of one actor; columns that are new are missing for everybody else."""
    known("actor", [actor], parts.labels, "actor")
    if not columns:
        message = marked("say which attributes of '{actor}' change, as in with_attributes('{actor}', sector='civic')")
        raise InputError(message, {"actor": actor})
    warn_of_near_names("actors", parts.actors, columns)
    tables = parts.to_tables()
    rows = np.array([parts.position[actor]])
    return build(replace(tables, actors=_with_cells(tables.actors, rows, columns)))


def hold_event(parts: Parts, group: str, actors: Sequence[str], layer: str, columns: Mapping[str, Any]) -> Parts:
    """Return the parts with one more group and its attendances; see `Cluster.with_event`."""
    if group in parts.group_labels:
        message = marked("is there already; with_affiliation lets more actors attend it")
        raise InputError(Problem(message, column="group", is_argument=True, value=group))
    if not actors:
        raise InputError(
            Problem("is held without anybody; name who attends", column="group", is_argument=True, value=group)
        )
    known("actor", actors, parts.labels, "actors")
    of_attendance = {name: value for name, value in columns.items() if name in KNOWN["affiliations"]}
    of_group = {name: value for name, value in columns.items() if name not in of_attendance}
    tables = parts.to_tables()
    groups = _with_rows(parts.group_frame().reset_index(), [{"kind": "event", **of_group, "group": group}])
    said = {"weight": WEIGHT, **of_attendance, "group": group, "layer": layer}
    attendances = _with_rows(parts.affiliation_frame(), [{**said, "actor": actor} for actor in actors])
    return build(replace(tables, groups=groups, affiliations=attendances))


def _tie_rows(parts: Parts, source: str, target: str) -> Array:
    """Return the rows of the ties from source to target; undirected ones run both ways."""
    ties = parts.ties
    near, far = parts.position[source], parts.position[target]
    directed = np.array([each.directed for each in parts.layers] + [False])[ties.layer]
    forward = (ties.source == near) & (ties.target == far)
    backward = (ties.source == far) & (ties.target == near) & ~directed
    return np.flatnonzero(forward | backward)


def _in_one_layer(parts: Parts, links: Links, rows: Array, layer: str | None, what: Phrase) -> Array:
    """Return the rows that lie in the layer; without one, all rows if they lie in the same."""
    names = parts.layer_names
    if layer is not None:
        known("layer", [layer], names, "layer")
        here: Array = rows[links.layer[rows] == names.index(layer)]
        if len(rows) and not len(here):
            others = ", ".join(repr(names[code]) for code in np.unique(links.layer[rows]).tolist())
            values = {"what": what, "others": others}
            message = marked("there is no {what} in this layer, but in {others}")
            raise InputError(Problem(message, is_argument=True, column="layer", value=layer, values=values))
        return here
    found = [names[code] for code in np.unique(links.layer[rows]).tolist()]
    if len(found) > 1:
        layers = later(either, [repr(name) for name in found])
        message = marked("there is a {what} in several layers; say in which: layer={layers}")
        raise InputError(message, {"what": what, "layers": layers})
    return rows


def _near_partner(parts: Parts, source: str, target: str) -> str | None:
    """Return the partner of the source whose name is most like the target."""
    ties, position = parts.ties, parts.position[source]
    ends = np.concatenate([ties.target[ties.source == position], ties.source[ties.target == position]])
    return nearest(target, {parts.labels[code] for code in ends.tolist()} - {target})


def _new_strengths(old: Array, weight: float | str | None, by: float | None, scale: Scale) -> list[float]:
    """Return the strengths as they will be; on a ladder they are steps of it."""
    if (weight is None) == (by is None):
        raise InputError("say either the new weight or the factor: weight=3, or by=2")
    if isinstance(weight, str) and scale.levels:
        values = scale.strength([weight]) * len(old)
    elif weight is not None:
        _refuse_bad_amount("weight", weight)
        values = [float(weight)] * len(old)
    else:
        _refuse_bad_amount("by", by)
        values = [float(value) * float(by or 1) for value in old]
    wrong = [value for value in values if scale.strengths and (value not in scale.strengths or value == 0)]
    if wrong:
        pairs = zip(scale.strengths, scale.levels, strict=True)
        steps = {strength: f"{strength:g} ({level})" for strength, level in pairs if strength > 0}
        best = min(steps, key=lambda strength: abs(strength - wrong[0]))
        message = marked("is no step of the ladder '{ladder}': {steps}")
        named = {"ladder": scale.name, "steps": ", ".join(steps.values())}
        raise InputError(Problem(message, "ties", None, "weight", wrong[0], steps[best], values=named))
    return values


def _refuse_bad_amount(argument: str, value: object) -> None:
    is_number = isinstance(value, int | float | np.integer | np.floating) and not isinstance(value, bool)
    if not is_number or not math.isfinite(value) or value <= 0:  # type: ignore[arg-type, operator]  # it is a number
        message, values = (
            marked("{argument} must be a number above 0; without_ties lets a tie end"),
            {"argument": argument},
        )
        raise InputError(Problem(message, is_argument=True, column=argument, value=value, values=values))


def _with_cells(frame: pd.DataFrame, rows: Array, cells: Mapping[str, Any]) -> pd.DataFrame:
    """Return the table with these values in these rows; as plain objects, since validation types them again."""
    changed = frame.astype(object)
    for name, value in cells.items():
        if name not in changed:
            changed[name] = pd.Series([None] * len(frame), dtype=object)
        column = changed[name].tolist()
        values = value if isinstance(value, list) else [value] * len(rows)
        if len(values) != len(rows):
            raise InputError(Problem("takes one value for all rows that change", column=name, value=value))
        for row, each in zip(rows.tolist(), values, strict=True):
            column[row] = each
        changed[name] = pd.Series(column, index=changed.index, dtype=object)
    return changed


def _with_rows(frame: pd.DataFrame, rows: list[dict[str, Any]]) -> pd.DataFrame:
    columns = list(dict.fromkeys([*frame.columns, *(name for row in rows for name in row)]))
    return pd.DataFrame([*frame.astype(object).to_dict("records"), *rows], columns=columns, dtype=object)
