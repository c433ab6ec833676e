"""Unknown dyads filled in: a cluster in all the states that it may be in, or in some of them drawn by chance."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
from numpy.random import Generator

from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.labels import label_array

__all__ = ["Completions", "unknown_dyads"]


def unknown_dyads(measured: Cluster, layer: str | None) -> pd.DataFrame:
    """Return one row per unknown dyad: source, target, layer, and what a tie there would get from its layer.

    Parameters
    ----------
    measured : Cluster
        Of one mode.
    layer : str or None
        Only those of this layer; None: of all.
    """
    labels = label_array(measured.ids)
    found = [pd.DataFrame({"source": [], "target": [], "layer": [], "wave": [], "weight": [], "chance": []})]
    for name in measured.tie_layers if layer is None else (layer,):
        cells = measured.unknown_matrix(name).tocoo()
        once = (cells.row < cells.col) | measured.is_directed(name)
        ends = {"source": labels[cells.row[once]], "target": labels[cells.col[once]]}
        found.append(pd.DataFrame({**ends, "layer": name, **_typical(measured, name)}))
    return pd.concat([frame for frame in found if len(frame)] or found[:1], ignore_index=True)


def _typical(cluster: Cluster, layer: str) -> dict[str, Any]:
    """Return what a tie that is filled in gets from its layer: the wave, the median strength, and its chance."""
    ties = cluster.matrix(layer)
    weights = np.sort(ties.data)
    wave = cluster.ties.loc[cluster.ties["layer"] == layer, "wave"].dropna().unique()
    known = cluster.n_actors * (cluster.n_actors - 1) - cluster.unknown_matrix(layer).nnz
    return {
        "wave": wave[0] if len(wave) else None,  # the matrix has refused several
        "weight": float(weights[(len(weights) - 1) // 2]) if len(weights) else 1.0,
        "chance": ties.nnz / known if known else 0.5,
    }


class Completions:
    """The cluster with some of the unknown dyads tied. It is validated once, with all of them, and then only cut.

    Parameters
    ----------
    cluster : Cluster
        What is known.
    dyads : DataFrame
        From `unknown_dyads`.
    """

    def __init__(self, cluster: Cluster, dyads: pd.DataFrame) -> None:
        self.chance = dyads["chance"].to_numpy(dtype=float)
        tables = cluster.parts.to_tables()
        ties = cluster.parts.tie_frame()
        if len(dyads):
            added = dyads.drop(columns="chance").assign(evidence="simulated", confidence=1.0)
            ties = pd.concat([ties, added.astype({"wave": ties["wave"].dtype})], ignore_index=True)
        actors = tables.actors.drop(columns="responded")
        full = Cluster._from(replace(tables, actors=actors, ties=ties, unknown=None))
        self.parts = full.parts
        keys = ["layer", "source", "target"]
        place = {key: row for row, key in enumerate(self.parts.tie_frame()[keys].itertuples(index=False, name=None))}
        turned = {(layer, target, source): row for (layer, source, target), row in place.items()}
        rows = dyads[keys].itertuples(index=False, name=None)  # undirected ties may have been turned round
        self.rows = np.array([place[key] if key in place else turned[key] for key in rows], dtype=np.int64)

    def cluster(self, present: Array) -> Cluster:
        """Return the completion in which these of the unknown dyads are tied."""
        stays = np.ones(len(self.parts.ties), dtype=bool)
        stays[self.rows[~present]] = False
        return Cluster(self.parts.keep_ties(stays))

    def every(self) -> Iterator[tuple[Array, float]]:
        """Yield every completion with its probability; first the one without any tie, last the one with all."""
        for ties in itertools.product((False, True), repeat=len(self.chance)):
            present = np.array(ties, dtype=bool)
            yield present, float(np.where(present, self.chance, 1 - self.chance).prod())

    def drawn(self, draws: int, source: Generator) -> Iterator[tuple[Array, float]]:
        """Yield random completions of equal weight, between the two extremes, which are no draws."""
        yield np.zeros(len(self.chance), dtype=bool), 0.0
        for _ in range(draws):
            yield source.random(len(self.chance)) < self.chance, 1 / draws
        yield np.ones(len(self.chance), dtype=bool), 0.0
