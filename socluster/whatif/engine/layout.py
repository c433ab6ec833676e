"""Where the values of one draw are in a row of numbers, and what they are once all rows are there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from socluster.core.columns import Array
from socluster.core.errors import InputError

__all__ = ["Layout", "Values"]


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


@dataclass(frozen=True)
class Layout:
    """The names of all values of a draw: first those of the whole cluster, then, one after the other, those by actor.

    Parameters
    ----------
    numbers : tuple of str
        Measures of the whole cluster.
    by_actor : tuple of str
        Measures by actor (a measure that returns a table is here with each of its columns).
    """

    numbers: tuple[str, ...]
    by_actor: tuple[str, ...]

    def width(self, n_actors: int) -> int:
        """Return how many numbers a draw of a cluster of so many actors has."""
        return len(self.numbers) + len(self.by_actor) * n_actors

    def place(self, name: str, n_actors: int) -> slice:
        """Return where the values of a measure are in the row of a draw."""
        if name in self.numbers:
            first = self.numbers.index(name)
            return slice(first, first + 1)
        first = len(self.numbers) + self.by_actor.index(name) * n_actors
        return slice(first, first + n_actors)

    def write(
        self, row: Array, numbers: Mapping[str, float], by_actor: Mapping[str, pd.Series[Any]], n_actors: int
    ) -> None:
        """Put the answers of some measures into the row of a draw.

        Raises
        ------
        InputError
            If a measure gave values of another name than for the current cluster.
        """
        strangers = [name for name in numbers if name not in self.numbers]
        strangers += [name for name in by_actor if name not in self.by_actor]
        if strangers:
            raise InputError(
                "a measure must give the same columns for every scenario; these are not there for all: {columns}",
                {"columns": strangers},
            )
        for name, number in numbers.items():
            row[self.place(name, n_actors)] = number
        for name, values in by_actor.items():
            row[self.place(name, n_actors)] = values.to_numpy()

    def values(self, rows: Array, labels: pd.Index) -> Values:
        """Return rows of numbers, one per draw, as tables."""
        n = len(labels)
        numbers = pd.DataFrame({name: rows[:, self.place(name, n)].ravel() for name in self.numbers})
        by_actor = {name: pd.DataFrame(rows[:, self.place(name, n)], columns=labels) for name in self.by_actor}
        return Values(numbers if self.numbers else pd.DataFrame(index=range(len(rows))), by_actor)
