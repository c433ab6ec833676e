"""A network of a model as a cluster: the same actors, with other ties."""

from __future__ import annotations

import numpy as np
import pandas as pd

from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.schema import TIE
from socluster.core.tables import Tables
from socluster.inference.ergm.observed import Observed

__all__ = ["simulated_cluster"]


def simulated_cluster(observed: Observed, state: Array) -> Cluster:
    """Return the cluster with the ties of a state in place of those that were modelled.

    Other layers stay. If several layers were modelled as one, the new ties are in one layer, `tie`. Dyads of the layer
    are known now, and its ties have the evidence "simulated", the confidence 1 and no further columns.

    Parameters
    ----------
    observed : Observed
        The network that was modelled.
    state : array of 0 and 1
        The new network, in the same places.
    """
    tables = observed.cluster.to_tables()
    there = np.asarray(state) != 0
    if not observed.frame.two_mode and not observed.frame.directed:
        there = np.triu(there)
    rows, columns = np.nonzero(there)
    ends = [observed.rows[rows], observed.columns[columns]]
    return _of_two_modes(observed, tables, ends) if observed.frame.two_mode else _of_one_mode(observed, tables, ends)


def _of_one_mode(observed: Observed, tables: Tables, ends: list[pd.Index]) -> Cluster:
    modelled = list(observed.cluster.tie_layers) if observed.layer is None else [observed.layer]
    name = modelled[0] if len(modelled) == 1 else TIE
    layers = {each: about for each, about in tables.layers.items() if each not in modelled}
    layers[name] = {**tables.layers.get(name, {}), "directed": observed.frame.directed}
    return Cluster.from_tables(
        tables.actors,
        _others(tables.ties, modelled, ["source", "target"], ends, name),
        groups=tables.groups,
        affiliations=tables.affiliations,
        unknown=_without(tables.unknown, modelled),
        layers=layers,
        name=tables.name,
        info=tables.info,
    )


def _of_two_modes(observed: Observed, tables: Tables, ends: list[pd.Index]) -> Cluster:
    held = [] if tables.affiliations is None else list(dict.fromkeys(tables.affiliations["layer"]))
    modelled = held if observed.layer is None else [observed.layer]
    name = modelled[0] if len(modelled) == 1 else "affiliation"
    layers = {each: about for each, about in tables.layers.items() if each not in modelled or each == name}
    return Cluster.from_tables(
        tables.actors,
        tables.ties,
        groups=tables.groups,
        affiliations=_others(tables.affiliations, modelled, ["actor", "group"], ends, name),
        unknown=tables.unknown,
        layers=layers,
        name=tables.name,
        info=tables.info,
    )


def _others(
    links: pd.DataFrame | None, modelled: list[str], names: list[str], ends: list[pd.Index], layer: str
) -> pd.DataFrame:
    """Return the links of other layers, and the new ones."""
    columns = {name: pd.Series(list(end), dtype=object) for name, end in zip(names, ends, strict=True)}
    new = pd.DataFrame(columns).assign(layer=layer, weight=1.0, confidence=1.0, evidence="simulated")
    kept = _without(links, modelled)
    return new if kept is None or kept.empty else pd.concat([kept, new], ignore_index=True)


def _without(links: pd.DataFrame | None, modelled: list[str]) -> pd.DataFrame | None:
    return None if links is None else links[~links["layer"].isin(modelled)]
