"""The values of measures over the draws of several scenarios: what every what-if question rests on."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from socluster.core.columns import Array
from socluster.core.progress import progress
from socluster.measures.answers import Measure
from socluster.whatif.evaluate import evaluate
from socluster.whatif.prepared import Prepared

__all__ = ["Study", "Values"]


@dataclass(frozen=True, eq=False)
class Values:
    """What the measures gave for one scenario, a row per draw.

    Parameters
    ----------
    numbers : DataFrame
        Whole-cluster values: one column per measure.
    by_actor : dict of str to DataFrame
        Values by actor: for each measure, one column per actor.
    """

    numbers: pd.DataFrame
    by_actor: dict[str, pd.DataFrame] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Study:
    """Scenarios, measures and a seed: all that is needed to compute any draw, anywhere.

    Parameters
    ----------
    scenarios : tuple of Prepared
        The scenarios; the first is what the others are compared with.
    measures : tuple of (str, Measure)
        Measures with their names (`evaluate.named_raw`).
    seed : int
        Seed of the random numbers, which belong to ties and draws (`core.streams`).
    """

    scenarios: tuple[Prepared, ...]
    measures: tuple[tuple[str, Measure], ...]
    seed: int

    def values(self, draws: int) -> list[Values]:
        """Return the values of every scenario over draws 0, 1, ..., draws - 1."""
        samples = [_Samples(each, self.seed, list(self.measures)) for each in self.scenarios]
        for draw in progress(range(draws), draws, "what if", "draw"):
            for each in samples:
                each.draw(draw)
        return [each.values for each in samples]


class _Samples:
    """The values of all measures over the draws of one prepared scenario."""

    def __init__(self, prepared: Prepared, seed: int, measures: list[tuple[str, Measure]]) -> None:
        self.prepared = prepared
        self.seed = seed
        self.measures = measures
        self._numbers: list[dict[str, float]] = []
        self._by_actor: list[dict[str, Array]] = []

    def draw(self, draw: int) -> None:
        """Evaluate one draw; where nothing is uncertain, the first holds for all."""
        if self.prepared.is_certain and self._numbers:
            self._numbers.append(self._numbers[0])
            self._by_actor.append(self._by_actor[0])
            return
        numbers, by_actor = evaluate(self.measures, self.prepared.draw(self.seed, draw))
        self._numbers.append(numbers)
        self._by_actor.append({name: values.to_numpy() for name, values in by_actor.items()})

    @property
    def values(self) -> Values:
        names = self._by_actor[0] if self._by_actor else {}
        labels = self.prepared.cluster.index
        by_actor = {
            name: pd.DataFrame(
                np.array([draw[name] for draw in self._by_actor]).reshape(-1, len(labels)), columns=labels
            )
            for name in names
        }
        return Values(pd.DataFrame(self._numbers), by_actor)
