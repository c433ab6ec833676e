"""From the tables of a cluster to the nodes and relations that network programs know."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from socluster.core.schema import AFFILIATION, TIE
from socluster.core.tables import Tables
from socluster.io.formats.relations import FileNetwork, Labels, Relation, default_layer

__all__ = ["filled", "is_two_mode", "network_of", "waved_layers"]


def filled(frame: pd.DataFrame | None) -> pd.DataFrame:
    """Return the table, or an empty one if there is none."""
    return frame if frame is not None else pd.DataFrame()


def is_two_mode(tables: Tables) -> bool:
    """Return whether the cluster is actors and groups only, so that it can be written as a two-mode network."""
    return len(filled(tables.groups)) > 0 and len(filled(tables.ties)) == 0


def network_of(tables: Tables) -> FileNetwork:
    """Return what a network program can hold of the cluster: the ties or, if there are none, the affiliations.

    A layer that was asked about in several waves becomes one relation per wave, as a pair of nodes can occur only once
    in a relation.
    """
    two_mode = is_two_mode(tables)
    links = _links(tables, two_mode)
    actors = Labels([str(name) for name in tables.actors["actor"]])
    groups = Labels([str(name) for name in filled(tables.groups)["group"]]) if two_mode else None
    ends = ("actor", "group") if two_mode else ("source", "target")
    links["from"] = pd.Index(actors.names).get_indexer(links[ends[0]])
    links["to"] = pd.Index((groups or actors).names).get_indexer(links[ends[1]])
    names = _relation_names(tables, links, two_mode)
    relations = [
        Relation(
            name=name,
            directed=not two_mode and bool(tables.layers.get(layer, {}).get("directed")),
            sources=_integers(links["from"], chosen),
            targets=_integers(links["to"], chosen),
            weights=links["weight"].to_numpy(np.float64)[chosen],
        )
        for (layer, wave), name in names.items()
        for chosen in [((links["layer"] == layer) & (links["wave"] == wave)).to_numpy(bool)]
    ]
    return FileNetwork(actors, relations, groups)


def _integers(values: pd.Series, chosen: NDArray[np.bool_]) -> NDArray[np.int64]:
    integers: NDArray[np.int64] = values.to_numpy(np.int64)
    return integers[chosen]


def _links(tables: Tables, two_mode: bool) -> pd.DataFrame:
    """Return ties and unknown pairs, or affiliations, with layer and wave never missing and unknown weights NaN."""
    default = default_layer(two_mode)
    if two_mode:
        return _completed(filled(tables.affiliations), ("actor", "group"), default, 1.0)
    ties = _completed(filled(tables.ties), ("source", "target"), default, 1.0)
    unknown = _completed(filled(tables.unknown), ("source", "target"), default, np.nan)
    unknown["weight"] = np.nan
    return pd.concat([part for part in (ties, unknown) if len(part)] or [ties], ignore_index=True)


def _completed(frame: pd.DataFrame, ends: tuple[str, str], layer: str, weight: float) -> pd.DataFrame:
    """Return the columns that a relation is made of, as Python text and floats."""
    empty = pd.Series(dtype=object)
    columns = {end: frame.get(end, empty) for end in ends}
    columns["layer"] = _text(frame, "layer", layer)
    columns["wave"] = _text(frame, "wave", "")
    columns["weight"] = pd.Series(frame.get("weight", weight), index=frame.index, dtype=np.float64)
    return pd.DataFrame(columns).astype(dict.fromkeys(ends, object)).reset_index(drop=True)


def _text(frame: pd.DataFrame, column: str, missing: str) -> pd.Series:
    if column not in frame:
        return pd.Series(missing, index=frame.index, dtype=object)
    return frame[column].astype(object).where(frame[column].notna(), missing)


def _relation_names(tables: Tables, links: pd.DataFrame, two_mode: bool) -> dict[tuple[str, str], str]:
    """Return the relations as (layer, wave) and their names, in the order of the layers."""
    used = links[["layer", "wave"]].drop_duplicates()
    waves = {str(layer): sorted(part["wave"]) for layer, part in used.groupby("layer", sort=False)}
    names: dict[tuple[str, str], str] = {}
    for layer in dict.fromkeys([*_layers_to_write(tables, two_mode), *waves]):
        several = waves.get(layer, [""])
        for wave in several:
            wanted = f"{layer} ({wave})" if wave and len(several) > 1 else layer
            while wanted in names.values() or (wanted != layer and wanted in tables.layers):
                wanted += "'"
            names[layer, wave] = wanted
    return names


def _layers_to_write(tables: Tables, two_mode: bool) -> list[str]:
    """Return the declared layers of the kind that is written, also those without a tie.

    A layer without ties and affiliations could be meant for either; it is one of affiliations only if it has their
    default name, or if there are nothing but affiliations and it has no direction.
    """
    tied = {*_used(tables.ties), *_used(tables.unknown), TIE}
    affiliated = {*_used(tables.affiliations), AFFILIATION}
    if two_mode:
        return [
            layer for layer, given in tables.layers.items() if layer not in tied and not given.get("directed", False)
        ]
    return [layer for layer in tables.layers if layer not in affiliated]


def _used(frame: pd.DataFrame | None) -> list[str]:
    return [str(layer) for layer in filled(frame).get("layer", pd.Series(dtype=object)).dropna().unique()]


def waved_layers(tables: Tables) -> dict[str, list[str]]:
    """Return the layers that fall apart into one relation per wave, with the names of these relations."""
    two_mode = is_two_mode(tables)
    split: dict[str, list[str]] = {}
    for (layer, _wave), name in _relation_names(tables, _links(tables, two_mode), two_mode).items():
        split.setdefault(layer, []).append(name)
    return {layer: names for layer, names in split.items() if len(names) > 1}
