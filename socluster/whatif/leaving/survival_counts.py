"""How many ties survive when some actors leave, by layer, of a cluster as it is or draw by draw."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.draws.pieces import Drawing
from socluster.draws.settings import Draws
from socluster.draws.spread import spread
from socluster.draws.task import Rows, draws_at_a_time, fingerprint_of
from socluster.draws.worlds import Worlds

__all__ = ["ALL", "Survived"]

ALL = "all layers"


class Survived:
    """How many ties there are and how many of them survive, by layer and over all.

    Parameters
    ----------
    cluster : Cluster
        The cluster with the project.
    survives : ndarray of bool
        Which of its ties survive, if they are there.
    """

    def __init__(self, cluster: Cluster, survives: Array) -> None:
        self.cluster = cluster
        parts = cluster.parts
        layers = [parts.ties.layer == parts.layer_names.index(name) for name in cluster.tie_layers]
        masks = np.array([*layers, np.ones(len(parts.ties), dtype=bool)])
        weight = parts.ties.rest["weight"].values
        self.index = pd.Index([*cluster.tie_layers, ALL], name="layer", dtype="str")
        # a row for each layer: what every tie counts, as one of the ties, of those that survive, and both by strength
        worth = [masks, masks & survives, masks * weight, masks * (weight * survives)]
        self.worth = np.concatenate(worth).astype(float)

    def counts(self, there: Array) -> Array:
        """Return the counts of draws in which these ties are there: array of shape (draws, 4 * rows of the table)."""
        # row by row, since a product of matrices may round a row by how many others there are
        return np.column_stack([(there * worth).sum(axis=1) for worth in self.worth])

    def drawn(self, settings: Draws, seed: int) -> tuple[int, pd.DataFrame]:
        """Return how many draws were needed, and what they say."""
        limits = settings.limits(self.index)
        with Drawing(settings, "survival") as drawing:
            counts = drawing.until(
                _Counted(self, Worlds(self.cluster, seed)), lambda rows: rows[0], self._errors, limits
            )
        return len(counts), self.table(counts, settings.interval)

    def table(self, counts: Array, interval: float) -> pd.DataFrame:
        """Return a row per layer, and one for all; medians over the draws."""
        ties, surviving, strength, surviving_strength = np.split(counts, 4, axis=1)
        table = pd.DataFrame(index=self.index)
        for names, whole, left in (
            (("ties", "surviving", "share", "low", "high"), ties, surviving),
            (
                ("strength", "surviving_strength", "strength_share", "strength_low", "strength_high"),
                strength,
                surviving_strength,
            ),
        ):
            shares = spread(_share(left, whole), interval)
            middles = np.median(whole, axis=0), np.median(left, axis=0)
            table[list(names)] = np.column_stack([*middles, shares[["median", "low", "high"]]])
        table["defined"] = shares["defined"].to_numpy()
        return table

    def _errors(self, counts: Array) -> dict[str, float]:
        ties, surviving, *_ = np.split(counts, 4, axis=1)
        errors = spread(_share(surviving, ties))["error"]
        return dict(zip(self.index, errors.tolist(), strict=True))


@dataclass(frozen=True, eq=False)
class _Counted:
    """A task: the counts of every draw of the uncertain ties."""

    survived: Survived
    worlds: Worlds

    @property
    def parts(self) -> int:
        """One array."""
        return 1

    @property
    def fingerprint(self) -> str:
        """What the counts depend on."""
        told = [("the cluster", self.worlds.whole), ("the seed", self.worlds.seed), ("what ends", self.survived.worth)]
        return fingerprint_of(told)

    @property
    def draws_at_a_time(self) -> int:
        """How many draws make a piece of work."""
        return draws_at_a_time(len(self.worlds.confidence))

    def run(self, first: int, last: int) -> Rows:
        """Return the counts of draws first..last-1."""
        return [self.survived.counts(self.worlds.present_in(first, last))]


def _share(left: Array, whole: Array) -> Array:
    shares: Array = np.divide(left, whole, out=np.full(whole.shape, np.nan), where=whole > 0)
    return shares
