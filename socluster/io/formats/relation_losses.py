"""What is lost when a cluster becomes names, relations and weights, each part called by its name."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from socluster.core.tables import Tables
from socluster.io.formats.relation_export import filled, is_two_mode, network_of, waved_layers

__all__ = ["common_losses"]

_CARRIED = {
    "actors": {"actor"},
    "groups": {"group"},
    "ties": {"source", "target", "layer", "weight", "wave"},
    "affiliations": {"actor", "group", "layer", "weight", "wave"},
}
_DEFAULTS: dict[str, object] = {"confidence": 1.0, "evidence": "reported"}


def common_losses(tables: Tables, *, keeps_name: bool, keeps_unknown: bool) -> list[str]:
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
    list of str
        One plain sentence part per loss; empty if all is kept.
    """
    two_mode = is_two_mode(tables)
    found = [_columns(tables, "actors")]
    found += [_columns(tables, name) for name in (("groups", "affiliations") if two_mode else ("ties",))]
    found += [_waves(tables, two_mode), _layers(tables), *_whole_parts(tables, two_mode)]
    if tables.name and not keeps_name:
        found.append(f"the name of the cluster ({tables.name})")
    info = [str(key) for key, value in tables.info.items() if value]
    if info:
        found.append(f"the information about the cluster: {', '.join(info)}")
    if len(filled(tables.unknown)) and (two_mode or not keeps_unknown):
        found.append(f"unknown: {_counted(tables.unknown, 'tie')} (will look like no tie)")
    return [loss for loss in found if loss]


def _columns(tables: Tables, table: str) -> str:
    """Name the columns of a table that hold something and have no place in the file."""
    frame = filled(getattr(tables, table))
    names = [str(name) for name in frame.columns if name not in _CARRIED[table] and _says_something(frame[name])]
    return f"of the {table}: {', '.join(names)}" if names else ""


def _says_something(values: pd.Series) -> bool:
    present = values.dropna()
    if values.name in _DEFAULTS:
        return bool((present != _DEFAULTS[str(values.name)]).any())
    return bool((present != "").any())


def _waves(tables: Tables, two_mode: bool) -> str:
    links = filled(tables.affiliations if two_mode else tables.ties)
    unknown = filled(None if two_mode else tables.unknown)
    if not any("wave" in frame and _says_something(frame["wave"]) for frame in (links, unknown)):
        return ""
    split = [f"{layer} becomes {', '.join(names)}" for layer, names in waved_layers(tables).items()]
    return f"the waves as such (each becomes a layer: {'; '.join(split)})" if split else "the wave"


def _layers(tables: Tables) -> str:
    parts = [f"{name}: {', '.join(said)}" for name, given in tables.layers.items() if (said := _said_of_layer(given))]
    return f"of the layers: {'; '.join(parts)}" if parts else ""


def _said_of_layer(given: Mapping[str, object]) -> list[str]:
    plain = {"scale": (None, "", "strength"), "meaning": (None, "")}
    return [key for key, empty in plain.items() if not _is_missing(given.get(key)) and given.get(key) not in empty]


def _is_missing(value: object) -> bool:
    return value is None or (isinstance(value, float) and np.isnan(value))


def _whole_parts(tables: Tables, two_mode: bool) -> list[str]:
    """Name what stays behind because a file holds either ties or affiliations."""
    parts = []
    if not two_mode and len(filled(tables.groups)):
        groups, affiliations = _counted(tables.groups, "group"), _counted(tables.affiliations, "affiliation")
        parts.append(f"{groups} and {affiliations} (a file holds either ties or affiliations)")
    written = {relation.name for relation in network_of(tables).relations}
    behind = [name for name in tables.layers if name not in written and name not in waved_layers(tables)]
    if behind:
        parts.append(f"the layers {', '.join(behind)}")
    return parts


def _counted(frame: pd.DataFrame | None, what: str) -> str:
    number = len(filled(frame))
    return f"{number} {what}" + ("" if number == 1 else "s")
