"""What is lost when a cluster becomes names, relations and weights, each part called by its name."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from socluster.core.errors import table_name
from socluster.core.tables import Tables
from socluster.io.formats.relation_export import filled, is_two_mode, network_of, waved_layers
from socluster.words import Phrase, counted, itemised, later, marked, phrase

__all__ = ["common_losses"]

_CARRIED = {
    "actors": {"actor"},
    "groups": {"group"},
    "ties": {"source", "target", "layer", "weight", "wave"},
    "affiliations": {"actor", "group", "layer", "weight", "wave"},
}
_DEFAULTS: dict[str, object] = {"confidence": 1.0, "evidence": "reported"}


def common_losses(tables: Tables, *, keeps_name: bool, keeps_unknown: bool) -> list[Phrase]:
    """Return what of these tables no file of names, relations and weights can carry.

    Parameters
    ----------
    tables : Tables
        What is to be written.
    keeps_name : bool
        Whether the format has a place for the name of the cluster.
    keeps_unknown : bool
        Whether the format can say that a tie is unknown.

    Returns
    -------
    list of Phrase
        One plain sentence part per loss; empty if all is kept.
    """
    two_mode = is_two_mode(tables)
    found = [_columns(tables, "actors")]
    found += [_columns(tables, name) for name in (("groups", "affiliations") if two_mode else ("ties",))]
    found += [_waves(tables, two_mode), _layers(tables), *_whole_parts(tables, two_mode)]
    if tables.name and not keeps_name:
        found.append(phrase("the name of the cluster ({name})", name=tables.name))
    info = [str(key) for key, value in tables.info.items() if value]
    if info:
        found.append(phrase("the information about the cluster: {keys}", keys=", ".join(info)))
    if len(filled(tables.unknown)) and (two_mode or not keeps_unknown):
        n_unknown = len(filled(tables.unknown))
        found.append(
            counted("unknown: {n} tie (will look like no tie)", "unknown: {n} ties (will look like no tie)", n_unknown)
        )
    return [loss for loss in found if loss is not None]


def _columns(tables: Tables, table: str) -> Phrase | None:
    """Name the columns of a table that hold something and have no place in the file."""
    frame = filled(getattr(tables, table))
    names = [str(name) for name in frame.columns if name not in _CARRIED[table] and _says_something(frame[name])]
    return phrase("of the {table}: {names}", table=table_name(table), names=", ".join(names)) if names else None


def _says_something(values: pd.Series) -> bool:
    present = values.dropna()
    if values.name in _DEFAULTS:
        return bool((present != _DEFAULTS[str(values.name)]).any())
    return bool((present != "").any())


def _waves(tables: Tables, two_mode: bool) -> Phrase | None:
    links = filled(tables.affiliations if two_mode else tables.ties)
    unknown = filled(None if two_mode else tables.unknown)
    if not any("wave" in frame and _says_something(frame["wave"]) for frame in (links, unknown)):
        return None
    split = [
        phrase("{layer} becomes {names}", layer=layer, names=", ".join(names))
        for layer, names in waved_layers(tables).items()
    ]
    if not split:
        return phrase("the wave")
    return phrase("the waves as such (each becomes a layer: {layers})", layers=later(itemised, split))


def _layers(tables: Tables) -> Phrase | None:
    parts = [f"{name}: {', '.join(said)}" for name, given in tables.layers.items() if (said := _said_of_layer(given))]
    return phrase("of the layers: {layers}", layers="; ".join(parts)) if parts else None


def _said_of_layer(given: Mapping[str, object]) -> list[str]:
    plain = {"scale": (None, "", "strength"), "meaning": (None, "")}
    return [key for key, empty in plain.items() if not _is_missing(given.get(key)) and given.get(key) not in empty]


def _is_missing(value: object) -> bool:
    return value is None or (isinstance(value, float) and np.isnan(value))


def _whole_parts(tables: Tables, two_mode: bool) -> list[Phrase]:
    """Name what stays behind because a file holds either ties or affiliations."""
    parts = []
    if not two_mode and len(filled(tables.groups)):
        groups = counted("{n} group", "{n} groups", len(filled(tables.groups)))
        affiliations = counted("{n} affiliation", "{n} affiliations", len(filled(tables.affiliations)))
        message = marked("{groups} and {affiliations} (a file holds either ties or affiliations)")
        parts.append(phrase(message, groups=groups, affiliations=affiliations))
    written = {relation.name for relation in network_of(tables).relations}
    behind = [name for name in tables.layers if name not in written and name not in waved_layers(tables)]
    if behind:
        parts.append(phrase("the layers {layers}", layers=", ".join(behind)))
    return parts
